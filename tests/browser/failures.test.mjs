// Whatever keeps the element from running has a code, a sentence for the visitor, a line for the web master and an event;
// where trying again can help, there is a button for it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ADDRESS, field, inBrowser } from "./browser.mjs";
import { during, serve } from "./server.mjs";

const listen = () => {
  window.heard = [];
  document.addEventListener("readiness-error", (event) => window.heard.push(event.detail));
};
/** A file of the build, by the end of its name. */
const of = (ending) => (answer) => answer.name.endsWith(ending) && /-[0-9a-f]{12}\./.test(answer.name);
const html = (answer) => Object.assign(answer, { body: "<!doctype html><title>Log in</title>", headers: { ...answer.headers, "content-type": "text/html" } });
const cut = (answer) => (answer.body = answer.body.subarray(0, answer.body.length >> 1));
const broken = (answer) => (answer.broken = true);

const cases = [
  ["a 404", "not-found", of(".wasm"), (answer) => Object.assign(answer, { status: 404, body: "not here" }), /upload every file/],
  ["a server that fails", "server-error", of(".json"), (answer) => Object.assign(answer, { status: 500, body: "no" }), /log of the server/],
  ["a web page in place of the module", "page-instead-of-file", of(".wasm"), html, /log-in/],
  ["a web page in place of the element", "page-instead-of-file", of(".element.js"), html, /log-in/],
  ["no element", "not-found", of(".element.js"), (answer) => Object.assign(answer, { status: 404, body: "not here" }), /upload every file/],
  ["a type that modules may not have", "wrong-type", of(".glue.js"), (answer) => (answer.headers["content-type"] = "text/plain"), /text\/javascript/],
  ["a module that was cut off", "damaged-file", of(".wasm"), (answer) => (answer.body = answer.body.subarray(0, -20)), /as binary/],
  ["glue that was cut off", "damaged-file", of(".glue.js"), cut, /as binary/],
  ["data in which a digit was changed", "damaged-file", of(".en.json"), (answer) => (answer.body = String(answer.body).replace('"value":8', '"value":1')), /as binary/],
  ["a connection that breaks within the module", "download-failed", of(".wasm"), broken, /did not answer/],
  ["a connection that breaks within the element", "download-failed", of(".element.js"), broken, /did not answer/],
  ["a connection that breaks within the data", "download-failed", of(".en.json"), broken, /did not answer/],
  ["a policy without connect-src", "policy-refuses-download", (answer) => answer.name === "pages/english.html",
    (answer) => (answer.headers["content-security-policy"] = "connect-src 'none'"), /connect-src http/],
];
for (const [what, code, which, spoil, line] of cases) {
  inBrowser(`${what}: ${code}`, { page: null, before: listen, expected: [/./] }, async (visit) => {
    let spoilt = true;
    await during(visit, { compressed: false, spoil: (answer) => spoilt && which(answer) && spoil(answer) }, async (address) => {
      await visit.driver.get(`${address}/pages/english.html`);
      await visit.until("the visitor is told the code", ({ one }, code) => {
        const said = one("[role=alert]")?.textContent ?? "";
        return window.heard.length > 0 && /could not be loaded/.test(said) && (said.includes(`(${code})`) || /or reload the page/.test(said));
      }, code);
      const heard = await visit.run(() => window.heard);
      assert.deepEqual(heard.map((detail) => detail.code), [code]);
      assert.ok(await visit.run(() => document.getElementById("fallback").getBoundingClientRect().height > 0), "the children are shown");
      let said = [];
      await visit.driver.wait(async () => {
        said = said.concat((await visit.console()).filter((text) => text.includes("readiness-check: ")));
        return said.length > 0;
      }, 5000, "the console has a line");
      assert.equal(said.length, 1, said.join("\n"));
      assert.match(said[0], new RegExp(`readiness-check: ${code}: `));
      assert.match(said[0], line);
      spoilt = false;
      // A policy lasts as long as its page: trying again cannot help.
      if (code.startsWith("policy")) return;
      await visit.clickText("Try again");
      await visit.shown();
    });
  });
}

