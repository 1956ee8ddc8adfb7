// What a widget tells: progress and faults go to the page, never an answer; files, texts and paper to the browser; and the
// rest to whoever shows the widget.

import { copyFrom, saveAs } from "../carry.js";
import { setShared } from "../computer.js";
import { fault } from "../faults.js";
import { noted } from "../history.js";
import { print } from "../paper.js";
import { whenIdle } from "../takeover.js";

/** How long nothing is done before a changed verdict is said aloud: who walks through choices is not interrupted. */
const PAUSE = 1000;

/** Why the browser keeps nothing. */
function whyUnsaved() {
  try {
    return window.localStorage && window.sessionStorage ? "storage-full" : "storage-blocked";
  } catch {
    return "storage-blocked";
  }
}

/**
 * Gives the listener of a widget in `root`. `shown` gives the widget that is there, if one is; `tell` and `tellFault` tell the
 * page, `style` gives a page the styles, `whole` is what the visitor wants of the whole module, and `choose` takes a language.
 */
export function listenerOf({ root, start }, shown, { tell, tellFault, style, whole, choose }) {
  let news = 0;
  let isToldUnsaved = false;
  const quietly = (act) => shown()?.quietly(act);

  /** Says to the visitor where to print instead, until printing began. */
  const printing = (began) => quietly((widget) => widget.printing(began ? undefined : location.href.replace(/#.*/, "")));

  const handlers = {
    beyond: (place, byHistory) => whole.want((widget) => (byHistory ? widget.go(place) : widget.visit(place))),
    change: (answered, questions) => tell("readiness-change", { answered, questions }),
    complete: () => tell("readiness-complete", {}),
    copy: (field) => copyFrom(root.getElementById(field), root).then((done) => quietly((widget) => widget.copied(field, done))),
    language: choose,
    more: () => start.painted(() => whenIdle(() => quietly((widget) => widget.more()), 300)),
    news() {
      clearTimeout(news);
      news = setTimeout(() => quietly((widget) => widget.announce()), PAUSE);
    },
    place: (from, to) => shown()?.follows() && noted(from, to),
    print() {
      const drawn = quietly((widget) => widget.paper());
      if (drawn) print(root, shown().place, drawn, style, printing);
    },
    save: saveAs,
    "shared-computer": setShared,
    /** The widget says it to its visitor, and the page is told once. */
    unsaved() {
      if (isToldUnsaved) return;
      isToldUnsaved = true;
      tellFault(fault(whyUnsaved(), "", "the answers could not be saved"));
    },
  };
  return (what, ...details) => {
    handlers[what](...details);
  };
}
