// What was opened and waits beside the draft: it outlives a reload and a fault, in the tab alone, and nothing of it stays
// where nothing may be kept.

import assert from "node:assert/strict";
import { answerDocument } from "./answers.mjs";
import { begun, paste } from "./arrivals.mjs";
import { ADDRESS, field, inBrowser } from "./browser.mjs";

const KEY = "readiness-check:ningbo-3511-2018";
const THEIRS = JSON.stringify({
  ...answerDocument({ "equipment-kinds": 8, "software-copyrights": 5, "equipment-sets": 30 }),
  profile: { plant: "一厂" },
  saved: { date: "2026-01-09T14:30:00+08:00", engine: "0.1.0", hash: "0".repeat(64) },
});
const kept = (visit) => visit.run((_, key) => JSON.parse(localStorage.getItem(key)).sheet.document.answers, KEY);
/** The names of all that is kept, anywhere, of what waits. */
const waiting = async (visit) => {
  const all = { ...(await visit.stored("localStorage")), ...(await visit.stored("sessionStorage")) };
  return Object.entries(all).filter(([name, text]) => name.endsWith(":arrived") || text.includes("一厂")).map(([name]) => name);
};

inBrowser("a file that waits is there after a reload with what was decided of it, and is gone once it is merged", { page: "english" }, async (visit) => {
  await begun(visit);
  await paste(visit, THEIRS);
  await visit.click(".conflict input[value=theirs]");
  await visit.until("it is decided", ({ one }) => one(".conflict input[value=theirs]").checked);
  assert.deepEqual(await waiting(visit), [`${KEY}:arrived`]);
  assert.equal((await visit.stored())[`${KEY}:arrived`], undefined, "in the tab alone");
  for (let times = 0; times < 2; times += 1) {
    await visit.reload();
    assert.match(await visit.text(".opened dl"), /file.*一厂.*2026-01-09 14:30/);
    assert.equal(await visit.run(({ one }) => one(".conflict input[value=theirs]").checked), true);
    assert.deepEqual(await kept(visit), { "equipment-kinds": 8, "software-copyrights": 3 }, "nothing of it is in the draft");
  }
  await visit.place("result");
  await visit.reload();
  await visit.untilText(".notice", "Look at it");
  await visit.clickText("Look at it");
  await visit.until("it lies there", ({ one }) => !!one(".opened"));
  await visit.click(".deal section:last-child > button");
  await visit.until("the result is entered", ({ one }) => !!one(".result") && !one(".frame[aria-busy]"));
  assert.deepEqual(await kept(visit), { "equipment-kinds": 8, "equipment-sets": 30, "software-copyrights": 5 });
  assert.deepEqual(await visit.run((_, name) => sessionStorage.getItem(name), `${KEY}:arrived`), null);
  await visit.reload();
  assert.equal(await visit.run(({ all }) => all(".notice").filter((notice) => notice.textContent.includes("Look at it")).length), 0);
});

inBrowser("what is put away stays away, and what cannot be read does not wait", { page: "english" }, async (visit) => {
  await begun(visit);
  await visit.requests();
  await paste(visit, THEIRS);
  await visit.click(".opened > .actions .quiet");
  await visit.until("it is put away", ({ one }) => !one(".opened"));
  assert.deepEqual(await waiting(visit), []);
  await paste(visit, THEIRS.slice(0, -1));
  assert.deepEqual(await waiting(visit), []);
  assert.deepEqual(await visit.requests(), [], "nothing leaves the page");
  await visit.reload();
  assert.equal(await visit.run(({ one }) => !!one(".opened")), false);
});

inBrowser("a file that was opened after the link of the address was offered is not lost to the link at a reload", { page: null }, async (visit) => {
  await visit.open("english");
  await begun(visit);
  const code = await visit.value("#short-code");
  await visit.run(({ element }) => element.reset());
  await visit.driver.get("about:blank");
  await visit.driver.get(`${ADDRESS}/pages/english.html#readiness=${code}`);
  await visit.shown();
  await visit.clickText("Look at it");
  await visit.until("the link lies there", ({ one }) => !!one(".opened"));
  await paste(visit, THEIRS);
  await visit.reload();
  await visit.clickText("Look at it");
  await visit.until("the file lies there", ({ one }) => one(".opened dl")?.textContent.includes("一厂"));
  // Another link is another matter.
  await visit.run((_, hash) => { location.hash = hash; }, `#readiness=${code.slice(0, -5)}`);
  await visit.until("it is told", ({ one }) => !!one(".opened .error"));
});

