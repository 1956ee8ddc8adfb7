// When nothing is drawn anew for a moment. Between pressing on something and the click, so that what is pressed does not move
// from under it: leaving a field may show an error above. And while an input method composes, so that nothing is searched
// for, said or put in the place of letters that are not meant yet.

/** What ends a press, the choice in a list that opened too: also what a browser tells where it keeps the end of it to itself. */
const ENDS = ["mouseup", "dragend", "drop", "contextmenu", "keydown", "input", "blur", "pointercancel"];

/** Watches the node in which a widget is drawn; `hold` is told whether it must wait. */
export function holding(place, hold) {
  let pressed = false;
  let composing = false;
  const now = (press, compose) => {
    if (press === pressed && compose === composing) return;
    [pressed, composing] = [press, compose];
    hold(pressed || composing);
  };
  const released = () => {
    for (const name of ENDS) removeEventListener(name, released, true);
    // Not with the click: a box is ticked before its click is told and says so after it, and drawing sets boxes.
    setTimeout(() => now(false, composing));
  };
  const listen = (name, act) => place.addEventListener(name, act, true);
  listen("mousedown", ({ button }) => {
    if (button !== 0) return;
    for (const name of ENDS) addEventListener(name, released, true);
    now(true, composing);
  });
  listen("compositionstart", () => now(pressed, true));
  listen("compositionend", () => now(pressed, false));
  // A field that goes away while it is composed in tells no end.
  listen("focusout", () => now(pressed, false));
}
