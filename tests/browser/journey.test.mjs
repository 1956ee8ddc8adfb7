// The whole journey, with the keyboard alone: start, a track, every page, the result.

import assert from "node:assert/strict";
import { BEGIN, choice, field, inBrowser, Key } from "./browser.mjs";
import { questions } from "./answers.mjs";

/** Answers a question with the keyboard alone: a number as it is typed, a choice, or several. */
async function answer(visit, question, given) {
  if (["one-of", "yes-no"].includes(question.kind)) {
    // Tab goes to the first choice; Space chooses it, the arrow keys choose the next ones.
    const order = question.kind === "yes-no" ? ["yes", "no"] : question.options.map((option) => option.id);
    const place = [...order, "unknown", "not-applicable"].indexOf(given);
    await visit.tabTo(`#q-${question.id} input[type=radio]`);
    await visit.press(Key.SPACE, ...Array(place).fill(Key.ARROW_DOWN));
    await visit.until(`${given} is chosen`, ({ one }, s) => one(s)?.checked, choice(question.id, given));
  } else if (question.kind !== "many-of" && !["unknown", "not-applicable"].includes(given)) {
    await visit.tabTo(field(question.id));
    await visit.press(given);
  } else {
    for (const tick of [given].flat()) {
      await visit.tabTo(choice(question.id, tick));
      await visit.press(Key.SPACE);
    }
  }
}

async function next(visit, title) {
  await visit.tabTo(".actions .primary");
  await visit.press(Key.ENTER);
  await visit.onScreen(title);
}

// Worked by hand for the discrete track, seven elements of equal weight:
//   planning is answered at its worst (no model of the plant also closes "what the model is used for"): 0
//   five elements at their best: 10000 each
//   security: five questions, four at their best, one unknown: 8000 to 10000; of the answered ones 10000
//   low   = (5 x 10000 + 8000) / 7 = 8285.7, rounded down 8285
//   high  = value = (5 x 10000 + 10000) / 7 = 8571.4, rounded down 8571
// Published: 8 kinds and 23 sets: met. 1 copyright and 2 drafts: 3 together, not 3 each: depends.
//   1 patent filed, none granted: depends. The whole: depends.
inBrowser("the whole journey in Chinese, with the keyboard alone", {}, async (visit) => {
  const all = await questions("discrete");
  const by = Object.fromEntries(all.map((question) => [question.id, question]));
  const on = (element) => all.filter((question) => question.element === element);
  const atBest = (question) => {
    if (question.kind === "count") return "10";
    if (question.kind === "yes-no") return "yes";
    return question.kind === "one-of" ? question.options.at(-1).id : question.options.map((option) => option.id);
  };

  assert.equal(await visit.text("#heading"), "智能制造还差什么？先自己算一遍");
  await visit.tabTo(BEGIN);
  await visit.press(Key.ENTER);
  await visit.onScreen("已公开的条件");

  await answer(visit, by["equipment-kinds"], "８");
  await visit.press(Key.ENTER);
  assert.equal(await visit.text("#heading"), "已公开的条件", "Enter in a field does not advance");
  await answer(visit, by["equipment-sets"], "23台（套）");
  await answer(visit, by["software-copyrights"], "1");
  await answer(visit, by["standard-drafts"], "２");
  await answer(visit, by["invention-patents-filed"], "1");
  await answer(visit, by["invention-patents-granted"], "0");
  await visit.press(Key.TAB);
  assert.equal(await visit.value(field("equipment-kinds")), "8", "the field shows the number as it was understood");
  assert.equal(await visit.value(field("equipment-sets")), "23");
  await visit.until("the conditions are judged", ({ all }) =>
    all(".live .badge").map((badge) => badge.classList[1]).join() === "met,depends,depends");

  const steps = await visit.run(({ all }) => all(".steps .wide .step > span:first-child").map((span) => span.textContent));
  assert.equal(steps.length, 9, "nine pages");
  const titles = [...steps, "知道数字的只有 3 项条件：1 项达到，2 项取决于怎样理解"];
  await next(visit, titles[1]);
  assert.equal(await visit.run(({ one }) => !!one("#q-layout-model-uses.not-asked")), false);
  for (const question of on("digital-planning")) {
    if (question.id === "layout-model-uses") {
      assert.ok(await visit.find("#q-layout-model-uses.not-asked"), "no model closes the question what it is used for");
      continue;
    }
    await answer(visit, question, question.kind === "yes-no" ? "no" : question.options[0].id);
    assert.equal(await visit.text("#heading"), titles[1], "a choice does not advance");
  }
  const elements = ["digital-design", "technical-equipment", "data-collection", "manufacturing-management", "interconnection", "security"];
  for (const [place, element] of elements.entries()) {
    await next(visit, titles[place + 2]);
    for (const question of on(element)) await answer(visit, question, question.id === "security-rules" ? "unknown" : atBest(question));
  }

  await next(visit, "改造前后的效果");
  // The field counts in 万元: 1 and 1.25 of them.
  await answer(visit, by["production-efficiency-before"], "１万");
  await answer(visit, by["production-efficiency-after"], "12,500元");
  for (const question of all.filter((question) => /-(before|after)$/.test(question.id) && !question.id.startsWith("production-efficiency"))) {
    await answer(visit, question, "not-applicable");
  }
  await visit.untilText(".effect-table .worked-out", "改善 25%");
  await next(visit, titles.at(-1));

  assert.deepEqual(await visit.run(({ all }) => all(".judged .condition .badge").map((badge) => badge.classList[1])), ["met", "depends", "depends"]);
  assert.deepEqual(
    await visit.run(({ all }) => all(".judged .condition").map((condition) => [...condition.querySelectorAll(".readings li")].map((reading) => reading.textContent))),
    [
      ["按种类数：正好达到", "按台（套）数：达到"],
      ["著作权和标准草案合起来算：正好达到", "著作权和标准草案各自都要达到：差 2 件和 1 项"],
      ["已授权的才算：差 1 件", "申请了就算：正好达到"],
    ],
    "each condition under each of its readings",
  );
  assert.equal(await visit.text(".range.large .range-figures"), "82–86%", "never narrower than 82.85 to 85.71");
  assert.match(await visit.text(".range.large + p"), /85%.* 1 /);
});

