// What is inside an element: it reads the attributes, shows the widget, and tells the page what it may know.

import { card, langOf, report, showFailure } from "./card.js";
import { copyFrom, offering, receiving, saveAs } from "./carry.js";
import { load } from "./data.js";
import { closeEdge } from "./edge.js";
import { offShared, onShared, setShared } from "./computer.js";
import { fault, jsonOf } from "./faults.js";
import { holding } from "./hold.js";
import { followed, noted } from "./history.js";
import { call, endsAgain, instance, moduleShown, outside, unwatch, watch } from "./instance.js";
import { chosenIn, keepChosen } from "./language.js";
import { DEFAULT_STANDARD, isUrl } from "./standard.js";
import { print, printable } from "./paper.js";
import { hasDraft, settingsOf, storageOf } from "./settings.js";
import { inUse as inUseIn, whenIdle, wishOf } from "./takeover.js";
import { fieldInUse, useAgain, watchUse } from "./typing.js";
import { undoing } from "./undo.js";

/** How long nothing is done before a changed verdict is said aloud: who walks through choices is not interrupted. */
const PAUSE = 1000;

const STOPPED = {
  "zh-CN": ["自评工具刚才出错停下了。您填写的内容都在，点“继续”接着填。", "继续"],
  en: ["The self-check ran into a fault and stopped. All that you entered is kept: press “Continue” to go on.", "Continue"],
};

/** What a translator at work may be behind. */
const SHAKEN = ["engine-stopped", "page-damaged"];
const translated = () => /\btranslated-/.test(document.documentElement.className) || !!document.querySelector("font > font");

/** The elements whose widget stopped and waits for its visitor. */
const waiting = new Set();

/**
 * The inside of `element` with its `root`; `pending` holds what was asked of it before: functions of a widget. `start` makes
 * start screens, and `shown` is the one that is there already, if one is. `leave` is called when what the root held before is
 * gone.
 */
