// The start and the questions: how high they are, what stays where it is while it is pressed, and what is said aloud.

import assert from "node:assert/strict";
import { BEGIN, choice, field, inBrowser } from "./browser.mjs";

const bottom = ({ one, element }, selector) => one(selector).getBoundingClientRect().bottom - element.getBoundingClientRect().top;
const HEIGHT = { zh: 13_500, firstPage: 900, start: 620 };

inBrowser("on a phone both ways to start are in the first screen, and no legal text before them", { width: 360, height: 740 }, async (visit) => {
  const found = await visit.run(bottom, `${BEGIN}:nth-of-type(2)`);
  assert.ok(found <= HEIGHT.start, `the second button ends at ${found} px`);
  const names = await visit.cdp("Accessibility.getFullAXTree").then(({ nodes }) =>
    nodes.filter((node) => node.role?.value === "button").map((node) => node.name.value));
  for (const [title, example] of [["离散型", "机械"], ["流程型", "化工"]]) {
    const name = names.find((name) => name.startsWith(title));
    assert.match(name, /开始答题/);
    assert.ok(name.includes(example), "and what it is");
  }
  assert.match(await visit.text(".start .lead"), /没有找到.*只有这 3 项/, "what is known is said before anything is chosen");
  assert.doesNotMatch(await visit.text("#heading"), /公开|标准/);
});

inBrowser("who has answers goes on where it was", {}, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "8");
  await visit.step(2);
  await visit.step(0);
  await visit.click(".actions button:not(.primary)");
  await visit.until("the start says so", ({ one }, begin) => /继续答题/.test(one(begin)?.textContent), BEGIN);
  assert.match(await visit.text(`${BEGIN}:nth-of-type(2)`), /开始答题/);
  await visit.begin();
  assert.equal(await visit.value(field("equipment-kinds")), "8");
});

for (const answered of [false, true]) {
  inBrowser(`nine pages in Chinese are no higher than ${HEIGHT.zh} px, the first within a screen: ${answered ? "answered" : "empty"}`, {}, async (visit) => {
    await visit.begin();
    if (answered) {
      for (const question of ["equipment-kinds", "equipment-sets", "software-copyrights", "standard-drafts", "invention-patents-filed", "invention-patents-granted"]) {
        await visit.type(field(question), "3");
      }
    }
    const first = await visit.run(bottom, ".way-on .primary");
    assert.ok(first <= HEIGHT.firstPage, `Next ends at ${first} px`);
    let all = 0;
    for (let page = 0; page < 9; page += 1) {
      await visit.step(page);
      all += await visit.run(bottom, ".way-on");
    }
    assert.ok(all <= HEIGHT.zh, `${all} px`);
  });
}

inBrowser("each condition stands with its number, its two questions, what decides them, and its verdict", {}, async (visit) => {
  await visit.begin();
  assert.deepEqual(await visit.texts(".known-head .mark"), ["≥ 8", "≥ 3", "≥ 1"]);
  assert.deepEqual(await visit.run(({ all }) => all(".known-condition").map((found) => found.querySelectorAll("fieldset").length)), [2, 2, 2]);
  assert.equal(await visit.run(({ all }) => all(".known-condition .definition").every((found) => found.checkVisibility() && found.textContent.length > 10)), true);
  await visit.type(field("equipment-kinds"), "8");
  await visit.until("it is judged beside it", ({ all }) => all(".known-head .badge").map((badge) => badge.classList[1]).join() === "met,unknown,unknown");
});

inBrowser("by keys each of the six numbers is three stops: the field, not known, and help", {}, async (visit) => {
  await visit.begin();
  const stops = [];
  const at = () => visit.run(({ root }) => root.activeElement.matches(".way-on .primary") ? "next" : root.activeElement.localName);
  for (let stop = ""; stop !== "next" && stops.length < 40; stops.push(stop)) {
    await visit.press("\uE004");
    stop = await at();
  }
  assert.deepEqual(stops, [...Array(6).fill(["input", "input", "summary"]).flat(), "button", "next"]);
});

inBrowser("a row is as high as a line with a mouse, and as a finger by touch; yes and no share one", {}, async (visit) => {
  await visit.begin();
  await visit.step(1);
  const rows = () => visit.run(({ one, all }) => {
    const box = (found) => found.closest("label").getBoundingClientRect();
    const [yes, no] = all(".yes-no .choices:not(.open-answers) input").map(box);
    return [box(one(".one-of .choices:not(.open-answers) input")).height, yes.top - no.top];
  });
  assert.deepEqual(await rows(), [34, 0]);
  await visit.cdp("Emulation.setTouchEmulationEnabled", { enabled: true });
  await visit.cdp("Emulation.setDeviceMetricsOverride", { width: 360, height: 740, deviceScaleFactor: 1, mobile: true });
  await visit.until("rows are high", ({ one }) => one(".one-of label").getBoundingClientRect().height >= 44);
  assert.equal((await rows())[1], 0);
});

inBrowser("on a phone Next, progress and verdict stay in view, and cover no field that takes the focus", { width: 360, height: 740 }, async (visit) => {
  await visit.begin();
  const seen = ({ all }) => all(".way-on button, .so-far .badge, .so-far .facts").map((found) => found.getBoundingClientRect()).every((box) => box.top > 0 && box.bottom <= innerHeight);
  assert.equal(await visit.run(seen), true);
  for (const question of ["equipment-sets", "software-copyrights", "standard-drafts", "invention-patents-filed"]) {
    await visit.run(({ one }, s) => one(s).focus(), field(question));
    const [under, over] = await visit.run(({ one }, s) => [one(s).getBoundingClientRect().bottom, one(".way-on").getBoundingClientRect().top], field(question));
    assert.ok(under <= over, `${question} ends at ${under}, the bar begins at ${over}`);
  }
  await visit.type(field("equipment-kinds"), "8");
  await visit.untilText(".so-far", "已答 1/6");
  assert.equal(await visit.run(seen), true);
});

