// The way forward, from the picker of industries to the printed plan.

import assert from "node:assert/strict";
import { field, inBrowser, Key, PLACES } from "./browser.mjs";
import { before, paper } from "./paper.mjs";

const ANSWERS = {
  "equipment-kinds": 6, "equipment-sets": 23, "software-copyrights": 1, "standard-drafts": 0,
  "invention-patents-filed": 1, "invention-patents-granted": 0,
};

/** Chooses automobile manufacturing on the screen of the programmes: the 3511 directory names it, and so do, as
 * automobiles, the clusters of 246. */
async function chooseAutomobiles(visit) {
  await visit.place("programmes");
  await visit.click("#industry-search");
  await visit.press("qczz");
  await visit.until("one industry is found", ({ all }) => all(".picker input[type=checkbox]").length === 1);
  // Past the fold of the list, which the search has opened.
  await visit.press(Key.TAB, Key.TAB, Key.SPACE);
  await visit.until("it stays chosen", ({ one }) => one(".picker .chip")?.textContent.includes("汽车制造"));
}

async function answered(visit) {
  await visit.begin();
  for (const [question, count] of Object.entries(ANSWERS)) await visit.type(field(question), String(count));
  await visit.until("the last answer is judged", ({ all }) => all(".live .badge").length === 3);
}

/** The steps of the first plan: what to do, and from where to where. */
const steps = ({ one }) =>
  [...one(".plans > .course").querySelectorAll("tr[data-step]")].map((step) =>
    [step.querySelector("summary"), step.querySelector("td:nth-of-type(2)")].map((found) => found.textContent.trim()));

inBrowser("from the picker to the printed plan, in Chinese", { before }, async (visit) => {
  await answered(visit);

  await chooseAutomobiles(visit);
  const concerned = await visit.run(({ all }) => {
    const mine = all(".programme").filter((card) => card.querySelector(".head").textContent.includes("行业对得上"));
    return mine.map((card) => card.querySelector("h5").textContent).join();
  });
  assert.match(concerned, /“3511”产业投资导向目录/);
  assert.match(concerned, /“246”/);

  // 8 kinds, 3 copyrights and 3 drafts each, one granted patent: the published numbers under every reading. 23 sets and
  // one patent filed are enough as they are.
  await visit.place("plan");
  await visit.clickFound(await visit.run(({ all }) => all("input[name=target-reach]")[0]), "no mark");
  await visit.until("a plan of four steps is shown", ({ all }) => all(".plans > .course tr[data-step]").length === 4);
  assert.deepEqual(await visit.run(steps), [
    ["再用上2种关键智能制造装备", "6 种 → 8 种"],
    ["再登记2件软件著作权", "1 件 → 3 件"],
    ["再起草3项企业标准、行业标准或国家标准", "0 项 → 3 项"],
    ["再取得1件授权且有效的发明专利", "0 件 → 1 件"],
  ]);
  assert.match(await visit.text(".plan-headline"), /^办 4 件事：已公开的条件都达到$/);

  // Under the readings of its choice the firm has less to do: sets instead of kinds, and patents that are filed.
  await visit.run(({ one }) => { one(".wanted").open = true; });
  for (const [criterion, reading] of [["key-equipment", "sets"], ["invention-patent", "filed"]]) {
    await visit.clickFound(
      await visit.run(({ all }, name, place) => all(`input[name="target-criteria-${name}"]`)[place], criterion, 2),
      `${criterion}: ${reading}`,
    );
  }
  await visit.until("two steps are left", ({ all }) => all(".plans > .course tr[data-step]").length === 2);

  // A target of the index that cannot be reached while totals are open: the screen says so, and why.
  await visit.clickFound(await visit.run(({ all }) => all("input[name=target-reach]")[1]), "a mark for the index");
  await visit.type("#plan-target-mark", "十分");
  await visit.until("an invalid target has a message", ({ one }) => one("#plan-target-mark-error").textContent.includes("十分"));
  await visit.type("#plan-target-mark", "100");
  await visit.untilText(".plans", "达不到");
  assert.ok(await visit.run(({ all }) => all(".plans .missing li").length > 0), "the reasons are named");
  await visit.clickFound(await visit.run(({ all }) => all("input[name=target-reach]")[0]), "no mark");

  // Its own costs: until they are entered, efforts count. 2 for a copyright, 1.5 for a draft; in all 2 x 2 + 3 x 1.5 = 8.5.
  await visit.clickFound(await visit.run(({ all }) => all("input[name=count]")[1]), "own costs");
  await visit.untilText(".plans", "还没有填金额，所以先按难度排");
  assert.ok(!(await visit.text(".plans")).includes("达不到"));
  await visit.until("the fields are open", ({ one }) => one(".plan-costs").open);
  await visit.run(({ one }) => { one(".own-costs details").open = true; });
  await visit.type("#plan-questions-software-copyrights-money", "2");
  await visit.type("#plan-questions-standard-drafts-money", "1.5");
  await visit.untilText(".plans", "8.5 万元");

  // Everything is there after a reload.
  await visit.reload();
  await visit.untilText(".plans", "8.5 万元");

  await visit.clickText("打印");
  await visit.until("the plan is printed", ({ one }) => window.printed === 1 && one("iframe")?.contentDocument.readyState === "complete");
  await visit.cdp("Emulation.setEmulatedMedia", { media: "print" });
  const text = await visit.run(paper);
  for (const wanted of ["改进计划", "资料截至 2026-01-09", "目标：", "8.5 万元", "再登记2件软件著作权", "1 件", "3 件", "政策导读"]) {
    assert.ok(text.includes(wanted), `the paper says "${wanted}"`);
  }
  assert.ok(!text.includes("花费按"), "the form is not on the paper");
});

