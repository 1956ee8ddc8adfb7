// The names that somebody outside may rely on are those of names.mjs, no more and no fewer.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { best } from "../browser/answers.mjs";
import { ENGINES } from "./engines.mjs";
import * as NAMES from "./names.mjs";
import { startSite } from "./site.mjs";
import { Visitor, answers } from "./visitor.mjs";

const built = (name) => readFile(path.join(process.env.DIST, name), "utf8");
const source = (name) => readFile(new URL(`../../${name}`, import.meta.url), "utf8");
const unique = (found) => [...new Set(found)].sort();
const all = (text, pattern) => unique([...text.matchAll(pattern)].map((match) => match[1] ?? match[0]));
const sorted = (list) => [...list].sort();

/** The scripts and styles of the element, as they are shipped. */
async function shipped() {
  const names = (await readdir(process.env.DIST)).filter((name) => /^readiness-check.*\.(js|css)$/.test(name));
  return (await Promise.all(names.map(built))).join("\n");
}

let site;
let running;
let visitor;
before(async () => {
  site = await startSite();
  running = await ENGINES.Chromium();
  visitor = new Visitor(running.driver);
});
after(async () => {
  await running?.end();
  await site?.close();
});
const open = async (page) => {
  await visitor.goTo(`${site.address}/pages/${page}.html`);
  await visitor.wakeAll();
  await visitor.shown();
};