inBrowser("where nothing is kept, nothing of what waits is", { page: "nowhere" }, async (visit) => {
  await begun(visit);
  await paste(visit, THEIRS);
  assert.deepEqual([await visit.stored("localStorage"), await visit.stored("sessionStorage")], [{}, {}]);
  await visit.reload();
  assert.equal(await visit.run(({ one }) => !!one(".screen.start") && !one(".notice")), true);
});

inBrowser("what waits is in no other tab, and goes with all that is deleted on a shared computer", { page: "english", alone: true }, async (visit) => {
  await begun(visit);
  await paste(visit, THEIRS);
  await visit.click('footer input[name="shared-computer"]');
  await visit.untilText("footer .facts", "in this tab only");
  assert.deepEqual(await visit.stored(), {});
  await visit.reload();
  assert.match(await visit.text(".opened dl"), /一厂/);
  const first = await visit.driver.getWindowHandle();
  await visit.driver.switchTo().newWindow("window");
  await visit.open("english");
  assert.deepEqual(await waiting(visit), []);
  assert.equal(await visit.run(({ one }) => !!one(".screen.start") && !one(".notice")), true, "who comes next finds nothing");
  await visit.driver.switchTo().window(first);
  await visit.click("header button:not(.language)");
  await visit.clickText("Delete all");
  await visit.until("the start is shown", ({ one }) => one(".screen.start"));
  assert.deepEqual(await waiting(visit), []);
  await visit.reload();
  assert.equal(await visit.run(({ one }) => !!one(".screen.start") && !one(".notice")), true);
});

inBrowser("what waits goes along when the page asks for another place, and leaves nothing behind", { page: "english" }, async (visit) => {
  await begun(visit);
  await paste(visit, THEIRS);
  const set = async (name, value, names) => {
    await visit.run(({ element }, name, value) => element.setAttribute(name, value), name, value);
    await visit.driver.wait(async () => JSON.stringify(await waiting(visit)) === JSON.stringify(names), 15_000, `waited in vain for ${names}`);
    assert.ok(await visit.run(({ one }) => !!one(".opened") || !!one(".notice")));
  };
  await set("storage-key", "plant-b", ["readiness-check:plant-b:ningbo-3511-2018:arrived"]);
  await set("storage", "session", ["readiness-check:plant-b:ningbo-3511-2018:arrived"]);
  await set("storage", "none", []);
  await set("storage", "local", ["readiness-check:plant-b:ningbo-3511-2018:arrived"]);
});

/** The memory of each instance. */
const before = () => {
  window.memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    if (instance.exports.memory) window.memories.push(instance.exports.memory);
    return instance;
  };
};
const expected = [/Uncaught RuntimeError/, /readiness-check: the engine stopped after a fault/, /readiness-check: engine-stopped: /];

for (const page of ["english", "nowhere"]) {
  inBrowser(`what waits comes back after a fault, on the page "${page}"; if that stops the engine too, the visitor goes on without it`, { page, before, expected }, async (visit) => {
    await begun(visit);
    await paste(visit, THEIRS);
    /** Overwrites the memory of the running instance: the next call into it traps. */
    const stops = async () => {
      await visit.run(({ element }) => {
        new Uint8Array(window.memories.at(-1).buffer).fill(0xff);
        try {
          element.reset();
        } catch {
          // It is told.
        }
      });
      await visit.until("the visitor is told", ({ one }) => !!one("[role=alert] button") && !one(".mount"));
      await visit.clickText("Continue");
      await visit.shown();
    };
    await stops();
    await visit.until("it is there", ({ one }) => !!one(".opened") && one(".opened").textContent.includes("一厂"));
    await stops();
    assert.equal(await visit.run(({ one }) => !!one(".opened")), false);
    assert.deepEqual(await waiting(visit), []);
    if (page === "english") assert.deepEqual(await kept(visit), { "equipment-kinds": 8, "software-copyrights": 3 });
    await visit.begin();
    assert.equal(await visit.value(field("equipment-kinds")), "8");
  });
}
