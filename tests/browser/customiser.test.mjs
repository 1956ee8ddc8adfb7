// The customiser: its snippets are pasted into a page of another origin, and work.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import axe from "axe-core";
import { inBrowser } from "./browser.mjs";
import { during } from "./server.mjs";

const valueOf = (visit, id) => visit.run((_, id) => document.getElementById(id).value, id);
const choose = (visit, id, value) => visit.run((_, id, value) => {
  const field = document.getElementById(id);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}, id, value);
const textOf = (visit, selector) => visit.run((_, selector) => document.querySelector(selector).innerText, selector);

/** Opens a page of another origin whose body is `snippet`, under `policy` if there is one. */
function pasted(visit, snippet, act, policy = null) {
  return during(visit, { spoil: (answer) => {
    if (answer.name !== "pages/pasted.html") return;
    const headers = { "content-type": "text/html; charset=utf-8", ...(policy && { "content-security-policy": policy }) };
    Object.assign(answer, { status: 200, headers, body: `<!doctype html><html lang="zh-CN"><title>Host</title><link rel="icon" href="data:,"><body>${snippet}</body></html>` });
  } }, async (host) => {
    await visit.driver.get(`${host}/pages/pasted.html`);
    await act();
  });
}

const open = async (visit, address, query = "") => {
  await visit.driver.get(`${address}/index.html${query}`);
  await visit.shown();
};

inBrowser("the preview and the snippets follow the options", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address);
    assert.match(await valueOf(visit, "channel"), new RegExp(`^<script type="module" src="${address}/readiness-check.js"></script>\n<readiness-check>\n`));
    await choose(visit, "lang", "en");
    await visit.until("the preview speaks English", ({ one }) => one(".widget").lang === "en");
    await choose(visit, "theme", "dark");
    await choose(visit, "storage", "session");
    await choose(visit, "storage-key", 'a "b" & <c>');
    assert.match(await valueOf(visit, "channel"), /<readiness-check lang="en" storage="session" storage-key="a &quot;b&quot; &amp; &lt;c>" theme="dark">/);
    assert.match(await valueOf(visit, "channel"), /needs a current browser/);
    assert.match(await valueOf(visit, "frame"), /frame\.html\?lang=en&amp;storage=session&amp;storage-key=a\+%22b%22\+%26\+%3Cc%3E&amp;theme=dark"/);
    assert.equal(await visit.run(({ element }) => element.getAttribute("storage-key")), 'a "b" & <c>');
    assert.equal(await visit.run(({ root }) => root.querySelector(".mount").dataset.theme), "dark");
    assert.match(await valueOf(visit, "privacy-en"), /sessionStorage/);
    await choose(visit, "storage", "none");
    assert.match(await valueOf(visit, "privacy-zh"), /答案不保存/);
    await choose(visit, "width", "360");
    assert.equal(await visit.run(({ element }) => Math.round(element.getBoundingClientRect().width)), 360);
  }));

inBrowser("a main colour appears in the snippets and in the preview; what is no colour does not", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address);
    await choose(visit, "theme", "light");
    const ground = () => visit.run(({ one }) => getComputedStyle(one(".mount")).getPropertyValue("--accent"));
    const own = await ground();
    await choose(visit, "accent", " #c00 ");
    assert.match(await valueOf(visit, "channel"), /<readiness-check theme="light" style="--readiness-check-accent: #c00">/);
    assert.match(await valueOf(visit, "frame"), /frame\.html\?theme=light&amp;accent=%23c00"/);
    assert.equal(await ground(), "rgb(204, 0, 0)");
    await choose(visit, "accent", '#c00"><script>');
    assert.equal(await visit.run(() => document.getElementById("accent").getAttribute("aria-invalid")), "true");
    assert.doesNotMatch(await valueOf(visit, "channel"), /style=|c00/);
    assert.equal(await ground(), own);
    await choose(visit, "accent", "");
    assert.equal(await visit.run(() => document.getElementById("accent").getAttribute("aria-invalid")), "false");
    await visit.driver.get(`${address}/frame.html?lang=en&theme=light&accent=%23c00`);
    await visit.shown();
    assert.equal(await ground(), "rgb(204, 0, 0)");
  }));

