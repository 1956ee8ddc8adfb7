// Accessibility: axe-core finds no violation of WCAG 2.2 A or AA on any screen, at any width.

import assert from "node:assert/strict";
import axe from "axe-core";
import { best } from "./answers.mjs";
import { BEGIN, choice, field, inBrowser } from "./browser.mjs";
import { clickAgree, open } from "./consent.mjs";

const EVERYTHING = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
// All that a scheme changes is colours: the other rules have looked at the same markup before.
const CONTRAST = { type: "rule", values: ["color-contrast"] };
const WIDTHS = [320, 360, 768, 1280, 1600];

const openAll = (visit) => visit.run(({ all }) => { for (const details of all("details")) details.open = true; });

/** Each screen in turn: its name, and what the visitor does to get there from the one before. */
const screens = [
  ["the start", async () => {}],
  ["the start with all open", openAll],
  ["the published conditions", (visit) => visit.begin(1)],
  ["errors on a page", async (visit) => {
    await visit.type(field("equipment-kinds"), "many");
    await visit.type(field("equipment-sets"), "2.5");
    await visit.click(".actions .primary");
    await visit.until("the summary is focused", ({ root }) => root.activeElement?.id === "errors");
  }],
  ["all help open", async (visit) => {
    await visit.type(field("equipment-kinds"), "9");
    await visit.type(field("equipment-sets"), "8");
    await openAll(visit);
  }],
  ["a page of choices", async (visit) => {
    await visit.step(1);
    await visit.click(".open-answers input");
  }],
  ["a page with a rate", async (visit) => {
    await visit.step(2);
    await visit.type(field("monitored-points"), "10");
    await visit.type(field("monitored-points-automatic"), "12");
    await openAll(visit);
  }],
  ["a page with closed questions", async (visit) => {
    await visit.step(3);
    await visit.click(choice("control-system", "local"));
    await visit.until("a question is closed", ({ one }) => !!one("#q-advanced-process-control.not-asked"));
    await visit.click(choice("control-loops", "not-applicable"));
  }],
  ["before and after", async (visit) => {
    await visit.step(8);
    await visit.type(field("production-efficiency-before"), "10");
    await visit.type(field("production-efficiency-after"), "8");
    await openAll(visit);
  }],
  ["the result with contradictions", async (visit) => {
    await visit.place("result");
    await openAll(visit);
  }],
  ...["plan", "evidence", "programmes", "basis"].map((place) => [`the place ${place}`, async (visit) => {
    await visit.place(place);
    await openAll(visit);
  }]),
  ["the question whether to start over", async (visit) => {
    await visit.click("footer button");
    await visit.until("it is asked", ({ one }) => !!one("#start-over"));
  }],
  ["what was replaced", async (visit) => {
    await visit.click(".confirm .danger");
    await visit.until("it is said", ({ one }) => !!one("#replaced"));
  }],
  ["the result without anything open", async (visit) => {
    const document = await best("discrete");
    await visit.run(({ element }, document) => { element.answers = document; }, document);
    await visit.click(BEGIN);
    await visit.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
    await visit.place("result");
  }],
  ["the dialog that asks whether to share", open],
  ["the result that is shared", clickAgree],
  ["saving and opening", async (visit) => {
    await visit.place("exchange");
    await visit.click(".way button");
    await visit.until("the text is there to be copied", ({ one }) => !!one("#handed"));
    await openAll(visit);
  }],
  ["what arrived, with conflicts", async (visit) => {
    await visit.run(({ one }, text) => { one("#open-text").value = text; }, JSON.stringify(await best("process")).replace(/"equipment-kinds":\d+/, '"equipment-kinds":1'));
    await visit.click(".drop .primary");
    await visit.until("it lies beside the draft", ({ one }) => !!one(".conflicts"));
    await visit.click(".deal section:last-child > button");
    await visit.until("it is told that conflicts are open", ({ one, root }) => root.activeElement === one("#undecided"));
    await openAll(visit);
  }],
  ["what cannot be opened", async (visit) => {
    await visit.run(({ one }) => { one("#open-text").value = "id,answer\n1,2"; });
    await visit.click(".drop .primary");
    await visit.until("it is told why", ({ one }) => !!one(".opened .error"));
  }],
];


/** What axe-core finds wrong on the page as it is. */
async function findings(visit, rules = EVERYTHING) {
  const found = await visit.driver.executeAsyncScript(
    `const [rules, done] = arguments;
     axe.run(document, { runOnly: rules, resultTypes: ["violations"] })
       .then((results) => done({ rules: results.passes.length, violations: results.violations.map(({ id, nodes }) =>
          id + ": " + nodes.slice(0, 4).map((node) => node.target.join(" ") + " " + node.failureSummary.replace(/\\s+/g, " ")).join(" | ")) }),
        (error) => done({ rules: 0, violations: [String(error)] }));`,
    rules,
  );
  assert.ok(found.rules > (rules === EVERYTHING ? 10 : 0), "axe-core has looked at the page");
  return found.violations;
}

