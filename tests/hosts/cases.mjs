// The cases: what holds on each page, and in which engines.

import assert from "node:assert/strict";
import { best } from "../browser/answers.mjs";
import { BEGIN, Key } from "../browser/browser.mjs";
import { readable, themed } from "./themed.mjs";
import { answers, answersByTab, assertKept } from "./visitor.mjs";

/** The page is as it was, except for the part of its state named `but`. */
async function untouched(visitor, but = "") {
  assert.equal(await visitor.run((_, but) => watch.changes(but), but), "", "the page is as it was");
}

/** The console is empty and no error reaches the window; `but` names what is meant for the web master there. */
async function silent(visitor, but = "nothing else") {
  assert.equal(await visitor.run((_, but) => watch.said.filter((line) => !line.includes(but)).join("; "), but), "", "nothing is said");
}

/** The widget runs, and nothing else of the page has changed. */
async function arrives(visitor, address) {
  await visitor.goTo(address);
  await visitor.wakeAll();
  await visitor.shown();
  await visitor.until("the page has readiness-ready", () => watch.heard.includes("readiness-ready"));
  await untouched(visitor);
}

/** After the visitor has answered: the console is still empty, and nothing of the page has changed but the focus. */
async function leaves(visitor, { kept = true, but } = {}) {
  if (kept) await assertKept(visitor);
  await untouched(visitor, "active");
  await silent(visitor, but);
  const bad = (_, but) => watch.heard.filter((what) => /error|violation/.test(what) && !what.includes(but)).join("; ");
  assert.equal(await visitor.run(bad, but ?? "nothing else"), "");
}

/** A page on which the widget runs, takes answers and leaves the page alone; `more` checks what is particular to it. No mouse in the engines of `keysAlone`. */
function works({ more = async () => {}, last = async () => {}, keysAlone = [], but } = {}) {
  return {
    async check(visitor, { address, engine }) {
      await arrives(visitor, address);
      await more(visitor, { address, engine });
      await answers(visitor, { mouse: !keysAlone.includes(engine) });
      await leaves(visitor, { but });
      await last(visitor);
    },
  };
}

/** The page sets a document with answers of every kind, lists among them, and all of it arrives. */
async function takesADocument(visitor) {
  const document = await best();
  assert.ok(Object.values(document.answers).some((answer) => Array.isArray(answer) && answer.length > 1));
  // Parsed in the page, since drivers hand objects over in their own way.
  await visitor.run(({ element }, json) => { element.answers = JSON.parse(json); }, JSON.stringify(document));
  const kept = (_, wanted) => localStorage.getItem("readiness-check:ningbo-3511-2018").includes(wanted);
  await visitor.until("it is kept", kept, '"equipment-kinds":10');
  const now = JSON.parse(await visitor.run(() => localStorage.getItem("readiness-check:ningbo-3511-2018")));
  assert.deepEqual(now.sheet.document.answers, document.answers);
  await silent(visitor);
}

/** A page that refuses the widget: children and page stay, and readiness-error comes with the code `told`. */
function refused({ told, violation, card = true, engines } = {}) {
  return {
    engines,
    async check(visitor, { address }) {
      await visitor.goTo(address);
      if (violation) await visitor.until("the policy is seen to refuse it", (_, v) => watch.heard.some((what) => what.startsWith(`violation: ${v}`)), violation);
      if (card) {
        await visitor.until("the page has readiness-error", (_, told) => watch.heard.some((what) => what.startsWith(`readiness-error: ${told ?? ""}`)), told ?? null);
        assert.ok((await visitor.text("[role=alert]")).length > 10);
      } else {
        await visitor.until("the refusal is seen", () => watch.said.length > 0 || watch.heard.length > 0);
      }
      assert.ok(await visitor.run(() => document.getElementById("fallback").getBoundingClientRect().height > 0), "the children are shown");
      assert.equal(await visitor.run(({ root }) => root?.querySelector(".widget") ?? null), null);
      await untouched(visitor);
    },
  };
}

const styleOf = (visitor, selector, ...names) =>
  visitor.run(({ one }, s, names) => names.map((name) => getComputedStyle(one(s)).getPropertyValue(name)), selector, names);

