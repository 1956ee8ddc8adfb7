// The styles of the widget, and its paper.

import { BUILD, here, once, ownText } from "./files.js";
import { failure } from "./why.js";

/** For bundlers, which may do with a file of styles what they like. */
const RULES = BUNDLED && "__RULES__";

/** The styles, for the root of an element or for the printed page. */
export async function style(root, window) {
  const name = `readiness-check-${BUILD}.css`;
  const Sheet = window.CSSStyleSheet;
  if ("adoptedStyleSheets" in root && Sheet.prototype.replaceSync) {
    const rules = BUNDLED ? RULES : await once("css", () => ownText(name));
    const sheet = new Sheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = BUNDLED ? URL.createObjectURL(new Blob([RULES], { type: "text/css" })) : here(name).href;
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(failure("download-failed", link.href, "could not be loaded"));
    (root.head ?? root).append(link);
  });
}

/** Prints the result alone: a copy of it in a frame of its own, so that nothing of the host's page is on the paper. */
export async function print(root, mount) {
  root.querySelector("iframe")?.remove();
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  root.append(frame);
  const page = frame.contentDocument;
  page.documentElement.lang = mount.firstElementChild.lang;
  page.title = root.querySelector("h2").textContent;
  const copy = page.importNode(mount, true);
  copy.classList.add("printed");
  copy.dataset.theme = "light";
  // What is folded away on the screen is the reasoning; on paper it must stand open. The result lists its sources once.
  for (const folded of copy.querySelectorAll("details")) folded.open = !folded.matches(".help, .more, .result .point .source, .result .missing .source");
  page.body.append(copy);
  await style(page, frame.contentWindow);
  frame.contentWindow.focus();
  frame.contentWindow.print();
}
