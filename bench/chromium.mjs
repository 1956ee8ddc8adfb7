// One page in Chromium, driven by WebDriver with the packages of the tests.

import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const require = createRequire(new URL("../tests/package.json", import.meta.url));
const webdriver = require("selenium-webdriver");
const chrome = require("selenium-webdriver/chrome.js");

/** Opens `address` in a profile of its own and gives what `body` gives. */
export async function inChromium(address, body) {
  const profile = await mkdtemp(path.join(tmpdir(), "readiness-check-bench-"));
  const options = new chrome.Options();
  options.setChromeBinaryPath(process.env.CHROMIUM);
  options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", `--user-data-dir=${profile}`, "--window-size=1280,900");
  const driver = await new webdriver.Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER))
    .build();
  try {
    await driver.manage().setTimeouts({ script: 120_000 });
    await driver.get(address);
    const run = async (inPage, argument) => {
      const [fault, value] = await driver.executeAsyncScript(
        `const done = arguments[1]; (${inPage})(arguments[0]).then((value) => done([null, value]), (cause) => done([String(cause.stack), null]));`,
        argument,
      );
      if (fault) throw new Error(fault);
      return value;
    };
    return await body({ driver, run });
  } finally {
    await driver.quit();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
