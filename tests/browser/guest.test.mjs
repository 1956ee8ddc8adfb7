// A guest on somebody else's page: strict policies, the network, names, styles, and what is shown when it cannot run.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { best } from "./answers.mjs";
import { ADDRESS, choice, field, inBrowser } from "./browser.mjs";
import { OPENER, agree } from "./consent.mjs";

/** What a visitor does from the start to the print, in two languages. */
async function wholeVisit(visit) {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "８");
  await visit.type(field("equipment-sets"), "many");
  await visit.click(".actions .primary");
  await visit.until("the summary of errors is focused", ({ root }) => root.activeElement?.id === "errors");
  for (let page = 1; page < 9; page += 1) {
    await visit.step(page);
    await visit.click(page === 8 ? choice("defect-rate-before", "unknown") : ".open-answers input");
    await visit.click("details.help summary");
    await visit.click(".live details.source summary");
  }
  await visit.place("result");
  await agree(visit);
  await visit.click(OPENER);
  await visit.click(".language");
  await visit.until("the other language is shown", ({ one }) => one(".widget").lang === "zh-CN");
  await visit.type("#print-firm", "某某公司");
  await visit.clickText("打印");
  await visit.until("the paper is made", ({ one }) => !!one("iframe")?.contentDocument.querySelector(".printed"));
  await visit.clickText("重新开始");
  await visit.clickText("清空答案");
  await visit.until("the start is shown", ({ one }) => !!one(".screen.start"));
  await visit.clickText("恢复之前的答案");
  await visit.until("the answers are back", ({ one }) => !!one("#q-equipment-kinds"));
}

const violations = () => {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  window.print = () => {};
};
inBrowser("it works under a strict policy, without a violation", { page: "strict", before: violations }, async (visit) => {
  await wholeVisit(visit);
  assert.deepEqual(await visit.run(() => window.violations), []);
  assert.equal(await visit.run(({ root }) => root.adoptedStyleSheets.length), 1);
});

inBrowser("a whole visit requests files of dist/ only, and after the first load only the rest and the other language", { page: null }, async (visit) => {
  await visit.open("english");
  const first = await visit.requests();
  await wholeVisit(visit);
  const later = await visit.requests();
  const files = new Set((await readdir(process.env.DIST)).map((name) => `${ADDRESS}/${name}`));
  // The browser's own pages, such as the print preview, are not the network.
  const own = ({ url }) => /^(https?|wss?):/.test(url) && url !== `${ADDRESS}/pages/english.html`;
  for (const request of [...first, ...later].filter(own)) {
    assert.ok(files.has(request.url), `${request.url} is no file of dist/`);
    assert.deepEqual([request.method, request.hasPostData ?? false, request.postData], ["GET", false, undefined], request.url);
  }
  const names = (requests) => requests.filter(own).map(({ url }) => url.replace(`${ADDRESS}/`, "").replace(/-[0-9a-f]{12}/, "")).sort();
  assert.deepEqual(names(first), [
    "data.en.json",
    "readiness-check.element.js",
    "readiness-check.first.glue.js",
    "readiness-check.first.wasm",
    "readiness-check.js",
    "readiness-check.looks.json",
  ]);
  // The printed page uses the styles that are loaded already.
  const rest = ["glue.js", "programmes.en.json", "programmes.zh-CN.json", "wasm"].map((kind) => `readiness-check.${kind}`);
  assert.deepEqual(names(later), ["data.zh-CN.json", ...rest]);
});

inBrowser("the window of the host gets no new name", { page: "globals" }, async (visit) => {
  assert.deepEqual(JSON.parse(await visit.driver.getTitle()), []);
});

