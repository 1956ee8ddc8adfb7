// Several assessments on one computer, undoing, and drafts that are deleted after a time: nothing is lost, and nothing is
// deleted that the visitor did not choose.

import assert from "node:assert/strict";
import axe from "axe-core";
import { Key } from "selenium-webdriver";
import { field, inBrowser } from "./browser.mjs";

const KEY = "readiness-check:ningbo-3511-2018";
const LIST = `${KEY}:kept`;
const DATES = `${KEY}:dates`;
const KINDS = field("equipment-kinds");
const SETS = field("equipment-sets");

const draft = async (visit) => JSON.parse((await visit.stored())[KEY]).sheet.document;
/** The names of what is in the list, as it is stored. */
const listed = async (visit, kind) => {
  const text = (await visit.stored(kind))[LIST];
  const sheets = text ? JSON.parse(text).assessments.flatMap(({ sheet }) => sheet ?? []) : [];
  return sheets.map(({ document }) => document.profile?.assessmentName ?? "").sort();
};
const rows = (visit) => visit.texts(".assessments li strong");
const notices = (visit) => visit.texts(".notices .notice p");

/** Clicks a button of the row with this name. */
async function does(visit, name, words) {
  const found = ({ all }, name, words) => {
    const row = all(".assessments li").find((row) => row.querySelector("strong").textContent.trim() === name);
    return [...(row?.querySelectorAll("button") ?? [])].find((button) => button.firstChild.textContent.trim() === words);
  };
  await visit.until(`"${name}" can be: ${words}`, `(...given) => !!(${found})(...given)`, name, words);
  await visit.clickFound(await visit.run(found, name, words), `${words} of ${name}`);
}

/** Answers what is asked about a row. */
async function answered(visit, name) {
  await visit.until("it is asked", ({ root }) => root.activeElement?.id === "asked");
  if (name !== undefined) await visit.type("#assessment-name", name);
  await visit.click(".to-confirm .primary, .to-confirm .danger");
  await visit.until("it is done", ({ one }) => !one(".to-confirm"));
}

async function rename(visit, from, to) {
  await does(visit, from, "Rename");
  await answered(visit, to);
  await visit.until(`it is called ${to}`, ({ all }, to) => all(".assessments li strong").some((name) => name.textContent === to), to);
}

async function copy(visit, from, to) {
  await does(visit, from, "Copy as a new one");
  await answered(visit, to);
  await visit.until("the first page is shown", ({ one }) => !!one("#q-equipment-kinds"));
}

/** Goes to the list, unless the draft was left there. */
async function toList(visit) {
  if (!(await visit.run(({ one }) => !!one(".exchange")))) await visit.place("exchange");
}

/** With "A" of 8 kinds in the list and its copy "B" of 5 at hand, at the exchange. */
async function twoOf(visit) {
  await visit.begin();
  await visit.type(KINDS, "8");
  await toList(visit);
  await rename(visit, "Discrete, 2018 edition", "A");
  await copy(visit, "A", "B");
  await visit.type(KINDS, "5");
  await toList(visit);
}

