// The goals, each with what this run measured. A goal that is missed is printed, never a failure.

import { median, quantile } from "./figures.mjs";
import { FORMS, OWN } from "./peers/index.mjs";

/** A visitor clicks a track, a page and an answer; a click that took no effect would have to be repeated. */
const CLICKS = 3;
/** What counts as flat or linear. */
const EVEN = 1.25;
/** What counts as no growth. */
const STEADY = 1.02;

const times = (value) => `${value.toFixed(value < 10 ? 2 : 1)} ×`;
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const mib = (bytes) => `${(bytes / 1024 / 1024).toFixed(2)} MiB`;

/** The figures of all pages: medians by the name of a page, undefined where it has none. */
export function figuresOf(found) {
  const at = (pick) => (name) => {
    const values = pick(found[name])?.filter((value) => typeof value === "number");
    return values?.length ? values : undefined;
  };
  const middle = (pick) => (name) => {
    const values = at(pick)(name);
    return values && median(values);
  };
  const high = (pick) => (name) => {
    const values = at(pick)(name);
    return values && quantile(values, 0.95);
  };
  return {
    painted: (kind) => middle((page) => page.loads[kind]?.painted),
    scored: (kind) => middle((page) => page.loads[kind]?.scored),
    clicks: (kind) => at((page) => page.loads[kind]?.clicks),
    blocking: (cpu) => middle((page) => page.visits[cpu]?.blocking),
    received: middle((page) => page.visits["1×"]?.received),
    input: (cpu) => middle((page) => page.visits[cpu]?.inDocument),
    inputHigh: (cpu) => high((page) => page.visits[cpu]?.inDocument),
    seen: (cpu) => middle((page) => page.visits[cpu]?.painted),
    seenHigh: (cpu) => high((page) => page.visits[cpu]?.painted),
    restore: (cpu) => middle((page) => page.visits[cpu]?.restore),
    language: (cpu) => middle((page) => page.visits[cpu]?.language),
    place: (place) => middle((page) => page.visits["4×"]?.places?.[place]),
    memory: (number) => (name) => found[name].memory[number],
  };
}

