// How many assessments a second: `assess` of the widget with its trace, document in and document out, and json-logic-js with
// the same rules, in the same Node, in turns. Both must come to the same.

import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { drawn } from "./draw.mjs";
import { median } from "./figures.mjs";
import { assessor } from "./logic.mjs";

const TRACK = "discrete";
const DOCUMENTS = 512;
const TURNS = 7;

const jsonLogic = createRequire(path.join(process.env.PEERS, "node_modules/"))("json-logic-js");
const { ready, describe, assess } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")).href);
await ready();
const standard = describe("ningbo-3511-2018");
const questions = standard.questions.filter(({ tracks }) => tracks?.includes(TRACK) ?? true);

/** Answers to most questions, some of them unknown or not applicable. */
function answersOf(seed) {
  const draw = drawn(7919 * (seed + 1));
  const answer = ({ kind, options, notApplicable, min }) => {
    if (draw(20) === 0) return "unknown";
    if (notApplicable && draw(20) === 0) return "not-applicable";
    switch (kind) {
      case "yes-no": return draw(2) === 1;
      case "one-of": return options[draw(options.length)].id;
      case "many-of": return options.filter(() => draw(2) === 1).map(({ id }) => id);
      default: return (min ?? 0) + draw(12);
    }
  };
  return Object.fromEntries(questions.filter(() => draw(20) > 0).map((question) => [question.id, answer(question)]));
}

/** Whether exact fractions, rounded down once, and floating-point numbers are the same. */
const isNear = (exact, floating) => (floating === null ? exact === null : Math.abs(exact - Math.floor(floating + 1e-6)) === 0);
const rangesAgree = (exact, floating) => ["value", "low", "high"].every((name) => isNear(exact[name], floating[name]));

function agree({ index, published }, logic) {
  return (
    rangesAgree(index, logic.index) &&
    index.dimensions.every((dimension, place) => rangesAgree(dimension, { ...logic.elements[place], value: logic.elements[place].value ?? 0 })) &&
    published.verdict === logic.verdict &&
    published.criteria.every(({ verdict }, place) => verdict === logic.criteria[place])
  );
}

/** Assessments a second, for about `seconds` in all turns. */
export function assessing(seconds) {
  const logic = assessor(jsonLogic, standard, TRACK);
  const documents = Array.from({ length: DOCUMENTS }, (_, seed) => ({
    format: "readiness-check/answers", version: 1, standard: standard.id, track: TRACK, answers: answersOf(seed),
  }));
  const differing = documents.filter((document) => !agree(assess(document), logic(document.answers))).length;
  const engines = { widget: assess, logic: (document) => logic(document.answers) };
  const perSecond = { widget: [], logic: [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [name, run] of Object.entries(engines)) {
      const begun = performance.now();
      let [count, took] = [0, 0];
      while (took < (seconds * 1000) / (2 * TURNS)) {
        for (let time = 0; time < 8; time += 1) run(documents[count++ % DOCUMENTS]);
        took = performance.now() - begun;
      }
      perSecond[name].push((count / took) * 1000);
    }
  }
  return { documents: DOCUMENTS, differing, widget: median(perSecond.widget), logic: median(perSecond.logic) };
}
