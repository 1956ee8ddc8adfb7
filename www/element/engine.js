// The module in WebAssembly: one instance for the whole page. A trap ends an instance at once and leaves it in no known
// state, so nothing calls it any more; the next one is made of the same files, and gets the drafts that were journalled
// here, outside of any instance.

import { fault, jsonOf } from "./faults.js";
import { BUILD, once, ownBytes, ownScript } from "./files.js";

/** What the living instance was given: promises by name. A fresh one is given all of it anew. */
let given = new Map();

/** Like `once`, for as long as the instance lives. */
export function oncePerInstance(name, get) {
  const mine = given;
  if (!mine.has(name)) {
    const promise = get();
    mine.set(name, promise);
    promise.catch(() => mine.delete(name));
  }
  return mine.get(name);
}

/** Every draft as it was last, by the name of its place. */
const journal = new Map();
/** How many instances ended since a draft last changed. */
let ended = 0;

/** Called with the cause when an instance ends. */
const mourners = new Set();
export const whenEnded = mourners;
/** Whether the drafts themselves seem to be what ends it. */
export const endsAgain = () => ended > 1;

/** The journal for a fresh instance: name and text in turn. */
function handedOver() {
  return [...journal].flatMap(([place, text]) => {
    if (!endsAgain()) return [place, text];
    // Perhaps it is the screen that cannot be shown.
    const draft = JSON.parse(text);
    delete draft.screen;
    return [place, jsonOf(draft)];
  });
}

/** Calls the instance that belongs to `glue`; throws `engine-stopped` where it has ended. */
export function call(glue, act) {
  if (glue.ended) throw fault("engine-stopped", "", `the engine stopped after a fault: ${glue.ended.message}`);
  try {
    return act(glue);
  } catch (cause) {
    if (!glue.ended) throw cause;
    throw fault("engine-stopped", "", `the engine stopped after a fault: ${glue.ended.message}`);
  }
}

/** How many calls into an instance are under way. */
let depth = 0;

/** The exports of an instance for its glue. Whatever is thrown through it ends it: a function did not come to its end. */
function guarded(exports, glue) {
  const guard = (run) => (...given) => {
    if (glue.ended) return 0;
    depth += 1;
    try {
      return run(...given);
    } catch (cause) {
      if (!glue.ended) end(glue, cause);
      throw cause;
    } finally {
      depth -= 1;
    }
  };
  return Object.fromEntries(Object.entries(exports).map(([name, it]) => [name, typeof it === "function" ? guard(it) : it]));
}

/** The glue for an instance. What events and timers call has nobody to throw to but the host: the console has the cause. */
function fresh(glueOf) {
  const glue = glueOf((listener) => Object.assign((...given) => {
    if (glue.ended) return undefined;
    try {
      return listener(...given);
    } catch (cause) {
      if (!glue.ended || depth) throw cause;
      return undefined;
    }
  }, listener));
  return glue;
}

function end(glue, cause) {
  glue.ended = cause instanceof Error ? cause : new Error(String(cause));
  given = new Map();
  ended += 1;
  console.error("readiness-check: the engine stopped after a fault; the visitor can go on, no answer is lost.", cause);
  // The call that failed must come to its end first.
  queueMicrotask(() => mourners.forEach((mourner) => mourner(cause)));
}

const compiled = (name) => once(name, async () => WebAssembly.compile(await ownBytes(name)));

/** Whether WebAssembly runs here: a browser may lack it, and a policy refuse it (in WebKit only when it is to run). */
let runs;
function wasmRuns() {
  try {
    runs = runs ?? !!new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    runs = false;
    const instead = BUNDLED ? "" : ": a slower translation runs";
    const refused = `the policy of this page refuses WebAssembly${instead}. Add to it: script-src 'wasm-unsafe-eval'`;
    if (globalThis.WebAssembly) console.warn(`readiness-check: wasm-refused: ${refused}`);
  }
  return runs;
}

/** The first part of the engine: a function that takes the imports and gives the exports of a new instance. */
function instances() {
  // Where WebAssembly does not run, the whole of it as JavaScript.
  if (!wasmRuns()) return once("plain", async () => (await ownScript("plain.js")).default);
  return once("first", async () => {
    const module = await compiled(`readiness-check-${BUILD}.wasm`);
    return async (imports) => (await WebAssembly.instantiate(module, imports)).exports;
  });
}

/** The glue of the living instance. */
export function engine() {
  return oncePerInstance("engine", async () => {
    const [{ default: glueOf }, instance] = await Promise.all([once("glue", () => ownScript("glue.js")), instances()]);
    const glue = fresh(glueOf);
    glue.exports = await instance(glue.imports());
    glue.begin({ exports: guarded(glue.exports, glue) });
    call(glue, () => {
      glue.keepJournal((place, text) => {
        if (journal.get(place) !== text) ended = 0;
        journal.set(place, text);
      }, handedOver());
    });
    return glue;
  });
}

/** The code of the screens behind the result, and of what they work out. */
export function laterEngine() {
  return oncePerInstance("later", async () => {
    if (!wasmRuns()) return;
    const [module, glue] = await Promise.all([compiled(`later-${BUILD}.wasm`), engine()]);
    await WebAssembly.instantiate(module, { first: glue.exports });
  });
}

// What other windows write concerns the instance as long as widgets are shown.

let shown = 0;

const written = async (event) => {
  const glue = await engine();
  if (!glue.ended) call(glue, () => glue.writtenElsewhere(event.key ?? undefined));
};

export function widgetShown() {
  shown += 1;
  if (shown === 1) addEventListener("storage", written);
}

export function widgetGone() {
  shown -= 1;
  if (shown === 0) removeEventListener("storage", written);
}
