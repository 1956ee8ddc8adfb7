// Where even modules do not run: the printable form inside the element.

import assert from "node:assert/strict";
import { ADDRESS, inBrowser } from "./browser.mjs";

inBrowser("a browser without modules shows the form in each element, its children above it", { page: null }, async (visit) => {
  await visit.driver.get(`${ADDRESS}/pages/no-modules.html`);
  await visit.until("both forms are loaded", () =>
    [...document.querySelectorAll("readiness-check iframe")].filter((frame) => frame.contentDocument?.querySelector("#q-equipment-kinds") && frame.contentDocument.readyState === "complete").length === 2);
  const seen = await visit.run(() => [...document.querySelectorAll("readiness-check")].map((element) => ({
    words: element.innerText, link: element.querySelector("a").href, width: element.querySelector("iframe").offsetWidth > 600,
    ticked: (() => { const box = element.querySelector("iframe").contentDocument.querySelector("#q-equipment-kinds input[value=unknown]"); box.click(); return box.checked; })(),
  })));
  for (const one of seen) assert.deepEqual([one.link, one.width, one.ticked], [`${ADDRESS}/readiness-check.form.html`, true, true]);
  assert.match(seen[0].words, /较新的浏览器[^]*可打印/);
  assert.match(seen[1].words, /current browser[^]*to print/);
});

inBrowser("the form prints, and nothing is wider than the page", { page: null, width: 800 }, async (visit) => {
  await visit.driver.get(`${ADDRESS}/readiness-check.form.html`);
  const { data } = await visit.cdp("Page.printToPDF", { paperWidth: 8.27, paperHeight: 11.69 });
  const pages = Buffer.from(data, "base64").toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 10 && pages <= 80, `${pages} pages`);
  assert.equal(await visit.run(() => document.documentElement.scrollWidth <= innerWidth), true);
});
