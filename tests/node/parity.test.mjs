// The assessments of the native build, byte for byte. `cargo xtask test` writes the documents (xtask/src/parity.rs).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const { ready, assess } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")));

test("a thousand documents are assessed with the same bytes as by the native build", async () => {
  await ready();
  await ready("ningbo-3511-2017");
  const lines = (await readFile(process.env.PARITY, "utf8")).trimEnd().split("\n");
  assert.equal(lines.length, 1000);
  const seen = new Set();
  for (const line of lines) {
    const { document, assessment } = JSON.parse(line);
    assert.equal(JSON.stringify(assess(document)), assessment, JSON.stringify(document));
    const { published, contradictions, progress, trace } = JSON.parse(assessment);
    seen.add(published.verdict).add(document.track).add(document.standard);
    for (const { id } of contradictions) seen.add(id);
    if (progress.answered === 0) seen.add("nothing answered");
    for (const step of trace) seen.add(step.rule);
  }
  // The documents reach what they are there for.
  const wanted = ["met", "not-met", "unknown", "depends", "discrete", "process", "ningbo-3511-2018", "ningbo-3511-2017",
    "more-kinds-than-sets", "loops-automatic-rate", "linked-without-mes", "nothing answered", "option",
    "yes-no", "share-of-options", "rate", "rate-above-total", "closed", "open", "not-applicable"];
  assert.deepEqual(wanted.filter((what) => !seen.has(what)), []);
});
