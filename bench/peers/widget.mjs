// What is done on the widget's own page: answers, inputs and places, drawn from its own description of the standard.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { drawn } from "../draw.mjs";

const STANDARD = "ningbo-3511-2018";
const TRACK = "discrete";
/** The page has choices, ticks and counts. */
const ELEMENT = "technical-equipment";
/** Counts of it that make rates of the same total: one digit each, so that one key is one input. */
const TOTAL = "key-machines";
const PARTS = ["key-machines-cnc", "key-machines-networked"];

const { ready, describe, assess } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")).href);
await ready();
const standard = describe(STANDARD);
const ofTrack = ({ tracks }) => tracks?.includes(TRACK) ?? true;
const questions = standard.questions.filter(ofTrack);
const onPage = questions.filter(({ element }) => element === ELEMENT);
const elements = standard.elements.filter(({ weightsTotal }) => TRACK in weightsTotal);

const document = { format: "readiness-check/answers", version: 1, standard: STANDARD, track: TRACK };
const assessed = (answers) => assess({ ...document, answers });

/** Answers to all questions; nothing of them closes another question. */
function answerSet(seed) {
  const draw = drawn(seed);
  const answer = ({ id, kind, options }) => {
    if (id === TOTAL) return 9;
    if (PARTS.includes(id)) return 1 + draw(9);
    switch (kind) {
      case "yes-no": return draw(2) === 1;
      case "one-of": return options[Math.min(options.length - 1, 1 + draw(options.length))].id;
      case "many-of": return options.slice(0, 1 + draw(options.length)).map((option) => option.id);
      default: return 6;
    }
  };
  return Object.fromEntries(questions.map((question) => [question.id, answer(question)]));
}

/** What is written of the index changes for sure where its whole percent does. */
const shown = (answers) => Math.floor(assessed(answers).index.value / 100);

/** Changes of one answer each on the page, of which every one changes the shown index. */
function changes(answers, count) {
  const draw = drawn(7);
  const open = onPage.filter(({ id, kind }) => kind === "one-of" || PARTS.includes(id));
  const now = { ...answers };
  const all = [];
  for (let tries = 0; all.length < count; tries += 1) {
    if (tries > 100 * count) throw new Error(`too few inputs change the index: ${all.length}`);
    const { id, options } = open[draw(open.length)];
    const value = options ? options[draw(options.length)].id : 1 + draw(9);
    if (value === now[id] || shown({ ...now, [id]: value }) === shown(now)) continue;
    now[id] = value;
    all.push({ id, value, total: null });
  }
  return all;
}

const choices = onPage.filter(({ kind }) => kind === "one-of");
const restored = (answers) => ({ answers, total: null, told: [...choices, { id: PARTS[0] }].map(({ id }) => [id, answers[id]]) });
const [first, second] = [answerSet(3), answerSet(9)];
const places = ["result", "plan", "evidence", "programmes"];
const title = choices[0].text;

export const visitOfWidget = {
  given: { document, probe: choices[0].id, page: 1 + elements.findIndex(({ id }) => id === ELEMENT), places: ["answer", ...places] },
  probe: [],
  restored,
  restores: [restored(first), restored(second)],
  inputs: (count) => changes(first, count),
  rounds: choices[0].options.flatMap((option, index) => [[choices[0].id, option.id], [choices[1].id, choices[1].options[index % choices[1].options.length].id]]),
  languages: { en: title.en, other: ["zh-CN", title["zh-CN"]] },
  places,
};
