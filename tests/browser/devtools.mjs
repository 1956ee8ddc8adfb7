// A connection to the browser itself, for what the driver's connection to a page has no way to.

import assert from "node:assert/strict";
import { on, once } from "node:events";
import { WebSocket } from "ws";

/** What leads to an event, such as a click on what is not there yet, may have to be waited for too. */
const PATIENCE = 30_000;

/** Connects to the browser of a driver of Chromium, until `close`. */
export async function connect(driver) {
  const { debuggerAddress } = (await driver.getCapabilities()).get("goog:chromeOptions");
  const { webSocketDebuggerUrl } = await (await fetch(`http://${debuggerAddress}/json/version`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  await once(socket, "open");
  let asked = 0;
  /** The first message from now on that `is` the one waited for; `what` is its name, where it does not come. */
  const message = async (what, is) => {
    try {
      for await (const [data] of on(socket, "message", { signal: AbortSignal.timeout(PATIENCE) })) {
        const found = JSON.parse(data);
        if (is(found)) return found;
      }
    } catch (cause) {
      throw new Error(`waited in vain for ${what}`, { cause });
    }
  };
  /** What the browser answers to a command. */
  const ask = async (method, params) => {
    const id = ++asked;
    const answer = message(method, (found) => found.id === id);
    socket.send(JSON.stringify({ id, method, params }));
    const { error, result } = await answer;
    assert.equal(error, undefined, method);
    return result;
  };
  /** The parameters of the next event of this name for which they `hold`. */
  const event = async (name, hold) => (await message(name, ({ method, params }) => method === name && hold(params))).params;
  return { ask, event, close: () => socket.close() };
}