/** Sizes and styles that hold on every page. */
async function looksLikeItself(visitor) {
  assert.deepEqual(await styleOf(visitor, BEGIN, "font-size", "letter-spacing", "text-transform", "text-indent", "font-style", "direction", "visibility", "text-align"),
    ["16px", "normal", "none", "0px", "normal", "ltr", "visible", "start"]);
  assert.deepEqual(await styleOf(visitor, ".lead", "font-size", "white-space", "word-spacing", "text-shadow", "cursor", "text-align"), ["16px", "normal", "0px", "none", "auto", "start"]);
  const box = await visitor.run(({ one }) => {
    const { width, height } = one(".start .track").getBoundingClientRect();
    return [width > 60, height >= 44];
  });
  assert.deepEqual(box, [true, true]);
  await readable(visitor, [".lead", ".start .begin"], "as it comes");
}

/** What Chrome's translator does: it wraps each text in elements of its own. */
const translates = ({ root }) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node; (node = walker.nextNode()); ) if (node.data.trim()) nodes.push(node);
  for (const node of nodes) {
    const inner = document.createElement("font").appendChild(document.createElement("font"));
    inner.textContent = `«${node.data}»`;
    node.replaceWith(inner.parentNode);
  }
};

export const CASES = {
  plain: works({ more: looksLikeItself }),
  "same-origin": works(),
  "small-root": works({ more: looksLikeItself }),
  hostile: works({ more: looksLikeItself }),
  // The page's elements overlap: keyboard alone.
  "hostile-fixed": works({ keysAlone: ["Chromium", "Firefox", "WebKitGTK"], more: looksLikeItself }),
  "right-to-left": works({ more: looksLikeItself }),
  zoomed: works({
    // WebKit's driver computes positions without the zoom.
    keysAlone: ["WebKitGTK"],
    async more(visitor) {
      assert.ok(await visitor.run(({ element }) => element.getBoundingClientRect().right <= document.documentElement.clientWidth + 1), "it does not stick out");
    },
  }),
  tabs: {
    async check(visitor, { address }) {
      const choose = (name) => visitor.run((_, name) => { document.getElementById("tab").className = name; }, name);
      const seen = (visitor) => visitor.run(({ one }) => [getComputedStyle(one(".lead")).visibility, one(".lead").getBoundingClientRect().height > 0]);
      await arrives(visitor, address);
      assert.deepEqual(await seen(visitor), ["hidden", true]);
      await choose("gone");
      assert.equal((await seen(visitor))[1], false);
      await choose("");
      assert.deepEqual(await seen(visitor), ["visible", true]);
      await answers(visitor);
      await choose("gone");
      await choose("");
      assert.equal(await visitor.run(({ one }) => one("#q-digital-roadmap input[value=yes]").checked), true);
      await leaves(visitor);
    },
  },
  dark: works({
    async more(visitor) {
      for (const theme of ["light", "dark", "auto"]) {
        await visitor.run(({ element }, theme) => element.setAttribute("theme", theme), theme);
        await visitor.until("the theme is taken", ({ one }, theme) => one(".mount").dataset.theme === theme, theme);
        await readable(visitor, [".lead", ".facts", ".start .begin", ".language", "h3"], theme);
      }
      await visitor.run(({ element }) => element.removeAttribute("theme"));
    },
  }),
  "narrow-columns": {
    async check(visitor, { address }) {
      await arrives(visitor, address);
      const widths = await visitor.run(() => [...document.querySelectorAll("readiness-check")].map((element) => element.getBoundingClientRect().width));
      assert.deepEqual(widths.map((width) => width > 400 && width <= 901), [true, true, true, true, true, true], widths.join());
      await silent(visitor);
    },
  },
  prototype: works({ last: takesADocument }),
  mootools: works({ last: takesADocument }),
  "core-js": works({ last: takesADocument }),
  amd: works({
    async more(visitor) { assert.deepEqual(await visitor.run(() => window.amdCalls), []); },
  }),
  commonjs: works({
    async more(visitor) { assert.deepEqual(await visitor.run(() => [Object.keys(window.exports), window.module.exports === window.exports]), [[], true]); },
  }),
  "trusted-types": works(),
  policy: works({ more: looksLikeItself }),
  "policy-without-wasm": works({ but: "wasm" }),
  "policy-without-script": refused({ violation: "script-src", card: false }),
  "policy-without-connect": refused({ violation: "connect-src" }),
  pinned: works(),
  "pinned-otherwise": refused({ card: false }),
  closed: refused({ card: false }),
  sandbox: {
    async check(visitor, { address, engine }) {
      await visitor.goTo(address);
      await visitor.driver.switchTo().frame(0);
      try {
        await visitor.shown();
        assert.equal(await visitor.run(() => self.origin), "null");
        // The mouse of the drivers of WebKit and Firefox does not bring the focus into such a frame, and WebKit gives it only to a visitor.
        await (engine === "WebKitGTK" ? answersByTab(visitor) : answers(visitor, { mouse: engine !== "Firefox" }));
        await visitor.until("it says that nothing is kept", ({ root }) => /could not save your answers/.test(root.textContent));
        await silent(visitor, "storage-blocked");
      } finally {
        await visitor.driver.switchTo().defaultContent();
      }
      // The frame has the focus since the visitor entered it.
      await untouched(visitor, "active");
    },
  },
  "storage-refused": {
    async check(visitor, { address }) {
      await arrives(visitor, address);
      await answers(visitor);
      await visitor.until("it says that nothing is kept", ({ root }) => /could not save your answers/.test(root.textContent));
      await leaves(visitor, { kept: false, but: "storage-blocked" });
    },
  },
  several: {
    async check(visitor, { address }) {
      await arrives(visitor, address);
      const [north, south, again] = [visitor, visitor.of(1), visitor.of(2)];
      assert.deepEqual([await north.run(({ one }) => one(".widget").lang), await south.run(({ one }) => one(".widget").lang)], ["en", "zh-CN"]);
      await answers(north);
      await again.begin();
      await again.until("the other with the same key shows the same", ({ one }) => one("#q-equipment-kinds input[type=text]")?.value === "8");
      assert.equal(await south.run(({ one }) => !!one(".screen.start")), true, "another key is another draft");
      // Moved, and removed for a while: it goes on with the same answers.
      await visitor.run(() => {
        const first = document.querySelector("#first readiness-check");
        document.getElementById("third").append(first);
      });
      const moved = visitor.of(2);
      await moved.until("it stands where it stood", ({ element, one }) => element.parentNode.id === "third" && one("#q-digital-roadmap input[value=yes]")?.checked);
      await visitor.run(() => {
        const moved = document.querySelectorAll("#third readiness-check")[1];
        window.out = moved;
        moved.remove();
      });
      await visitor.until("it is let go", () => window.out.shadowRoot.querySelector(".widget") === null);
      await visitor.run(() => {
        document.getElementById("first").append(window.out);
        delete window.out;
      });
      await visitor.shown();
      await north.until("the answers are back", ({ one }) => !!one(".live"));
      await assertKept(visitor, "north:ningbo-3511-2018");
      await leaves(visitor, { kept: false });
    },
  },
  twice: {
    async check(visitor, { address }) {
      await arrives(visitor, address);
      await answers(visitor);
      assert.equal(await visitor.run(() => watch.said.filter((line) => /error|rejection/.test(line)).join("; ")), "");
      await assertKept(visitor);
    },
  },
  scrolled: {
    async check(visitor, { address }) {
      await visitor.goTo(address);
      await visitor.shown();
      assert.deepEqual(await visitor.run(() => [location.hash, Math.round(window.scrollY), document.activeElement.id]), ["#mark", 250, "own-field"]);
      await untouched(visitor);
      await answers(visitor);
      await leaves(visitor);
    },
  },
};

CASES.themed = {
  async check(visitor, { address }) {
    await arrives(visitor, address);
    await themed(visitor);
    await untouched(visitor, "active");
    await silent(visitor);
  },
};

/** A page translator works after every step; the widget still shows what was answered. */
CASES.translated = {
  async check(visitor, { address }) {
    await arrives(visitor, address);
    await visitor.run(translates);
    await visitor.keysAt(BEGIN, Key.ENTER);
    await visitor.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds input[type=text]"));
    await visitor.run(translates);
    await visitor.keysAt("#q-equipment-kinds input[type=text]", "8", Key.TAB);
    await visitor.untilVerdict(0, "met");
    await visitor.run(translates);
    await visitor.keysAt("#q-equipment-kinds input[type=text]", Key.BACK_SPACE, "7", Key.TAB);
    await visitor.until("it is no longer met", ({ all }) => !all(".live .verdicts .badge")[0].classList.contains("met"));
    const badge = await visitor.text(".live .verdicts li .badge");
    assert.match(badge, /Not decided yet/);
    await visitor.keysAt("#q-equipment-kinds input[type=text]", Key.BACK_SPACE, "8", Key.TAB);
    await visitor.untilVerdict(0, "met");
    await silent(visitor);
  },
};
