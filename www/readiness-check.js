// <readiness-check>: the element and the loader, the only hand-written JavaScript. It reads attributes, fetches the files
// of its own build, and hands both to the widget in WebAssembly. In Node it gives the functions alone.

const BUILD = "__BUILD__";
const STANDARDS = "__STANDARDS__";
const LANGUAGES = ["zh-CN", "en"];
const DEFAULT_STANDARD = "ningbo-3511-2018";
const STORAGES = ["local", "session", "none"];
const THEMES = ["auto", "light", "dark"];

const inNode = typeof window === "undefined";
const here = (name) => new URL(`./${name}`, import.meta.url);

function fault(code, path, message) {
  return Object.assign(new Error(message), { code, path });
}

/** The JSON of a document from outside. What JSON does not have becomes null and is refused; left out, it would be lost in silence. */
function jsonOf(document) {
  const foreign = ["undefined", "function", "symbol"];
  const honest = (_, value) => (foreign.includes(typeof value) ? null : value);
  try {
    return JSON.stringify(document, honest);
  } catch (cause) {
    // An object that contains itself, a BigInt, a getter that throws.
    throw fault("not-json", "", `this is no document: ${cause.message}`);
  }
}

// --- Files of this build. A download that failed may be tried again.

const kept = new Map();

function once(name, get) {
  if (!kept.has(name)) {
    const promise = get();
    kept.set(name, promise);
    promise.catch(() => kept.delete(name));
  }
  return kept.get(name);
}

async function response(url) {
  let answer;
  try {
    answer = await fetch(url, { credentials: "omit" });
  } catch (cause) {
    throw fault("download-failed", "", `${url} could not be loaded: ${cause.message}`);
  }
  if (!answer.ok) throw fault("download-failed", "", `${url} could not be loaded: HTTP ${answer.status}`);
  return answer;
}

async function bytes(url) {
  if (!inNode) return (await response(url)).arrayBuffer();
  // A variable, so that bundlers for browsers leave the import alone.
  const files = "node:fs/promises";
  return (await import(/* @vite-ignore */ files)).readFile(url);
}

async function text(url) {
  return new TextDecoder().decode(await bytes(url));
}

/** Whether WebAssembly runs here: a browser may lack it, and a policy refuse it (in WebKit only when it is to run). */
let runs;
function wasmRuns() {
  try {
    runs ??= !!new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    runs = false;
  }
  return runs;
}

/** The whole engine as JavaScript: a function that the glue takes as it takes a module. */
async function translation() {
  return (await import(/* @vite-ignore */ here(`readiness-check-${BUILD}.plain.js`).href)).default;
}

/** What the first part of the engine shares with the later one. */
let shared;

function engine() {
  return once("engine", async () => {
    const [glue, module] = await Promise.all([
      import(/* @vite-ignore */ here(`readiness-check-${BUILD}.glue.js`).href),
      wasmRuns() ? bytes(here(`readiness-check-${BUILD}.wasm`)) : translation(),
    ]);
    shared = await glue.default({ module_or_path: module });
    return glue;
  });
}

/** The code of the screens behind the result, and of what they work out. */
function laterEngine() {
  return once("later", async () => {
    if (!wasmRuns()) return;
    const [module] = await Promise.all([bytes(here(`later-${BUILD}.wasm`)), engine()]);
    await WebAssembly.instantiate(module, { first: shared });
  });
}

/** The words of the interface. */
function words(lang) {
  return once(`interface.${lang}`, async () => {
    const [list, glue] = await Promise.all([text(here(`interface-${BUILD}.${lang}.json`)), engine()]);
    glue.addWords(list, lang);
  });
}

// --- Standards: a structure whose texts are numbers, and a list of texts for each language.

function withTexts(node, texts) {
  if (Array.isArray(node)) return node.map((item) => withTexts(item, texts));
  if (node === null || typeof node !== "object") return node;
  if (typeof node.w === "number") {
    return Object.fromEntries(Object.entries(texts).map(([lang, words]) => [lang, words[node.w]]));
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withTexts(value, texts)]));
}

/** A document of this build with its texts in `languages`. */
async function buildDocument(name, languages) {
  const file = (suffix) => once(name + suffix, async () => JSON.parse(await text(here(`${name}-${BUILD}${suffix}.json`))));
  const [structure, ...words] = await Promise.all([file(""), ...languages.map((lang) => file(`.${lang}`))]);
  return withTexts(structure, Object.fromEntries(languages.map((lang, index) => [lang, words[index]])));
}

