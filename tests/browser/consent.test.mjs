// The page reads answers and result only after the visitor has agreed in a dialog that says who would read what.

import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { answerDocument } from "./answers.mjs";
import { ADDRESS, BEGIN, field, inBrowser, Key } from "./browser.mjs";
import { OPENER, agree, clickAgree, clickRefuse, closed, isOpen, open } from "./consent.mjs";
import { before as printing, paper } from "./paper.mjs";

const read = (visit) => visit.run(({ element }) => [element.answers, element.assessment]);
/** Everything that the dialog lists, filled in. */
const whole = {
  ...answerDocument({ "equipment-kinds": 8, "equipment-sets": 23, "software-copyrights": "unknown" }),
  notes: { "equipment-kinds": "robots in hall 2" },
  evidence: { "equipment-kinds": [{ paper: "设备清单", state: "have", holder: "Wang Fang", date: "2025-12-31" }] },
  profile: { plant: "Beilun plant 2", figuresAsOf: "31 December 2025" },
  costs: { count: "own", questions: { "software-copyrights": { money: "12", months: "3" } }, target: { reach: "index", mark: "60" } },
};

async function toResult(visit, document = whole) {
  await visit.run(({ element }, document) => { element.answers = document; }, document);
  await visit.click(BEGIN);
  await visit.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
  await visit.place("result");
  await visit.find(OPENER);
}
const modal = (visit) => visit.run(({ one }) => one("dialog").matches(":modal"));

for (const [page, lang, says, lists] of [
  ["english", "en", /The page belongs to 127\.0\.0\.1:\d+\./, [/answers/, /notes/, /documents/, /plant/, /costs/, /verdict.*index/]],
  ["plain", "zh-CN", /本网页属于网站 127\.0\.0\.1:\d+。/, [/答案/, /备注/, /证明材料/, /工厂/, /费用/, /判断.*指数/]],
]) {
  inBrowser(`a modal dialog names the host and lists what can be read (${lang})`, { page }, async (visit) => {
    await toResult(visit);
    assert.equal(await isOpen(visit), false, "nothing opens by itself");
    await open(visit);
    assert.equal(await modal(visit), true);
    assert.match(await visit.text("dialog"), says);
    assert.ok((await visit.text("dialog")).includes(new URL(ADDRESS).host));
    const items = await visit.texts("dialog li");
    assert.equal(items.length, lists.length);
    lists.forEach((wanted, index) => assert.match(items[index], wanted));
    const { nodes } = await visit.cdp("Accessibility.getFullAXTree");
    const dialog = nodes.find((node) => node.role?.value === "dialog");
    assert.equal(dialog.name.value, await visit.text("dialog h4"));
    assert.match(dialog.description.value, says);

    // The keyboard focus stays inside.
    const seen = new Set();
    for (let turn = 0; turn < 6; turn += 1) {
      await visit.press(Key.TAB);
      seen.add(await visit.run(({ root, element }) => {
        const inner = root.activeElement;
        if (inner) return inner.closest("dialog") ? `dialog: ${inner.textContent}` : `outside: ${inner.outerHTML}`;
        return document.activeElement === document.body || document.activeElement === element ? "the browser" : `outside: ${document.activeElement.outerHTML}`;
      }));
    }
    const buttons = await visit.texts("dialog button");
    assert.equal(buttons.length, 2);
    assert.deepEqual([...seen].filter((where) => where !== "the browser").sort(), buttons.map((words) => `dialog: ${words}`).sort());

    await visit.press(Key.ESCAPE);
    await closed(visit);
    assert.deepEqual(await read(visit), [null, null], "leaving is no");
    await open(visit);
    await clickRefuse(visit);
    await closed(visit);
    assert.deepEqual(await read(visit), [null, null]);
  });
}

