// What is stored, where, and what becomes of it: reloads, languages, tracks, windows, storage that fails or is damaged.

import assert from "node:assert/strict";
import { answerDocument, best } from "./answers.mjs";
import { choice, field, inBrowser } from "./browser.mjs";
import { OPENER, agree } from "./consent.mjs";
import { answersUnsaved } from "./unsaved.mjs";

const KEY = "readiness-check:ningbo-3511-2018";
const kept = async (visit, key = KEY) => JSON.parse((await visit.stored())[key] ?? "null");
const answersKept = async (visit, key) => (await kept(visit, key))?.sheet.document.answers;
/** Waits until a field shows a text. */
const shows = (visit, question, text) =>
  visit.until(`${question} shows ${text}`, ({ one }, s, t) => one(s)?.value === t, field(question), text);

/** Records what is written into the storage. */
function noteWrites() {
  window.written = [];
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, text) {
    window.written.push(text);
    return setItem.call(this, key, text);
  };
}

inBrowser("a reload restores answers, page and half-typed text", {}, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.click(field("equipment-sets"));
  await visit.press("2三x");
  await visit.reload();
  assert.equal(await visit.value(field("equipment-kinds")), "8");
  assert.equal(await visit.value(field("equipment-sets")), "2三x", "what is no number is kept as it was typed");
  await visit.type(field("equipment-sets"), "9");
  await visit.step(3);
  await visit.click(choice("material-moves", "called"));
  await visit.until("it is chosen", ({ one }, s) => one(s).checked, choice("material-moves", "called"));
  await visit.reload();
  await visit.until("the same page is shown", ({ all }) => all(".steps .wide .step")[3].hasAttribute("aria-current"));
  assert.equal(await visit.run(({ one }, s) => one(s).checked, choice("material-moves", "called")), true);
  await visit.place("result");
  await visit.reload();
  await visit.until("the result is shown", ({ one }) => !!one(".screen.result"));
  assert.equal((await answersKept(visit))["equipment-sets"], 9);
});

inBrowser("a change of language keeps answers, page and half-typed text", {}, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.type(field("equipment-sets"), "abc");
  await visit.click(".language");
  await visit.until("it speaks English", ({ one }) => one(".widget").lang === "en");
  assert.equal(await visit.text("#heading"), "Published conditions");
  assert.equal(await visit.value(field("equipment-kinds")), "8");
  assert.equal(await visit.value(field("equipment-sets")), "abc");
  assert.match(await visit.text("#equipment-sets-error"), /is not a number/);
  await visit.type(field("equipment-sets"), "9");
  await visit.click(".language");
  await visit.until("it speaks Chinese", ({ one }) => one(".widget").lang === "zh-CN");
  await shows(visit, "equipment-sets", "9");
  assert.deepEqual(await answersKept(visit), { "equipment-kinds": 8, "equipment-sets": 9 });
});

inBrowser("a change of track keeps the answers of the other track", { page: "english" }, async (visit) => {
  const toStart = async () => {
    await visit.step(0);
    await visit.click(".actions button");
    await visit.onScreen("What does your plant still lack? Work it out first");
  };
  await visit.begin(0);
  await visit.step(3);
  await visit.type(field("key-machines"), "40");
  await toStart();
  await visit.begin(1);
  await visit.step(3);
  await visit.click(choice("control-system", "sequences"));
  await visit.until("it is chosen", ({ one }, s) => one(s).checked, choice("control-system", "sequences"));
  await toStart();
  await visit.begin(0);
  await visit.step(3);
  assert.equal(await visit.value(field("key-machines")), "40");
  await toStart();
  await visit.begin(1);
  await visit.step(3);
  assert.equal(await visit.run(({ one }, s) => one(s).checked, choice("control-system", "sequences")), true);
});

