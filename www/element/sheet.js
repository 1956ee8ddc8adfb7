// The styles of a root: of the start screen, the widget, and its paper.

import { failure } from "./faults.js";

/** The sheet that was made last: a start screen and the widget after it share one. */
let made = null;
function sheetOf(css, Sheet) {
  if (made?.css !== css || made.Sheet !== Sheet) {
    made = { css, Sheet, sheet: new Sheet() };
    made.sheet.replaceSync(css);
  }
  return made.sheet;
}

/** Gives a root, or the page of a frame, the styles `css`; where a browser takes them only by an address, at `href`, if there is one. */
export async function style(root, window, css, href) {
  const Sheet = window.CSSStyleSheet;
  if ("adoptedStyleSheets" in root && Sheet.prototype.replaceSync) {
    root.adoptedStyleSheets = [sheetOf(css, Sheet)];
    return;
  }
  // At the address are all of them: once is enough.
  if (href && root.querySelector("link[rel=stylesheet]")) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href ?? URL.createObjectURL(new Blob([css], { type: "text/css" }));
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(failure("download-failed", link.href, "could not be loaded"));
    };
    (root.head ?? root).append(link);
  });
}
