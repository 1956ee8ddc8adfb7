// The widget as a visitor uses it: a track, a page of an element, its first question.

export default {
  inPage: (given) => {
    const element = () => document.querySelector("readiness-check");
    const widget = () => element()?.shadowRoot;
    // Until the module is there a start screen stands in for the widget, in a root of its own.
    const before = () => [...(widget()?.children ?? [])].find((child) => child.shadowRoot)?.shadowRoot;
    const one = (selector) => widget()?.querySelector(selector);
    const TRACK = '.start .track[data-track="discrete"]';
    const track = () => one(TRACK) ?? before()?.querySelector(TRACK);
    const step = () => widget()?.querySelectorAll(".steps .wide .step")[given.page];
    const place = (name) => widget()?.querySelectorAll(".places .place")[given.places.indexOf(name)];
    const isHere = (button) => button?.hasAttribute("aria-current");
    const asText = (value) => (value === true ? "yes" : value === false ? "no" : value);
    const field = (id, value) => one(`#q-${id} input[type=text]`) ?? one(`#q-${id} input[value="${asText(value)}"]`);

    /** What to click to come to the measured page, from wherever a visitor is. */
    const way = () => track() ?? (step() && !isHere(step()) ? step() : null) ?? (step() ? null : place("answer"));

    // A choice on the start screen is to be taken over by the widget: only where it stays at its own start is it lost.
    const LOST = 1500;
    let chosenEarly = false;
    let lostAt = Infinity;
    function isTakenOver() {
      chosenEarly ||= !one(TRACK) && !!before();
      if (!chosenEarly || !one(TRACK)) return false;
      lostAt = Math.min(lostAt, performance.now() + LOST);
      return performance.now() < lostAt;
    }

    return {
      root: () => widget() ?? document,
      first: track,
      score: () => one(".live .range-figures"),
      nextClick() {
        if (isTakenOver()) return null;
        if (way()) return { click: way() };
        return { click: one(`#q-${given.probe} input[type=radio]`), answers: true };
      },
      target(id, value) {
        const found = field(id, value);
        return found.type === "text" ? { type: found } : { click: found };
      },
      shows(id, value) {
        const found = field(id, value);
        return !!found && (found.type === "text" ? found.value === String(value) : found.checked);
      },
      load(answers) {
        element().answers = { ...given.document, answers };
        // To the page on which they are looked at, where the widget does not stay on it.
        let last = null;
        const go = () => {
          const next = way();
          if (next && next !== last) next.click();
          last = next;
          if (next || !one(`#q-${given.probe}`)) requestAnimationFrame(go);
        };
        go();
      },
      setLanguage: () => one(".language").click(),
      open: (name) => place(name).click(),
      isOpen: (name) => isHere(place(name)) && widget().activeElement === one("#heading"),
    };
  },
};
