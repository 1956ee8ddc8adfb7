// All benchmarks, one after the other, and at the end each goal: node main.mjs [--quick] [--out FILE]. `cargo xtask bench`
// builds what is measured and sets the variables.

import { writeFile } from "node:fs/promises";
import os from "node:os";
import { parseArgs } from "node:util";
import { assessing } from "./assess.mjs";
import { table } from "./figures.mjs";
import { goals, pagesTable } from "./goals.mjs";
import { growth, growthTable } from "./growth.mjs";
import { ALL, peers, QUICK } from "./peers/index.mjs";
import { measure } from "./peers/measure.mjs";
import { planCases, planFirms, planTable } from "./plan.mjs";
import { document } from "./results.mjs";

const { values: { quick, out } } = parseArgs({ options: { quick: { type: "boolean", default: false }, out: { type: "string" } } });
const FULL_RUN = { pages: ALL, runs: 9, slowRuns: 5, visits: 3, inputs: 90, restores: 4, remembered: [1000, 10_000], firms: 10_000, seconds: 10 };
const QUICK_RUN = { pages: QUICK, runs: 4, slowRuns: 4, visits: 1, inputs: 16, restores: 2, remembered: [100, 1000], firms: 1000, seconds: 2 };
const how = quick ? QUICK_RUN : FULL_RUN;

const begun = Date.now();
const log = (what) => console.log(`bench: ${what} (after ${Math.round((Date.now() - begun) / 1000)} s)`);
const loads = [os.loadavg()[0]];

// One after the other: nothing runs beside what is measured.
log("assessing");
const assess = assessing(how.seconds);
log("plans");
const firms = planFirms(how.firms);
const cases = quick ? null : planCases();
log("growth");
const sizes = await growth({ quick });
const { version, found: pages } = await measure(await peers(how.pages), { ...how, log });
loads.push(os.loadavg()[0]);

const { head, rows } = pagesTable(pages, how);
const faults = Object.entries(pages).flatMap(([name, { faults }]) => faults.map((fault) => `- ${name}: ${fault}`));
const parts = [
  ...(cases ? [["Plans for the full standard, slowest first", planTable(cases)]] : []),
  ["Growth with the standard (medians)", growthTable(sizes)],
  ["The pages (medians; ms where nothing else is said)", table(head, rows)],
  ...(faults.length > 0 ? [["What failed, or was said on a console", faults.join("\n")]] : []),
  ["Goals", table(["figure", "measured", "goal", ""], goals({ pages, assess, firms, sizes, remembered: how.remembered }))],
];
for (const [title, text] of parts) console.log(`\n${title}\n\n${text}`);
if (out) await writeFile(out, await document({ begun, loads, version, quick, how, parts: parts.toReversed() }));
