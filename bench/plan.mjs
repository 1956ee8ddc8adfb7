// How long a plan takes for the full standard, in Node's WebAssembly: the planner alone, by a module that only this
// benchmark calls, and the whole call of a page, which reads and writes documents too.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { median, table } from "./table.mjs";

const { ready, describe, plan } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")).href);
const made = (name) => path.join(process.env.BENCH, name);
const engine = await import(pathToFileURL(made("glue.mjs")).href);
await engine.default({ module_or_path: await readFile(made("engine.wasm")) });
engine.addStandard(await readFile(made("planned.json"), "utf8"));
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

/** Totals of a large plant that share no divisor, so that no two rates have a small denominator in common. */
const PRIMES = [997, 12007, 4999, 1009];

function answers(track, how) {
  const totals = [...new Set(standard.rates.map((rate) => rate.total))];
  const draw = drawn(7);
  const given = {};
  for (const question of standard.questions.filter((question) => ofTrack(question, track))) {
    if (totals.includes(question.id)) given[question.id] = how === "large" ? PRIMES[totals.indexOf(question.id)] : 120;
    else if (how !== "empty" && question.kind === "yes-no") given[question.id] = draw(2) === 1;
    else if (how !== "empty" && question.kind === "one-of") given[question.id] = question.options[draw(question.options.length)].id;
    else if (how !== "empty" && question.kind === "many-of") given[question.id] = question.options.filter(() => draw(2) === 1).map((option) => option.id);
    else if (how !== "empty" && question.kind === "count") given[question.id] = draw(60);
  }
  return given;
}

function ownCosts() {
  const draw = drawn(11);
  const price = () => ({ money: String(1 + draw(400) / 10), months: String(1 + draw(24)) });
  return { count: "own", questions: Object.fromEntries(standard.questions.map((question) => [question.id, price()])) };
}

const targets = [
  ["conditions", { reach: "nothing" }],
  ...["40", "60", "80", "95", "100"].map((mark) => [`index ${mark} %`, { reach: "index", mark }]),
  ["every element 80 %", { reach: "elements", mark: "80" }],
];

/** Milliseconds that `work` takes: the least of many, since all that disturbs only adds to it. */
function least(work) {
  const once = () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  return Math.min(...Array.from({ length: 150 }, once));
}

/** How often the planner works at one go, so that the clock is fine enough. */
const TIMES = 2;

const rows = [];
for (const track of standard.tracks.map((track) => track.id)) {
  for (const how of ["empty", "middling", "large"]) {
    for (const [costing, costs] of [["effort", {}], ["own", ownCosts()]]) {
      for (const [name, target] of targets) {
        const document = {
          format: "readiness-check/answers", version: 1, standard: standard.id, track, answers: answers(track, how), costs: { ...costs, target },
        };
        const json = JSON.stringify(document);
        const planner = (least(() => engine.planRepeatedly(json, TIMES)) - least(() => engine.planRepeatedly(json, 0))) / TIMES;
        rows.push([track, how, costing, name, planner, least(() => plan(document))]);
      }
    }
  }
}
rows.sort((one, other) => other[4] - one[4]);
console.log(`\nPlans for the full standard: ${rows.length} cases, slowest first; the planner alone, and a call with its documents\n`);
console.log(table(
  ["track", "answers", "costs", "target", "planner, ms", "call, ms"],
  rows.slice(0, 8).map(([track, how, costing, target, planner, call]) => [track, how, costing, target, planner.toFixed(2), call.toFixed(2)]),
));
const figures = (column) => {
  const values = rows.map((row) => row[column]);
  return `median ${median(values).toFixed(2)} ms, worst ${Math.max(...values).toFixed(2)} ms`;
};
console.log(`\nplanner alone: ${figures(4)}\nwhole call: ${figures(5)}`);