inBrowser("assessments lie side by side: copied for next year, opened, compared, deleted and brought back", { page: "english" }, async (visit) => {
  await visit.requests();
  await twoOf(visit);
  assert.deepEqual(await rows(visit), ["B", "A"]);
  assert.deepEqual(await listed(visit), ["A"]);
  assert.equal(await visit.text("header .called"), "B");
  assert.equal((await draft(visit)).answers["equipment-kinds"], 5);
  assert.match(await visit.text(".assessments li:nth-child(2) > .facts"), /Answered: 1; Last change: \d{4}-\d\d-\d\d/);

  await does(visit, "A", "Compare with the one at hand");
  await visit.until("it is laid beside", ({ root }) => root.activeElement?.id === "arrived");
  assert.match(await visit.text(".opened .two-sides + details summary, .opened details summary"), /1 difference/);
  await visit.clickText("Close without using it");
  assert.equal((await draft(visit)).answers["equipment-kinds"], 5);

  await does(visit, "A", "Open");
  await visit.until("the other one is at hand", ({ one }, s) => one(s)?.value === "8", KINDS);
  assert.deepEqual(await listed(visit), ["A", "B"], "what is at hand stays there as it was, unseen");
  await visit.reload();
  assert.equal(await visit.value(KINDS), "8");
  await toList(visit);
  assert.deepEqual(await rows(visit), ["A", "B"]);

  await does(visit, "B", "Delete");
  await answered(visit);
  await visit.untilText(".assessments [role=status]", "\"B\" was deleted.");
  assert.deepEqual(await rows(visit), ["A"]);
  await visit.click(".assessments [role=status] button");
  await visit.until("it is back", ({ all }) => all(".assessments li").length === 2);

  await visit.clickText("New blank assessment");
  await answered(visit, "C");
  await visit.until("the start is shown", ({ one }) => !!one(".screen.start"));
  assert.equal(await visit.text("header .called"), "C");
  assert.deepEqual(await listed(visit), ["A", "B"]);
  const home = await visit.run(() => location.origin);
  const requests = (await visit.requests()).filter(({ url }) => !/^(data|blob|about):/.test(url));
  assert.ok(requests.length > 0 && requests.every(({ url, method }) => new URL(url).origin === home && method === "GET"), "nothing leaves the page");
  assert.ok(requests.every(({ url }) => !/[?#]./.test(url)), "nor is anything in an address");
});

/** Has the window hear nothing of others, and see an old list, while the test says so. */
const lonely = () => {
  addEventListener("storage", (event) => {
    if (window.deaf) event.stopImmediatePropagation();
  }, true);
  const { getItem } = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    return window.stale && key.endsWith(":kept") ? window.stale : getItem.call(this, key);
  };
};

inBrowser("two windows that change the list at once both keep what they did", { page: "english", alone: true, before: lonely }, async (visit) => {
  await twoOf(visit);
  await copy(visit, "A", "C");
  await toList(visit);
  assert.deepEqual((await rows(visit)).sort(), ["A", "B", "C"]);
  const first = await visit.driver.getWindowHandle();
  await visit.driver.switchTo().newWindow("window");
  await visit.open("english");
  await toList(visit);
  const second = await visit.driver.getWindowHandle();
  await visit.run((_, key) => {
    window.deaf = true;
    window.stale = localStorage.getItem(key);
  }, LIST);

  await visit.driver.switchTo().window(first);
  await rename(visit, "A", "A2");
  await visit.driver.switchTo().window(second);
  await does(visit, "B", "Delete");
  await answered(visit);
  await visit.run(() => {
    window.deaf = false;
    window.stale = null;
  });
  await visit.driver.switchTo().window(first);
  const both = ({ all }) => all(".assessments li strong").map((name) => name.textContent).sort().join() === "A2,C";
  await visit.until("the first shows both changes", both);
  await visit.until("both are stored", (_, key) => {
    const kept = JSON.parse(localStorage.getItem(key)).assessments.filter(({ sheet }) => sheet);
    return kept.every(({ sheet }) => ["A2", "C"].includes(sheet.document.profile.assessmentName));
  }, LIST);
  await visit.driver.switchTo().window(second);
  await visit.until("the second shows both changes", both);
});

inBrowser("what the browser does not store is not done, and it is said", { page: "english" }, async (visit) => {
  await twoOf(visit);
  await visit.run(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (key.endsWith(":kept")) throw new DOMException("full", "QuotaExceededError");
      return setItem.call(this, key, text);
    };
  });
  const before = await visit.stored();
  await does(visit, "A", "Open");
  await visit.untilText(".notices", "did not store the list");
  assert.deepEqual(await rows(visit), ["B", "A"]);
  assert.deepEqual(await visit.stored(), before);
});

