// The report on paper in Firefox; tests/browser/report.test.mjs has Chromium.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { partly } from "../browser/answers.mjs";
import { inPdf, wordsInPdf } from "../browser/qr.mjs";
import { serve } from "../browser/server.mjs";
import { ENGINES } from "./engines.mjs";
import { Visitor } from "./visitor.mjs";

/** The page that the widget prints, as it is when printing begins. */
function printed(done) {
  const { shadowRoot } = document.querySelector("readiness-check");
  const added = new MutationObserver(() => {
    const frame = shadowRoot.querySelector("iframe");
    if (!frame) return;
    added.disconnect();
    frame.contentWindow.print = () => {
      const page = frame.contentDocument;
      const css = [...page.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join("\n");
      done(`<!doctype html><html lang="${page.documentElement.lang}"><meta charset="utf-8"><style>${css}</style>${page.body.outerHTML}</html>`);
    };
  });
  added.observe(shadowRoot, { childList: true, subtree: true });
  shadowRoot.querySelector(".judged .actions button").click();
}

const UNREAD = "\uFFFD";
const isMostlyRead = (text) => text.split(UNREAD).join("").length > text.length / 2;
const signsOf = (text) => [...text.normalize("NFKC")].map((sign) => `[${sign}${UNREAD}]`).join("");
/**
 * All in the words of a page that may be what these signs are. Firefox 153 does not say in a PDF which letters many Chinese
 * glyphs are, nor those of the code on a Chinese page, and of some it says a radical that looks the same.
 */
const mayBe = (words, signs) => [...words.normalize("NFKC").matchAll(new RegExp(`(?=(${signs}))`, "g"))].map(([, text]) => text);

let site;
let running;
before(async () => {
  site = await serve();
  running = await ENGINES.Firefox();
});
after(async () => {
  await running?.end();
  await site.close();
});

for (const [lang, conclusion] of [["zh-CN", "结论：知道数字的只有 3 项条件"], ["en", "Conclusion: Only 3 conditions are known"]]) {
  test(`Firefox prints the report on two pages, ${lang}`, async () => {
    const { driver } = running;
    const visitor = new Visitor(driver);
    // Nothing remains of the language before.
    await visitor.goTo(`${site.address}/pages/empty.html`);
    await driver.executeScript("localStorage.clear(); sessionStorage.clear();");
    await visitor.goTo(`${site.address}/pages/${lang === "en" ? "english" : "plain"}.html`);
    await visitor.shown();
    await visitor.run(({ element }, document) => { element.answers = document; }, await partly("discrete"));
    await visitor.click('.start [data-track="discrete"]');
    await visitor.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
    await visitor.place("result");
    const html = await driver.executeAsyncScript(printed);
    await visitor.goTo(`${site.address}/pages/empty.html`);
    await driver.executeScript("document.open(); document.write(arguments[0]); document.close();", html);
    const text = await driver.executeScript("return document.body.textContent");
    const pdf = Buffer.from(await driver.printPage({ orientation: "portrait", shrinkToFit: false }), "base64");
    const pages = (await wordsInPdf(pdf)).map((words) => words.replace(/\s+/g, " "));
    assert.equal(pages.length, 2);
    assert.ok(mayBe(pages[0], signsOf(conclusion)).some(isMostlyRead), `"${conclusion}" is on the first page: ${pages[0]}`);
    assert.ok(lang !== "en" || !pages[0].includes(UNREAD), "every letter of English is read");
    const [code] = await inPdf(pdf);
    assert.ok(code, "a QR code is on the paper");
    // Where a line ends within the code, its hyphen is none of the text's.
    const groups = code.split("-").map(signsOf).join("[^0-9A-Z]?");
    assert.ok(mayBe(pages[0].replace(/ /g, ""), groups).length > 0, `beside its QR code stands ${code}: ${pages[0]}`);
    assert.ok(text.includes(code), "as in the page that was printed");
  });
}
