// The doctor: each fault of a server, a page or a browser is found, named in two languages, and fixed by the line that it prints.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { parse } from "acorn";
import { inBrowser } from "./browser.mjs";
import { during, serve } from "./server.mjs";

let elsewhere;
before(async () => { elsewhere = await serve(); });
after(() => elsewhere.close());

const WASM = /readiness-check-[0-9a-f]{12}(\.first)?\.wasm$/;
const HTML = Buffer.from("<!doctype html><title>Login</title>");

/** What the doctor found, once it is done: { check: [state, said] }; for files, by their extension. */
async function findings(visit) {
  await visit.driver.wait(
    () => visit.run(() => document.getElementById("doctor-summary")?.dataset.running === "false"),
    40_000, "waited in vain until the doctor has ended", 50);
  const rows = await visit.run(() => [...document.querySelectorAll("tr[data-check]")].map((row) => {
    const name = row.querySelector("th").textContent;
    return [row.dataset.check === "files" ? name.split(" ").at(-1) : row.dataset.check, [row.dataset.state, row.dataset.said]];
  }));
  return Object.fromEntries(rows);
}
/** Runs the doctor on the page itself. */
const callDoctor = (visit) => visit.run(() => { document.body.append(Object.assign(document.createElement("script"), { src: "/doctor.js" })); });
const wrong = (found) => Object.fromEntries(Object.entries(found).filter(([, [state]]) => state === "fail" || state === "warn"));
const rowText = (visit, said) => visit.run((_, said) => document.querySelector(`tr[data-said="${said}"]`).innerText, said);
const note = (visit) => visit.run(() => document.getElementById("doctor-note").value);
const chooseServer = (visit, name) => visit.run((_, name) => {
  const select = document.getElementById("doctor-server");
  select.value = name;
  select.dispatchEvent(new Event("change"));
}, name);

test("the doctor's own scripts are ES5, which old browsers can read", async () => {
  const names = (await readdir(process.env.DIST)).filter((name) => /^doctor.*\.js$/.test(name));
  assert.equal(names.length, 7);
  for (const name of names) parse(await readFile(path.join(process.env.DIST, name), "utf8"), { ecmaVersion: 5 });
  assert.throws(() => parse("const x = () => 1;", { ecmaVersion: 5 }), "this check does see newer syntax");
});

