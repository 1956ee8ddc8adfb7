// The loader fetches nothing before the element is about to be used, may be loaded twice, and leaves nothing behind.

import assert from "node:assert/strict";
import { answerDocument } from "./answers.mjs";
import { ADDRESS, BEGIN, field, inBrowser } from "./browser.mjs";
import { OPENER, agree } from "./consent.mjs";

const asked = async (visit) => (await visit.requests()).map(({ url }) => url).filter((url) => url.startsWith(ADDRESS) && !url.includes("/pages/"));
const far = async (visit) => {
  await visit.driver.get(`${ADDRESS}/pages/far.html`);
  await visit.until("the element is defined", () => !!customElements.get("readiness-check"));
  // Two animation frames, so that an observer has had its turn.
  await visit.driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
  assert.deepEqual(await asked(visit), [`${ADDRESS}/readiness-check.js`]);
};

for (const [what, act] of [
  ["comes within a screen of the view", () => window.scrollTo(0, 3600)],
  ["is focused", () => document.getElementById("child").focus({ preventScroll: true })],
  ["is touched", () => document.getElementById("child").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }))],
  ["is reset", ({ element }) => element.reset()],
]) {
  inBrowser(`far from the view nothing but the loader is fetched, until the element ${what}`, { page: null }, async (visit) => {
    await far(visit);
    await visit.run(act);
    await visit.shown();
    assert.ok((await asked(visit)).some((url) => url.endsWith(".wasm")));
  });
}

/** What paper shows of an element: of its root, and of its children where the root has a place for them. */
const shownOf = ({ element, root }) => [...root.children].map((node) => node.textContent + (node.querySelector("slot") ? element.innerText : "")).join(" ").trim();

inBrowser("printed before it came near, paper holds the address of the form and not the children's words; then they are back", { page: null }, async (visit) => {
  await far(visit);
  const words = await visit.run(shownOf);
  assert.notEqual(words, "");
  await visit.run(() => addEventListener("beforeprint", () => { window.paper = document.querySelector("readiness-check").shadowRoot.textContent; }));
  await visit.cdp("Page.printToPDF");
  const paper = await visit.run(() => window.paper);
  assert.equal(paper, `Smart manufacturing self-check, to fill in or to print: ${ADDRESS}/readiness-check.form.html`);
  assert.equal(await visit.run(shownOf), words);

  // Who makes a picture of the page as if on paper sends no event.
  await visit.cdp("Emulation.setEmulatedMedia", { media: "print" });
  const shows = (wanted) => visit.until(`it shows "${wanted}"`, `(here, wanted) => (${shownOf})(here) === wanted`, wanted);
  await shows(paper);
  await visit.cdp("Emulation.setEmulatedMedia", { media: "" });
  await shows(words);
  assert.deepEqual(await asked(visit), [], "nothing is fetched for it");
});

inBrowser("answers that are set far from the view load the rest; a bad document throws and loads nothing", { page: null }, async (visit) => {
  await far(visit);
  const code = await visit.run(({ element }) => {
    try {
      element.answers = { format: "something" };
      return null;
    } catch (error) {
      return error.code;
    }
  });
  assert.equal(code, "wrong-format");
  assert.deepEqual(await asked(visit), []);
  assert.equal(await visit.run(({ element }) => element.answers), null);
  await visit.run(({ element }, document) => (element.answers = document), answerDocument({ "equipment-kinds": 8 }));
  await visit.shown();
  await visit.click(BEGIN);
  await visit.until("the answers are shown", ({ one }, s) => one(s)?.value === "8", field("equipment-kinds"));
});

