// The pictures in docs/pictures: every place in both languages, wide and narrow, light and dark, and the pages of the report.
// Run by `cargo xtask pictures`.

import { writeFile } from "node:fs/promises";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { PNG } from "pngjs";
import { answerDocument, questions } from "./answers.mjs";
import { field, inBrowser } from "./browser.mjs";
import { before, pdf } from "./paper.mjs";

const FOLDER = new URL("../../docs/pictures/", import.meta.url);
const LANGUAGES = [["zh-CN", "plain"], ["en", "english"]];
const SCHEMES = ["light", "dark"];
/** Widths with the most of a picture's height: what is below is more of the same. */
const SIZES = [[1280, 1400], [360, 1800]];
/** The two of the READMEs: the first screen of the result alone. */
const FIRST_SCREEN = { width: 1200, height: 860 };

const PLACES = [
  ["start", () => {}],
  ["conditions", async (visit) => {
    await visit.begin();
    await visit.until("the answers are there", ({ one }, s) => one(s)?.value === "8", field("equipment-kinds"));
  }],
  ["questions", (visit) => visit.step(1)],
  ["effects", (visit) => visit.step(8)],
  ...["result", "plan", "evidence", "programmes", "basis", "exchange"].map((place) => [place, (visit) => visit.place(place)]),
];

/** A firm that is on its way: one condition met, one not, one that depends; three of four questions answered. */
async function firm() {
  const answers = { "equipment-kinds": 8, "equipment-sets": 25, "software-copyrights": 0, "standard-drafts": 1, "invention-patents-filed": "unknown" };
  for (const [place, { id, kind, options, min, element }] of (await questions("discrete")).entries()) {
    if (id in answers || !element || place % 4 === 3) continue;
    if (kind === "yes-no") answers[id] = place % 3 !== 0;
    else if (kind === "one-of") answers[id] = options[place % options.length].id;
    else if (kind === "many-of") answers[id] = options.slice(0, 1 + (place % options.length)).map((option) => option.id);
    else answers[id] = (min ?? 0) + 3 + (place % 7);
  }
  return { ...answerDocument(answers), profile: { plant: "北仑二厂总装车间" } };
}

async function picture(visit, name, { width, height }) {
  await visit.run(({ root }) => {
    root.activeElement?.blur();
    scrollTo(0, 0);
  });
  const box = await visit.run(({ one }) => one(".widget").getBoundingClientRect().toJSON());
  const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: Math.min(width, box.width + 16), height: Math.min(height, box.height + 16), scale: 1 };
  const { data } = await visit.cdp("Page.captureScreenshot", { format: "webp", quality: 45, clip, captureBeyondViewport: true });
  await writeFile(new URL(`${name}.webp`, FOLDER), Buffer.from(data, "base64"));
}

/** Opens a page with the firm's answers. */
async function open(visit, page, scheme) {
  await visit.media({ "prefers-color-scheme": scheme });
  await visit.open(page);
  await visit.run(({ element }, document) => {
    window.document.documentElement.style.colorScheme = "light dark";
    element.answers = document;
  }, await firm());
}

for (const [language, page] of LANGUAGES) {
  for (const scheme of SCHEMES) {
    for (const [width, height] of SIZES) {
      inBrowser(`places: ${language}, ${scheme}, ${width} px`, { page: null, width }, async (visit) => {
        await open(visit, page, scheme);
        for (const [place, go] of PLACES) {
          await visit.resize(1280);
          await go(visit);
          await visit.resize(width);
          await picture(visit, `${place}-${language}-${width}-${scheme}`, { width, height });
        }
      });
    }
  }

  inBrowser(`the result's first screen: ${language}`, { page: null, ...FIRST_SCREEN }, async (visit) => {
    await open(visit, page, "light");
    await visit.begin();
    await visit.place("result");
    await picture(visit, `result-${language}`, FIRST_SCREEN);
  });

  inBrowser(`the report: ${language}`, { page: null, before, expected: [/favicon/] }, async (visit) => {
    await open(visit, page, "light");
    await visit.begin();
    await visit.place("result");
    await visit.click(".verdict .actions button");
    await visit.until("the report is printed", ({ one }) => !!one("iframe")?.contentDocument.querySelector(".report"));
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(await pdf(visit));
    for (const [number, sheet] of [...document.pages()].entries()) {
      const { data, width, height } = await sheet.render({ scale: 1.3, render: "bitmap" });
      const png = Object.assign(new PNG({ width, height }), { data: Buffer.from(data) });
      await writeFile(new URL(`report-${language}-${number + 1}.png`, FOLDER), PNG.sync.write(png));
    }
    document.destroy();
    library.destroy();
  });
}
