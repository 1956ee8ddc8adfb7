// What arrives in the place for saving and opening.

import { field, Key } from "./browser.mjs";

/** At the place, with two answers of one's own, and a plant where one is given. */
export async function begun(visit, plant) {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.type(field("software-copyrights"), "3");
  if (plant) {
    await visit.place("result");
    await visit.type("#plant", plant);
  }
  await visit.place("exchange");
}

/** Puts a text into the field for it, and opens it. */
export async function paste(visit, text) {
  await visit.click("#open-text");
  await visit.driver.actions().keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL).perform();
  await visit.cdp("Input.insertText", { text });
  await visit.click(".drop .primary");
  await arrived(visit);
}

export const arrived = (visit) => visit.until("it has arrived, and has the focus", ({ one, root }) => !!one("#arrived") && root.activeElement === one("#arrived"));
