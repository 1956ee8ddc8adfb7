// <readiness-check>: the loader. It defines the element and the functions, and fetches all else of its own build once an
// element comes near the view or somebody makes use of it. In Node it gives the functions alone.

import { fault, jsonOf, reading } from "./element/faults.js";
import { card, langOf } from "./element/words.js";

const TAG = "readiness-check";
const BUILD = "__BUILD__";
const part = (ending) => new URL(`./readiness-check-${BUILD}.${ending}`, import.meta.url).href;

const FAILED = {
  "zh-CN": ["自评工具未能加载，请重试、刷新页面或换用较新的浏览器。", "重试"],
  en: ["The self-check could not be loaded. Try again, reload the page, or use a newer browser.", "Try again"],
};

let main = null;
let loading = null;
let tries = 0;

/** The part that does everything. */
function load() {
  loading = loading ?? (async () => {
    // A browser may remember that an address failed, but not with another fragment.
    const url = part("element.js") + (tries ? `#${tries}` : "");
    tries += 1;
    try {
      const loaded = await import(/* @vite-ignore */ url);
      if (loaded.BUILD !== BUILD) throw fault("mixed-build", "", `${url} is of build ${loaded.BUILD}`);
      main = loaded;
    } catch (cause) {
      loading = null;
      throw cause.code ? cause : fault("download-failed", "", `${url} could not be loaded: ${cause.message}`);
    }
  })();
  return loading;
}

// --- The functions.

function loaded() {
  if (!main) throw fault("not-ready", "", "not ready: await ready() first");
  return main;
}

export async function ready(standard) {
  await load();
  return main.ready(standard);
}

export const standards = () => loaded().standards();
export const describe = (standard) => loaded().describe(standard);
export const assess = (answers) => loaded().assess(answers);

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
  root.append(document.createElement("slot"));
  const pending = [];

  async function start() {
    try {
      await load();
      if (insides.get(element) !== own) return;
      insides.set(element, main.control(element, root, pending));
      if (element.isConnected) inside(element).connected();
    } catch (cause) {
      card(root, langOf(element), true, FAILED[langOf(element)], start);
      console.error(`${TAG}: ${cause.message}`);
      element.dispatchEvent(new CustomEvent("readiness-error", { bubbles: true, composed: true, detail: { code: cause.code, message: cause.message } }));
    }
  }

  const later = (act) => {
    pending.push(act);
    start();
  };
  const own = {
    connected: start,
    disconnected() {},
    adopted() {},
    changed() {},
    read: () => null,
    set(json) {
      // Without the engine no more can be said of it yet.
      if (JSON.parse(json)?.format !== "readiness-check/answers") {
        throw fault("wrong-format", "/format", 'this is not a document of answers: its format is not "readiness-check/answers"');
      }
      later((widget) => widget.setAnswers(json));
    },
    reset: () => later((widget) => widget.reset()),
  };
  return own;
}

class ReadinessCheck extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    // What a page set before this element was defined stands in front of ours.
    if (Object.prototype.hasOwnProperty.call(this, "answers")) {
      const { answers } = this;
      delete this.answers;
      this.answers = answers;
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

  set answers(document) {
    inside(this).set(reading(() => jsonOf(document)));
  }

  get assessment() {
    return inside(this).read("assessment");
  }

  reset() {
    inside(this).reset();
  }
}
ReadinessCheck.observedAttributes = ["lang", "standard", "storage", "storage-key", "theme"];
// A page may load two copies: the first stays.
if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, ReadinessCheck);
