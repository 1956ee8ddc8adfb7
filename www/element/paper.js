// The paper of the widget.

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
async function paperFrame(root, mount, drawn, dressed) {
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
    await dressed(page, frame.contentWindow);
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
 * `dressed` gives a page the styles. `tell` is called with whether printing began: Safari says so only later, and a sandbox
 * that forbids it, or an app without a printer, says nothing.
 */
export async function print(root, mount, drawn, dressed, tell) {
  root.querySelector("iframe")?.remove();
  const frame = await paperFrame(root, mount, drawn, dressed);
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
