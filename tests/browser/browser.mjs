// A real Chromium for a test: storage of its own, the visitor's hands, and what the network and the console saw.
// Waits are explicit: until something holds, never for a time.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import webdriver from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { connect } from "./devtools.mjs";

export const { Key } = webdriver;
export const ADDRESS = process.env.READINESS_ADDRESS;

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const PATIENCE = 15_000;
/** For a script that does many things, one after the other. */
const SCRIPT_PATIENCE = 120_000;
const POLL = 25;
const NOT_YET = "the element has no root yet";

/** Starts a browser with an empty profile; `quit` ends it and takes the profile away. */
async function start(flags, preferences = {}) {
  const profile = await mkdtemp(path.join(tmpdir(), "readiness-check-profile-"));
  const options = new chrome.Options();
  options.setChromeBinaryPath(process.env.CHROMIUM);
  options.addArguments(...FLAGS, ...flags, `--user-data-dir=${profile}`, "--window-size=1280,900");
  options.setUserPreferences(preferences);
  options.set("goog:loggingPrefs", { performance: "ALL", browser: "ALL" });
  const driver = await new webdriver.Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER))
    .build();
  // On a busy machine a driver may come back before the page is loaded.
  const { get } = driver;
  driver.get = async (address) => {
    await get.call(driver, address);
    await driver.wait(() => driver.executeScript("return document.readyState === 'complete'"), PATIENCE, `${address} is not loaded`, POLL);
  };
  // Not the page of the browser's own that it opens with, which makes requests.
  await driver.get("about:blank");
  await driver.manage().logs().get("performance");
  await driver.manage().setTimeouts({ script: SCRIPT_PATIENCE });
  const quit = async () => {
    await driver.quit();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { driver, quit };
}

/** The browser that the tests of a file share, each in a context of its own: started by the first, ended after the last. */
let shared;
after(() => shared?.quit());

/** The shared browser with a window of a new context, which has storage, cache and permissions of its own; `quit` ends both. */
async function context() {
  shared ??= await start([]);
  const { driver } = shared;
  const browser = await connect(driver);
  const home = await driver.getWindowHandle();
  const { browserContextId } = await browser.ask("Target.createBrowserContext");
  const { targetId } = await browser.ask("Target.createTarget", { url: "about:blank", browserContextId });
  await driver.switchTo().window(targetId);
  const quit = async () => {
    await driver.switchTo().window(home);
    await browser.ask("Target.disposeBrowserContext", { browserContextId });
    browser.close();
    for (const kind of ["browser", "performance"]) await driver.manage().logs().get(kind);
  };
  return { driver, quit };
}

/**
 * A test in a real browser, which starts with empty storage. `page` is opened first, unless it is null; `before` runs in
 * each page before its own scripts; messages on the console that match none of `expected` fail the test. With `flags` or
 * `preferences` of the browser, or with `alone` for a test that opens windows by the driver, the browser is the test's own.
 */
export function inBrowser(name, { page = "plain", before, width = 1280, height = 900, expected = [], flags = [], preferences, alone = flags.length > 0 || !!preferences }, body) {
  test(name, async () => {
    const { driver, quit } = await (alone ? start(flags, preferences) : context());
    try {
      const visit = new Visit(driver);
      await visit.resize(width, height);
      // As if its window were in front, whatever else runs on this machine.
      await visit.cdp("Emulation.setFocusEmulationEnabled", { enabled: true });
      if (before) await visit.cdp("Page.addScriptToEvaluateOnNewDocument", { source: `(${before})();` });
      if (page !== null) await visit.open(page);
      await body(visit);
      const said = (await visit.console()).filter((line) => !expected.some((pattern) => pattern.test(line)));
      assert.deepEqual(said, [], "the console stays empty");
    } finally {
      await quit();
    }
  });
}

/** One visitor at one element of a page: the first, unless `of` names another. */
export class Visit {
  constructor(driver, which = 0) {
    this.driver = driver;
    this.which = which;
  }

  /** The same visitor at another element of the page. */
  of(which) {
    return new Visit(this.driver, which);
  }

  // --- The browser.

