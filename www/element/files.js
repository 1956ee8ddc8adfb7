// Files of this build. A download that failed may be tried again. They lie beside this script; but bundlers move scripts,
// and take along only files that are named in one piece. So all of this is built once more for them, with BUNDLED true
// and a list of the files: scripts and data are imported, modules of WebAssembly fetched.

import { jsonOf } from "./faults.js";
import { response } from "./response.js";
import { bundled, failure, script } from "./why.js";

export const BUILD = "__BUILD__";
export const inNode = typeof window === "undefined";
export const here = (name) => new URL(`./${name}`, import.meta.url);

/** For bundlers: by name, what gives the address of a file, or imports it. */
const LIST = BUNDLED && "__LIST__";

const kept = new Map();

export function once(name, get) {
  if (!kept.has(name)) {
    const promise = get();
    kept.set(name, promise);
    promise.catch(() => kept.delete(name));
  }
  return kept.get(name);
}

/** The bytes of a file from outside. */
async function bytes(url) {
  if (!BUNDLED && inNode) {
    // A variable, so that bundlers for browsers leave the import alone.
    const files = "node:fs/promises";
    return (await import(/* @vite-ignore */ files)).readFile(url);
  }
  return new Uint8Array(await (await response(url.href)).arrayBuffer());
}

const decoded = (bytes) => new TextDecoder().decode(bytes);

export const text = async (url) => decoded(await bytes(url));

/** The bytes of a file of this build: every one ends with the build, so that none is cut off and no two builds are mixed. */
export async function ownBytes(name) {
  const url = BUNDLED ? LIST[name]() : here(name);
  const content = await bytes(url);
  const end = decoded(content.slice(-14));
  if (end.includes(BUILD)) return content;
  if (/^\s*</.test(decoded(content.slice(0, 99)))) throw failure("page-instead-of-file", url, "is a web page");
  const [other] = /[0-9a-f]{12}/.exec(end) ?? [];
  throw other ? failure("mixed-build", url, `is of build ${other}, not ${BUILD}`) : failure("damaged-file", url, "is not whole");
}

export const ownText = async (name) => decoded(await ownBytes(name));

/** A file of lists and maps without the build at its end, which says nothing. */
export const ownJson = async (name) => {
  const whole = BUNDLED ? jsonOf((await bundled(LIST[name])).default) : await ownText(name);
  return whole.slice(0, -1 - BUILD.length - 2).replace(/,("build":)?$/, "") + whole.slice(-1);
};

export const ownScript = async (ending) => {
  const name = `readiness-check-${BUILD}.${ending}`;
  if (!BUNDLED) return script(here(name).href, BUILD);
  // The translation is there only where the page imports it: see npm/plain.js.
  const load = LIST[name] ?? customElements.get("readiness-check").plain;
  if (!load) throw failure(globalThis.WebAssembly ? "wasm-refused" : "old-browser", name, "WebAssembly does not run here");
  return bundled(load);
};
