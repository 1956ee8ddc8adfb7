// What somebody was doing in a field when the widget stopped, and doing it again with the next one: the key or click that
// ended the instance is not in its journal.

export const ticked = (field) => /^(radio|checkbox)$/.test(field.type);

export const isField = (node) => /^(input|textarea|select)$/.test(node?.localName);

/** Gives what was used last in a place: WebKit gives no focus to what is clicked. */
export function watchUse(place) {
  let used = null;
  for (const name of ["input", "change", "click"]) place.addEventListener(name, ({ target }) => (used = target), true);
  return () => used;
}

/** The field in use, by the nearest id and its place there, and what stands in it; null where there is none. */
export function fieldInUse(root, used) {
  const field = isField(used) ? used : root.activeElement;
  const holder = field?.closest("[id]");
  if (!holder || !isField(field)) return null;
  return { id: holder.id, place: [holder, ...holder.querySelectorAll("*")].indexOf(field), value: field.value, checked: field.checked };
}

/**
 * Gives the field its focus back, as soon as it is drawn and unless the visitor is elsewhere by then, and does again what
 * was done in it, unless the page has set other answers since.
 */
export function useAgain(root, inUse, replaced, tries = 40) {
  const { id, place, value, checked } = inUse;
  const holder = root.getElementById(id);
  const field = holder && [holder, ...holder.querySelectorAll("*")][place];
  if (!field) {
    if (tries && root.host.isConnected && !root.activeElement) setTimeout(useAgain, 50, root, inUse, replaced, tries - 1);
    return;
  }
  field.focus();
  if (replaced) return;
  if (ticked(field)) {
    if (field.checked !== checked) field.click();
  } else if (field.value !== value) {
    field.value = value;
    field.dispatchEvent(new Event(field.localName === "select" ? "change" : "input", { bubbles: true, composed: true }));
  }
}