inBrowser("where nothing is wrong, nothing is reported", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/doctor.html?lang=en`);
    const found = await findings(visit);
    assert.deepEqual(wrong(found), {});
    assert.deepEqual(found.start, ["pass", "ok"]);
    assert.deepEqual(found.compression, ["pass", "ok"]);
    assert.deepEqual([".js", ".css", ".json", ".wasm"].map((ending) => found[ending]), Array(4).fill(["pass", "ok"]));
    assert.match(await note(visit), /No problems found/);
    assert.deepEqual(await visit.stored(), {}, "it leaves nothing behind");
    await visit.run(() => document.getElementById("doctor-lang").click());
    assert.match(await note(visit), /没有发现问题/);
    assert.equal(await visit.run(() => document.documentElement.lang), "zh-CN");
  }));

const failed = /Failed to load resource|Failed to load module script|could not be loaded|net::ERR|WebAssembly|wasm|MIME|CORS policy|damaged-file/;
const forModule = (act) => (answer) => { if (WASM.test(answer.name)) act(answer); };
const plain = (answer) => { delete answer.headers["content-encoding"]; };
for (const { name, spoil, compressed, expected, line } of [
  { name: "a wrong type of the module", spoil: forModule((answer) => { answer.headers["content-type"] = "application/octet-stream"; }),
    expected: { ".wasm": ["warn", "type"] },
    line: { nginx: "application/wasm  wasm;", Apache: "AddType application/wasm .wasm", IIS: '<mimeMap fileExtension=".wasm" mimeType="application/wasm" />', Tomcat: "<mime-type>application/wasm</mime-type>" } },
  { name: "no type of the module", spoil: forModule((answer) => { delete answer.headers["content-type"]; }), expected: { ".wasm": ["warn", "type"] }, line: {} },
  { name: "a wrong type of scripts", spoil: (answer) => { if (/glue\.js$/.test(answer.name)) answer.headers["content-type"] = "text/plain"; },
    expected: { ".js": ["fail", "type"], start: ["fail", "failed"] }, line: { Apache: "AddType text/javascript .js" } },
  { name: "a wrong type of styles and of data", spoil: (answer) => { if (/\.(css|json)$/.test(answer.name)) answer.headers["content-type"] = "application/x-unknown"; },
    expected: { ".css": ["warn", "type"], ".json": ["warn", "type"] }, line: { nginx: "application/json  json;" } },
  { name: "a page in place of the module", spoil: forModule((answer) => { plain(answer); answer.body = HTML; answer.headers["content-type"] = "text/html"; }),
    expected: { ".wasm": ["fail", "html"], start: ["fail", "failed"], compression: ["warn", "none"] }, line: {} },
  { name: "a page in place of the module, under its type", spoil: forModule((answer) => { plain(answer); answer.body = HTML; }),
    expected: { ".wasm": ["fail", "html"], start: ["fail", "failed"], compression: ["warn", "none"] }, line: {} },
  { name: "a module that was not uploaded", spoil: forModule((answer) => { plain(answer); answer.status = 404; answer.body = "gone"; }),
    expected: { ".wasm": ["fail", "missing"], start: ["fail", "failed"] }, line: {} },
  { name: "data changed on the way", compressed: false, spoil: (answer) => { if (/^data-[0-9a-f]{12}\.zh-CN\.json$/.test(answer.name)) answer.body = Buffer.concat([answer.body, Buffer.from("\r\n")]); },
    expected: { ".json": ["fail", "changed"], start: ["fail", "failed"], compression: ["warn", "none"] }, line: { nginx: "gzip_static on;", Tomcat: "br=.br,gzip=.gz" } },
  { name: "a loader kept for long", spoil: (answer) => { answer.headers["cache-control"] = "max-age=2592000"; },
    expected: { caching: ["warn", "long"] }, line: { nginx: 'add_header Cache-Control "no-cache" always;', IIS: '<add name="Cache-Control" value="no-cache" />' } },
  { name: "a frame that nobody may frame", spoil: (answer) => { if (answer.name === "frame.html") answer.headers["x-frame-options"] = "DENY"; },
    expected: { framing: ["warn", "refused"] }, line: {} },
  { name: "a frame closed by policy", spoil: (answer) => { if (answer.name === "frame.html") answer.headers["content-security-policy"] = "default-src 'self'; frame-ancestors 'self'"; },
    expected: { framing: ["warn", "refused"] }, line: {} },
  { name: "a frame that is redirected to another origin", spoil: (answer) => { if (answer.name === "frame.html") Object.assign(answer, { status: 302, headers: { ...answer.headers, location: `${elsewhere.address}/frame.html?lang=en&id=doctor` }, body: "" }); },
    expected: { framing: ["warn", "moved"] }, line: {} },
  { name: "a frame whose redirect loses the settings", spoil: (answer) => {
    if (answer.name === "frame.html") Object.assign(answer, { status: 302, headers: { location: "/frame" }, body: "" });
    if (answer.name === "frame") Object.assign(answer, { status: 200, headers: { "content-type": "text/html" }, body: "<p>" });
  }, expected: { framing: ["warn", "queryLost"] }, line: {} },
  { name: "a frame sent in another charset", spoil: (answer) => { if (answer.name === "frame.html") answer.headers["content-type"] = "text/html; charset=GBK"; },
    expected: { framing: ["warn", "charset"] }, line: { nginx: "charset utf-8;", IIS: 'mimeType="text/html; charset=utf-8"', Tomcat: "<mime-type>text/html;charset=utf-8</mime-type>" } },
  { name: "no list of files", spoil: (answer) => { if (/files\.json$/.test(answer.name)) { plain(answer); answer.status = 404; answer.body = ""; } },
    expected: { list: ["fail", "missing"] }, line: {} },
]) {
  inBrowser(`found: ${name}`, { page: null, expected: [failed, /integrity/] }, (visit) =>
    during(visit, { spoil, compressed }, async (address) => {
      await visit.driver.get(`${address}/doctor.html?lang=en`);
      assert.deepEqual(wrong(await findings(visit)), expected);
      for (const [server, lines] of Object.entries(line)) {
        await chooseServer(visit, server);
        assert.ok((await note(visit)).includes(lines), `${server}: ${await note(visit)}`);
      }
    }));
}

inBrowser("another origin: with the header nothing is wrong, without it the line is given, and an unreachable server is a finding of its own", { page: null, expected: [failed] }, (visit) =>
  during(visit, {}, (here) => during(visit, {}, (open) => during(visit, { cors: false }, async (closed) => {
    const see = async (files) => {
      await visit.driver.get(`${here}/doctor.html?lang=en&files=${encodeURIComponent(files)}`);
      return wrong(await findings(visit));
    };
    assert.deepEqual(await see(`${open}/`), {});
    assert.deepEqual(await see(`${closed}/`), { cors: ["fail", "missing"], start: ["fail", "module"] });
    const lines = {
      nginx: 'add_header Access-Control-Allow-Origin "*" always;', Apache: 'Header always set Access-Control-Allow-Origin "*"',
      IIS: '<add name="Access-Control-Allow-Origin" value="*" />', Tomcat: "org.apache.catalina.filters.CorsFilter",
    };
    for (const [server, line] of Object.entries(lines)) {
      await chooseServer(visit, server);
      assert.ok((await note(visit)).includes(line), server);
    }
    assert.deepEqual(await see("http://127.0.0.1:9/"), { cors: ["fail", "unreachable"], start: ["fail", "module"] });
  }))));

inBrowser("the address can be typed; an invalid one is refused with a message", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/doctor.html?lang=en`);
    await findings(visit);
    const type = (text) => visit.run((_, text) => {
      document.getElementById("doctor-folder").value = text;
      document.querySelector("form.ask button").click();
    }, text);
    const marked = () => visit.run(() => document.getElementById("doctor-folder").getAttribute("aria-invalid"));
    await type("example");
    assert.match(await visit.run(() => document.getElementById("doctor-summary").textContent), /no address/);
    assert.equal(await marked(), "true");
    await type(` ${address}/index.html?x#y `);
    assert.deepEqual(wrong(await findings(visit)), {});
    assert.equal(await visit.run(() => document.getElementById("doctor-folder").value), `${address}/`);
    assert.equal(await marked(), null);
  }));