inBrowser("after agreeing the page reads what was listed and nothing else; events still carry nothing", { page: "english", height: 1200 }, async (visit) => {
  await visit.run(({ element }) => {
    window.heard = [];
    for (const name of ["readiness-change", "readiness-complete", "readiness-error"]) element.addEventListener(name, ({ detail }) => window.heard.push(detail));
  });
  await toResult(visit);
  await open(visit);
  assert.deepEqual(await read(visit), [null, null], "asking is not agreeing");
  await clickAgree(visit);
  await closed(visit);
  const [answers, assessment] = await read(visit);
  assert.deepEqual(answers, whole);
  assert.deepEqual(Object.keys(assessment).sort(), ["contradictions", "effects", "engine", "format", "index", "progress", "published", "standard", "trace", "track", "version", "workings"]);
  assert.equal(assessment.published.criteria[0].verdict, "met");

  // Every screen says so, with the one button that withdraws it.
  for (const go of [() => visit.step(0), () => visit.step(3), () => visit.step(8), () => visit.place("plan"), () => visit.place("basis")]) {
    await go();
    assert.match(await visit.text(".notices .notice"), /This page can now read your answers and the result\. ?Stop sharing/);
  }
  await visit.step(0);
  await visit.type(field("equipment-kinds"), "9");
  assert.equal(await visit.run(({ element }) => element.answers.answers["equipment-kinds"]), 9, "what is changed meanwhile too");
  for (const detail of await visit.run(() => window.heard)) {
    assert.ok(Object.entries(detail).every(([key, value]) => ["answered", "questions"].includes(key) && Number.isInteger(value)), JSON.stringify(detail));
  }
  await visit.click(".notices .notice button");
  await visit.until("it is taken back", ({ element, root, one }) => element.answers === null && element.assessment === null && root.activeElement === one("#heading"));
  assert.equal(await visit.text(".notices .notice"), null);

  // And by the button that was used to agree.
  await visit.place("result");
  await agree(visit);
  assert.equal(await visit.run(({ root, one }, opener) => root.activeElement === one(opener), OPENER), true);
  await visit.press(Key.ENTER);
  await visit.until("it is taken back", ({ element }) => element.answers === null);
  await visit.reload();
  assert.deepEqual(await read(visit), [null, null]);
});

const pressed = (visit, selector) => visit.run(({ one }, selector) => one(selector).click(), selector);
inBrowser("only the visitor agrees, in the open dialog: what a script presses is no agreement", { page: "english" }, async (visit) => {
  await toResult(visit);
  const yes = ".consent .actions button";
  await pressed(visit, yes);
  await open(visit);
  await pressed(visit, yes);
  await visit.run(({ one }, yes) => one(yes).dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true })), yes);
  assert.deepEqual(await read(visit), [null, null]);
  assert.equal(await isOpen(visit), true);
  await clickAgree(visit);
  await closed(visit);
  assert.deepEqual((await read(visit))[0], whole);
});

inBrowser("an agreement holds for one draft: another key, standard or set of answers ends it", { page: "english", height: 1200 }, async (visit) => {
  const set = (name, value) => visit.run(({ element }, name, value) => (value === null ? element.removeAttribute(name) : element.setAttribute(name, value)), name, value);
  const ended = (what) => visit.until(`${what} ends it`, ({ element, all }) => element.answers === null && element.assessment === null && !all(".notices p").some((one) => /can now read/.test(one.textContent)));
  const agreed = async () => {
    await visit.place("result");
    await agree(visit);
  };
  await toResult(visit);
  await agree(visit);
  await set("theme", "dark");
  await set("lang", "en-GB");
  await visit.step(0);
  await visit.type(field("equipment-kinds"), "7");
  assert.equal(await visit.run(({ element }) => element.answers?.answers["equipment-kinds"]), 7, "looks and answers of this draft do not");
  await set("storage-key", "plant-b");
  await ended("another key");
  await set("storage-key", null);
  await visit.until("the draft is back", ({ all }) => all(".places .place").length > 0);
  assert.deepEqual(await read(visit), [null, null], "for good");
  await agreed();
  await set("standard", "ningbo-3511-2017");
  await ended("another standard");
  await set("standard", null);
  await visit.until("the draft is back", ({ all }) => all(".places .place").length > 0);
  await agreed();
  await visit.run(({ element }, document) => { element.answers = document; }, answerDocument({ "equipment-kinds": 3 }));
  await ended("a set of answers of the page");
  await agreed();
  await visit.run(({ element }) => element.reset());
  await ended("a reset");
});

inBrowser("an agreement ends with the page, and is not stored", { page: "english" }, async (visit) => {
  await toResult(visit);
  await agree(visit);
  await visit.reload();
  assert.deepEqual(await read(visit), [null, null]);
  assert.ok(!JSON.stringify(await visit.stored()).includes("shared"));
});

