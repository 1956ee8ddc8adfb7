// The keys for undoing. Only these come to the module: what is typed must reach its field, whatever a key may end.

import { isField, ticked } from "./typing.js";

const isText = (node) => isField(node) && !ticked(node) && node.type !== "file";

/** Calls `travel` where somebody presses the keys for undoing (`true`) or doing again in `place`, but not in fields for text, where the browser undoes what was typed. `travel` gives whether there was anything to do. */
export function undoing(place, travel) {
  place.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const letter = (ctrlKey || metaKey) && !altKey && !isText(target) ? key?.toLowerCase() : "";
    const back = letter === "z" && !shiftKey;
    const again = (letter === "z" && shiftKey) || (letter === "y" && !shiftKey);
    if ((back || again) && travel(back)) event.preventDefault();
  });
}