inBrowser("the page shows one language at a time, and both say the same", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    for (const name of ["index.html", "versions.html"]) {
      await visit.driver.get(`${address}/${name}`);
      const count = () => visit.run(() => {
        const seen = (lang) => [...document.querySelectorAll(`main [lang="${lang}"]`)].filter((found) => !found.closest("readiness-check, button[lang]") && found.checkVisibility()).length;
        return [seen("zh-CN"), seen("en")];
      });
      const [zh, none] = await count();
      assert.ok(zh > 15 && none === 0, `${name}: ${zh}, ${none}`);
      await visit.run(() => document.getElementById("switch").click());
      assert.deepEqual(await count(), [0, zh], name);
      assert.equal(await visit.run(() => document.documentElement.lang), "en");
      assert.ok(await visit.run(() => [...document.querySelectorAll("a[href*='.html']")].every((link) => link.search === "?lang=en")), "links keep the language");
    }
    await open(visit, address, "?lang=en");
    assert.equal(await visit.run(({ one }) => one(".widget").lang), "en", "the preview follows the page");
    assert.match(await textOf(visit, "#build"), /^Engine \d+\.\d+\.\d+, build [0-9a-f]{12}$/);
  }));

inBrowser("the snippets work where they are pasted, under the policy that the page gives and nothing more", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address, "?lang=en");
    await choose(visit, "lang", "en");
    const [channel, pinned, csp] = [await valueOf(visit, "channel"), await valueOf(visit, "pinned"), await valueOf(visit, "csp")];
    assert.match(pinned, /integrity="sha384-[A-Za-z0-9+/]{64}" crossorigin="anonymous"/);
    const policy = `default-src 'none'; img-src data:; ${csp.replaceAll("\n", "; ")}`;
    for (const snippet of [channel, pinned]) {
      await pasted(visit, snippet, async () => {
        await visit.shown();
        assert.equal(await visit.run(({ one }) => one(".widget").lang), "en");
      }, policy);
    }
  }));

const refused = [/integrity/, /Failed to load resource/];
inBrowser("when the loader changes, the pinned snippet refuses it and the other one follows", { page: null, expected: refused }, async (visit) => {
  let snippets;
  const changed = (answer) => {
    if (answer.name !== "readiness-check.js" || !changed.on) return;
    answer.body = Buffer.concat([answer.body, Buffer.from("\n")]);
  };
  await during(visit, { spoil: changed, compressed: false }, async (address) => {
    await open(visit, address);
    snippets = [await valueOf(visit, "channel"), await valueOf(visit, "pinned")];
    changed.on = true;
    await pasted(visit, snippets[0], () => visit.shown());
    await pasted(visit, snippets[1], async () => {
      await visit.until("the page is loaded", () => document.readyState === "complete");
      assert.equal(await visit.run(() => customElements.get("readiness-check") === undefined), true);
      assert.match(await visit.run(() => document.body.innerText), /较新的浏览器/, "the children stay");
    });
  });
});

inBrowser("the frame's snippets work where they are pasted", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address);
    await choose(visit, "theme", "light");
    const [frame, fixed, policy] = [await valueOf(visit, "frame"), await valueOf(visit, "frame-fixed"), await valueOf(visit, "csp-frame")];
    assert.equal(frame.split("\n").length, 2, "two lines");
    const inside = () => visit.run(() => document.querySelector("readiness-check").shadowRoot.querySelector(".mount").dataset.theme);
    await pasted(visit, frame, async () => {
      await visit.driver.wait(() => visit.run(() => {
        const { style } = document.querySelector("iframe");
        return style.height !== "" && style.height !== "900px";
      }), 15_000, "waited in vain until the frame has its height", 25);
    }, `default-src 'none'; img-src data:; style-src 'none'; script-src ${address}; ${policy}`);
    await pasted(visit, fixed, async () => {
      await visit.driver.switchTo().frame(0);
      await visit.shown();
      assert.equal(await inside(), "light");
      await visit.driver.switchTo().defaultContent();
      assert.equal(await visit.run(() => document.querySelector("iframe").clientHeight), 900);
    }, `default-src 'none'; img-src data:; ${policy}`);
  }));

