// What is said where the widget does not run: a message with a button, to the visitor; an event, to the page; and a line on
// the console, to the web master.

const primary = (tag) => (tag.trim().toLowerCase().split(/[-_]/)[0] === "en" ? "en" : "zh-CN");

/** The language of an element: the nearest `lang` around it, through the shadow roots it may stand in. */
export function langOf(element) {
  for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
    const lang = node.getAttribute("lang");
    if (lang?.trim()) return primary(lang);
  }
  return "zh-CN";
}

/** Shows a message with a button in a root; with the children of the element where `children` says so. */
export function card(root, lang, children, [sentence, label], act) {
  const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  const box = make("div", "");
  box.setAttribute("role", "alert");
  box.lang = lang;
  box.translate = false;
  // The styles may be what is missing.
  box.style.cssText = "all:initial;display:block;padding:16px;border:2px solid;font:16px/1.6 sans-serif;color:#1f1f1f;background:#fff";
  const button = make("button", label);
  button.type = "button";
  button.style.font = "inherit";
  button.style.padding = "8px 20px";
  button.onclick = act;
  box.append(make("p", sentence), button);
  root.textContent = "";
  if (children) root.append(make("slot", ""));
  root.append(box);
  return button;
}

/** Says to the page and on the console what failed. Gives the code, and the words for it where they can be had. */
export async function report(cause, element, files) {
  const message = String(cause?.message ?? cause);
  const tell = (code) => {
    const detail = { code, message };
    element.dispatchEvent(new CustomEvent("readiness-error", { bubbles: true, composed: true, detail }));
    return code;
  };
  let code = cause?.code && tell(cause.code);
  const words = await files.script("failures").catch(() => null);
  code = code || tell(words?.codeOf(cause) ?? "failed");
  console.error(`readiness-check: ${code}: ${message}; ${words?.advice(code, cause?.file) || "see doctor.html"}`);
  return { code, words };
}

const FAILED = {
  "zh-CN": ["自评工具未能加载，请重试或刷新页面。", "重试"],
  en: ["The self-check could not be loaded. Try again, or reload the page.", "Try again"],
};

/** Says it to the visitor too, with a button for another try. */
export async function showFailure(cause, element, root, files, lang, again) {
  const button = card(root, lang, true, FAILED[lang], again);
  const { code, words } = await report(cause, element, files);
  if (words && button.isConnected) card(root, lang, true, words.card(code, lang === "en"), again);
}
