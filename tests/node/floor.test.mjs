// A static check, not a run: the scripts of dist/ hold no syntax that Firefox 78 and Safari 14 do not know (ES2020 with
// import.meta), and none of a list of newer functions. Chromium 80 is run for real, in tests/old.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { parse } from "../node_modules/acorn/dist/acorn.mjs";

const ENGINE = /^readiness-check.*\.js$/;
const names = (await readdir(process.env.DIST)).filter((name) => name.endsWith(".js"));
const syntax = (source) => parse(source, { ecmaVersion: 2020, sourceType: "module", allowHashBang: false });

/** Newer than Chromium 80, Firefox 78 or Safari 14. */
const NEWER = /\b(structuredClone|Object\.hasOwn|Object\.groupBy|Array\.fromAsync|Promise\.(any|withResolvers)|AggregateError|WeakRef|AbortSignal\.(any|timeout)|scheduler\.|crypto\.randomUUID|URL\.canParse)\b|\.(at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|checkVisibility|showPopover|transferToFixedLength)\(/;

test("every script is ES2020 at most", async () => {
  assert.ok(names.length > 8);
  for (const name of names) syntax(await readFile(path.join(process.env.DIST, name), "utf8"));
  for (const newer of ["class A { #b = 1 }", "class A { static b = 1 }", "a ||= b", "a.at(-1); class B { #c() {} }"]) assert.throws(() => syntax(newer), newer);
});

test("the scripts of the widget call nothing newer than its oldest browsers", async () => {
  const own = names.filter((name) => ENGINE.test(name) && !name.endsWith(".plain.js"));
  assert.ok(own.length >= 3, own.join());
  for (const name of own) {
    const found = NEWER.exec(await readFile(path.join(process.env.DIST, name), "utf8"));
    assert.equal(found?.[0], undefined, name);
  }
  for (const newer of ["structuredClone(a)", "a.at(-1)", "Object.hasOwn(a, b)"]) assert.ok(NEWER.test(newer), newer);
});
