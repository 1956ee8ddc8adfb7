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

/**
 * The paper, in its page. What is folded away on the screen is the reasoning, which stands open on it. Footnotes are numbers there, and one list. A
 * programme is printed as it stands, its card open or closed, and so is the list of what is done already.
 */
function paper(page, mount) {
  const copy = page.importNode(mount, true);
  copy.classList.add("printed");
  copy.dataset.theme = "light";
  for (const folded of copy.querySelectorAll("details:not(.programme):not(.as-it-is)")) folded.open = !folded.matches(".help, .more, .note");
  return copy;
}

/** A frame that holds the paper and nothing of the host's page; null where the browser gives nobody what is in it, as in a sandbox without an origin. */
async function paperFrame(root, mount, css, href) {
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.tabIndex = -1;
  frame.toggleAttribute("inert", true);
  frame.setAttribute("aria-hidden", "true");
  root.append(frame);
  try {
    const page = frame.contentDocument;
    page.documentElement.lang = mount.firstElementChild.lang;
    page.title = root.querySelector("h2").textContent;
    page.body.append(paper(page, mount));
    await style(page, frame.contentWindow, css, href);
    return frame.contentWindow;
  } catch {
    frame.remove();
    return null;
  }
}

/** The listeners that put the paper in the place of the widget for as long as the page itself is printed. */
function swap(mount) {
  let copy = null;
  return {
    beforeprint() {
      copy = paper(document, mount);
      mount.style.display = "none";
      mount.after(copy);
    },
    afterprint() {
      mount.style.display = "";
      copy?.remove();
    },
  };
}

/**
 * Prints what is shown, alone where that is possible. `tell` is called with whether printing began: Safari says so only
 * later, and a sandbox that forbids it, or an app without a printer, says nothing.
 */
export async function print(root, mount, css, href, tell) {
  root.querySelector("iframe")?.remove();
  const frame = await paperFrame(root, mount, css, href);
  const target = frame ?? window;
  const { beforeprint, afterprint } = frame ? {} : swap(mount);
  let began = false;
  const begins = () => {
    began = true;
    beforeprint?.();
    if (afterprint) addEventListener("afterprint", afterprint, { once: true });
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
