// What can be said of an answer document without the engine, so that setting `answers` throws alike before and after it is
// there. The rules, codes and paths are those of the engine (src/answers.rs): a test compares both.

import { fault, inside } from "./faults.js";
import { DEFAULT_STANDARD, isUrl } from "./standard.js";

const FORMAT = "readiness-check/answers";
/** The newest version of the format. */
const VERSION = 1;
const MOST_LEVELS = 32;
const KEPT = ["notes", "evidence", "profile", "costs"];
/** Who gave an answer: what stands in it the engine alone reads. */
const SAID = "said";
const KNOWN = ["format", "version", "standard", "track", "answers", ...KEPT, SAID, "saved", "part"];
/** The shapes of answers: the ids of standards that share one, the ids of their tracks, and by question what it takes. */
const SHAPES = "__SHAPES__";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isFlat = (value, levels = MOST_LEVELS) =>
  typeof value !== "object" || value === null || (levels > 0 && Object.values(value).every((one) => isFlat(one, levels - 1)));

function refuse(code, path, message) {
  throw fault(code, path, `${path || "the document"}: ${message}`.slice(0, 300));
}

function typed(is, path, value, expected) {
  const found = value === null ? "nothing" : { boolean: "true or false", number: "a number", string: "a text" }[typeof value];
  if (!is) refuse("wrong-type", path, `is ${found ?? (Array.isArray(value) ? "a list" : "an object")}; expected ${expected}`);
}

const text = (path, value) => typed(typeof value === "string", path, value, "a text");
const object = (path, value) => typed(isObject(value), path, value, "an object");

/** A number that is a multiple of 1 / `unit`, within bounds that are given in such units. Sums of doubles lose a little. */
function number(path, value, unit, min, max) {
  typed(typeof value === "number", path, value, "a number");
  const near = Math.round(value * unit);
  const off = Math.abs(value - near / unit) > 16 * Number.EPSILON * Math.max(Math.abs(value), 1);
  if (off && unit === 1) refuse("not-whole", path, `is ${value}; expected a whole number`);
  if (off && Math.abs(near) < 9e15) refuse("too-many-decimals", path, `is ${value}; expected at most two decimals`);
  if (near < min || near > max) refuse("out-of-bounds", path, `is ${value}; expected ${min / unit} to ${max / unit}`);
}

function option(path, value, options) {
  text(path, value);
  if (!options.includes(value)) refuse("unknown-option", path, `is "${value}"; expected one of ${options.join(", ")}`);
}

function answer(path, value, [kind, notApplicable, ...rest]) {
  if (value === "unknown" || (value === "not-applicable" && notApplicable)) return;
  if (value === "not-applicable") refuse("not-applicable-refused", path, 'cannot be answered with "not-applicable"');
  if (kind === "count") number(path, value, 1, ...rest);
  if (kind === "number") number(path, value, 100, ...rest);
  if (kind === "yes-no") typed(typeof value === "boolean", path, value, "true or false");
  if (kind === "one-of") option(path, value, rest);
  if (kind !== "many-of") return;
  typed(Array.isArray(value), path, value, "a list");
  value.forEach((one, index) => {
    option(inside(path, index), one, rest);
    if (value.indexOf(one) < index) refuse("repeated-option", inside(path, index), `"${one}" stands twice`);
  });
}

/**
 * Refuses a document that an element with this attribute `standard` cannot show: the first fault as an `Error` with code
 * and path. Of a standard of a host only what holds for all is known.
 */
export function refuseBad(document, named) {
  const known = SHAPES.find(([ids]) => ids.includes(named));
  const standard = known || isUrl(named) ? named : DEFAULT_STANDARD;
  const shape = SHAPES.find(([ids]) => ids.includes(standard));
  if (!isFlat(document)) refuse("not-json", "", "the document is nested too deep");
  if (shape && typeof document?.standard === "string" && document.standard !== standard) {
    refuse("other-standard", "/standard", `is "${document.standard}"; this element shows "${standard}"`);
  }
  object("", document);
  const need = (key) => {
    if (!Object.prototype.hasOwnProperty.call(document, key)) refuse("missing-key", "", `the key "${key}" is missing`);
    return document[key];
  };
  text("/format", need("format"));
  if (document.format !== FORMAT) refuse("wrong-format", "/format", `is not "${FORMAT}": this is not a document of answers`);
  number("/version", need("version"), 1, 1, Infinity);
  if (document.version > VERSION) {
    refuse("newer-version", "/version", `is ${document.version}; this program reads up to version ${VERSION}: load its newest release`);
  }
  text("/standard", need("standard"));
  text("/track", need("track"));
  if (shape) {
    const [, tracks, questions] = shape;
    if (!tracks.includes(document.track)) refuse("unknown-track", "/track", `is "${document.track}"; expected one of ${tracks.join(", ")}`);
    object("/answers", need("answers"));
    for (const [id, value] of Object.entries(document.answers)) {
      const path = inside("/answers", id);
      if (!Object.prototype.hasOwnProperty.call(questions, id)) refuse("unknown-question", path, `the standard "${standard}" has no question "${id}"`);
      answer(path, value, questions[id]);
    }
  }
  for (const key of [...KEPT, SAID]) if (key in document) object(`/${key}`, document[key]);
  for (const key of Object.keys(document)) {
    if (!KNOWN.includes(key)) refuse("unknown-key", inside("", key), `the key "${key}" is not known here; known are ${KNOWN.join(", ")}`);
  }
}
