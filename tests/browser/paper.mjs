// Printing: a stand-in for the browser's dialogue, and the text that would be printed.

// The browser's own dialogue would block the test; what counts is that it is called, and where.
export const before = () => {
  window.printed = window.printed ?? 0;
  window.print = () => {
    window.top.printed += 1;
  };
};

/** The PDF that the browser makes of what was last printed; it takes the place of the page. */
export async function pdf(visit) {
  const html = await visit.run(({ one }) => {
    const page = one("iframe").contentDocument;
    const css = [...page.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join("\n");
    return `<!doctype html><html lang="${page.documentElement.lang}"><head><meta charset="utf-8"><style>${css}</style></head>${page.body.outerHTML}</html>`;
  });
  const { frameTree } = await visit.cdp("Page.getFrameTree");
  await visit.cdp("Page.setDocumentContent", { frameId: frameTree.frame.id, html });
  const { data } = await visit.cdp("Page.printToPDF", { preferCSSPageSize: true, paperWidth: 8.27, paperHeight: 11.69 });
  return Buffer.from(data, "base64");
}

/** How many pages a PDF has. */
export const pages = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;

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
