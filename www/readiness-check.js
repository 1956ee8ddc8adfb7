// <readiness-check>: the loader. It defines the element and the functions, and fetches all else of its own build once an
// element comes near the view or somebody makes use of it. In Node it gives the functions alone. It is built twice: as
// readiness-check.js, and for bundlers (BUNDLED) as readiness-check.bundler.js.

import { fault, jsonOf, reading } from "./element/faults.js";
import { bundled, script } from "./element/why.js";
import { FAILED, card, langOf } from "./element/words.js";

const TAG = "readiness-check";
const BUILD = "__BUILD__";
const part = (ending) => new URL(`./readiness-check-${BUILD}.${ending}`, import.meta.url).href;

let main = null;
let loading = null;

/** Fetches the part that does everything; the glue, which is wanted in any case, comes beside it. */
async function load() {
  if (main) return;
  loading = loading ?? (BUNDLED ? bundled(() => import("./readiness-check.bundler-element.js")) : script(part("element.js"), BUILD)).finally(() => (loading = null));
  (BUNDLED ? import("./readiness-check-__BUILD__.glue.js") : import(/* @vite-ignore */ part("glue.js"))).catch(() => {});
  main = await loading;
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
export const plan = (answers) => loaded().plan(answers);

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

  const signs = ["focusin", "pointerdown"];
  let near = null;

  /** Waits until the element is within a screen of the view, or is touched. */
  function watch() {
    try {
      near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && start(), { rootMargin: "100%" });
      near.observe(element);
      signs.forEach((sign) => element.addEventListener(sign, start));
    } catch {
      start();
    }
  }

  function unwatch() {
    near?.disconnect();
    signs.forEach((sign) => element.removeEventListener(sign, start));
  }

  async function start() {
    unwatch();
    const lang = langOf(element);
    try {
      await load();
      if (insides.get(element) !== own) return;
      insides.set(element, main.control(element, root, pending));
      if (element.isConnected) inside(element).connected();
    } catch (cause) {
      card(root, lang, true, FAILED[lang], start);
      console.error(`${TAG}: ${cause.code}: ${cause.message}; doctor.html beside the files says what to do`);
      element.dispatchEvent(new CustomEvent("readiness-error", { bubbles: true, composed: true, detail: { code: cause.code ?? "failed", message: cause.message } }));
    }
  }

  const later = (act) => {
    pending.push(act);
    start();
  };
  const own = {
    connected: watch,
    disconnected: unwatch,
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
ReadinessCheck.observedAttributes = ["lang", "standard", "storage", "storage-key", "theme", "style"];
ReadinessCheck.build = BUILD;
const first = globalThis.customElements?.get(TAG);
if (first) console.warn(`${TAG} is on this page already (build ${first.build}): that one stays, and build ${BUILD} is not used`);
else globalThis.customElements?.define(TAG, ReadinessCheck);
