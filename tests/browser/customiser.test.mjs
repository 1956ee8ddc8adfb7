// The customiser, which is for web masters: what they see first, and its snippets, which are pasted into a page of another
// origin and work.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import axe from "axe-core";
import { BEGIN, Key, inBrowser } from "./browser.mjs";
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
    assert.match(await valueOf(visit, "channel"), /appears in a current browser/);
    assert.match(await valueOf(visit, "frame"), /frame\.html\?lang=en&amp;storage=session&amp;storage-key=a\+%22b%22\+%26\+%3Cc%3E&amp;theme=dark"/);
    assert.equal(await visit.run(({ element }) => element.getAttribute("storage-key")), 'a "b" & <c>');
    assert.equal(await visit.run(({ root }) => root.querySelector(".mount").dataset.theme), "dark");
    assert.match(await valueOf(visit, "privacy-en"), /sessionStorage/);
    for (const [id, value] of [["track", "process"], ["header", "compact"], ["sharing", "off"], ["contact", "经信局 0574-0000 0000"]]) await choose(visit, id, value);
    assert.match(await valueOf(visit, "channel"), / track="process" header="compact" sharing="off" contact="经信局 0574-0000 0000">/);
    assert.match(await valueOf(visit, "frame"), /theme=dark&amp;track=process&amp;header=compact"/, "the frame takes neither contact nor consent from its address");
    await visit.until("one track is offered", ({ one, element }) => one("footer").textContent.includes(element.getAttribute("contact")));
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
    const ready = () => visit.until("the page's script has run", () => document.getElementById("switch")?.hidden === false);
    for (const name of ["index.html", "versions.html"]) {
      await visit.driver.get(`${address}/${name}`);
      await ready();
      const count = () => visit.run(() => {
        const seen = (lang) => [...document.querySelectorAll(`main [lang="${lang}"]`)].filter((found) => !found.closest("readiness-check, button[lang]") && found.checkVisibility()).length;
        return [seen("zh-CN"), seen("en")];
      });
      const [zh, none] = await count();
      assert.ok(zh > 15 && none === 0, `${name}: ${zh}, ${none}`);
      const pressed = () => visit.run(() => [...document.querySelectorAll("#switch button")].map((button) => [button.textContent, button.getAttribute("aria-pressed")]));
      assert.deepEqual(await pressed(), [["中文", "true"], ["English", "false"]]);
      await visit.run(() => document.querySelector("#switch [lang=en]").click());
      assert.deepEqual(await count(), [0, zh], name);
      assert.equal(await visit.run(() => document.documentElement.lang), "en");
      await visit.refresh();
      await ready();
      assert.deepEqual([await count(), await pressed()], [[0, zh], [["中文", "false"], ["English", "true"]]], `${name}, loaded again`);
      assert.ok(await visit.run(() => [...document.querySelectorAll("a[href*='.html']:not([download])")].every((link) => link.search === "?lang=en")), "links keep the language");
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
      assert.match(await visit.run(() => document.body.innerText), /较新的浏览器[^]*readiness-check\.form\.html/, "the children stay");
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
    }, `default-src 'none'; img-src data:; style-src 'none'; ${policy.replaceAll("\n", "; ")}`);
    await pasted(visit, fixed, async () => {
      await visit.enterFrame();
      assert.equal(await inside(), "light");
      await visit.driver.switchTo().defaultContent();
      assert.equal(await visit.run(() => document.querySelector("iframe").clientHeight), 900);
    }, `default-src 'none'; img-src data:; ${policy.replaceAll("\n", "; ")}`);
  }));