/** Rows of the figure, what was measured, the goal, and whether it is reached. */
export function goals({ pages, assess, firms, sizes, remembered }) {
  const figures = figuresOf(pages);
  const rows = [];
  const row = (figure, measured, goal, reached) => rows.push([figure, measured, goal, reached ? "reached" : "missed"]);
  /** A row by what is measured of our own page; without that there is only a gap to tell. */
  function compared(figure, of, goal, judged) {
    const [own, byHand] = [of(OWN), of("vanilla")];
    const forms = FORMS.filter((name) => name in pages).map(of).filter((value) => value !== undefined);
    if (own === undefined || byHand === undefined || forms.length === 0) rows.push([figure, "not measured", goal, "–"]);
    else row(figure, ...judged(own, byHand, Math.min(...forms), goal));
  }
  const againstHand = (limit) => (own, byHand, _, goal) => [`${times(own / byHand)} (${ms(own)})`, goal, own <= limit * byHand];
  const atMost = (limit) => `≤ ${limit} × by hand`;

  const kinds = ["1×", "4×", "slow 4G, 4×"];
  for (const kind of kinds) compared(`start painted, ${kind}`, figures.painted(kind), atMost(1.3), againstHand(1.3));
  const clicks = kinds.flatMap((kind) => figures.clicks(kind)(OWN) ?? []);
  const kept = clicks.filter((count) => count <= CLICKS).length;
  row("choice on the start screen, at its first picture", `${kept} of ${clicks.length} took effect`, "all", clicks.length > 0 && kept === clicks.length);
  for (const [kind, limit] of [["1×", 2], ["4×", 2.5]]) compared(`first answer scored, ${kind}`, figures.scored(kind), atMost(limit), againstHand(limit));
  const slow = figures.scored("slow 4G, 4×");
  compared("first answer scored, slow 4G, 4×", slow, "ahead of RJSF and JSON Forms", (own, byHand, _, goal) => {
    const [rjsf, jsonforms] = ["rjsf", "jsonforms"].map(slow);
    return [`${times(own / byHand)}; RJSF ${times(rjsf / byHand)}, JSON Forms ${times(jsonforms / byHand)}`, goal, own < Math.min(rjsf, jsonforms)];
  });
  compared("blocking while starting, 4×", figures.blocking("4×"), "≤ ¼ of the best form builder", (own, _, best, goal) => [
    `${times(own / best)} (${ms(own)} of ${ms(best)})`, goal, own <= best / 4,
  ]);
  for (const cpu of ["1×", "4×"]) {
    for (const [name, of] of [["median", figures.input(cpu)], ["95th percentile", figures.inputHigh(cpu)]]) {
      compared(`input to score, ${name}, ${cpu}`, of, "≤ 2 × by hand, ahead of every form builder", (own, byHand, best, goal) => [
        `${times(own / byHand)} (${ms(own)}); best ${times(best / byHand)}`, goal, own <= 2 * byHand && own < best,
      ]);
    }
    // What a visitor sees of it: a browser shows a change with its next picture.
    for (const [name, of] of [["median", figures.seen(cpu)], ["95th percentile", figures.seenHigh(cpu)]]) {
      compared(`input to the picture of it, ${name}, ${cpu}`, of, atMost(2), againstHand(2));
    }
  }
  for (const [name, of] of [["language switch", figures.language], ["saved document restored", figures.restore]]) {
    for (const cpu of ["1×", "4×"]) compared(`${name}, ${cpu}`, of(cpu), atMost(2), againstHand(2));
  }
  for (const place of ["result", "plan", "evidence", "programmes"]) {
    const own = figures.place(place)(OWN);
    if (own !== undefined) row(`place opened, 4×: ${place}`, ms(own), "≤ 100 ms", own <= 100);
    else rows.push([`place opened, 4×: ${place}`, "not measured", "≤ 100 ms", "–"]);
  }
  const [few, many] = remembered;
  for (const [name, number] of [["after the start", 0], [`after ${many} inputs`, many]]) {
    const [own, other] = [OWN, "surveyjs"].map(figures.memory(number));
    if (own && other) row(`heap and wasm ${name}`, `${mib(own)}; SurveyJS ${mib(other)}`, "≤ SurveyJS", own <= other);
    else rows.push([`heap and wasm ${name}`, "not measured", "≤ SurveyJS", "–"]);
  }
  const grown = figures.memory(many)(OWN) / figures.memory(few)(OWN);
  if (grown) row(`heap and wasm, ${few} → ${many} inputs`, times(grown), `≤ ${STEADY} ×`, grown <= STEADY);

  const faster = assess.widget / assess.logic;
  const same = assess.differing === 0 ? "same results" : `${assess.differing} of ${assess.documents} differ`;
  row("assess with trace, against json-logic-js", `${times(faster)} (${assess.widget.toFixed(0)} a second; ${same})`, "≥ 10 ×", faster >= 10);
  const { planner, call, count } = firms;
  row(`cheapest path, median of ${count} firms`, `${ms(planner.median)}; with its documents ${ms(call.median)}`, "< 1 ms", planner.median < 1);
  row(`cheapest path, worst of ${count} firms`, `${ms(planner.worst)}; with its documents ${ms(call.worst)}`, "< 5 ms", planner.worst < 5);
  const [small, large] = sizes;
  const grows = `${small.size} → ${large.size} questions`;
  const linear = large.assess / small.assess / (large.size / small.size);
  row(`assessing a question, ${grows}`, times(linear), `linear: ≤ ${EVEN} ×`, linear <= EVEN);
  row(`typing, ${grows}`, times(large.further / small.further), `flat: ≤ ${EVEN} ×`, large.further / small.further <= EVEN);
  return rows;
}

/** The figures of each page, in milliseconds but for sizes. */
export function pagesTable(pages, { remembered: [, many] }) {
  const figures = figuresOf(pages);
  const whole = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  const kib = (value) => (value / 1024).toFixed(0);
  const columns = [
    ["received, KiB", figures.received, kib],
    ...["1×", "4×", "slow 4G, 4×"].flatMap((kind) => [
      [`painted ${kind}`, figures.painted(kind), whole],
      [`scored ${kind}`, figures.scored(kind), whole],
    ]),
    ["blocking 4×", figures.blocking("4×"), whole],
    ...["1×", "4×"].flatMap((cpu) => [
      [`input ${cpu}`, figures.input(cpu), whole],
      [`95 % ${cpu}`, figures.inputHigh(cpu), whole],
    ]),
    ["restore 4×", figures.restore("4×"), whole],
    ["language 4×", figures.language("4×"), whole],
    ["MiB at start", figures.memory(0), (value) => (value / 1024 / 1024).toFixed(2)],
    [`MiB after ${many}`, figures.memory(many), (value) => (value / 1024 / 1024).toFixed(2)],
  ];
  const cell = (name) => ([, of, written]) => (of(name) === undefined ? "–" : written(of(name)));
  return { head: ["page", ...columns.map(([title]) => title)], rows: Object.keys(pages).map((name) => [name, ...columns.map(cell(name))]) };
}