inBrowser("a list that cannot be read is set aside, and a newer one is left whole", { page: "english", expected: [] }, async (visit) => {
  await twoOf(visit);
  await visit.run((_, key) => localStorage.setItem(key, "{broken"), LIST);
  await visit.reload();
  await visit.untilText(".notices", "The list of other assessments on this computer could not be read");
  assert.equal((await visit.stored())[`${KEY}:set-aside-1`], "{broken");
  assert.equal((await draft(visit)).answers["equipment-kinds"], 5, "the one at hand is not affected");
  await toList(visit);
  await copy(visit, "B", "D");
  assert.deepEqual(await listed(visit), ["B"]);

  const newer = JSON.stringify({ format: "readiness-check/assessments", version: 2, more: [] });
  await visit.run((_, key, newer) => localStorage.setItem(key, newer), LIST, newer);
  await visit.reload();
  await visit.untilText(".notices", "A newer release stored the list");
  await toList(visit);
  await does(visit, "D", "Copy as a new one");
  await visit.click(".to-confirm .primary");
  await visit.until("nothing was done", ({ all }) => all(".assessments li").length === 1);
  assert.equal((await visit.stored())[LIST], newer);
});

inBrowser("deleting all and a shared computer take the list along", { page: "english", alone: true }, async (visit) => {
  await twoOf(visit);
  await visit.driver.switchTo().newWindow("window");
  await visit.open("english");
  await visit.untilText(".notices", "Other assessments in the list: 1.");
  await visit.click('footer input[name="shared-computer"]');
  await visit.untilText("footer .facts", "in this tab only");
  assert.deepEqual(await listed(visit, "sessionStorage"), ["A"]);
  assert.ok(!(await visit.run(({ one }) => one('select[name="delete-after"]'))), "what is in the tab ends with it");
  await visit.click('footer input[name="shared-computer"]');
  await visit.until("it is back", (_, key) => !!localStorage.getItem(key), LIST);
  assert.deepEqual(await listed(visit), ["A"]);
  await visit.driver.switchTo().newWindow("window");
  await visit.open("english");
  await visit.clickText("Delete my answers");
  await visit.untilText(".confirm", "Assessments in the list that are deleted too: 1.");
  await visit.clickText("Delete all");
  await visit.until("the start is shown", ({ one }) => one(".screen.start"));
  assert.deepEqual(await listed(visit), []);
  assert.doesNotMatch(JSON.stringify(await visit.stored()), /equipment-kinds/);
});

