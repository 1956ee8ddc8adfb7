// Whether others use this computer too, as the visitor said: then answers are kept in the tab alone. It holds for the tab, and
// for every element of the page.

const KEY = "readiness-check:shared-computer";

/** Where the browser keeps nothing it holds for the page. */
let said = false;
/** What every element on the page does when it changes. */
const listeners = new Set();

export function isShared() {
  try {
    return window.sessionStorage.getItem(KEY) === "yes";
  } catch {
    return said;
  }
}

export function setShared(shared) {
  said = shared;
  try {
    if (shared) window.sessionStorage.setItem(KEY, "yes");
    else window.sessionStorage.removeItem(KEY);
  } catch {
    // See `said`.
  }
  for (const changed of listeners) changed();
}

export const onShared = (changed) => listeners.add(changed);
export const offShared = (changed) => listeners.delete(changed);
