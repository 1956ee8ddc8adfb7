// Known faults of Yew 0.23.0 (yewstack/yew#4092, and nodes that another script has moved): proved harmless here.

import assert from "node:assert/strict";
import { choice, field, inBrowser } from "./browser.mjs";
import { agree } from "./consent.mjs";

/** Clicks in quick succession, without waiting for a frame in between. */
const clicks = (visit, ...selectors) => visit.run(({ one }, ...selectors) => {
  for (const selector of selectors) one(selector)?.click();
}, ...selectors);
/** Types in a field in one go, as fast as a script can. */
const types = (visit, question, ...texts) => visit.run(({ one }, selector, ...texts) => {
  const input = one(selector);
  for (const text of texts) {
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}, field(question), ...texts);

inBrowser("questions that close and open each other, again and again", { page: "english" }, async (visit) => {
  await visit.begin(1);
  await visit.step(3);
  const opened = choice("control-system", "sequences");
  const closed = choice("control-system", "local");
  for (let turn = 0; turn < 15; turn += 1) {
    await clicks(visit, opened, closed, opened);
    await visit.until("the first is open", ({ one }) => !!one("fieldset#q-advanced-process-control"));
    await clicks(visit, choice("advanced-process-control", "model-based"));
    await visit.until("the second is open", ({ one }) => !!one("fieldset#q-online-optimisation"));
    await clicks(visit, choice("control-loops", "not-applicable"), choice("control-loops", "not-applicable"), choice("control-loops", "not-applicable"), closed);
    await visit.until("both are closed", ({ one }) => !!one("#q-advanced-process-control.not-asked") && !!one("#q-online-optimisation.not-asked"));
    await clicks(visit, "#q-control-loops .quiet", "#q-control-system .quiet");
    await visit.until("both are cleared", ({ one }) => !one("#q-control-system .quiet") && !one("#q-control-loops .quiet"));
  }
  const order = await visit.run(({ all }) => all(".screen .asked > :first-child").map((found) => found.id));
  assert.deepEqual(order, ["q-control-system", "q-control-loops", "q-control-loops-automatic", "q-advanced-process-control", "q-online-optimisation", "q-alarm-management"]);
});

inBrowser("errors, their summary, the question to start over and the notice come and go, again and again", { page: "english" }, async (visit) => {
  await visit.begin();
  for (let turn = 0; turn < 15; turn += 1) {
    await types(visit, "equipment-sets", "many", "", "2.5", "7", "many");
    await types(visit, "software-copyrights", "x", "3", "x");
    await visit.until("both errors are shown", ({ all }) => all(".faulty").length === 2);
    await clicks(visit, ".actions .primary", "footer button");
    await visit.until("the summary and the question are shown", ({ one, all }) => all(".errors li").length === 2 && !!one(".confirm"));
    await types(visit, "equipment-sets", "9");
    await visit.until("one error is left", ({ all }) => all(".errors li").length === 1);
    await types(visit, "software-copyrights", "3");
    await visit.until("no error is left", ({ one }) => !one(".errors") && !one(".faulty"));
    await clicks(visit, ".confirm .danger");
    await visit.until("the start is shown", ({ one }) => !!one(".screen.start") && !!one("#replaced"));
    await clicks(visit, ".notice button");
    await visit.until("the answers are back", ({ one }, s) => one(s)?.value === "9" && !one("#replaced"), field("equipment-sets"));
    await clicks(visit, ".actions .primary");
    await visit.until("the next page is shown", ({ one }) => !!one("#q-plant-layout-model"));
    await clicks(visit, ".actions button");
    await visit.until("the page is shown again", ({ one }) => !!one("#q-equipment-sets"));
  }
});

inBrowser("notices, languages and attributes change while somebody answers", { page: "english" }, async (visit) => {
  await visit.begin();
  for (let turn = 0; turn < 10; turn += 1) {
    await visit.run(({ element, one }, turn) => {
      element.setAttribute("storage", "cloud");
      element.setAttribute("theme", "pink");
      one(".language").click();
      element.setAttribute("storage", "local");
      element.setAttribute("lang", turn % 2 ? "en" : "zh-CN");
      element.removeAttribute("theme");
      element.setAttribute("theme", "pink");
    }, turn);
    await visit.until("one notice is shown", ({ all, one }, lang) => all(".notice").length === 1 && one(".widget").lang === lang, turn % 2 ? "en" : "zh-CN");
    await types(visit, "equipment-kinds", String(turn));
    await visit.run(({ element }) => element.removeAttribute("theme"));
    await visit.until("no notice is shown", ({ all }) => all(".notice").length === 0);
  }
  assert.equal(await visit.value(field("equipment-kinds")), "9");
});

/** What a page translator does: it ignores translate="no" and rewrites each text. */
const rewrites = ({ root }) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) if (node.data.trim()) node.data = `«${node.data}»`;
};
/** What Chrome's translator does: it wraps each text in elements of its own. */
const wraps = ({ root }) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node; (node = walker.nextNode()); ) if (node.data.trim()) nodes.push(node);
  for (const node of nodes) {
    const outer = document.createElement("font");
    const inner = outer.appendChild(document.createElement("font"));
    inner.textContent = `«${node.data}»`;
    node.replaceWith(outer);
  }
};