inBrowser("the server's settings are those that the tests run, and say whether they were tried", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address, "?lang=en");
    for (const [name, words] of [["nginx", /runs in the project's tests/], ["apache", /runs in the project's tests/], ["iis", /have not tried/], ["tomcat", /tried by hand on Tomcat 10\.1/]]) {
      await choose(visit, "server-name", name);
      const wanted = (await readFile(new URL(`../../www/server/${name}.txt`, import.meta.url), "utf8"));
      await visit.until(`${name} is shown`, (_, start) => document.getElementById("server-text").value.startsWith(start), wanted.slice(0, 120));
      assert.equal(await valueOf(visit, "server-text"), wanted);
      assert.match(await textOf(visit, "#server-tried"), words);
      if (wanted.startsWith("<?xml")) {
        // Pages in GBK read what names no charset as GBK.
        for (const kind of ["text/html", "text/javascript", "text/css"]) assert.match(wanted, new RegExp(`${kind}; ?charset=utf-8`), `${name}: ${kind}`);
        const fault = await visit.run((_, xml) => new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent ?? null, wanted);
        assert.equal(fault, null, name);
      }
    }
  }));

inBrowser("the copy button copies the snippet; where the clipboard is refused, the text is selected", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address, "?lang=en");
    await visit.run(() => document.getElementById("tab-pinned").click());
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

// --- What a web master sees.

const boxOf = (visit, selector) => visit.run((_, selector) => {
  const { left, top, right, bottom, width, height } = document.querySelector(selector).getBoundingClientRect();
  return { left, top, right, bottom, width, height };
}, selector);

for (const [lang, title] of [["zh-CN", /^网站管理员/], ["en", /^For web masters/]]) {
  inBrowser(`the first screen in ${lang} is for the web master: snippet and options at the left, at the right a preview that keeps its height`, { page: null }, (visit) =>
    during(visit, {}, async (address) => {
      await open(visit, address, `?lang=${lang}`);
      for (const words of [await visit.driver.getTitle(), await textOf(visit, "h1")]) assert.match(words, title);
      const preview = await boxOf(visit, "#preview");
      for (const selector of ["#channel", '[data-copies="channel"]', "#base", "#lang", "#standard"]) {
        const box = await boxOf(visit, selector);
        assert.ok(box.top >= 0 && box.bottom <= 900, `${selector} is in the first screen: ${JSON.stringify(box)}`);
        assert.ok(box.right <= preview.left, `${selector} is left of the preview`);
      }
      assert.ok(preview.top < 300 && preview.bottom <= 900 && preview.width >= 600, JSON.stringify(preview));
      // By script: the driver scrolls the page, not the box in it.
      await visit.run(({ one }, begin) => one(begin).click(), BEGIN);
      await visit.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
      assert.equal((await boxOf(visit, "#preview")).height, preview.height, "whatever is in it");
      assert.ok(await visit.run(() => document.querySelector("#preview").scrollHeight > 1000), "it scrolls");
    }));
}

inBrowser("fields of one row have the same place and height at every width, and a phone has one column", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    for (const lang of ["zh-CN", "en"]) {
      await open(visit, address, `?lang=${lang}`);
      for (const width of [360, 640, 1000, 1280, 1600]) {
        await visit.resize(width);
        const fields = await visit.run(() => [...document.querySelectorAll(".fields input, .fields select")].map((field) => {
          const { left, top, height } = field.getBoundingClientRect();
          return { row: field.closest("p").getBoundingClientRect().bottom, left, top, height };
        }));
        for (const one of fields) {
          for (const other of fields.filter(({ row }) => Math.abs(row - one.row) < 20)) {
            assert.ok(Math.abs(one.top - other.top) < 1 && Math.abs(one.height - other.height) < 1, `${lang} at ${width}: ${JSON.stringify([one, other])}`);
          }
        }
        const columns = new Set(fields.map(({ left }) => Math.round(left))).size;
        if (width === 360) assert.equal(columns, 1);
        if (width === 1280) assert.equal(columns, 2);
        if (width === 360) assert.ok((await boxOf(visit, "#preview")).top > (await boxOf(visit, "#accent")).bottom, "the preview is below");
      }
    }
  }));

