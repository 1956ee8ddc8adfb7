// What a visitor meets where the browser keeps nothing.

import assert from "node:assert/strict";
import { field } from "./browser.mjs";

/** Answers a question: a notice says that nothing is saved, and the answer stays on the page. */
export async function answersUnsaved(visit) {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.untilText(".notices", "The browser could not save your answers");
  await visit.step(1);
  await visit.step(0);
  assert.equal(await visit.value(field("equipment-kinds")), "8");
}
