// dist/ as a package: packed, installed and used as its users do.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { field, inBrowser } from "../browser/browser.mjs";
import { serve } from "../browser/server.mjs";
import { ELEMENT, EXPORTS } from "../hosts/names.mjs";
import { PACKAGES, install, run, tool } from "./packed.mjs";

/** The policy that docs/embedding.md asks for, and nothing else. */
const POLICY = "default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

let installed;
before(async () => {
  installed = await install();
});
after(() => installed?.remove());
const at = (...names) => path.join(installed.folder, ...names);
const json = async (file) => JSON.parse(await readFile(file, "utf8"));

/** Builds a project with Vite for a path below `base`, without a warning; gives the folder to serve. */
async function built(project, base = "/") {
  const [root, place] = [at(project, "dist"), at(project, "dist", base)];
  const said = await tool(at(project), "vite/bin/vite.js", "build", "--base", base, "--outDir", place);
  assert.doesNotMatch(said, /warn|error|\(!\)|exist|unresolved/i);
  const files = await readdir(path.join(place, "assets"));
  for (const kind of [/\.wasm$/, /\.glue-.*\.js$/, /\.element-.*\.js$/, /\.failures-.*\.js$/, /^data-.*\.en-.*\.json$/, /\.programmes\.zh-CN-.*\.json$/]) {
    assert.equal(files.filter((name) => kind.test(name)).length, 1, `${kind} was taken along: ${files.join(" ")}`);
  }
  assert.equal(files.some((name) => /\.plain-.*\.js$/.test(name)), project === "vue", "the translation, where it is imported");
  for (const name of files.filter((name) => name.endsWith(".js"))) {
    assert.ok(!(await readFile(path.join(place, "assets", name), "utf8")).includes(installed.folder), `${name} names a folder of the machine`);
  }
  return root;
}

/** Serves a folder below `base` with a policy, for as long as `act` runs. */
async function served(root, act, { policy = POLICY, base = "/" } = {}) {
  const spoil = (answer) => Object.assign(answer.headers, { "content-security-policy": policy });
  const site = await serve({ root, spoil, cors: false, compressed: false });
  try {
    await act(new URL(`${base}index.html`, site.address).href);
  } finally {
    await site.close();
  }
}

const heard = (visit, words) =>
  visit.until(`the page heard ${words}`, (_, words) => document.querySelector("#heard").textContent.includes(words), words);
const press = (visit, button) => visit.run((_, id) => document.getElementById(id).click(), button);

/** Checks a page: the widget appears, takes a typed answer, answers by the property, and `reset()`. */
async function visited(visit, address) {
  // Requests of the browser's own first page do not count.
  await visit.driver.get("about:blank");
  await visit.requests();
  await visit.driver.get(address);
  await visit.shown();
  await heard(visit, "readiness-ready ningbo-3511-2018");
  await visit.begin();
  await visit.type(field("equipment-kinds"), "7");
  await heard(visit, "readiness-change 1");
  await press(visit, "give");
  await heard(visit, "readiness-change 3");
  await press(visit, "reset");
  await heard(visit, "readiness-change 0");
}

/** Every request went to the origin of the page. */
async function askedNobodyElse(visit, address) {
  const asked = (await visit.requests()).map(({ url }) => url);
  assert.ok(asked.some((url) => new URL(url).pathname.endsWith(".wasm")), asked.join(" "));
  const { origin } = new URL(address);
  assert.deepEqual(asked.filter((url) => new URL(url).origin !== origin && !url.startsWith("data:")), []);
}

for (const [project, base] of [["plain", "/some/where/"], ["react", "/"], ["vue", "/"]]) {
  inBrowser(`the ${project} page, built by Vite`, { page: null }, async (visit) => {
    await served(await built(project, base), async (address) => {
      await visited(visit, address);
      if (project === "plain") {
        await press(visit, "assess");
        await heard(visit, "key-equipment met");
      }
      await askedNobodyElse(visit, address);
      await visit.driver.get("about:blank");
    }, { base });
  });
}

/** Parcel puts an import map into the page. It leaves no script as it is, so it takes texts along, of which the page makes scripts. */
const BY_PARCEL = POLICY.replace("script-src", "script-src 'unsafe-inline'");
const FOR_PARCEL = BY_PARCEL.replace("script-src", "script-src blob:");

inBrowser("a page built by Parcel", { page: null }, async (visit) => {
  await tool(at("plain"), "parcel/lib/bin.js", "build", "index.html", "--no-cache", "--log-level", "warn", "--dist-dir", "by-parcel");
  await served(at("plain", "by-parcel"), async (address) => {
    await visited(visit, address);
    await press(visit, "assess");
    await heard(visit, "key-equipment met");
    await askedNobodyElse(visit, address);
    await visit.driver.get("about:blank");
  }, { policy: FOR_PARCEL });
});

