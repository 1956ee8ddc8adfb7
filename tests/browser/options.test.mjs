// What a page asks of the element beside language, standard and storage: one track, a compact head, a contact, no consent,
// and places in the history.

import assert from "node:assert/strict";
import { ADDRESS, field, inBrowser } from "./browser.mjs";

const set = (visit, attributes) =>
  visit.run(({ element }, attributes) => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value)), attributes);

inBrowser("a page may fix the track, leave out title and consent, and name a contact", {}, async (visit) => {
  assert.equal(await visit.run(({ all }) => all(".start .track").length), 2);
  await set(visit, { track: "process", header: "compact", sharing: "off", contact: "  经信局智能制造处 <b>0574</b>  " });
  await visit.until("one track is offered", ({ all }) => all(".start .track").length === 1);
  await visit.until("the title is left to the page", ({ one }) => one("header h2").getBoundingClientRect().height <= 1);
  assert.match(await visit.text("footer"), /联系：经信局智能制造处 <b>0574<\/b>$|联系：经信局智能制造处 <b>0574<\/b> /);
  await visit.begin();
  await visit.until("it is the process track", ({ one }) => !!one("#q-equipment-kinds"));
  await visit.type(field("equipment-kinds"), "8");
  await visit.place("result");
  assert.equal(await visit.run(({ one }) => !!one(".consent")), false, "nobody is asked to share");
  await set(visit, { sharing: "ask" });
  await visit.until("the page may ask again", ({ one }) => !!one(".consent"));
  const stored = Object.values(await visit.stored()).join();
  assert.match(stored, /"track":"process"/);
});

inBrowser("a value that is not allowed is named, with what is", { page: "english" }, async (visit) => {
  await set(visit, { track: "mixed", header: "none", sharing: "always", history: "yes" });
  await visit.until("four notices are shown", ({ all }) => all(".notices .notice").length === 4);
  const notices = (await visit.texts(".notices .notice")).join("\n");
  for (const wanted of [/track.*mixed.*discrete, process/, /header.*none.*full, compact/, /sharing.*always.*ask, off/, /history.*yes.*on, off/]) {
    assert.match(notices, wanted);
  }
});

for (const page of ["frame.html", "offline.html"]) {
  inBrowser(`in ${page} Back goes to the place before, and answers stay`, { page: null }, async (visit) => {
    await visit.driver.get(`${ADDRESS}/${page}`);
    await visit.shown();
    await visit.begin();
    await visit.type(field("equipment-kinds"), "many");
    await visit.place("result").catch(() => visit.place("result"));
    await visit.place("plan");
    await visit.driver.navigate().back();
    await visit.until("the result is there again", ({ one }) => !!one(".screen.result"));
    await visit.driver.navigate().back();
    await visit.until("what was typed is there", ({ one }, field) => one(field)?.value === "many", field("equipment-kinds"));
    await visit.driver.navigate().back();
    await visit.until("it is the start", ({ one }) => !!one(".start"));
    await visit.driver.navigate().forward();
    await visit.until("it is the first page", ({ one }) => !!one("#q-equipment-kinds"));
    assert.equal(await visit.run(() => location.hash), "");
  });
}

inBrowser("in a page of others the history is left alone", {}, async (visit) => {
  const before = await visit.run(() => history.length);
  await visit.begin();
  await visit.place("result");
  await visit.place("plan");
  assert.equal(await visit.run(() => history.length), before);
});