  cdp(command, parameters = {}) {
    return this.driver.sendAndGetDevToolsCommand(command, parameters);
  }

  resize(width, height = 900) {
    return this.cdp("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /** What the media queries of the visitor answer: `{ "prefers-color-scheme": "dark" }`. */
  media(features) {
    const list = Object.entries(features).map(([name, value]) => ({ name, value }));
    return this.cdp("Emulation.setEmulatedMedia", { features: list });
  }

  /** Opens `pages/<page>.html` and waits for its widgets. */
  async open(page) {
    await this.driver.get(`${ADDRESS}/pages/${page}.html`);
    await this.wakeAll();
    await this.shown();
  }

  /** Touches every element: those far below would wait until somebody comes near. */
  async wakeAll() {
    await this.until("the element is defined", () => !document.querySelector("readiness-check:not(:defined)"));
    await this.run(() => document.querySelectorAll("readiness-check").forEach((element) => {
      // MooTools puts a class of its own in the place of Event.
      const event = document.createEvent("Event");
      event.initEvent("focusin", false, false);
      element.dispatchEvent(event);
    }));
  }

  async reload() {
    await this.refresh();
    await this.shown();
  }

  /** Loads the page anew; the driver may come back before the new one is there. */
  async refresh() {
    await this.run(() => (window.isLeft = true));
    await this.driver.navigate().refresh();
    await this.until("the page is loaded anew", () => !window.isLeft && document.readyState === "complete");
  }

  /** Enters the first frame of the page, once the widget in it is shown. */
  async enterFrame() {
    await this.driver.switchTo().frame(0);
    await this.until("the frame is loaded", ({ element }) => !!element && document.readyState === "complete");
    await this.shown();
  }

  shown() {
    return this.until("every widget is shown", () =>
      [...document.querySelectorAll("readiness-check")].every(({ shadowRoot }) => shadowRoot?.querySelector(".widget h3") && !shadowRoot.querySelector(".frame[aria-busy]")));
  }

  /** What the console said since it was last asked. */
  async console() {
    const entries = await this.driver.manage().logs().get("browser");
    return entries.map((entry) => `${entry.level.name}: ${entry.message}`);
  }

  /** The requests since they were last asked for. */
  async requests() {
    const entries = await this.driver.manage().logs().get("performance");
    return entries
      .map((entry) => JSON.parse(entry.message).message)
      .filter((message) => message.method === "Network.requestWillBeSent")
      .map((message) => message.params.request);
  }

  // --- The page.

  /** Runs a function in the page, with the element, its root and short ways to find things in it. */
  run(what, ...given) {
    const script = `
      const element = document.querySelectorAll("readiness-check")[arguments[0]];
      const root = element?.shadowRoot;
      const within = () => { if (!root) throw new Error("${NOT_YET}"); return root; };
      const here = { element, root, one: (s) => within().querySelector(s), all: (s) => [...within().querySelectorAll(s)] };
      return (${what})(here, ...[...arguments].slice(1));`;
    return this.driver.executeScript(script, this.which, ...given);
  }

  /** Waits until a function in the page gives something, and gives that; an element that has no root yet gives nothing. */
  until(what, holds, ...given) {
    const ask = () => this.run(holds, ...given).catch((cause) => {
      if (!cause.message.includes(NOT_YET)) throw cause;
    });
    return this.driver.wait(ask, PATIENCE, `waited in vain until ${what}`, POLL);
  }

  text(selector) {
    return this.run(({ one }, s) => one(s)?.textContent.replace(/\s+/g, " ").trim() ?? null, selector);
  }

  texts(selector) {
    return this.run(({ all }, s) => all(s).map((found) => found.textContent.replace(/\s+/g, " ").trim()), selector);
  }

  value(selector) {
    return this.run(({ one }, s) => one(s)?.value ?? null, selector);
  }

  async untilText(selector, wanted) {
    await this.until(`${selector} says ${wanted}`, ({ one }, s, w) => one(s)?.textContent.includes(w), selector, wanted);
  }

  /** Waits until the screen has this heading, the heading has the focus, and all of the place is drawn. */
  async onScreen(title) {
    await this.until(
      `the screen "${title}" is entered`,
      ({ one, root }, t) => one("#heading")?.textContent.trim() === t && root.activeElement === one("#heading") && !one(".frame[aria-busy]"),
      title,
    );
  }

  /** What is in the browser's storage under names of ours. */
  stored(kind = "localStorage") {
    return this.run((_, kind) => Object.fromEntries(Object.entries(window[kind])), kind);
  }

  // --- The visitor's hands.

  async find(selector) {
    await this.until(`${selector} is there`, ({ one }, s) => !!one(s), selector);
    return this.run(({ one }, s) => one(s), selector);
  }

  async click(selector) {
    await this.clickFound(await this.find(selector), selector);
  }

  async clickFound(element, what) {
    await element.click().catch(async (cause) => {
      // It may lie under the bar that stays in view: a visitor scrolls on.
      if (cause.name !== "ElementClickInterceptedError") assert.fail(`${what} cannot be clicked: ${cause.message}`);
      await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
      await element.click().catch((cause) => assert.fail(`${what} cannot be clicked: ${cause.message}`));
    });
  }

  /** Clicks the button or link with this text. */
  async clickText(words) {
    const found = ({ all }, words) => all("button, summary").find((button) => button.textContent.trim() === words);
    await this.until(`there is a button "${words}"`, `(...given) => !!(${found})(...given)`, words);
    await this.clickFound(await this.run(found, words), words);
  }

  press(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /** Types over what the field with the focus holds, and leaves it. */
  overwrite(text) {
    return this.driver.actions().keyDown(Key.CONTROL).sendKeys("a").keyUp(Key.CONTROL).sendKeys(text, Key.TAB).perform();
  }

  /** Types in a field and leaves it. */
  async type(selector, text) {
    await this.click(selector);
    await this.overwrite(text);
  }

  /** Goes on with Tab until what has the focus matches. */
  async tabTo(selector, { back = false } = {}) {
    for (let turn = 0; turn < 400; turn += 1) {
      if (await this.run(({ root }, s) => root.activeElement?.matches(s) ?? false, selector)) return;
      if (back) await this.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
      else await this.press(Key.TAB);
    }
    assert.fail(`the keyboard does not reach ${selector}`);
  }

  /** Begins on a track, or goes on. */
  async begin(track = 0) {
    await this.click(`${BEGIN}:nth-of-type(${track + 1})`);
    await this.until("the first page is entered", ({ one }) => !!one("#q-equipment-kinds"));
  }

  /** Goes to a page of questions by its number. */
  async step(number) {
    if (!(await this.run(({ one }) => !!one(".steps")))) await this.place("answer");
    await this.clickFound(await this.run(({ all }, n) => all(".steps .wide .step").at(n), number), `step ${number}`);
    await this.until(
      `step ${number} is entered`,
      ({ all, one, root }, n) => all(".steps .wide .step").at(n)?.hasAttribute("aria-current") && root.activeElement === one("#heading"),
      number,
    );
  }

  /** Goes to a place by the bar: `answer`, `result`, `plan`, `evidence`, `programmes`; or to the `basis` or the `exchange` from a foot. */
  async place(name) {
    const button = ASIDE[name] ?? `.places li:nth-child(${PLACES.indexOf(name) + 1}) .place`;
    await this.click(button);
    await this.until(
      `the place ${name} is entered`,
      ({ one, root }, button, aside) => (aside ? !!one(aside) : one(button)?.hasAttribute("aria-current")) && root.activeElement === one("#heading") && !one(".frame[aria-busy]"),
      button,
      ASIDE[name] ? `.${name}` : null,
    );
  }
}

/** The buttons of a foot that lead to what stands beside the journey. */
const ASIDE = { basis: ".foot .quiet", exchange: ".foot .actions > :last-child" };
/** The places of the bar, in their order. */
export const PLACES = ["answer", "result", "plan", "evidence", "programmes"];

/** The button of the first track, which starts. */
export const BEGIN = ".start .track";
/** The field of a question that asks for a number. */
export const field = (question) => `#q-${question} input[type=text]`;
/** A choice of a question. */
export const choice = (question, value) => `#q-${question} input[value="${value}"]`;
