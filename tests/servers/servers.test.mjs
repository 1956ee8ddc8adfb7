// The shipped configuration in real servers: types, compressed files, caching, other origins, load, and a browser.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { inBrowser } from "../browser/browser.mjs";
import { start } from "./servers.mjs";

const { DIST } = process.env;
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
};
const HASHED = /-[0-9a-f]{12}\./;
const names = (await readdir(DIST, { withFileTypes: true })).filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name)).map(({ name }) => name);
const compressed = new Set((await readdir(DIST)).filter((name) => /\.(br|gz)$/.test(name)));

/**
 * One request with all that the server sent, undecoded. A server may close a connection that was kept while the next
 * request is on its way; browsers then ask again, and so is done here.
 */
function ask(url, headers = {}, agent) {
  return new Promise((done, failed) => {
    const request = get(url, { headers, agent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
      answer.on("error", failed);
    });
    request.on("error", (cause) => {
      if (request.reusedSocket && cause.code === "ECONNRESET") done(ask(url, headers, agent));
      else failed(cause);
    });
  });
}

for (const [name, kind, options, codings] of [
  ["nginx as shipped", "nginx", {}, ["gzip"]],
  ["nginx with its brotli module", "nginx", { brotli: true }, ["gzip", "br"]],
  ["Apache with .htaccess", "apache", { htaccess: true }, ["gzip", "br"]],
  ["Apache with <Directory>", "apache", {}, ["gzip", "br"]],
]) {
  describe(name, () => {
    let server;
    before(async () => { server = await start(kind, options); });
    after(() => server?.stop());

    test("every file has its type and content, and is cached as its name allows", async () => {
      assert.ok(names.length > 10);
      for (const file of names) {
        const { status, headers, body } = await ask(server.address + file);
        assert.equal(status, 200, file);
        assert.equal(headers["content-type"].toLowerCase(), TYPES[path.extname(file)], file);
        assert.equal(headers["content-encoding"], undefined, file);
        assert.deepEqual(body, await readFile(path.join(DIST, file)), file);
        assert.equal(headers["cache-control"], HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache", file);
        assert.equal(headers["access-control-allow-origin"], "*", file);
        assert.equal(headers["x-content-type-options"], "nosniff", file);
      }
    });

    for (const coding of codings) {
      test(`the compressed files are sent as ${coding}, with the type of their content`, async () => {
        let sent = 0;
        for (const file of names) {
          const ending = coding === "br" ? ".br" : ".gz";
          const { status, headers, body } = await ask(server.address + file, { "accept-encoding": coding === "br" ? "gzip, deflate, br" : "gzip" });
          assert.equal(status, 200, file);
          assert.match(headers["content-type"].toLowerCase(), new RegExp(`^${TYPES[path.extname(file)].split(";")[0]}`), file);
          if (!compressed.has(file + ending)) continue;
          sent += 1;
          assert.equal(headers["content-encoding"], coding, file);
          assert.match(headers.vary ?? "", /accept-encoding/i, file);
          assert.equal(headers["cache-control"], HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache", file);
          assert.equal(headers["access-control-allow-origin"], "*", file);
          const plain = (coding === "br" ? brotliDecompressSync : gunzipSync)(body);
          assert.deepEqual(plain, await readFile(path.join(DIST, file)), file);
        }
        assert.ok(sent > 5, `${sent} files`);
      });
    }

    test("the folder shows its page, and a 404 is not cached", async () => {
      const page = await ask(server.address);
      assert.equal(page.status, 200);
      assert.deepEqual(page.body, await readFile(path.join(DIST, "index.html")));
      const gone = await ask(`${server.address}readiness-check-000000000000.wasm`);
      assert.equal(gone.status, 404);
      assert.doesNotMatch(gone.headers["cache-control"] ?? "", /immutable/);
      assert.equal(gone.headers["access-control-allow-origin"], "*", "another site can tell that it is not there");
    });

    test("3000 requests over 32 connections, and not one error", async () => {
      const earlier = (await server.said()).length;
      const agent = new Agent({ keepAlive: true, maxSockets: 32 });
      const files = names.filter((file) => !/licences/.test(file));
      const sizes = new Map();
      let asked = 0;
      const visitor = async () => {
        while (asked < 3000) {
          const file = files[asked++ % files.length];
          const { status, body } = await ask(server.address + file, { "accept-encoding": "gzip" }, agent);
          assert.equal(status, 200, file);
          assert.equal(body.length, sizes.get(file) ?? body.length, file);
          sizes.set(file, body.length);
        }
      };
      await Promise.all(Array.from({ length: 32 }, visitor));
      agent.destroy();
      assert.equal(sizes.size, files.length);
      assert.equal((await server.said()).slice(earlier), "", "nor a word in the server's log");
    });

    inBrowser("the self-check runs there, in a sandboxed frame too, and the doctor finds nothing to fix", { page: null }, async (visit) => {
      await visit.driver.get(`${server.address}index.html`);
      await visit.shown();
      await visit.driver.get(`${server.address}doctor.html?lang=en`);
      await visit.until("the doctor has ended", () => document.getElementById("doctor-summary")?.dataset.running === "false");
      const wrong = await visit.run(() => [...document.querySelectorAll("tr[data-state=fail], tr[data-state=warn]")].map((row) => row.innerText));
      assert.deepEqual(wrong, []);
      await visit.run(() => {
        const frame = document.createElement("iframe");
        frame.setAttribute("sandbox", "allow-scripts");
        frame.src = "frame.html";
        document.body.prepend(frame);
      });
      await visit.enterFrame();
    });
  });
}
