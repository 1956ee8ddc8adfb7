// What happens before the module is there: the start screen is shown, and everything else is asked for.

import assert from "node:assert/strict";
import { answerDocument } from "./answers.mjs";
import { BEGIN, Key, field, inBrowser } from "./browser.mjs";
import { during } from "./server.mjs";

const HASHED = /-[0-9a-f]{12}\.(.+)$/;
const kindOf = ({ name }) => HASHED.exec(name)?.[1] ?? null;

/** A gate that answers wait at until it is opened. */
function gate() {
  let open;
  const opened = new Promise((done) => (open = done));
  return { open, opened };
}

/** What stands for the widget: `start` or `start unseen`, `widget`, both or none. */
const shownNow = ({ root }) => {
  const start = root.querySelector(".before-module");
  const seen = start && getComputedStyle(start).visibility === "visible";
  const drawn = start?.shadowRoot.querySelector(".widget h3");
  return [drawn && (seen ? "start" : "start unseen"), root.querySelector(".widget h3") && "widget"].filter(Boolean).join(" and ");
};
/** Notes at every picture what is shown, and each shift of what a visitor sees since the element is defined. */
const watching = () => {
  window.pictures = [];
  window.shifts = [];
  let since = Infinity;
  const picture = () => new Promise(requestAnimationFrame);
  customElements.whenDefined("readiness-check").then(picture).then(picture).then((time) => (since = time));
  new PerformanceObserver((list) => {
    for (const { startTime, value } of list.getEntries()) if (startTime > since) window.shifts.push(value);
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const root = document.querySelector("readiness-check")?.shadowRoot;
    const start = root?.querySelector(".before-module");
    const now = [start?.shadowRoot.querySelector(".widget") && "start", root?.querySelector(".widget") && "widget"].filter(Boolean).join(" and ");
    if (window.pictures.at(-1) !== now) window.pictures.push(now);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

inBrowser("the loader shows the start by itself, and all else is asked for beside and after it, each once", { page: null }, async (visit) => {
  const wanted = ["element.js", "en.json", "first.glue.js", "first.wasm", "looks.json"];
  const { open, opened } = gate();
  const asked = [];
  const spoil = (answer) => {
    const kind = kindOf(answer);
    if (!kind) return null;
    asked.push(kind);
    return opened;
  };
  await during(visit, { spoil }, async (address) => {
    await visit.driver.get(`${address}/pages/english.html`);
    await visit.until("the start screen is shown", shownNow);
    assert.equal(await visit.run(shownNow), "start");
    await visit.driver.wait(() => asked.length === wanted.length, 15_000);
    assert.equal(asked[0], "element.js", "what is heavy comes after it");
    open();
    await visit.shown();
    assert.deepEqual(asked.sort(), wanted, "nothing else, and nothing again");
  });
});

for (const page of ["below", "strict"]) {
  inBrowser(`the start screen is there before the module, and gives way to the widget without a shift: ${page}`, { page: null, before: watching }, async (visit) => {
    const [script, module] = [gate(), gate()];
    const spoil = (answer) => ({ "element.js": script.opened, "first.wasm": module.opened })[kindOf(answer)];
    await during(visit, { spoil }, async (address) => {
      await visit.driver.get(`${address}/pages/${page}.html`);
      await visit.until("the start screen is shown", shownNow);
      await visit.driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(arguments[0])))");
      script.open();
      assert.equal(await visit.run(shownNow), "start");
      const looks = ({ root, element }, which, begin) => {
        const inside = which === "start" ? root.querySelector(".before-module").shadowRoot : root;
        const box = (selector) => Object.values(inside.querySelector(selector).getBoundingClientRect().toJSON());
        const style = getComputedStyle(inside.querySelector(begin));
        return [inside.querySelector(".widget").textContent, box("h3"), box(begin), style.color, style.backgroundColor, element.offsetHeight];
      };
      // The start screen has fewer rules than the widget: none of them is missed.
      const styles = ({ root }, which) => {
        const inside = which === "start" ? root.querySelector(".before-module").shadowRoot : root;
        return [...inside.querySelector(".widget").querySelectorAll("*")].map((node) => {
          const style = getComputedStyle(node);
          const names = [...style].filter((name) => !/^(inline-size|block-size|width|height|transform-origin|perspective-origin)$/.test(name));
          return [`${node.localName}.${node.className}`, Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))];
        });
      };
      const before = await visit.run(looks, "start", BEGIN);
      const styled = await visit.run(styles, "start");
      assert.match(before[0], /智能制造自评|Smart manufacturing self-check/);
      module.open();
      await visit.shown();
      assert.deepEqual(await visit.run(looks, "widget", BEGIN), before, "the widget looks the same");
      const now = await visit.run(styles, "widget");
      assert.equal(now.length, styled.length);
      const other = now.flatMap(([node, style], place) => Object.entries(style).filter(([name, value]) => value !== styled[place][1][name]).map(([name, value]) => `${node} ${name}: ${styled[place][1][name]}, then ${value}`));
      assert.deepEqual(other, [], "in every node");
      assert.equal(await visit.run(shownNow), "widget");
      await visit.until("a picture of the widget is noted", () => window.pictures.at(-1) === "widget");
      assert.deepEqual(await visit.run(() => window.pictures.filter(Boolean)), ["start", "widget"], "never both, never neither");
      assert.deepEqual(await visit.run(() => window.shifts), []);
    });
  });
}

