// A visit begins with a first module that has the start and the questions alone. The whole one takes over when the visitor
// asks for what the first one lacks: nothing that was done is lost, and nothing moves.

import assert from "node:assert/strict";
import { ADDRESS, BEGIN, Key, choice, field, inBrowser } from "./browser.mjs";
import { during } from "./server.mjs";

const KEY = "readiness-check:ningbo-3511-2018";
const HASHED = /-[0-9a-f]{12}\.(.+)$/;
const kindOf = (name) => HASHED.exec(name)?.[1] ?? null;
const isWhole = ({ name }) => kindOf(name) === "wasm";

/** A gate that answers wait at until it is opened. */
function gate() {
  let open;
  const opened = new Promise((done) => (open = done));
  return { open, opened };
}
/** Counts the instances. */
const before = () => {
  window.instances = 0;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (...given) => {
    window.instances += 1;
    return instantiate(...given);
  };
};
const instances = (visit) => visit.run(() => window.instances);
/** What is drawn. The order of attributes tells how it came to be so. */
const drawnIn = ({ one }) => {
  const copy = one(".mount").cloneNode(true);
  for (const node of copy.querySelectorAll("*")) {
    const sorted = node.getAttributeNames().sort().map((name) => [name, node.getAttribute(name)]);
    for (const [name] of sorted) node.removeAttribute(name);
    for (const [name, value] of sorted) node.setAttribute(name, value);
  }
  return copy.innerHTML;
};
const RESULT = ".places li:nth-child(2) .place";
const busy = (visit) => visit.texts("button[aria-busy]");
const entered = (visit, place) => visit.until(`${place} is entered`, ({ one, root }, place) =>
  one(".places [aria-current]")?.textContent.trim() === place && root.activeElement === one("#heading") && !one(".frame[aria-busy]"), place);

/** A visit to a page while the whole module is held back, until `open` is called. */
async function held(visit, page, body) {
  const whole = gate();
  await during(visit, { spoil: (answer) => isWhole(answer) && whole.opened }, async (address) => {
    await visit.driver.get(`${address}/pages/${page}.html`);
    await visit.wakeAll();
    await visit.shown();
    await body(whole.open);
  });
}
const answers = async (visit) => JSON.parse((await visit.stored())[KEY]).sheet.document.answers;

for (const page of ["english", "strict"]) {
  inBrowser(`questions are answered and scored without the whole module, and a place opens as soon as it is there: ${page}`, { page: null, before }, async (visit) => {
    await held(visit, page, async (open) => {
      await visit.begin();
      await visit.type(field("equipment-kinds"), "8");
      await visit.type(field("equipment-sets"), "30");
      assert.match(await visit.text(".live .badge"), page === "english" ? /Met/ : /满足|Met/);
      await visit.step(1);
      await visit.step(0);
      await visit.click(RESULT);
      assert.equal((await busy(visit)).length, 1, "what was pressed is seen to be at work");
      assert.equal(await instances(visit), 1);
      // The visitor goes on meanwhile.
      await visit.click(choice("software-copyrights", "unknown"));
      assert.equal((await busy(visit)).length, 1);
      open();
      await visit.until("the result is entered", ({ one, root }) => one(".result-frame") && root.activeElement === one("#heading"));
      assert.deepEqual(await answers(visit), { "equipment-kinds": 8, "equipment-sets": 30, "software-copyrights": "unknown" });
      assert.deepEqual(await busy(visit), []);
      assert.equal(await visit.run(({ all }) => all(".mount").length), 1);
      assert.equal(await instances(visit), 2);
      // The way back is the one that leads to where the visitor was.
      await visit.click(".places li:first-child .place");
      await visit.until("the page is entered", ({ one }, s) => one(s)?.value === "8", field("equipment-kinds"));
    });
  });
}

inBrowser("a key typed while the whole module arrives: it comes when the field is left, with all that was typed", { page: null, before }, async (visit) => {
  await held(visit, "english", async (open) => {
    await visit.begin();
    await visit.click(RESULT);
    await visit.click(field("equipment-kinds"));
    await visit.press("1");
    open();
    await visit.until("both modules run", () => window.instances === 2);
    await visit.press("2", "3");
    assert.equal(await visit.run(({ root, one }, s) => root.activeElement === one(s) && one(s).value, field("equipment-kinds")), "123", "never under somebody's hands");
    await visit.press(Key.TAB);
    await entered(visit, "Result");
    assert.deepEqual(await answers(visit), { "equipment-kinds": 123 });
  });
});

