// Answers that come and go by the page: a file to be saved, a text to be copied, a file that is chosen or dropped, a code in
// the address. Nothing of it leaves the page.

/** How long a file is kept for a browser that saves it slowly, or asks where. */
const KEPT = 60000;

/** Has the browser save a text as a file. Apps and sandboxes that allow no downloads say nothing. */
export function saveAs(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  // It is in no page, so that no script of the page takes the click for its own.
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/** The old way, for pages without https and frames: scripts of the page that add words of their own come too late. */
function copyOld(text) {
  let done = false;
  const give = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  addEventListener("copy", give, true);
  try {
    document.execCommand("copy");
  } finally {
    removeEventListener("copy", give, true);
  }
  return done;
}

/** Copies the text of a field; gives whether the browser did it. Else the text stays selected there. */
export async function copyFrom(field, within) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // There is no such thing, or it is not allowed here.
  }
  const before = within.activeElement;
  field.focus();
  field.select();
  const done = copyOld(field.value);
  if (done) before?.focus();
  return done;
}

/** Reads what is chosen or dropped in `place`: `accepts` is asked by size before anything is read, `open` takes the bytes. */
export function receiving(place, accepts, open) {
  function read(file) {
    if (!file || !accepts(file.size)) return;
    const reader = new FileReader();
    // What cannot be read is as good as empty.
    reader.onloadend = () => open(new Uint8Array(reader.result ?? 0));
    reader.readAsArrayBuffer(file);
  }
  place.addEventListener("change", ({ target }) => {
    if (target.type !== "file") return;
    read(target.files[0]);
    // The same file may be chosen again.
    target.value = "";
  });
  const box = ({ target }) => target.closest?.(".drop");
  const lit = (box, on) => box?.classList.toggle("over", on);
  place.addEventListener("dragover", (event) => {
    const over = box(event);
    // Without this the browser would leave the page and show the file.
    if (!over || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    lit(over, true);
  });
  place.addEventListener("dragleave", (event) => lit(box(event), false));
  place.addEventListener("drop", (event) => {
    const over = box(event);
    lit(over, false);
    if (!over || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    // The page around may take files too.
    event.stopPropagation();
    read(event.dataTransfer.files[0]);
  });
}

/** What opens this page on another device: nothing where it is a file, or has no address. */
export const addressHere = () => (/^https?:$/.test(location.protocol) ? location.href.replace(/#.*/, "") : "");

const IN_ADDRESS = /#readiness=([^&]*)(&(?:part|filled)=[\w-]+)?/;

/** Calls `offer` with the code in the address, now and whenever there is another; gives what ends that. The address stays as it is. */
export function offering(offer) {
  const look = () => {
    const [link, code, part] = IN_ADDRESS.exec(location.hash) ?? [];
    // Of the part of a department the link names which one it is.
    if (code) offer(part ? link : code);
  };
  look();
  addEventListener("hashchange", look);
  return () => removeEventListener("hashchange", look);
}
