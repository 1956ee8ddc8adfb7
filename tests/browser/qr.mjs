// What a camera would read: QR codes in screenshots and on the pages of a PDF.

import { PDFiumLibrary } from "@hyzyla/pdfium";
import jsQR from "jsqr";
import { PNG } from "pngjs";

/** The text of the QR code, dark on light, in a picture; null where there is none. */
const read = (pixels, width, height) => jsQR(new Uint8ClampedArray(pixels), width, height, { inversionAttempts: "dontInvert" })?.data ?? null;

/** The text of the QR code in a screenshot, a PNG in base64. */
export function inScreenshot(base64) {
  const { data, width, height } = PNG.sync.read(Buffer.from(base64, "base64"));
  return read(data, width, height);
}

/** What `look` finds on each page of a PDF. */
async function onPages(pdf, look) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const found = [];
  for (const page of document.pages()) found.push(await look(page));
  document.destroy();
  library.destroy();
  return found;
}

/** The text of the QR code on each page of a PDF, drawn with 216 dots an inch; null where a page has none. */
export const inPdf = (pdf) => onPages(pdf, async (page) => {
  const { data, width, height } = await page.render({ scale: 3, render: "bitmap" });
  return read(data, width, height);
});

/** The words on each page of a PDF. */
export const wordsInPdf = (pdf) => onPages(pdf, (page) => page.getText());