inBrowser("by keyboard alone", { page: "english" }, async (visit) => {
  await toResult(visit);
  await visit.run(({ one }) => one(".consent > summary").focus());
  await visit.press(Key.ENTER, Key.TAB);
  await visit.until("the button has the focus", ({ root, one }, opener) => root.activeElement === one(opener), OPENER);
  await visit.press(Key.ENTER);
  await visit.until("the dialog has the focus", ({ root }) => root.activeElement?.id === "consent-title");
  await visit.press(Key.TAB, Key.TAB, Key.ENTER);
  await closed(visit);
  assert.deepEqual(await read(visit), [null, null]);
  await visit.press(Key.ENTER);
  await visit.until("the dialog has the focus", ({ root }) => root.activeElement?.id === "consent-title");
  await visit.press(Key.TAB, Key.ENTER);
  await closed(visit);
  assert.notEqual((await read(visit))[0], null);
});

inBrowser("where the browser has no dialogs, the same text opens in place", { page: "english", before: () => { delete HTMLDialogElement.prototype.showModal; } }, async (visit) => {
  await toResult(visit);
  await open(visit);
  assert.deepEqual(await visit.run(({ one }) => [one("dialog").getAttribute("role"), one("dialog").matches(":modal"), one("dialog").getBoundingClientRect().height > 200]),
    ["dialog", false, true]);
  await visit.press(Key.ESCAPE);
  await closed(visit);
  assert.deepEqual(await read(visit), [null, null]);
  await open(visit);
  await clickRefuse(visit);
  await closed(visit);
  await agree(visit);
  await closed(visit);
});

for (const [width, height] of [[360, 640], [320, 256]]) {
  inBrowser(`at ${width} x ${height} px the dialog is within the view and scrolls inside`, { page: "plain" }, async (visit) => {
    await toResult(visit);
    await visit.resize(width, height);
    await open(visit);
    const place = await visit.run(({ one }) => {
      const { left, top, right, bottom } = one("dialog").getBoundingClientRect();
      return { inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight, wide: one("dialog").scrollWidth > one("dialog").clientWidth,
        title: one("#consent-title").getBoundingClientRect().top >= top };
    });
    assert.deepEqual(place, { inside: true, wide: false, title: true });
    await visit.press(Key.TAB, Key.TAB);
    await visit.until("the last button is seen", ({ one, root }) => {
      const box = root.activeElement.getBoundingClientRect();
      return root.activeElement.closest("dialog") && box.bottom <= one("dialog").getBoundingClientRect().bottom && box.top >= one("dialog").getBoundingClientRect().top;
    });
  });
}

inBrowser("with forced colours it has an edge; it is never printed", { page: "english", before: printing }, async (visit) => {
  await toResult(visit);
  await visit.media({ "forced-colors": "active" });
  await open(visit);
  assert.equal(await visit.run(({ one }) => getComputedStyle(one("dialog")).borderTopWidth), "1px");
  await visit.cdp("Emulation.setEmulatedMedia", { media: "print" });
  assert.equal(await visit.run(({ one }) => one("dialog").checkVisibility()), false, "the page itself is printed while it is open");
  await visit.cdp("Emulation.setEmulatedMedia", { media: "" });
  await visit.run(({ all }) => all("button").find((button) => button.textContent === "Print").click());
  await visit.until("the page is printed", () => window.printed === 1);
  await visit.cdp("Emulation.setEmulatedMedia", { media: "print" });
  assert.ok(!(await visit.run(paper)).includes("Do not share"));
});

inBrowser("a page that is a file says so", { page: null }, async (visit) => {
  await visit.driver.get(pathToFileURL(path.join(process.env.DIST, "offline.html")).href);
  await visit.shown();
  await visit.begin();
  await visit.run(({ element }) => element.setAttribute("sharing", "ask"));
  await visit.place("result");
  await open(visit);
  assert.match(await visit.text("dialog"), /本网页是在这台设备上打开的文件，不属于任何网站。/);
});

inBrowser("in a frame as tall as its content the dialog scrolls into view", { page: null }, async (visit) => {
  await visit.driver.get(`${ADDRESS}/pages/empty.html`);
  await visit.run((_, address) => {
    document.body.innerHTML = `<p>Above</p><iframe src="${address}/frame.html?lang=en" title="self-check" width="900" height="6000"></iframe>`;
  }, ADDRESS.replace("127.0.0.1", "localhost"));
  await visit.enterFrame();
  await visit.run(({ element }) => element.setAttribute("sharing", "ask"));
  await toResult(visit);
  await open(visit);
  const top = await visit.run(({ one }) => one("#consent-title").getBoundingClientRect().top);
  await visit.driver.switchTo().defaultContent();
  const seen = (_, top) => {
    const place = document.querySelector("iframe").getBoundingClientRect().top + top;
    return place >= 0 && place < innerHeight;
  };
  await visit.until("the title is in the view", seen, top);
});
