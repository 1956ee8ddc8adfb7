// The questionnaire of the peers' pages, with answers and inputs drawn from seeds, so that every run gives the same.

import { readFile } from "node:fs/promises";
import { drawn } from "../draw.mjs";
import { score } from "./pages/shared/score.js";

export const questionnaire = JSON.parse(await readFile(new URL("questionnaire.json", import.meta.url), "utf8"));
const questions = questionnaire.sections.flatMap((section) => section.questions.map((question) => ({ ...question, section: section.id })));
const totalOf = (answers) => score(questionnaire, answers).total;

/** Answers to all questions, every section shown. */
function answerSet(seed) {
  const draw = drawn(seed);
  const answer = ({ kind, worst, best }) => {
    if (kind === "yes-no") return draw(5) < 3;
    if (kind === "choice") return draw(best + 1);
    const [least, most] = [Math.min(worst, best), Math.max(worst, best)];
    return kind === "percent" ? draw(101) : least + draw(Math.round((most - least) * 1.1) + 1);
  };
  const shown = { uses_suppliers: true, uses_cloud: true, log_central: true };
  return { ...Object.fromEntries(questions.map((question) => [question.id, answer(question)])), ...shown };
}

/** Changes of one answer each, of which every one changes the shown total by more than its last digit. */
function changes(answers, within, count) {
  const draw = drawn(7);
  const open = questions.filter(({ weight, section, id }) => weight && id !== "log_central" && (!within || section === within));
  const now = { ...answers };
  const all = [];
  while (all.length < count) {
    const { id, kind, best } = open[draw(open.length)];
    // What is typed is one digit, so that one key is one input.
    const value = kind === "choice" ? draw(best + 1) : kind === "yes-no" ? !now[id] : 1 + draw(9);
    if (value === now[id] || Math.abs(totalOf({ ...now, [id]: value }) - totalOf(now)) < 0.25) continue;
    now[id] = value;
    all.push({ id, value, total: totalOf(now) });
  }
  return all;
}

const TOLD = ["ropa_pct", "policy", "rto_hours", "cloud_config"];
const [first, second] = [answerSet(1), answerSet(2)];
const third = questionnaire.sections[0].questions[2].title;

/** What is done on the page of a peer. `within` names the section that it shows first, where it pages. */
export function visitOf(within) {
  const told = within ? ["ropa_pct", "dpia", "breach_notify"] : TOLD;
  const restored = (answers) => ({ answers, total: totalOf(answers), told: told.map((id) => [id, answers[id]]) });
  return {
    given: null,
    probe: [["dpia", 4], ["dpia", 3]],
    restored,
    restores: [restored(first), restored(second)],
    inputs: (count) => changes(first, within, count),
    // Clicks to be repeated: each changes the total.
    rounds: [0, 1, 2, 3, 4].flatMap((value) => [["dpia", value], ["breach_notify", value]]),
    languages: { en: third.en, other: ["de", third.de] },
    places: [],
  };
}
