// <readiness-check>: the loader. It defines the element and the functions. As soon as an element comes near the view or
// somebody makes use of it, it asks for all that the first screen needs. In Node it gives the functions alone. It is built
// for pages as readiness-check.js, and for bundlers (BUNDLED) as readiness-check.bundler.js.

import { refuseBad } from "./element/answers.js";
import { langOf, report, showFailure } from "./element/card.js";
import { fault, jsonOf } from "./element/faults.js";
import * as files from "./element/files.js";
import * as start from "./element/start.js";

const TAG = "readiness-check";
/** The room that is kept for the widget until more is known of it: so the page below does not move within the view. */
const ROOM = "min(100vh, 900px)";

/** What paper shows before the widget runs: children that do not name the form may say what is not so, and nothing can be fetched by then. */
const ON_PAPER = { "zh-CN": "智能制造自评，填写或打印请打开：", en: "Smart manufacturing self-check, to fill in or to print: " };
/** The printable form beside this file; a bundle has none, and the page itself is named. */
const FORM = BUNDLED ? globalThis.location : new URL("readiness-check.form.html", import.meta.url);

// --- The functions.

let main = null;

async function load() {
  main = await files.script("element");
}

function loaded() {
  if (!main) throw fault("not-ready", "", "not ready: await ready() first");
  return main;
}

export async function ready(standard) {
  await load();
  return main.ready(files, standard);
}

export const standards = () => loaded().standards();
export const describe = (standard) => loaded().describe(standard);
export const assess = (answers) => loaded().assess(answers);
export const plan = (answers) => loaded().plan(answers);
export const encode = (answers) => loaded().encode(answers);
export const decode = (code) => loaded().decode(code);
export const checkDigits = (code) => loaded().checkDigits(code);
export const check = (code, answers) => loaded().check(code, answers);
export const openFile = (content) => loaded().openFile(content);

// --- The element.

const insides = new WeakMap();

/** What is inside an element: `early` until the rest is there, and then `control` of that. */
function inside(element) {
  if (!insides.has(element)) insides.set(element, early(element));
  return insides.get(element);
}

function early(element) {
  // Until the widget runs, and where it cannot, the children stay visible.
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const room = document.createElement("div");
  room.style.display = "flow-root";
  root.append(room);
  const pending = [];

  /** Puts the children into the room; on paper a sentence. Firefox tells of paper by events, and who makes a picture as if on paper by the media query alone. */
  function fill({ type, matches }) {
    const printed = (matches || type === "beforeprint") && !element.querySelector("[href*='form.html']");
    room.style.minHeight = printed ? "" : ROOM;
    room.textContent = "";
    room.append(printed ? ON_PAPER[langOf(element)] + FORM : document.createElement("slot"));
  }
  fill({});
  const signs = [[element, "focusin", begin], [element, "pointerdown", begin]];
  const papers = [[globalThis, "beforeprint", fill], [globalThis, "afterprint", fill], [globalThis.matchMedia?.("print"), "change", fill]];
  const listen = (act, all) => all.forEach(([target, sign, hears]) => target?.[`${act}EventListener`]?.(sign, hears));
  let near = null;

  /** Whether the element is within a screen of the view by now; one without a box is not, and without a layout none is. */
  function isNear() {
    const { innerHeight } = globalThis;
    const [{ top, bottom } = {}] = element.getClientRects();
    return bottom > -innerHeight && top < 2 * innerHeight;
  }

  /** Waits until the element is within a screen of the view, or is touched. An observer tells of it a picture later. */
  function watch() {
    listen("add", papers);
    if (isNear()) {
      begin();
      return;
    }
    try {
      near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && begin(), { rootMargin: "100%" });
      near.observe(element);
      listen("add", signs);
    } catch {
      begin();
    }
  }

  function unwatch() {
    near?.disconnect();
    listen("remove", signs);
  }

  /** The room is gone, or nobody sees it. */
  function leave() {
    unwatch();
    listen("remove", papers);
  }

  /** The start screen, where it is sure that the visitor begins with it: all else is asked for beside and after it. */
  let shown = null;
  async function showStart(lang) {
    if (shown || !start.isSure(element)) return;
    const theme = element.getAttribute("theme") ?? "auto";
    const href = files.address("css");
    await start.style(root, window, start.css, href);
    const screen = await start.showStart(root, href, { lang, theme, seen: true });
    if (insides.get(element) !== own || !element.isConnected || shown) {
      screen.box.remove();
      return;
    }
    shown = screen;
    start.alone(shown.box, root);
    leave();
    // In a task of its own, while the browser waits for its next picture.
    await new Promise((done) => setTimeout(done));
    if (!main) files.askForRest(files.beginsWith(), lang);
  }

  async function begin() {
    unwatch();
    const lang = langOf(element);
    files.script("element").catch(() => {});
    showStart(lang).catch(() => {});
    try {
      await load();
    } catch (cause) {
      shown = null;
      showFailure(cause, element, root, files, lang, begin);
      return;
    }
    if (insides.get(element) !== own) return;
    insides.set(element, main.control(element, root, pending, files, start, shown, leave));
    if (element.isConnected) inside(element).connected();
  }

  const once = (act) => {
    pending.push(act);
    begin();
  };
  const own = {
    connected: watch,
    disconnected: leave,
    /** In another document it lacks its styles. */
    adopted() {
      shown?.box.remove();
      shown = null;
    },
    changed() {},
    read: () => null,
    set: (json) => once((widget) => widget.setAnswers(json)),
    reset: () => once((widget) => widget.reset()),
  };
  return own;
}

class ReadinessCheck extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    // What a page set before this element was defined stands in front of ours.
    if (Object.prototype.hasOwnProperty.call(this, "answers")) {
      const { answers } = this;
      delete this.answers;
      try {
        this.answers = answers;
      } catch (cause) {
        report(cause, this, files);
      }
    }
    inside(this).connected();
  }

  disconnectedCallback() {
    inside(this).disconnected();
  }

  adoptedCallback() {
    inside(this).adopted();
  }

  attributeChangedCallback(name) {
    inside(this).changed(name);
  }

  get answers() {
    return inside(this).read("answers");
  }

  /** Frameworks set `null` and `undefined`, which take nothing away. */
  set answers(document) {
    if (document === null || document === undefined) return;
    const json = jsonOf(document);
    refuseBad(JSON.parse(json), this.getAttribute("standard")?.trim() ?? "");
    inside(this).set(json);
  }

  get assessment() {
    return inside(this).read("assessment");
  }

  reset() {
    inside(this).reset();
  }
}
ReadinessCheck.observedAttributes = ["lang", "standard", "storage", "storage-key", "theme", "track", "header", "contact", "sharing", "history", "style"];
ReadinessCheck.build = files.BUILD;
const first = globalThis.customElements?.get(TAG);
if (first) console.warn(`${TAG} is on this page already (build ${first.build}): that one stays`);
else globalThis.customElements?.define(TAG, ReadinessCheck);
