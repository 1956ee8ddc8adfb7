// The styles of the widget, and its paper.

import { failure } from "./faults.js";

/** Gives a root, or the page of a frame, the styles `css`; where a browser takes them only by an address, at `href`, if there is one. */
export async function style(root, window, css, href) {
  const Sheet = window.CSSStyleSheet;
  if ("adoptedStyleSheets" in root && Sheet.prototype.replaceSync) {
    const sheet = new Sheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href ?? URL.createObjectURL(new Blob([css], { type: "text/css" }));
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(failure("download-failed", link.href, "could not be loaded"));
    (root.head ?? root).append(link);
  });
}

/** Prints the result alone: a copy of it in a frame of its own, so that nothing of the host's page is on the paper. */
export async function print(root, mount, css, href) {
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
  // A programme is printed as it stands, its card open or closed, and so is the list of what is done already.
  for (const folded of copy.querySelectorAll("details:not(.programme):not(.as-it-is)")) folded.open = !folded.matches(".help, .more, .result .point .source, .result .missing .source");
  page.body.append(copy);
  await style(page, frame.contentWindow, css, href);
  frame.contentWindow.focus();
  frame.contentWindow.print();
}
