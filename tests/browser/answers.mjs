// Answer documents for the tests, and the standard as it is shipped.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const STANDARD = "ningbo-3511-2018";

async function structure() {
  const names = await readdir(process.env.DIST);
  const name = names.find((name) => /^data-[0-9a-f]+\.json$/.test(name));
  const { standards } = JSON.parse(await readFile(path.join(process.env.DIST, name), "utf8"));
  return standards.find(({ id }) => id === STANDARD);
}

/** The questions of a track, without their words. */
export async function questions(track) {
  return (await structure()).questions.filter((question) => question.tracks?.includes(track) ?? true);
}

/** An answer document. */
export function answerDocument(answers, track = "discrete") {
  return { format: "readiness-check/answers", version: 1, standard: STANDARD, track, answers };
}

/** Every question of a track at its best; figures before and after alike. */
export async function best(track = "discrete") {
  const answer = (question) => {
    if (question.kind === "yes-no") return true;
    if (question.kind === "one-of") return question.options.at(-1).id;
    if (question.kind === "many-of") return question.options.map((option) => option.id);
    return 10;
  };
  const all = await questions(track);
  return answerDocument(Object.fromEntries(all.map((question) => [question.id, answer(question)])), track);
}

/** Two of three answered, each in another way, with two conditions that depend and one contradiction. */
export async function partly(track) {
  const answers = {};
  for (const [place, { id, kind, options }] of (await questions(track)).entries()) {
    if (place % 3 === 2) answers[id] = "unknown";
    else if (kind === "yes-no") answers[id] = place % 2 === 0;
    else if (kind === "one-of") answers[id] = options[place % options.length].id;
    else if (kind === "many-of") answers[id] = options.slice(0, 2).map((option) => option.id);
    else answers[id] = 10 + place;
  }
  return answerDocument({ ...answers, "equipment-kinds": 6, "equipment-sets": 23, "invention-patents-filed": 1, "invention-patents-granted": 0 }, track);
}
