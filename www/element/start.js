// The start screen as the build rendered it, shown until the module has drawn the same. What a visitor does on it is kept,
// and done again in the widget. It has a root of its own, so that nobody takes its nodes for those of the widget.

import { takeAccent } from "./accent.js";
import { style } from "./style.js";

/** A node of a tree: a text, or a list of tag, attributes and children. It is built from data, as Trusted Types ask for. */
function nodeOf(tree) {
  if (typeof tree === "string") return document.createTextNode(tree);
  const [tag, attributes, ...children] = tree;
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.map(nodeOf));
  return node;
}

/** An empty place for a widget. */
export function placeFor(theme) {
  const place = document.createElement("div");
  place.className = "mount notranslate";
  place.translate = false;
  place.dataset.theme = theme;
  return place;
}

/** What can be used on the start screen; the widget draws the same in the same order, unless the page gave it answers. */
const controls = (root) => [...root.querySelectorAll("button, summary, a[href]")];
const alike = (one, other) => one.localName === other?.localName && one.className === other.className && one.dataset.track === other.dataset.track;

/**
 * Puts the start screen into `root`; unseen where it only keeps the room for what comes. Gives its node, the place within it,
 * and what was done here: `chosen` gives the track that was pressed last, if nothing else was; `handOver` does in another place
 * what was done: the button that was pressed last, what was unfolded, and the focus.
 */
export async function showStart(root, { css, screen }, href, theme, seen) {
  const box = document.createElement("div");
  box.className = "before-module";
  box.setAttribute("exportparts", "widget, header, footer, primary");
  if (!seen) {
    box.toggleAttribute("inert", true);
    box.style.visibility = "hidden";
  }
  const place = placeFor(theme);
  place.append(nodeOf(screen));
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
  return { box, place, chosen, handOver };
}
