// Pages whose scripts spare fields by `event.target`, which for them is the element and no field; and what the page hears all the same.

import assert from "node:assert/strict";
import { Key, choice, field, inBrowser } from "./browser.mjs";

const KINDS = field("equipment-kinds");
/** In the manner of many pages: each takes something away unless it happens in a field of theirs. */
const SCRIPTS = {
  "no leaving by Backspace": () => { document.onkeydown = (event) => event.keyCode !== 8 || /^(text|password|textarea|search)$/.test(event.target.type ?? ""); },
  "digits and arrows are shortcuts": () => ["keydown", "keypress", "keyup"].forEach((name) => document.addEventListener(name, (event) => {
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (/^(\d| |Enter|Arrow\w+)$/.test(event.key)) event.preventDefault();
  })),
  "no pasting, copying and cutting outside fields": () => { document.onpaste = document.oncopy = document.oncut = (event) => /^(INPUT|TEXTAREA)$/.test(event.target.tagName); },
  "Ctrl+V is not for pages": () => window.addEventListener("keydown", (event) => {
    if (event.ctrlKey && /^[acvx]$/i.test(event.key) && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) event.preventDefault();
  }),
  "no mouse outside fields": () => ["mousedown", "mouseup", "pointerdown", "selectstart", "contextmenu", "click"].forEach((name) => document.body.addEventListener(name, (event) => {
    if (!/^(INPUT|TEXTAREA|SELECT|A|BUTTON|LABEL)$/.test(event.target.tagName)) event.preventDefault();
  })),
  "no typing outside fields": () => ["beforeinput", "input"].forEach((name) => document.addEventListener(name, (event) => {
    if (!/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) event.preventDefault();
  })),
};

for (const [what, script] of Object.entries(SCRIPTS)) {
  inBrowser(`a page with "${what}": typing, deleting, pasting, the mouse and choices work as in its own field`, { page: "english", height: 1200 }, async (visit) => {
    await visit.begin();
    await visit.run(`() => (${script})()`);
    await visit.click(KINDS);
    assert.equal(await visit.run(({ root, one }, s) => root.activeElement === one(s), KINDS), true, "the mouse focuses it");
    await visit.press("123");
    assert.equal(await visit.value(KINDS), "123");
    await visit.press(Key.BACK_SPACE);
    assert.equal(await visit.value(KINDS), "12");
    const held = (key) => visit.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
    await held("a");
    await held("x");
    assert.equal(await visit.value(KINDS), "");
    await held("v");
    await held("v");
    assert.equal(await visit.value(KINDS), "1212");
    await visit.press(Key.ARROW_LEFT, Key.BACK_SPACE, Key.TAB);
    await visit.until("it is read", ({ one }, s) => one(s).value === "122", KINDS);
    await visit.step(3);
    await visit.click(choice("material-moves", "called"));
    await visit.until("a click chooses", ({ one }, s) => one(s).checked, choice("material-moves", "called"));
    await visit.press(Key.ARROW_UP);
    await visit.until("an arrow chooses", ({ one }, s) => !one(s).checked, choice("material-moves", "called"));
    await visit.run(({ one }) => one(".actions .primary").focus());
    await visit.press(Key.ENTER);
    await visit.until("a key presses a button", ({ all }) => all(".steps .wide .step")[4].hasAttribute("aria-current") || all("#errors").length > 0);
  });
}

inBrowser("what operates the page reaches it from a field: Escape, Tab, shortcuts, and clicks on buttons and text", { page: "english" }, async (visit) => {
  await visit.begin();
  await visit.run(() => {
    window.heard = [];
    document.addEventListener("keydown", ({ key }) => window.heard.push(key));
    document.addEventListener("click", () => window.heard.push("click"));
  });
  await visit.click(KINDS);
  await visit.press("1", Key.ESCAPE);
  await visit.driver.actions().keyDown(Key.CONTROL).sendKeys("k").keyUp(Key.CONTROL).perform();
  await visit.press(Key.TAB);
  assert.deepEqual(await visit.run(() => window.heard), ["Escape", "Control", "k", "Tab"]);
  await visit.run(() => { window.heard = []; });
  await visit.click("#heading");
  await visit.step(1);
  assert.deepEqual(await visit.run(() => window.heard.filter((what) => what === "click")), ["click", "click"]);
});

/** In the manner of FastClick 1.0: a tap is taken over unless its target says that it needs the browser's click. */
const fastClick = () => {
  window.taken = 0;
  document.body.addEventListener("touchstart", () => { window.touched = true; });
  document.body.addEventListener("touchend", (event) => {
    if (!window.touched || /\bneedsclick\b/.test(event.target.className)) return;
    window.taken += 1;
    event.preventDefault();
    event.target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
};
inBrowser("taps work where a library takes them over: in fields, on choices, on buttons and on text", { page: "english", height: 1200 }, async (visit) => {
  await visit.cdp("Emulation.setTouchEmulationEnabled", { enabled: true });
  await visit.run(`() => (${fastClick})()`);
  const tap = async (selector) => {
    const place = await visit.run(({ one }, selector) => {
      one(selector).scrollIntoView({ block: "center" });
      const { left, top, width, height } = one(selector).getBoundingClientRect();
      return { x: left + Math.min(width / 2, 40), y: top + height / 2 };
    }, selector);
    await visit.cdp("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [place] });
    await visit.cdp("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await visit.until("it is shown", ({ one }) => !!one(".start .track"));
  await tap(".start .track");
  await visit.until("a button is pressed", ({ one }) => !!one("#q-equipment-kinds"));
  await tap(KINDS);
  await visit.until("a field is focused", ({ root, one }, s) => root.activeElement === one(s), KINDS);
  await tap("#heading");
  assert.equal(await visit.run(() => window.taken), 0);
});
