// The places of the journey in the browser's history, so that Back goes to the place before: for pages that hold nothing
// but the self-check and ask for it by `history="on"`. Other pages keep their history to themselves.

const KEY = "readiness-check";

/** Notes the place that is gone to as a new entry of the history. */
export function noted(from, to) {
  try {
    if (history.state?.[KEY] === undefined) history.replaceState({ [KEY]: from }, "");
    history.pushState({ [KEY]: to }, "");
  } catch {
    // A sandbox may refuse it, and browsers refuse too many.
  }
}

/** Calls `go` with the place of the entry that the visitor went back or on to; gives what ends that. */
export function followed(go) {
  const hear = ({ state }) => {
    if (state?.[KEY] !== undefined) go(state[KEY]);
  };
  window.addEventListener("popstate", hear);
  return () => window.removeEventListener("popstate", hear);
}
