// No figure on any screen without its source within one action.

import assert from "node:assert/strict";
import { inBrowser, PLACES } from "./browser.mjs";
import { firm, inspect, published } from "./figures.mjs";
import { before } from "./paper.mjs";

for (const lang of ["zh-CN", "en"]) {
  inBrowser(`every figure on every screen has its source within one action (${lang})`, { height: 1400, before }, async (visit) => {
    await visit.run(({ element }, lang) => { element.lang = lang; }, lang);
    await visit.until("it speaks the language", ({ one }, lang) => one(".widget").lang === lang, lang);
    const data = await published(visit, lang);
    const [texts, values] = [new Set(), new Set()];
    const faults = new Set();

    /** Checks the current screen; gives how many figures of our own it shows. */
    async function look(where, typed, asking, printed = false) {
      const found = await visit.run(inspect, { ...data, typed, asking, printed });
      found.faults.forEach((fault) => faults.add(`${where}: ${fault}`));
      found.seen.texts.forEach((text) => texts.add(text));
      found.seen.values.forEach((value) => values.add(value));
      return found.seen.own;
    }

    for (const track of ["discrete", "process"]) {
      const { document, typed } = await firm(track, data);
      await visit.run(({ element }, document) => { element.reset(); element.answers = document; }, document);
      await visit.until("it starts", ({ one }) => !!one(".start"));
      await look("start", typed, true);
      await visit.click(`.start [data-track="${track}"]`);
      await visit.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
      const steps = await visit.run(({ all }) => all(".steps .wide .step").length);
      assert.equal(steps, 9);
      const places = [...Array(steps).keys(), ...PLACES.slice(1), "basis", "exchange"];
      for (const place of places) {
        const asking = typeof place === "number";
        await (asking ? visit.step(place) : visit.place(place));
        await visit.until("the screen is there", ({ one }) => !!one(".screen > .facts, .screen > .about, .exchange"));
        // In the table of effects the questions are there to be heard.
        (await visit.texts(".effect-table legend")).forEach((text) => texts.add(text));
        if (place === "programmes") {
          // What is in a card is drawn when it is opened.
          await visit.run(({ all }) => all(".programme, .others").forEach((card) => { card.open = true; }));
          await visit.until("each card is drawn", ({ all }) => all(".programme-body").every((body) => body.childElementCount > 0));
        }
        const own = await look(`${track} ${place}`, typed, asking);
        if (!["programmes", "basis", "exchange"].includes(place)) assert.ok(own > 0, `${track} ${place} shows the index`);
        if (place === "result") {
          await visit.click(".verdict .actions button");
          await visit.until("the report is printed", ({ one }) => !!one("iframe")?.contentDocument.querySelector(".report"));
          assert.ok((await look(`${track} report`, typed, false, true)) > 0, "the report shows the index");
        }
        if (place === "basis") assert.ok(await visit.run(({ all }) => all(".why .point").length > 0), "each point can be followed");
      }
    }
    assert.deepEqual([...faults], []);

    // And every published figure was seen.
    const all = Object.entries(data.values).flatMap(([value, origins]) => origins.map((origin) => [value, ...origin].join("\n")));
    assert.ok(all.length > 50, `${all.length} published figures`);
    assert.deepEqual(all.filter((value) => !values.has(value)), []);
    // What to do is filled in, and checked as such.
    const unseen = Object.keys(data.texts).filter((text) => !texts.has(text) && !text.includes("{0"));
    assert.deepEqual(unseen, []);
  });
}