test("the module exports these functions, in Node and in a page", async () => {
  assert.deepEqual(Object.keys(await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")))).sort(), NAMES.EXPORTS);
  await open("same-origin");
  const inPage = await running.driver.executeAsyncScript("import('/readiness-check.js').then((module) => arguments[0](Object.keys(module).sort()))");
  assert.deepEqual(inPage, NAMES.EXPORTS);
});

test("the types name these, and the same functions and events", async () => {
  const types = await built("readiness-check.d.ts");
  assert.deepEqual(all(types, /^export (?:interface|type) (\w+)/gm), NAMES.TYPES);
  assert.deepEqual(all(types, /^export function (\w+)/gm), NAMES.EXPORTS);
  assert.deepEqual(all(types, /"(readiness-[a-z]+)": CustomEvent/g), Object.keys(NAMES.EVENTS));
});

test("the element has these attributes, properties and methods", async () => {
  await open("same-origin");
  const found = await visitor.run(({ element }) => {
    const kind = customElements.get("readiness-check");
    const slots = Object.entries(Object.getOwnPropertyDescriptors(kind.prototype)).filter(([name]) => name !== "constructor");
    return {
      name: element.localName,
      watched: [...kind.observedAttributes].sort(),
      properties: slots.filter(([, slot]) => slot.get).map(([name]) => name).sort(),
      methods: slots.filter(([, slot]) => typeof slot.value === "function").map(([name]) => name).sort(),
      own: Object.keys(element),
      chain: Object.getPrototypeOf(kind.prototype) === HTMLElement.prototype,
    };
  });
  assert.deepEqual(found, {
    name: NAMES.ELEMENT,
    watched: sorted(NAMES.WATCHED),
    properties: NAMES.PROPERTIES,
    methods: sorted([...NAMES.METHODS, ...NAMES.CALLBACKS]),
    own: [],
    chain: true,
  });
});

test("it dispatches these events, with these details", async () => {
  assert.deepEqual(all(await shipped(), /["'`](readiness-(?!check|page|doctor)[a-z]+)["'`]/g), Object.keys(NAMES.EVENTS));
  await open("same-origin");
  await visitor.run((_, names) => {
    window.details = {};
    for (const name of names) document.addEventListener(name, (event) => { window.details[name] = Object.keys(event.detail).sort(); });
  }, Object.keys(NAMES.EVENTS));
  await visitor.run(({ element }, document) => { element.answers = document; }, await best());
  await visitor.run(({ element }) => {
    const another = document.createElement("readiness-check");
    another.setAttribute("standard", "/nothing.json");
    element.after(another);
    another.answers = { format: "readiness-check/answers", version: 1, standard: "nothing", track: "discrete" };
  });
  await visitor.until("all are told", (_, count) => Object.keys(window.details).length === count, Object.keys(NAMES.EVENTS).length);
  assert.deepEqual(await visitor.run(() => window.details), NAMES.EVENTS);
});

test("the host may set these custom properties and parts", async () => {
  assert.deepEqual(all(await shipped(), /--readiness-check-[a-z-]+/g), NAMES.CUSTOM_PROPERTIES);
  const folder = new URL("../snapshots/", import.meta.url);
  const screens = await Promise.all((await readdir(folder)).map((name) => readFile(new URL(name, folder), "utf8")));
  assert.deepEqual(all(screens.join("\n"), / part="([^"]*)"/g), NAMES.PARTS);
});

test("keys in the host's storage match these patterns", async () => {
  await open("several");
  await visitor.run(() => localStorage.setItem("readiness-check:south:ningbo-3511-2018", "what cannot be read"));
  await open("several");
  await answers(visitor);
  await visitor.run(({ element }) => element.removeAttribute("storage-key"));
  await visitor.until("the draft without a name is open", ({ one }) => !!one(".screen.start"));
  await visitor.run(({ element }, document) => { element.answers = document; }, await best());
  await visitor.run(({ one }) => {
    const after = one("select[name=delete-after]");
    after.value = "30";
    after.dispatchEvent(new Event("change", { bubbles: true }));
  });
  const keys = () => visitor.run(() => Object.keys(localStorage).sort());
  await visitor.until("all of them are there", () => Object.keys(localStorage).some((key) => key.endsWith(":dates")) && Object.keys(localStorage).length >= 4);
  for (const key of await keys()) assert.ok(NAMES.STORAGE_KEYS.some((pattern) => pattern.test(key)), key);
  for (const pattern of NAMES.STORAGE_KEYS) assert.ok((await keys()).some((key) => pattern.test(key)), `${pattern} of ${await keys()}`);
  const inTab = (all) => all.filter((key) => !NAMES.TAB_KEYS.some((pattern) => pattern.test(key)));
  const kept = await visitor.run(() => Object.keys(sessionStorage));
  assert.ok(kept.length > 0);
  assert.deepEqual(inTab(kept), []);
});

test("the frame takes these settings and sends these messages", async () => {
  const frame = await source("www/frame.js");
  const settings = JSON.parse(frame.match(/SETTINGS = (\[[^\]]*\])/)[1]);
  assert.deepEqual(unique([...settings, ...all(frame, /asked\.(?:get|has)\("([^"]+)"\)/g)]), sorted(NAMES.FRAME_SETTINGS));
  await open("same-origin");
  await visitor.run(() => {
    window.heard = [];
    addEventListener("message", (event) => window.heard.push(Object.keys(event.data).sort().join()));
    const frame = document.createElement("iframe");
    frame.src = "/frame.html?lang=en";
    document.body.prepend(frame);
  });
  await visitor.until("the frame has spoken", () => window.heard.length > 0);
  assert.deepEqual(unique(await visitor.run(() => window.heard)), [NAMES.FRAME_SAYS.join()]);
  const host = await source("www/frame-host.js");
  assert.deepEqual(all(host, /postMessage\(\{([^}]*)\}/g).flatMap((text) => all(text, /(\w+):/g)), NAMES.HOST_SAYS);
});

test("the manifest of custom elements names the same, with the values that the element allows", async () => {
  const { modules } = JSON.parse(await built("custom-elements.json"));
  const element = modules.flatMap((module) => module.declarations ?? []).find((declaration) => declaration.tagName === NAMES.ELEMENT);
  const names = (list = []) => sorted(list.map(({ name }) => name));
  assert.deepEqual(names(element.attributes), sorted(NAMES.ATTRIBUTES));
  assert.deepEqual(names(element.events), Object.keys(NAMES.EVENTS));
  assert.deepEqual(names(element.cssProperties), NAMES.CUSTOM_PROPERTIES);
  assert.deepEqual(names(element.cssParts), NAMES.PARTS);
  assert.deepEqual(names(element.members.filter(({ kind }) => kind === "field")), NAMES.PROPERTIES);
  assert.deepEqual(names(element.members.filter(({ kind }) => kind === "method")), NAMES.METHODS);
  const settings = await source("www/element/settings.js");
  const start = await source("www/element/start.js");
  const lists = { STORAGES: settings.match(/STORAGES = (\[.*\])/)[1], themes: start.match(/THEMES = (\[.*\])/)[1] };
  const listed = (words) => JSON.parse(lists[words] ?? words);
  const found = [...settings.matchAll(/setting\("(\w+)", (STORAGES|themes|\[[^\]]*\])(?:, "(\w+)")?\)/g)];
  assert.deepEqual(sorted(found.map(([, name]) => name)), ["header", "history", "sharing", "storage", "theme"]);
  for (const [, name, words, fallback] of found) {
    const allowed = listed(words);
    const { type, default: usual } = element.attributes.find((attribute) => attribute.name === name);
    assert.equal(type.text, allowed.map((value) => `'${value}'`).join(" | "));
    assert.equal(usual, `'${fallback ?? allowed[0]}'`, name);
  }
  const usual = (await source("www/element/standard.js")).match(/DEFAULT_STANDARD = "([^"]+)"/)[1];
  assert.equal(element.attributes.find(({ name }) => name === "standard").default, `'${usual}'`);
});