inBrowser("who presses a place by voice or a script, with the focus still in a field, is led there", { page: null, before }, async (visit) => {
  await held(visit, "english", async (open) => {
    await visit.begin();
    await visit.click(field("equipment-kinds"));
    await visit.press("8");
    await visit.run(({ one }, place) => one(place).click(), RESULT);
    open();
    await entered(visit, "Result");
    assert.deepEqual(await answers(visit), { "equipment-kinds": 8 });
  });
});

/** Holds back what is due after so long, and what waits for an idle browser, until the test has it done. */
const clockHeld = () => {
  window.instances = 0;
  window.ahead = [];
  window.idle = [];
  window.made = [];
  const { setTimeout: later } = window;
  const { instantiate } = WebAssembly;
  window.setTimeout = (act, after, ...given) => (after === 3000 ? window.ahead.push(act) : later(act, after, ...given));
  window.requestIdleCallback = (act) => window.idle.push(act);
  WebAssembly.instantiate = (...given) => {
    window.instances += 1;
    return instantiate(...given);
  };
  const { createElement } = document;
  document.createElement = (...given) => {
    const made = createElement.apply(document, given);
    window.made.push(made);
    return made;
  };
};
/** Has the next thing done that waits for an idle browser; gives whether there was one. */
const oneIdle = () => {
  const act = window.idle.shift();
  act?.();
  return !!act;
};
/** The browser is idle from now on. */
const idleAgain = () => {
  window.requestIdleCallback = (act) => act();
  window.idle.splice(0).forEach((act) => act());
};
/** Has the whole module made ready. */
async function madeReady(visit) {
  await visit.run(() => window.ahead.forEach((act) => act()));
  await visit.run(oneIdle);
  await visit.until("it is made ready", () => window.instances === 2);
}
/** Has the first thing drawn ahead. */
async function begunAhead(visit) {
  await visit.until("a first part waits", () => window.idle.length > 0);
  await visit.run(() => (window.made = []));
  await visit.run(oneIdle);
}
/** The heading of what is drawn ahead; nothing once it is let go of. */
const outside = () => window.made[0].querySelector("#heading")?.textContent ?? null;

inBrowser("the whole module is fetched and made ready by the clock, never because of an answer", { page: "english", before: clockHeld }, async (visit) => {
  const fetched = async () => (await visit.requests()).filter(({ url }) => kindOf(url) === "wasm").length;
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.click(choice("software-copyrights", "unknown"));
  await visit.step(1);
  await visit.click(choice("digital-roadmap", "yes"));
  assert.equal(await fetched(), 0);
  await madeReady(visit);
  assert.equal(await fetched(), 1);
  await visit.run(idleAgain);
  await visit.place("result");
  assert.equal(await fetched(), 0);
  assert.equal(await instances(visit), 2);
});

inBrowser("each place is drawn once ahead, outside of the page: nothing of it is seen, stored or asked for", { page: "english", before: clockHeld }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  // The verdict is said aloud after a while.
  await visit.untilText(".live [role=status]", "Met");
  await madeReady(visit);
  await visit.requests();
  const looks = async () => [await visit.run(drawnIn), await visit.stored(), await visit.run(({ root }) => root.activeElement?.outerHTML)];
  const was = await looks();
  await begunAhead(visit);
  const drawn = [await visit.run(outside)];
  while (await visit.run(oneIdle)) {
    const heading = await visit.run(outside);
    if (heading !== drawn.at(-1)) drawn.push(heading);
  }
  assert.deepEqual(drawn, ["Published conditions", "Only 3 conditions are known by number: 3 open", "Plan", "Evidence", "Programmes", null]);
  assert.deepEqual(await looks(), was);
  assert.deepEqual(await visit.requests(), []);
  await visit.run(idleAgain);
  await visit.place("result");
  assert.deepEqual(await answers(visit), { "equipment-kinds": 8 });
});

inBrowser("nothing is drawn ahead for who does not use the widget, and no more of it for who opens a place meanwhile", { page: "english", before: clockHeld }, async (visit) => {
  await madeReady(visit);
  await visit.until("its data is there", () => performance.getEntriesByType("resource").some(({ name, responseEnd }) => /programmes/.test(name) && responseEnd > 0));
  await visit.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(await visit.run(() => window.idle.length), 0, "nothing waits before somebody uses it");
  await visit.begin();
  await begunAhead(visit);
  assert.equal(await visit.run(outside), "Published conditions");
  await visit.click(RESULT);
  await visit.until("the result is there", ({ one }) => one(".result-frame"));
  await visit.run(idleAgain);
  await entered(visit, "Result");
  await visit.until("it is let go of", () => !window.made[0].querySelector("#heading"));
});