inBrowser("files on http in a page of https, and a page from a file, are found", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/doctor.html`);
    await findings(visit);
    const said = await visit.run(() => {
      const { address } = window.readinessDoctor.checks;
      return [address("https:", "http://x.org/"), address("https:", "https://x.org/"), address("http:", "http://x.org/"), address("file:", "file:///x/")].map(({ said }) => said);
    });
    assert.deepEqual(said, ["mixed", "ok", "ok", "file"]);
  }));

/** Serves a host's page under a policy, and the files from another origin. */
const underPolicy = (visit, policy, files, act) =>
  during(visit, { spoil: (answer) => { if (/^pages\/doctor\.html/.test(answer.name)) answer.headers["content-security-policy"] = policy; } },
    (host) => act(`${host}/pages/doctor.html?files=${encodeURIComponent(`${files}/`)}`));

const refusals = /Content Security Policy|Refused to|violates the following|CompileError|Failed to load|Failed to fetch|could not be loaded|Fetch API cannot load/;
for (const [name, policy, seen] of [
  ["without WebAssembly", "default-src 'self'; script-src 'self' FILES; connect-src FILES", { wasm: ["warn", "refused"] }],
  ["that allows no connection", "script-src 'self' FILES 'wasm-unsafe-eval'; connect-src 'none'", { cors: ["fail", "policy"], own: ["fail", "failed"], policy: ["fail", "refused"], start: ["fail", "failed"] }],
  ["with a default alone", "default-src 'self' FILES", { wasm: ["warn", "refused"] }],
]) {
  inBrowser(`under a policy ${name} the doctor says so, and the policy that it gives allows the self-check`, { page: null, expected: [refusals] }, (visit) =>
    during(visit, {}, async (files) => {
      let given;
      await underPolicy(visit, policy.replaceAll("FILES", files), files, async (page) => {
        await visit.driver.get(page);
        assert.deepEqual(wrong(await findings(visit)), seen);
        given = /add_header Content-Security-Policy "(.*)" always;/.exec(await note(visit))[1];
      });
      await visit.console();
      await underPolicy(visit, given, files, async (page) => {
        await visit.driver.get(page);
        assert.deepEqual(wrong(await findings(visit)), {}, given);
        assert.deepEqual((await visit.console()).filter((line) => !/eval/.test(line)), []);
      });
    }));
}

inBrowser("a strict policy with trusted types passes, and eval is not needed", { page: null, expected: [/eval|TrustedScript|TrustedString/] }, (visit) =>
  during(visit, {}, (files) =>
    underPolicy(visit, `default-src 'none'; img-src 'self'; script-src 'self' ${files} 'wasm-unsafe-eval'; connect-src ${files}; require-trusted-types-for 'script'`, files, async (page) => {
      await visit.driver.get(page);
      const found = await findings(visit);
      assert.deepEqual(wrong(found), {});
      assert.deepEqual(found.evaluation, ["note", "refused"]);
    })));

for (const [query, seen, words] of [
  ["without=tag", { tag: ["fail", "noTag"] }, null],
  ["without=script", { tag: ["fail", "noScript"] }, null],
  ["old=natives", { natives: ["warn", "changed"] }, /Array\.from, Element\.prototype\.remove, Function\.prototype\.bind/],
  ["old=json", { natives: ["fail", "json"] }, /Array\.prototype\.toJSON/],
  ["translated", { translator: ["warn", "active"] }, null],
]) {
  inBrowser(`found on a host's page: ${query}`, { page: null }, (visit) =>
    during(visit, {}, async (address) => {
      await visit.driver.get(`${address}/pages/doctor.html?${query}`);
      const found = wrong(await findings(visit));
      // What broken JSON does to the self-check itself is tested elsewhere.
      if (query === "old=json") delete found.start;
      assert.deepEqual(found, seen);
      if (words) assert.match(await rowText(visit, Object.values(seen)[0][1]), words);
    }));
}

