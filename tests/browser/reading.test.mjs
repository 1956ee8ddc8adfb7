// Reading and reaching on the pages, in the browsers and with the settings that visitors have.

import assert from "node:assert/strict";
import { choice, field, inBrowser } from "./browser.mjs";

/** The contrast of each text in a table with the ground of the widget. */
const contrasts = ({ all, one }) => {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [x, y, z] = numbers(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = light(getComputedStyle(one(".widget")).backgroundColor) + 0.05;
  const cells = all("table th, table td, caption, p, li, label, legend, button, summary, input").filter((found) => found.checkVisibility() && found.textContent.trim() && !found.matches("button.primary, .begin, .badge"));
  return cells.map((found) => {
    const style = getComputedStyle(found);
    const own = light(style.color) + 0.05;
    return [found.localName, Math.max(own, ground) / Math.min(own, ground), parseFloat(style.fontSize)];
  });
};

inBrowser("in a page without a doctype every text has its colour and its size from the widget", { page: "quirks" }, async (visit) => {
  assert.equal(await visit.run(() => document.compatMode), "BackCompat");
  for (const theme of ["light", "dark"]) {
    await visit.run(({ element }, theme) => element.setAttribute("theme", theme), theme);
    await visit.until("the theme is taken", ({ one }, theme) => one(".mount").dataset.theme === theme, theme);
    if (theme === "light") await visit.begin();
    let tables = 0;
    const look = async (name) => {
      const found = await visit.run(contrasts);
      tables += found.filter(([tag]) => tag === "td").length;
      const bad = found.filter(([, contrast, size]) => contrast < 4.5 || size < 12);
      assert.deepEqual(bad, [], `${name}, ${theme}`);
    };
    await visit.step(8).catch(async () => { await visit.place("answer"); await visit.step(8); });
    await look("before and after");
    for (const place of ["result", "plan", "evidence", "basis"]) {
      await visit.place(place);
      await look(place);
    }
    assert.ok(tables > 20, `${tables} cells`);
    await visit.place("answer");
  }
});

inBrowser("a visitor's larger text is followed, a small root of the host is not", { page: "plain" }, async (visit) => {
  const size = (selector) => visit.run(({ one }, s) => parseFloat(getComputedStyle(one(s)).fontSize), selector);
  const before = [await size(".mount"), await size(".hint")];
  assert.deepEqual(before, [16, 14]);
  await visit.run(() => { document.documentElement.style.fontSize = "62.5%"; });
  assert.deepEqual([await size(".mount"), await size(".hint")], before);
  await visit.cdp("Page.setFontSizes", { fontSizes: { standard: 24 } });
  await visit.until("the text has grown", ({ one }) => getComputedStyle(one(".mount")).fontSize === "24px");
  assert.equal(await size(".hint"), 21);
  await visit.begin();
  // No length of a text is left in px: each is half as large again.
  const fixed = await visit.run(({ all }) => all("p, li, button, input, h3, h4, legend, label, summary").filter((found) => found.checkVisibility() && parseFloat(getComputedStyle(found).fontSize) < 18).map((found) => found.outerHTML.slice(0, 80)));
  assert.deepEqual(fixed, []);
  assert.equal(await visit.run(() => document.documentElement.scrollWidth <= innerWidth), true);
});

inBrowser("the text adjustment of an application around the page reaches the widget", { page: null }, async (visit) => {
  await visit.cdp("Emulation.setTouchEmulationEnabled", { enabled: true });
  await visit.cdp("Emulation.setDeviceMetricsOverride", { width: 393, height: 851, deviceScaleFactor: 2, mobile: true });
  const width = ({ one }) => { const range = document.createRange(); range.selectNodeContents(one("h2")); return range.getBoundingClientRect().width; };
  await visit.open("plain");
  const before = await visit.run(width);
  await visit.run(() => { document.body.style.setProperty("-webkit-text-size-adjust", "130%", "important"); });
  await visit.until("the title has grown", `({ one }, before) => ((${width})({ one }) / before).toFixed(1) === "1.3"`, before);
});

inBrowser('theme="light" stays light where the browser darkens pages', { page: null, flags: ["--enable-features=WebContentsForceDark"] }, async (visit) => {
  await visit.media({ "prefers-color-scheme": "dark" });
  await visit.open("plain");
  await visit.run(({ element }) => element.setAttribute("theme", "light"));
  await visit.until("the theme is taken", ({ one }) => one(".mount").dataset.theme === "light");
  await visit.begin();
  const { data } = await visit.cdp("Page.captureScreenshot", { format: "png" });
  const fill = (await visit.run(({ one }) => getComputedStyle(one(".live svg .bar-all")).fill)).match(/\d+/g).map(Number);
  const [ground, page, bar] = await visit.driver.executeAsyncScript(`
    const [data, done] = arguments;
    const root = document.querySelector("readiness-check").shadowRoot;
    const picture = new Image();
    picture.onload = () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
      const paper = canvas.getContext("2d", { willReadFrequently: true });
      paper.drawImage(picture, 0, 0);
      const at = (x, y) => [...paper.getImageData(x, y, 1, 1).data].slice(0, 3);
      const title = root.querySelector("header").getBoundingClientRect();
      const bar = root.querySelector(".live svg .bar-all").getBoundingClientRect();
      done([at(title.left + title.width / 2, title.top + 4), at(2, 2), at(bar.left + bar.width / 2, bar.top + bar.height / 2)]);
    };
    picture.src = "data:image/png;base64," + data;`, data);
  assert.ok(page.every((part) => part < 100), `this browser darkens pages: ${page}`);
  assert.deepEqual(ground, [255, 255, 255]);
  assert.deepEqual(bar, fill, "and so does the drawing");
});

inBrowser("what an input method composes is not searched for before it is done", {}, async (visit) => {
  await visit.begin();
  await visit.place("programmes");
  await visit.click("#industry-search");
  const see = () => visit.run(({ all, one }) => [all(".industry-list .choice-text").length, one(".picker [role=status]").textContent]);
  const before = await see();
  for (const text of ["z", "zh", "zhu", "zhu'z", "zhu'zao"]) {
    await visit.cdp("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    assert.equal(await visit.value("#industry-search"), text);
    assert.deepEqual(await see(), before, text);
  }
  await visit.cdp("Input.insertText", { text: "铸造" });
  await visit.until("it is searched for", ({ all }, before) => all(".industry-list .choice-text").length !== before, before[0]);
  assert.equal(await visit.value("#industry-search"), "铸造");
});

inBrowser("a composition in a field of numbers keeps what is composed, whatever else changes", {}, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.click(field("equipment-sets"));
  await visit.cdp("Input.imeSetComposition", { text: "ershi", selectionStart: 5, selectionEnd: 5 });
  await visit.run(({ element }) => { element.setAttribute("theme", "dark"); });
  assert.equal(await visit.value(field("equipment-sets")), "ershi");
  await visit.cdp("Input.insertText", { text: "20" });
  await visit.press("\uE004");
  await visit.until("it is counted", ({ one }, s) => one(s).value === "20" && !!one("#q-equipment-sets .quiet"), field("equipment-sets"));
});

for (const [width, height] of [[1280, 900], [360, 740]]) {
  inBrowser(`the question whether to start over comes into view with its buttons, ${width} px`, { width, height }, async (visit) => {
    await visit.begin();
    await visit.click(choice("equipment-kinds", "unknown"));
    const ask = await visit.find("#ask-start-over");
    await visit.driver.executeScript("arguments[0].scrollIntoView({ block: 'end' })", ask);
    await visit.click("#ask-start-over");
    await visit.until("it is asked", ({ root }) => root.activeElement?.id === "start-over");
    await visit.until("its buttons are in view", ({ all }) => all(".confirm button").length === 2
      && all(".confirm button").map((found) => found.getBoundingClientRect()).every((box) => box.top >= 0 && box.bottom <= innerHeight));
  });
}

for (const [language, page] of [["Chinese", "plain"], ["English", "english"]]) {
  inBrowser(`no word is broken in the head of a table, and names of industries do not overlap, in ${language}`, { page, width: 360, height: 740 }, async (visit) => {
    await visit.begin();
    const broken = ({ all }) => all("thead th").filter((found) => found.checkVisibility()).flatMap((cell) => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const words = [];
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.checkVisibility()) continue;
        for (const { 0: word, index } of walker.currentNode.data.matchAll(/[A-Za-z0-9.,%]{2,}/g)) {
          const range = document.createRange();
          range.setStart(walker.currentNode, index);
          range.setEnd(walker.currentNode, index + word.length);
          const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
          if (lines.size > 1) words.push(word);
        }
      }
      return words;
    });
    await visit.run(({ all }) => all(".steps .narrow").forEach((found) => { found.open = true; }));
    for (const place of ["result", "plan", "evidence", "basis"]) {
      await visit.place(place);
      assert.deepEqual(await visit.run(broken), [], place);
    }
    await visit.place("programmes");
    const overlapping = await visit.run(({ all }) => {
      const boxes = all(".industry-list .choice").map((found) => [found.querySelector(".choice-text").getBoundingClientRect(), found.textContent]);
      return boxes.slice(1).flatMap(([box, name], place) => (box.top < boxes[place][0].bottom - 1 ? [name] : []));
    });
    assert.deepEqual(overlapping, []);
  });
}

inBrowser("the language that the visitor chose outlives a reload, and the page's own is forgotten again", {}, async (visit) => {
  await visit.click(".language");
  await visit.until("it is English", ({ one }) => one(".widget").lang === "en");
  await visit.reload();
  assert.equal(await visit.run(({ one }) => one(".widget").lang), "en");
  await visit.click(".language");
  await visit.until("it is Chinese", ({ one }) => one(".widget").lang === "zh-CN");
  assert.equal(await visit.run(() => localStorage.getItem("readiness-check:language")), null);
  await visit.click(".language");
  await visit.until("it is English", ({ one }) => one(".widget").lang === "en");
  // The page decides anew.
  await visit.run(({ element }) => element.setAttribute("lang", "zh-CN"));
  await visit.until("it is Chinese", ({ one }) => one(".widget").lang === "zh-CN");
  await visit.run(({ element }) => element.setAttribute("storage", "none"));
  await visit.click(".language");
  await visit.until("it is English", ({ one }) => one(".widget").lang === "en");
});