// Worked by hand for the process track, seven elements of equal weight, only advanced control answered:
//   controllers standing alone (0) close both questions on advanced control (0, 0); alarms at their best (10000);
//   no control loops: their rate leaves the mean. (0 + 0 + 0 + 10000) / 4 = 2500
//   open in the other six: 6 + 5 + 6 + 5 + 6 + 5 = 33 items, one of them a rate of two questions: 34 questions
//   value = 2500; low = 2500 / 7 = 357.1, down 357; high = (6 x 10000 + 2500) / 7 = 8928.5, down 8928
// Published: 9 kinds, 8 sets: a contradiction; corrected to 7 kinds, 8 sets: depends. 3 and 3: met. Patents not known: unknown. The whole: unknown.
inBrowser("the whole journey in English, with the keyboard alone", { page: "english" }, async (visit) => {
  const by = Object.fromEntries((await questions("process")).map((question) => [question.id, question]));

  await visit.tabTo(".start .track:nth-of-type(2)");
  await visit.press(Key.SPACE);
  await visit.onScreen("Published conditions");

  await answer(visit, by["equipment-kinds"], "9");
  await answer(visit, by["equipment-sets"], "8");
  await answer(visit, by["software-copyrights"], "3");
  await answer(visit, by["standard-drafts"], "3");
  await answer(visit, by["invention-patents-filed"], "unknown");
  await answer(visit, by["invention-patents-granted"], "unknown");

  const steps = await visit.run(({ all }) => all(".steps .wide .step > span:first-child").map((span) => span.textContent));
  assert.equal(steps.length, 9);
  const conflict = "Only 3 conditions are known by number: 1 met, 1 with answers that conflict, 1 open";
  const titles = [...steps, conflict];
  for (const [place, title] of titles.entries()) {
    if (place === 0) continue;
    await next(visit, title);
    if (!(await visit.run(({ one }) => !!one("#q-control-system")))) continue;
    await answer(visit, by["control-system"], "local");
    assert.ok(await visit.find("#q-advanced-process-control.not-asked"));
    assert.ok(await visit.find("#q-online-optimisation.not-asked"), "what a closed question opens is closed too");
    await answer(visit, by["control-loops"], "not-applicable");
    await answer(visit, by["alarm-management"], "reworked");
  }

  assert.equal(await visit.text("#heading"), conflict);
  assert.deepEqual(await visit.texts(".range.large .range-figures"), ["3–90%"]);
  assert.match(await visit.text(".range.large + p"), /25%\. 34 /);
  assert.match(await visit.text(".condition .badge"), /Answers conflict/, "9 kinds in 8 sets: what is met rests on a contradiction");
  assert.match(await visit.text(".contradictions > summary"), /1 entry does not fit, please check/);

  await visit.tabTo(".contradictions > summary");
  await visit.press(Key.ENTER);
  await visit.tabTo(".contradictions button.link");
  await visit.press(Key.ENTER);
  await visit.until("the field is focused", ({ root }) => root.activeElement?.matches("#q-equipment-kinds input"));
  await visit.overwrite("7");
  await visit.tabTo(".way-on button:last-of-type");
  await visit.press(Key.ENTER);
  await visit.onScreen("Only 3 conditions are known by number: 1 met, 1 depends on the reading, 1 open");
  assert.equal(await visit.run(({ one }) => !!one(".contradictions")), false, "the contradiction is cleared");
  assert.deepEqual(await visit.run(({ all }) => all(".judged .condition .badge").map((badge) => badge.classList[1])), ["depends", "met", "unknown"]);
});

