// The styles of the widget, and its paper.

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

/**
 * The paper in the page of `mount`: a place like that, with what the widget drew to be printed. What is folded away on the
 * screen is the reasoning, which stands open on it. Footnotes are numbers there, and one list. A programme is printed as it
 * stands, its card open or closed, and so is the list of what is done already.
 */
function paper(mount, drawn) {
  const copy = mount.cloneNode(false);
  copy.append(drawn);
  copy.classList.add("printed");
  copy.dataset.theme = "light";
  for (const folded of copy.querySelectorAll("details:not(.programme):not(.as-it-is)")) folded.open = !folded.matches(".help, .more, .note");
  return copy;
}

/** A frame that holds the paper and nothing of the host's page; null where the browser gives nobody what is in it, as in a sandbox without an origin. */
async function paperFrame(root, mount, drawn, css, href) {
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.tabIndex = -1;
  frame.toggleAttribute("inert", true);
  frame.setAttribute("aria-hidden", "true");
  root.append(frame);
  try {
    const page = frame.contentDocument;
    page.documentElement.lang = drawn.lang;
    page.title = root.querySelector("h2").textContent;
    page.body.append(page.adoptNode(paper(mount, drawn)));
    await style(page, frame.contentWindow, css, href);
    return frame.contentWindow;
  } catch {
    frame.remove();
    return null;
  }
}

/**
 * Puts the paper in the place of the widget whenever the page itself is printed, by whoever does it, as a browser's own menu;
 * `draw` gives what is to be printed, or nothing where the widget is printed as it stands. Firefox tells of paper by events,
 * and who makes a picture as if on paper by the media query alone. Gives what ends this.
 */
export function printable(mount, draw) {
  let copy = null;
  let focused = null;
  function put() {
    const drawn = copy ? null : draw();
    if (!drawn) return;
    focused = mount.getRootNode().activeElement;
    copy = paper(mount, drawn);
    mount.style.display = "none";
    mount.after(copy);
  }
  function take() {
    if (!copy) return;
    copy.remove();
    copy = null;
    mount.style.display = "";
    // What is not shown has no focus.
    if (focused && focused !== mount.getRootNode().activeElement) focused.focus({ preventScroll: true });
  }
  const change = ({ matches }) => (matches ? put() : take());
  const signs = [[window, "beforeprint", put], [window, "afterprint", take], [matchMedia("print"), "change", change]];
  for (const [target, sign, hears] of signs) target.addEventListener(sign, hears);
  return () => {
    for (const [target, sign, hears] of signs) target.removeEventListener(sign, hears);
    take();
  };
}

/**
 * Prints what was `drawn` to be printed, alone where that is possible; else the page, with the paper in it: see `printable`.
 * `tell` is called with whether printing began: Safari says so only later, and a sandbox that forbids it, or an app without
 * a printer, says nothing.
 */
export async function print(root, mount, drawn, css, href, tell) {
  root.querySelector("iframe")?.remove();
  const frame = await paperFrame(root, mount, drawn, css, href);
  const target = frame ?? window;
  let began = false;
  const begins = () => {
    began = true;
    tell(true);
  };
  target.addEventListener("beforeprint", begins, { once: true });
  try {
    target.print();
  } catch {
    // There is no such function, or a policy of the browser forbids it.
  }
  if (began) return;
  // Not when the visitor prints the page some other time.
  if (!frame) target.removeEventListener("beforeprint", begins);
  tell(false);
}
