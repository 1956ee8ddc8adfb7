// Printing: the result alone, with names that are typed for the print and stored nowhere.

import assert from "node:assert/strict";
import { answerDocument } from "./answers.mjs";
import { ADDRESS, BEGIN, Key, inBrowser } from "./browser.mjs";
import { agree } from "./consent.mjs";
import { before, pages, paper } from "./paper.mjs";

const result = async (visit) => {
  const document = { ...answerDocument({ "equipment-kinds": 8, "equipment-sets": 23 }), profile: { plant: "Beilun plant 2", figuresAsOf: "31 December 2025" } };
  await visit.run(({ element }, document) => { element.answers = document; }, document);
  await visit.click(BEGIN);
  await visit.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
  await visit.place("result");
};
const seen = ({ one }, selector) => {
  const page = one("iframe").contentDocument;
  return [...page.querySelectorAll(selector)].filter((found) => found.checkVisibility()).map((found) => found.textContent || found.tagName);
};

inBrowser("the printed page is the result with the names, and without what is for the screen", { page: "english", before }, async (visit) => {
  await result(visit);
  await visit.type("#print-firm", "Somebody & Sons <Ltd>");
  await visit.type("#print-name", "Wang Fang 王芳");
  await visit.clickText("Print");
  await visit.until("the page is printed", ({ one }) => window.printed === 1 && one("iframe")?.contentDocument.readyState === "complete");
  await visit.cdp("Emulation.setEmulatedMedia", { media: "print" });
  const text = await visit.run(paper);
  for (const wanted of ["Somebody & Sons <Ltd>", "Wang Fang 王芳", "Conclusion: Only 3 conditions are known by number", "not a determination by the authorities", "Met", "readiness index",
    "Beilun plant 2", "31 December 2025", "Points question by question", "not a score under the assessment standard", "Next steps", "Head of department"]) {
    assert.ok(text.includes(wanted), `the paper says "${wanted}"`);
  }
  const filled = await visit.run(() => [new Date().getFullYear(), new Date().getMonth() + 1, new Date().getDate()].map((part) => String(part).padStart(2, "0")).join("-"));
  assert.ok(new RegExp(`Filled in on ?: ${filled}`).test(text), "the date of today");
  for (const unwanted of ["Name of the host", "List of evidence", "Which single answer", "Print the report"]) assert.ok(!text.includes(unwanted), `the paper does not say "${unwanted}"`);
  assert.deepEqual(await visit.run(seen, "button, input, nav, .steps, footer, iframe"), [], "nothing to click on paper");
  assert.equal(await visit.run(({ one }) => one("iframe").contentDocument.documentElement.lang), "en");
  assert.equal(await visit.run(({ one }) => one("iframe").contentDocument.scripts.length), 0);

  // Printed again with another name: one frame, the new name.
  await visit.cdp("Emulation.setEmulatedMedia", { media: "" });
  await visit.until("the screen is back", ({ one }) => one(".mount").style.display === "");
  await visit.type("#print-name", "Li Lei");
  await visit.clickText("Print");
  await visit.until("it is printed again", () => window.printed === 2);
  assert.equal(await visit.run(({ all }) => all("iframe").length), 1);
  await visit.cdp("Emulation.setEmulatedMedia", { media: "print" });
  assert.ok((await visit.run(paper)).includes("Li Lei"));
});

inBrowser("the names typed for printing are stored nowhere", { page: "english", before }, async (visit) => {
  await result(visit);
  await visit.type("#print-firm", "Somebody & Sons");
  await visit.type("#print-name", "Wang Fang");
  await visit.clickText("Print");
  await visit.until("the page is printed", () => window.printed === 1);
  await agree(visit);
  const all = JSON.stringify([await visit.stored(), await visit.stored("sessionStorage"), await visit.run(({ element }) => [element.answers, element.assessment]),
    await visit.run(() => [document.cookie, location.href, window.name])]);
  assert.ok(all.includes("Beilun plant 2"), "what is kept was looked at");
  assert.ok(!/Somebody|Wang Fang/.test(all));
  await visit.step(0);
  await visit.place("result");
  await visit.reload();
  assert.deepEqual([await visit.value("#print-firm"), await visit.value("#print-name")], ["", ""]);
  assert.ok(!(await visit.text(".mount")).includes("Wang Fang"));
});