// --- What is wrong with the snippet. The doctor's own trial must not make it work.

/** A page of the host with this in its body, as `pages/host.html`. */
const hostPage = (body, more = {}) => (answer) => {
  if (answer.name !== "pages/host.html") return;
  const html = typeof body === "string" ? `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><body>${body}</body></html>` : body;
  Object.assign(answer, { status: 200, headers: { "content-type": "text/html; charset=utf-8", ...more }, body: html });
};
const LOADER = '<script type="module" src="/readiness-check.js"></script>';
const CLASSIC = '<script src="/readiness-check.js"></script>';
const DOCTOR = '<script src="/doctor.js"></script>';
const isUsed = (visit) => visit.run(() => customElements.get("readiness-check") !== undefined);

const notAModule = /Cannot use 'import\.meta'|Unexpected token|Failed to find a valid digest|Failed to load|blocked/;
for (const [what, body, seen, words] of [
  ["a script without its type", `${CLASSIC}<readiness-check></readiness-check>`, { tag: ["fail", "noModule"] }, /<script type="module" src="\/readiness-check\.js"><\/script>/],
  ["a type that an optimiser changed", `<script type="4f2a-module" src="/readiness-check.js?v=1"></script><readiness-check></readiness-check>`, { tag: ["fail", "noModule"] }, /4f2a-module/],
  ["another type", `<script type="text/javascript" src="readiness-check.js"></script><readiness-check></readiness-check>`, { tag: ["fail", "noModule"] }, /text\/javascript/],
  ["a script that an optimiser delays", `<script type="module" data-src="/readiness-check.js"></script><readiness-check></readiness-check>`, { tag: ["fail", "noScript"] }, null],
  ["a digest of other files", `<script type="module" src="/readiness-check.js" integrity="sha384-${"A".repeat(64)}" crossorigin="anonymous"></script><readiness-check></readiness-check>`, { own: ["fail", "integrity"] }, null],
  ["a script at a wrong address", `<script type="module" src="/gone/readiness-check.js"></script><readiness-check></readiness-check>`, { own: ["fail", "missing"] }, /404/],
]) {
  inBrowser(`found in the snippet: ${what}; and the page's tag still does not work`, { page: null, expected: [notAModule] }, (visit) =>
    during(visit, { spoil: hostPage(body + DOCTOR) }, async (address) => {
      await visit.driver.get(`${address}/pages/host.html`);
      const found = await findings(visit);
      assert.deepEqual(wrong(found), seen);
      assert.deepEqual(found.start, ["pass", "ok"], "the files themselves are well");
      if (words) assert.match(await rowText(visit, Object.values(seen)[0][1]), words);
      assert.equal(await isUsed(visit), false);
    }));
}

