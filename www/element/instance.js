// The module: one instance of it for the whole page. A panic or a trap ends an instance at once and leaves it in no known
// state, so nothing calls it any more. The next one is made of the same module and of another import of the glue, and gets
// the drafts that were journalled here, outside of any instance.

import { fault, jsonOf } from "./faults.js";

/** Every draft as it was last, by the name of its place. */
const journal = new Map();
/** How many instances ended since a draft last changed. */
let endings = 0;
/** Whether the drafts themselves seem to be what ends it. */
export const endsAgain = () => endings > 1;

/** The journal for a fresh instance: name and text in turn. */
function handedOver() {
  return [...journal].flatMap(([place, text]) => {
    if (!endsAgain()) return [place, text];
    // What waits beside a draft the visitor can open again.
    if (place.endsWith(":arrived")) return [place, ""];
    // Perhaps it is the screen that cannot be shown.
    const draft = JSON.parse(text);
    delete draft.screen;
    return [place, jsonOf(draft)];
  });
}

/** By module: a promise of its living instance, and the one that was made last. */
const living = {};
const latest = {};

/** The living instance of a module: of the whole one, where nothing else is said. */
export function instance(files, which = "whole") {
  living[which] = living[which] ?? begin(files, which).catch((cause) => {
    delete living[which];
    throw cause;
  });
  return living[which];
}

/** The module of which the widgets of this page are, once there is one. */
let shown = null;
/** It is the whole one too where that is there already, and after a fault. */
export function moduleShown(files) {
  shown = shown ?? (living.whole ? "whole" : files.beginsWith());
  return shown;
}

/** The whole module shows every widget from now on, and gets the drafts of the first one as they are now. */
export function showWhole(whole) {
  call(whole, (glue) => glue.keepJournal(whole.keep, handedOver()));
  shown = "whole";
}

/** The first module has no widget any more. */
export function letGoOfFirst() {
  if (latest.first) latest.first.keeps = false;
  delete living.first;
  delete latest.first;
}

/** Stands for the window or the document: an instance that has ended cannot take off its listeners itself. */
const standIn = (target, listeners) => ({
  addEventListener(...given) {
    listeners.add([target, given]);
    target.addEventListener(...given);
  },
  removeEventListener(type, listener, options) {
    for (const entry of listeners) if (entry[1][0] === type && entry[1][1] === listener) listeners.delete(entry);
    target.removeEventListener(type, listener, options);
  },
});

async function begin(files, which) {
  const [glue, start] = await Promise.all([files.glue(which), files.engine(which)]);
  await start(glue);
  const fresh = { glue, which, address: files.glueAddress(which), stackEnd: glue.stackEnd(), once: files.memory(), listeners: new Set(), ended: null, keeps: true };
  latest[which] = fresh;
  if (globalThis.document) glue.listenAt(standIn(window, fresh.listeners), standIn(document, fresh.listeners));
  fresh.keep = (place, text) => {
    if (fresh.ended || !fresh.keeps) return;
    if (journal.get(place) !== text) endings = 0;
    journal.set(place, text);
  };
  call(fresh, () => glue.keepJournal(fresh.keep, handedOver()));
  return fresh;
}

/** Calls an instance. An error of its own has a `path`; all else that is thrown ends it, and from then on this throws `engine-stopped`. */
export function call(instance, act) {
  const stopped = () => fault("engine-stopped", "", `the engine stopped after a fault: ${instance.ended.message}`);
  if (instance.ended) throw stopped();
  try {
    return act(instance.glue);
  } catch (cause) {
    if (typeof cause?.path === "string") throw cause;
    end(instance, cause);
    throw stopped();
  }
}

/** For each widget that is shown: called with the cause when its instance ends. */
const watchers = new Map();

function end(instance, cause) {
  if (instance.ended) return;
  instance.ended = cause instanceof Error ? cause : new Error(String(cause));
  delete living[instance.which];
  if (shown === instance.which) shown = "whole";
  endings += 1;
  for (const [target, given] of instance.listeners) target.removeEventListener(...given);
  console.error("readiness-check: the engine stopped after a fault; the visitor can go on, no answer is lost.", cause);
  // The call that failed must come to its end first.
  queueMicrotask(() => [...watchers].forEach(([act, own]) => own === instance && act(cause)));
}

// What runs by itself (listeners, timers, pictures) throws to the window. An instance that is called by nobody has its stack
// where it was at first; where it has not, a call was broken off in the middle.

function brokenOff({ glue, stackEnd }) {
  try {
    return glue.stackEnd() !== stackEnd;
  } catch {
    return true;
  }
}

let telling = false;

/** Gives the page its turn: what it throws meanwhile is its own. */
export function outside(act) {
  const before = telling;
  telling = true;
  act();
  telling = before;
}

function thrown(event) {
  if (telling) return;
  const cause = event.error ?? event.reason;
  const trap = cause instanceof (globalThis.WebAssembly?.RuntimeError ?? EvalError);
  for (const instance of Object.values(latest)) {
    if (trap && (instance.ended || brokenOff(instance) || String(cause.stack).includes(instance.address))) {
      // It is said on the console below.
      event.preventDefault();
      end(instance, cause);
    }
    // Some browsers hide what was thrown. A call that is still under way comes to its end first.
    queueMicrotask(() => brokenOff(instance) && end(instance, cause ?? event.message));
  }
}

const EVENTS = ["error", "unhandledrejection"];

/** Has `act` called when an instance ends, until `unwatch`. */
export function watch(act, instance) {
  if (watchers.size === 0) for (const name of EVENTS) addEventListener(name, thrown, true);
  watchers.set(act, instance);
}

export function unwatch(act) {
  watchers.delete(act);
  if (watchers.size === 0) for (const name of EVENTS) removeEventListener(name, thrown, true);
}