/** The day so many days ago. */
const daysAgo = (days) => {
  const then = new Date(Date.now() - days * 86400000);
  return [then.getFullYear(), then.getMonth() + 1, then.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

inBrowser("a draft is deleted after the time that was chosen, and that is said", { page: "english" }, async (visit) => {
  await twoOf(visit);
  await visit.run(({ one }) => {
    const select = one('select[name="delete-after"]');
    select.value = "30";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await visit.until("it is kept", (_, key) => JSON.parse(localStorage.getItem(key))?.deleteAfter === 30, DATES);
  const dates = JSON.parse((await visit.stored())[DATES]);
  assert.equal(dates.changed, daysAgo(0));
  const lastOn = (day, seen = day) => visit.run((_, key, dates) => localStorage.setItem(key, JSON.stringify(dates)), DATES, { ...dates, changed: day, seen });

  await lastOn(daysAgo(29));
  await visit.reload();
  assert.equal((await draft(visit)).answers["equipment-kinds"], 5, "not before its time");
  assert.equal(await visit.value('select[name="delete-after"]'), "30");
  // A clock that was ahead when it was stored, or is behind now.
  await lastOn(daysAgo(-200));
  await visit.reload();
  assert.equal((await draft(visit)).answers["equipment-kinds"], 5);
  // A clock that was years behind, or is years ahead now.
  await lastOn("2019-01-01");
  await visit.reload();
  assert.equal((await draft(visit)).answers["equipment-kinds"], 5);
  assert.equal(JSON.parse((await visit.stored())[DATES]).changed, daysAgo(0), "the time begins anew");

  await lastOn(daysAgo(31), daysAgo(1));
  await visit.reload();
  await visit.untilText(".notices", "The last assessment was deleted, as you chose: it had not been changed for 30 days.");
  assert.equal((await notices(visit)).length, 1);
  assert.ok(await visit.run(({ one }) => !!one(".screen.start")));
  assert.doesNotMatch(JSON.stringify(await visit.stored()), /equipment-kinds/);
  assert.deepEqual(await listed(visit), []);
  await visit.reload();
  assert.deepEqual(await notices(visit), [], "it is said once");
});

inBrowser("nothing is deleted for who never chose", { page: "english" }, async (visit) => {
  await visit.begin();
  await visit.type(KINDS, "8");
  assert.equal((await visit.stored())[DATES], undefined);
  const dates = { format: "readiness-check/dates", version: 1, changed: daysAgo(300), seen: daysAgo(300), deleteAfter: null };
  await visit.run((_, key, dates) => localStorage.setItem(key, JSON.stringify(dates)), DATES, dates);
  await visit.reload();
  assert.equal(await visit.value(KINDS), "8");
});

const ctrl = (visit, key) => visit.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();

inBrowser("what was done is undone and done again, by buttons and by keys", { page: "english" }, async (visit) => {
  await visit.begin();
  await visit.type(KINDS, "12");
  await visit.type(SETS, "23");
  await visit.place("result");
  await visit.tabTo(".undo button");
  assert.match(await visit.text(".undo button"), /^Undo .*sets/i);
  await visit.press(Key.ENTER);
  await visit.until("one is led to the question", ({ root }, s) => root.activeElement?.matches(s), SETS);
  assert.equal(await visit.value(SETS), "");
  assert.match(await visit.text(".undo [role=status]"), /^Undone: /);
  assert.equal((await draft(visit)).answers["equipment-sets"], undefined, "it is stored");
  // In a field the browser undoes its own.
  await visit.press("4");
  await ctrl(visit, "z");
  await visit.until("the letter is gone", ({ one }, s) => one(s).value === "", SETS);
  assert.equal(await visit.value(KINDS), "12");
  await visit.click("#heading");
  await visit.run(({ one }) => one("#heading").focus());
  await ctrl(visit, "z");
  await visit.until("the number is gone", ({ one }, s) => one(s).value === "", KINDS);
  await visit.run(({ one }) => one("#heading").focus());
  await ctrl(visit, "y");
  await visit.until("it is back", ({ one }, s) => one(s).value === "12", KINDS);
  assert.match(await visit.text(".undo [role=status]"), /^Done again: /);

  await visit.click("#ask-start-over");
  await visit.click(".confirm .danger");
  await visit.until("all is gone", ({ one }) => !!one(".screen.start"));
  await visit.click(".undo button");
  await visit.until("all is back", (_, key) => JSON.parse(localStorage.getItem(key)).sheet.document.answers["equipment-kinds"] === 12, KEY);
  assert.equal(await visit.run(({ one }) => !!one("#replaced")), false);
});

inBrowser("undoing in one window leaves alone what another did", { page: "english", alone: true }, async (visit) => {
  await visit.begin();
  await visit.type(KINDS, "12");
  await visit.type(SETS, "23");
  const first = await visit.driver.getWindowHandle();
  await visit.driver.switchTo().newWindow("window");
  await visit.open("english");
  await visit.type(SETS, "30");
  await visit.driver.switchTo().window(first);
  await visit.until("it is here too", ({ one }, s) => one(s).value === "30", SETS);
  await visit.click(".undo button");
  await visit.untilText(".undo [role=status]", "was changed in another window since");
  await visit.click(".undo button");
  await visit.until("the own number is gone", ({ one }, s) => one(s).value === "", KINDS);
  assert.deepEqual((await draft(visit)).answers, { "equipment-sets": 30 });
});

const RULES = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

for (const scheme of ["light", "dark"]) {
  inBrowser(`the list is accessible and fits a telephone (${scheme})`, { page: "english", width: 360, height: 740 }, async (visit) => {
    await visit.media({ "prefers-color-scheme": scheme });
    await twoOf(visit);
    await does(visit, "A", "Copy as a new one");
    await visit.driver.executeScript(axe.source);
    for (const width of [320, 360, 1280]) {
      await visit.resize(width);
      assert.ok(await visit.run(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
      const found = await visit.driver.executeAsyncScript(
        "const done = arguments[1]; axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then(({ violations }) => done(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])))",
        RULES,
      );
      assert.deepEqual(found.filter(([id]) => !["region", "landmark-one-main", "page-has-heading-one"].includes(id)), []);
    }
  });
}
