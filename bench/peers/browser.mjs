// One Chromium, and a page in a context of its own: its cache and its storage are empty.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const { chromium } = createRequire(path.join(process.env.PEERS, "node_modules/"))("playwright-core");
const script = await readFile(new URL("inpage.js", import.meta.url), "utf8");
const PATIENCE = 30_000;

/** 150 ms there and back, 1.6 Mbit/s to the visitor. */
export const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

/** Starts the browser; no host but this one can be reached. */
export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
    "--disable-component-update", "--disable-renderer-backgrounding", "--disable-background-timer-throttling",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
});

/** What the page told, by kind, and who waits for it. */
function mailbox({ name, errors }) {
  const come = [];
  const awaited = [];
  const isOf = (kind) => (one) => one.kind === kind;
  return {
    put(message) {
      const index = awaited.findIndex(isOf(message.kind));
      if (index < 0) come.push(message);
      else awaited.splice(index, 1)[0].resolve(message);
    },
    take(kind) {
      const index = come.findIndex(isOf(kind));
      if (index >= 0) return Promise.resolve(come.splice(index, 1)[0]);
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${name} tells no "${kind}": ${[...errors].join(" | ")}`)), PATIENCE);
        awaited.push({ kind, resolve: (message) => resolve(clearTimeout(late) ?? message) });
      });
    },
  };
}

/**
 * Opens the page of a peer, waits until it has told of its start, with a first answer where it is to be `probed`, and gives
 * what `body` gives.
 */
export async function onPage(browser, peer, options, body) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  try {
    return await body(await opened(context, peer, options));
  } finally {
    await context.close();
  }
}

async function opened(context, peer, { cpu = 1, net = null, probed = false }) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const { put, take } = mailbox(peer);
  page.on("pageerror", (error) => peer.errors.add(String(error)));
  page.on("console", (line) => line.type() === "error" && peer.errors.add(line.text()));
  for (const domain of ["Runtime", "Page", "Network", "Performance"]) await cdp.send(`${domain}.enable`);
  let received = 0;
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => (received += encodedDataLength));
  await cdp.send("Runtime.addBinding", { name: "toBench" });
  cdp.on("Runtime.bindingCalled", ({ payload }) => put(JSON.parse(payload)));
  const { adapter, visit } = peer;
  const source = `(${script.trim()})({
    adapter: { ...(${adapter.inPage})(${JSON.stringify(visit.given)}), probe: ${JSON.stringify(probed ? visit.probe : null)} },
    cpu: ${cpu},
    told: (message) => window.toBench(JSON.stringify(message)),
  });`;
  await cdp.send("Page.addScriptToEvaluateOnNewDocument", { source });
  if (cpu > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (net) await cdp.send("Network.emulateNetworkConditions", net);
  // The processes of the new window settle.
  await pause(350);
  await page.goto(peer.address, { waitUntil: "commit" });
  const ask = (call, ...all) => page.evaluate(([call, all]) => window.bench[call](...all), [call, all]);
  return {
    cdp, take, ask,
    start: await take("start"),
    received: () => received,
    /** Asks for what takes its time, and gives what is told of it. */
    async timed(kind, call, ...all) {
      await ask(call, ...all);
      const message = await take(kind);
      if (message.late) throw new Error(`${peer.name}: nothing came of "${call}": ${JSON.stringify(message)}`);
      return message;
    },
  };
}

/** A real click, or a real key. */
export async function use({ cdp }, { x, y, key }, value) {
  if (key) {
    const digit = String(value).at(-1);
    const pressed = { key: digit, code: `Digit${digit}`, windowsVirtualKeyCode: digit.charCodeAt(0) };
    await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", text: digit, ...pressed });
    await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...pressed });
    return;
  }
  const button = { x, y, button: "left", clickCount: 1 };
  await cdp.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
  await cdp.send("Input.dispatchMouseEvent", { type: "mousePressed", ...button });
  await cdp.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...button });
}
