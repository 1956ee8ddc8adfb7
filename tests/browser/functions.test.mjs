// The functions in a browser: the same bytes as in Node and in the native build.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inBrowser } from "./browser.mjs";

inBrowser("a hundred documents are assessed with the same bytes as by the native build", { page: "functions" }, async (visit) => {
  await visit.until("the functions are imported", () => !!window.functions);
  await visit.driver.executeAsyncScript("Promise.all([window.functions.ready(), window.functions.ready('ningbo-3511-2017')]).then(arguments[0])");
  const lines = (await readFile(process.env.PARITY, "utf8")).trimEnd().split("\n").slice(0, 100);
  const cases = lines.map((line) => JSON.parse(line));
  const found = await visit.run((_, documents) => documents.map((document) => JSON.stringify(window.functions.assess(document))), cases.map((one) => one.document));
  assert.equal(found.length, 100);
  for (const [place, assessment] of found.entries()) assert.equal(assessment, cases[place].assessment);
});