/** The start screen before the module, for as long as the module is held back. */
async function beforeModule(visit, body, page = "english") {
  const module = gate();
  await during(visit, { spoil: (answer) => kindOf(answer) === "first.wasm" && module.opened }, async (address) => {
    await visit.driver.get(`${address}/pages/${page}.html`);
    await visit.until("the start screen is shown", shownNow);
    await body(module.open);
  });
}
const early = (visit, selector) => visit.driver.executeScript(`return document.querySelector("readiness-check").shadowRoot.querySelector(".before-module").shadowRoot.querySelector(arguments[0])`, selector);

inBrowser("a track chosen before the element's own script is there is begun too", { page: null }, async (visit) => {
  const { open, opened } = gate();
  await during(visit, { spoil: (answer) => kindOf(answer) === "element.js" && opened }, async (address) => {
    await visit.driver.get(`${address}/pages/english.html`);
    await visit.until("the start screen is shown", shownNow);
    await (await early(visit, '[data-track="process"]')).click();
    open();
    await visit.until("the first page is entered", ({ one, root }) => one("#q-equipment-kinds") && root.activeElement === one("#heading"));
    const [draft] = Object.values(await visit.stored());
    assert.equal(JSON.parse(draft).sheet.document.track, "process");
  });
});

const foundWhenReady = () => {
  addEventListener("readiness-ready", ({ target }) => {
    window.found = !!target.shadowRoot.querySelector(".widget h3");
  });
};
inBrowser("whoever is told that the widget is ready finds it drawn", { page: "english", before: foundWhenReady }, async (visit) => {
  assert.equal(await visit.run(() => window.found), true);
});

const otherOnceMade = () => {
  addEventListener("readiness-ready", ({ detail }) => (window.told = detail.standard));
  customElements.whenDefined("readiness-check").then(() => {
    const element = document.querySelector("readiness-check");
    new MutationObserver((_, observer) => {
      if (![...element.shadowRoot.children].some(({ className }) => /mount/.test(className))) return;
      observer.disconnect();
      element.setAttribute("standard", "ningbo-3511-2017");
    }).observe(element.shadowRoot, { childList: true });
  });
};
inBrowser("a page that sets another standard before the widget is drawn is told of the one that is shown", { page: "english", before: otherOnceMade }, async (visit) => {
  assert.equal(await visit.run(() => window.told), "ningbo-3511-2017");
  assert.match(await visit.text(".widget"), /2017/);
});

for (const [what, before] of [
  ["the page sets more than the language", () => {
    const set = () => document.querySelector("readiness-check:not([track])")?.setAttribute("track", "process");
    new MutationObserver(set).observe(document, { childList: true, subtree: true });
  }],
  ["something of an earlier visit is kept", () => /^http/.test(location.protocol) && window.sessionStorage.setItem("readiness-check:visited", "yes")],
]) {
  inBrowser(`the loader shows no start where ${what}: the element's script knows what comes first`, { page: null, before }, async (visit) => {
    const { open, opened } = gate();
    await during(visit, { spoil: (answer) => kindOf(answer) === "element.js" && opened }, async (address) => {
      await visit.driver.get(`${address}/pages/english.html`);
      await visit.until("the element is defined", ({ root }) => !!root);
      await visit.driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(arguments[0])))");
      assert.equal(await visit.run(shownNow), "");
      open();
      await visit.shown();
    });
  });
}

