// The edge of the root. Scripts of pages spare fields by `event.target`, which for them is the element, never the field in
// it: they would take keys, taps and pastes away. So what is done in a field ends at the edge, as far as no page needs it.

const FIELD = "input, textarea, select, label";
const CONTROL = `${FIELD}, button, summary, a`;
/** By what the event came from. Links, buttons and plain text let clicks through: pages close their menus by those. */
const STOPPED = [
  [CONTROL, "keydown keypress keyup touchstart touchend"],
  [FIELD, "beforeinput input paste copy cut drop dragstart selectstart contextmenu pointerdown pointerup mousedown mouseup click dblclick"],
];
/** Whether a key operates the page around a field: it leaves dialogs, moves the focus, or is a shortcut that edits no text. */
const isOfPage = ({ key = "", ctrlKey, metaKey, altKey }) =>
  /^(Escape|Tab|F\d+|Alt|Control|Meta|Shift)$/.test(key) || ((ctrlKey || metaKey) && !altKey && /^[^acvxyz]$/i.test(key));

/** Keeps from the page what is done in the fields of a root. */
export function closeEdge(root) {
  for (const [from, names] of STOPPED) {
    const stop = (event) => {
      if (event.target.closest?.(from) && !isOfPage(event)) event.stopPropagation();
    };
    for (const name of names.split(" ")) root.addEventListener(name, stop, { passive: true });
  }
}
