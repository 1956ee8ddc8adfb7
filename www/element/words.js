// The language of an element, and the one thing that is said without the engine: a message with a button.

export const primary = (tag) => (tag.trim().toLowerCase().split(/[-_]/)[0] === "en" ? "en" : "zh-CN");

/** The language of an element: the nearest `lang` around it, through the shadow roots it may stand in. */
export function langOf(element) {
  for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
    const lang = node.getAttribute("lang");
    if (lang?.trim()) return primary(lang);
  }
  return "zh-CN";
}

/** What is said of a failure before more is known. */
export const FAILED = {
  "zh-CN": ["自评工具未能加载，请重试、刷新页面或换用较新的浏览器。", "重试"],
  en: ["The self-check could not be loaded. Try again, reload the page, or use a newer browser.", "Try again"],
};

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
