// A browser compiles each function of a module when it is first called, which a slow machine feels: the first time that a
// place is opened takes twice as long as the next. So the whole module draws every place once before it is asked for one,
// outside of the page, and only for a visitor who uses the widget and rests at the moment.

import { jsonOf } from "./faults.js";
import { call } from "./instance.js";

/** How long nothing is done before a part is drawn: on a slow machine, what is done meanwhile waits for it. */
const QUIET = 1000;
/** The instances that did so. */
const warm = new WeakSet();

/** What the visitor does in `place`: when it began, and for how many milliseconds nothing was done. */
export function activityIn(place) {
  let last = 0;
  let begin;
  const begun = new Promise((done) => (begin = done));
  for (const sign of ["focusin", "keydown", "pointerdown", "input"]) {
    place.addEventListener(sign, () => {
      last = performance.now();
      begin();
    }, true);
  }
  return { begun, quietFor: () => performance.now() - last };
}

async function idle({ quietFor }) {
  while (quietFor() < QUIET) await new Promise((done) => setTimeout(done, QUIET - quietFor()));
  await new Promise((done) => requestIdleCallback(done));
}

/**
 * Has the instance draw every place once, with the settings of a widget: a part of one whenever the visitor rests and the
 * browser has nothing else to do, and no more of them once nobody waits for it. A browser that does not say when that is does
 * without.
 */
export async function warmUp(instance, settings, activity, isAwaited) {
  if (!window.requestIdleCallback) return;
  await activity.begun;
  await idle(activity);
  if (!isAwaited() || warm.has(instance)) return;
  warm.add(instance);
  const drawing = call(instance, (glue) => new glue.WarmUp(jsonOf(settings()), document.createElement("div")));
  do await idle(activity);
  while (isAwaited() && call(instance, () => drawing.goOn()));
  call(instance, () => drawing.destroy());
}