inBrowser("the ways are tabs: one stop for Tab, arrow keys between them, and one panel shown", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address, "?lang=en");
    const state = () => visit.run(() => [...document.querySelectorAll("[role=tablist] > [role=tab]")].map((tab) => {
      const panel = document.getElementById(tab.getAttribute("aria-controls"));
      return [tab.innerText.trim(), tab.getAttribute("aria-selected"), tab.tabIndex, panel.getAttribute("role"), panel.getAttribute("aria-labelledby") === tab.id, panel.checkVisibility()];
    }));
    const names = ["Tag", "Frame", "One file", "npm", "Pinned"];
    const only = (which) => names.map((name) => [name, String(name === which), name === which ? 0 : -1, "tabpanel", true, name === which]);
    assert.deepEqual(await state(), only("Tag"));
    await visit.run(() => document.querySelector("#switch [lang=en]").focus());
    const focused = () => visit.run(() => document.activeElement.id || document.activeElement.dataset.copies);
    for (let turn = 0; turn < 10 && await focused() !== "tab-tag"; turn += 1) await visit.press(Key.TAB);
    for (const [key, which] of [[Key.ARROW_RIGHT, "Frame"], [Key.END, "Pinned"], [Key.ARROW_RIGHT, "Tag"], [Key.ARROW_LEFT, "Pinned"], [Key.HOME, "Tag"], [Key.ARROW_RIGHT, "Frame"]]) {
      await visit.press(key);
      assert.deepEqual(await state(), only(which));
    }
    assert.equal(await focused(), "tab-frame");
    await visit.press(Key.TAB);
    assert.equal(await focused(), "frame", "after the tabs comes the panel");
    for (const [tab, id, words] of [["tab-file", "offline", /offline\.html/], ["tab-npm", "npm", /import "readiness-check"/], ["tab-pinned", "pinned", /integrity="sha384-/], ["tab-frame", "frame", /frame-host\.js/]]) {
      await visit.run((_, tab) => document.getElementById(tab).click(), tab);
      assert.match(await valueOf(visit, id), words);
      assert.ok(await visit.run((_, id) => { const box = document.getElementById(id); return box.checkVisibility() && box.scrollHeight <= box.clientHeight + 1; }, id), `${id} is seen in full`);
    }
  }));

inBrowser("without its scripts the page says all there is to say", { page: null }, (visit) =>
  during(visit, { spoil: (answer) => { if (/^(page|customiser).*\.js$/.test(answer.name)) Object.assign(answer, { status: 200, body: "" }); }, compressed: false }, async (address) => {
    await visit.driver.get(`${address}/index.html`);
    const seen = await visit.run(() => [...document.querySelectorAll(".way")].every((way) => way.checkVisibility()) && !document.querySelector("[data-tabs]").checkVisibility());
    assert.equal(seen, true);
  }));

inBrowser("colours forced by the system: what is chosen is seen", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await visit.media({ "forced-colors": "active" });
    await open(visit, address);
    const look = (selector) => visit.run((_, selector) => getComputedStyle(document.querySelector(selector)).backgroundColor, selector);
    assert.notEqual(await look("#tab-tag"), await look("#tab-frame"));
    assert.notEqual(await look("#switch [aria-pressed=true]"), await look("#switch [aria-pressed=false]"));
  }));

