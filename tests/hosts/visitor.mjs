// What a visitor does on every page: answers by mouse and by keyboard alone, and checks what the screen then shows.

import assert from "node:assert/strict";
import { BEGIN, Key, Visit, choice, field } from "../browser/browser.mjs";

/** A visitor who uses plain WebDriver, which every engine has. */
export class Visitor extends Visit {
  async goTo(address) {
    await this.driver.get(address);
  }

  of(which) {
    return new Visitor(this.driver, which);
  }

  /** WebKit's driver does not find fields inside a shadow root under its own mouse: the mouse goes to the place itself. */
  async clickFound(element, what) {
    try {
      await element.click();
    } catch (cause) {
      if (cause.name !== "ElementClickInterceptedError") assert.fail(`${what} cannot be clicked: ${cause.name} ${cause.message}`);
      await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
      await this.driver.actions().move({ origin: element }).click().perform();
    }
  }

  /** Puts the focus where the visitor would go next, and presses keys there. */
  async keysAt(selector, ...keys) {
    await this.until(`${selector} takes the focus`, ({ one, root }, s) => {
      one(s)?.focus();
      return root.activeElement !== null && root.activeElement === one(s);
    }, selector);
    await this.press(...keys);
  }

  /** The verdict on a published condition, as the screen shows it beside the questions. */
  verdict(number) {
    return this.run(({ all }, n) => [...(all(".live .verdicts .badge")[n]?.classList ?? [])].filter((name) => name !== "badge").join(" "), number);
  }

  untilVerdict(number, wanted) {
    return this.until(`condition ${number} is ${wanted}`, ({ all }, n, w) => all(".live .verdicts .badge")[n]?.classList.contains(w), number, wanted);
  }
}

/** Waits until a page is entered: its question is there, and its heading has the focus, which it takes after it is drawn. */
function entered(visitor, question) {
  return visitor.until(`the page of ${question} is entered`, ({ one, root }, s) => !!one(s) && root.activeElement === one("#heading"), `#q-${question}`);
}

/** Begins and answers: the mouse where the page lets it through, then the keys. Leaves the answers at 8 kinds and 23 sets. */
export async function answers(visitor, { mouse = true } = {}) {
  if (mouse) {
    await visitor.click(BEGIN);
    await entered(visitor, "equipment-kinds");
    await visitor.click(field("equipment-kinds"));
    await visitor.press("8", Key.TAB);
  } else {
    await visitor.keysAt(BEGIN, Key.ENTER);
    await entered(visitor, "equipment-kinds");
    await visitor.keysAt(field("equipment-kinds"), "8", Key.TAB);
  }
  await visitor.untilVerdict(0, "met");
  // Fewer sets than kinds: the verdict no longer holds and is no longer shown.
  await visitor.keysAt(field("equipment-sets"), "3", Key.TAB);
  await visitor.until("the contradiction is shown", ({ all }) => !all(".live .verdicts .badge")[0].classList.contains("met"));
  await visitor.keysAt(field("equipment-sets"), Key.BACK_SPACE, "23", Key.TAB);
  await visitor.untilVerdict(0, "met");
  // A page further, and a choice by the space bar.
  await visitor.keysAt(".actions .primary", Key.ENTER);
  await entered(visitor, "digital-roadmap");
  await visitor.keysAt(choice("digital-roadmap", "yes"), " ");
  await visitor.until("it is chosen", ({ one }, s) => one(s)?.checked, choice("digital-roadmap", "yes"));
}

/** The same beginning with Tab alone, from wherever the focus is; no step is done by script. */
export async function answersByTab(visitor) {
  await visitor.tabTo(BEGIN);
  await visitor.press(Key.ENTER);
  await visitor.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
  await visitor.tabTo(field("equipment-kinds"));
  await visitor.press("8", Key.TAB);
  await visitor.untilVerdict(0, "met");
}

/** What is kept in the host's storage for the answers of `answers()`. */
export async function assertKept(visitor, key = "ningbo-3511-2018") {
  const wanted = { "equipment-kinds": 8, "equipment-sets": 23, "digital-roadmap": true };
  const kept = () => visitor.run((_, key) => localStorage.getItem(`readiness-check:${key}`), key);
  await visitor.until("the answers are kept", (_, key) => localStorage.getItem(`readiness-check:${key}`)?.includes("digital-roadmap"), key);
  assert.deepEqual(JSON.parse(await kept()).sheet.document.answers, wanted);
}
