// An old Chromium, driven by the DevTools protocol over a pipe: its driver is no longer available.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote", "--no-first-run", "--disable-dev-shm-usage",
  "--disable-background-networking", "--window-size=1280,900", "--remote-debugging-pipe"];
const PATIENCE = 30_000;

/** Gives `act` a page of the browser in `folder`, and stops the browser afterwards. */
export async function inOldChromium(folder, act) {
  const profile = await mkdtemp(path.join(tmpdir(), "readiness-check-old-"));
  const browser = spawn(path.join(folder, "chromium"), [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], {
    env: { ...process.env, LD_LIBRARY_PATH: [folder, path.join(folder, "lib")].join(":"), HOME: profile },
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise((done) => browser.once("exit", done));
  try {
    await act(await Page.first(browser.stdio[3], browser.stdio[4], ended));
  } finally {
    browser.kill("SIGKILL");
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

class Page {
  static async first(input, output, ended) {
    const page = new Page();
    page.input = input;
    page.waiting = new Map();
    page.said = [];
    page.requested = [];
    let last = 0;
    page.next = () => ++last;
    let rest = Buffer.alloc(0);
    output.on("data", (data) => {
      rest = Buffer.concat([rest, data]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        page.hear(JSON.parse(rest.subarray(0, end).toString("utf8")));
        rest = rest.subarray(end + 1);
      }
    });
    input.on("error", () => {});
    ended.then(() => page.waiting.forEach(({ reject }) => reject(new Error("the browser ended"))));
    const { targetId } = await page.send("Target.createTarget", { url: "about:blank" });
    page.session = (await page.send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
    for (const domain of ["Runtime", "Page", "Network", "Log"]) await page.send(`${domain}.enable`);
    return page;
  }

  hear({ id, result, error, method, params }) {
    if (id) {
      const { resolve, reject } = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    }
    if (method === "Runtime.exceptionThrown") this.said.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === "Runtime.consoleAPICalled") this.said.push(params.args.map((arg) => arg.value ?? arg.description).join(" "));
    if (method === "Log.entryAdded") this.said.push(`${params.entry.text} ${params.entry.url ?? ""}`);
    if (method === "Network.requestWillBeSent") this.requested.push(params.request.url);
  }

  send(method, params = {}) {
    const id = this.next();
    this.input.write(`${JSON.stringify({ id, method, params, sessionId: this.session })}\0`);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  open(url) {
    return this.send("Page.navigate", { url });
  }

  /** Runs a function in the page, with the root of the first element and a way to find things in it. */
  async run(what, ...given) {
    const expression = `(() => {
      const root = (document.querySelector("readiness-check") || {}).shadowRoot;
      const one = (selector) => root && root.querySelector(selector);
      return (${what})({ root, one }, ...${JSON.stringify(given)});
    })()`;
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async until(what, holds, ...given) {
    for (const end = Date.now() + PATIENCE; Date.now() < end;) {
      const found = await this.run(holds, ...given);
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`waited in vain until ${what}; the console said: ${this.said.join("\n")}`);
  }

  /** Clicks the middle of an element. */
  async click(selector) {
    const place = await this.until(`${selector} is there`, ({ one }, selector) => {
      const found = one(selector);
      if (!found) return null;
      found.scrollIntoView({ block: "center" });
      const { left, top, width, height } = found.getBoundingClientRect();
      return width > 0 && { x: left + width / 2, y: top + height / 2 };
    }, selector);
    for (const type of ["mousePressed", "mouseReleased"]) await this.send("Input.dispatchMouseEvent", { type, ...place, button: "left", clickCount: 1 });
  }

  /** Presses a key that types no character. */
  async press(key) {
    for (const type of ["rawKeyDown", "keyUp"]) await this.send("Input.dispatchKeyEvent", { type, key, code: key, windowsVirtualKeyCode: key === "Escape" ? 27 : 0 });
  }

  type(text) {
    return this.send("Input.insertText", { text });
  }
}