inBrowser("every file of the build is in the table once, what is needed first, and the sizes add up", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address, "?lang=en");
    const { files, build } = JSON.parse(await readFile(`${process.env.DIST}/readiness-check.files.json`, "utf8"));
    await visit.until("the table is there", () => document.querySelector("#files-table").checkVisibility());
    const rows = await visit.run(() => [...document.querySelectorAll("#files-table tbody tr")].map((row) => ({
      names: [...row.querySelectorAll("li")].map((item) => item.firstChild.data.trim()), need: row.cells[1].textContent, count: Number(row.cells[2].textContent), what: row.querySelector("summary").textContent,
    })));
    assert.deepEqual(rows.flatMap(({ names }) => names).sort(), [...files.map(({ name }) => name), "readiness-check.files.json"].sort());
    for (const row of rows) assert.equal(row.count, row.names.length);
    const [first, ...rest] = rows;
    assert.equal(first.need, "Needed");
    for (const name of files.map(({ name }) => name).filter((name) => /^readiness-check(\.js|-[0-9a-f]{12}\.(wasm|glue\.js))$/.test(name))) assert.ok(first.names.includes(name), name);
    assert.equal(rest.every(({ what }) => what !== "Others"), true, "each file has its kind");
    const needOf = (name) => rows.find(({ names }) => names.includes(name)).need;
    assert.deepEqual(["offline.html", "index.html", "frame.html", "doctor.html", "package.json"].map(needOf), ["Optional", "Optional", "Needed for a frame", "Recommended", "Not to upload"]);
    const needed = files.filter(({ name }) => first.names.includes(name)).reduce((sum, { bytes }) => sum + bytes, 0);
    const size = needed < 999_500 ? `${Math.round(needed / 1000)} KB` : `${(needed / 1e6).toFixed(1)} MB`;
    assert.equal(await textOf(visit, "#files-table caption").then((words) => words.replace(/; all: [\d.]+ MB/, "")), `Needed: ${size}. Build ${build}.`);
    await visit.run(() => document.querySelector("#files summary").click());
    await visit.run(() => document.querySelector("#switch [lang=zh-CN]").click());
    assert.equal(await textOf(visit, "#files-table tbody .need"), "必需");
    assert.equal(await visit.run(() => document.querySelector("#files details").open), true, "what was opened stays open");
  }));

for (const [what, answered, said] of [
  ["lies beside the page", { status: 200, headers: { "content-type": "application/zip" }, body: "x".repeat(2_345_678) }, /^Download the archive readiness-check-\d+\.\d+\.\d+\.zip · 2\.3 MB$/],
  ["is not there", { status: 404, headers: {}, body: "" }, /^Download the archive There is no archive in this folder\.$/],
  ["is not there, and the server sends a page in its place", { status: 200, headers: { "content-type": "text/html" }, body: "<p>Home" }, /^Download the archive There is no archive in this folder\.$/],
]) {
  const there = answered.status === 200;
  inBrowser(`the archive ${what}: it is asked for only when somebody wants it, and what comes of it is said`, { page: null, expected: there ? [] : [/\.zip - Failed to load/] }, async (visit) => {
    const asked = [];
    const spoil = (answer) => {
      if (!/^readiness-check-\d+\.\d+\.\d+\.zip$/.test(answer.name)) return;
      asked.push(answer.name);
      Object.assign(answer, answered);
      answer.headers["content-length"] = answered.body.length;
    };
    await during(visit, { spoil }, async (address) => {
      await open(visit, address, "?lang=en");
      await visit.until("the table is there", () => document.querySelector("#files-table").checkVisibility());
      await visit.run(() => document.querySelector("#files").scrollIntoView());
      await visit.run(() => {
        window.taken = [];
        document.addEventListener("click", (event) => {
          if (event.target.localName === "a") window.taken.push(event.target.href);
        }, true);
        const { click } = HTMLElement.prototype;
        HTMLElement.prototype.click = function () {
          if (this.download) window.taken.push(this.href);
          else click.call(this);
        };
      });
      assert.equal(await textOf(visit, "#archive"), "Download the archive");
      assert.deepEqual(asked, []);
      await visit.run(() => document.querySelector("#archive button").click());
      await visit.until("it is said", () => document.querySelector("#archive [role=status]").textContent);
      assert.match((await textOf(visit, "#archive")).replace(/\s+/g, " "), said);
      const taken = said.source.includes("zip") ? [`${address}/${asked[0]}`] : [];
      assert.deepEqual(await visit.run(() => window.taken), taken);
    });
  });
}

