// One widget on the page: the instance it belongs to, the node in which it is drawn, and all that listens for it until it is
// taken off.

import { offering, receiving } from "../carry.js";
import { fault, jsonOf } from "../faults.js";
import { followed } from "../history.js";
import { holding } from "../hold.js";
import { call } from "../instance.js";
import { printable } from "../paper.js";
import { watchUse } from "../typing.js";
import { undoing } from "../undo.js";

/**
 * Makes a widget of an instance in `root`, with these `settings`; `shownBefore` says whether the element had one. It is shown
 * by `draw`. `listener` is called with what it tells, `appeared` when it is first drawn, and `damaged` when somebody else's
 * script tore it out of its place. `whole` is what its visitor wants of the whole module.
 */
export function mount({ root, start }, instance, settings, shownBefore, { listener, appeared, damaged, whole }) {
  const place = start.placeFor(settings.theme);
  root.append(place);
  start.takeAccent(place);
  let drawn = null;
  // Somebody else's script may tear the widget out of its place, which it does not notice itself.
  const observer = new MutationObserver(() => {
    if (!drawn) appeared(place);
    else if (drawn.parentNode !== place) damaged(fault("page-damaged", "", "a script of the page, or a translator, replaced what the self-check shows"));
    drawn = place.firstElementChild;
  });
  observer.observe(place, { childList: true });
  let widget;
  try {
    widget = call(instance, (glue) => new glue.Mounted(jsonOf({ ...settings, shownBefore }), listener));
  } catch (cause) {
    observer.disconnect();
    place.remove();
    throw cause;
  }

  let gone = false;
  let unfollow = null;
  let unoffer = null;
  const act = (does) => call(instance, () => does(widget));
  /** Does something with the widget where it runs, and gives what comes of it; how it ends is told by its instance. */
  function quietly(does) {
    try {
      return gone ? null : act(does);
    } catch {
      // Told.
      return null;
    }
  }

  /** Keeps the places in the history of the page, where that asks for it. */
  function follow() {
    unfollow?.();
    unfollow = shown.settings.history === "on" ? followed((place) => quietly((widget) => widget.go(place))) : null;
  }

  const isFirst = instance.which === "first";
  const used = watchUse(place);
  undoing(place, (back) => {
    const done = quietly((widget) => widget.travel(back));
    if (done) whole.giveUp();
    return done;
  });
  holding(place, (now) => {
    quietly((widget) => widget.hold(now));
    whole.hold(now);
  }, () => quietly((widget) => widget.release()));
  // The first module opens no files.
  if (isFirst) whole.enter(place);
  else receiving(place, (size) => quietly((widget) => widget.accepts(size)), (bytes) => quietly((widget) => widget.open(bytes)));
  const unprint = printable(place, () => quietly((widget) => widget.paper()));

  const shown = {
    instance,
    place,
    settings,
    /** What was used last in it. */
    used,
    /** Does something with the widget; its own errors, and the end of its instance, are thrown. */
    act,
    quietly,
    draw: () => quietly((widget) => widget.draw(place)),
    /** Whether it must have what only the whole module has. */
    lacks: () => widget.lacks,
    update(given) {
      act((widget) => widget.update(jsonOf(given)));
      shown.settings = given;
      place.dataset.theme = given.theme;
      follow();
    },
    /** Whether its places are in the history of the page. */
    follows: () => !!unfollow,
    /** Takes the codes in the address, from now on; those of the first module wait for the whole one, which looks there itself. */
    takeOffers() {
      unoffer = offering((code) => (isFirst ? whole.stay() : quietly((widget) => widget.offer(code))));
    },
    /** Nothing listens for it any more, though it is still seen. */
    leave() {
      gone = true;
      observer.disconnect();
      unfollow?.();
      unoffer?.();
      unprint();
    },
    /** Takes it off, whatever state it is in. */
    takeOff() {
      shown.leave();
      try {
        act((widget) => widget.destroy());
      } catch {
        // It has ended, which was told, or nothing of it is shown any more.
      }
      place.remove();
    },
  };
  follow();
  return shown;
}