inBrowser("what is no document of answers throws the same before the engine is there as from it", { page: null }, async (visit) => {
  await far(visit);
  const whole = answerDocument({});
  const top = [
    null, [], 7, "text", {}, { ...whole, format: 1 }, { ...whole, format: "x" }, { ...whole, answers: undefined }, { ...whole, track: undefined },
    ...[0, -1, 1.5, 2, 99, "1", null, true, 1e300].map((version) => ({ ...whole, version })),
    ...["nowhere", 1, null, "", "constructor"].map((track) => ({ ...whole, track })),
    ...[1, null, ["x"]].map((standard) => ({ ...whole, standard })),
    ...[1, null, [], "x", { nonsense: 1 }, { constructor: 1 }, { "a/b~c": 1 }].map((answers) => ({ ...whole, answers })),
    ...["notes", "evidence", "profile", "costs", "said", "part", "saved"].flatMap((key) => [1, [], "x", null, {}].map((value) => ({ ...whole, [key]: value }))),
    { ...whole, "a/b~c": 1 }, { ...whole, more: 1 }, { ...whole, version: "x", format: "x" },
  ];
  const values = [null, true, 0, -1, 0.5, 0.001, 1.005, 1e15, 8, 100, 101, "x", "unknown", "not-applicable", [], ["x"], [1], [[]], {}];
  const answers = await visit.driver.executeAsyncScript(function (top, values, done) {
    const said = (act) => {
      try {
        act();
        return null;
      } catch ({ code, path }) {
        return [code, path];
      }
    };
    const early = (document) => said(() => (window.document.createElement("readiness-check").answers = document));
    (async () => {
      const { ready, describe, assess } = await import("/readiness-check.js");
      await customElements.whenDefined("readiness-check");
      const [whole] = top.slice(-1);
      const deep = (levels) => (levels ? [deep(levels - 1)] : 1);
      top.push(...[29, 30, 31, 32, 60].map((levels) => ({ ...whole, version: 1, format: "readiness-check/answers", notes: { a: deep(levels) } })));
      const before = top.slice(1).map(early);
      await ready();
      await ready("ningbo-3511-2017");
      const found = top.slice(1).map((document, index) => [document, before[index], said(() => assess(document))]);
      for (const standard of ["ningbo-3511-2018", "ningbo-3511-2017"]) {
        const { questions } = describe(standard);
        for (const { id, options = [] } of questions) {
          const own = options.map((option) => option.id);
          for (const value of [...values, ...own, own, [...own, ...own], [own[0], "x"]]) {
            const document = { format: "readiness-check/answers", version: 1, standard, track: "discrete", answers: { [id]: value } };
            const element = window.document.createElement("readiness-check");
            element.setAttribute("standard", standard);
            found.push([document, said(() => (element.answers = document)), said(() => assess(document))]);
          }
        }
      }
      done(found);
    })().catch((cause) => done(String(cause.stack)));
  }, top, values);
  assert.ok(Array.isArray(answers), answers);
  assert.ok(answers.length > 2000 && answers.filter(([, early]) => early).length > 1000, `${answers.length} documents`);
  for (const [document, before, after] of answers) assert.deepEqual(before, after, JSON.stringify(document).slice(0, 300));
  const other = await visit.run(({ element }, document) => {
    try {
      element.answers = document;
      return null;
    } catch ({ code, path, message }) {
      return [code, path, message];
    }
  }, { ...answerDocument({}), standard: "ningbo-3511-2017" });
  assert.deepEqual(other, ["other-standard", "/standard", '/standard: is "ningbo-3511-2017"; this element shows "ningbo-3511-2018"']);
});

inBrowser("without IntersectionObserver the rest is loaded at once", { page: null, before: () => { delete window.IntersectionObserver; } }, async (visit) => {
  await visit.driver.get(`${ADDRESS}/pages/far.html`);
  await visit.shown();
});

inBrowser("ready() loads what the functions need, without an element", { page: "functions" }, async (visit) => {
  await asked(visit);
  await visit.driver.executeAsyncScript("window.functions.ready().then(arguments[0])");
  assert.equal(await visit.run(() => window.functions.standards().length), 2);
});

inBrowser("loaded twice, and in another version: the first stays, and it is said once", { page: "english", expected: [/is on this page already/] }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.driver.executeAsyncScript(`
    const done = arguments[0];
    Promise.all([import("/readiness-check.js"), import("/readiness-check.js?version=2")]).then(async ([, other]) => {
      await other.ready();
      document.body.append(document.createElement("readiness-check"));
      done(other.standards().length);
    });`);
  await visit.run(() => window.scrollTo(0, document.body.scrollHeight));
  await visit.shown();
  const said = await visit.console();
  assert.equal(said.length, 1, said.join("\n"));
  assert.match(said[0], /readiness-check is on this page already \(build [0-9a-f]{12}\): that one stays/);
  assert.equal(await visit.value(field("equipment-kinds")), "8");
});