inBrowser("the server's settings are those that the tests run, and say whether they were tried", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address, "?lang=en");
    for (const [name, words] of [["nginx", /runs in the project's tests/], ["apache", /runs in the project's tests/], ["iis", /not tried/], ["tomcat", /not tried/]]) {
      await choose(visit, "server-name", name);
      const wanted = (await readFile(new URL(`../../www/server/${name}.txt`, import.meta.url), "utf8"));
      await visit.until(`${name} is shown`, (_, start) => document.getElementById("server-text").value.startsWith(start), wanted.slice(0, 120));
      assert.equal(await valueOf(visit, "server-text"), wanted);
      assert.match(await textOf(visit, "#server-tried"), words);
      if (wanted.startsWith("<?xml")) {
        const fault = await visit.run((_, xml) => new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent ?? null, wanted);
        assert.equal(fault, null, name);
      }
    }
  }));

inBrowser("the copy button copies the snippet; where the clipboard is refused, the text is selected", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address, "?lang=en");
    const copy = () => visit.run(() => document.querySelector('[data-copies="pinned"]').click());
    const told = () => visit.until("it is told", () => document.querySelector('[data-copies="pinned"]').parentNode.querySelector("[role=status]").textContent);
    await visit.run(() => {
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text) => { window.taken = text; return Promise.resolve(); } } });
    });
    await copy();
    assert.equal(await told(), "Copied");
    assert.equal(await visit.run(() => window.taken), await valueOf(visit, "pinned"));
    await visit.run(() => {
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
      document.execCommand = () => false;
      for (const status of document.querySelectorAll(".snippet [role=status]")) status.textContent = "";
    });
    await copy();
    assert.match(await told(), /Ctrl\+C/);
    assert.deepEqual(await visit.run(() => [document.activeElement.id, document.activeElement.selectionEnd === document.activeElement.value.length]), ["pinned", true]);
  }));

inBrowser("an invalid address changes nothing and is marked", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address);
    for (const bad of ["", "example.org/x", "ftp://example.org/", "javascript:alert(1)"]) {
      await choose(visit, "base", bad);
      assert.equal(await visit.run(() => document.getElementById("base").getAttribute("aria-invalid")), "true", bad);
      assert.ok((await valueOf(visit, "channel")).includes(address), bad);
    }
    await choose(visit, "base", " https://example.org/tools/index.html?x#y ");
    assert.ok((await valueOf(visit, "channel")).includes('src="https://example.org/tools/readiness-check.js"'));
    assert.equal(await valueOf(visit, "csp"), "script-src https://example.org 'wasm-unsafe-eval'\nconnect-src https://example.org");
  }));

for (const lang of ["zh-CN", "en"]) {
  for (const scheme of ["light", "dark"]) {
    inBrowser(`the pages in ${lang}, ${scheme}: no violation, nothing scrolls sideways`, { page: null }, (visit) =>
      during(visit, {}, async (address) => {
        await visit.media({ "prefers-color-scheme": scheme });
        for (const name of ["index.html", "doctor.html", "versions.html"]) {
          await visit.driver.get(`${address}/${name}?lang=${lang}`);
          if (name === "index.html") await visit.shown();
          if (name === "doctor.html") await visit.until("the doctor has ended", () => document.getElementById("doctor-summary")?.dataset.running === "false");
          await visit.run(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
          await visit.driver.executeScript(axe.source);
          const found = await visit.driver.executeAsyncScript((done) =>
            axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) =>
              done(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`))));
          assert.deepEqual(found, [], name);
          for (const width of [320, 360, 640, 1280, 1600]) {
            await visit.resize(width);
            assert.equal(await visit.run(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false, `${name} at ${width}`);
            // A column of single letters would not scroll either.
            const thin = await visit.run(() => [...document.querySelectorAll("main td, main th, main p, main li, .snippet textarea")]
              .filter((found) => found.checkVisibility() && found.textContent.trim().length > 8 && found.getBoundingClientRect().width < 60 && !found.closest("thead"))
              .map((found) => found.textContent.slice(0, 40)));
            assert.deepEqual(thin, [], `${name} at ${width}`);
            const cut = await visit.run(() => [...document.querySelectorAll(".snippet textarea:not(#server-text)")].filter((box) => box.scrollHeight > box.clientHeight + 1).map(({ id }) => id));
            if (name === "index.html") assert.deepEqual(cut, [], `${name} at ${width}`);
          }
          await visit.resize(1280);
        }
      }));
  }
}