inBrowser("what is no number: a message beside the field, then a summary, then the next page", { page: "english" }, async (visit) => {
  await visit.begin();
  const error = "#equipment-kinds-error";
  await visit.type(field("equipment-kinds"), "eight");
  await visit.untilText(error, 'Error: "eight" is not a number.');
  const described = await visit.run(({ one }, s) => [one(s).getAttribute("aria-invalid"), one(s).getAttribute("aria-describedby")], field("equipment-kinds"));
  assert.deepEqual(described, ["true", "equipment-kinds-hint equipment-kinds-error"]);
  await visit.type(field("equipment-sets"), "2.5");
  await visit.untilText("#equipment-sets-error", "is not a whole number");
  await visit.type(field("software-copyrights"), "1234567890123456");
  await visit.untilText("#software-copyrights-error", "is out of range. Enter 0 to 999999");
  await visit.type(field("standard-drafts"), "9".repeat(60));
  await visit.untilText("#standard-drafts-error", "is out of range");
  await visit.type(field("invention-patents-filed"), "-1");
  await visit.untilText("#invention-patents-filed-error", "is out of range");

  await visit.click(".actions .primary");
  await visit.until("the summary is focused", ({ root }) => root.activeElement?.id === "errors");
  assert.equal(await visit.text("#errors"), "5 entries to correct");
  assert.equal((await visit.texts(".errors li")).length, 5);
  assert.equal(await visit.text("#heading"), "Published conditions");
  await visit.click(".errors li button");
  await visit.until("its field is focused", ({ root }) => root.activeElement?.matches("#q-equipment-kinds input"));
  await visit.overwrite("9");
  await visit.until("the error is gone", ({ one }, s) => one(s).textContent.trim() === "", error);

  // A visitor who has seen the errors may go on; what was typed stays.
  assert.equal(await visit.text("#errors"), "4 entries to correct", "the others are still listed");
  await visit.click(".actions .primary");
  await visit.until("the next page is entered", ({ one }) => !!one("#q-plant-layout-model"));
  await visit.step(0);
  assert.equal(await visit.value(field("software-copyrights")), "1234567890123456");
  assert.equal(await visit.value(field("equipment-kinds")), "9");
});

inBrowser("an error made after others were corrected is shown before going on", { page: "english" }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "eight");
  await visit.click(".actions .primary");
  await visit.until("the summary is focused", ({ root }) => root.activeElement?.id === "errors");
  await visit.type(field("equipment-kinds"), "8");
  await visit.until("no error is left", ({ one }) => !one(".errors"));
  await visit.type(field("equipment-sets"), "many");
  assert.equal(await visit.run(({ one }) => !!one(".errors")), false, "the summary comes with Next");
  await visit.click(".actions .primary");
  await visit.until("the new error is shown first", ({ root }) => root.activeElement?.id === "errors");
  assert.deepEqual(await visit.texts(".errors li button"), await visit.texts("#q-equipment-sets legend"));
});

