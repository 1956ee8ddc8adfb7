// How assessing and typing grow with the standard, as ratios to the smallest in one run.

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inChromium } from "./chromium.mjs";
import { generatedStandard, middlingAnswers } from "./standards.mjs";
import { median, table } from "./figures.mjs";

/** Beside these, one question of a published condition. */
const SIZES = [54, 504, 4500];

const folder = process.env.BENCH;

async function standardOf(size) {
  const standard = generatedStandard(size);
  await writeFile(path.join(folder, `${standard.id}.json`), JSON.stringify(standard));
  await writeFile(path.join(folder, `${standard.id}.html`), `<!doctype html><meta charset="utf-8"><title>${standard.id}</title>
<script type="module" src="/readiness-check.js"></script>
<readiness-check lang="en" standard="/bench/${standard.id}.json" storage="local"></readiness-check>`);
  return standard;
}

/** Milliseconds to assess, in Node's WebAssembly, document in and document out. */
async function assessing(standard) {
  const { ready, assess } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")).href);
  await ready(pathToFileURL(path.join(folder, `${standard.id}.json`)).href);
  const documents = Array.from({ length: 10 }, (_, turn) => middlingAnswers(standard, turn));
  documents.forEach(assess);
  const times = [];
  for (let round = 0; round < 20; round += 1) {
    const begun = performance.now();
    documents.forEach(assess);
    times.push((performance.now() - begun) / documents.length);
  }
  return median(times);
}

/** Typing a digit in Chromium, everything answered: milliseconds until the page has settled again. */
async function typing(standard) {
  return inChromium(`${process.env.READINESS_ADDRESS}/bench/${standard.id}.html`, async (page) => {
    const answers = middlingAnswers(standard);
    return page.run(async (document) => {
      const element = window.document.querySelector("readiness-check");
      const root = () => element.shadowRoot;
      const until = async (holds) => {
        while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      await until(() => root()?.querySelector(".start .track"));
      element.answers = document;
      root().querySelector(".start .track").click();
      // To the page of the first element, which has every kind of question.
      await until(() => root().querySelector("#q-published-count") && root().querySelectorAll(".steps .wide .step").length > 1);
      root().querySelectorAll(".steps .wide .step")[1].click();
      await until(() => root().querySelector("#q-e0-part input[type=text]")?.value);
      const settled = () => new Promise((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(null);
      });
      // The page is searched before, not while the clock runs: it is as long as the standard.
      const field = () => root().querySelector("#q-e0-part input[type=text]");
      const live = root().querySelector(".live");
      const type = async (text) => {
        const into = field();
        into.value = text;
        const begun = performance.now();
        into.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        await settled();
        // Layout and paint are part of it.
        live.getBoundingClientRect();
        const took = performance.now() - begun;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return took;
      };
      const times = { further: [], first: [] };
      for (let turn = 0; turn < 110; turn += 1) times.further.push(await type(String(10 + (turn % 80))));
      // Into an empty field: one more question is answered, which the list of steps shows too.
      for (let turn = 0; turn < 60; turn += 1) {
        await type("");
        times.first.push(await type(String(1 + (turn % 9))));
      }
      return { further: times.further.slice(10), first: times.first.slice(10) };
    }, answers);
  });
}

/** The figures of each size. With `quick`, two sizes once. */
export async function growth({ quick }) {
  await mkdir(folder, { recursive: true });
  const sizes = quick ? SIZES.slice(0, 2) : SIZES;
  const standards = await Promise.all(sizes.map(standardOf));
  const rows = sizes.map((size) => ({ size, further: [], first: [] }));
  for (const [index, standard] of standards.entries()) rows[index].assess = await assessing(standard);
  // In rounds through all sizes, so that what else the machine does falls on each.
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    for (const [index, standard] of standards.entries()) {
      const { further, first } = await typing(standard);
      rows[index].further.push(...further);
      rows[index].first.push(...first);
    }
  }
  return rows.map(({ size, assess, further, first }) => ({ size, assess, further: median(further), first: median(first) }));
}

export function growthTable(rows) {
  const ratio = (row, name) => `${(row[name] / rows[0][name]).toFixed(2)} ×`;
  return table(
    ["questions", "assess, ms", "ratio", "per question, µs", "a digit typed, ms", "ratio", "the first digit, ms", "ratio"],
    rows.map((row) => [
      row.size,
      row.assess.toFixed(3),
      ratio(row, "assess"),
      ((row.assess * 1000) / row.size).toFixed(2),
      row.further.toFixed(2),
      ratio(row, "further"),
      row.first.toFixed(2),
      ratio(row, "first"),
    ]),
  );
}