inBrowser("a server that allows no other origin: other-origin-refused", { page: null, before: listen, expected: [/./] }, async (visit) => {
  const spoil = (answer) => answer.name.endsWith(".wasm") && delete answer.headers["access-control-allow-origin"];
  await during(visit, { spoil }, async (address) => {
    await visit.driver.get(`${ADDRESS}/pages/empty.html`);
    await visit.run((_, address) => {
      document.body.append(document.createElement("readiness-check"), Object.assign(document.createElement("script"), { type: "module", src: `${address}/readiness-check.js` }));
    }, address);
    await visit.until("it is told", () => window.heard.length > 0);
    assert.deepEqual(await visit.run(() => window.heard.map((detail) => detail.code)), ["other-origin-refused"]);
  });
});

inBrowser("a module with a wrong type works, in either language of the page", { page: null }, async (visit) => {
  await during(visit, { spoil: (answer) => answer.name.endsWith(".wasm") && (answer.headers["content-type"] = "text/html") }, async (address) => {
    await visit.driver.get(`${address}/pages/plain.html`);
    await visit.shown();
  });
});

/** Our lines on the console so far. */
async function ours(visit, wanted) {
  let said = [];
  await visit.driver.wait(async () => {
    said = said.concat((await visit.console()).filter((text) => text.includes("readiness-check: ")));
    return said.length >= wanted;
  }, 5000, `the console has ${wanted} lines`).catch((cause) => assert.fail(`${cause.message}: ${said.join("; ")}`));
  return said;
}

/** Both elements of pages/both.html failed with `code`: checks the message to the visitor in each language, to the web master and to the page. */
async function bothFailed(visit, code, { chinese, english, line }) {
  await visit.until(`${code} is told twice`, () => window.heard.length >= 2 && [...document.querySelectorAll("readiness-check")]
    .every((element) => element.shadowRoot.querySelector("[role=alert]")?.textContent));
  assert.deepEqual(await visit.run(() => window.heard.map((detail) => detail.code)), [code, code]);
  const lines = (await ours(visit, 2)).filter((text) => text.includes(`readiness-check: ${code}: `));
  assert.equal(lines.length, 2);
  for (const text of lines) assert.match(text, line);
  for (const [which, lang, sentence] of [[0, "zh-CN", chinese], [1, "en", english]]) {
    const said = ({ one }, sentence) => new RegExp(sentence).test(one("[role=alert]")?.textContent);
    await visit.of(which).until(`it says ${sentence}`, said, sentence.source);
    assert.equal(await visit.of(which).run(({ one }) => one("[role=alert]").lang), lang);
  }
}
const childrenShown = async (visit) =>
  assert.deepEqual(await visit.run(() => [...document.querySelectorAll(".fallback")].map((child) => child.getBoundingClientRect().height > 0)), [true, true], "the children are shown");
/** What the loader says before anything else is loaded, and what is said when the browser is at fault. */
const LOADER = { chinese: /自评工具未能加载，请重试或刷新页面。重试/, english: /could not be loaded\. Try again, or reload the page\.Try again/ };
const browser = (code) => ({
  chinese: new RegExp(`自评工具未能加载，请换用较新的浏览器，或关闭网页翻译和插件（${code}）。重试`), english: new RegExp(`Use a newer browser, or turn off translation and extensions \\(${code}\\)\\.Try again`),
});

/** Spoils a file as if the build had made it so: the loader knows its digest. */
function inThisBuild(ending, made) {
  const digest = (body) => createHash("sha384").update(body).digest("base64");
  const name = readdirSync(process.env.DIST).find((name) => of(ending)({ name }) && name.endsWith(ending));
  const is = readFileSync(path.join(process.env.DIST, name));
  return (answer) => {
    if (answer.name === name) answer.body = made(is);
    if (answer.name === "readiness-check.js") answer.body = String(answer.body).replace(digest(is), digest(made(is)));
  };
}

