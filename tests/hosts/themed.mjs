// Styles that a host sets, and the contrast that holds whatever it sets.

import assert from "node:assert/strict";
import { BEGIN, Key, choice } from "../browser/browser.mjs";

/** The contrast of a text with what is behind it, by the definition of WCAG 2.2; grounds are opaque. */
export function contrast(visitor, selector) {
  return visitor.run(({ one }, selector) => {
    const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    let behind = one(selector);
    while (numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
    const pair = [getComputedStyle(one(selector)).color, getComputedStyle(behind).backgroundColor].map((colour) => light(numbers(colour)));
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  }, selector);
}

/** Waits until each of these is readable: colours may change in a transition. */
export async function readable(visitor, selectors, what) {
  for (const selector of selectors) {
    await visitor.driver.wait(async () => await contrast(visitor, selector) >= 4.5, 5_000, `${selector} cannot be read: ${what}`, 50);
  }
}

/** Colours of a host: pale, dark, glaring, middle grey, and some that are fine as they are. */
const COLOURS = ["#ffffa8", "#fff", "#000", "#0c0", "rgb(120, 120, 120)", "hsl(280 90% 60%)", "navy", "#c00"];
/** No colours, or none whose contrast can be known: the widget's own colour stays. */
const REFUSED = ["", "pink pink", "12px", "var(--nothing)", "rgb(0 0 0 / 40%)", "transparent"];
const OWN = { light: "rgb(11, 92, 173)", dark: "rgb(124, 184, 242)" };

export async function themed(visitor) {
  const set = (name, value) => visitor.run(({ element }, name, value) => element.style.setProperty(name, value), name, value);
  const theme = (value) => visitor.run(({ element }, value) => element.setAttribute("theme", value), value);
  const ground = (wanted) => visitor.until(`the primary button is ${wanted}`, ({ one }, wanted) => getComputedStyle(one(".start .begin")).backgroundColor === wanted, wanted);
  const of = (selector, name) => visitor.run(({ one }, s, name) => getComputedStyle(one(s)).getPropertyValue(name), selector, name);

  // From the host's style sheets, before anything is done: pale yellow has become dark enough, and is still yellow.
  await theme("light");
  await visitor.until("the theme is taken", ({ one }) => one(".mount").dataset.theme === "light");
  await readable(visitor, [".start .begin", ".language"], "from the style sheet");
  const [red, green, blue] = (await of(".language", "color")).match(/\d+/g).map(Number);
  assert.ok(red === green && blue < red, `${red}, ${green}, ${blue}`);
  assert.deepEqual([await of(".widget", "font-family"), await of(".widget", "border-top-left-radius"), await of(".start .begin", "text-transform"), await of("header", "font-style")],
    ["monospace", "0px", "uppercase", "italic"]);
  await set("--readiness-check-radius", "400px");
  assert.equal(await of(".widget", "border-top-left-radius"), "16px");

  for (const mode of ["light", "dark"]) {
    await theme(mode);
    await visitor.until("the theme is taken", ({ one }, mode) => one(".mount").dataset.theme === mode, mode);
    for (const colour of COLOURS) {
      await set("--readiness-check-accent", colour);
      await readable(visitor, [".start .begin", ".language"], `${colour}, ${mode}`);
    }
    for (const colour of REFUSED) {
      // A valid one first, so that its removal is seen.
      await set("--readiness-check-accent", "#c00");
      await set("--readiness-check-accent", colour || "initial");
      await ground(OWN[mode]);
    }
  }
  await set("--readiness-check-accent", "#ffffa8");
  // The printed page is a copy: it keeps the colour, and no policy is broken by copying it.
  const copied = await visitor.run(({ one }) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const copy = frame.contentDocument.body.appendChild(frame.contentDocument.importNode(one(".mount"), true));
    const wanted = "--light-accent";
    const both = [one(".mount"), copy].map((mount) => getComputedStyle(mount).getPropertyValue(wanted));
    frame.remove();
    return both;
  });
  assert.match(copied[0], /^rgb/);
  assert.equal(copied[1], copied[0]);
  assert.equal(await visitor.run(() => watch.heard.filter((what) => /violation/.test(what)).join("; ")), "");
  // A colour that can be read stays as it is.
  await theme("light");
  await set("--readiness-check-accent", "#c00");
  await ground("rgb(204, 0, 0)");
  await set("--readiness-check-accent", "#ffffa8");
  await visitor.keysAt(BEGIN, Key.ENTER);
  await visitor.until("the first page is entered", ({ one }) => !!one(".step[aria-current]"));
  await readable(visitor, [".step[aria-current]", "summary", ".actions .primary"], "on the first page");
  // A chosen option has a tint of the colour as its background.
  await visitor.keysAt(choice("equipment-kinds", "unknown"), " ");
  await visitor.until("a choice is made", ({ one }, s) => one(s).checked, choice("equipment-kinds", "unknown"));
  await readable(visitor, [".choice-text"], "on the tint");
}
