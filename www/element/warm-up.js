// A browser compiles each function of a module when it is first called, which a slow machine feels: the first time that a
// place is opened takes twice as long as the next. So the whole module draws every place once before it is asked for one,
// outside of the page, and only for a visitor who uses the widget.

import { jsonOf } from "./faults.js";
import { call } from "./instance.js";

const idle = () => new Promise((done) => requestIdleCallback(done));
/** The instances that did so. */
const warm = new WeakSet();

/**
 * Has the instance draw every place once, with the settings of a widget: a part of one whenever the browser has nothing else
 * to do, and no more of them once the visitor does not wait for it any more. Without an idle browser to be told of, nothing.
 */
export async function warmUp(instance, settings, isAwaited) {
  if (warm.has(instance) || !window.requestIdleCallback) return;
  warm.add(instance);
  await idle();
  const drawing = call(instance, (glue) => new glue.WarmUp(jsonOf(settings), document.createElement("div")));
  do await idle();
  while (isAwaited() && call(instance, () => drawing.goOn()));
  call(instance, () => drawing.destroy());
}
