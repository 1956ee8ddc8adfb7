// Errors as the functions and the events name them: `code`, `path` (a JSON pointer into a document) and a message in English.

export function fault(code, path, message) {
  return Object.assign(new Error(message), { code, path });
}

/** The JSON pointer to what stands under `key` at the pointer `path`. */
export const inside = (path, key) => `${path}/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`;

/** A failure to get a file: `file` is its address. */
export const failure = (code, file, message) => Object.assign(fault(code, "", `${file}: ${message}`), { file });

/** What was thrown, in words; a page may throw anything. */
function wordsOf(cause) {
  try {
    return String(cause?.message ?? cause).slice(0, 200);
  } catch {
    return "unknown";
  }
}

/** Whether JSON has all that a value is: of a Map or a Date it would keep nothing, or something else, in silence. */
function isJson(value) {
  const kind = Object(value) === value && Object.getPrototypeOf(value);
  return /string|number|boolean/.test(typeof value) || value === null || Array.isArray(value) || (typeof value === "object" && (!kind || !Object.getPrototypeOf(kind)));
}

/** The JSON of a document of the page: lists and texts as they are, also where the page gave them a toJSON of its own (Prototype 1.6 did). */
export function jsonOf(document) {
  const places = new Map();
  let refused = null;
  function honest(key, value) {
    const own = this[key];
    const around = places.get(this);
    const place = around === undefined ? "" : inside(around, key);
    if (!isJson(own)) throw (refused = fault("not-json", place, `JSON has no ${own?.constructor?.name ?? typeof own}`));
    const written = Array.isArray(own) || typeof own !== "object" ? own : value;
    places.set(written, place);
    return written;
  }
  try {
    return JSON.stringify(document, honest);
  } catch (cause) {
    if (refused) throw refused;
    // An object that contains itself, a BigInt, a getter that throws whatever it likes.
    throw fault("not-json", "", `the document cannot be read: ${wordsOf(cause)}`);
  }
}