/** Presses for as long as a hand does: the field before is left in that moment. */
async function press(visit, selector) {
  const found = await visit.find(selector);
  await visit.driver.actions().move({ origin: found }).press().pause(90).release().perform();
}

inBrowser("what is pressed when a field is left with an error in it is not lost", {}, async (visit) => {
  await visit.begin();
  await visit.click(field("equipment-kinds"));
  await visit.press("many");
  await press(visit, choice("software-copyrights", "unknown"));
  await visit.until("the box is ticked", ({ one }, s) => one(s).checked, choice("software-copyrights", "unknown"));
  await visit.untilText("#equipment-kinds-error", "不是数字");
  await visit.click(field("equipment-sets"));
  await visit.press("2.5");
  await press(visit, ".way-on .primary");
  await visit.until("Next was pressed", ({ root }) => root.activeElement?.id === "errors");
  assert.equal((await visit.texts(".errors li")).length, 2);
  // The same where errors stand beside fields of another kind: a price of the firm's own.
  await press(visit, ".way-on .primary");
  await visit.until("the next page is entered", ({ one }) => !!one("#q-plant-layout-model"));
});

inBrowser("a press that ends outside, or in a menu, holds nothing back", {}, async (visit) => {
  await visit.begin();
  const found = await visit.find(".widget h2");
  await visit.driver.actions().move({ origin: found }).press().move({ x: 1, y: 1 }).release().perform();
  await visit.type(field("equipment-kinds"), "8");
  await visit.until("it is judged", ({ one }) => !!one(".known-head .badge.met"));
});

inBrowser("what a press does is drawn in its own event, and the focus is there with it", { page: "english" }, async (visit) => {
  await visit.begin();
  await visit.step(1);
  // What the widget does in an event is done by when the root hears of it.
  await visit.run(({ root, one }) => {
    window.seen = {};
    root.addEventListener("change", () => (window.seen.score = one(".live .range-figures").textContent));
    root.addEventListener("click", () => (window.seen.focus = [one("#heading").textContent, root.activeElement?.id]));
  });
  const score = await visit.text(".live .range-figures");
  await press(visit, ".one-of .choice:last-of-type");
  await visit.until("the score is another", ({ one }, before) => one(".live .range-figures").textContent.trim() !== before, score);
  assert.equal((await visit.run(() => window.seen.score)).trim(), await visit.text(".live .range-figures"));
  const heading = await visit.text("#heading");
  await press(visit, ".way-on .primary");
  await visit.until("the next page is there", ({ one }, before) => one("#heading").textContent.trim() !== before, heading);
  assert.deepEqual(await visit.run(() => window.seen.focus), [await visit.text("#heading"), "heading"]);
});

/** Notes every text that a live region of the widget takes. */
const listening = ({ root }) => {
  window.heard = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=status], [role=alert], [aria-live]:not([aria-live=off]), output:not([aria-live=off])");
      const text = region?.textContent.trim();
      if (text && window.heard.at(-1) !== text) window.heard.push(text);
    }
  }).observe(root, { subtree: true, childList: true, characterData: true });
};

inBrowser("walking through choices says nothing; a verdict that changed is said, once", {}, async (visit) => {
  await visit.begin();
  await visit.step(1);
  await visit.run(listening);
  await visit.run(({ one }) => one(".one-of input").focus());
  await visit.press(" ");
  for (let turn = 0; turn < 3; turn += 1) await visit.press("\uE015");
  await visit.step(0);
  await visit.type(field("equipment-kinds"), "8");
  await visit.untilText(".live [role=status]", "关键智能制造装备：达到。");
  await visit.type(field("invention-patents-granted"), "1");
  await visit.untilText(".live [role=status]", "发明专利：达到。");
  assert.deepEqual(await visit.run(() => window.heard), ["关键智能制造装备：达到。", "发明专利：达到。"]);
});

inBrowser("a contradiction is said when the field is left, and tied to both fields; what is repeated is told apart", {}, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "12");
  await visit.click(field("equipment-sets"));
  await visit.press("2");
  await visit.until("it is counted", ({ one }) => !!one("#q-equipment-sets .quiet"));
  const said = "#equipment-sets-contradiction[role=alert]";
  assert.equal(await visit.text(said), "", "25 begins with 2");
  await visit.press("\uE004");
  await visit.untilText(said, "装备的种数比台（套）数还多");
  for (const question of ["equipment-kinds", "equipment-sets"]) {
    const by = await visit.run(({ one }, s) => one(s).getAttribute("aria-describedby"), field(question));
    assert.ok(by.split(" ").includes("equipment-sets-contradiction"), by);
    assert.ok(await visit.run(({ one }, q) => one(`#q-${q}`).classList.contains("contradicted"), question));
  }
  const described = await visit.run(({ all, root }) =>
    all(".question .quiet, .question .help > summary, .question input[value=unknown]").map((found) => root.getElementById(found.getAttribute("aria-describedby"))?.localName));
  assert.ok(described.length > 12 && described.every((found) => found === "legend"), described.join());
});
