// The files of this build: where they lie, and each had once. What failed is asked for anew the next time. Bundlers move
// files and take along what is named in one piece: for them the list holds addresses that they know to replace.

import { failure } from "./faults.js";
import { keeps } from "./kept.js";

export const BUILD = "__BUILD__";
/** By name: address and digest. */
const FILES = "__FILES__";

/** Node reads files itself. It may have a window all the same (jsdom), which loads nothing. */
const inNode = /^file:/.test(import.meta.url) && !!globalThis.process?.versions?.node;
/** For bundlers the translation is there only where the page imports it: see npm/plain.js. */
const forBundlers = (name) => (name === "plain" ? customElements.get("readiness-check").plain : FILES[name]?.[0])?.href;
export const address = (name) => (BUNDLED ? forBundlers(name) : new URL(FILES[name][0], import.meta.url).href);
const digest = (name) => FILES[name]?.[1];

/** The script tag that names the digest of this loader, if there is one: pinned means every file. */
const pin = BUNDLED || inNode ? undefined : [...document.scripts].find(({ src, integrity }) => integrity && src === import.meta.url);

/** A memory of promises by name, which forgets those that failed. */
export function memory() {
  const kept = new Map();
  return (name, get) => {
    if (!kept.has(name)) {
      const promise = get();
      kept.set(name, promise);
      promise.catch(() => kept.delete(name));
    }
    return kept.get(name);
  };
}
const once = memory();

/** What `get` gives, or a failure with a code: browsers hide the reason, so it is found out when something has failed. */
async function orWhy(url, integrity, get) {
  try {
    return await get();
  } catch (cause) {
    const failures = address("failures");
    const reasons = inNode || url === failures ? null : await script("failures").catch(() => null);
    if (reasons) throw await reasons.reasonOf(url, integrity, cause);
    // Not even that script comes: it is there for `fetch` alone where a policy refuses scripts.
    const refused = !inNode && (await fetch(failures).catch(() => null))?.ok;
    throw failure(refused ? "script-refused" : "download-failed", url, cause.message);
  }
}
const own = (name, get) => orWhy(address(name), digest(name), get);

async function response(url, integrity) {
  if (inNode && !/^https?:/.test(url)) {
    // A variable, so that bundlers for browsers leave the import alone.
    const files = "node:fs/promises";
    return new Response(await (await import(/* @vite-ignore */ /* webpackIgnore: true */ files)).readFile(new URL(url)));
  }
  const answer = await fetch(url, { credentials: "omit", integrity });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer;
}

/** The text of a file that is none of the build's. */
export function textOf(path) {
  const { href } = new URL(path, globalThis.document?.baseURI ?? import.meta.url);
  return orWhy(href, undefined, async () => (await response(href)).text());
}

export const text = (name) => once(name, () => own(name, async () => (await response(address(name), digest(name))).text()));

/** How often each script was imported: a browser makes another module of the same file for another fragment. */
const imports = {};

/** Imports a script of this build: at each call a new module. */
function fresh(name) {
  const count = (imports[name] ?? -1) + 1;
  imports[name] = count;
  const file = address(name);
  return own(name, async () => {
    const isText = new URL(file).pathname.endsWith(".txt");
    const url = (isText ? await asScript(file) : file) + (count ? `#${count}` : "");
    if (pin) await checked(url, digest(name));
    return import(/* @vite-ignore */ /* webpackIgnore: true */ url);
  });
}

/** Parcel leaves no script as it is, so it has texts of them. */
const asScript = async (file) => URL.createObjectURL(new Blob([await (await response(file)).text()], { type: "text/javascript" }));

/** Lets the browser check a script by its digest before it is imported, which `import()` has no way to ask for. */
async function checked(url, integrity) {
  // WebKit preloads without a look at the digest.
  const preloads = document.createElement("link").relList.supports("modulepreload") && !/^Apple/.test(navigator.vendor);
  const [tag, is] = preloads ? ["link", { rel: "modulepreload", href: url }] : ["script", { type: "module", src: url }];
  const node = Object.assign(document.createElement(tag), { crossOrigin: "anonymous", nonce: pin.nonce, integrity });
  try {
    Object.assign(node, is);
  } catch {
    // WebKit with Trusted Types.
    await (await response(url, integrity)).arrayBuffer();
    return;
  }
  await new Promise((resolve, reject) => {
    node.onload = resolve;
    node.onerror = () => reject(new Error("refused"));
    document.head.append(node);
  });
  node.remove();
}

export const script = (name) => once(name, () => fresh(name));

/** The two modules, by their files: the first one shows the start and the questions, the whole one everything. */
const MODULES = { first: ["first", "first-glue"], whole: ["wasm", "glue"] };

const spare = {};
/** Asks for the glue ahead of its use. */
function askForGlue(which) {
  if (!spare[which]) {
    const mine = fresh(MODULES[which][1]);
    spare[which] = mine;
    // Whoever needs it asks anew.
    mine.catch(() => spare[which] === mine && delete spare[which]);
  }
  return spare[which];
}
/** The glue for a new instance, which needs one of its own; and its address. */
export function glue(which) {
  const mine = askForGlue(which);
  delete spare[which];
  return mine;
}
export const glueAddress = (which) => address(MODULES[which][1]);

/** Whether WebAssembly runs here: a browser may lack it, and a policy refuse it (in WebKit only when it is to run). */
let runs;
function wasmRuns() {
  try {
    runs = runs ?? !!new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    runs = false;
    const instead = address("plain") ? ": a slower translation runs" : "";
    if (globalThis.WebAssembly) console.warn(`readiness-check: wasm-refused: by the policy of this page${instead}. Add to it: script-src 'wasm-unsafe-eval'`);
  }
  return runs;
}

/** What starts an instance of a module for its glue. */
export async function engine(which) {
  if (!wasmRuns()) {
    if (!address("plain")) throw failure(globalThis.WebAssembly ? "wasm-refused" : "old-browser", "WebAssembly", "does not run here");
    return (await script("plain")).start;
  }
  const [name] = MODULES[which];
  const module = await once(name, () => own(name, async () => {
    // Checked by its digest a file can only be compiled when it is whole.
    const answer = await response(address(name), pin && digest(name));
    const streams = WebAssembly.compileStreaming && answer.headers.get("content-type") === "application/wasm";
    return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
  }));
  return (glue) => glue.default({ module_or_path: module });
}

/** Whether a draft of this site stands at a place behind the questions, or is a part of them, or something waits beside one. */
const isBehind = () =>
  keeps((key, storage) => /^readiness-check:.*:arrived$/.test(key) || /"screen":"(?!start")|"part":\{/.test(storage.getItem(key)));

let begun;
/** The module with which the page begins: the first one, unless a visit needs the whole one at once, or should not load both. */
export function beginsWith() {
  const whole = () => !FILES.first || !wasmRuns() || isBehind() || /#readiness=/.test(location.hash) || navigator.connection?.saveData;
  begun = begun ?? (whole() ? "whole" : "first");
  return begun;
}

/** Asks for a module ahead of its use, with the rest of the data in `lang`. */
export function askFor(which, lang) {
  const data = which === "whole" ? [text(`programmes.${lang}`)] : [];
  for (const asked of [askForGlue(which), engine(which), ...data]) asked.catch(() => {});
}

/** Asks at once for all that the first screen in `lang` needs beside its script, with this module. It is heavy: once the start is shown. */
export function askForRest(which, lang) {
  for (const asked of [text("looks"), text(`data.${lang}`)]) asked.catch(() => {});
  askFor(which, lang);
}
