// Printing: a stand-in for the browser's dialogue, and the text that would be printed.

// The browser's own dialogue would block the test; what counts is that it is called, and where.
export const before = () => {
  window.printed = window.printed ?? 0;
  window.print = () => {
    window.top.printed += 1;
  };
};

/** The text that would be visible in print. */
export const paper = ({ one }) => {
  const page = one("iframe").contentDocument;
  const text = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.ownerDocument.defaultView.getComputedStyle(node).display === "none") return "";
    return [...node.childNodes].map(text).join(" ");
  };
  return text(page.body).replace(/\s+/g, " ");
};
