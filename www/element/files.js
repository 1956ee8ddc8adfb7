// Files of this build. A download that failed may be tried again.

import { fault } from "./faults.js";

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

async function response(url) {
  let answer;
  try {
    answer = await fetch(url, { credentials: "omit" });
  } catch (cause) {
    throw fault("download-failed", "", `${url} could not be loaded: ${cause.message}`);
  }
  if (!answer.ok) throw fault("download-failed", "", `${url} could not be loaded: HTTP ${answer.status}`);
  return answer;
}

export async function bytes(url) {
  if (!inNode) return (await response(url)).arrayBuffer();
  // A variable, so that bundlers for browsers leave the import alone.
  const files = "node:fs/promises";
  return (await import(/* @vite-ignore */ files)).readFile(url);
}

export async function text(url) {
  return new TextDecoder().decode(await bytes(url));
}