inBrowser("a self-check that runs passes, below the view too; one that fails by itself is a finding", { page: null, expected: [/not-found|Failed to load/] }, (visit) =>
  during(visit, { spoil: hostPage(`${LOADER}<div style="height: 5000px"></div><readiness-check storage="none"></readiness-check><p>After it</p>${DOCTOR}`) }, async (address) => {
    await visit.driver.get(`${address}/pages/host.html`);
    const found = await findings(visit);
    assert.deepEqual([found.tag, found.own], [["pass", "ok"], ["pass", "ok"]]);
    assert.deepEqual(wrong(found), {});
    await during(visit, { spoil: hostPage(`${LOADER}<readiness-check storage="none" standard="/gone.json"></readiness-check><p>After it</p>${DOCTOR}`) }, async (other) => {
      await visit.driver.get(`${other}/pages/host.html`);
      assert.deepEqual(wrong(await findings(visit)), { own: ["fail", "failed"] });
      assert.match(await rowText(visit, "failed"), /gone\.json/);
    });
  }));

for (const [what, body, seen] of [
  ["a tag closed in itself", `${LOADER}<readiness-check lang="en" /><footer>The rest</footer>`, "readiness-check"],
  ["a tag closed in itself, with plain text after it", `${LOADER}<div><readiness-check lang=en /><p>The rest</p></div>`, "readiness-check"],
  ["a tag that is not closed", `${LOADER}<readiness-check lang="en"><p>The rest</p>`, "readiness-check"],
  ["a script closed in itself", `<script type="module" src="/readiness-check.js" /><readiness-check></readiness-check><script></script>`, "script"],
  ["a frame closed in itself", `<iframe title="x" src="/frame.html?lang=en" /><p>The rest</p>`, "iframe"],
  ["nothing: words as the last thing of a box", `${LOADER}<div><readiness-check lang="en"><p>Words</p><form></form></readiness-check></div>`, null],
  ["nothing: tags in comments, scripts and boxes for text", `${LOADER}<!-- <readiness-check/> --><textarea><readiness-check/></textarea><script>"<readiness-check>"</script><div><readiness-check lang="en"><p>Words</p></readiness-check></div>`, null],
]) {
  inBrowser(`found in the source of a page: ${what}`, { page: null, expected: [/Unexpected/] }, (visit) =>
    during(visit, { spoil: hostPage(body) }, async (address) => {
      await visit.driver.get(`${address}/doctor.html?lang=en&page=${encodeURIComponent(`${address}/pages/host.html`)}`);
      const found = await findings(visit);
      assert.deepEqual(found.closing, seen ? ["fail", "unclosed"] : ["pass", "ok"]);
      if (seen) assert.match(await rowText(visit, "unclosed"), new RegExp(`<${seen} \\.\\.\\.></${seen}>`));
      else assert.deepEqual(wrong(found), {});
    }));
  // A script or frame that is not closed takes the doctor's line with it.
  if (/script|frame closed/.test(what) && seen) continue;
  inBrowser(`found on the page itself: ${what}`, { page: null }, (visit) =>
    during(visit, { spoil: hostPage(seen ? body + DOCTOR : body) }, async (address) => {
      await visit.driver.get(`${address}/pages/host.html`);
      if (!seen) await callDoctor(visit);
      assert.deepEqual((await findings(visit)).closing, seen ? ["fail", "unclosed"] : undefined);
    }));
}

