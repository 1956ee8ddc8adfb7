// The one-file edition: alone in a folder, opened by its file address.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { field, inBrowser } from "./browser.mjs";

/** Opens a copy of the file in a folder of its own. */
async function alone(visit, act) {
  const folder = await mkdtemp(path.join(tmpdir(), "自评 #1 "));
  try {
    // What the browser's own first page asked for is not counted.
    await visit.driver.get("about:blank");
    await visit.requests();
    await copyFile(path.join(process.env.DIST, "offline.html"), path.join(folder, "offline.html"));
    await visit.driver.get(pathToFileURL(path.join(folder, "offline.html")).href);
    await visit.shown();
    await act();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

inBrowser("the one file works by itself: a journey in both languages, kept", { page: null }, (visit) =>
  alone(visit, async () => {
    await visit.begin();
    await visit.type(field("equipment-kinds"), "8");
    await visit.type(field("equipment-sets"), "23");
    await visit.place("result");
    await visit.until("the result is there", ({ one }) => /知道数字的只有 3 项条件/.test(one(".result-frame")?.textContent ?? ""));
    await visit.clickText("English");
    await visit.until("it speaks English", ({ one }) => one(".widget").lang === "en" && /Only 3 conditions are known by number/.test(one(".result-frame")?.textContent ?? ""));
    const asked = (await visit.requests()).map((request) => request.url).filter((url) => !/^(data|blob|chrome|about):/.test(url));
    assert.deepEqual(asked.map((url) => url.split("/").at(-1)), ["offline.html"], "no other request");
    assert.equal(await visit.run(() => document.querySelectorAll("script[src], link[rel=stylesheet]").length), 0);
    await visit.reload();
    assert.ok(Object.values(await visit.stored()).some((kept) => kept.includes("equipment-sets")), "the answers are kept");
  }));

const before = () => {
  Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
  window.print = () => { window.top.printed = (window.top.printed ?? 0) + 1; };
};
inBrowser("the one file says when nothing can be kept, works all the same and prints", { page: null, before, expected: [/readiness-check: storage-blocked: /] }, (visit) =>
  alone(visit, async () => {
    await visit.begin();
    await visit.type(field("equipment-kinds"), "8");
    await visit.place("result");
    await visit.until("the result is there", ({ one }) => /知道数字的只有 3 项条件/.test(one(".result-frame")?.textContent ?? ""));
    await visit.clickText("打印");
    await visit.until("it is printed", ({ one }) => window.printed === 1 && one("iframe").contentDocument.querySelector(".printed") !== null);
    assert.ok(await visit.run(({ one }) => one("iframe").contentDocument.adoptedStyleSheets.length === 1), "with its styles");
  }));

inBrowser("without constructable style sheets the one file has its styles too", { page: null, before: () => { delete CSSStyleSheet.prototype.replaceSync; } }, (visit) =>
  alone(visit, async () => {
    await visit.until("it is styled", ({ one }) => getComputedStyle(one(".widget")).borderTopLeftRadius === "10px");
    assert.match(await visit.run(({ one }) => one("link").href), /^blob:/);
  }));