inBrowser("the same page on Parcel's server", { page: null }, async (visit) => {
  const parcel = spawn(process.execPath, [path.join(PACKAGES, "parcel/lib/bin.js"), "index.html", "--no-cache", "--dist-dir", "served"], { cwd: at("plain") });
  try {
    const address = await new Promise((resolve, reject) => {
      let said = "";
      parcel.stdout.on("data", (text) => {
        said += text;
        const server = /http:\/\/localhost:\d+/.exec(said);
        if (server && said.includes("Built in")) resolve(`${server[0]}/index.html`);
      });
      parcel.on("close", () => reject(new Error(said)));
    });
    await visited(visit, address);
    await askedNobodyElse(visit, address);
    await visit.driver.get("about:blank");
  } finally {
    parcel.kill();
  }
});

const NO_BLOB = { page: null, expected: [/script-refused/, /Content Security Policy/] };

inBrowser("a page built by Parcel, whose policy refuses scripts made of texts, says so", NO_BLOB, async (visit) => {
  await served(at("plain", "by-parcel"), async (address) => {
    await visit.driver.get(address);
    await heard(visit, "readiness-error script-refused");
    await visit.until("the visitor has a message", ({ root }) => root.querySelector("[role=alert]"));
    await visit.driver.get("about:blank");
  }, { policy: BY_PARCEL });
});

const REFUSED = { page: null, expected: [/wasm-refused/, /WebAssembly|Content Security Policy/] };
const NO_WASM = { policy: POLICY.replace(" 'wasm-unsafe-eval'", "") };


inBrowser("where WebAssembly is refused, a page that imports the translation runs by it", REFUSED, async (visit) => {
  await served(at("vue", "dist"), async (address) => {
    await visited(visit, address);
    const asked = (await visit.requests()).map(({ url }) => url);
    assert.ok(asked.some((url) => /plain-[^/]*\.js$/.test(url)) && !asked.some((url) => url.endsWith(".wasm")), asked.join(" "));
    await visit.driver.get("about:blank");
  }, NO_WASM);
});

inBrowser("where WebAssembly is refused, a page without the translation says so", REFUSED, async (visit) => {
  await served(at("react", "dist"), async (address) => {
    await visit.driver.get(address);
    await heard(visit, "readiness-error wasm-refused");
    await visit.until("the visitor has a message", ({ root }) => /wasm-refused/.test(root.querySelector("[role=alert]")?.textContent));
    await visit.driver.get("about:blank");
  }, NO_WASM);
});

for (const project of ["plain", "vue"]) {
  inBrowser(`the ${project} page on Vite's server`, { page: null, expected: [/\[vite\]/, /development build of Vue/] }, async (visit) => {
    const { createServer } = await import(pathToFileURL(path.join(PACKAGES, "vite/dist/node/index.js")));
    const server = await createServer({ root: at(project), logLevel: "warn", server: { host: "127.0.0.1", port: 0 } });
    try {
      await server.listen();
      const [address] = server.resolvedUrls.local;
      await visited(visit, address);
      await askedNobodyElse(visit, address);
      await visit.driver.get("about:blank");
    } finally {
      await server.close();
    }
  });
}

test("Node gets the functions; server-side rendering gives the tag", async () => {
  const script = `
    import * as all from "readiness-check";
    import { renderToString } from "react-dom/server";
    import { createElement } from "react";
    await all.ready();
    const answers = { format: "readiness-check/answers", version: 1, standard: "ningbo-3511-2018", track: "discrete", answers: { "equipment-kinds": 8, "equipment-sets": 8 } };
    const html = renderToString(createElement("readiness-check", { lang: "en", answers }, "Self-check"));
    console.log(JSON.stringify([Object.keys(all).sort(), all.assess(answers).published.criteria[0].verdict, (await import("readiness-check/react")) === all, html]));`;
  const said = await run(at("plain"), process.execPath, "--input-type=module", "--eval", script);
  assert.deepEqual(JSON.parse(said), [EXPORTS, "met", true, '<readiness-check lang="en">Self-check</readiness-check>']);
});

