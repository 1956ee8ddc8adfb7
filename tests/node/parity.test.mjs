// Assessments, plans and descriptions of the native build, byte for byte. `cargo xtask test` writes them
// (xtask/src/parity.rs).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";

const { ready, assess, describe, plan } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")));
const lines = (await readFile(process.env.PARITY, "utf8")).trimEnd().split("\n").map((line) => JSON.parse(line));
const described = lines.filter(({ description }) => description);
const cases = lines.filter(({ document }) => document);

before(async () => {
  for (const { standard } of described) await ready(standard);
});

/** The cases reach what they are there for. */
const reaches = (seen, wanted) => assert.deepEqual(wanted.filter((what) => !seen.has(what)), []);

test("both standards are described with the same bytes as by the native build", () => {
  assert.equal(described.length, 2);
  for (const { standard, description } of described) assert.equal(JSON.stringify(describe(standard)), description);
});

test("a thousand documents of each track are assessed with the same bytes as by the native build", () => {
  const seen = new Set();
  for (const { document, assessment } of cases) {
    assert.equal(JSON.stringify(assess(document)), assessment, JSON.stringify(document));
    const { published, contradictions, progress, trace } = JSON.parse(assessment);
    seen.add(published.verdict).add(document.standard);
    for (const { id } of contradictions) seen.add(id);
    if (progress.answered === 0) seen.add("nothing answered");
    for (const step of trace) seen.add(step.rule);
  }
  for (const track of ["discrete", "process"]) assert.equal(cases.filter(({ document }) => document.track === track).length, 1000);
  reaches(seen, ["met", "not-met", "unknown", "depends", "ningbo-3511-2018", "ningbo-3511-2017",
    "more-kinds-than-sets", "loops-automatic-rate", "linked-without-mes", "nothing answered", "option",
    "yes-no", "share-of-options", "rate", "rate-above-total", "closed", "open", "not-applicable"]);
});

test("the plans of every third have the same bytes as those of the native build", () => {
  const seen = new Set();
  const planned = cases.filter((one) => one.plan);
  assert.ok(planned.length > 600);
  for (const { document, plan: expected } of planned) {
    assert.equal(JSON.stringify(plan(document)), expected, JSON.stringify(document));
    const { plans, outOfReach } = JSON.parse(expected);
    seen.add(document.costs?.count).add(plans ? `${plans.length} plans` : "out of reach");
    for (const { why } of outOfReach?.blockers ?? []) seen.add(why);
  }
  reaches(seen, [undefined, "effort", "own", "1 plans", "2 plans", "3 plans", "out of reach", "total-open"]);
});
