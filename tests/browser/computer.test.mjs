// Who uses this computer: a draft that somebody else may have left is named, a shared computer keeps nothing, and all can be
// deleted for good.

import assert from "node:assert/strict";
import { choice, field, inBrowser } from "./browser.mjs";

const KEY = "readiness-check:ningbo-3511-2018";
const BOX = 'footer input[name="shared-computer"]';
const answersIn = async (visit, kind) => {
  const text = (await visit.stored(kind))[KEY];
  return text === undefined ? null : JSON.parse(text).sheet.document.answers;
};
const notices = (visit) => visit.texts(".notices .notice p");
const inNewWindow = async (visit, page = "english") => {
  await visit.driver.switchTo().newWindow("window");
  await visit.open(page);
};
/** Puts this in place of an answer that no edition knows, as an older release might have left it. */
const leaveUnreadable = (visit) => visit.run((_, key) => {
  const draft = JSON.parse(localStorage.getItem(key));
  draft.sheet.document.answers["no-such-question"] = 3;
  localStorage.setItem(key, JSON.stringify(draft));
}, KEY);

inBrowser("a draft of an earlier visit is named once in each window, and can be deleted for good", { page: "english", alone: true }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.click(choice("software-copyrights", "unknown"));
  await visit.reload();
  assert.deepEqual(await notices(visit), [], "who reloads knows");
  await leaveUnreadable(visit);

  await inNewWindow(visit);
  await visit.untilText(".notices", "questions answered: 1.");
  assert.ok((await visit.stored())[`${KEY}:set-aside-1`], "what cannot be read is kept");
  await visit.clickText("Delete my answers");
  await visit.until("it is asked", ({ root }) => root.activeElement?.id === "start-over");
  await visit.clickText("Do not delete");
  assert.equal((await answersIn(visit, "localStorage"))["equipment-kinds"], 8);
  await visit.clickText("Delete my answers");
  await visit.clickText("Delete all");
  await visit.until("the start is shown", ({ one }) => one(".screen.start"));
  assert.equal(await visit.run(({ all }) => all(".notice").length), 0, "nothing can be brought back");
  assert.deepEqual(await visit.stored().then(Object.keys), [KEY]);
  assert.doesNotMatch((await visit.stored())[KEY], /equipment-kinds|no-such-question/);
});

inBrowser("on a shared computer answers are in the tab alone, and what stood in the browser is gone", { page: "english", alone: true }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.click(BOX);
  await visit.untilText("footer .facts", "in this tab only");
  assert.deepEqual(await visit.stored(), {});
  assert.deepEqual(await answersIn(visit, "sessionStorage"), { "equipment-kinds": 8 });
  await visit.type(field("equipment-sets"), "3");
  assert.deepEqual(await visit.stored(), {});
  await visit.reload();
  assert.equal(await visit.value(field("equipment-sets")), "3");
  assert.equal(await visit.run(({ one }, box) => one(box).checked, BOX), true);

  const first = await visit.driver.getWindowHandle();
  await inNewWindow(visit);
  assert.equal(await visit.run(({ one }) => !!one(".screen.start")), true, "who comes next finds nothing");
  assert.equal(await visit.run(({ one }, box) => one(box).checked, BOX), false);
  await visit.driver.switchTo().window(first);

  await visit.click("header button:not(.language)");
  await visit.clickText("Delete all");
  await visit.until("the start is shown", ({ one }) => one(".screen.start"));
  assert.deepEqual(await answersIn(visit, "sessionStorage"), {});
});

inBrowser("who was wrong about it takes the answers back, with those that were replaced", { page: "keys" }, async (visit) => {
  const [north, south] = [visit, visit.of(1)];
  await north.begin();
  await north.type(field("equipment-kinds"), "5");
  await north.click("footer button");
  await north.click(".confirm .danger");
  await north.until("it can be brought back", ({ one }) => one("#replaced"));
  await south.begin();
  await south.type(field("equipment-kinds"), "6");
  const before = await visit.stored();
  await north.click(BOX);
  await visit.until("nothing is left", () => Object.keys(localStorage).length === 0);
  await south.until("it holds for every element", ({ one }, box) => one(box).checked, BOX);
  await south.click(BOX);
  await visit.until("all is back", (_, count) => Object.keys(localStorage).length === count, Object.keys(before).length);
  const sheets = (all) => Object.entries(all).map(([key, text]) => [key, JSON.parse(text).sheet.document.answers, JSON.parse(text).replaced.map((sheet) => sheet.document.answers)]).sort();
  assert.deepEqual(sheets(await visit.stored()), sheets(before));
  await north.clickText("Bring the earlier answers back");
  await north.until("it is back", ({ one }, s) => one(s)?.value === "5", field("equipment-kinds"));
});

inBrowser("where the tab cannot keep them, answers stay where they were", { page: "english", expected: [/storage-full/] }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.run(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (this === sessionStorage && text.length > 10) throw new DOMException("full", "QuotaExceededError");
      return setItem.call(this, key, text);
    };
  });
  await visit.click(BOX);
  await visit.untilText(".notices", "could not save");
  assert.deepEqual(await answersIn(visit, "localStorage"), { "equipment-kinds": 8 });
});

inBrowser("where the page decides how answers are kept, nobody is asked", { page: "nowhere" }, async (visit) => {
  assert.equal(await visit.run(({ one }, box) => one(box), BOX), null);
});
