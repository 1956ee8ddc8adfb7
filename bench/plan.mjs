// How long a plan takes for the full standard, in Node's WebAssembly: the planner alone, by a module that only this
// benchmark calls, and the whole call of a page, which reads and writes documents too.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { drawn } from "./draw.mjs";
import { least, median, table } from "./figures.mjs";

const { ready, describe, plan } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")).href);
const made = (name) => path.join(process.env.BENCH, name);
const engine = await import(pathToFileURL(made("glue.mjs")).href);
await engine.default({ module_or_path: await readFile(made("engine.wasm")) });
engine.addStandard(await readFile(made("planned.json"), "utf8"));
await ready();
const standard = describe("ningbo-3511-2018");
const ofTrack = (question, track) => question.tracks?.includes(track) ?? true;

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

function ownCosts(draw) {
  const price = () => ({ money: String(1 + draw(400) / 10), months: String(1 + draw(24)) });
  return { count: "own", questions: Object.fromEntries(standard.questions.map((question) => [question.id, price()])) };
}

const TARGETS = [
  ["conditions", { reach: "nothing" }],
  ...["40", "60", "80", "95", "100"].map((mark) => [`index ${mark} %`, { reach: "index", mark }]),
  ["every element 80 %", { reach: "elements", mark: "80" }],
];

const documentOf = (track, answers, costs) => ({ format: "readiness-check/answers", version: 1, standard: standard.id, track, answers, costs });

/** Milliseconds of the planner alone, the least of `times`: what planning takes beyond reading the document. */
function planner(json, times, repeated) {
  const of = (count) => least(times, () => engine.planRepeatedly(json, count));
  return Math.max(0, of(repeated) - of(0)) / repeated;
}

/** Every target for plants that are empty, middling or large. */
export function planCases() {
  const rows = [];
  for (const track of standard.tracks.map((track) => track.id)) {
    for (const how of ["empty", "middling", "large"]) {
      for (const [costing, costs] of [["effort", {}], ["own", ownCosts(drawn(11))]]) {
        for (const [name, target] of TARGETS) {
          const document = documentOf(track, answers(track, how), { ...costs, target });
          // Twice at one go, so that the clock is fine enough.
          rows.push({ track, how, costing, name, planner: planner(JSON.stringify(document), 150, 2), call: least(150, () => plan(document)) });
        }
      }
    }
  }
  return rows.sort((one, other) => other.planner - one.planner);
}

export function planTable(rows) {
  const ms = (value) => value.toFixed(2);
  const shown = rows.slice(0, 8).map((row) => [row.track, row.how, row.costing, row.name, ms(row.planner), ms(row.call)]);
  return table(["track", "answers", "costs", "target", "planner, ms", "call, ms"], shown);
}

/** Any answer, open ones and such as do not apply among them; a plant has totals below 30, or in the thousands. */
function anyAnswer(question, draw, most) {
  if (draw(10) === 0) return "unknown";
  if (question.notApplicable && draw(10) === 0) return "not-applicable";
  switch (question.kind) {
    case "yes-no": return draw(2) === 1;
    case "one-of": return question.options[draw(question.options.length)].id;
    case "many-of": return question.options.filter(() => draw(2) === 1).map((option) => option.id);
    default: return (question.min ?? 0) + draw(most);
  }
}

function firm(seed) {
  const draw = drawn(seed);
  // The first numbers of seeds side by side are side by side.
  for (let time = 0; time < 5; time += 1) draw(2);
  const track = standard.tracks[draw(standard.tracks.length)].id;
  const most = draw(3) === 0 ? 5000 : 30;
  const answered = 1 + draw(10);
  const given = standard.questions.filter((question) => ofTrack(question, track) && draw(10) < answered);
  const answers = Object.fromEntries(given.map((question) => [question.id, anyAnswer(question, draw, most)]));
  const [, target] = TARGETS[draw(TARGETS.length)];
  return documentOf(track, answers, { ...(draw(2) ? ownCosts(draw) : {}), target });
}

/** Median and worst of the planner alone and of the whole call, for generated firms: each the least of three times. */
export function planFirms(count) {
  const times = { planner: [], call: [] };
  for (let seed = 0; seed < count; seed += 1) {
    const document = firm(seed);
    const json = JSON.stringify(document);
    const again = (measure, limit) => {
      const quick = measure(3);
      // What looks slow is looked at once more: one interruption in so many would else be the worst.
      return quick < limit ? quick : Math.min(quick, measure(20));
    };
    times.planner.push(again((runs) => planner(json, runs, 1), 2));
    times.call.push(again((runs) => least(runs, () => plan(document)), 4));
  }
  const both = (values) => ({ median: median(values), worst: values.reduce((one, other) => Math.max(one, other)) });
  return { count, planner: both(times.planner), call: both(times.call) };
}
