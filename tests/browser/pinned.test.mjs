// The pinned snippet names the digest of the loader, and the loader those of all other files: none that was changed is used.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { choice, field, inBrowser } from "./browser.mjs";
import { during } from "./server.mjs";

const digest = `sha384-${createHash("sha384").update(await readFile(path.join(process.env.DIST, "readiness-check.js"))).digest("base64")}`;
const pinned = (answer) => {
  if (!answer.name.startsWith("pages/")) return;
  answer.body = String(answer.body).replace('<script type="module"', `<script type="module" integrity="${digest}" crossorigin="anonymous"`);
};
const of = (ending, answer) => answer.name.endsWith(ending) && /-[0-9a-f]{12}\./.test(answer.name);
/** Bytes of a file that still works. */
const changed = {
  ".element.js": (body) => `globalThis.changed = true;${body}`,
  ".glue.js": (body) => `globalThis.changed = true;${body}`,
  // A section of its own that says nothing.
  ".wasm": (body) => Buffer.concat([body, Buffer.of(0, 2, 1, 120)]),
  ".en.json": (body) => `${body} `,
};
const before = () => {
  window.heard = [];
  document.addEventListener("readiness-error", ({ detail }) => window.heard.push(detail.code));
};

for (const ending of Object.keys(changed)) {
  inBrowser(`pinned: a changed ${ending} is refused, and the right one taken`, { page: null, before, expected: [/./] }, async (visit) => {
    let spoilt = true;
    const spoil = (answer) => {
      pinned(answer);
      if (spoilt && of(ending, answer)) answer.body = changed[ending](answer.body);
    };
    await during(visit, { compressed: false, spoil }, async (address) => {
      await visit.driver.get(`${address}/pages/english.html`);
      await visit.until("the visitor is told", ({ one }) => /damaged-file/.test(one("[role=alert]")?.textContent));
      assert.deepEqual(await visit.run(() => [window.heard, window.changed]), [["damaged-file"], null]);
      spoilt = false;
      await visit.clickText("Try again");
      await visit.shown();
    });
  });
}

inBrowser("not pinned: changed scripts run, as the snippet says", { page: null }, async (visit) => {
  const spoil = (answer) => {
    if (of(".element.js", answer)) answer.body = changed[".element.js"](answer.body);
  };
  await during(visit, { compressed: false, spoil }, async (address) => {
    await visit.driver.get(`${address}/pages/english.html`);
    await visit.shown();
    assert.equal(await visit.run(() => window.changed), true);
  });
});

for (const page of ["english", "strict"]) {
  inBrowser(`pinned: it runs, and again after a fault: ${page}`, {
    page: null,
    expected: [/Uncaught RuntimeError/, /the engine stopped/, /engine-stopped/],
    before: () => {
      // No module is made ready ahead: the instance that was made last is the one that shows the widget.
      window.requestIdleCallback = (act, { timeout }) => (timeout ? window.setTimeout(act) : 0);
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = async (module, imports) => {
        const instance = await instantiate(module, imports);
        window.memory = instance.exports.memory;
        return instance;
      };
    },
  }, async (visit) => {
    await during(visit, { spoil: pinned, compressed: false }, async (address) => {
      await visit.driver.get(`${address}/pages/${page}.html`);
      await visit.shown();
      await visit.begin();
      await visit.type(field("equipment-kinds"), "8");
      // In one task: what the widget does by itself may trap before the click.
      await visit.run(({ one }, s) => {
        new Uint8Array(window.memory.buffer).fill(0xff);
        one(s).click();
      }, choice("software-copyrights", "unknown"));
      await visit.click("[role=alert] button");
      await visit.shown();
      await visit.until("the answer is there", ({ one }, s) => one(s)?.value === "8", field("equipment-kinds"));
    });
  });
}
