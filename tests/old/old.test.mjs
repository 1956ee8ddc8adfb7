// The oldest Chromium that is supported, and one in between: a journey in each.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../browser/server.mjs";
import { inOldChromium } from "./chromium.mjs";

let server;
before(async () => { server = await serve(); });
after(() => server.close());

async function journey(page) {
  await page.click(".start .track");
  await page.click("#q-equipment-kinds input[type=text]");
  await page.type("8");
  await page.click("#q-equipment-sets input[type=text]");
  await page.type("23");
  await page.click("#q-software-copyrights input[type=text]");
  await page.until("two answers are taken", ({ one }) => one("#q-equipment-sets input[type=text]").value === "23");
  await page.run(({ root }) => root.querySelectorAll(".places .place")[1].click());
  await page.until("the result is shown", ({ one }) => /known by number/.test((one(".screen.result") || {}).textContent || ""));
  assert.equal(await page.run(({ one }) => /Key intelligent manufacturing equipment/.test(one(".condition").textContent) && /Met/.test(one(".condition .badge").textContent)), true);
  // The dialog about sharing is a real one in these browsers: closed by Escape, then agreed to.
  const opener = ".consent > div > button";
  const opened = ({ root, one }) => one("dialog").hasAttribute("open") && root.activeElement === one("#consent-title");
  const read = () => page.run(() => document.querySelector("readiness-check").answers);
  await page.until("the result is entered", ({ root, one }) => one(".screen.result") && root.activeElement === one("#heading"));
  await page.click(".consent > summary");
  await page.click(opener);
  await page.until("the dialog is open", opened);
  assert.equal(await page.run(({ root, one }) => {
    const { left, top, right, bottom } = one("dialog").getBoundingClientRect();
    const middle = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && !!middle.closest("dialog");
  }), true, "it is in the view and above all else");
  await page.press("Escape");
  await page.until("it is closed, and the button has the focus", ({ root, one }, opener) => !one("dialog[open]") && root.activeElement === one(opener), opener);
  assert.equal(await read(), null);
  await page.click(opener);
  await page.until("the dialog is open", opened);
  await page.click(".consent .actions button:first-child");
  await page.until("the page may read", () => document.querySelector("readiness-check").answers !== null);
  assert.equal((await read()).answers["equipment-kinds"], 8);
}
const styled = ({ one }) => {
  const style = getComputedStyle(one(".widget"));
  return [style.borderTopLeftRadius, getComputedStyle(one("header")).display];
};

for (const entry of (process.env.OLD_CHROMIUMS ?? "").split(";").filter(Boolean)) {
  const [version, folder] = entry.split("=");
  test(`Chromium ${version}: a journey to the result, by WebAssembly`, () =>
    inOldChromium(folder, async (page) => {
      const { product } = await page.send("Browser.getVersion");
      assert.match(product, new RegExp(`/${version}\\.`));
      await page.open(`${server.address}/pages/english.html`);
      await page.until("the widget is shown", ({ one }) => !!one(".widget h3"));
      assert.deepEqual(await page.run(styled), ["10px", "flex"]);
      // Without container queries the index stands beside the conditions too where there is room.
      await journey(page);
      assert.equal(await page.run(({ one }) => getComputedStyle(one(".verdict")).gridTemplateColumns.split(" ").length >= 2), true, "wide");
      assert.ok(page.requested.some((url) => /\.wasm$/.test(url)) && !page.requested.some((url) => /plain\.js$/.test(url)));
      assert.deepEqual(page.said, [], "the console stays empty");
    }));

  test(`Chromium ${version}: the translation runs under a policy without 'unsafe-eval', which WebAssembly would need here`, () =>
    inOldChromium(folder, async (page) => {
      await page.open(`${server.address}/pages/no-wasm.html`);
      await page.until("the widget is shown", ({ one }) => !!one(".widget h3"));
      await journey(page);
      assert.ok(page.requested.some((url) => /\.plain\.js$/.test(url)));
    }));

  test(`Chromium ${version}: after a panic, and after a stack that is full, the visitor goes on with all answers`, () =>
    inOldChromium(folder, async (page) => {
      await page.open(`${server.address}/pages/english.html`);
      await page.click(".start .track");
      await page.click("#q-equipment-kinds input[type=text]");
      await page.type("8");
      const goesOn = async () => {
        await page.until("it has stopped", ({ one }) => !!one("[role=alert] button"));
        await page.click("[role=alert] button");
        await page.until("the questions are there", ({ one }) => !!one(".steps"));
        await page.run(({ root }) => root.querySelectorAll(".steps .wide .step")[0].click());
        await page.until("the answer is there", ({ one }) => (one("#q-equipment-kinds input[type=text]") || {}).value === "8");
      };
      // A script of the page moves the nodes, and the next drawing panics.
      await page.run(({ root }) => {
        for (const block of root.querySelectorAll(".widget *")) {
          const wrap = document.createElement("font");
          block.replaceWith(wrap);
          wrap.append(block);
        }
        root.querySelectorAll(".steps .wide .step")[3].click();
      });
      await goesOn();
      assert.ok(page.said.some((line) => /panicked at/.test(line)), "the console says where");
      // No hook runs here: what the page put in the browser's place calls itself until the stack is full.
      await page.run(({ root }) => {
        const own = ["insertBefore", "appendChild"].map((name) => [name, Node.prototype[name]]);
        for (const [name] of own) Node.prototype[name] = function endless(...given) { return this[name](...given); };
        root.querySelectorAll(".steps .wide .step")[1].click();
        setTimeout(() => own.forEach(([name, is]) => { Node.prototype[name] = is; }));
      });
      await goesOn();
    }));

  test(`Chromium ${version}: the one-file edition`, () =>
    inOldChromium(folder, async (page) => {
      await page.open(`file://${process.env.DIST}/offline.html`);
      await page.until("the widget is shown", ({ one }) => !!one(".widget h3"));
      assert.deepEqual(await page.run(styled), ["10px", "flex"]);
      assert.deepEqual(page.said, []);
    }));
}

test("there are old browsers to run in", () => assert.ok(process.env.OLD_CHROMIUMS));
