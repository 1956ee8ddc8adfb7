// Errors as the functions and the events name them: `code`, `path` (a JSON pointer into a document) and a message in English.

export function fault(code, path, message) {
  return Object.assign(new Error(message), { code, path });
}

/** A failure to get a file: `file` is its address. */
export const failure = (code, file, message) => Object.assign(fault(code, "", `${file}: ${message}`), { file });

/** What was thrown, in words; a page may throw anything. */
function wordsOf(cause) {
  try {
    return String(cause?.message ?? cause).slice(0, 200);
  } catch {
    return "it throws what has no words";
  }
}

/**
 * The JSON of a document of the page. What JSON does not have becomes null and is refused; left out, it would be lost in
 * silence. A list is written as a list, also where the page gave lists a toJSON of its own (Prototype 1.6 did).
 */
export function jsonOf(document) {
  const foreign = ["undefined", "function", "symbol"];
  function honest(key, value) {
    const own = Array.isArray(this[key]) ? this[key] : value;
    return foreign.includes(typeof own) ? null : own;
  }
  try {
    return JSON.stringify(document, honest);
  } catch (cause) {
    // An object that contains itself, a BigInt, a getter that throws.
    throw fault("not-json", "", `the document cannot be read: ${wordsOf(cause)}`);
  }
}
