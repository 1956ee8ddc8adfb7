// The whole module takes over from the first one, which has no places behind the questions: when the visitor asks for one,
// and for every widget of the page at once, since a page has one living instance that shows widgets. Until then the first one goes on as it
// is, so that nothing that is done meanwhile is lost.

import { fieldInUse, useAgain } from "./typing.js";
import { instance, letGoOfFirst, showWhole } from "./instance.js";

/** The widgets of the first module, by what each does: see `control.js`. */
const widgets = new Set();
export const enter = (widget) => widgets.add(widget);
export function leave(widget) {
  widgets.delete(widget);
  rested();
}

let wake = () => {};
/** To be called when a widget may be at rest again. */
export const rested = () => wake();

/** Waits until nobody types or presses anything in a widget. */
async function rest() {
  while ([...widgets].some((widget) => widget.isBusy())) await new Promise((done) => (wake = done));
}

let underWay = null;

/** Has the whole module show every widget, as soon as it is there; not if by then nobody asks for it any more. */
export function takeOver(files) {
  underWay = underWay ?? change(files).finally(() => (underWay = null));
  return underWay;
}

const wanted = () => [...widgets].some((widget) => widget.wants());

async function change(files) {
  const whole = await instance(files);
  do {
    await Promise.all([...widgets].map((widget) => widget.prepare(whole)));
    await rest();
  } while (![...widgets].every((widget) => widget.isPrepared(whole)));
  if (!wanted()) return;
  // From here on in one task: no key and no click comes in between.
  showWhole(whole);
  for (const widget of [...widgets]) widget.move(whole);
  letGoOfFirst();
}

// What stands on the screen and in no draft.

const alike = (one, other) => one.localName === other.localName && one.className === other.className;
/** The nodes like this one in what the nearest id names, or else in all that is drawn. */
const near = (node, holder) => [...holder.querySelectorAll("*")].filter((other) => alike(node, other));

/** Gives what finds the node that stands for this one in another place that shows the same, with a notice more or less. */
function finder(node, place) {
  const holder = node.closest("[id]");
  const index = near(node, holder ?? place).indexOf(node);
  return (other) => {
    const there = holder ? other.querySelector(`[id="${holder.id}"]`) : other;
    if (node === holder) return there;
    return there && near(node, there)[index];
  };
}

/** What is in use in `place`, and what is unfolded: gives what does it again in another place that shows the same. */
export function inUse(root, place) {
  const open = [...place.querySelectorAll("details[open]")].map((fold) => finder(fold, place));
  const focused = root.activeElement && finder(root.activeElement, place);
  const field = fieldInUse(root);
  const { selectionStart, selectionEnd } = field ? root.activeElement : {};
  return (other) => {
    for (const find of open) find(other)?.setAttribute("open", "");
    focused?.(other)?.focus({ preventScroll: true });
    if (!field) return;
    useAgain(root, field);
    if (typeof selectionStart === "number") root.activeElement?.setSelectionRange?.(selectionStart, selectionEnd);
  };
}
