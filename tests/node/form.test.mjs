// The printable form: complete, well formed, and shown by a script that the oldest browsers understand.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { parse } from "../node_modules/acorn/dist/acorn.mjs";

const file = (name) => readFile(path.join(process.env.DIST, name), "utf8");
const { ready, describe } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")));
await ready();
const standard = describe("ningbo-3511-2018");
const html = await file("readiness-check.form.html");
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const attributes = (tag) => Object.fromEntries([...tag.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
const says = (text) => html.includes(escaped(text["zh-CN"])) && html.includes(escaped(text.en));

test("it has every question of every track with its help, in both languages", () => {
  assert.ok(standard.questions.length > 60);
  for (const question of standard.questions) {
    const found = html.match(new RegExp(`<fieldset id="q-${question.id}">[^]*?</fieldset>`, "g"));
    assert.equal(found?.length, 1, question.id);
    const [part] = found;
    for (const key of ["text", "counts", "countsNot", "asOf", "example"]) {
      for (const lang of ["zh-CN", "en"]) assert.ok(part.includes(escaped(question[key][lang])), `${question.id}: ${key}`);
    }
    const values = [...part.matchAll(/<input [^>]*>/g)].map(([tag]) => attributes(tag)).filter(({ value }) => value).map(({ name, value }) => { assert.equal(name, question.id); return value; });
    const wanted = question.kind === "yes-no" ? ["true", "false"] : (question.options ?? []).map((option) => option.id);
    assert.deepEqual(values, [...wanted, "unknown", ...(question.notApplicable ? ["not-applicable"] : [])], question.id);
    for (const option of question.options ?? []) assert.ok(part.includes(escaped(option.text["zh-CN"])), option.id);
    assert.ok(part.includes(`[${question.basis.source}]`) && part.includes(`</span> ${question.basis.grade}<`), `${question.id}: source and grade`);
    if (question.askedIf) assert.ok(part.includes(escaped(standard.questions.find(({ id }) => id === question.askedIf.question).text.en)), `${question.id}: when it is asked`);
  }
});

test("it has the conditions, the calculation by hand and the sources", () => {
  for (const criterion of standard.criteria) {
    const part = html.match(new RegExp(`id="criterion-${criterion.id}"[^]*?</div>`))[0];
    assert.match(part, new RegExp(`at least</span> ${criterion.atLeast.value}<`), criterion.id);
    for (const reading of criterion.readings) assert.ok(part.includes(`data-reading="${reading.id}"`), reading.id);
  }
  // The numbers of the announcement: 8, 3 and 1 of 2018; 5, 1 and nothing of 2017.
  const figures = [...html.matchAll(/at least<\/span> (\d+)</g)].map(([, figure]) => Number(figure));
  assert.deepEqual(figures, [8, 5, 3, 1, 1]);
  assert.ok(html.includes("does not have this"));
  for (const element of standard.elements) assert.ok(says(element.title) && html.includes(`id="element-${element.id}"`), element.id);
  for (const rate of standard.rates) assert.ok(says(rate.title), rate.id);
  for (const source of standard.sources) assert.ok(html.includes(`<b>[${source.id}]</b>`) && says(source.title), source.id);
  for (const step of ["ticked ÷ number offered × 100", "part ÷ total × 100", "sum of the products ÷ sum of the weights"]) assert.ok(html.includes(step), step);
  assert.ok(html.indexOf("智能制造自评表") < html.indexOf("Smart manufacturing self-check form"), "Chinese first");
});

test("it is well formed: tags are closed in order, attributes quoted, ids and labels unique", () => {
  const empty = ["meta", "link", "input", "!doctype"];
  const open = [];
  let tags = 0;
  for (const [tag, slash, name] of html.matchAll(/<(\/?)([a-z0-9!]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g)) {
    tags += 1;
    if (slash) assert.equal(open.pop(), name, tag);
    else if (!empty.includes(name)) open.push(name);
  }
  assert.deepEqual(open, []);
  assert.equal(tags, [...html.matchAll(/</g)].length, "nothing else looks like a tag");
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(!/<script|style=| on[a-z]+=/.test(html), "no script, no style of its own: it works under any policy");
});

test("the line for browsers without modules is ES5, ASCII and about a kilobyte", async () => {
  const script = await file("readiness-check.nomodule.js");
  parse(script, { ecmaVersion: 5 });
  assert.ok(/^[\x00-\x7f]*$/.test(script), "pages in GBK load it too");
  assert.ok(Buffer.byteLength(script) < 1536);
  assert.throws(() => parse("const x = 1", { ecmaVersion: 5 }), "the check can fail");
});