inBrowser("the snippets of the manuals are those that this page makes", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address);
    const root = new URL("../../", import.meta.url);
    const plain = (html) => html.replace(/&(lt|gt|quot|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name]);
    for (const [file, lang, folder] of [
      ["README.md", "en", "https://HOST/"],
      ["README.zh-CN.md", "zh-CN", "https://HOST/"],
      ["docs/embedding.md", "zh-CN", "https://HOST/"],
      ["www/package/start-here.html", "zh-CN", "https://您的网站/readiness-check/"],
    ]) {
      const made = "https://manual.example/folder/";
      await choose(visit, "base", made);
      await choose(visit, "lang", lang);
      const snippet = (await valueOf(visit, "channel")).replaceAll(made, folder);
      const manual = plain(await readFile(new URL(file, root), "utf8"));
      assert.ok(manual.includes(snippet), `${file} lacks:\n${snippet}`);
    }
  }));

inBrowser("a page printed before the visitor came near shows where the form is, and nothing that is not so", { page: null }, (visit) =>
  during(visit, {}, async (address) => {
    await open(visit, address);
    const snippet = await valueOf(visit, "channel");
    await pasted(visit, `<div style="height: 5000px">A long text</div>${snippet}`, async () => {
      await visit.until("the element is defined", () => customElements.get("readiness-check") !== undefined);
      await visit.cdp("Emulation.setEmulatedMedia", { media: "print" });
      const words = await visit.run(() => document.querySelector("readiness-check").innerText);
      assert.ok(words.includes(`${address}/readiness-check.form.html`), words);
      // This browser is current: nothing may say that it is not.
      assert.doesNotMatch(words, /需要较新的浏览器|needs a (current|newer)/);
    });
    await visit.driver.get(`${address}/readiness-check.form.html`);
    assert.equal(await visit.run(() => document.querySelector("#q-equipment-kinds") !== null), true, "it is there");
  }));

for (const lang of ["zh-CN", "en"]) {
  for (const scheme of ["light", "dark", "forced"]) {
    inBrowser(`the pages in ${lang}, ${scheme}: no violation, nothing scrolls sideways`, { page: null }, (visit) =>
      during(visit, {}, async (address) => {
        await visit.media(scheme === "forced" ? { "forced-colors": "active" } : { "prefers-color-scheme": scheme });
        for (const name of ["index.html", "check.html", "doctor.html", "versions.html", "frame.html"]) {
          await visit.driver.get(`${address}/${name}?lang=${lang}`);
          if (/index|frame/.test(name)) await visit.shown();
          if (name === "doctor.html") await visit.until("the doctor has ended", () => document.getElementById("doctor-summary")?.dataset.running === "false");
          await visit.run(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
          await visit.driver.executeScript(axe.source);
          const tabs = await visit.run(() => document.querySelectorAll("[role=tab]").length);
          for (let tab = 0; tab < Math.max(1, tabs); tab += 1) {
            await visit.run((_, tab) => document.querySelectorAll("[role=tab]")[tab]?.click(), tab);
            const found = await visit.driver.executeAsyncScript((done) =>
              axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(({ violations }) =>
                done(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`))));
            assert.deepEqual(found, [], `${name}, tab ${tab}`);
          }
          for (const width of [320, 360, 640, 1280, 1600]) {
            await visit.resize(width);
            assert.equal(await visit.run(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false, `${name} at ${width}`);
            // A column of single letters would not scroll either.
            const thin = await visit.run(() => [...document.querySelectorAll("main td, main th, main p, main li, .snippet textarea")]
              .filter((found) => found.checkVisibility() && found.textContent.trim().length > 8 && found.getBoundingClientRect().width < 60 && !found.closest("thead"))
              .map((found) => found.textContent.slice(0, 40)));
            assert.deepEqual(thin, [], `${name} at ${width}`);
            // Boxes are fitted with the next picture.
            if (name === "index.html") {
              await visit.until(`no box is cut at ${width}`, () => [...document.querySelectorAll(".snippet textarea:not(#server-text)")].every((box) => box.scrollHeight <= box.clientHeight + 1));
            }
          }
          await visit.resize(1280);
        }
      }));
  }
}
