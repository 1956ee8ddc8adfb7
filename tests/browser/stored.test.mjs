// What is done is stored in the event that did it, however slow the machine: nothing waits for a drawing.

import assert from "node:assert/strict";
import { BEGIN, choice, field, inBrowser } from "./browser.mjs";

const KEY = "readiness-check:ningbo-3511-2018";
const answersIn = async (visit, key = KEY) => JSON.parse((await visit.stored())[key] ?? "null")?.sheet.document.answers;

/** A clock that is 20 ms later at each look: to Yew every drawing took so long that it puts off what comes after it. */
const before = () => {
  let now = Date.now();
  Date.now = () => (now += 20);
  /** Types a text in one task, and gives the answers that are stored before the task is over. */
  window.typed = (one, selector, text) => {
    const input = one(selector);
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    return window.storedNow();
  };
  window.storedNow = () => JSON.parse(localStorage["readiness-check:ningbo-3511-2018"]).sheet.document.answers;
};

inBrowser("every key and every choice is stored when its event is over", { page: "english", before }, async (visit) => {
  await visit.begin();
  const kinds = await visit.run(({ one }, s) => ["8", "80", "8", "x", "9"].map((text) => window.typed(one, s, text)["equipment-kinds"]), field("equipment-kinds"));
  assert.deepEqual(kinds, [8, 80, 8, null, 9], "what is no number is no answer");
  const chosen = await visit.run(({ one, all }, unknown, yes) => {
    one(unknown).click();
    const first = window.storedNow();
    all(".steps .wide .step")[1].click();
    return [first, JSON.parse(localStorage["readiness-check:ningbo-3511-2018"]).screen];
  }, choice("equipment-sets", "unknown"));
  assert.deepEqual(chosen, [{ "equipment-kinds": 9, "equipment-sets": "unknown" }, 1]);
  await visit.until("the page is entered", ({ one }) => !!one("#q-digital-roadmap"));
  const roadmap = await visit.run(({ one }, s) => {
    one(s).click();
    return window.storedNow()["digital-roadmap"];
  }, choice("digital-roadmap", "yes"));
  assert.equal(roadmap, true);
});

inBrowser("whoever is in a field before the focus is moved stays there, and what is typed is not lost", { page: "english", before }, async (visit) => {
  await visit.run(({ root, all, one }, s) => {
    window.focused = [];
    root.addEventListener("focusin", ({ target }) => window.focused.push(target.id));
    // As soon as the page is drawn, and before anything that comes after a drawing.
    new MutationObserver((_, observer) => {
      const input = one(s);
      if (!input) return;
      observer.disconnect();
      input.focus();
      window.typed(one, s, "8");
    }).observe(root, { childList: true, subtree: true });
  }, field("equipment-kinds"));
  await visit.click(BEGIN);
  await visit.until("the field has the focus", ({ root, one }, s) => one(s) && root.activeElement === one(s), field("equipment-kinds"));
  await visit.press("0");
  await visit.until("it is typed there", ({ one }, s) => one(s).value === "80", field("equipment-kinds"));
  // What is to be focused next comes after what was to be focused before.
  await visit.step(1);
  assert.deepEqual(await visit.run(() => window.focused.filter((id) => id === "heading" || id.startsWith("equipment-kinds"))), ["equipment-kinds-number", "heading"]);
});

inBrowser("boxes that are ticked before anything is drawn are all ticked", { page: "english", before }, async (visit) => {
  await visit.begin();
  await visit.step(1);
  await visit.click(choice("plant-layout-model", "cad-plan"));
  const question = await visit.run(({ all }) => all("fieldset.question").find((one) => one.querySelectorAll(".choices:not(.open-answers) [type=checkbox]").length > 3).id.slice(2));
  const ticked = await visit.run(({ all }, question) => {
    const boxes = all(`#q-${question} .choices:not(.open-answers) input`);
    for (const place of [2, 0, 1, 0]) boxes[place].click();
    return [boxes.slice(1, 3).map((box) => box.value), window.storedNow()[question]];
  }, question);
  assert.deepEqual(ticked[1], ticked[0]);
  await visit.until("they are drawn so", ({ all }, question) =>
    all(`#q-${question} .choices:not(.open-answers) input`).map((box) => Number(box.checked)).join("").startsWith("011"), question);
});

