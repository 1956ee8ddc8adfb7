// Files of this build. A download that failed may be tried again.

import { response } from "./response.js";
import { failure, script } from "./why.js";

export const BUILD = "__BUILD__";
export const inNode = typeof window === "undefined";
export const here = (name) => new URL(`./${name}`, import.meta.url);

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
  if (inNode) {
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
  const url = here(name);
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
  const whole = await ownText(name);
  return whole.slice(0, -1 - BUILD.length - 2).replace(/,("build":)?$/, "") + whole.slice(-1);
};

export const ownScript = (ending) => script(here(`readiness-check-${BUILD}.${ending}`).href, BUILD);