for (const [what, body, headers, seen] of [
  ["nothing wrong", `${LOADER}<readiness-check></readiness-check>`, {}, {}],
  ["no tag", LOADER, {}, { tag: ["fail", "noTag"] }],
  ["no module", `${CLASSIC}<readiness-check></readiness-check>`, {}, { tag: ["fail", "noModule"] }],
  ["a frame with its script", `<iframe src="/frame.html?lang=en"></iframe><script src="/frame-host.js"></script>`, {}, {}],
  ["a frame without .html", `<iframe src="/frame?lang=en"></iframe><script src="/frame-host.js"></script>`, {}, {}],
  ["a policy that allows all that is needed", `${LOADER}<readiness-check></readiness-check>`, { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src http://127.0.0.1:*" }, {}],
  ["a policy without connections", `${LOADER}<readiness-check></readiness-check>`, { "content-security-policy": "script-src * 'unsafe-eval'; connect-src https://example.org" }, { pagePolicy: ["fail", "lacks"] }],
  ["a policy without WebAssembly", `${LOADER}<readiness-check></readiness-check>`, { "content-security-policy": "default-src 'self'" }, { pagePolicy: ["warn", "slow"] }],
  ["a policy in the page against its frame", `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'"><iframe src="/frame.html"></iframe><script src="/frame-host.js"></script>`, {}, { pagePolicy: ["fail", "lacks"] }],
]) {
  inBrowser(`the address of a page that embeds it: ${what}`, { page: null, expected: [failed] }, (visit) =>
    during(visit, { spoil: hostPage(body, headers) }, async (address) => {
      await visit.driver.get(`${address}/doctor.html?lang=en`);
      await findings(visit);
      await visit.run((_, text) => {
        document.getElementById("doctor-page").value = text;
        document.querySelector("form.ask button").click();
      }, ` ${address}/pages/host.html#top `);
      const found = await findings(visit);
      assert.deepEqual(wrong(found), seen);
      assert.deepEqual(found.page, ["pass", "ok"]);
    }));
}

inBrowser("a page of another site cannot be read: the doctor says what to run; one that is not there is a finding", { page: null, expected: [failed] }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/doctor.html?lang=en&page=${encodeURIComponent("https://example.org/a.html")}`);
    const found = await findings(visit);
    assert.deepEqual([found.page, wrong(found)], [["note", "elsewhere"], {}]);
    assert.match(await rowText(visit, "elsewhere"), new RegExp(`<script src="${address}/doctor.js"></script>\\s+cargo xtask embed-check https://example.org/a.html`));
    await visit.driver.get(`${address}/doctor.html?lang=en&page=${encodeURIComponent(`${address}/gone.html`)}`);
    assert.deepEqual(wrong(await findings(visit)), { page: ["fail", "missing"] });
    await visit.run(() => {
      document.getElementById("doctor-page").value = "my page";
      document.querySelector("form.ask button").click();
    });
    assert.match(await visit.run(() => document.getElementById("doctor-summary").textContent), /no address of a page/);
    assert.equal(await visit.run(() => document.activeElement.id), "doctor-page");
  }));

inBrowser("what is typed while the doctor runs stays, and so does the focus", { page: null }, async (visit) => {
  const held = [];
  // The list is sent when the test has typed.
  const slow = (answer) => (answer.name === "readiness-check.files.json" ? new Promise((done) => held.push(done)) : null);
  await during(visit, { spoil: slow }, async (address) => {
    await visit.driver.get(`${address}/doctor.html?lang=en`);
    await visit.until("the doctor runs", () => document.getElementById("doctor-summary")?.dataset.running === "true" && document.querySelector("tr[data-check]") !== null);
    await visit.run(() => document.getElementById("doctor-page").focus());
    await visit.press("http://ho");
    await visit.driver.wait(() => held.length > 0, 15_000, "the list is asked for");
    held.forEach((done) => done());
    await findings(visit);
    await visit.press("st/");
    assert.deepEqual(await visit.run(() => [document.activeElement.id, document.activeElement.value]), ["doctor-page", "http://host/"]);
    await visit.run(() => document.getElementById("doctor-lang").click());
    assert.equal(await visit.run(() => document.getElementById("doctor-page").value), "http://host/");
  });
});

/** A page with one frame and its host's script, which notes that the frame has spoken. */
const framed = (src, more = "") => hostPage(`<script>addEventListener("message", () => { window.spoken = true; });</script>
<iframe title="x" width="900" height="600" src="${src}" ${more}></iframe><script src="/frame-host.js"></script>`);
for (const [what, src, more, seen] of [
  ["one that answers", "/frame.html?lang=en", "", {}],
  ["one behind a redirect to another origin", "/far/frame.html", "", { frames: ["warn", "elsewhere"] }],
  ["one under another name", "/self-check?lang=en", "", { frames: ["warn", "unmarked"] }],
  ["one under another name with the mark", "/self-check?lang=en", "data-readiness-check", {}],
]) {
  inBrowser(`frames on a host's page: ${what}`, { page: null, expected: [/keeps its height/] }, async (visit) => {
    const page = await readFile(path.join(process.env.DIST, "frame.html"));
    const spoil = (answer) => {
      framed(src, more)(answer);
      if (answer.name === "self-check") Object.assign(answer, { status: 200, headers: { "content-type": "text/html" }, body: page });
      if (answer.name === "far/frame.html") Object.assign(answer, { status: 302, headers: { location: `${elsewhere.address}/frame.html?lang=en` }, body: "" });
    };
    await during(visit, { spoil }, async (address) => {
      await visit.driver.get(`${address}/pages/host.html`);
      // The doctor asks it again, and waits only for a while.
      await visit.until("the frame has spoken", () => window.spoken);
      await callDoctor(visit);
      const found = await findings(visit);
      assert.deepEqual(wrong(found), seen);
      if (!Object.keys(seen).length) assert.deepEqual(found.frames, ["pass", "ok"]);
    });
  });
}

