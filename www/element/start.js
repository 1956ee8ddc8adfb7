// The start screen as the build rendered it, shown until the module has drawn the same: by the loader itself, where it is
// sure what a visitor is to see, else as soon as the element's script is there. What a visitor does on it is kept, and done
// again in the widget. It has a root of its own, so that nobody takes its nodes for those of the widget.

import { takeAccent } from "./accent.js";
import { keeps } from "./kept.js";
import { style } from "./sheet.js";
import { DEFAULT_STANDARD } from "./standard.js";

/** The styles of the start screen, and by language the screen, as JSON. */
const START = "__START__";
export const { css } = START;
export { style, takeAccent };

/** What the attribute `theme` may say. */
export const THEMES = ["auto", "light", "dark"];
/** What may change the first screen, or where answers are kept: it is read by the element's script. */
const OTHERS = ["storage", "storage-key", "track", "header", "contact", "sharing", "history"];

/** Something of an earlier visit: a draft, a language that was chosen, whose computer it is. */
const hasVisited = () => keeps(() => true);

/** Whether an element begins with the start screen of the build for sure: with its first visitor, and as the page left it. */
export const isSure = (element) =>
  OTHERS.every((name) => !element.hasAttribute(name)) &&
  [null, DEFAULT_STANDARD].includes(element.getAttribute("standard")) &&
  [null, ...THEMES].includes(element.getAttribute("theme")) &&
  !hasVisited();

/** Does something once what is there has been painted; without a picture, as in a tab that is not seen, all the same. */
export function painted(act) {
  let done = false;
  const once = () => {
    if (!done) act();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 300);
}

/** A node of a tree: a text, or a list of tag, attributes and children. It is built from data, as Trusted Types ask for. */
function nodeOf(tree) {
  if (typeof tree === "string") return document.createTextNode(tree);
  const [tag, attributes, ...children] = tree;
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.map(nodeOf));
  return node;
}

/** An empty place for a widget, or for its start screen. */
export function placeFor(theme) {
  const place = document.createElement("div");
  place.className = "mount notranslate";
  place.translate = false;
  place.dataset.theme = theme;
  return place;
}

/** Empties a root but for one node; a linked style sheet stays. */
export function alone(node, root) {
  for (const other of [...root.children]) if (other !== node && other.localName !== "link") other.remove();
}

/** What can be used on the start screen; the widget draws the same in the same order, unless the page gave it answers. */
const controls = (root) => [...root.querySelectorAll("button, summary, a[href]")];
const alike = (one, other) => one.localName === other?.localName && one.className === other.className && one.dataset.track === other.dataset.track;

/**
 * Puts the start screen in `lang` into `root`; unseen where it only keeps the room for what comes. Gives its node, the place
 * within it, its language, whether it is seen and when it has been painted, and what was done here: `chosen` gives the track
 * that was pressed last, if nothing else was; `handOver` does in another place what was done: the button that was pressed
 * last, what was unfolded, and the focus.
 */
export async function showStart(root, href, { lang, theme, seen }) {
  const box = document.createElement("div");
  box.className = "before-module";
  box.setAttribute("exportparts", "widget, header, footer, primary");
  if (!seen) {
    box.toggleAttribute("inert", true);
    box.style.visibility = "hidden";
  }
  const place = placeFor(theme);
  place.append(nodeOf(JSON.parse(START[lang])));
  const inside = box.attachShadow({ mode: "open" });
  root.append(box);
  await style(inside, window, css, href);
  inside.append(place);
  takeAccent(place);

  let pressed = null;
  place.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    pressed?.removeAttribute("aria-busy");
    pressed = button;
    button.setAttribute("aria-busy", "true");
  });
  const chosen = () => pressed?.dataset.track;
  function handOver(other) {
    const there = controls(other);
    // By forEach: libraries of hosts put an entries() of their own in the place of the language's.
    controls(place).forEach((control, index) => {
      const same = there[index];
      if (!alike(control, same)) return;
      if (control.parentElement.open) same.parentElement.open = true;
      if (control === inside.activeElement) same.focus();
      if (control === pressed) same.click();
    });
  }
  return { box, place, lang, seen, isPainted: new Promise(painted), chosen, handOver };
}