const bothCases = [
  ["a policy that names the loader alone", "script-refused", { ...LOADER, line: /doctor\.html/ }, (answer, address) => {
    if (answer.name === "pages/both.html") answer.headers["content-security-policy"] = `script-src ${address}/readiness-check.js 'wasm-unsafe-eval'`;
  }],
  ["an element in a syntax that the browser does not know", "old-browser", { ...browser("old-browser"), line: /older than what the README names/ },
    inThisBuild(".element.js", (body) => Buffer.concat([body, Buffer.from("\nlet newer = 1 |> 2;")]))],
  ["a module of a version that the browser does not know", "old-browser", { ...browser("old-browser"), line: /older than what the README names/ },
    inThisBuild(".wasm", (body) => Buffer.concat([body.subarray(0, 4), Buffer.of(2), body.subarray(5)]))],
];
for (const [what, code, wanted, spoil] of bothCases) {
  inBrowser(`${what}: ${code}, in both languages`, { page: null, before: listen, expected: [/./] }, async (visit) => {
    let address;
    await during(visit, { compressed: false, spoil: (answer) => spoil(answer, address) }, async (at) => {
      address = at;
      await visit.driver.get(`${address}/pages/both.html`);
      await bothFailed(visit, code, wanted);
      await childrenShown(visit);
    });
  });
}

