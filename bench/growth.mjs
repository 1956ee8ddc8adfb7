// How assessing and typing grow with the standard: 45, 450 and 4,500 questions, in one run, as ratios to the smallest.

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inChromium } from "./chromium.mjs";
import { generatedStandard, middlingAnswers } from "./standards.mjs";
import { median, table } from "./table.mjs";

const SIZES = [45, 450, 4500];
const folder = process.env.BENCH;
await mkdir(folder, { recursive: true });
const standards = SIZES.map(generatedStandard);
for (const standard of standards) {
  await writeFile(path.join(folder, `${standard.id}.json`), JSON.stringify(standard));
  await writeFile(path.join(folder, `${standard.id}.html`), `<!doctype html><meta charset="utf-8"><title>${standard.id}</title>
<script type="module" src="/readiness-check.js"></script>
<readiness-check lang="en" standard="/bench/${standard.id}.json" storage="local"></readiness-check>`);
}

// --- Assessing, in Node's WebAssembly, document in and document out.

const { ready, assess } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")).href);
const assessing = [];
for (const standard of standards) {
  await ready(pathToFileURL(path.join(folder, `${standard.id}.json`)).href);
  const documents = Array.from({ length: 10 }, (_, turn) => middlingAnswers(standard, turn));
  documents.forEach(assess);
  const times = [];
  for (let round = 0; round < 20; round += 1) {
    const begun = performance.now();
    documents.forEach(assess);
    times.push((performance.now() - begun) / documents.length);
  }
  assessing.push(median(times));
}

// --- Typing a digit in Chromium, everything answered: until the page has settled again.

async function typing(standard) {
  return inChromium(`${process.env.READINESS_ADDRESS}/bench/${standard.id}.html`, async (page) => {
    const answers = middlingAnswers(standard);
    return page.run(async (document) => {
      const element = window.document.querySelector("readiness-check");
      const root = () => element.shadowRoot;
      const until = async (holds) => {
        while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      await until(() => root()?.querySelector(".widget h3"));
      element.answers = document;
      await until(() => root().querySelector("input[type=radio]:checked"));
      [...root().querySelectorAll(".actions button")].at(-1).click();
      await until(() => root().querySelector("#q-published-count"));
      // To the page of the first element, which has every kind of question.
      [...root().querySelectorAll(".actions button")].at(-1).click();
      await until(() => root().querySelector("#q-e0-part input[type=text]"));
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

// In three rounds through all sizes, so that what else the machine does falls on each.
const typed = SIZES.map(() => ({ further: [], first: [] }));
for (let round = 0; round < 3; round += 1) {
  for (const [index, standard] of standards.entries()) {
    const { further, first } = await typing(standard);
    typed[index].further.push(...further);
    typed[index].first.push(...first);
  }
}
const further = typed.map((times) => median(times.further));
const first = typed.map((times) => median(times.first));

const ratio = (values, index) => `${(values[index] / values[0]).toFixed(2)} ×`;
console.log("\nGrowth with the standard (medians; × = ratio to the smallest, in this run)\n");
console.log(table(
  ["questions", "assess, ms", "ratio", "per question, µs", "a digit typed, ms", "ratio", "the first digit, ms", "ratio"],
  SIZES.map((size, index) => [
    size,
    assessing[index].toFixed(3),
    ratio(assessing, index),
    ((assessing[index] * 1000) / size).toFixed(2),
    further[index].toFixed(2),
    ratio(further, index),
    first[index].toFixed(2),
    ratio(first, index),
  ]),
));
