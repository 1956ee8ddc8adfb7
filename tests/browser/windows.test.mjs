// Windows in processes of their own that write at the same time, not in turn: each answers its own questions.

import assert from "node:assert/strict";
import { field, inBrowser } from "./browser.mjs";

const KEY = "readiness-check:ningbo-3511-2018";
const ROUNDS = 3;
const MOST_ROUNDS = 12;
const WRITES = 40;
const OWN = [
  ["equipment-kinds", "software-copyrights", "invention-patents-filed"],
  ["equipment-sets", "standard-drafts", "invention-patents-granted"],
];
// The windows behind would be slowed down; separate windows of one browser get processes of their own, which the test checks.
const flags = ["--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows"];

/**
 * Types `writes` numbers from `first` on into the fields in turn, each in a task of its own, as soon as one of the windows
 * says at which moment. Keeps the time of each, and of a loop at the start that lets nothing else run in this process.
 */
const race = ({ one }, { starts, fields, first, writes }) => {
  window.race = null;
  const between = new BroadcastChannel("race");
  const { port1, port2 } = new MessageChannel();
  const times = [];
  const busy = [];
  const start = (at) => {
    between.close();
    while (Date.now() < at);
    busy.push(Date.now());
    while (Date.now() < at + 800);
    busy.push(Date.now());
    port2.postMessage(null);
  };
  port1.onmessage = () => {
    const input = one(fields[times.length % fields.length]);
    input.value = String(first + times.length);
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    times.push(Date.now());
    if (times.length < writes) port2.postMessage(null);
    else window.race = { busy, times };
  };
  between.onmessage = ({ data }) => start(data);
  if (!starts) return;
  const at = Date.now() + 200;
  between.postMessage(at);
  setTimeout(start, 0, at);
};
const overlap = ([one, other]) => one[0] < other.at(-1) && other[0] < one.at(-1);

inBrowser("two windows that write at the same time: no answer of either is lost", { page: "english", flags }, async (visit) => {
  await visit.begin();
  const first = await visit.driver.getWindowHandle();
  await visit.driver.switchTo().newWindow("window");
  await visit.open("english");
  await visit.until("its page is entered", ({ one }) => !!one("#q-equipment-kinds"));
  const windows = [first, await visit.driver.getWindowHandle()];
  const answers = {};
  let together = 0;
  for (let round = 1; together < ROUNDS; round += 1) {
    for (const [index, name] of windows.entries()) {
      await visit.driver.switchTo().window(name);
      const from = round * 1000 + index * 500;
      await visit.run(race, { starts: index === windows.length - 1, fields: OWN[index].map(field), first: from, writes: WRITES });
      for (let done = 0; done < WRITES; done += 1) answers[OWN[index][done % OWN[index].length]] = from + done;
    }
    const ran = [];
    for (const name of windows) {
      await visit.driver.switchTo().window(name);
      ran.push(await visit.until("it has written all", () => window.race));
    }
    assert.ok(overlap(ran.map(({ busy }) => busy)), `they are processes of their own: ${JSON.stringify(ran.map(({ busy }) => busy))}`);
    // On a busy machine one of them may have written all before the other has its turn: such a round does not count.
    const atOnce = overlap(ran.map(({ times }) => times));
    assert.ok(atOnce || round < MOST_ROUNDS, `they write at the same time: ${JSON.stringify(ran.map(({ times }) => [times[0], times.at(-1)]))}`);
    if (atOnce) together += 1;
    for (const name of windows) {
      await visit.driver.switchTo().window(name);
      for (const [question, count] of Object.entries(answers)) {
        await visit.until(`round ${round}: ${question} is ${count}`, ({ one }, s, text) => one(s)?.value === text, field(question), String(count));
      }
      const kept = JSON.parse((await visit.stored())[KEY]).sheet.document.answers;
      assert.deepEqual(kept, answers, `round ${round}: what is stored`);
    }
  }
  await visit.reload();
  for (const [question, count] of Object.entries(answers)) assert.equal(await visit.value(field(question)), String(count), "after a reload");
});