inBrowser("not answered, don't know, none, no and does not apply stay five different answers", { page: "english" }, async (visit) => {
  await visit.begin(1);
  await visit.click(choice("equipment-kinds", "unknown"));
  await visit.until("it is ticked", ({ one }, s) => one(s).checked, choice("equipment-kinds", "unknown"));
  await visit.type(field("equipment-kinds"), "4");
  await visit.until("a number takes the tick away", ({ one }, s) => !one(s).checked, choice("equipment-kinds", "unknown"));
  await visit.click(choice("equipment-kinds", "unknown"));
  await visit.until("the tick takes the number away", ({ one }, s) => one(s).value === "", field("equipment-kinds"));
  await visit.click("#q-equipment-kinds .quiet");
  await visit.until("the answer is cleared", ({ one }, s) => !one(s).checked && !one("#q-equipment-kinds .quiet"), choice("equipment-kinds", "unknown"));
  assert.equal(await visit.run(({ one }, s) => !!one(s), choice("equipment-kinds", "not-applicable")), false, "a published figure always applies");

  await visit.step(2);
  const options = (question) => visit.run(({ all }, q) => all(`#q-${q} input`).filter((input) => input.checked).map((input) => input.value), question);
  await visit.click(choice("data-analyses", "stops"));
  await visit.click(choice("data-analyses", "energy"));
  await visit.until("both are ticked", ({ all }) => all("#q-data-analyses input:checked").length === 2);
  await visit.click(choice("data-analyses", "none"));
  await visit.until("none of these takes them away", ({ all }) => all("#q-data-analyses input:checked").length === 1);
  assert.deepEqual(await options("data-analyses"), ["none"]);
  await visit.click(choice("data-analyses", "stops"));
  await visit.until("an option takes none away", ({ one }, s) => !one(s).checked, choice("data-analyses", "none"));
  assert.deepEqual(await options("data-analyses"), ["stops"]);
  await visit.click(choice("data-analyses", "stops"));
  await visit.until("nothing is ticked", ({ all }) => all("#q-data-analyses input:checked").length === 0);
  assert.equal(await visit.run(({ one }) => !!one("#q-data-analyses .quiet")), false, "taking the last tick away is not an answer");

  const kept = JSON.parse((await visit.stored())["readiness-check:ningbo-3511-2018"]).sheet.document.answers;
  assert.deepEqual(kept, {});
  await visit.step(5);
  await visit.click(choice("interlock-bypass", "no"));
  await visit.click(choice("gas-detection", "not-applicable"));
  await visit.click(choice("emission-figures", "unknown"));
  await visit.click(choice("duty-room-screens", "none"));
  await visit.until("four are answered", () =>
    Object.keys(JSON.parse(localStorage["readiness-check:ningbo-3511-2018"]).sheet.document.answers).length === 4);
  assert.deepEqual(JSON.parse((await visit.stored())["readiness-check:ningbo-3511-2018"]).sheet.document.answers, {
    "gas-detection": "not-applicable",
    "emission-figures": "unknown",
    "duty-room-screens": [],
    "interlock-bypass": false,
  });
});

inBrowser("Enter that ends an input method's composition does nothing else", {}, async (visit) => {
  await visit.begin();
  await visit.click(field("equipment-kinds"));
  await visit.cdp("Input.imeSetComposition", { text: "ba", selectionStart: 2, selectionEnd: 2 });
  await visit.cdp("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", code: "Enter", windowsVirtualKeyCode: 229 });
  await visit.cdp("Input.insertText", { text: "12" });
  await visit.until("the field has the text", ({ one }, s) => one(s).value === "12", field("equipment-kinds"));
  assert.equal(await visit.text("#heading"), "已公开的条件");
  assert.equal(await visit.run(({ root }) => root.activeElement.matches("#q-equipment-kinds input")), true);
});
