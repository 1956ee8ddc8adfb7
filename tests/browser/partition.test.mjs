// The frame of one site in pages of others, as a bureau may offer it to associations: browsers keep what it stores apart for
// each site around it, or keep nothing at all.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { paste } from "./arrivals.mjs";
import { ADDRESS, field, inBrowser } from "./browser.mjs";
import { serve } from "./server.mjs";
import { answersUnsaved } from "./unsaved.mjs";

let files;
before(async () => { files = await serve(); });
after(() => files.close());

// Names of their own: other ports of 127.0.0.1 are the same site.
const flags = ["--host-resolver-rules=MAP *.test 127.0.0.1"];
const at = (host, address) => address.replace("127.0.0.1", host);

/** Opens a page of `host` with the frame of the bureau in it, and goes into the frame. */
async function framed(visit, host) {
  const asked = new URLSearchParams({ files: at("bureau.test", files.address), frame: "lang=en" });
  await visit.driver.switchTo().defaultContent();
  await visit.driver.get(`${at(host, ADDRESS)}/pages/frames.html?${asked}`);
  await visit.enterFrame();
}

const isAtStart = (visit) => visit.run(({ one }) => !!one(".start"));

inBrowser("what is stored in a frame stays with the site around it, and is there again at the next visit", { page: null, flags }, async (visit) => {
  await framed(visit, "association.test");
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  assert.equal(await visit.run(({ one }) => !!one(".notice")), false, "all is as it should be");

  await framed(visit, "chamber.test");
  assert.equal(await isAtStart(visit), true, "another site shows nothing of it");
  assert.deepEqual(Object.keys(await visit.stored()).filter((key) => key.startsWith("readiness-check:")), []);
  await visit.begin();
  await visit.type(field("equipment-kinds"), "2");

  await visit.driver.switchTo().defaultContent();
  await visit.driver.get(`${at("bureau.test", files.address)}/frame.html?lang=en`);
  await visit.shown();
  assert.equal(await isAtStart(visit), true, "the bureau's own page neither");
  await framed(visit, "association.test");
  assert.equal(await visit.value(field("equipment-kinds")), "8");
  await framed(visit, "chamber.test");
  assert.equal(await visit.value(field("equipment-kinds")), "2");
});

// As browsers do that keep nothing for third parties; Chromium does with its partitions off.
const blocked = {
  page: null,
  flags: [...flags, "--disable-features=ThirdPartyStoragePartitioning,ThirdPartyPartitionedStorageAllowedByDefault"],
  preferences: { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } },
  expected: [/readiness-check: storage-blocked: /],
};

inBrowser("where a frame may store nothing a notice says so, the answers stay on the page, and they can be taken along", blocked, async (visit) => {
  await framed(visit, "association.test");
  const refused = await visit.run(() => { try { return !window.localStorage; } catch { return true; } });
  assert.equal(refused, true, "this browser refuses");
  await answersUnsaved(visit);
  await visit.untilText(".notices", "The browser could not save your answers");
  await visit.place("exchange");
  const code = await visit.value("#short-code");
  await framed(visit, "association.test");
  assert.equal(await isAtStart(visit), true, "as it was said");
  await visit.begin();
  await visit.place("exchange");
  await paste(visit, code);
  await visit.clickText("Use these answers");
  await visit.until("the result is entered", ({ one }) => !!one(".result") && !one(".frame[aria-busy]"));
  await visit.step(0);
  assert.equal(await visit.value(field("equipment-kinds")), "8");

  // The bureau's own page is no third party.
  await visit.driver.switchTo().defaultContent();
  await visit.driver.get(`${at("bureau.test", files.address)}/frame.html?lang=en`);
  await visit.shown();
  await visit.begin();
  await visit.type(field("equipment-kinds"), "5");
  await visit.reload();
  assert.equal(await visit.value(field("equipment-kinds")), "5");
});
