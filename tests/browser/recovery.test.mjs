// The module stops in the middle of a visit: a panic or a trap leaves the instance in an unknown state. The visitor gets a
// message, goes on with a fresh instance, and has lost nothing. A trap of what runs by itself is an error of the window
// too, as any that a script throws.

import assert from "node:assert/strict";
import { answerDocument, best } from "./answers.mjs";
import { ADDRESS, BEGIN, choice, field, inBrowser } from "./browser.mjs";

const KEY = "readiness-check:ningbo-3511-2018";
const expected = [/Uncaught RuntimeError/, /readiness-check: the engine stopped after a fault/, /readiness-check: (engine-stopped|page-damaged): /];

/** Gives the test the memory of each instance, and records the events that the page gets and the timers that are due. No
    module is made ready ahead: the instance that was made last is the one that shows the widgets. */
const before = () => {
  // Only the rest of a long place has a time by which it comes.
  window.requestIdleCallback = (act, { timeout }) => (timeout ? window.setTimeout(act) : 0);
  window.memories = [];
  window.heard = [];
  window.due = new Set();
  const { setTimeout: later, clearTimeout: never } = window;
  window.setTimeout = (act, after, ...given) => {
    const timer = later(() => {
      window.due.delete(timer);
      act(...given);
    }, after);
    window.due.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => {
    window.due.delete(timer);
    never(timer);
  };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    if (instance.exports.memory) window.memories.push(instance.exports.memory);
    return instance;
  };
  addEventListener("error", (event) => window.heard.push(["error", event.message]));
  addEventListener("unhandledrejection", (event) => window.heard.push(["rejection", String(event.reason)]));
  document.addEventListener("readiness-error", (event) => window.heard.push([event.type, event.detail.code]));
};
/** Overwrites the memory of the running instance: the next call into it traps. No timer is due then, so that the call is
    the one that the test makes, and not the news of a verdict, said after a pause. */
const kill = (visit) => visit.until("no timer is due", () => {
  if (window.due.size > 0) return false;
  new Uint8Array(window.memories.at(-1).buffer).fill(0xff);
  return true;
});
const stopped = (visit) => visit.until("the visitor is told", ({ one }) => !!one("[role=alert] button") && !one(".mount"));
const goOn = async (visit) => {
  await visit.clickText("Continue");
  await visit.shown();
};
const shows = (visit, question, text) =>
  visit.until(`${question} shows ${text}`, ({ one }, s, t) => one(s)?.value === t, field(question), text);
const heard = async (visit) => (await visit.run(() => window.heard.splice(0))).filter(([, what]) => !/^Uncaught RuntimeError/.test(what));

for (const [page, storage] of [["english", "local"], ["nowhere", "none"]]) {
  inBrowser(`a trap while somebody types, storage="${storage}": the text, the answers and the page come back`, { page, before, expected }, async (visit) => {
    await visit.begin();
    await visit.type(field("equipment-kinds"), "8");
    await visit.step(1);
    await visit.click(choice("digital-roadmap", "yes"));
    await visit.step(0);
    await visit.click(field("equipment-sets"));
    await visit.press("2三");
    await kill(visit);
    await visit.press("x");
    await stopped(visit);
    assert.match(await visit.text("[role=alert]"), /All that you entered is kept/);
    assert.equal(await visit.run(({ root }) => root.activeElement?.textContent), "Continue", "who was at work can go on by the keyboard");
    assert.deepEqual(await heard(visit), [["readiness-error", "engine-stopped"]], "told once");
    await visit.press("\uE007");
    await visit.shown();
    await shows(visit, "equipment-sets", "2三x");
    assert.equal(await visit.value(field("equipment-kinds")), "8");
    await visit.until("the field has the focus", ({ root, one }, s) => root.activeElement === one(s), field("equipment-sets"));
    await visit.overwrite("9");
    await visit.step(1);
    assert.equal(await visit.run(({ one }, s) => one(s).checked, choice("digital-roadmap", "yes")), true);
    await visit.place("result");
    assert.match(await visit.text(".condition .badge"), /Met/);
    assert.deepEqual(await visit.run(() => window.memories.length), 2);
    const answers = { "equipment-kinds": 8, "equipment-sets": 9, "digital-roadmap": true };
    if (storage === "none") assert.deepEqual(await visit.stored(), {});
    else assert.deepEqual(JSON.parse((await visit.stored())[KEY]).sheet.document.answers, answers);
    assert.deepEqual(await heard(visit), []);
  });
}

