// Where even modules do not run: the printable form inside the element.

import assert from "node:assert/strict";
import { ADDRESS, inBrowser } from "./browser.mjs";
import { during } from "./server.mjs";

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

inBrowser("a snippet that leads to the form itself is not given the link twice", { page: null }, (visit) => {
  const snippet = `<!doctype html><link rel="icon" href="data:,"><readiness-check><p>Form: <a href="/readiness-check.form.html">here</a></p></readiness-check><script src="/readiness-check.nomodule.js"></script>`;
  return during(visit, { spoil: (answer) => { if (answer.name === "pages/host.html") Object.assign(answer, { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: snippet }); } }, async (address) => {
    await visit.driver.get(`${address}/pages/host.html`);
    await visit.until("the form is there", () => !!document.querySelector("readiness-check iframe")?.contentDocument?.querySelector("#q-equipment-kinds"));
    assert.equal(await visit.run(() => document.querySelectorAll("readiness-check a").length), 1);
  });
});

inBrowser("on a page in GBK, from a server that names no charset, its words can be read", { page: null }, (visit) => {
  const page = '<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><link rel="icon" href="data:,"><readiness-check></readiness-check><script src="/readiness-check.nomodule.js"></script>';
  const spoil = (answer) => {
    if (answer.name === "pages/host.html") Object.assign(answer, { status: 200, headers: { "content-type": "text/html" }, body: page });
    if (answer.headers["content-type"]) answer.headers["content-type"] = answer.headers["content-type"].replace(/;.*/, "");
  };
  return during(visit, { spoil }, async (address) => {
    await visit.driver.get(`${address}/pages/host.html`);
    await visit.until("the form is there", () => !!document.querySelector("readiness-check iframe")?.contentDocument?.querySelector("#q-equipment-kinds"));
    assert.deepEqual(await visit.run(() => [document.characterSet, document.querySelector("readiness-check a").textContent, document.querySelector("readiness-check iframe").title]), ["GBK", "可打印的自评表（在新窗口打开）", "自评表"]);
    assert.match(await visit.run(() => document.querySelector("readiness-check iframe").contentDocument.body.innerText), /智能制造/);
  });
});

inBrowser("the form prints, and nothing is wider than the page", { page: null, width: 800 }, async (visit) => {
  await visit.driver.get(`${ADDRESS}/readiness-check.form.html`);
  const { data } = await visit.cdp("Page.printToPDF", { paperWidth: 8.27, paperHeight: 11.69 });
  const pages = Buffer.from(data, "base64").toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 10 && pages <= 80, `${pages} pages`);
  assert.equal(await visit.run(() => document.documentElement.scrollWidth <= innerWidth), true);
});
