// Whatever keeps the element from running has a code, a sentence for the visitor, a line for the web master and an event;
// what can be tried again can be, by a button.

import assert from "node:assert/strict";
import { ADDRESS, field, inBrowser } from "./browser.mjs";
import { during } from "./server.mjs";

const listen = () => {
  window.heard = [];
  document.addEventListener("readiness-error", (event) => window.heard.push(event.detail));
};
/** A file of the build by the end of its name. */
const of = (ending) => (answer) => answer.name.endsWith(ending) && /-[0-9a-f]{12}\./.test(answer.name) && !answer.name.startsWith("later");
const html = (answer) => Object.assign(answer, { body: "<!doctype html><title>Log in</title>", headers: { ...answer.headers, "content-type": "text/html" } });
const otherBuild = (answer) => {
  const [hash] = /(?<=-)[0-9a-f]{12}/.exec(answer.name);
  answer.body = Buffer.from(answer.body.toString("latin1").replaceAll(hash, "0123456789ab"), "latin1");
};

const cases = [
  ["a 404", "not-found", of(".wasm"), (answer) => Object.assign(answer, { status: 404, body: "not here" }), /upload every file/],
  ["a server that fails", "server-error", of(".json"), (answer) => Object.assign(answer, { status: 500, body: "no" }), /log of the server/],
  ["a web page in place of the module", "page-instead-of-file", of(".wasm"), html, /log-in/],
  ["a web page in place of the element", "page-instead-of-file", of(".element.js"), html, /doctor\.html/],
  ["no element", "not-found", of(".element.js"), (answer) => Object.assign(answer, { status: 404, body: "not here" }), /doctor\.html/],
  ["a type that modules may not have", "wrong-type", of(".glue.js"), (answer) => (answer.headers["content-type"] = "text/plain"), /text\/javascript/],
  ["a module that was cut off", "damaged-file", of(".wasm"), (answer) => (answer.body = answer.body.subarray(0, -20)), /as binary/],
  ["the module of another build", "mixed-build", of(".wasm"), otherBuild, /whole of dist/],
  ["the glue of another build", "mixed-build", of(".glue.js"), otherBuild, /whole of dist/],
  ["data of another build", "mixed-build", of(".en.json"), otherBuild, /whole of dist/],
  ["the element of another build", "mixed-build", of(".element.js"), otherBuild, /doctor\.html/],
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
        return window.heard.length > 0 && /could not be loaded/.test(said) && (said.includes(`(${code})`) || /use a newer browser/.test(said));
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
      // A policy goes with its page alone.
      if (code.startsWith("policy")) return;
      await visit.clickText("Try again");
      await visit.shown();
    });
  });
}

inBrowser("a server that lets no other origin read: other-origin-refused", { page: null, before: listen, expected: [/./] }, async (visit) => {
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

inBrowser("a page that replaced what the element needs: natives-replaced, in Chinese", { page: null, expected: [/./], before: () => {
  window.heard = [];
  document.addEventListener("readiness-error", (event) => window.heard.push(event.detail));
  Object.entries = () => { throw new TypeError("not as you know it"); };
} }, async (visit) => {
  await during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/pages/plain.html`);
    await visit.until("the visitor is told", ({ one }) => one("[role=alert]")?.textContent.includes("natives-replaced"));
    assert.match(await visit.text("[role=alert]"), /自评工具未能加载，请换用较新的浏览器.*重试/);
    assert.deepEqual(await visit.run(() => window.heard.map((detail) => detail.code)), ["natives-replaced"]);
    const [line] = (await visit.console()).filter((text) => text.includes("readiness-check: "));
    assert.match(line, /Object\.entries/);
  });
});

for (const [code, before] of [
  ["storage-full", () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
  ["storage-blocked", () => { for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } }); }],
]) {
  inBrowser(`${code} is told to the page once`, { page: "english", before, expected: [new RegExp(`readiness-check: ${code}: `)] }, async (visit) => {
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