inBrowser("start over asks first, clears, and can be undone, after a reload too", { page: "english" }, async (visit) => {
  const ask = async () => {
    await visit.clickText("Start over");
    await visit.until("the question is focused", ({ root }) => root.activeElement?.id === "start-over");
  };
  assert.equal(await visit.run(({ one }) => !!one("footer button")), false, "with nothing answered there is nothing to clear");
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.type(field("equipment-sets"), "half");
  await ask();
  await visit.clickText("Keep them");
  await visit.until("the button that asked is focused", ({ root }) => root.activeElement?.id === "ask-start-over");
  assert.equal(await visit.value(field("equipment-kinds")), "8");
  await ask();
  await visit.clickText("Clear the answers");
  await visit.until("what was replaced is focused", ({ root }) => root.activeElement?.id === "replaced");
  assert.equal(await visit.text("#heading"), "What does your plant still lack? Work it out first");
  assert.deepEqual(await answersKept(visit), {});
  await visit.reload();
  await visit.clickText("Bring the earlier answers back");
  await shows(visit, "equipment-kinds", "8");
  assert.equal(await visit.value(field("equipment-sets")), "half");
  assert.deepEqual(await answersKept(visit), { "equipment-kinds": 8 });
  assert.equal(await visit.run(({ one }) => !!one("#replaced")), false);
});

inBrowser("a reset by the page takes effect again after the answers were brought back", { page: "english" }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "5");
  for (const round of [1, 2]) {
    await visit.run(({ element }) => element.reset());
    await visit.until(`it starts over, round ${round}`, ({ one }) => !!one(".screen.start"));
    assert.deepEqual(await answersKept(visit), {});
    await visit.clickText("Bring the earlier answers back");
    await shows(visit, "equipment-kinds", "5");
  }
});

inBrowser("every draft that was replaced can be restored, and deleted for good", { page: "english" }, async (visit) => {
  await visit.begin();
  for (const count of [1, 2]) {
    await visit.run(({ element }, document) => (element.answers = document), answerDocument({ "equipment-kinds": count }));
    await shows(visit, "equipment-kinds", String(count));
  }
  await visit.type(field("equipment-kinds"), "3");
  await visit.run(({ element }, document) => (element.answers = document), answerDocument({ "equipment-kinds": 4 }));
  await shows(visit, "equipment-kinds", "4");
  for (const count of ["3", "1", "4"]) {
    await visit.clickText("Bring the earlier answers back");
    await shows(visit, "equipment-kinds", count);
  }
  await visit.clickText("Delete for good");
  await visit.until("the notice is gone", ({ one }) => !one("#replaced"));
  assert.deepEqual(await answersKept(visit), { "equipment-kinds": 4 });
});

inBrowser("the same key is the same draft, live; another key is another", { page: "keys" }, async (visit) => {
  const [north, south, northToo] = [visit, visit.of(1), visit.of(2)];
  for (const widget of [north, south, northToo]) await widget.begin();
  await north.type(field("equipment-kinds"), "8");
  await shows(northToo, "equipment-kinds", "8");
  await south.type(field("equipment-kinds"), "3");
  await northToo.type(field("equipment-sets"), "23");
  await shows(north, "equipment-sets", "23");
  assert.equal(await north.value(field("equipment-kinds")), "8");
  assert.equal(await south.value(field("equipment-kinds")), "3");
  assert.equal(await south.value(field("equipment-sets")), "");
  assert.deepEqual(await answersKept(visit, "readiness-check:north:ningbo-3511-2018"), { "equipment-kinds": 8, "equipment-sets": 23 });
  assert.deepEqual(await answersKept(visit, "readiness-check:south:ningbo-3511-2018"), { "equipment-kinds": 3 });
  await visit.reload();
  assert.equal(await northToo.value(field("equipment-sets")), "23");
  assert.equal(await south.value(field("equipment-kinds")), "3");
});

/** Types into two elements of the page in turn, `[which, question, text]`, each event in a task of its own. */
const typeInTurn = (visit, typed) => visit.driver.executeAsyncScript(`
  const [typed, done] = arguments;
  const task = () => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(null);
  });
  (async () => {
    for (const [which, field, text] of typed) {
      const into = document.querySelectorAll("readiness-check")[which].shadowRoot.querySelector(field);
      into.value = text;
      into.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      await task();
      into.dispatchEvent(new Event("change", { bubbles: true }));
      await task();
    }
    done();
  })();
`, typed.map(([which, question, text]) => [which, field(question), text]));