const NO_WINDOW = /No print window\? .*Open (http:\S+) in a browser and print there\./;
const notice = (visit) => visit.until("the visitor is told", ({ all }, pattern) => all(".notices .notice p").map((one) => one.textContent).find((text) => new RegExp(pattern).test(text)), NO_WINDOW.source);
inBrowser("where there is no print(), the visitor is told where to print instead, once", { page: "english", before: () => {
  window.print = undefined;
  window.heard = [];
  addEventListener("unhandledrejection", ({ reason }) => window.heard.push(String(reason)));
} }, async (visit) => {
  await result(visit);
  await visit.clickText("Print");
  assert.equal((await notice(visit)).match(NO_WINDOW)[1], `${ADDRESS}/pages/english.html`);
  await visit.clickText("Print");
  assert.equal((await visit.texts(".notices .notice")).length, 1);
  assert.deepEqual(await visit.run(() => window.heard), []);
});

const inSandbox = (name, rules, expected, body) => inBrowser(name, { page: null, expected }, async (visit) => {
  await visit.driver.get(`${ADDRESS}/pages/empty.html`);
  await visit.run((_, rules) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", rules);
    Object.assign(frame, { src: "/frame.html?lang=en", width: 1200, height: 800 });
    document.body.append(frame);
  }, rules);
  await visit.enterFrame();
  await result(visit);
  await body(visit);
});

inSandbox("in a sandbox without an origin the page of the frame is printed, with the paper in it", "allow-scripts allow-modals", [/storage-blocked/], async (visit) => {
  // The browser's own dialogue would block the test.
  await visit.run(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      const { shadowRoot } = document.querySelector("readiness-check");
      window.onPaper = [...shadowRoot.children].filter((node) => node.style.display !== "none").map((node) => node.textContent).join();
      dispatchEvent(new Event("afterprint"));
    };
  });
  const before = await visit.run(({ root }) => root.children.length);
  for (const turn of [1, 2]) {
    await visit.clickText("Print");
    const text = await visit.until(`the page is printed (${turn})`, () => window.onPaper);
    assert.equal(text.split("Points question by question").length, 2, "once");
    assert.ok(text.includes("Beilun plant 2"));
    await visit.until("the screen is back", ({ root, one, all }, before) => root.children.length === before && one(".mount").style.display === "" && !all(".notices p").some((one) => /print window/.test(one.textContent)), before);
    await visit.run(() => { window.onPaper = null; });
  }
});

inSandbox("in a sandbox that forbids printing the visitor is told where to print instead", "allow-scripts allow-same-origin", [/Ignored call to 'print\(\)'/, /can escape its sandboxing/], async (visit) => {
  await visit.clickText("Print");
  assert.equal((await notice(visit)).match(NO_WINDOW)[1], `${ADDRESS}/frame.html?lang=en`);
});

inBrowser("after printing the focus is where it was, and the keyboard finds nothing of the paper", { page: "english" }, async (visit) => {
  await result(visit);
  await visit.until("there is a button", ({ all }) => all("button").find((button) => button.textContent === "Print"));
  await visit.run(({ all }) => all("button").find((button) => button.textContent === "Print").focus());
  await visit.press(Key.ENTER);
  await visit.until("the paper is made", ({ one }) => !!one("iframe")?.contentDocument.querySelector(".printed"));
  assert.equal(await visit.run(({ root }) => root.activeElement?.textContent), "Print");
  for (let turn = 0; turn < 12; turn += 1) {
    await visit.press(Key.TAB);
    assert.notEqual(await visit.run(({ root }) => root.activeElement?.className), "print-frame");
  }
});

inBrowser("who prints by the menu of the browser gets the report too, and the screen is as it was after it", { page: "english" }, async (visit) => {
  await result(visit);
  await visit.type("#print-name", "Wang Fang");
  const shown = () => visit.run(({ root }) => [...root.children].filter((node) => node.style.display !== "none").map((node) => node.textContent).join());
  const screen = await shown();
  const focused = () => visit.run(({ root }) => [root.activeElement?.localName, root.activeElement?.id, root.activeElement?.className]);
  await visit.run(({ one }) => one("#print-name").focus());
  const { data } = await visit.cdp("Page.printToPDF", { preferCSSPageSize: true, paperWidth: 8.27, paperHeight: 11.69 });
  assert.ok(pages(Buffer.from(data, "base64")) >= 2, "the report has a page of its points");
  assert.equal(await shown(), screen);
  assert.deepEqual(await focused(), ["input", "print-name", ""]);
  // As Firefox and Safari tell of it, and as a page that calls print() itself.
  await visit.run(() => dispatchEvent(new Event("beforeprint")));
  const printed = await shown();
  for (const wanted of ["Points question by question", "Wang Fang", "Beilun plant 2"]) assert.ok(printed.includes(wanted), wanted);
  await visit.run(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await shown(), screen);
  assert.ok(!screen.includes("Points question by question"));
  assert.deepEqual(await focused(), ["input", "print-name", ""]);
});