inBrowser("a trap in the click of a choice, without focus on it as in WebKit: the choice comes back", { page: "english", before, expected }, async (visit) => {
  const radio = "#q-plant-layout-model input[type=radio]";
  const tick = "#q-equipment-sets input[type=checkbox]";
  await visit.begin();
  for (const [page, choice] of [[0, tick], [1, radio]]) {
    if (page) await visit.step(page);
    await visit.until("the choice is there", ({ one }, s) => one(s), choice);
    await kill(visit);
    await visit.run(({ root, one }, s) => {
      root.activeElement?.blur();
      one(s).click();
    }, choice);
    await stopped(visit);
    await goOn(visit);
    await visit.until("the choice is back", ({ one }, s) => one(s)?.checked, choice);
  }
});

inBrowser("all elements of a page share an instance: all of them stop, and one button brings all back", { page: "keys", before, expected }, async (visit) => {
  const [north, south, northToo] = [visit, visit.of(1), visit.of(2)];
  // Each of them: a stored draft has the page of the element that saved last.
  for (const widget of [north, south, northToo]) await widget.begin();
  await north.type(field("equipment-kinds"), "8");
  await south.type(field("equipment-kinds"), "3");
  await kill(visit);
  // A file that arrives late may call the instance before the click does.
  await north.run(({ one }, s) => one(s)?.click(), choice("software-copyrights", "unknown"));
  for (const widget of [north, south, northToo]) await stopped(widget);
  assert.deepEqual(await heard(visit), Array(3).fill(["readiness-error", "engine-stopped"]));
  await goOn(south);
  await shows(northToo, "equipment-kinds", "8");
  assert.equal(await south.value(field("equipment-kinds")), "3");
  await northToo.type(field("equipment-sets"), "23");
  await shows(north, "equipment-sets", "23");
  assert.equal(await south.value(field("equipment-sets")), "");
});

inBrowser("a trap in a call of the page: the call throws, and the next instance applies the pending answers", { page: "english", before, expected }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "5");
  await kill(visit);
  const set = (document) => visit.run(({ element }, document) => {
    try {
      element.answers = document;
      return null;
    } catch (error) {
      return error.code;
    }
  }, document);
  assert.equal(await set(answerDocument({ "equipment-kinds": 6 })), "engine-stopped");
  await stopped(visit);
  assert.equal(await visit.run(({ element }) => element.answers), null);
  assert.equal(await set(answerDocument({ "equipment-kinds": 7 })), null);
  await visit.run(({ element }) => element.setAttribute("lang", "zh-CN"));
  await visit.run(({ element }) => element.setAttribute("lang", "en"));
  await goOn(visit);
  await shows(visit, "equipment-kinds", "7");
  await visit.clickText("Bring the earlier answers back");
  await shows(visit, "equipment-kinds", "5");
});

inBrowser("a trap in a call of the page, while a field is in use that is drawn late: what the page sets is not typed over", { page: "english", before, expected }, async (visit) => {
  const all = await best();
  const set = (document) => visit.run(({ element }, document) => {
    try {
      element.answers = document;
    } catch (error) {
      return error.code;
    }
    return null;
  }, document);
  await visit.begin();
  await set(all);
  await visit.place("evidence");
  const last = ".department:last-of-type .paper:last-child .paper-field input";
  await visit.type(last, "Wang Fang");
  await kill(visit);
  assert.equal(await set(all), "engine-stopped");
  await stopped(visit);
  assert.equal(await set(all), null);
  await goOn(visit);
  await visit.until("the field has the focus", ({ root, one }, s) => root.activeElement === one(s), last);
  assert.equal(await visit.value(last), "");
});