export function control(element, root, pending, files, start, shown, leave) {
  /** The widget, the instance it belongs to, and the node it is drawn in. */
  let widget = null;
  let own = null;
  let mount = null;
  /** The styles that the root has by now, and whether a widget was ever shown. */
  let css = null;
  /** The start screen that is shown before the module is there. */
  let early = shown;
  let begun = false;
  let chosenLang = null;
  let langChanged = false;
  let turn = 0;
  let inUse = null;
  let used = () => null;
  /** Whether the page set other answers while there was no widget. */
  let replaced = false;
  let news = 0;
  /** Somebody else's script may tear the widget out of its place, which it does not notice itself. */
  let observer = null;
  /** What the first module showed, until the whole one has drawn the same. */
  let before = null;
  /** The settings with which the widget is shown. */
  let applied = null;
  const whole = wishOf(root, files, () => widget && applied, move, (cause) => failed(cause, lang()));

  const tell = (name, detail) => outside(() => element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail })));
  closeEdge(root);
  const tellFault = (cause) => report(SHAKEN.includes(cause?.code) && translated() ? fault("page-translated", "", cause.message) : cause, element, files);
  /** The visitor's choice, unless the page changed its language since. */
  const lang = () => (chosenLang ?? (langChanged ? null : chosenIn(storageOf(element)))) || langOf(element);
  const settings = () => settingsOf(element, lang(), start.THEMES);
  const href = () => files.address("css");
  /** Gives a root, or the page of a frame, the styles. */
  const dressed = (root, window = globalThis) => start.style(root, window, css, href());

  /** Shows the element as its attributes now say. Of several calls at once the last one wins. */
  async function refresh() {
    const mine = ++turn;
    const current = () => mine === turn && element.isConnected;
    const now = settings();
    try {
      if (!mount) {
        await dress(now, current);
        files.askForRest(isUrl(now.standard) ? "whole" : moduleShown(files), now.lang);
      }
      const [[fresh, id]] = await Promise.all([engineFor(now), mount || dressAll()]);
      // Reading and drawing are a task each: what the page or its visitor does meanwhile waits for one of them at most.
      if (!mount) await new Promise((done) => setTimeout(done));
      if (!current()) return;
      // Meanwhile the whole module has taken over.
      if (widget ? own !== fresh : fresh.which !== moduleShown(files)) {
        refresh();
        return;
      }
      const given = { ...now, standard: id, key: now.key || id };
      if (widget) {
        call(own, () => widget.update(jsonOf(given)));
        applied = given;
        mount.dataset.theme = now.theme;
        follow();
        if (widget.lacks) whole.stay();
        return;
      }
      show(fresh, given);
      tell("readiness-ready", { engine: call(own, (glue) => glue.engine()), standard: id });
    } catch (cause) {
      if (!current()) return;
      // What ends the instance is told by `stopped`, once for each widget.
      if (cause.code === "engine-stopped") stopped(cause);
      else failed(cause, now.lang);
    }
  }

  /** An instance with what an element needs, and the id of its standard. */
  async function engineFor(now) {
    if (isUrl(now.standard) && moduleShown(files) === "first") await whole.forStandard();
    const fresh = widget ? own : await instance(files, moduleShown(files));
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

  /** Shows by the whole module what the first one showed, and does `act`; focus and folds come along where the visitor `stays`. */
  function move(whole, act, stays) {
    const left = call(own, () => widget.left());
    const again = stays ? inUseIn(root, mount) : null;
    unwatch(stopped);
    observer.disconnect();
    unfollow?.();
    unoffer?.();
    unprint?.();
    unfollow = unoffer = unprint = null;
    const old = { own, widget };
    before = () => {
      try {
        call(old.own, () => old.widget.destroy());
      } catch {
        // It has ended, and nothing of it is shown any more.
      }
      return again;
    };
    show(whole, applied, (widget) => {
      widget.resume(left);
      act?.(widget);
    });
  }

  /** Gives the root all styles. */
  async function dressAll() {
    css = JSON.parse(await files.text("looks"));
    await dressed(root);
  }

  /** Shows the start screen, with styles of its own. */
  async function dress(now, current) {
    css = css ?? start.css;
    const plain = now.standard === DEFAULT_STANDARD && !now.track && now.header === "full" && !now.contact;
    const seen = !begun && plain && now.bad.length === 0 && !hasDraft(now);
    const isThere = early?.box.isConnected && early.seen && seen && early.lang === now.lang;
    if (!isThere) {
      await dressed(root);
      if (!current() || mount) return;
      const next = await start.showStart(root, href(), { ...now, seen });
      // One that was overtaken stays until the next is there: somebody may have pressed something on it.
      if (!element.isConnected || mount || (early && !current())) {
        next.box.remove();
        return;
      }
      early?.handOver(next.place);
      early = next;
      empty(early.box);
    }
    early.place.dataset.theme = now.theme;
    // What is heavy does not compete with the first picture.
    if (seen) await early.isPainted;
  }

  /** Nothing else is shown any more. */
  function empty(but) {
    leave();
    start.alone(but, root);
  }

  function show(fresh, given, first) {
    const place = start.placeFor(given.theme);
    root.append(place);
    start.takeAccent(place);
    // FastClick spares elements of this class from its own taps.
    element.classList.add("needsclick");
    own = fresh;
    mount = place;
    applied = given;
    const shownBefore = begun;
    begun = true;
    watch(stopped, fresh);
    let drawn = null;
    observer = new MutationObserver(() => {
      if (!drawn) appeared(place);
      else if (drawn.parentNode !== place) stopped(fault("page-damaged", "", "a script of the page, or a translator, replaced what the self-check shows"));
      drawn = place.firstElementChild;
    });
    observer.observe(place, { childList: true });
    widget = call(own, (glue) => new glue.Mounted(jsonOf({ ...given, shownBefore }), hear));
    follow();
    if (first) call(own, () => first(widget));
    used = watchUse(place);
    undoing(place, (back) => {
      const done = quietly((widget) => widget.travel(back));
      if (done) whole.giveUp();
      return done;
    });
    unprint = printable(place, () => quietly((widget) => widget.paper()));
    holding(place, (now) => {
      quietly((widget) => widget.hold(now));
      whole.hold(now);
    }, () => quietly((widget) => widget.release()));
    const isFirst = fresh.which === "first";
    if (isFirst) whole.enter(place);
    else receiving(place, (size) => quietly((widget) => widget.accepts(size)), (bytes) => quietly((widget) => widget.open(bytes)));
    replaced = pending.length > 0;
    const track = early?.chosen();
    if (track) {
      // The start is left before it is drawn: nothing of it comes along.
      early = null;
      pending.push((widget) => widget.begin(track));
    }
    for (const act of pending.splice(0)) {
      try {
        call(own, () => act(widget));
      } catch (cause) {
        failed(cause, given.lang);
      }
    }
    // The whole module looks there itself.
    unoffer = offering((code) => (isFirst ? whole.stay() : quietly((widget) => widget.offer(code))));
    if (isFirst && widget.lacks) whole.stay();
    const draw = () => mount === place && quietly((widget) => widget.draw(place));
    // Who sees the start and pressed nothing on it waits for nothing: then making and drawing are a task each.
    if (early?.seen && !first) setTimeout(draw);
    else draw();
  }

  /** Ends the offers of codes in the address. */
  let unoffer = null;

  /** Ends what gives the paper to whoever prints the page. */
  let unprint = null;

  /** Keeps the places in the history, where the page asks for it. */
  let unfollow = null;
  function follow() {
    unfollow?.();
    unfollow = settings().history === "on" ? followed((place) => widget && call(own, () => widget.go(place))) : null;
  }

  /** The widget is drawn: it takes the place of the start screen before anybody sees both. */
  function appeared(place) {
    early?.handOver(place);
    early = null;
    const again = before?.();
    before = null;
    empty(place);
    again?.(place);
    if (own.which === "first") whole.drawn();
    if (inUse) useAgain(root, inUse, replaced);
    inUse = null;
  }

  /** Takes the widget off, whatever state it is in. */
  function clear() {
    turn += 1;
    whole.leave();
    before?.();
    before = null;
    if (!mount) return;
    unwatch(stopped);
    observer.disconnect();
    try {
      if (widget) call(own, () => widget.destroy());
    } catch {
      // It has ended, which was told.
    }
    mount.remove();
    unfollow?.();
    unoffer?.();
    unprint?.();
    mount = widget = unfollow = unoffer = unprint = null;
  }

  /** The instance ended, or its nodes are not its own any more: they go, and the visitor goes on with the next one. */
  function stopped(cause) {
    if (waiting.has(goOn)) return;
    const within = root.activeElement !== null;
    // What was done may be what ends it: not a second time.
    inUse = endsAgain() ? null : fieldInUse(root, used());
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
    if (!widget) {
      clear();
      showFailure(cause, element, root, files, lang, refresh);
      return;
    }
    tellFault(cause);
    if (cause.file) call(own, () => widget.loadFailed());
  }

  /** The browser did not take a draft, which the widget says to its visitor: the page is told once. */
  let told = false;
  function unsaved() {
    if (told) return;
    told = true;
    let code = "storage-full";
    try {
      if (!window.localStorage || !window.sessionStorage) code = "storage-blocked";
    } catch {
      code = "storage-blocked";
    }
    tellFault(fault(code, "", "the answers could not be saved"));
  }

  /** Says to the visitor where to print instead, until printing began. */
  function printing(began) {
    if (widget) call(own, () => widget.printing(began ? undefined : location.href.replace(/#.*/, "")));
  }

  /** Prints the place at hand. */
  function printPlace() {
    const drawn = quietly((widget) => widget.paper());
    if (drawn) print(root, mount, drawn, dressed, printing);
  }

  /** What the widget says. */
  function hear(what, ...details) {
    if (what === "beyond") whole.want((widget) => (details[1] ? widget.go(details[0]) : widget.visit(details[0])));
    if (what === "change") tell("readiness-change", { answered: details[0], questions: details[1] });
    if (what === "complete") tell("readiness-complete", {});
    if (what === "unsaved") unsaved();
    if (what === "news") {
      clearTimeout(news);
      news = setTimeout(() => quietly((widget) => widget.announce()), PAUSE);
    }
    if (what === "place" && unfollow) noted(...details);
    if (what === "save") saveAs(...details);
    if (what === "copy") copyFrom(root.getElementById(details[0]), root).then((done) => quietly((widget) => widget.copied(details[0], done)));
    if (what === "print") printPlace();
    if (what === "more") start.painted(() => whenIdle(() => quietly((widget) => widget.more()), 300));
    if (what === "shared-computer") setShared(details[0]);
    if (what === "language") {
      chosenLang = details[0];
      keepChosen(storageOf(element), chosenLang === langOf(element) ? null : chosenLang);
      refresh();
    }
  }

  /** Does something with the widget where it runs, and gives what comes of it; how it ends is told by `stopped`. */
  function quietly(act) {
    try {
      return widget && call(own, () => act(widget));
    } catch {
      // Told.
      return null;
    }
  }

  /** Does something with the widget: now, or as soon as it runs. */
  function withWidget(act) {
    if (widget) call(own, () => act(widget));
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
        early = null;
        root.textContent = "";
        root.append(document.createElement("slot"));
      });
    },
    /** In another document the styles must be made anew. */
    adopted() {
      if (css) dressed(root, element.ownerDocument.defaultView).catch((cause) => failed(cause, "zh-CN"));
    },
    changed(name) {
      if (name === "style") {
        if (mount) start.takeAccent(mount);
        return;
      }
      if (name === "lang") {
        chosenLang = null;
        langChanged = begun;
      }
      changed();
    },
    read: (name) => (widget ? call(own, () => widget[name]) ?? null : null),
    set: (json) => withWidget((widget) => widget.setAnswers(json)),
    reset: () => withWidget((widget) => widget.reset()),
  };
}
