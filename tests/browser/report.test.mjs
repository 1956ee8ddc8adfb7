// The result: what stands in its first screen; and its report: how many pages of A4 it takes.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { answerDocument, best, partly } from "./answers.mjs";
import { inBrowser } from "./browser.mjs";
import { before, pages, pdf } from "./paper.mjs";
import { inPdf, inScreenshot } from "./qr.mjs";

const { ready, encode, describe, checkDigits } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")));

async function codeOf(document) {
  await ready();
  return encode(document);
}

/** As much as the first page can have to say: contradictions, what is to be found out, and a long way to the target. */
function crowded() {
  const no = ["digital-roadmap", "security-rules", "interface-errors", "simulation-checked", "change-impact"];
  const answers = {
    "equipment-kinds": 6, "equipment-sets": 5, "software-copyrights": 1, "standard-drafts": "unknown",
    "invention-patents-filed": 0, "invention-patents-granted": 3, "key-machines": 40, "key-machines-cnc": 50,
    "shop-data-items": 300, "shop-data-items-automatic": 40, ...Object.fromEntries(no.map((id) => [id, false])),
  };
  const target = { reach: "index", mark: "40", criteria: { "key-equipment": "kinds" } };
  return { ...answerDocument(answers), costs: { target } };
}

async function result(visit, document) {
  await visit.run(({ element }, document) => { element.answers = document; }, document);
  await visit.click(`.start [data-track="${document.track}"]`);
  await visit.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
  await visit.place("result");
}

/** The lower edge of what a selector finds, from the top of the widget. */
const bottom = ({ one, all }, selector) => {
  const found = all(selector).filter((found) => found.checkVisibility());
  return Math.max(...found.map((found) => found.getBoundingClientRect().bottom)) - one(".widget").getBoundingClientRect().top;
};

inBrowser("verdict, conditions, index and elements stand in the first 900 px", {}, async (visit) => {
  await result(visit, await partly("discrete"));
  for (const part of ["#heading", ".condition-lines", ".index .next li", ".judged .actions", ".elements"]) {
    const edge = await visit.run(bottom, part);
    assert.ok(edge > 0 && edge <= 900, `${part} ends at ${edge} px`);
  }
  const said = await visit.text("#heading");
  assert.match(said, /3 项条件.*2 项取决于怎样理解/);
  assert.match(await visit.text(".condition-lines li:first-child .readings"), /按种类数：差 2 种.*按台（套）数：达到/);
  assert.match(await visit.text(".range-figures"), /^\d+–\d+%$/, "whole per cents");
  assert.equal(await visit.run(({ all }) => all(".index .next > ul > li").length), 3);
});

for (const page of ["plain", "english"]) inBrowser(`on a telephone the verdict and the conditions stand in the first 740 px: ${page}`, { page, width: 360, height: 740 }, async (visit) => {
  // English in the letters of Android's telephones: those of this system are wider.
  if (page === "english") await visit.run(({ element }) => element.style.setProperty("--readiness-check-font", "Roboto"));
  await result(visit, await partly("discrete"));
  for (const part of ["#heading", ".condition-lines"]) {
    const edge = await visit.run(bottom, part);
    assert.ok(edge > 0 && edge <= 740, `${part} ends at ${edge} px`);
  }
});

inBrowser("without an answer the index looks empty", {}, async (visit) => {
  await visit.begin();
  await visit.place("result");
  assert.equal(await visit.text(".index .range-figures"), "指数：还没有答案");
  assert.equal(await visit.run(({ all }) => all(".bar-range, .bar-end, .bar-value").length), 0);
});

for (const [language, page] of [["Chinese", "plain"], ["English", "english"]]) {
  for (const track of ["discrete", "process"]) {
    inBrowser(`the report takes two pages of A4 (${language}, ${track})`, { page, before, expected: [/favicon/] }, async (visit) => {
      for (const document of [await partly(track), await best(track), ...(track === "discrete" ? [crowded()] : [])]) {
        await result(visit, document);
        await visit.click(".verdict .actions button");
        await visit.until("the report is printed", ({ one }) => !!one("iframe")?.contentDocument.querySelector(".report"));
        const printed = await pdf(visit);
        assert.equal(pages(printed), 2);
        const [first, ...others] = await inPdf(printed);
        assert.deepEqual([first, others], [await codeOf(document), [null]], "the QR code on the first page is the short code");
        await visit.open(page);
        await visit.run(({ element }) => element.reset());
        await visit.until("it starts again", ({ one }) => !!one(".start"));
      }
    });
  }
}

inBrowser("the report carries code, hash and check digits of its answers, as the contract has them", { page: "english", before, expected: [/favicon/] }, async (visit) => {
  const document = await partly("process");
  await result(visit, document);
  await visit.click(".verdict .actions button");
  await visit.until("the report is printed", ({ one }) => !!one("iframe")?.contentDocument.querySelector(".report"));
  const carried = await visit.run(({ one }) => [...one("iframe").contentDocument.querySelectorAll(".checked .code")].map((found) => found.textContent.trim()));
  const code = await codeOf(document);
  const { hash } = describe(document.standard);
  const digest = createHash("sha256").update(`${code.replaceAll("-", "")}\n${hash}`).digest("hex");
  assert.deepEqual(carried, [code, hash.slice(0, 16), digest.slice(0, 10)]);
  assert.equal(checkDigits(code), carried[2]);
});

inBrowser("the QR code is black on white in the dark and in forced colours too", {}, async (visit) => {
  const document = await partly("discrete");
  await result(visit, document);
  for (const [name, value] of [["prefers-color-scheme", "light"], ["prefers-color-scheme", "dark"], ["forced-colors", "active"]]) {
    await visit.cdp("Emulation.setEmulatedMedia", { media: "print", features: [{ name, value }] });
    await visit.until("the report is drawn", ({ one }) => !!one(".report .qr"));
    const clip = await visit.run(({ one }) => {
      const { x, y, width, height } = one(".report .qr").getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height, scale: 4 };
    });
    const { data } = await visit.cdp("Page.captureScreenshot", { clip, captureBeyondViewport: true });
    assert.equal(inScreenshot(data), await codeOf(document), `${name}: ${value}`);
  }
});