inBrowser("again and again: the answers stay, and the second time in a row the start is shown", { page: "english", before, expected }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.step(3);
  for (const turn of [0, 1]) {
    await kill(visit);
    await visit.run(({ all }) => all(".steps .wide .step")[1].click());
    await stopped(visit);
    await goOn(visit);
    if (turn === 0) await visit.until("the page is back", ({ all }) => all(".steps .wide .step")[3].hasAttribute("aria-current"));
  }
  await visit.until("the start is shown", ({ one }) => !!one(".screen.start"));
  await visit.click(BEGIN);
  await shows(visit, "equipment-kinds", "8");
});

inBrowser("another script removes nodes of the widget: it stops, and goes on", { page: "english", before, expected: [...expected, /failed to insert node/] }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  // A script of the host that wraps every element it finds.
  await visit.run(({ all }) => {
    for (const block of all(".widget *")) {
      const wrap = document.createElement("font");
      block.replaceWith(wrap);
      wrap.append(block);
    }
  });
  await visit.run(({ all }) => all(".steps .wide .step")[3].click());
  await stopped(visit);
  assert.deepEqual(await heard(visit), [["readiness-error", "engine-stopped"]]);
  await goOn(visit);
  await visit.step(0);
  assert.equal(await visit.value(field("equipment-kinds")), "8");
});

inBrowser("everything replaced by a copy, which would take no click: the visitor gets a message and goes on", { page: "english", before, expected }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.run(({ one }) => one(".widget").replaceWith(one(".widget").cloneNode(true)));
  await stopped(visit);
  assert.deepEqual(await heard(visit), [["readiness-error", "page-damaged"]]);
  await goOn(visit);
  assert.equal(await visit.value(field("equipment-kinds")), "8");
  await visit.type(field("equipment-sets"), "9");
  assert.match(await visit.text(".live .badge"), /Met/);
});

inBrowser("an exception in a listener of the host stays with the host, and the widget lives", { page: "english", before, expected: [/the host's own/] }, async (visit) => {
  await visit.begin();
  await visit.run(({ element }) => element.addEventListener("readiness-change", () => { throw new WebAssembly.RuntimeError("the host's own"); }));
  await visit.type(field("equipment-kinds"), "8");
  await visit.until("the host hears it", () => window.heard.length > 0);
  assert.deepEqual((await heard(visit)).map(([kind, text]) => [kind, /the host's own|Script error/.test(text)])[0], ["error", true]);
  await visit.type(field("equipment-sets"), "9");
  assert.match(await visit.text(".live .badge"), /Met/);
  assert.equal(await visit.run(() => window.memories.length), 1);
});

inBrowser("removed while it is stopped, it leaves no listener, and comes back with its answers", { page: "english", before, expected }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await kill(visit);
  await visit.click(choice("software-copyrights", "unknown"));
  await stopped(visit);
  await visit.run(({ element }) => {
    window.taken = element;
    element.remove();
  });
  await visit.until("the message is gone", () => !window.taken.shadowRoot.querySelector("[role=alert]"));
  const { result } = await visit.cdp("Runtime.evaluate", { expression: "window" });
  const { listeners } = await visit.cdp("DOMDebugger.getEventListeners", { objectId: result.objectId });
  assert.deepEqual(listeners.map(({ type }) => type).sort(), ["error", "unhandledrejection"]);
  await visit.run(() => document.body.append(window.taken));
  await shows(visit, "equipment-kinds", "8");
});

inBrowser("a trap in assess(): it throws engine-stopped until ready() is awaited again", { page: null, before, expected }, async (visit) => {
  await visit.driver.get(`${ADDRESS}/pages/functions.html`);
  await visit.until("the functions are there", () => !!window.functions);
  const said = await visit.driver.executeAsyncScript(async (document, done) => {
    const { ready, assess, standards } = window.functions;
    const said = [];
    const attempt = () => {
      try {
        said.push(assess(document).published.verdict);
      } catch (error) {
        said.push(error.code);
      }
    };
    await ready();
    attempt();
    new Uint8Array(window.memories.at(-1).buffer).fill(0xff);
    attempt();
    attempt();
    said.push(standards().length);
    await ready("ningbo-3511-2017");
    attempt();
    done(said);
  }, answerDocument({ "equipment-kinds": 3, "equipment-sets": 3 }));
  assert.deepEqual(said, ["not-met", "engine-stopped", "engine-stopped", 2, "not-met"]);
});
