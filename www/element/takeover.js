// The whole module takes over from the first one, which has no places behind the questions: when the visitor asks for one,
// and for every widget of the page at once, since a page has one living instance that shows widgets. Until then the first
// one goes on as it is, so that nothing that is done meanwhile is lost.

import { load } from "./data.js";
import { fieldInUse, isField, ticked, useAgain } from "./typing.js";
import { instance, letGoOfFirst, showWhole } from "./instance.js";
import { activityIn, warmUp } from "./warm-up.js";

/** The wishes of all widgets of the first module. */
const wishes = new Set();

let wake = () => {};

/** Waits until nobody types or presses anything in a widget. */
async function rest() {
  while ([...wishes].some((wish) => wish.isBusy())) await new Promise((done) => (wake = done));
}

let underWay = null;

/** Has the whole module show every widget, as soon as it is there; not if by then nobody asks for it. */
function takeOver(files) {
  underWay = underWay ?? change(files).finally(() => (underWay = null));
  return underWay;
}

async function change(files) {
  const whole = await instance(files);
  do {
    await Promise.all([...wishes].map((wish) => wish.prepare(whole)));
    await rest();
  } while (![...wishes].every((wish) => wish.isPrepared()));
  if (![...wishes].some((wish) => wish.isThere())) return;
  // From here on in one task: no key and no click comes in between.
  for (const wish of wishes) wish.letGo();
  showWhole(whole);
  for (const wish of [...wishes]) wish.grant(whole);
  letGoOfFirst();
}

/** What is wanted where the visitor goes nowhere. */
const STAY = () => {};
/** How long after the first screen the whole module is made ready. */
const AHEAD = 3000;
/** Does something when nothing else is to be done, or after so many milliseconds all the same. */
export const whenIdle = (act, timeout) => (window.requestIdleCallback ? requestIdleCallback(act, { timeout }) : setTimeout(act));
/** Whether somebody may be in the middle of a text. */
const isWriting = (field) => isField(field) && !ticked(field);

/**
 * What the visitor of one widget wants of the whole module, as long as the first one shows it. `shown` gives the
 * settings with which it does, if it does; `move` shows it by the whole module, which first does what it is given;
 * `failed` tells the visitor why it cannot.
 */
export function wishOf(root, files, shown, move, failed) {
  let act = null;
  /** Whether it must come all the same when the visitor no longer wants to go anywhere: what arrived waits for it. */
  let awaited = false;
  /** The button that was pressed last, and whether something is pressed or composed. */
  let pressed = null;
  let held = false;
  /** The field that was left by the press, though it may still have the focus: after a click by voice or by a script. */
  let done = null;
  let prepared = null;
  /** What its visitor does in it. */
  let activity = null;

  const wish = {
    isThere: () => !!act,
    isBusy: () => held || (isWriting(root.activeElement) && root.activeElement !== done),
    async prepare(whole) {
      prepared = shown();
      if (prepared) await load(files, whole, prepared.standard, prepared.lang);
    },
    isPrepared: () => prepared === shown(),
    /** Who goes elsewhere leaves what has the focus, with all that this does, and is led to where the visitor goes. */
    letGo() {
      if (act && act !== STAY) root.activeElement?.blur();
    },
    grant(whole) {
      const wanted = act;
      leave();
      if (shown()) move(whole, wanted, !wanted || wanted === STAY);
    },
  };

  function leave() {
    act = pressed = done = null;
    awaited = held = false;
    wishes.delete(wish);
    wake();
  }

  function want(wanted) {
    act = wanted;
    awaited = awaited || wanted === STAY;
    done = wanted === STAY ? null : root.activeElement;
    pressed?.setAttribute("aria-busy", "true");
    takeOver(files).catch((cause) => {
      if (act !== wanted) return;
      giveUp();
      failed(cause);
    });
  }

  function giveUp() {
    act = awaited ? STAY : null;
    pressed?.removeAttribute("aria-busy");
  }

  /** Has the whole module made ready before anybody wants it: going to a place then takes no longer than its drawing. */
  function ahead() {
    // What is asked of the whole module may be to show a widget, while none is there.
    if (!wishes.has(wish) || !shown()) return;
    files.askFor("whole", shown().lang);
    const ready = async () => {
      await takeOver(files);
      if (wishes.has(wish)) await warmUp(await instance(files), shown, activity, () => wishes.has(wish));
    };
    // Where it fails, it is asked for again when it is wanted, and the visitor is told then.
    whenIdle(() => ready().catch(() => {}));
  }

  return {
    /** The first module shows the widget in `place`. */
    enter(place) {
      wishes.add(wish);
      activity = activityIn(place);
      // The focus is elsewhere only after this event.
      place.addEventListener("focusout", () => setTimeout(wake));
      place.addEventListener("input", () => (done = null), true);
      place.addEventListener("click", ({ target }) => {
        const button = target.closest("button");
        if (!button) return;
        giveUp();
        pressed = button;
      }, true);
    },
    /** It shows it no longer. */
    leave,
    /** The first screen is drawn. */
    drawn: () => setTimeout(ahead, AHEAD),
    /** Has the whole module take over, and do this first. */
    want,
    /** Has it take over and stay where the visitor is. */
    stay: () => want(STAY),
    giveUp,
    hold(now) {
      held = now;
      wake();
    },
    /** A standard of the host is checked, and only the whole module does that. */
    async forStandard() {
      act = act ?? STAY;
      wishes.add(wish);
      try {
        await takeOver(files);
      } finally {
        act = null;
        if (!shown()) leave();
      }
    },
  };
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
