// What arrives in the place for saving and opening.

import { Key } from "./browser.mjs";

/** Puts a text into the field for it, and opens it. */
export async function paste(visit, text) {
  await visit.click("#open-text");
  await visit.driver.actions().keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL).perform();
  await visit.cdp("Input.insertText", { text });
  await visit.click(".drop .primary");
  await arrived(visit);
}

export const arrived = (visit) => visit.until("it has arrived, and has the focus", ({ one, root }) => !!one("#arrived") && root.activeElement === one("#arrived"));
