// The functions for pages and for Node.

import { call, engine, laterEngine } from "./engine.js";
import { fault, jsonOf, reading } from "./faults.js";
import { DEFAULT_STANDARD, LANGUAGES, STANDARDS, documentOf, isKnown, load } from "./standards.js";

let glueIfReady = null;
const described = new Map();

export async function ready(standard = DEFAULT_STANDARD) {
  if (typeof standard !== "string" || !isKnown(standard)) {
    throw fault("unknown-standard", "", `there is no standard "${standard}"; known are ${STANDARDS.map((known) => known.id).join(", ")}`);
  }
  const glue = await engine();
  // A fresh instance after a fault knows nothing yet.
  const again = glueIfReady?.ended ? [...described.keys()] : [];
  const wanted = [standard, ...again.map((id) => described.get(id).name)];
  const ids = await Promise.all([...wanted.map((name) => load(name, LANGUAGES)), laterEngine()]);
  wanted.forEach((name, index) => described.set(ids[index], { name, document: documentOf(name) }));
  glueIfReady = glue;
}

function mustBeReady() {
  if (!glueIfReady) throw fault("not-ready", "", "not ready: await ready() first");
  return glueIfReady;
}

export function standards() {
  mustBeReady();
  return JSON.parse(jsonOf(STANDARDS));
}

/** Why a standard cannot be used: it is not loaded, or there is none of that id. */
function missingStandard(standard, path) {
  return STANDARDS.some((known) => known.id === standard)
    ? fault("not-ready", path, `the standard "${standard}" is not loaded: await ready("${standard}") first`)
    : fault("unknown-standard", path, `there is no standard "${standard}"`);
}

export function describe(standard) {
  mustBeReady();
  const known = described.get(standard);
  if (!known) throw missingStandard(standard, "");
  return JSON.parse(jsonOf(known.document));
}

export function assess(answers) {
  return worked("assess", answers);
}

export function plan(answers) {
  return worked("plan", answers);
}

/**
 * What the engine makes of an answer document. After a fault of the engine it throws `engine-stopped` until `ready()` has
 * been awaited again.
 */
function worked(what, answers) {
  const glue = mustBeReady();
  return reading(() => {
    const standard = answers?.standard;
    if (typeof standard === "string" && !described.has(standard)) throw missingStandard(standard, "/standard");
    const json = jsonOf(answers);
    return call(glue, () => glue[what](json));
  });
}
