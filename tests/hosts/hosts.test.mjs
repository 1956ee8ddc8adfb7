// Pages of hosts in three engines; the first comment of each page states what it guarantees.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { CASES } from "./cases.mjs";
import { ENGINES } from "./engines.mjs";
import { startSite } from "./site.mjs";
import { Visitor } from "./visitor.mjs";

// To look at one engine or page alone.
const chosen = (list, name) => list.filter((one) => !process.env[name] || process.env[name].split(",").includes(one));

let site;
before(async () => { site = await startSite(); });
after(() => site.close());

// The engines at once, the pages of each one after another.
describe("engines", { concurrency: true }, () => {
  for (const engine of chosen(Object.keys(ENGINES), "ENGINE")) {
    describe(engine, { concurrency: 1 }, () => {
      let running;
      before(async () => { running = await ENGINES[engine](); });
      after(() => running?.end());
      for (const page of chosen(Object.keys(CASES), "PAGE")) {
        const { engines = Object.keys(ENGINES), check } = CASES[page];
        if (!engines.includes(engine)) continue;
        test(`${engine}: ${page}`, async () => {
          const visitor = new Visitor(running.driver);
          // Nothing remains of the page before.
          await visitor.goTo(`${site.address}/pages/begin.js`);
          await visitor.run(() => { localStorage.clear(); sessionStorage.clear(); });
          const address = `${site.address}/pages/${page}.html`;
          await check(visitor, { address, engine, site: site.address });
        });
      }
    });
  }
});

test("every page of hosts is a case", async () => {
  const { readdir } = await import("node:fs/promises");
  const pages = (await readdir(new URL("./pages", import.meta.url))).filter((name) => name.endsWith(".html")).map((name) => name.slice(0, -5));
  assert.deepEqual(pages.sort(), Object.keys(CASES).sort());
});
