// The language that a visitor chose: it outlives a reload where answers do. Chosen is only what differs from the page.

const KEY = "readiness-check:language";
const LANGUAGES = ["zh-CN", "en"];

/** The language that was chosen in this storage (`local`, `session` or `none`), if any. */
export function chosenIn(storage) {
  try {
    const chosen = window[`${storage}Storage`]?.getItem(KEY);
    return LANGUAGES.includes(chosen) ? chosen : null;
  } catch {
    return null;
  }
}

/** Keeps a choice, or forgets it where it is none. */
export function keepChosen(storage, chosen) {
  try {
    if (chosen) window[`${storage}Storage`]?.setItem(KEY, chosen);
    else window[`${storage}Storage`]?.removeItem(KEY);
  } catch {
    // Without storage it lasts as long as the page.
  }
}
