import { assess, describe, plan, ready, standards } from "readiness-check";
import type { AnswerDocument, Assessment, Fault, Plans, StandardInfo } from "readiness-check";

const answers: AnswerDocument = { format: "readiness-check/answers", version: 1, standard: "ningbo-3511-2018", track: "discrete", answers: { "equipment-kinds": 8 } };

export async function all(): Promise<[StandardInfo[], Assessment, Plans, string[]]> {
  await ready("ningbo-3511-2018");
  return [standards(), assess(answers), plan(answers), describe("ningbo-3511-2018").questions.map(({ id }) => id)];
}

export function onPage(): string {
  const element = document.querySelector("readiness-check");
  if (!element) return "none";
  element.answers = answers;
  element.addEventListener("readiness-change", (event) => event.detail.answered.toFixed());
  element.reset();
  return element.assessment?.published?.verdict ?? "not shared";
}

export const codeOf = (cause: Fault): string => cause.code + cause.path;

// @ts-expect-error: what is asked is no document
assess({ "equipment-kinds": 8 });
// @ts-expect-error: nobody sets an assessment
document.createElement("readiness-check").assessment = null;
// @ts-expect-error: this event tells a code
document.createElement("readiness-check").addEventListener("readiness-error", (event) => event.detail.answered);
