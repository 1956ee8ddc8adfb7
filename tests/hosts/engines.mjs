// Three engines over plain WebDriver: one session of each for all pages.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import webdriver from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

const WIDTH = 1280;
const HEIGHT = 900;
const CHROMIUM_FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", `--window-size=${WIDTH},${HEIGHT}`];
const STARTS_WITHIN = 30_000;

/** A running engine: its driver, and how to stop it. */
export const ENGINES = { Chromium: startChromium, Firefox: startFirefox, WebKitGTK: startWebKit };

async function startChromium() {
  const profile = await mkdtemp(path.join(tmpdir(), "readiness-check-profile-"));
  const options = new chrome.Options();
  options.setChromeBinaryPath(process.env.CHROMIUM);
  options.addArguments(...CHROMIUM_FLAGS, `--user-data-dir=${profile}`);
  const driver = await new webdriver.Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER))
    .build();
  return {
    driver,
    async end() {
      await driver.quit();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function startFirefox() {
  const options = new firefox.Options();
  options.setBinary(process.env.FIREFOX);
  options.addArguments("-headless", `--width=${WIDTH}`, `--height=${HEIGHT}`);
  // Without requests of its own: nothing is fetched but the pages.
  for (const name of ["app.normandy.enabled", "app.update.enabled", "browser.safebrowsing.downloads.remote.enabled", "network.captive-portal-service.enabled",
    "network.connectivity-service.enabled", "datareporting.healthreport.uploadEnabled"]) {
    options.setPreference(name, false);
  }
  const driver = await new webdriver.Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(process.env.GECKODRIVER))
    .build();
  return { driver, end: () => driver.quit() };
}

async function startWebKit() {
  // Without a window manager and without an accelerated screen.
  const screen = spawn(process.env.XVFB, ["-displayfd", "3", "-screen", "0", `${WIDTH}x${HEIGHT}x24`, "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(screen.stdio[3], "data");
  const port = await freePort();
  const home = await mkdtemp(path.join(tmpdir(), "readiness-check-home-"));
  const service = spawn(process.env.WEBKITDRIVER, [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      HOME: home,
      XDG_CACHE_HOME: path.join(home, "cache"),
      XDG_DATA_HOME: path.join(home, "data"),
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
    },
  });
  const stop = async () => {
    for (const child of [service, screen]) {
      if (child.exitCode !== null) continue;
      child.kill();
      await once(child, "exit");
    }
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    await answers(address);
    const capabilities = new webdriver.Capabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: process.env.MINIBROWSER, args: ["--automation"] },
    });
    const driver = await new webdriver.Builder().usingServer(address).withCapabilities(capabilities).build();
    await driver.manage().window().setRect({ width: WIDTH, height: HEIGHT, x: 0, y: 0 });
    return {
      driver,
      async end() {
        await driver.quit().catch(() => {});
        await stop();
      },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Waits until a driver listens. */
async function answers(address) {
  const last = Date.now() + STARTS_WITHIN;
  for (;;) {
    try {
      await (await fetch(`${address}/status`)).text();
      return;
    } catch (cause) {
      if (Date.now() > last) throw cause;
      await new Promise((done) => { setTimeout(done, 50); });
    }
  }
}
