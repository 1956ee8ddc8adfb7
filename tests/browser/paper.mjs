// What goes to the printer: a stand-in for the browser's dialogue, and the text of the paper.

// The browser's own dialogue would stand in the way; that it is called, and where, is what counts.
export const before = () => {
  window.printed = window.printed ?? 0;
  window.print = () => {
    window.top.printed += 1;
  };
};

/** The text of what is to be seen on the paper. */
export const paper = ({ one }) => {
  const page = one("iframe").contentDocument;
  const text = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.ownerDocument.defaultView.getComputedStyle(node).display === "none") return "";
    return [...node.childNodes].map(text).join(" ");
  };
  return text(page.body).replace(/\s+/g, " ");
};