/** Styles that a host might break: of a button, a field, the heading and the text. */
const looks = ({ one }) => Object.fromEntries([".actions .primary", "#heading", ".lead", ".choice", ".choice input", "input[type=text]", ".known-condition", ".hint", "header"].map((selector) => {
  const found = one(selector);
  const style = getComputedStyle(found);
  const names = ["display", "color", "background-color", "font-family", "font-size", "font-style", "font-weight", "line-height", "letter-spacing", "text-align",
    "text-transform", "direction", "padding", "margin", "border", "border-radius", "min-height", "cursor", "visibility"];
  return [selector, names.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
}));
inBrowser("hostile styles of the host do not reach the widget", { page: null }, async (visit) => {
  await visit.open("calm");
  await visit.begin();
  const calm = await visit.run(looks);
  assert.ok(calm[".actions .primary"].includes("font-size: 16px"), calm[".actions .primary"].join());
  const size = await visit.run(({ one }) => one(".actions .primary").getBoundingClientRect().height);
  assert.ok(size >= 44);
  await visit.open("hostile");
  if (await visit.run(({ one }) => !!one(".start"))) await visit.begin();
  assert.deepEqual(await visit.run(looks), calm);
  assert.equal(await visit.run(({ one }) => one(".actions .primary").getBoundingClientRect().height), size);
  assert.ok(await visit.run(({ element }) => element.getBoundingClientRect().width > 600), "it takes the width that there is");
});

inBrowser("the widget's styles and ids do not reach the host", { page: "calm" }, async (visit) => {
  const host = await visit.run(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return [style("button.primary").backgroundColor, style("h3.screen-title").fontFamily === style("p.error").fontFamily, style("p.error").color,
      style("section.widget").borderTopStyle, document.adoptedStyleSheets.length, document.querySelectorAll("style, link[rel=stylesheet]").length,
      document.querySelectorAll("#heading").length];
  });
  assert.deepEqual(host, ["rgb(239, 239, 239)", true, "rgb(0, 0, 0)", "none", 0, 0, 1]);
});

const listen = () => {
  window.heard = [];
  document.addEventListener("readiness-error", (event) => window.heard.push(event.detail));
  // The loader runs when the page has been read.
  new MutationObserver((_, observer) => {
    const fallback = document.getElementById("fallback");
    if (!fallback) return;
    window.atFirst = fallback.getBoundingClientRect().height > 0;
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
};
inBrowser("until it runs the children are shown, and then no longer", { page: "english", before: listen }, async (visit) => {
  assert.equal(await visit.run(() => window.atFirst), true);
  assert.equal(await visit.run(() => document.getElementById("fallback").getBoundingClientRect().height), 0);
  assert.equal(await visit.run(({ element }) => element.children.length), 1, "they stay the host's");
});

const expected = [/readiness-check: download-failed: /, /net::ERR_BLOCKED_BY_CLIENT/, /Failed to load resource/];
for (const part of ["*.wasm", "*.glue.js", "*.looks.json", "data-*.en.json"]) {
  inBrowser(`where ${part} cannot be had the children stay, with a word and an event, and a later try works`, { page: null, before: listen, expected }, async (visit) => {
    await visit.cdp("Network.enable");
    await visit.cdp("Network.setBlockedURLs", { urls: [`*/${part}`] });
    await visit.driver.get(`${ADDRESS}/pages/english.html`);
    await visit.until("an error is told", () => window.heard.length > 0);
    const [detail] = await visit.run(() => window.heard);
    assert.deepEqual(Object.keys(detail).sort(), ["code", "message"]);
    assert.match(detail.message, /could not be loaded|Failed to fetch/);
    assert.ok(await visit.run(() => document.getElementById("fallback").getBoundingClientRect().height > 0), "the children are shown");
    assert.match(await visit.text("[role=alert]"), /could not be loaded/);
    await visit.cdp("Network.setBlockedURLs", { urls: [] });
    await visit.run(({ element }) => element.setAttribute("theme", "light"));
    await visit.shown();
    assert.equal(await visit.run(() => document.getElementById("fallback").getBoundingClientRect().height), 0);
    assert.equal(await visit.text("[role=alert]:not(.error)"), null);
  });
}

inBrowser("a result with everything answered leaves the console empty too", { page: "english" }, async (visit) => {
  const document = await best("process");
  await visit.run(({ element }, document) => { element.answers = document; }, document);
  await visit.begin(1);
  await visit.onScreen("Published conditions");
  await visit.place("result");
  assert.equal(await visit.text(".range.large .range-figures"), "100%");
  await visit.run(({ all }) => { for (const details of all("details")) details.open = true; });
});