const COUNTS = ["equipment-kinds", "equipment-sets", "software-copyrights", "standard-drafts"];
const NORTH = "readiness-check:north:ningbo-3511-2018";
/** How much the machine is slowed down, so that an event of one element reaches the other while that one is at work. */
const SLOWER = [4, 6, 10, 15, 20];

inBrowser("two elements of one key do not echo each other: each state is written once", { page: "keys", before: noteWrites }, async (visit) => {
  const northToo = visit.of(2);
  await visit.begin();
  await northToo.begin();
  await visit.run(() => { window.written = []; });
  let counts;
  for (const rate of SLOWER) {
    counts = Object.fromEntries(COUNTS.map((question, place) => [question, 10 * rate + place]));
    await visit.cdp("Emulation.setCPUThrottlingRate", { rate });
    await typeInTurn(visit, Object.entries(counts).map(([question, count]) => [0, question, String(count)]));
    await visit.cdp("Emulation.setCPUThrottlingRate", { rate: 1 });
    for (const [question, count] of Object.entries(counts)) await shows(northToo, question, String(count));
  }
  const written = await visit.run(() => window.written);
  const again = written.filter((state, place) => written.indexOf(state) < place);
  assert.deepEqual(again, [], "no state is written twice");
  assert.deepEqual(await answersKept(visit, NORTH), counts);
});

inBrowser("two elements of one key at once: what is typed into either is in both", { page: "keys" }, async (visit) => {
  const northToo = visit.of(2);
  await visit.begin();
  await northToo.begin();
  for (const rate of SLOWER) {
    const counts = Object.fromEntries(COUNTS.map((question, place) => [question, 10 * rate + place]));
    await visit.cdp("Emulation.setCPUThrottlingRate", { rate });
    await typeInTurn(visit, Object.entries(counts).map(([question, count], place) => [place % 2 ? 2 : 0, question, String(count)]));
    await visit.cdp("Emulation.setCPUThrottlingRate", { rate: 1 });
    for (const [question, count] of Object.entries(counts)) {
      await shows(visit, question, String(count));
      await shows(northToo, question, String(count));
    }
    assert.deepEqual(await answersKept(visit, NORTH), counts);
  }
});

inBrowser("two windows at once: what both changed is in both", { page: "english", alone: true }, async (visit) => {
  const first = await visit.driver.getWindowHandle();
  await visit.begin();
  await visit.driver.switchTo().newWindow("window");
  await visit.open("english");
  const second = await visit.driver.getWindowHandle();
  const turn = (window) => visit.driver.switchTo().window(window);

  await visit.type(field("equipment-kinds"), "8");
  await turn(first);
  await shows(visit, "equipment-kinds", "8");
  await visit.untilText(".notices", "Changes made in another window");
  // While one types, the other goes on: neither loses anything.
  await visit.click(field("equipment-sets"));
  await visit.press("2");
  await turn(second);
  await visit.type(field("software-copyrights"), "3");
  await visit.step(3);
  await turn(first);
  await shows(visit, "software-copyrights", "3");
  assert.equal(await visit.text("#heading"), "Published conditions", "each window stays on its own page");
  await visit.overwrite("23");
  await visit.type(field("standard-drafts"), "5");
  await turn(second);
  await visit.step(0);
  await shows(visit, "standard-drafts", "5");
  const all = { "equipment-kinds": 8, "equipment-sets": 23, "software-copyrights": 3, "standard-drafts": 5 };
  for (const window of [first, second]) {
    await turn(window);
    for (const [question, count] of Object.entries(all)) await shows(visit, question, String(count));
    assert.deepEqual(await answersKept(visit), all);
  }
});

for (const [what, before] of [
  ["full", () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  }],
  ["refused", () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
    }
  }],
]) {
  inBrowser(`storage that is ${what}: a notice says so, and the answers stay on the page`, { page: "english", before, expected: [/readiness-check: storage-(full|blocked): /] }, async (visit) => {
    await answersUnsaved(visit);
    await visit.place("result");
    assert.match(await visit.text(".condition .badge"), /Met/);
  });
}

