/** Whether the browser keeps something of ours of which `holds` is true, which gets its key and where it is kept. */
export function keeps(holds) {
  try {
    return [window.localStorage, window.sessionStorage].some((storage) =>
      Object.keys(storage).some((key) => /^readiness-check:/.test(key) && holds(key, storage)));
  } catch {
    return false;
  }
}