/** Counts listeners on window, document and the element, and running timers. */
const count = () => {
  window.open = new Map();
  const key = (target, args) => `${target === window || target === undefined ? "window" : target.nodeName} ${args[0]}`;
  const add = EventTarget.prototype.addEventListener;
  const remove = EventTarget.prototype.removeEventListener;
  const outside = (target) => !(target instanceof Node) || target === document || target.localName === "readiness-check" || target === document.body;
  EventTarget.prototype.addEventListener = function (...args) {
    if (outside(this ?? window)) window.open.set(key(this, args), (window.open.get(key(this, args)) ?? 0) + 1);
    return add.apply(this ?? window, args);
  };
  EventTarget.prototype.removeEventListener = function (...args) {
    if (outside(this ?? window)) window.open.set(key(this, args), (window.open.get(key(this, args)) ?? 0) - 1);
    return remove.apply(this ?? window, args);
  };
  window.timers = new Set();
  const { setTimeout: set, clearTimeout: clear, setInterval: every } = window;
  window.setTimeout = (act, ...rest) => {
    // The driver has timers of its own.
    if (/executeAsyncScript/.test(new Error().stack)) return set(act, ...rest);
    const id = set((...given) => {
      window.timers.delete(id);
      act(...given);
    }, ...rest);
    window.timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => {
    window.timers.delete(id);
    clear(id);
  };
  window.setInterval = (...given) => {
    window.timers.add("interval");
    return every(...given);
  };
};
inBrowser("removed for good it leaves no listener, no name, no node and no timer", { page: "empty", before: count }, async (visit) => {
  // The driver adds a name of its own when it first looks for an element.
  const names = () => visit.run(() => Object.getOwnPropertyNames(window).filter((name) => !/^(ret_nodes|se_exportedFunctionSymbol|\d+)$/.test(name)).sort());
  const nodes = () => visit.run(() => document.querySelectorAll("*").length);
  const before = [await names(), await nodes()];
  await visit.driver.executeAsyncScript("import('/readiness-check.js').then(() => arguments[0]())");
  for (const turn of [0, 1]) {
    await visit.run(() => document.body.append(document.createElement("readiness-check")));
    await visit.shown();
    if (turn === 0) await visit.begin();
    else await visit.step(0);
    await visit.type(field("equipment-kinds"), "8");
    await visit.step(1);
    assert.ok(await visit.run(() => window.open.get("window storage") === 1), "it listens while it is there");
    await visit.run(() => document.querySelector("readiness-check").remove());
    await visit.until("no timer runs", () => window.timers.size === 0);
    assert.deepEqual(await visit.run(() => [...window.open].filter(([, left]) => left > 0)), []);
    assert.deepEqual([await names(), await nodes()], before);
  }
});

/** Counts what would move the visitor's place in the page. */
const places = () => {
  window.moved = [];
  for (const name of ["pushState", "replaceState", "back", "forward", "go"]) {
    const own = history[name];
    history[name] = function (...given) {
      window.moved.push(name);
      return own.apply(this, given);
    };
  }
  for (const name of ["hashchange", "popstate", "beforeunload", "pagehide"]) addEventListener(name, () => window.moved.push(name));
};
inBrowser("a whole run changes neither address nor history, takes no focus from the page, and leaves no listener", {
  page: null, height: 1200, before: `() => { (${places})(); (${count})(); }`,
}, async (visit) => {
  await visit.driver.get(`${ADDRESS}/pages/empty.html#own-mark`);
  const place = () => visit.run(() => [location.href, history.length, history.state, document.title, JSON.stringify(window.moved)]);
  const focused = () => visit.run(() => document.activeElement.id);
  const before = await place();
  await visit.run(() => {
    document.body.innerHTML = '<input id="own-field">';
    document.getElementById("own-field").focus();
    document.body.append(document.createElement("readiness-check"));
  });
  await visit.driver.executeAsyncScript("import('/readiness-check.js').then(() => arguments[0]())");
  await visit.shown();
  assert.equal(await focused(), "own-field", "on opening");
  await visit.run(({ element }, document) => { element.answers = document; }, answerDocument({ "equipment-kinds": 8 }));
  await visit.run(({ element }) => element.setAttribute("lang", "zh-CN"));
  await visit.until("it speaks Chinese", ({ one }) => one(".widget").lang === "zh-CN");
  await visit.run(({ element }) => element.setAttribute("lang", "en"));
  await visit.until("it speaks English", ({ one }) => one(".widget").lang === "en");
  assert.equal(await focused(), "own-field", "while the page does something with it");

  await visit.click(BEGIN);
  await visit.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
  const steps = await visit.run(({ all }) => all(".steps .wide .step").length);
  for (let step = 0; step < steps; step += 1) await visit.step(step);
  await visit.place("result");
  await agree(visit);
  await visit.click(OPENER);
  await visit.step(0);
  await visit.type(field("equipment-kinds"), "9");
  await visit.clickText("Start over");
  await visit.until("it is asked", ({ one }) => !!one("#start-over"));
  await visit.click(".confirm .danger");
  await visit.until("the start is shown", ({ one }) => !!one(".screen.start"));
  await visit.click(".notice button");
  await visit.until("the answers are back", ({ one }) => !!one("#q-equipment-kinds"));
  assert.deepEqual(await place(), before);
  await visit.run(({ element }) => {
    document.getElementById("own-field").focus();
    element.remove();
  });
  await visit.until("no timer runs", () => window.timers.size === 0);
  // Those of `places` belong to the test and were added before counting began.
  assert.deepEqual(await visit.run(() => [...window.open].filter(([, left]) => left > 0)), []);
  assert.deepEqual(await place(), before);
  assert.equal(await focused(), "own-field");
});

inBrowser("removed before it came near the view, and while it loads: nothing is left, and nothing is thrown", { page: "empty", before: count }, async (visit) => {
  await visit.driver.executeAsyncScript("import('/readiness-check.js').then(() => arguments[0]())");
  await visit.driver.executeAsyncScript(`
    const done = arguments[0];
    const far = document.createElement("readiness-check");
    const room = document.body.appendChild(document.createElement("div"));
    room.style.height = "9000px";
    document.body.append(far);
    far.remove();
    const near = document.createElement("readiness-check");
    document.body.prepend(near);
    near.reset();
    near.remove();
    room.remove();
    requestAnimationFrame(() => requestAnimationFrame(done));`);
  await visit.until("the rest came", () => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".element.js")));
  assert.deepEqual(await visit.run(() => [...window.open].filter(([, left]) => left > 0)), []);
  assert.equal(await visit.run(() => document.querySelectorAll("body *").length), 0);
});