/** A server that names no charset, as nginx and Apache are when they are installed. */
const nameless = (act) => (answer) => {
  act(answer);
  if (answer.headers["content-type"]) answer.headers["content-type"] = answer.headers["content-type"].replace(/;\s*charset=.*/, "");
};
inBrowser("on a page in GBK, from a server that names no charset, the doctor can be read", { page: null }, (visit) => {
  const body = Buffer.from(`<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>x</title><link rel="icon" href="data:,"><body>${LOADER}<readiness-check storage="none"></readiness-check><p></p>${DOCTOR}</body></html>`);
  return during(visit, { spoil: nameless(hostPage(body)) }, async (address) => {
    await visit.driver.get(`${address}/pages/host.html`);
    await findings(visit);
    assert.equal(await visit.run(() => document.characterSet), "GBK");
    assert.match(await visit.run(() => document.querySelector("#readiness-doctor").innerText), /^网页诊断[^]*检查服务器和网页上有什么妨碍/);
  });
});

test("every classic script of ours is ASCII, so that no page's charset can garble it", async () => {
  const names = (await readdir(process.env.DIST)).filter((name) => /^(doctor.*|frame.*|page.*|customiser.*|readiness-check\.nomodule)\.js$/.test(name));
  assert.ok(names.length >= 13, names.join());
  for (const name of names) assert.doesNotMatch(await readFile(path.join(process.env.DIST, name), "latin1"), /[^\x00-\x7f]/, name);
});

const noStorage = () => {
  for (const kind of ["localStorage", "sessionStorage"]) Object.defineProperty(window, kind, { get() { throw new DOMException("refused", "SecurityError"); } });
};
inBrowser("found: storage that is blocked", { page: null, before: noStorage }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/doctor.html`);
    assert.deepEqual(wrong(await findings(visit)), { storage: ["warn", "blocked"] });
  }));

const oldBrowser = () => {
  delete window.CSS;
  delete Document.prototype.adoptedStyleSheets;
};
inBrowser("what a browser lacks is named", { page: null, before: oldBrowser }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/doctor.html?lang=en`);
    const found = await findings(visit);
    assert.deepEqual(found.browser, ["note", "lesser"]);
    assert.match(await rowText(visit, "lesser"), /adoptedStyleSheets, container queries/);
  }));

inBrowser("a browser without WebAssembly and a policy that refuses it are different findings", { page: null, before: () => { delete window.WebAssembly; }, expected: [failed] }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/doctor.html`);
    assert.deepEqual((await findings(visit)).wasm, ["warn", "absent"]);
  }));

inBrowser("the note can be copied, and its text is selected where copying is refused", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/doctor.html?lang=en`);
    await findings(visit);
    await visit.run(() => { document.execCommand = () => false; });
    await visit.run(() => document.getElementById("doctor-copy").click());
    assert.match(await visit.run(() => document.querySelector(".actions [role=status]").textContent), /Ctrl\+C/);
    assert.deepEqual(await visit.run(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      return [selectionStart, selectionEnd === value.length];
    }), [0, true]);
  }));

inBrowser("every sentence exists in both languages, with every placeholder filled", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.driver.get(`${address}/doctor.html`);
    const texts = await visit.run(() => {
      const found = [];
      const walk = (node, path) => {
        if (node["zh-CN"] !== undefined || node.en !== undefined) found.push([path, node["zh-CN"] ?? "", node.en ?? ""]);
        else for (const [key, inner] of Object.entries(node)) walk(inner, `${path}/${key}`);
      };
      walk(window.readinessDoctor.words, "");
      return found;
    });
    assert.ok(texts.length > 60);
    const blanks = (text) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
    for (const [path, zh, en] of texts) {
      assert.ok(zh && en, path);
      assert.deepEqual(blanks(zh), blanks(en), path);
      if (!/name$|compatible|columns|other/.test(path)) assert.match(zh, /\p{Script=Han}/u, path);
    }
  }));