/** Controls without a name, smaller than 24 x 24 px, or hidden behind an edge; the browser's own accessibility tree gives the names. */
async function controls(visit) {
  const { nodes } = await visit.cdp("Accessibility.getFullAXTree");
  const roles = ["button", "radio", "checkbox", "textbox", "link", "DisclosureTriangle"];
  const nameless = nodes.filter((node) => !node.ignored && roles.includes(node.role?.value) && !node.name?.value?.trim());
  const small = await visit.run(({ all }) =>
    all("button, input, summary, a[href]")
      .filter((control) => control.checkVisibility())
      .map((control) => {
        // The whole label of a radio button or a check box can be clicked; a link within a line is exempt (WCAG 2.5.8).
        const { width, height } = (control.closest("label") ?? control).getBoundingClientRect();
        return control.matches("p a, li a") || (width >= 24 && height >= 24) ? null : `${control.outerHTML.slice(0, 80)} is ${width} x ${height}`;
      })
      .filter(Boolean));
  return [...nameless.map((node) => `a ${node.role.value} without a name`), ...small];
}

const overflows = ({ root, all }) => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return null;
  const out = all("*").filter((found) => found.checkVisibility() && found.getBoundingClientRect().right > wide + 1);
  return `${document.documentElement.scrollWidth} > ${wide}: ${out.slice(0, 3).map((found) => found.outerHTML.slice(0, 90))}`;
};

/** A colour is measured once it is there, not on its way: a button that turns from one kind into another fades. */
const STILL = { "prefers-reduced-motion": "reduce" };

for (const [language, page] of [["Chinese", "plain"], ["English", "english"]]) {
  inBrowser(`each screen in ${language}: no finding, every control named and large enough`, { page }, async (visit) => {
    await visit.media(STILL);
    await visit.driver.executeScript(axe.source);
    const wrong = [];
    for (const [name, go] of screens) {
      await go(visit);
      for (const found of [...(await findings(visit)), ...(await controls(visit))]) wrong.push(`${name}: ${found}`);
    }
    assert.deepEqual(wrong, []);
  });

  inBrowser(`each screen in ${language}, dark: every text has its contrast`, { page }, async (visit) => {
    await visit.media({ ...STILL, "prefers-color-scheme": "dark" });
    await visit.run(() => document.documentElement.style.colorScheme = "light dark");
    await visit.driver.executeScript(axe.source);
    const wrong = [];
    for (const [name, go] of screens) {
      await go(visit);
      for (const found of await findings(visit, CONTRAST)) wrong.push(`${name}: ${found}`);
    }
    assert.deepEqual(wrong, []);
  });

  inBrowser(`each screen in ${language} from 320 to 1600 px: nothing scrolls sideways`, { page }, async (visit) => {
    const wrong = [];
    for (const [name, go] of screens) {
      await visit.resize(1280);
      await go(visit);
      for (const width of WIDTHS) {
        await visit.resize(width);
        const found = await visit.run(overflows);
        if (found) wrong.push(`${name} at ${width} px: ${found}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
}

inBrowser("with forced colours every screen keeps its edges and has no violation", { page: "english" }, async (visit) => {
  await visit.media({ "forced-colors": "active" });
  await visit.driver.executeScript(axe.source);
  const wrong = [];
  for (const [name, go] of screens) {
    await go(visit);
    for (const found of await findings(visit)) wrong.push(`${name}: ${found}`);
  }
  assert.deepEqual(wrong, []);
  await visit.place("result");
  const chosen = await visit.run(({ one }) => getComputedStyle(one(".place[aria-current]")).borderBlockEndStyle);
  assert.equal(chosen, "solid", "where one is, is not said by a colour alone");
});

inBrowser("at 400 % zoom of 1280 px the steps are folded and everything can be reached", { page: "english", width: 320, height: 256 }, async (visit) => {
  await visit.begin();
  const narrow = ".steps .narrow";
  assert.equal(await visit.run(({ one }) => one(".steps .wide").checkVisibility()), false);
  await visit.click(`${narrow} summary`);
  await visit.click(`${narrow} li:nth-child(3) button`);
  await visit.until("the third page is entered", ({ one, root }) => !!one("#q-product-drawings") && root.activeElement === one("#heading"));
  assert.equal(await visit.run(overflows), null);
});

inBrowser("changes are announced: a status for the result so far, an alert for an error, headings in order", { page: "english" }, async (visit) => {
  await visit.begin();
  await visit.type(field("equipment-kinds"), "many");
  await visit.untilText("#equipment-kinds-error[role=alert]", "is not a number");
  const before = await visit.text(".live [role=status]");
  await visit.type(field("equipment-kinds"), "8");
  await visit.until("the status has changed", ({ one }, before) => one(".live [role=status]").textContent !== before, before);
  await visit.place("result");
  const levels = await visit.run(({ all }) => all("h1, h2, h3, h4, h5, h6").filter((found) => found.checkVisibility()).map((found) => Number(found.tagName[1])));
  assert.equal(levels[0], 2);
  for (const [place, level] of levels.entries()) assert.ok(place === 0 || level <= levels[place - 1] + 1, `headings ${levels}`);
});

inBrowser("these checks detect a fault inside the widget", { page: "english" }, async (visit) => {
  await visit.driver.executeScript(axe.source);
  await visit.run(({ one }) => {
    const bad = document.createElement("div");
    bad.innerHTML = '<button style="all: unset; width: 10px; height: 10px"></button><p style="color: #ccc; background: #ddd">pale</p><div style="width: 3000px">wide</div>';
    one(".widget").append(bad);
  });
  const found = (await findings(visit)).join("\n");
  assert.match(found, /button-name/);
  assert.match(found, /color-contrast/);
  const wrong = (await controls(visit)).join("\n");
  assert.match(wrong, /a button without a name/);
  assert.match(wrong, /is 10 x 10/);
  assert.match(await visit.run(overflows), /wide|3000/);
});