const draft = (answers, more = {}) => JSON.stringify({
  format: "readiness-check/draft",
  version: 1,
  sheet: { document: answerDocument(answers), trackChosen: true, typed: {} },
  screen: 0,
  ...more,
});
for (const [what, stored, notice, value] of [
  ["no JSON", '{"format":"readiness-che', /could not be read/, ""],
  ["something else", '{"theme":"dark"}', /could not be read.*not a draft of this tool/, ""],
  ["a draft of a newer release", draft({ "equipment-kinds": 8 }, { version: 2 }), /could not be read.*newer release/, ""],
  ["a draft with an unknown question", draft({ "equipment-kinds": 8, "equipment-colours": 3 }), /Some saved answers.*equipment-colours/, "8"],
  ["a draft with a bad answer", draft({ "equipment-kinds": 8, "equipment-sets": "many" }), /Some saved answers.*equipment-sets/, "8"],
]) {
  inBrowser(`stored is ${what}: a notice says so, the original is set aside, and the widget works`, { page: null }, async (visit) => {
    await visit.open("functions");
    await visit.run((_, key, text) => localStorage.setItem(key, text), KEY, stored);
    await visit.open("english");
    assert.match(await visit.text(".notices"), notice);
    const aside = Object.entries(await visit.stored()).filter(([key]) => key !== KEY);
    assert.equal(aside.length, 1);
    assert.match(aside[0][0], /^readiness-check:/);
    assert.equal(aside[0][1], stored, "the original is kept as it was");
    assert.ok((await visit.text(".notices")).includes(aside[0][0]), "the notice names the place");
    if (value === "") await visit.begin();
    assert.equal(await visit.value(field("equipment-kinds")), value);
    await visit.type(field("invention-patents-filed"), "2");
    await visit.reload();
    await shows(visit, "invention-patents-filed", "2");
    assert.equal(await visit.run(({ one }) => !!one(".notice")), false, "it is said once");
    assert.equal((await visit.stored())[aside[0][0]], stored, "what was set aside stays");
  });
}

inBrowser('storage="none" leaves nothing behind', { page: "nowhere" }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.step(1);
  await visit.step(0);
  assert.equal(await visit.value(field("equipment-kinds")), "8");
  assert.deepEqual([await visit.stored("localStorage"), await visit.stored("sessionStorage")], [{}, {}]);
  await visit.reload();
  assert.equal(await visit.text("#heading"), "What does your plant still lack? Work it out first");
});

inBrowser("the page reads answers only after the visitor agrees, and sets them at any time", { page: "english" }, async (visit) => {
  const read = () => visit.run(({ element }) => [element.answers, element.assessment]);
  const set = (document) => visit.run(({ element }, document) => {
    try {
      element.answers = document;
      return null;
    } catch (error) {
      return { error: error instanceof Error, code: error.code, path: error.path, message: error.message };
    }
  }, document);
  await visit.begin();
  await visit.type(field("equipment-kinds"), "5");
  assert.deepEqual(await read(), [null, null]);

  const given = answerDocument({ "equipment-kinds": 8, "equipment-sets": 23 });
  assert.equal(await set(given), null);
  await shows(visit, "equipment-sets", "23");
  assert.deepEqual(await read(), [null, null], "setting is not agreeing");

  for (const [bad, path] of [
    [answerDocument({ "equipment-kinds": "eight" }), "/answers/equipment-kinds"],
    [{ ...given, standard: "gbt-0000-2099" }, "/standard"],
    [{ ...given, version: 2 }, "/version"],
    [[], ""],
  ]) {
    const thrown = await set(bad);
    assert.deepEqual([thrown?.error, thrown?.path], [true, path]);
    assert.equal(await visit.value(field("equipment-kinds")), "8", "a bad document changes nothing");
  }
  assert.equal(await set(null), null, "frameworks set null, which takes nothing away");
  assert.equal(await visit.value(field("equipment-kinds")), "8");

  await visit.place("result");
  await agree(visit);
  const [answers, assessment] = await read();
  assert.deepEqual(answers, given);
  assert.equal(assessment.published.criteria[0].verdict, "met");
  await visit.click(OPENER);
  await visit.until("the page may no longer read", ({ element }) => element.answers === null && element.assessment === null);

  await visit.clickText("Bring the earlier answers back");
  await shows(visit, "equipment-kinds", "5");
  assert.equal(await visit.value(field("equipment-sets")), "");
  await visit.run(({ element }) => element.reset());
  await visit.until("it starts over", ({ one }) => !!one(".screen.start"));
  await visit.clickText("Bring the earlier answers back");
  await shows(visit, "equipment-kinds", "5");
});

