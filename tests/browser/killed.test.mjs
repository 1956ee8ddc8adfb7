// The process of a tab ends at once, as it does where memory is short: no event tells of it, and nothing is cleaned up.

import assert from "node:assert/strict";
import { paste } from "./arrivals.mjs";
import { field, inBrowser } from "./browser.mjs";

const KEY = "readiness-check:ningbo-3511-2018";

/** Ends the process of the tab that is open, and goes on in the other one. */
async function kill(visit, other) {
  await visit.cdp("Page.crash").then(() => assert.fail("it lives"), () => {});
  await visit.driver.switchTo().window(other);
}

inBrowser("a tab that is killed right after a key has lost nothing", { page: "english", alone: true }, async (visit) => {
  const first = await visit.driver.getWindowHandle();
  await visit.driver.switchTo().newWindow("window");
  const second = await visit.driver.getWindowHandle();
  await visit.driver.switchTo().window(first);
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.place("exchange");
  await paste(visit, await visit.value("#short-code"));
  await visit.step(0);
  await visit.click(field("equipment-sets"));
  await visit.press("2");
  // Not a moment later: the key is in the field, and nothing was left.
  await kill(visit, second);
  await visit.open("english");
  const draft = JSON.parse((await visit.stored())[KEY]);
  assert.deepEqual(draft.sheet.document.answers, { "equipment-kinds": 8, "equipment-sets": 2 });
  await visit.until("the fields show it", ({ one }, a, b) => one(a)?.value === "8" && one(b)?.value === "2", field("equipment-kinds"), field("equipment-sets"));
  assert.equal(await visit.run(({ one }) => !!one(".opened")), false, "what waits was in the other tab alone");
});
