// When nothing is drawn anew for a moment. Between pressing on something and the click, so that what is pressed does not move
// from under it: leaving a field may show an error above. And while an input method composes, so that nothing is searched
// for, said or put in the place of letters that are not meant yet.

/** What ends a press, the choice in a list that opened too: also what a browser tells where it keeps the end of it to itself. */
const ENDS = ["mouseup", "dragend", "drop", "contextmenu", "keydown", "input", "blur", "pointercancel"];

/**
 * Watches the node in which a widget is drawn; `hold` is told whether it must wait. `release` is called in the event in
 * which a press does what it is for, before the widget hears of it: what comes of it is drawn at once, not a picture later.
 */
export function holding(place, hold, release) {
  let pressed = false;
  /** Whether the press has ended, and what it does is still to come. */
  let ending = false;
  let composing = false;
  const now = (press, compose) => {
    if (press === pressed && compose === composing) return;
    [pressed, composing] = [press, compose];
    hold(pressed || composing);
  };
  const released = () => {
    for (const name of ENDS) removeEventListener(name, released, true);
    ending = true;
    setTimeout(() => {
      ending = false;
      now(false, composing);
    });
  };
  const free = () => ending && !composing && release();
  const listen = (name, act) => place.addEventListener(name, act, true);
  listen("mousedown", ({ button }) => {
    if (button !== 0) return;
    for (const name of ENDS) addEventListener(name, released, true);
    now(true, composing);
  });
  // Not with the click on a box: it is ticked before that is told and says so after it, and drawing sets boxes.
  listen("click", ({ target }) => target.closest("button") && free());
  listen("change", free);
  listen("compositionstart", () => now(pressed, true));
  listen("compositionend", () => now(pressed, false));
  // A field that goes away while it is composed in tells no end.
  listen("focusout", () => now(pressed, false));
}
