// How long a plan takes for the full standard, in Node's WebAssembly: the call, and what of it is not reading and writing
// documents. Baseline: the same answers with every condition left aside and no mark, for which nothing is worked out.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { median, table } from "./table.mjs";

const { ready, describe, plan } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")).href);
await ready();
const standard = describe("ningbo-3511-2018");
const ofTrack = (question, track) => question.tracks?.includes(track) ?? true;

/** Whole numbers from a seed, so that every run asks for the same. */
function drawn(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function answers(track, how) {
  const totals = new Set(standard.rates.map((rate) => rate.total));
  const draw = drawn(7);
  const given = {};
  for (const question of standard.questions.filter((question) => ofTrack(question, track))) {
    if (totals.has(question.id)) given[question.id] = 120;
    else if (how === "middling" && question.kind === "yes-no") given[question.id] = draw(2) === 1;
    else if (how === "middling" && question.kind === "one-of") given[question.id] = question.options[draw(question.options.length)].id;
    else if (how === "middling" && question.kind === "many-of") given[question.id] = question.options.filter(() => draw(2) === 1).map((option) => option.id);
    else if (how === "middling" && question.kind === "count") given[question.id] = draw(60);
  }
  return given;
}

function ownCosts() {
  const draw = drawn(11);
  const price = () => ({ money: String(1 + draw(400) / 10), months: String(1 + draw(24)) });
  return { count: "own", questions: Object.fromEntries(standard.questions.map((question) => [question.id, price()])) };
}

const nothing = { reach: "nothing", criteria: Object.fromEntries(standard.criteria.map((criterion) => [criterion.id, "none"])) };
const targets = [
  ["conditions", { reach: "nothing" }],
  ...["40", "60", "80", "95", "100"].map((mark) => [`index ${mark} %`, { reach: "index", mark }]),
  ["every element 80 %", { reach: "elements", mark: "80" }],
];

/** Milliseconds of one call: the least of many, since all that disturbs only adds to it. */
function time(document) {
  const call = () => {
    const begun = performance.now();
    plan(document);
    return performance.now() - begun;
  };
  return Math.min(...Array.from({ length: 120 }, call));
}

const rows = [];
for (const track of standard.tracks.map((track) => track.id)) {
  for (const how of ["empty", "middling"]) {
    for (const [costing, costs] of [["effort", {}], ["own", ownCosts()]]) {
      const document = (target) => ({
        format: "readiness-check/answers", version: 1, standard: standard.id, track, answers: answers(track, how), costs: { ...costs, target },
      });
      const base = time(document(nothing));
      for (const [name, target] of targets) {
        const whole = time(document(target));
        rows.push([track, how, costing, name, whole, Math.max(0, whole - base)]);
      }
    }
  }
}
rows.sort((one, other) => other[5] - one[5]);
console.log(`\nPlans for the full standard: ${rows.length} cases, slowest first; a call with its documents, and the plan alone\n`);
console.log(table(
  ["track", "answers", "costs", "target", "call, ms", "plan, ms"],
  rows.slice(0, 8).map(([track, how, costing, target, whole, alone]) => [track, how, costing, target, whole.toFixed(2), alone.toFixed(2)]),
));
console.log(`\nmedian of all: ${median(rows.map((row) => row[5])).toFixed(2)} ms`);
