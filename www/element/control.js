// What is inside an element: it reads the attributes, shows the widget, and tells the page what it may know.

import { card, langOf, report, showFailure } from "./card.js";
import { offShared, onShared } from "./computer.js";
import { listenerOf } from "./control/listener.js";
import { mount } from "./control/mount.js";
import { startScreen } from "./control/start-screen.js";
import { load } from "./data.js";
import { closeEdge } from "./edge.js";
import { fault } from "./faults.js";
import { call, endsAgain, instance, moduleShown, outside, unwatch, watch } from "./instance.js";
import { chosenIn, keepChosen } from "./language.js";
import { hasDraft, settingsOf, storageOf } from "./settings.js";
import { DEFAULT_STANDARD, isUrl } from "./standard.js";
import { inUse as inUseIn, wishOf } from "./takeover.js";
import { fieldInUse, useAgain } from "./typing.js";

const STOPPED = {
  "zh-CN": ["自评工具刚才出错停下了。您填写的内容都在，点“继续”接着填。", "继续"],
  en: ["The self-check ran into a fault and stopped. All that you entered is kept: press “Continue” to go on.", "Continue"],
};

/** What a translator at work may be behind. */
const SHAKEN = ["engine-stopped", "page-damaged"];
const translated = () => /\btranslated-/.test(document.documentElement.className) || !!document.querySelector("font > font");

const nextTask = () => new Promise((done) => setTimeout(done));

/** The elements whose widget stopped and waits for its visitor. */
const waiting = new Set();

/**
 * The inside of `element` with its `root`; `pending` holds what was asked of it before: functions of a widget. `start` makes
 * start screens, and `early` is the one that is there already, if one is. `leave` is called when what the root held before is
 * gone.
 */