for (const page of ["english", "strict"]) {
  inBrowser(`a track chosen before the module is there is begun by the module: ${page}`, { page: null }, async (visit) => {
    await beforeModule(visit, async (open) => {
      await (await early(visit, '[data-track="discrete"]')).click();
      await (await early(visit, '[data-track="process"]')).click();
      const busy = ({ root }) => [...root.querySelector(".before-module").shadowRoot.querySelectorAll("[aria-busy]")].map((button) => button.dataset.track);
      assert.deepEqual(await visit.run(busy), ["process"], "the last choice counts, and is seen");
      open();
      await visit.until("the first page is entered", ({ one, root }) => one("#q-equipment-kinds") && root.activeElement === one("#heading"));
      const [draft] = Object.values(await visit.stored());
      assert.equal(JSON.parse(draft).sheet.document.track, "process");
      await visit.type(field("equipment-kinds"), "8");
      assert.match(await visit.text(".live .badge"), /Met/);
    }, page);
  });
}

inBrowser("by the keyboard: what is unfolded before the module is there stays unfolded, and the focus where it is", { page: null }, async (visit) => {
  await beforeModule(visit, async (open) => {
    await visit.run(({ root }) => root.querySelector(".before-module").shadowRoot.querySelector('[data-track="discrete"]').focus());
    await visit.press(`${Key.TAB}${Key.TAB}${Key.ENTER}`);
    const unfolded = await visit.run(({ root }) => root.querySelector(".before-module").shadowRoot.querySelector("details[open] > summary")?.textContent);
    assert.ok(unfolded, "a fold works by itself");
    open();
    await visit.until("the widget is shown", ({ one }) => one(".widget h3"));
    assert.deepEqual(await visit.run(({ root, one }) => [root.activeElement?.textContent, one("details[open] > summary")?.textContent]), [unfolded, unfolded]);
    assert.equal(await visit.run(shownNow), "widget");
    assert.deepEqual(await visit.stored(), {}, "nothing was chosen");
  });
});

inBrowser("with a stored draft the start screen only keeps the room", { page: null, before: watching }, async (visit) => {
  let held = null;
  await during(visit, { spoil: (answer) => kindOf(answer) === "first.wasm" && held }, async (address) => {
    await visit.driver.get(`${address}/pages/english.html`);
    await visit.shown();
    await visit.run(({ element }, document) => (element.answers = document), answerDocument({ "equipment-kinds": 8 }));
    const { open, opened } = gate();
    held = opened;
    await visit.refresh();
    await visit.until("room is kept", shownNow);
    assert.equal(await visit.run(shownNow), "start unseen");
    assert.ok(await visit.run(({ root }) => root.querySelector(".before-module").offsetHeight > 400));
    open();
    await visit.shown();
    await visit.click(BEGIN);
    await visit.until("the answers are shown", ({ one }, s) => one(s)?.value === "8", field("equipment-kinds"));
  });
});

inBrowser("where the element's script cannot be had the start screen gives way to the children and a message, and comes again by itself", { page: null, expected: [/./] }, async (visit) => {
  const [first, second] = [gate(), gate()];
  let missing = true;
  const spoil = async (answer) => {
    if (kindOf(answer) !== "element.js") return;
    // Why it is missing is found out by asking once more.
    await (missing ? first : second).opened;
    if (missing) Object.assign(answer, { status: 404, body: "not here" });
  };
  await during(visit, { spoil }, async (address) => {
    await visit.driver.get(`${address}/pages/below.html`);
    await visit.until("the start screen is shown", shownNow);
    first.open();
    await visit.until("the visitor is told", ({ one }) => !!one("[role=alert] button"));
    assert.equal(await visit.run(() => document.querySelector(".fallback").checkVisibility()), true);
    assert.equal(await visit.run(shownNow), "");
    missing = false;
    await visit.click("[role=alert] button");
    await visit.until("the start screen is shown", shownNow);
    assert.deepEqual(await visit.run(({ root, one }) => [root.querySelector(".before-module") && "start", one("[role=alert]")]), ["start", null]);
    second.open();
    await visit.shown();
  });
});

inBrowser("where the module cannot be had the start screen gives way to the children and a message", { page: null, expected: [/./] }, async (visit) => {
  const { open, opened } = gate();
  const spoil = async (answer) => {
    if (kindOf(answer) !== "first.wasm") return;
    await opened;
    Object.assign(answer, { status: 404, body: "not here" });
  };
  await during(visit, { spoil }, async (address) => {
    await visit.driver.get(`${address}/pages/below.html`);
    await visit.until("the start screen is shown", shownNow);
    assert.equal(await visit.run(() => document.querySelector(".fallback").checkVisibility()), false);
    open();
    await visit.until("the visitor is told", ({ one }) => /not-found/.test(one("[role=alert]")?.textContent));
    assert.equal(await visit.run(() => document.querySelector(".fallback").checkVisibility()), true);
    assert.equal(await visit.run(shownNow), "");
  });
});