inBrowser("who presses something else meanwhile is not led away", { page: null, before }, async (visit) => {
  await held(visit, "english", async (open) => {
    await visit.begin();
    await visit.click(RESULT);
    await visit.clickText("Next");
    await visit.until("the second page is entered", ({ all, one, root }) => all(".steps .wide .step").at(1)?.hasAttribute("aria-current") && root.activeElement === one("#heading"));
    open();
    await visit.until("both modules run", () => window.instances === 2);
    await visit.click(choice("digital-roadmap", "yes"));
    assert.deepEqual(await busy(visit), []);
    await visit.place("plan");
    assert.deepEqual(await answers(visit), { "digital-roadmap": true });
  });
});

inBrowser("where the whole module cannot be had, the visitor is told, goes on, and tries again", { page: null, before: clockHeld, expected: [/readiness-check: not-found/, /404/] }, async (visit) => {
  let missing = true;
  const spoil = (answer) => {
    if (!isWhole(answer) || !missing) return;
    Object.assign(answer, { status: 404, body: "not here" });
    delete answer.headers["content-encoding"];
  };
  await during(visit, { spoil }, async (address) => {
    await visit.driver.get(`${address}/pages/english.html`);
    await visit.shown();
    await visit.begin();
    await visit.type(field("equipment-kinds"), "8");
    await visit.click(RESULT);
    await visit.untilText(".notices", "A file could not be fetched");
    assert.deepEqual(await busy(visit), []);
    await visit.type(field("equipment-sets"), "30");
    assert.match(await visit.text(".live .badge"), /Met/);
    missing = false;
    await visit.run(idleAgain);
    await visit.place("result");
    assert.deepEqual(await answers(visit), { "equipment-kinds": 8, "equipment-sets": 30 });
  });
});

inBrowser("what is due after a while does nothing where the widget is gone, and a standard of the page waits for the whole module", { page: null, before: clockHeld }, async (visit) => {
  await held(visit, "english", async () => {
    await visit.run(({ element }) => {
      window.taken = element;
      element.remove();
    });
    await visit.run(() => {
      window.taken.setAttribute("standard", "/pages/own.json");
      document.body.append(window.taken);
    });
    await visit.until("the whole module is asked for", () => performance.getEntriesByType("resource").some(({ name }) => /[0-9a-f]{12}\.glue\.js$/.test(name)));
    await visit.run(() => window.ahead.forEach((act) => act()));
    assert.equal(await instances(visit), 1);
  });
});

inBrowser("another element asks for it: focus, folds, what is half-typed, notices and scroll stay where they are", { page: null, before }, async (visit) => {
  await held(visit, "keys", async (open) => {
    const [north, south] = [visit, visit.of(1)];
    await north.begin();
    await south.begin();
    await north.type(field("equipment-kinds"), "8三");
    await north.click("#q-equipment-kinds details > summary");
    await south.click(RESULT);
    await north.run(({ one }) => one("#q-equipment-sets summary").focus());
    const looks = ({ root, all }) => [
      root.activeElement?.closest("[id]").id, root.activeElement?.localName, all("details[open]").map((fold) => fold.textContent),
      window.scrollY, root.activeElement?.getBoundingClientRect().top,
    ];
    const was = [await north.run(drawnIn), await north.run(looks)];
    open();
    await south.until("the result is there", ({ one }) => one(".result-frame"));
    assert.deepEqual([await north.run(drawnIn), await north.run(looks)], was);
    assert.equal(await north.value(field("equipment-kinds")), "8三");
    assert.equal(await instances(visit), 2);
    await north.type(field("equipment-kinds"), "9");
    await visit.of(2).until("one draft is one draft", ({ one }, s) => !one(s) || one(s).value === "9", field("equipment-kinds"));
  });
});

inBrowser("a code comes into the address: the whole module takes over where the visitor is", { page: null, before }, async (visit) => {
  await held(visit, "english", async (open) => {
    await visit.begin();
    await visit.click("#q-equipment-kinds details > summary");
    await visit.click(field("equipment-sets"));
    await visit.press("12");
    assert.equal(await visit.run(({ one }) => one("#q-equipment-kinds details").open), true);
    await visit.run(() => (location.hash = "#readiness=R1-XXXX"));
    // Who goes somewhere and comes back has not said no to it.
    await visit.step(1);
    await visit.step(0);
    await visit.click("#q-equipment-kinds details > summary");
    await visit.click(field("equipment-sets"));
    await visit.press(Key.END);
    open();
    await visit.until("both modules run", () => window.instances === 2);
    await visit.press("3", Key.TAB);
    await visit.until("what came is offered", ({ all }) => all(".notice").length > 0);
    assert.equal(await visit.value(field("equipment-sets")), "123");
    assert.equal(await visit.run(({ one }) => one("#q-equipment-kinds details").open), true);
    assert.ok(await visit.run(({ root }) => !!root.activeElement), "the focus is where the Tab key led");
  });
});