const isUrl = (standard) => /[/.]/.test(standard);
const isKnown = (standard) => STANDARDS.some((known) => known.id === standard) || isUrl(standard);

/** The document of a standard with its texts in `languages`. */
async function standardDocument(standard, languages) {
  if (isUrl(standard)) {
    const url = new URL(standard, inNode ? import.meta.url : document.baseURI);
    const json = await once(url.href, () => text(url));
    try {
      return JSON.parse(json);
    } catch (cause) {
      throw fault("not-json", "", `${url} is not JSON: ${cause.message}`);
    }
  }
  const { basedOn } = STANDARDS.find((known) => known.id === standard);
  const [base, own] = await Promise.all([basedOn && standardDocument(basedOn, languages), buildDocument(standard, languages)]);
  return !base ? own : { ...base, ...own, sources: [...base.sources, ...own.sources] };
}

/** Which languages of a standard the engine has; the document once it has both. */
const loaded = new Map();

/** Loads a standard in `languages`, beside those it is already loaded in, and gives its id. */
async function load(standard, languages) {
  const had = loaded.get(standard);
  if (had && languages.every((lang) => had.languages.includes(lang))) return had.id;
  const wanted = LANGUAGES.filter((lang) => isUrl(standard) || languages.includes(lang) || had?.languages.includes(lang));
  const checked = !isUrl(standard);
  const [glue, document] = await Promise.all([engine(), standardDocument(standard, wanted), checked || laterEngine()]);
  // Another load of the same standard may have come first, with more languages.
  const now = loaded.get(standard);
  if (now && wanted.every((lang) => now.languages.includes(lang))) return now.id;
  if (isUrl(standard) && STANDARDS.some((known) => known.id === document.id)) {
    throw fault("id-taken", "/id", `${standard} calls itself "${document.id}", which is a standard of this build; it needs an id of its own`);
  }
  const id = glue.addStandard(JSON.stringify(document), wanted, checked);
  loaded.set(standard, { id, languages: wanted, document });
  return id;
}

/** Loads every edition that is based on another, and that other: they are shown side by side. */
function editions(lang) {
  const based = STANDARDS.filter((known) => known.basedOn);
  return Promise.all(based.flatMap((known) => [load(known.basedOn, [lang]), load(known.id, [lang])]));
}

// --- What the screens behind the result need. It is fetched by itself, never because of what a visitor does.

async function later(lang) {
  try {
    await once(`later.${lang}`, async () => {
      const files = [text(here(`later-${BUILD}.${lang}.json`)), buildDocument("programmes", [lang])];
      const [list, programmes, glue] = await Promise.all([...files, engine(), laterEngine(), editions(lang)]);
      glue.addLater(list, JSON.stringify(programmes), lang);
    });
  } catch {
    // Said on those screens, where it can be tried again.
    (await engine()).laterFailed();
  }
}

// --- The functions.

let glueIfReady = null;
const described = new Map();

export async function ready(standard = DEFAULT_STANDARD) {
  if (typeof standard !== "string" || !isKnown(standard)) {
    throw fault("unknown-standard", "", `there is no standard "${standard}"; known are ${STANDARDS.map((known) => known.id).join(", ")}`);
  }
  const [id] = await Promise.all([load(standard, LANGUAGES), laterEngine()]);
  described.set(id, loaded.get(standard).document);
  glueIfReady = await engine();
}

function mustBeReady() {
  if (!glueIfReady) throw fault("not-ready", "", "not ready: await ready() first");
  return glueIfReady;
}

export function standards() {
  mustBeReady();
  return JSON.parse(JSON.stringify(STANDARDS));
}

/** Why a standard cannot be used: it is not loaded, or there is none of that id. */
function missingStandard(standard, path) {
  return STANDARDS.some((known) => known.id === standard)
    ? fault("not-ready", path, `the standard "${standard}" is not loaded: await ready("${standard}") first`)
    : fault("unknown-standard", path, `there is no standard "${standard}"`);
}

export function describe(standard) {
  mustBeReady();
  const document = described.get(standard);
  if (!document) throw missingStandard(standard, "");
  return JSON.parse(JSON.stringify(document));
}