inBrowser("a page that replaced what the element needs: natives-replaced, in both languages", { page: null, expected: [/./], before: () => {
  window.heard = [];
  document.addEventListener("readiness-error", (event) => window.heard.push(event.detail));
  Object.entries = () => { throw new TypeError("not as you know it"); };
} }, async (visit) => {
  await during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/pages/both.html`);
    await bothFailed(visit, "natives-replaced", { ...browser("natives-replaced"), line: /Object\.entries/ });
    await childrenShown(visit);
  });
});

/** A page on a disk, with a loader and attributes. */
async function fromDisk(visit, loader, attributes, act) {
  const folder = await mkdtemp(path.join(tmpdir(), "自评 "));
  try {
    const page = await readFile(new URL("./pages/both.html", import.meta.url), "utf8");
    await writeFile(path.join(folder, "page.html"), page.replace("/readiness-check.js", loader).replaceAll("<readiness-check", `<readiness-check ${attributes}`));
    await writeFile(path.join(folder, "own.json"), "{}");
    await visit.driver.get(pathToFileURL(path.join(folder, "page.html")).href);
    await act();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Both elements run with the default, since their own standard could not be loaded: page and web master get the code, the visitor a notice in each language. */
async function bothRunWithTheDefault(visit, code, line, address) {
  await visit.shown();
  await visit.until(`${code} is told twice`, () => window.heard.length === 2);
  assert.deepEqual(await visit.run(() => window.heard.map((detail) => detail.code)), [code, code]);
  for (const said of await ours(visit, 2)) assert.match(said, line);
  for (const [which, sentence] of [[0, /属性 standard 的值“.*”不可用/], [1, /attribute standard cannot be/]]) {
    const notice = await visit.of(which).text(".notice");
    assert.match(notice, sentence);
    assert.ok(notice.includes(address) && notice.includes("ningbo-3511-2018"), notice);
    await visit.of(which).begin();
    await visit.of(which).type(field("equipment-kinds"), "8");
  }
}

inBrowser("a page from a disk with its own standard beside it: file-address, and the default is shown, in both languages", { page: null, before: listen, expected: [/./] }, (visit) =>
  during(visit, {}, (address) => fromDisk(visit, `${address}/readiness-check.js`, 'standard="own.json"', () =>
    bothRunWithTheDefault(visit, "file-address", /file-address: file:\/\/.*own\.json.*use a web server, or offline\.html/, "own.json"))));

inBrowser("a page from a disk: the browser refuses the loader itself, and the children stay", { page: null, before: listen, expected: [/./] }, (visit) => fromDisk(visit, pathToFileURL(path.join(process.env.DIST, "readiness-check.js")).href, "", async () => {
  let said = "";
  await visit.driver.wait(async () => /readiness-check\.js/.test(said += await visit.console()), 5000, "the browser says it on its console");
  assert.match(said, /from origin 'null' has been blocked by CORS policy/);
  assert.equal(await visit.run(() => customElements.get("readiness-check") === undefined && window.heard.length === 0), true);
  await childrenShown(visit);
}));

/** A page with https, and files with http from a host whose name is not that of this machine. */
const INSECURE = { page: null, before: listen, expected: [/./], flags: ["--ignore-certificate-errors", "--host-resolver-rules=MAP files.test 127.0.0.1"] };
const insecure = (address) => address.replace("127.0.0.1", "files.test");

inBrowser("a page with https and files with http: the browser refuses the loader itself, and the children stay", INSECURE, async (visit) => {
  const files = await serve();
  const spoil = (answer) => {
    if (answer.name === "pages/both.html") answer.body = String(answer.body).replace("/readiness-check.js", `${insecure(files.address)}/readiness-check.js`);
  };
  try {
    await during(visit, { secure: true, compressed: false, spoil }, async (address) => {
      await visit.driver.get(`${address}/pages/both.html`);
      let said = "";
      await visit.driver.wait(async () => /readiness-check\.js/.test(said += await visit.console()), 5000, "the browser says it on its console");
      assert.match(said, /Mixed Content/);
      assert.equal(await visit.run(() => customElements.get("readiness-check") === undefined && window.heard.length === 0), true);
      await childrenShown(visit);
    });
  } finally {
    await files.close();
  }
});

inBrowser("a page with https and its own standard with http: mixed-content, and the default is shown, in both languages", INSECURE, async (visit) => {
  const files = await serve();
  const standard = `${insecure(files.address)}/own.json`;
  const spoil = (answer) => {
    if (answer.name === "pages/both.html") answer.body = String(answer.body).replaceAll("<readiness-check", `<readiness-check standard="${standard}"`);
  };
  try {
    await during(visit, { secure: true, compressed: false, spoil }, async (address) => {
      await visit.driver.get(`${address}/pages/both.html`);
      await bothRunWithTheDefault(visit, "mixed-content", /mixed-content: http:\/\/files\.test.*serve the files by https too/, standard);
    });
  } finally {
    await files.close();
  }
});

inBrowser("a page translator that removes the nodes: page-translated, in both languages, and nothing is lost", { page: null, before: listen, expected: [/./] }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/pages/both.html`);
    await visit.shown();
    for (const which of [0, 1]) {
      await visit.of(which).begin();
      await visit.of(which).type(field("equipment-kinds"), String(which + 8));
    }
    await visit.run(() => {
      document.documentElement.classList.add("translated-ltr");
      for (const element of document.querySelectorAll("readiness-check")) {
        for (const block of element.shadowRoot.querySelectorAll(".widget *")) {
          const wrap = document.createElement("font");
          block.replaceWith(wrap);
          wrap.append(block);
        }
      }
    });
    await visit.run(({ all }) => all(".steps .wide .step")[3].click());
    await bothFailed(visit, "page-translated", {
      chinese: /您填写的内容都在，点“继续”接着填。.*请先对本网页关闭翻译/, english: /All that you entered is kept: press “Continue” to go on\..*A page translator seems to be at work: turn it off/,
      line: /a page translator was at work/,
    });
    await visit.clickText("继续");
    await visit.shown();
    await visit.of(1).until("the answer is shown", ({ one }, s) => !one(s) || one(s).value === "9", field("equipment-kinds"));
    await visit.of(1).step(0);
    assert.equal(await visit.of(1).value(field("equipment-kinds")), "9");
    await visit.of(0).step(0);
    assert.equal(await visit.of(0).value(field("equipment-kinds")), "8");
  }));

inBrowser("a page translator that replaces everything by a copy: page-translated", { page: "english", before: listen, expected: [/readiness-check: page-translated: /] }, async (visit) => {
  await visit.run(({ one }) => {
    document.documentElement.classList.add("translated-ltr");
    one(".widget").replaceWith(one(".widget").cloneNode(true));
  });
  await visit.untilText("[role=alert]", "A page translator seems to be at work");
  assert.deepEqual(await visit.run(() => window.heard.map((detail) => detail.code)), ["page-translated"]);
});

for (const [code, before] of [
  ["storage-full", () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
  ["storage-blocked", () => { for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } }); }],
]) {
  inBrowser(`the page gets ${code} once`, { page: "english", before, expected: [new RegExp(`readiness-check: ${code}: `)] }, async (visit) => {
    await visit.run(({ element }) => {
      window.heard = [];
      element.addEventListener("readiness-error", (event) => window.heard.push(event.detail.code));
    });
    await visit.begin();
    await visit.type(field("equipment-kinds"), "8");
    await visit.type(field("equipment-sets"), "9");
    assert.deepEqual(await visit.run(() => window.heard), [code]);
  });
}