const listen = () => {
  window.heard = [];
  for (const name of ["ready", "change", "complete", "error"]) {
    document.addEventListener(`readiness-${name}`, (event) => window.heard.push([event.type, event.detail, event.composed]));
  }
};
inBrowser("the events carry what the contract says, and no answer", { page: "english", before: listen }, async (visit) => {
  const heard = () => visit.run(() => window.heard.splice(0));
  const ready = await heard();
  assert.deepEqual(ready.map(([type]) => type), ["readiness-ready"]);
  assert.deepEqual(Object.keys(ready[0][1]).sort(), ["engine", "standard"]);
  assert.match(ready[0][1].engine, /^\d+\.\d+\.\d+$/);
  assert.equal(ready[0][1].standard, "ningbo-3511-2018");
  assert.equal(ready[0][2], true, "composed");

  await visit.begin();
  await visit.click(field("equipment-kinds"));
  await visit.overwrite("7");
  await visit.click(choice("equipment-sets", "unknown"));
  await visit.until("two changes are heard", () => window.heard.length >= 2);
  // 6 published figures, 46 questions of the elements, 10 effects.
  const changes = await heard();
  const { length: questions } = Object.keys((await best()).answers);
  assert.deepEqual(changes[0].slice(0, 2), ["readiness-change", { answered: 1, questions }]);
  assert.deepEqual(changes.at(-1).slice(0, 2), ["readiness-change", { answered: 1, questions }], "unknown is not answered");

  const whole = await best();
  await visit.run(({ element }, document) => { element.answers = document; }, whole);
  const finished = await heard();
  assert.deepEqual(finished, [
    ["readiness-change", { answered: questions, questions }, true],
    ["readiness-complete", {}, true],
  ]);
  await visit.step(0);
  await visit.type(field("equipment-kinds"), "9");
  await visit.until("one more change is heard", () => window.heard.length >= 1);
  assert.ok((await heard()).every(([type]) => type === "readiness-change"), "complete is said once");
});

inBrowser("bad attributes are named with what is allowed, and the defaults are used", { page: "bad-attributes" }, async (visit) => {
  const notices = await visit.texts(".notice p");
  assert.equal(notices.length, 3);
  assert.match(notices.join("\n"), /attribute standard cannot be "gbt-0000-2099"\. Allowed: ningbo-3511-2018/);
  assert.match(notices.join("\n"), /attribute storage cannot be "cloud"\. Allowed: local, session, none/);
  assert.match(notices.join("\n"), /attribute theme cannot be "pink"\. Allowed: auto, light, dark/);
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  assert.deepEqual(Object.keys(await visit.stored()), [KEY]);
  await visit.run(({ element }) => {
    element.setAttribute("theme", "dark");
    element.setAttribute("storage", " local ");
    element.removeAttribute("standard");
  });
  await visit.until("the messages are gone", ({ all }) => all(".notice").length === 0);
  assert.equal(await visit.run(({ one }) => one(".mount").dataset.theme), "dark");
  assert.equal(await visit.value(field("equipment-kinds")), "8");
  await visit.run(({ element }) => element.setAttribute("storage", "cookie"));
  await visit.untilText(".notices", 'cannot be "cookie"');
  await visit.clickText("Dismiss");
  await visit.until("the message is gone", ({ all }) => all(".notice").length === 0);
});

