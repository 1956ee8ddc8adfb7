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