inBrowser("the print of the programmes has those that may concern the firm, each as it stands on the screen", { before }, async (visit) => {
  await answered(visit);
  await chooseAutomobiles(visit);
  const fact = await visit.run(({ one }) => {
    one(".asked-facts").open = true;
    return one(".fact input[type=text]").id;
  });
  await visit.type(`#${fact}`, "8000");
  const opened = "#programme-ningbo-3511-directory";
  await visit.click(`${opened} > summary`);
  await visit.until("the card is drawn", ({ one }, card) => !!one(`${card} .conditions`), opened);
  const concerned = await visit.texts(".programmes:not(.others *) .programme h5");
  const others = await visit.texts(".others h5");
  await visit.clickText("打印");
  await visit.until("it is printed", ({ one }) => window.printed === 1 && one("iframe")?.contentDocument.readyState === "complete");
  await visit.cdp("Emulation.setEmulatedMedia", { media: "print" });
  const { cards, open, fields } = await visit.run(({ one }) => {
    const seen = (selector) => [...one("iframe").contentDocument.querySelectorAll(selector)].filter((found) => found.checkVisibility());
    const texts = (selector) => seen(selector).map((found) => found.textContent.trim());
    return {
      cards: texts(".programme h5"),
      open: seen(".programme .conditions").length,
      fields: texts("input:not([name=duty]), .found"),
    };
  });
  assert.deepEqual(cards, concerned, "those that may concern the firm");
  assert.ok(others.length > 0 && cards.some((title) => title.includes("“3511”")), `${cards}; others ${others}`);
  assert.equal(open, 1, "what is open on the screen");
  assert.deepEqual(fields, [], "nothing to fill in with a mouse");
  const text = await visit.run(paper);
  assert.match(text, /已选[:：] *汽车制造/, "what was chosen");
  assert.ok(text.includes("8000"), "what was told");
});

inBrowser("on every screen after the result each figure has its source within one action", {}, async (visit) => {
  await answered(visit);
  for (const place of [...PLACES.slice(1), "basis"]) {
    await visit.place(place);
    await visit.until("the screen is there", ({ one }) => !!one(".screen .facts"));
    // Whatever has a grade can be opened there and names its document.
    const blind = await visit.run(({ all }) => all(".screen details.source").filter((source) => !source.querySelector("cite")?.textContent.trim()).length);
    assert.equal(blind, 0, place);
    assert.match(await visit.text(".screen > .facts"), /资料截至 2026-01-09/, `${place} says as of when`);
  }
});

inBrowser("notes on evidence are stored, and the proven index is shown beside the claimed one", {}, async (visit) => {
  await answered(visit);
  await visit.place("evidence");
  await visit.until("the papers are there", ({ one }) => !!one(".papers"));
  await visit.clickFound(await visit.run(({ all }) => all(".paper .tick input")[0]), "have");
  await visit.until("it is at hand", ({ all }) => all(".paper.done .tick input")[0]?.checked);
  // The ledger proves two answers, and is noted for both.
  await visit.type(".paper.done .paper-field input", "王芳");
  await visit.reload();
  await visit.until("what was noted is there again", ({ all }) => all(".as-it-is .paper .tick input")[0]?.checked);
  assert.equal(await visit.value(".as-it-is .paper-field input"), "王芳");
  const kept = Object.values(await visit.stored()).join();
  assert.equal(kept.split("王芳").length - 1, 2, "it lies in this browser, for each answer");
});

inBrowser("a document that is ticked stays where it is, and so does the focus", {}, async (visit) => {
  await answered(visit);
  await visit.place("evidence");
  const rows = ({ all }) => all(".department > .paper-list .paper-name strong").map((name) => name.textContent);
  const before = await visit.run(rows);
  const box = ".paper .tick input";
  await visit.run(({ one }, box) => one(box).focus(), box);
  const at = await visit.run(({ one }, box) => one(box).getBoundingClientRect().top, box);
  await visit.press(Key.SPACE);
  await visit.until("it is done", ({ one }, box) => one(box).checked && one(".paper").classList.contains("done"), box);
  assert.deepEqual(await visit.run(rows), before);
  assert.equal(await visit.run(({ one, root }, box) => root.activeElement === one(box) && one(box).getBoundingClientRect().top, box), at);
  await visit.place("plan");
  await visit.place("evidence");
  assert.ok((await visit.run(rows)).length < before.length, "it is folded when the place is entered again");
});

inBrowser("a question that is changed from the result has its heading in view, and the way back beside Next", { width: 1000, height: 500 }, async (visit) => {
  await answered(visit);
  await visit.place("result");
  await visit.run(({ all }) => all(".behind").forEach((fold) => { fold.open = true; }));
  const links = await visit.run(({ all }) => all(".behind button.link").length);
  assert.equal(links, Object.keys(ANSWERS).length);
  for (let link = 0; link < links; link += 1) {
    await visit.run(({ all }) => all(".behind").forEach((fold) => { fold.open = true; }));
    await visit.clickFound(await visit.run(({ all }, link) => all(".behind button.link")[link], link), `link ${link}`);
    await visit.until("its field is focused", ({ root }) => root.activeElement?.matches(".question input"));
    const seen = await visit.run(({ root }) => {
      const question = root.activeElement.closest(".question");
      const boxes = [question.querySelector("legend"), root.activeElement].map((found) => found.getBoundingClientRect());
      return boxes.every((box) => box.top >= 0 && box.bottom <= innerHeight);
    });
    assert.ok(seen, `question ${link}`);
    assert.equal(await visit.text(".way-on button:last-of-type"), "回到结果");
    await visit.click(".way-on button:last-of-type");
    await visit.until("the result is entered and drawn", ({ one }) => !!one(".result") && !one(".frame[aria-busy]"));
  }
});