/** Reads a document of the page. What its own getters throw is a fault of the document; a fault of ours stays what it is. */
function reading(read) {
  try {
    return read();
  } catch (cause) {
    if (typeof cause?.path === "string" || cause?.name === "RuntimeError") throw cause;
    throw fault("unreadable", "", `the document cannot be read: ${cause?.message ?? cause}`);
  }
}

export function assess(answers) {
  const glue = mustBeReady();
  return reading(() => assessWith(glue, answers));
}

function assessWith(glue, answers) {
  const standard = answers?.standard;
  if (typeof standard === "string" && !described.has(standard)) throw missingStandard(standard, "/standard");
  return glue.assess(jsonOf(answers));
}

// --- The element.

const primary = (tag) => (tag.trim().toLowerCase().split(/[-_]/)[0] === "en" ? "en" : "zh-CN");

/** The nearest `lang` around an element, through the shadow roots it may stand in. */
function nearestLang(element) {
  for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
    const lang = node.getAttribute("lang");
    if (lang?.trim()) return lang;
  }
  return "zh-CN";
}

/** The styles, for the root of an element or for the printed page. */
async function style(root, window) {
  const name = `readiness-check-${BUILD}.css`;
  const Sheet = window.CSSStyleSheet;
  if ("adoptedStyleSheets" in root && Sheet.prototype.replaceSync) {
    const rules = await once("css", () => text(here(name)));
    const sheet = new Sheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = here(name).href;
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(fault("download-failed", "", `${link.href} could not be loaded`));
    (root.head ?? root).append(link);
  });
}

const failureWords = {
  "zh-CN": "自评工具未能加载，请刷新页面或换用较新的浏览器。",
  en: "The self-check could not be loaded. Reload the page, or use a newer browser.",
};