inBrowser("the widget asks not to be translated", { page: "english" }, async (visit) => {
  assert.deepEqual(await visit.run(({ one }) => [one(".mount").translate, one(".mount").classList.contains("notranslate")]), [false, true]);
});

for (const [what, translator] of [["rewrites every text", rewrites], ["puts every text into elements of its own", wraps]]) {
  inBrowser(`a translator that ${what}: answering and paging go on, and no answer is lost`, { page: "english" }, async (visit) => {
    const translate = () => visit.run(translator);
    const kept = () => visit.run(() => JSON.parse(localStorage["readiness-check:ningbo-3511-2018"]).sheet.document.answers);
    const step = async (number) => {
      await visit.run(({ all }, n) => all(".steps .wide .step").at(n).click(), number);
      await visit.until("the step is entered", ({ all }, n) => all(".steps .wide .step").at(n).hasAttribute("aria-current"), number);
      await translate();
    };
    await translate();
    await visit.begin();
    await translate();
    await types(visit, "equipment-kinds", "eight", "8");
    await types(visit, "equipment-sets", "many");
    await visit.until("the error is shown", ({ one }) => !!one("#q-equipment-sets.faulty"));
    await translate();
    await clicks(visit, ".actions .primary");
    await visit.until("the summary is shown", ({ one }) => !!one(".errors"));
    await translate();
    await types(visit, "equipment-sets", "23");
    await visit.until("the summary is gone", ({ one }) => !one(".errors"));
    await translate();

    await step(1);
    await clicks(visit, choice("plant-layout-model", "cad-plan"), choice("digital-roadmap", "yes"));
    await visit.until("a question is open", ({ one }) => !!one("fieldset#q-layout-model-uses"));
    await translate();
    await clicks(visit, choice("plant-layout-model", "paper"));
    await visit.until("it is closed", ({ one }) => !!one("#q-layout-model-uses.not-asked"));
    await translate();
    await clicks(visit, "#q-plant-layout-model .quiet");
    await visit.until("an answer is cleared", ({ one }) => !one("#q-plant-layout-model .quiet"));

    await step(3);
    await types(visit, "key-machines", "40");
    await types(visit, "key-machines-cnc", "30", "");
    await types(visit, "key-machines-cnc", "50");
    await clicks(visit, "footer button");
    await visit.until("it is asked whether to start over", ({ one }) => !!one(".confirm"));
    await translate();
    await visit.run(({ all }) => all(".confirm button")[1].click());
    await visit.until("the question is gone", ({ one }) => !one(".confirm"));

    await visit.run(({ all }) => all(".places .place")[1].click());
    await visit.until("the result is entered", ({ one }) => !!one(".screen.result"));
    await translate();
    await visit.until("the result says what was answered", ({ one }) => one(".contradictions").textContent.includes("50"));
    await visit.run(({ one }) => { one(".contradictions").open = true; });
    await clicks(visit, ".contradictions button.link");
    await visit.until("the page of the question is entered", ({ one }) => !!one("#q-key-machines-cnc"));
    await translate();
    await clicks(visit, ".language");
    await visit.until("it speaks Chinese", ({ one }) => one(".widget").lang === "zh-CN");
    await translate();
    await visit.run(({ element }) => element.setAttribute("theme", "pink"));
    await visit.until("a notice is shown", ({ one }) => !!one(".notice"));
    await translate();
    await visit.run(({ element }) => element.removeAttribute("theme"));
    await visit.until("the notice is gone", ({ one }) => !one(".notice"));

    const answers = { "equipment-kinds": 8, "equipment-sets": 23, "digital-roadmap": true, "key-machines": 40, "key-machines-cnc": 50 };
    assert.deepEqual(await kept(), answers);
    await visit.reload();
    assert.deepEqual(await kept(), answers);
    assert.equal(await visit.value(field("key-machines-cnc")), "50");
  });

  inBrowser(`a translator that ${what}: the result so far never shows an outdated verdict`, { page: "english" }, async (visit) => {
    await visit.begin();
    await visit.run(translator);
    await types(visit, "equipment-kinds", "8");
    await types(visit, "equipment-sets", "8");
    await visit.until("the verdict is met", ({ one }) => !!one(".live .badge.met"));
    await visit.click(choice("software-copyrights", "unknown"));
    await visit.run(({ all }) => all(".steps .wide .step")[1].click());
    await visit.until("the next page is entered", ({ one }) => !!one("#q-plant-layout-model"));
    // A badge may be green only where its text says met.
    assert.match(await visit.text(".live .badge.met"), /Met/);
    assert.match(await visit.text(".steps .step"), /2\/6/);
  });
}

