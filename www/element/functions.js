// The functions for pages and for Node.

import { KNOWN, STANDARDS, isKnown, load } from "./data.js";
import { fault, jsonOf } from "./faults.js";
import { call, instance } from "./instance.js";
import { DEFAULT_STANDARD, isUrl } from "./standard.js";

/** The instance that was made ready, and the standards of hosts that it was asked for: after a fault a fresh one needs them too. */
let made = null;
const hosts = new Set();

export async function ready(files, standard = DEFAULT_STANDARD) {
  if (typeof standard !== "string" || !isKnown(standard)) {
    throw fault("unknown-standard", "", `there is no standard "${typeof standard === "string" ? standard : typeof standard}"; known are ${KNOWN}`);
  }
  const fresh = await instance(files);
  await Promise.all([standard, ...hosts].map((one) => load(files, fresh, one)));
  if (isUrl(standard)) hosts.add(standard);
  made = fresh;
}

function mustBeReady() {
  if (!made) throw fault("not-ready", "", "not ready: await ready() first");
  return made;
}

export function standards() {
  mustBeReady();
  return JSON.parse(jsonOf(STANDARDS));
}

export function describe(standard) {
  const ready = mustBeReady();
  if (typeof standard !== "string") throw fault("unknown-standard", "", `there is no standard of type ${typeof standard}`);
  try {
    return call(ready, (glue) => glue.describe(standard));
  } catch (cause) {
    if (cause.code !== "not-ready") throw cause;
    throw fault("unknown-standard", "", `there is no standard "${standard}"; of a host's own its address must be made ready first`);
  }
}

/** What the engine makes of an answer document. After a fault of it this throws `engine-stopped` until `ready()` has been awaited again. */
function worked(what, answers) {
  const ready = mustBeReady();
  const json = jsonOf(answers);
  return call(ready, (glue) => glue[what](json));
}

/** A code as text; whatever else it is, it is no code. */
function codeOf(code) {
  if (typeof code !== "string") throw fault("code-cut", "", `a code is a text, not of type ${code === null ? "null" : typeof code}`);
  return code;
}

export const encode = (answers) => worked("encode", answers);

export function decode(code) {
  const ready = mustBeReady();
  return call(ready, (glue) => glue.decode(codeOf(code)));
}

export function checkDigits(code) {
  const ready = mustBeReady();
  return call(ready, (glue) => glue.checkDigits(codeOf(code)));
}

export function check(code, answers) {
  const ready = mustBeReady();
  const json = jsonOf(answers);
  return call(ready, (glue) => glue.check(codeOf(code), json));
}

/** The engine refuses what is larger: no more of it is handed over. */
const MOST_BYTES = 10 * 2 ** 20;

export function openFile(content) {
  const ready = mustBeReady();
  const isText = typeof content === "string";
  if (!isText && content?.BYTES_PER_ELEMENT !== 1) throw fault("wrong-type", "", "a file is given as a text or as a Uint8Array");
  const start = content.slice(0, MOST_BYTES + 1);
  return call(ready, (glue) => glue.openFile(isText ? new TextEncoder().encode(start) : start));
}

export const assess = (answers) => worked("assess", answers);
export const plan = (answers) => worked("plan", answers);