inBrowser("an element that is taken away, or gets another key, right after a key of the visitor", { page: "english", before }, async (visit) => {
  await visit.begin();
  for (const count of [3001, 3002, 3003]) {
    await visit.run(({ element, one }, s, count) => {
      window.typed(one, s, String(count));
      window.taken = element;
      element.remove();
    }, field("equipment-kinds"), count);
    await visit.until("it is gone", () => !window.taken.shadowRoot.querySelector(".mount"));
    await visit.run(() => document.querySelector("main").append(window.taken));
    await visit.until("it is back", ({ one }, s, count) => one(s)?.value === String(count), field("equipment-kinds"), count);
  }
  for (const count of [4001, 4002, 4003]) {
    await visit.run(({ element, one }, s, count) => {
      window.typed(one, s, String(count));
      element.setAttribute("storage-key", `other-${count}`);
    }, field("equipment-kinds"), count);
    await visit.until("the other draft is shown", ({ one }) => !!one("#replaced"));
    assert.equal((await answersIn(visit))["equipment-kinds"], count, "it is in its own draft");
    assert.deepEqual(await answersIn(visit, `readiness-check:other-${count}:ningbo-3511-2018`), {}, "and in no other");
    await visit.run(({ element }) => element.removeAttribute("storage-key"));
    await visit.until("its own draft is shown", ({ one }, s, count) => one(s)?.value === String(count), field("equipment-kinds"), count);
  }
});

inBrowser("two drafts that a page goes to and fro between keep their size", { page: "english", before }, async (visit) => {
  const show = (count) => visit.until(`${count} is shown`, ({ one }, s, count) => one(s)?.value === String(count), field("equipment-kinds"), count);
  await visit.begin();
  await visit.run(({ one }, s) => window.typed(one, s, "1"), field("equipment-kinds"));
  await visit.run(({ element }) => element.setAttribute("storage-key", "b"));
  await visit.until("the other draft is shown", ({ one }) => !!one(".screen.start"));
  await visit.begin();
  await visit.run(({ one }, s) => window.typed(one, s, "2"), field("equipment-kinds"));
  const sizes = [];
  for (let turn = 0; turn < 4; turn += 1) {
    await visit.run(({ element }) => element.removeAttribute("storage-key"));
    await show(1);
    await visit.run(({ element }) => element.setAttribute("storage-key", "b"));
    await show(2);
    sizes.push(Object.values(await visit.stored()).join("").length);
  }
  assert.equal(new Set(sizes).size, 1, sizes.join());
});

inBrowser("a page that goes stores what the browser did not take before; one that comes back reads what others wrote", { page: "english", before, expected: [/readiness-check: storage-full: /] }, async (visit) => {
  await visit.begin();
  await visit.run(({ one }, s) => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    window.typed(one, s, "77");
    Storage.prototype.setItem = setItem;
  }, field("equipment-kinds"));
  await visit.untilText(".notices", "The browser could not save your answers");
  assert.equal((await answersIn(visit))["equipment-kinds"], undefined);
  for (const [target, name] of [["window", "pagehide"], ["document", "freeze"]]) {
    await visit.run((_, target, name) => window[target].dispatchEvent(new Event(name)), target, name);
    assert.equal((await answersIn(visit))["equipment-kinds"], 77);
  }
  await visit.until("it is no longer said", ({ one }) => !one(".notice"));

  for (const [target, name, count] of [["window", "pageshow", 5], ["document", "resume", 6]]) {
    await visit.run((_, key, count, target, name) => {
      // As another window does, which no event tells this one while it is not running.
      const draft = JSON.parse(localStorage[key]);
      draft.sheet.document.answers["equipment-sets"] = count;
      localStorage[key] = JSON.stringify(draft);
      window[target].dispatchEvent(new Event(name));
    }, KEY, count, target, name);
    await visit.until(`${count} is shown`, ({ one }, s, count) => one(s).value === String(count), field("equipment-sets"), count);
  }
  assert.equal(await visit.value(field("equipment-kinds")), "77");
});