test("where tests have a window without network and layout (jsdom), ready() loads and the functions work", async () => {
  const script = `
    import { JSDOM } from "jsdom";
    const { window } = new JSDOM("<readiness-check></readiness-check>", { url: "http://localhost/" });
    // As test runners do.
    for (const name of ["window", "document", "location", "HTMLElement", "customElements", "CustomEvent", "Event", "URL", "MutationObserver"]) {
      Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
    }
    const said = [];
    window.document.addEventListener("readiness-error", ({ detail }) => said.push(detail));
    for (const name of ["uncaughtException", "unhandledRejection"]) process.on(name, (cause) => said.push(String(cause)));
    window.addEventListener("error", ({ message }) => said.push(message));
    const all = await import("readiness-check");
    await all.ready();
    const answers = { format: "readiness-check/answers", version: 1, standard: "ningbo-3511-2018", track: "discrete", answers: { "equipment-kinds": 8, "equipment-sets": 8 } };
    console.log(JSON.stringify([all.assess(answers).published.criteria[0].verdict, all.standards().length, !!customElements.get("readiness-check"), said]));
    process.exit();`;
  assert.deepEqual(JSON.parse(await run(at("plain"), process.execPath, "--input-type=module", "--eval", script)), ["met", 2, true, []]);
});

test("the types hold, for bundlers and for Node, and refuse what is wrong", async () => {
  for (const [project, config] of [["types", "tsconfig.json"], ["types", "bundler.json"], ["react", "tsconfig.json"]]) {
    await tool(at(project), "typescript/bin/tsc", "--project", config);
  }
  // The last TypeScript that knows `moduleResolution: node`.
  await tool(at("react"), "typescript-5/bin/tsc", "--project", "node10.json");
});

test("the manifest of custom elements follows its schema and names every function", async () => {
  const folder = at("plain", "node_modules/readiness-check");
  const { customElements } = await json(path.join(folder, "package.json"));
  const manifest = await json(path.join(folder, customElements));
  const { default: Ajv } = await import(pathToFileURL(path.join(PACKAGES, "ajv/dist/ajv.js")));
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  const fits = ajv.compile(await json(path.join(PACKAGES, "custom-elements-manifest/schema.json")));
  assert.ok(fits(manifest), JSON.stringify(fits.errors));
  assert.ok(!fits({ ...manifest, modules: [{}] }), "the schema refuses something");
  const [module] = manifest.modules;
  const named = (list, kind) => list.filter((entry) => entry.kind === kind).map((entry) => entry.name).sort();
  assert.deepEqual(named(module.declarations, "function"), EXPORTS);
  assert.deepEqual(named(module.exports, "js"), EXPORTS);
  assert.deepEqual(named(module.exports, "custom-element-definition"), [ELEMENT]);
  const types = await readFile(path.join(folder, "readiness-check.d.ts"), "utf8");
  for (const { name, parameters = [], return: { type } } of module.declarations.filter(({ kind }) => kind === "function")) {
    const written = parameters.map((one) => `${one.name}${one.optional ? "?" : ""}: ${one.type.text}`).join(", ");
    assert.ok(types.includes(`export function ${name}(${written}): ${type.text};`), `${name} is typed otherwise`);
  }
  const [element] = module.declarations;
  for (const { name, type } of element.events) {
    assert.ok(types.includes(`"${name}": ${type.text.replace("<{}>", "<Record<string, never>>")}`), `${name} is typed otherwise`);
  }
  const parts = ["attributes", "members", "events", "slots", "cssProperties", "cssParts"].flatMap((part) => element[part]);
  for (const { name, description } of [...module.declarations, ...parts]) assert.ok(description?.endsWith("."), `${name} is described`);
});

test("the package holds every file that is not a compressed variant, and lists the scripts with side effects", async () => {
  const all = await readdir(process.env.DIST, { recursive: true, withFileTypes: true });
  const names = all.filter((entry) => entry.isFile()).map((entry) => path.relative(process.env.DIST, path.join(entry.parentPath, entry.name)));
  assert.deepEqual([...installed.files].sort(), names.filter((name) => !/\.(br|gz)$/.test(name)).sort());
  const { sideEffects, exports, main, module, types } = await json(path.join(process.env.DIST, "package.json"));
  const { parse } = await import("acorn");
  const acts = async (name) => {
    const { body } = parse(await readFile(path.join(process.env.DIST, name), "utf8"), { ecmaVersion: "latest", sourceType: "module" });
    return body.some(({ type }) => /Statement$/.test(type));
  };
  const listed = (name) => sideEffects.some((pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replace("*", "[^/]*")}$`).test(`./${name}`));
  for (const name of installed.files.filter((name) => /\.(js|css)$/.test(name))) {
    assert.equal(listed(name), name.endsWith(".css") || (await acts(name)), name);
  }
  const entries = [".", "./react", "./plain"].map((entry) => exports[entry]);
  for (const conditions of entries) assert.deepEqual(Object.keys(conditions), ["types", "node", "default"], "they are tried in this order");
  for (const file of [main, module, types, ...entries.flatMap((conditions) => Object.values(conditions))]) {
    assert.ok(installed.files.includes(file.replace("./", "")), file);
  }
});
