// Where WebAssembly is refused or missing: the same widget by the translation of its module.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { field, inBrowser } from "./browser.mjs";

// The browser reports once that the policy of the page refused WebAssembly.
const refused = [/WebAssembly/, /wasm-refused/];

/** From the start to the result and what is loaded for it. */
async function journey(visit) {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.type(field("equipment-sets"), "23");
  await visit.place("result");
  await visit.until("the result is shown", ({ one }) => one(".widget .result, .result-frame") !== null);
  await visit.until("the conditions are judged", ({ one }) => /Only 3 conditions are known by number/.test(one(".widget").textContent) && /Met/.test(one(".widget").textContent));
}
const files = async (visit) => (await visit.requests()).map((request) => request.url.split("/").at(-1));

inBrowser("a policy that refuses WebAssembly leaves a hundred documents as they were", { page: null, expected: refused }, async (visit) => {
  await visit.open("no-wasm");
  const compiles = await visit.driver.executeAsyncScript("WebAssembly.compile(Uint8Array.of(0,97,115,109,1,0,0,0)).then(() => 'yes', () => 'no').then(arguments[0])");
  assert.equal(compiles, "no", "the policy does refuse it");
  await visit.driver.executeAsyncScript("Promise.all([window.functions.ready(), window.functions.ready('ningbo-3511-2017')]).then(arguments[0])");
  const lines = (await readFile(process.env.PARITY, "utf8")).trimEnd().split("\n").slice(0, 100);
  const cases = lines.map((line) => JSON.parse(line));
  const found = await visit.run((_, documents) => documents.map((document) => JSON.stringify(window.functions.assess(document))), cases.map((one) => one.document));
  assert.equal(found.length, 100);
  for (const [place, assessment] of found.entries()) assert.equal(assessment, cases[place].assessment);
});

inBrowser("a policy that refuses WebAssembly leaves the widget", { page: "no-wasm", expected: refused }, async (visit) => {
  await journey(visit);
  const names = await files(visit);
  assert.ok(names.some((name) => name.endsWith(".plain.js")));
  assert.ok(!names.some((name) => name.endsWith(".wasm")), "nothing is fetched in vain");
});

inBrowser("a browser without WebAssembly shows the widget", { page: "english", before: () => { delete window.WebAssembly; } }, async (visit) => {
  await journey(visit);
  await visit.reload();
  assert.equal(await visit.run(() => typeof WebAssembly), "undefined");
  assert.ok(!(await files(visit)).some((name) => name.endsWith(".wasm")));
});

inBrowser("a browser with WebAssembly does not load the translation", { page: "english" }, async (visit) => {
  await journey(visit);
  const names = await files(visit);
  assert.ok(names.some((name) => name.endsWith(".wasm")));
  assert.ok(!names.some((name) => name.endsWith(".plain.js")));
});
