// The document of one run.

import { readFile } from "node:fs/promises";
import os from "node:os";

const SHOWN = ["@formbricks/surveys", "@formio/js", "@jsonforms/core", "@rjsf/core", "json-logic-js", "preact", "react", "survey-core"];

async function versions() {
  const { dependencies } = JSON.parse(await readFile(new URL("peers/package.json", import.meta.url), "utf8"));
  return SHOWN.map((name) => `${name} ${dependencies[name]}`).join(", ");
}

function machine([before, after]) {
  const [{ model }, ...others] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${model.trim()} × ${others.length + 1}, ${memory} GiB, ${os.type()} ${os.machine()}; load average ${before.toFixed(1)} before, ${after.toFixed(1)} after`;
}

/** Results in Markdown, the goals first. */
export async function document({ begun, loads, version, quick, how, parts }) {
  const { runs, slowRuns, visits, inputs } = how;
  return `# Results of one run

Written by \`cargo xtask bench${quick ? " --quick" : ""} --out\`; another run overwrites it.

| | |
| --- | --- |
| date | ${new Date(begun).toISOString().slice(0, 10)} |
| machine | ${machine(loads)} |
| browser | Chromium ${version}; Node ${process.versions.node} |
| peers | ${await versions()} |
| each page | ${runs} cold loads a speed, ${slowRuns} on slow 4G; ${inputs} inputs in ${visits} visits a speed |

## How to read it

Read ratios, not times: all pages are measured in turns, by one run, on one machine. \`×\` is the ratio to \`vanilla\`, the page written
by hand, in the same run. \`1×\` is the processor as it is, \`4×\` one that is four times slower; slow 4G has 150 ms there and back
and 1.6 Mbit/s. Another run differs by up to 20 % on loads and 35 % on inputs, and by more where other work goes on. Places are
held against a time, and blocking counts only what of a task is above 50 ms: a slower machine misses both sooner. Form
builders are SurveyJS, Form.io, JSON Forms and RJSF${quick ? ", of which a quick run leaves out Form.io" : ""}; preact and wasm-smoke are written by hand too. What is
measured, and where it is not even: [README.md](README.md).
${parts.map(([title, text]) => `\n## ${title}\n\n${text}\n`).join("")}`;
}
