// What the attributes of an element say, each checked: one that cannot be used is told to the visitor, and the default stands.

import { addressHere } from "./carry.js";
import { isShared } from "./computer.js";
import { KNOWN, isKnown } from "./data.js";
import { DEFAULT_STANDARD } from "./standard.js";

const STORAGES = ["local", "session", "none"];
/** What a page may say of itself: longer texts are cut. */
const LONGEST_CONTACT = 120;

const valueOf = (element, name) => element.getAttribute(name)?.trim() ?? "";

/** Where the page has answers kept. */
export const storageOf = (element) => (STORAGES.includes(valueOf(element, "storage")) ? valueOf(element, "storage") : "local");

/** All settings of an element that is shown in `lang`, with one of these `themes`. */
export function settingsOf(element, lang, themes) {
  const bad = [];
  function setting(name, allowed, fallback = allowed[0]) {
    const value = valueOf(element, name);
    if (value === "" || allowed.includes(value)) return value || fallback;
    bad.push([name, value, allowed.join(", ")]);
    return fallback;
  }
  let standard = valueOf(element, "standard") || DEFAULT_STANDARD;
  if (!isKnown(standard)) {
    // A frame takes addresses of its own origin alone: see frame.js.
    bad.push(["standard", standard, `${KNOWN}, ${"ownOrigin" in element.dataset ? `${new URL(location.href).origin}/…` : "URL"}`]);
    standard = DEFAULT_STANDARD;
  }
  const asked = setting("storage", STORAGES);
  const sharedComputer = asked === "local" ? isShared() : null;
  return {
    standard,
    lang,
    storage: sharedComputer ? "session" : asked,
    sharedComputer,
    key: valueOf(element, "storage-key"),
    theme: setting("theme", themes),
    track: valueOf(element, "track"),
    header: setting("header", ["full", "compact"]),
    contact: valueOf(element, "contact").slice(0, LONGEST_CONTACT),
    sharing: setting("sharing", ["ask", "off"]),
    history: setting("history", ["on", "off"], "off"),
    host: location.host || location.protocol,
    address: addressHere(),
    bad,
  };
}

/** Whether the browser keeps a draft in the place of an element; `web/store.rs` names it. */
export function hasDraft({ standard, storage, key }) {
  try {
    const own = key && key !== standard ? `${key}:${standard}` : standard;
    return !!window[`${storage}Storage`]?.getItem(`readiness-check:${own}`);
  } catch {
    return false;
  }
}