class ReadinessCheck extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ["lang", "standard", "storage", "storage-key", "theme"];

  #root = null;
  #mount = null;
  #widget = null;
  #chosenLang = null;
  #refreshing = 0;
  #pending = [];

  connectedCallback() {
    // What a page set before this element was defined stands in front of ours.
    if (Object.prototype.hasOwnProperty.call(this, "answers")) {
      const answers = this.answers;
      delete this.answers;
      this.answers = answers;
    }
    if (!this.#root) {
      this.#root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      // Until the widget runs, and where it cannot, the children stay visible.
      this.#root.append(document.createElement("slot"));
    }
    this.#refresh();
  }

  disconnectedCallback() {
    // An element that is moved comes back before this runs.
    queueMicrotask(() => {
      if (this.isConnected || !this.#widget) return;
      this.#refreshing += 1;
      this.#widget.destroy();
      this.#widget = null;
      this.#mount.remove();
      this.#root.append(document.createElement("slot"));
    });
  }

  /** In another document the styles must be made anew. */
  adoptedCallback() {
    if (this.#mount) style(this.#root, this.ownerDocument.defaultView).catch((cause) => this.#fail(cause, "zh-CN"));
  }

  attributeChangedCallback(name) {
    if (name === "lang") this.#chosenLang = null;
    if (this.isConnected && this.#root) this.#refresh();
  }

  /** The value of an attribute: trimmed; if it is not allowed, the default, and a notice for the visitor. */
  #setting(name, allowed, fallback, bad) {
    const value = this.getAttribute(name)?.trim() ?? "";
    if (value === "" || allowed.includes(value)) return value || fallback;
    bad.push(name, value, allowed.join(", "));
    return fallback;
  }

  #settings() {
    const bad = [];
    let standard = this.getAttribute("standard")?.trim() || DEFAULT_STANDARD;
    if (!isKnown(standard)) {
      bad.push("standard", standard, `${STANDARDS.map((known) => known.id).join(", ")}, URL`);
      standard = DEFAULT_STANDARD;
    }
    return {
      standard,
      lang: this.#chosenLang ?? primary(nearestLang(this)),
      storage: this.#setting("storage", STORAGES, "local", bad),
      key: this.getAttribute("storage-key")?.trim() ?? "",
      theme: this.#setting("theme", THEMES, "auto", bad),
      bad,
    };
  }

  /** Shows the element as its attributes now say. Of several calls at once the last one wins. */
  async #refresh() {
    const turn = ++this.#refreshing;
    const now = this.#settings();
    try {
      const [glue, id] = await Promise.all([
        engine(),
        load(now.standard, [now.lang]).catch((cause) => {
          if (!isUrl(now.standard)) throw cause;
          // A standard of the host that cannot be used: its fault is shown, and the default with it.
          now.bad.push("standard", now.standard, `${DEFAULT_STANDARD} (${cause.message})`);
          now.standard = DEFAULT_STANDARD;
          return load(DEFAULT_STANDARD, [now.lang]);
        }),
        words(now.lang),
        this.#mount ? null : style(this.#root, window),
      ]);
      if (turn !== this.#refreshing || !this.isConnected) return;
      const key = now.key || id;
      if (this.#widget) {
        this.#widget.update(id, now.lang, now.storage, key, now.bad);
        this.#mount.dataset.theme = now.theme;
        later(now.lang);
        return;
      }
      this.#mount = document.createElement("div");
      this.#mount.className = "mount notranslate";
      this.#mount.translate = false;
      this.#mount.dataset.theme = now.theme;
      // A linked style sheet stays.
      for (const other of [...this.#root.children]) if (other.localName !== "link") other.remove();
      this.#root.append(this.#mount);
      const host = location.host || location.protocol;
      this.#widget = new glue.Mounted(this.#mount, id, now.lang, now.storage, key, now.bad, host, (...said) => this.#hear(...said));
      for (const act of this.#pending.splice(0)) {
        try {
          act(this.#widget);
        } catch (cause) {
          this.#fail(cause, now.lang);
        }
      }
      later(now.lang);
      this.#tell("readiness-ready", { engine: glue.engine(), standard: id });
    } catch (cause) {
      if (turn !== this.#refreshing) return;
      this.#fail(cause, now.lang);
    }
  }

  #fail(cause, lang) {
    if (!this.#widget) {
      const line = document.createElement("p");
      line.setAttribute("role", "alert");
      line.lang = lang;
      line.textContent = failureWords[lang];
      this.#root.replaceChildren(document.createElement("slot"), line);
      this.#mount = null;
    } else if (cause.code === "download-failed") {
      this.#widget.loadFailed();
    }
    this.#tell("readiness-error", { code: cause.code ?? "failed", message: String(cause.message ?? cause) });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** What the widget says. */
  #hear(what, ...details) {
    if (what === "change") this.#tell("readiness-change", { answered: details[0], questions: details[1] });
    if (what === "complete") this.#tell("readiness-complete", {});
    if (what === "print") this.#print();
    if (what === "later") later(this.#settings().lang);
    if (what === "language") {
      this.#chosenLang = details[0];
      this.#refresh();
    }
  }

  get answers() {
    return this.#widget?.answers ?? null;
  }

  set answers(document) {
    const json = reading(() => jsonOf(document));
    // Without the engine no more can be said of it yet.
    if (!this.#widget && JSON.parse(json)?.format !== "readiness-check/answers") {
      throw fault("wrong-format", "/format", 'this is not a document of answers: its format is not "readiness-check/answers"');
    }
    this.#withWidget((widget) => reading(() => widget.setAnswers(json)));
  }

  get assessment() {
    return this.#widget?.assessment ?? null;
  }

  reset() {
    this.#withWidget((widget) => widget.reset());
  }

  /** Does something with the widget: now, or as soon as it runs. */
  #withWidget(act) {
    if (this.#widget) act(this.#widget);
    else this.#pending.push(act);
  }

  /** Prints the result alone: a copy of it in a frame of its own, so that nothing of the host's page is on the paper. */
  async #print() {
    this.#root.querySelector("iframe")?.remove();
    const frame = document.createElement("iframe");
    frame.className = "print-frame";
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
    this.#root.append(frame);
    const page = frame.contentDocument;
    page.documentElement.lang = this.#mount.firstElementChild.lang;
    page.title = this.#root.querySelector("h2").textContent;
    const copy = page.importNode(this.#mount, true);
    copy.classList.add("printed");
    copy.dataset.theme = "light";
    // What is folded away on the screen is the reasoning; on paper it must stand open.
    for (const folded of copy.querySelectorAll("details")) folded.open = !folded.matches(".help, .more, .point .source, .missing .source");
    page.body.append(copy);
    await style(page, frame.contentWindow);
    frame.contentWindow.focus();
    frame.contentWindow.print();
  }
}

if (!inNode && !customElements.get("readiness-check")) customElements.define("readiness-check", ReadinessCheck);