/** Works all the time, as translators do: each new text is wrapped in <font>, with other digits in it. */
const falsifies = ({ root }) => {
  document.documentElement.classList.add("translated-ltr");
  const falsify = () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let node; (node = walker.nextNode()); ) if (node.data.trim() && node.parentNode.localName !== "font") nodes.push(node);
    for (const node of nodes) {
      const outer = document.createElement("font");
      const inner = outer.appendChild(document.createElement("font"));
      inner.textContent = node.data.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
      node.replaceWith(outer);
    }
  };
  falsify();
  new MutationObserver(falsify).observe(root, { childList: true, subtree: true, characterData: true });
};
inBrowser("a translator that goes on putting other digits into every text: the answers and the assessment are those without it", { page: "english" }, async (visit) => {
  const visitOnce = async () => {
    await visit.begin();
    await visit.type(field("equipment-kinds"), "8");
    await visit.type(field("equipment-sets"), "23");
    await visit.type(field("software-copyrights"), "3");
    await visit.run(({ all }) => all(".steps .wide .step")[1].click());
    await visit.click(choice("plant-layout-model", "cad-plan"));
    await visit.run(({ all }) => all(".steps .wide .step")[3].click());
    await visit.type(field("key-machines"), "40");
    await visit.type(field("key-machines-cnc"), "30");
    await visit.run(({ all }) => all(".places .place")[1].click());
    await visit.until("the result is entered", ({ one }) => !!one(".screen.result"));
    await agree(visit);
    return visit.run(({ element }) => JSON.stringify([element.answers, element.assessment]));
  };
  const without = await visitOnce();
  await visit.run(() => localStorage.clear());
  await visit.reload();
  await visit.run(falsifies);
  assert.equal(await visitOnce(), without);
  assert.equal(JSON.parse(without)[0].answers["equipment-sets"], 23);
  assert.ok(await visit.run(({ all }) => all("font > font").length > 50), "it was at work");
});
