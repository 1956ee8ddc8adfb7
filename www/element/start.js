// The start screen as the build rendered it, shown until the module has drawn the same: nothing on it can be done yet. It
// has a root of its own, so that nobody takes its fields for those of the widget.

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

/** Puts the start screen into `root`; unseen where it only keeps the room for what comes. Gives its node. */
export async function showStart(root, { css, screen }, href, theme, seen) {
  const box = document.createElement("div");
  box.setAttribute("exportparts", "widget, header, footer, primary");
  box.toggleAttribute("inert", true);
  // Browsers that do not know the attribute.
  box.style.pointerEvents = "none";
  if (!seen) box.style.visibility = "hidden";
  const place = placeFor(theme);
  place.append(nodeOf(screen));
  const inside = box.attachShadow({ mode: "open" });
  root.append(box);
  await style(inside, window, css, href);
  inside.append(place);
  takeAccent(place);
  return box;
}