export function control(element, root, pending, files, start, early, leave) {
  const parts = { element, root, files, start };
  /** The widget that is there, and whether one ever was. */
  let shown = null;
  let begun = false;
  /** What the first module showed, until the whole one has drawn the same. */
  let before = null;
  /** The engine's release, until the page is told that a widget of it is there. */
  let untold = null;
  let chosenLang = null;
  let langChanged = false;
  let turn = 0;
  /** What was in use when the widget stopped, and whether the page set other answers since. */
  let inUse = null;
  let replaced = false;

  const screen = startScreen(parts, early, leave, () => !!shown);
  const whole = wishOf(root, files, () => shown?.settings, move, (cause) => failed(cause, lang()));
  const tell = (name, detail) => outside(() => element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail })));
  const tellFault = (cause) => report(SHAKEN.includes(cause?.code) && translated() ? fault("page-translated", "", cause.message) : cause, element, files);
  const listener = listenerOf(parts, () => shown, { tell, tellFault, style: screen.style, whole, choose });
  closeEdge(root);

  /** The visitor's choice, unless the page changed its language since. */
  const lang = () => (chosenLang ?? (langChanged ? null : chosenIn(storageOf(element)))) || langOf(element);
  const settings = () => settingsOf(element, lang(), start.THEMES);

  /** Takes the language that the visitor chose. */
  function choose(tag) {
    chosenLang = tag;
    keepChosen(storageOf(element), tag === langOf(element) ? null : tag);
    refresh();
  }

  /** Shows the element as its attributes now say. Of several calls at once the last one wins. */
  async function refresh() {
    const mine = ++turn;
    const isCurrent = () => mine === turn && element.isConnected;
    const now = settings();
    try {
      if (!shown) {
        await screen.show(now, beginsAtStart(now), isCurrent);
        files.askForRest(isUrl(now.standard) ? "whole" : moduleShown(files), now.lang);
      }
      const [[fresh, id]] = await Promise.all([engineFor(now), shown || screen.styleAll()]);
      // Reading and making are a task each: what the page or its visitor does meanwhile waits for one of them at most.
      if (!shown) await nextTask();
      if (!isCurrent()) return;
      // Meanwhile the whole module has taken over.
      if (shown ? shown.instance !== fresh : fresh.which !== moduleShown(files)) {
        refresh();
        return;
      }
      const given = { ...now, standard: id, key: now.key || id };
      if (shown) {
        shown.update(given);
        if (shown.lacks()) whole.stay();
        return;
      }
      const made = show(fresh, given);
      untold = call(fresh, (glue) => glue.engine());
      // Drawing too, behind a start screen on which no track was pressed.
      if (screen.isSeen()) await nextTask();
      made.draw();
    } catch (cause) {
      if (!isCurrent()) return;
      // What ends the instance is told by `stopped`, once for each widget.
      if (cause.code === "engine-stopped") stopped(cause);
      else failed(cause, now.lang);
    }
  }

  /** Whether the visitor begins at the start screen as the build rendered it. */
  function beginsAtStart(now) {
    const plain = now.standard === DEFAULT_STANDARD && !now.track && now.header === "full" && !now.contact;
    return !begun && plain && now.bad.length === 0 && !hasDraft(now);
  }

  /** An instance with what an element needs, and the id of its standard. */
  async function engineFor(now) {
    if (isUrl(now.standard) && moduleShown(files) === "first") await whole.forStandard();
    const fresh = shown ? shown.instance : await instance(files, moduleShown(files));
    try {
      return [fresh, await load(files, fresh, now.standard, now.lang)];
    } catch (cause) {
      if (!isUrl(now.standard) || fresh.ended) throw cause;
      // A standard of the host that cannot be used: its fault is shown, and the default with it.
      tellFault(cause);
      now.bad.push(["standard", now.standard, `${DEFAULT_STANDARD} (${cause.message})`]);
      return [fresh, await load(files, fresh, DEFAULT_STANDARD, now.lang)];
    }
  }

  /** Makes a widget of an instance, which first does what it is given: it is there to be drawn. */
  function show(fresh, given, first) {
    watch(stopped, fresh);
    // FastClick spares elements of this class from its own taps.
    element.classList.add("needsclick");
    const shownBefore = begun;
    begun = true;
    shown = mount(parts, fresh, given, shownBefore, { listener, appeared, damaged: stopped, whole });
    if (first) shown.act(first);
    replaced = pending.length > 0;
    const track = screen.takeTrack();
    if (track) pending.push((widget) => widget.begin(track));
    for (const act of pending.splice(0)) {
      try {
        shown.act(act);
      } catch (cause) {
        failed(cause, given.lang);
      }
    }
    shown.takeOffers();
    if (fresh.which === "first" && shown.lacks()) whole.stay();
    return shown;
  }

  /** The widget is drawn: it takes the place of what was there before anybody sees both. */
  function appeared(place) {
    screen.handOver(place);
    const again = before?.();
    before = null;
    screen.leaveOnly(place);
    again?.(place);
    if (shown.instance.which === "first") whole.drawn();
    if (inUse) useAgain(root, inUse, replaced);
    inUse = null;
    const engine = untold;
    untold = null;
    if (engine) tell("readiness-ready", { engine, standard: shown.settings.standard });
  }

  /** Shows by the whole module what the first one showed, and does `act`; focus and folds come along where the visitor `stays`. */
  function move(fresh, act, stays) {
    const old = shown;
    const left = old.act((widget) => widget.left());
    const again = stays ? inUseIn(root, old.place) : null;
    old.leave();
    shown = null;
    before = () => {
      old.takeOff();
      return again;
    };
    show(fresh, old.settings, (widget) => {
      widget.resume(left);
      act?.(widget);
    }).draw();
  }

  /** Takes the widget off, whatever state it is in. */
  function clear() {
    turn += 1;
    whole.leave();
    unwatch(stopped);
    before?.();
    shown?.takeOff();
    before = shown = null;
  }

  /** The instance ended, or its nodes are not its own any more: they go, and the visitor goes on with the next one. */
  function stopped(cause) {
    if (waiting.has(goOn)) return;
    const within = root.activeElement !== null;
    // What was done may be what ends it: not a second time.
    inUse = endsAgain() ? null : fieldInUse(root, shown?.used());
    clear();
    waiting.add(goOn);
    const button = card(root, lang(), false, STOPPED[lang()], () => {
      const all = [...waiting];
      waiting.clear();
      for (const act of all) act();
    });
    if (within) button.focus();
    tellFault(cause.code === "page-damaged" ? cause : fault("engine-stopped", "", cause.message))
      .then(({ code, words }) => words && button.before(words.hint(code, lang() === "en")));
  }

  /** Shows the element anew where something about it changed. */
  function changed() {
    if (element.isConnected && !waiting.has(goOn)) refresh();
  }

  function goOn() {
    if (element.isConnected) refresh();
  }

  function failed(cause, lang) {
    if (!shown) {
      clear();
      showFailure(cause, element, root, files, lang, refresh);
      return;
    }
    tellFault(cause);
    if (cause.file) shown.act((widget) => widget.loadFailed());
  }

  /** Does something with the widget: now, or as soon as it runs. */
  function withWidget(act) {
    if (shown) shown.act(act);
    else pending.push(act);
  }

  return {
    connected() {
      onShared(changed);
      if (!waiting.has(goOn)) refresh();
    },
    disconnected() {
      // An element that is moved comes back before this runs.
      queueMicrotask(() => {
        if (element.isConnected) return;
        offShared(changed);
        leave();
        waiting.delete(goOn);
        clear();
        screen.forget();
        root.textContent = "";
        root.append(document.createElement("slot"));
      });
    },
    /** In another document the styles must be made anew. */
    adopted() {
      screen.adopted()?.catch((cause) => failed(cause, "zh-CN"));
    },
    changed(name) {
      if (name === "style") {
        if (shown) start.takeAccent(shown.place);
        return;
      }
      if (name === "lang") {
        chosenLang = null;
        langChanged = begun;
      }
      changed();
    },
    read: (name) => shown?.act((widget) => widget[name]) ?? null,
    set: (json) => withWidget((widget) => widget.setAnswers(json)),
    reset: () => withWidget((widget) => widget.reset()),
  };
}
