// What is inside an element: it reads the attributes, shows the widget, and tells the page what it may know.

import { takeAccent } from "./accent.js";
import { call, endsAgain, engine, whenEnded, widgetGone, widgetShown } from "./engine.js";
import { say, show as showFailure } from "./failed.js";
import { fault } from "./faults.js";
import { DEFAULT_STANDARD, STANDARDS, isKnown, isUrl, later, load, prefetch, words } from "./standards.js";
import { print, style } from "./style.js";
import { card, langOf } from "./words.js";

const STORAGES = ["local", "session", "none"];
const THEMES = ["auto", "light", "dark"];

const STOPPED = {
  "zh-CN": ["自评工具刚才出错停下了。您填写的内容都在，点“继续”接着填。", "继续"],
  en: ["The self-check ran into a fault and stopped. All that you entered is kept: press “Continue” to go on.", "Continue"],
};

/** The elements whose widget stopped and waits for its visitor. */
const waiting = new Set();

/** What somebody was typing when the widget stopped: the field, by the nearest id and its place there, and the text. */
function halfTyped(root) {
  const field = root.activeElement;
  const holder = field?.closest("[id]");
  if (!holder || typeof field.value !== "string" || !/^(text|search|)$/.test(field.type ?? "x") && field.localName !== "textarea") return null;
  return { id: holder.id, place: [holder, ...holder.querySelectorAll("*")].indexOf(field), value: field.value };
}

