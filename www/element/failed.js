// Says what failed: to the page by an event, on the console to the web master, to the visitor by a sentence.

import { ownScript } from "./files.js";
import { FAILED, card } from "./words.js";

/** What a translator at work may be behind. */
const SHAKEN = ["engine-stopped", "page-damaged"];
const translated = () => /\btranslated-/.test(document.documentElement.className) || !!document.querySelector("font > font");

/** Says on the console and to the page what failed. Gives the code, and the words for it where they can be had. */
export async function say(cause, element) {
  const told = (code) => {
    const detail = { code, message: String(cause?.message ?? cause) };
    element.dispatchEvent(new CustomEvent("readiness-error", { bubbles: true, composed: true, detail }));
    return code;
  };
  let code = cause.code && told(SHAKEN.includes(cause.code) && translated() ? "page-translated" : cause.code);
  const more = await ownScript("failures.js").catch(() => null);
  code = code || told(more?.codeOf(cause) ?? "failed");
  console.error(`readiness-check: ${code}: ${cause?.message ?? cause}; ${more?.advice(code, cause.file) || "see doctor.html"}`);
  return { code, more };
}

/** Says it to the visitor too, with a button for another try. */
export async function show(cause, element, root, lang, again) {
  const box = card(root, lang, true, FAILED[lang], again);
  const { code, more } = await say(cause, element);
  if (more && box.isConnected) card(root, lang, true, more.words(code, lang === "en"), again);
}