inBrowser("two windows: what both say is kept while one of them changes its module", { page: null, alone: true }, async (visit) => {
  await held(visit, "english", async (open) => {
    const address = await visit.driver.getCurrentUrl();
    const one = await visit.driver.getWindowHandle();
    await visit.begin();
    await visit.type(field("equipment-kinds"), "8");
    await visit.click(RESULT);
    await visit.driver.switchTo().newWindow("tab");
    const two = await visit.driver.getWindowHandle();
    await visit.driver.get(address);
    await visit.shown();
    await visit.type(field("equipment-sets"), "30");
    await visit.driver.switchTo().window(one);
    open();
    await visit.until("the result is there", ({ one }) => one(".result-frame"));
    await visit.driver.switchTo().window(two);
    await visit.type(field("equipment-kinds"), "9");
    await visit.driver.switchTo().window(one);
    await visit.place("answer");
    await visit.until("the other window's answer is here", ({ one }, s) => one(s)?.value === "9", field("equipment-kinds"));
    assert.equal(await visit.value(field("equipment-sets")), "30");
    await visit.driver.switchTo().window(two);
    await visit.driver.close();
    await visit.driver.switchTo().window(one);
  });
});

const thrifty = () => {
  if (/whole/.test(location.search)) Object.defineProperty(navigator, "connection", { value: { saveData: true } });
};
inBrowser("both modules draw the start and every page of questions alike", { page: null, before: thrifty }, async (visit) => {
  const drawn = async (search) => {
    await visit.driver.get(`${ADDRESS}/pages/english.html${search}`);
    await visit.shown();
    await visit.run(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await visit.reload();
    await visit.requests();
    const screens = [await visit.run(drawnIn)];
    await visit.begin();
    await visit.type(field("equipment-kinds"), "8");
    // What is said of the verdict after a while stays on every page.
    await visit.untilText(".live [role=status]", "Met");
    const steps = await visit.run(({ all }) => all(".steps .wide .step").length);
    for (let step = 0; step < steps; step += 1) {
      await visit.step(step);
      screens.push(await visit.run(drawnIn));
    }
    return screens;
  };
  const [first, whole] = [await drawn(""), await drawn("?whole")];
  assert.ok(first.length > 5);
  assert.deepEqual(first, whole);
});

inBrowser("on a connection that is to be spared, and where a draft stands at a later place, there is the whole module alone", { page: null, before: thrifty }, async (visit) => {
  const asked = async () => (await visit.requests()).map(({ url }) => kindOf(url)).filter((kind) => /wasm/.test(kind));
  await visit.driver.get(`${ADDRESS}/pages/english.html?whole`);
  await visit.shown();
  assert.deepEqual(await asked(), ["wasm"]);
  await visit.click(BEGIN);
  await visit.place("result");
  await visit.driver.get(`${ADDRESS}/pages/english.html`);
  await visit.shown();
  await visit.until("the result is there", ({ one }) => one(".result-frame"));
  assert.ok(!(await asked()).includes("first.wasm"));
});

const [KINDS, SETS] = ["equipment-kinds", "equipment-sets"].map(field);
/** Presses a button of those for undoing, which leads to the question. */
async function travels(visit, words, question) {
  const found = ({ all }, words) => all(".undo button").find((button) => button.firstChild.textContent.trim() === words);
  await visit.clickFound(await visit.run(found, words), words);
  await visit.until("one is led to the question", ({ root }, s) => root.activeElement?.matches(s), question);
}

inBrowser("what was done in the first module is undone and done again in the whole one", { page: null, before }, async (visit) => {
  await held(visit, "english", async (open) => {
    await visit.begin();
    await visit.type(KINDS, "8");
    await visit.type(SETS, "30");
    await visit.type(KINDS, "9");
    await travels(visit, "Undo", KINDS);
    assert.equal(await visit.value(KINDS), "8");
    await visit.click(RESULT);
    open();
    await entered(visit, "Result");
    await travels(visit, "Redo", KINDS);
    assert.equal(await visit.value(KINDS), "9");
    await travels(visit, "Undo", KINDS);
    await travels(visit, "Undo", SETS);
    assert.deepEqual([await visit.value(KINDS), await visit.value(SETS)], ["8", ""]);
    await travels(visit, "Undo", KINDS);
    assert.deepEqual(await answers(visit), {});
    assert.equal(await instances(visit), 2);
  });
});

/** Says nothing aloud of a verdict that changed, which the one module may have done before `was` and the other does not repeat. */
const unsaid = `() => {
  (${before})();
  const { setTimeout: later } = window;
  window.setTimeout = (act, after, ...given) => (after === 1000 ? 0 : later(act, after, ...given));
}`;
inBrowser("another element asks for it: what was undone last is said as before, and goes on", { page: null, before: unsaid }, async (visit) => {
  await held(visit, "keys", async (open) => {
    const [north, south] = [visit, visit.of(1)];
    await north.begin();
    await south.begin();
    await north.type(KINDS, "8");
    await north.type(SETS, "30");
    await travels(north, "Undo", SETS);
    await north.run(({ one }) => one("#heading").focus());
    const was = await north.run(drawnIn);
    await south.click(RESULT);
    open();
    await south.until("the result is there", ({ one }) => one(".result-frame"));
    assert.equal(await north.run(drawnIn), was);
    assert.match(await north.text(".undo [role=status]"), /^Undone: /);
    await travels(north, "Redo", SETS);
    assert.equal(await north.value(SETS), "30");
  });
});

inBrowser("where nothing is stored, the answers are in the list of the whole module, which keeps several", { page: null, before }, async (visit) => {
  await held(visit, "nowhere", async (open) => {
    await visit.begin();
    await visit.type(KINDS, "8");
    await visit.type(SETS, "30");
    await visit.click(".foot .actions > :last-child");
    open();
    await visit.until("the list is there", ({ one, root }) => one(".assessments") && root.activeElement === one("#heading"));
    const rows = () => visit.texts(".assessments li strong");
    assert.deepEqual(await rows(), ["Discrete, 2018 edition"]);
    await visit.clickText("New blank assessment");
    await visit.type("#assessment-name", "B");
    await visit.click(".to-confirm .primary");
    await visit.until("the start is shown", ({ one }) => !!one(".screen.start"));
    await visit.click(".foot .actions > :last-child");
    await visit.until("both are in the list", ({ all }) => all(".assessments li").length > 0);
    assert.deepEqual((await rows()).at(-1), "Discrete, 2018 edition");
    // Changing to another one is a step like those of the first module.
    await visit.click(".undo button");
    await visit.until("it is at hand again", ({ one }) => one("header .called") === null && one("#ask-start-over"));
    await visit.place("answer");
    assert.deepEqual([await visit.value(KINDS), await visit.value(SETS)], ["8", "30"]);
    await travels(visit, "Undo", SETS);
    assert.equal(await visit.value(SETS), "");
    assert.deepEqual(await visit.stored(), {});
  });
});

inBrowser("on a slow machine: every key counts while the whole module arrives, and the place is entered when the field is left", { page: null, before }, async (visit) => {
  await held(visit, "english", async (open) => {
    await visit.begin();
    await visit.cdp("Emulation.setCPUThrottlingRate", { rate: 6 });
    await visit.click(RESULT);
    await visit.click(KINDS);
    await visit.press("1");
    open();
    for (const digit of "234") await visit.press(digit);
    // From one field into another nobody is led away either.
    await visit.click(SETS);
    await visit.press("5");
    await visit.until("both modules run", () => window.instances === 2);
    await visit.press("6", "7", "8", Key.TAB);
    await entered(visit, "Result");
    assert.deepEqual(await answers(visit), { "equipment-kinds": 1234, "equipment-sets": 5678 });
    await visit.cdp("Emulation.setCPUThrottlingRate", { rate: 1 });
    await travels(visit, "Undo", SETS);
    assert.deepEqual([await visit.value(KINDS), await visit.value(SETS)], ["1234", ""]);
  });
});

inBrowser("what is in use is not due to be deleted, however long the page has been open", { page: null, before }, async (visit) => {
  await held(visit, "english", async (open) => {
    await visit.begin();
    await visit.type(KINDS, "8");
    await visit.run(({ one }) => {
      const select = one('select[name="delete-after"]');
      select.value = "7";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await visit.run(() => {
      const now = Date.now.bind(Date);
      window.Date = class extends Date {
        constructor(...given) {
          super(...(given.length > 0 ? given : [now() + 8 * 86400000]));
        }
      };
    });
    await visit.click(RESULT);
    open();
    await entered(visit, "Result");
    assert.deepEqual(await answers(visit), { "equipment-kinds": 8 });
    assert.deepEqual(await visit.texts(".notices .notice"), []);
  });
});