inBrowser("attributes take effect at once, and no answer is lost", { page: "english" }, async (visit) => {
  const set = (name, value) => visit.run(({ element }, name, value) => element.setAttribute(name, value), name, value);
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.type(field("equipment-sets"), "half");
  await set("lang", "zh-Hans-CN");
  await visit.until("it speaks Chinese", ({ one }) => one(".widget").lang === "zh-CN");
  await set("lang", "en-GB");
  await visit.until("it speaks English", ({ one }) => one(".widget").lang === "en");
  assert.equal(await visit.value(field("equipment-sets")), "half");
  await set("storage", "session");
  await visit.untilText("footer", "kept in this tab only");
  await shows(visit, "equipment-kinds", "8");
  assert.ok((await visit.stored("sessionStorage"))[KEY]);
  await set("storage", "none");
  await visit.untilText("footer", "stay on this page only");
  await shows(visit, "equipment-kinds", "8");
  await set("storage", "local");
  await visit.untilText("footer", "kept in this browser only");
  await shows(visit, "equipment-kinds", "8");
  assert.equal(await visit.value(field("equipment-sets")), "half");

  await set("storage-key", "elsewhere");
  await visit.clickText("Bring the earlier answers back");
  await shows(visit, "equipment-kinds", "8");
  await visit.type(field("equipment-kinds"), "3");
  await visit.run(({ element }) => element.removeAttribute("storage-key"));
  await shows(visit, "equipment-kinds", "8");
});

inBrowser("an element that is moved goes on; one that is removed leaves nothing", { page: "english", before: listen }, async (visit) => {
  const listeners = async () => {
    const { result } = await visit.cdp("Runtime.evaluate", { expression: "window" });
    const found = await visit.cdp("DOMDebugger.getEventListeners", { objectId: result.objectId });
    return found.listeners.map((listener) => listener.type).filter((type) => type === "storage").length;
  };
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.type(field("equipment-sets"), "half");
  await visit.run(({ element }) => {
    const place = document.createElement("section");
    document.body.prepend(place);
    place.append(element);
  });
  assert.equal(await visit.value(field("equipment-sets")), "half");
  await visit.type(field("equipment-sets"), "9");
  await visit.run(({ element }) => {
    const host = document.body.appendChild(document.createElement("div"));
    host.attachShadow({ mode: "open" }).append(element);
    document.body.append(element);
    host.remove();
  });
  await visit.type(field("software-copyrights"), "4");
  await visit.step(1);
  assert.deepEqual(await answersKept(visit), { "equipment-kinds": 8, "equipment-sets": 9, "software-copyrights": 4 });
  assert.equal(await listeners(), 1);

  await visit.run(({ element }) => {
    window.taken = element;
    element.remove();
  });
  await visit.until("the widget is gone", () => !window.taken.shadowRoot.querySelector(".mount"));
  assert.equal(await listeners(), 0);
  await visit.run(() => {
    window.heard.length = 0;
    window.taken.setAttribute("lang", "zh-CN");
    window.dispatchEvent(new StorageEvent("storage", { key: "readiness-check:ningbo-3511-2018" }));
  });
  assert.equal(await visit.run(() => window.taken.answers), null);
  await visit.run(() => document.body.append(window.taken));
  await visit.until("it is back where it was", ({ one }) => one(".widget")?.lang === "zh-CN" && !!one("#q-plant-layout-model"));
  await visit.step(0);
  assert.equal(await visit.value(field("equipment-sets")), "9");
  assert.deepEqual(await visit.run(() => window.heard.map(([type]) => type)), ["readiness-ready"]);
});

for (const [what, theirs] of [
  ["a draft of a newer release", draft({ "equipment-kinds": 8 }, { version: 2 })],
  ["a draft with a question that we do not know", draft({ "equipment-kinds": 8, "equipment-colours": 3 })],
]) {
  inBrowser(`another window writes ${what}: it is set aside before we write`, { page: "english" }, async (visit) => {
    await visit.begin();
    await visit.type(field("equipment-kinds"), "8");
    await visit.until("it is kept", (_, key) => JSON.parse(localStorage[key]).sheet.document.answers["equipment-kinds"] === 8, KEY);
    await visit.run((_, key, text) => localStorage.setItem(key, text), KEY, theirs);
    await visit.type(field("equipment-sets"), "9");
    await visit.until("ours is kept", (_, key) => JSON.parse(localStorage[key]).sheet.document.answers["equipment-sets"] === 9, KEY);
    assert.deepEqual(await answersKept(visit), { "equipment-kinds": 8, "equipment-sets": 9 });
    assert.ok(Object.values(await visit.stored()).includes(theirs), "what we could not read is still there");
  });
}
