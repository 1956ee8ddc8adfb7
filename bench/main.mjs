// All benchmarks, one after the other, and at the end each goal: node main.mjs [--quick] [--out FILE]. `cargo xtask bench`
// builds what is measured and sets the variables.

import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import { parseArgs } from "node:util";
import { assessing } from "./assess.mjs";
import { table } from "./figures.mjs";
import { goals, pagesTable } from "./goals.mjs";
import { growth, growthTable } from "./growth.mjs";
import { ALL, peers, QUICK } from "./peers/index.mjs";
import { measure } from "./peers/measure.mjs";
import { planCases, planFirms, planTable } from "./plan.mjs";

const { values: { quick, out } } = parseArgs({ options: { quick: { type: "boolean", default: false }, out: { type: "string" } } });
const FULL_RUN = { pages: ALL, runs: 9, slowRuns: 5, visits: 3, inputs: 90, restores: 4, remembered: [1000, 10_000], firms: 10_000, seconds: 10 };
const QUICK_RUN = { pages: QUICK, runs: 2, slowRuns: 2, visits: 1, inputs: 16, restores: 2, remembered: [100, 1000], firms: 1000, seconds: 2 };
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

const { dependencies } = JSON.parse(await readFile(new URL("peers/package.json", import.meta.url), "utf8"));
const shown = ["@formbricks/surveys", "@formio/js", "@jsonforms/core", "@rjsf/core", "json-logic-js", "preact", "react", "survey-core"];
const versions = shown.map((name) => `${name} ${dependencies[name]}`).join(", ");
const reached = goals({ pages, assess, firms, sizes, remembered: how.remembered });
const goalsTable = table(["figure", "measured", "goal", ""], reached);
const { head, rows } = pagesTable(pages, how);
const faults = Object.entries(pages).flatMap(([name, { faults }]) => faults.map((fault) => `- ${name}: ${fault}`));
const parts = [
  ...(cases ? [["Plans for the full standard, slowest first", planTable(cases)]] : []),
  ["Growth with the standard (medians)", growthTable(sizes)],
  ["The pages (medians; ms where nothing else is said)", table(head, rows)],
  ...(faults.length > 0 ? [["What failed, and is not in the figures", faults.join("\n")]] : []),
];
for (const [title, text] of parts) console.log(`\n${title}\n\n${text}`);
console.log(`\nGoals\n\n${goalsTable}\n`);

if (out) {
  await writeFile(out, `# Results of one run

Written by \`cargo xtask bench${quick ? " --quick" : ""} --out\`, ${new Date(begun).toISOString().slice(0, 10)}. ${os.cpus()[0].model} × ${os.cpus().length}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.machine()}; load average ${loads.map((load) => load.toFixed(1)).join(" before, ")} after. Chromium ${version}, Node ${process.versions.node}. ${versions}. ${how.runs} cold loads for each speed, ${how.slowRuns} on slow 4G, ${how.visits} visits, ${how.inputs} inputs.

## How to read it

Read ratios, not times: all pages are measured in turns by one run on one machine. \`×\` is the ratio to \`vanilla\`, the page written by hand, of the same run; \`1×\` and \`4×\` name the speed of the processor, as it is and four times slower; slow 4G is 150 ms there and back and 1.6 Mbit/s. Another run differs by up to 20 % on loads and 35 % on inputs, and more where other work goes on. *Form builders* are SurveyJS, Form.io, JSON Forms and RJSF${quick ? "; Form.io is not in a quick run" : ""}; preact and wasm-smoke are pages by hand like \`vanilla\`. [README.md](README.md) says what is measured, and where the comparison is not even.

## Goals

${goalsTable}
${parts.map(([title, text]) => `\n## ${title}\n\n${text}\n`).join("")}`);
}
process.exit(0);