/** Puts back what was half typed as soon as its field is drawn, unless the visitor is elsewhere by then. */
function typeAgain(root, { id, place, value }, tries = 40) {
  const holder = root.getElementById(id);
  const field = holder && [holder, ...holder.querySelectorAll("*")][place];
  if (!field) {
    if (tries && root.host.isConnected && !root.activeElement) setTimeout(typeAgain, 50, root, { id, place, value }, tries - 1);
    return;
  }
  field.focus();
  if (field.value === value) return;
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

/** The inside of `element` with its `root`; `pending` holds what was asked of it before: functions of a widget. */
export function control(element, root, pending) {
  let mount = null;
  let widget = null;
  /** The glue of the instance that shows it. */
  let glue = null;
  let chosenLang = null;
  let turn = 0;
  let typed = null;
  /** Somebody else's script may tear the widget out of its place, which it does not notice itself. */
  let watch = null;

  const tell = (name, detail) => element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  const lang = () => chosenLang ?? langOf(element);

  /** The value of an attribute: trimmed; if it is not allowed, the default, and a notice for the visitor. */
  function setting(name, allowed, fallback, bad) {
    const value = element.getAttribute(name)?.trim() ?? "";
    if (value === "" || allowed.includes(value)) return value || fallback;
    bad.push(name, value, allowed.join(", "));
    return fallback;
  }

  function settings() {
    const bad = [];
    let standard = element.getAttribute("standard")?.trim() || DEFAULT_STANDARD;
    if (!isKnown(standard)) {
      bad.push("standard", standard, `${STANDARDS.map((known) => known.id).join(", ")}, URL`);
      standard = DEFAULT_STANDARD;
    }
    return {
      standard,
      lang: lang(),
      storage: setting("storage", STORAGES, "local", bad),
      key: element.getAttribute("storage-key")?.trim() ?? "",
      theme: setting("theme", THEMES, "auto", bad),
      bad,
    };
  }

  /** Shows the element as its attributes now say. Of several calls at once the last one wins. */
  async function refresh() {
    const mine = ++turn;
    const now = settings();
    try {
      prefetch(now.standard, now.lang);
      const [fresh, id] = await Promise.all([
        engine(),
        load(now.standard, [now.lang]).catch((cause) => {
          if (!isUrl(now.standard)) throw cause;
          // A standard of the host that cannot be used: its fault is shown, and the default with it.
          say(cause, element);
          now.bad.push("standard", now.standard, `${DEFAULT_STANDARD} (${cause.message})`);
          now.standard = DEFAULT_STANDARD;
          return load(DEFAULT_STANDARD, [now.lang]);
        }),
        words(now.lang),
        mount ? null : style(root, window),
      ]);
      if (mine !== turn || !element.isConnected) return;
      const key = now.key || id;
      if (widget) {
        call(glue, () => widget.update(id, now.lang, now.storage, key, now.bad));
        mount.dataset.theme = now.theme;
        later(now.lang);
        return;
      }
      show(fresh, id, key, now);
      later(now.lang);
      tell("readiness-ready", { engine: call(glue, () => glue.engine()), standard: id });
    } catch (cause) {
      // What ends the instance is told by `stopped`.
      if (mine === turn && cause.code !== "engine-stopped") failed(cause, now.lang);
    }
  }

  function show(fresh, id, key, now) {
    const place = document.createElement("div");
    place.className = "mount notranslate";
    place.translate = false;
    place.dataset.theme = now.theme;
    // A linked style sheet stays.
    for (const other of [...root.children]) if (other.localName !== "link") other.remove();
    root.append(place);
    takeAccent(place);
    glue = fresh;
    mount = place;
    whenEnded.add(stopped);
    widgetShown();
    const host = location.host || location.protocol;
    widget = call(glue, () => new glue.Mounted(place, id, now.lang, now.storage, key, now.bad, host, hear));
    for (const act of pending.splice(0)) {
      try {
        call(glue, () => act(widget));
      } catch (cause) {
        failed(cause, now.lang);
      }
    }
    let drawn = null;
    watch = new MutationObserver(() => {
      if (drawn && drawn.parentNode !== place) {
        stopped(fault("page-damaged", "", "a script of the page, or a translator, replaced what the self-check shows"));
      }
      drawn = place.firstElementChild;
    });
    watch.observe(place, { childList: true });
    if (typed) {
      const again = typed;
      typed = null;
      typeAgain(root, again);
    }
  }

  /** Takes the widget off, whatever state it is in. */
  function clear() {
    turn += 1;
    if (!mount) return;
    whenEnded.delete(stopped);
    widgetGone();
    watch.disconnect();
    try {
      if (widget) call(glue, () => widget.destroy());
    } catch {
      // It has ended, which was told.
    }
    mount.remove();
    mount = widget = null;
  }

  /** The instance ended, or its nodes are not its own any more: they go, and the visitor goes on with the next one. */
  function stopped(cause) {
    const within = root.activeElement !== null;
    // What was typed may be what ends it: not a second time.
    typed = endsAgain() ? null : halfTyped(root);
    clear();
    waiting.add(goOn);
    const button = card(root, lang(), false, STOPPED[lang()], () => {
      for (const act of waiting) act();
      waiting.clear();
    });
    if (within) button.focus();
    say(cause.code === "page-damaged" ? cause : fault("engine-stopped", "", cause.message), element)
      .then(({ code, more }) => more && button.before(more.hint(code, lang() === "en")));
  }

  function goOn() {
    if (element.isConnected) refresh();
  }

  function failed(cause, lang) {
    if (!widget) {
      clear();
      showFailure(cause, element, root, lang, refresh);
      return;
    }
    say(cause, element);
    if (cause.file) call(glue, () => widget.loadFailed());
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
    say(fault(code, "", "the answers could not be saved"), element);
  }

  /** What the widget says. */
  function hear(what, ...details) {
    if (what === "change") tell("readiness-change", { answered: details[0], questions: details[1] });
    if (what === "complete") tell("readiness-complete", {});
    if (what === "unsaved") unsaved();
    if (what === "print") print(root, mount);
    if (what === "later") later(lang());
    if (what === "language") {
      chosenLang = details[0];
      refresh();
    }
  }

  /** Does something with the widget: now, or as soon as it runs. */
  function withWidget(act) {
    if (widget) call(glue, () => act(widget));
    else pending.push(act);
  }

  return {
    connected() {
      if (!waiting.has(goOn)) refresh();
    },
    disconnected() {
      // An element that is moved comes back before this runs.
      queueMicrotask(() => {
        if (element.isConnected) return;
        waiting.delete(goOn);
        clear();
        root.textContent = "";
        root.append(document.createElement("slot"));
      });
    },
    /** In another document the styles must be made anew. */
    adopted() {
      if (mount) style(root, element.ownerDocument.defaultView).catch((cause) => failed(cause, "zh-CN"));
    },
    changed(name) {
      if (name === "style") {
        if (mount) takeAccent(mount);
        return;
      }
      if (name === "lang") chosenLang = null;
      if (element.isConnected && !waiting.has(goOn)) refresh();
    },
    read: (name) => (widget ? call(glue, () => widget[name]) : null),
    set: (json) => withWidget((widget) => widget.setAnswers(json)),
    reset: () => withWidget((widget) => widget.reset()),
  };
}
