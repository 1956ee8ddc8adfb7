// A server that can have the faults of real ones: dist/ at its root, tests/browser/pages/ below /pages.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PAGES = fileURLToPath(new URL("./pages", import.meta.url));
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};
/** The content coding of a variant that lies beside the file. */
const CODINGS = [["br", ".br"], ["gzip", ".gz"]];

/**
 * Serves until it is closed, on a port of its own: another origin than the tests' first server. `spoil` may hold or change
 * an answer before it is sent: `{ name, status, headers, body }`, where `name` is the path below the root; with `broken` the
 * connection ends in the middle of the body. `root` is the folder that is served, `pages` the one below /pages. `secure`
 * serves by https, with the self-signed certificate in the file that `CERTIFICATE` names, which browsers must be made to
 * accept.
 */
export async function serve({ spoil = () => {}, compressed = true, cors = true, root = process.env.DIST, pages = PAGES, secure = false } = {}) {
  const pem = secure && await readFile(process.env.CERTIFICATE);
  const made = secure ? [createSecureServer, { key: pem, cert: pem }] : [createServer, {}];
  const server = made[0](made[1], async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://x").pathname).replace(/^\//, "") || "index.html";
    const answer = { name, status: 200, headers: { "cache-control": "no-cache", vary: "accept-encoding" }, body: null };
    if (cors) answer.headers["access-control-allow-origin"] = "*";
    const kind = TYPES[name.split(".").at(-1)];
    if (kind) answer.headers["content-type"] = kind;
    const file = name.startsWith("pages/") ? path.join(pages, name.slice(6)) : path.join(root, name);
    const accepted = request.headers["accept-encoding"] ?? "";
    for (const [coding, ending] of compressed ? [...CODINGS, [null, ""]] : [[null, ""]]) {
      if (coding && !accepted.includes(coding)) continue;
      answer.body = await readFile(file + ending).catch(() => null);
      if (answer.body === null) continue;
      if (coding) answer.headers["content-encoding"] = coding;
      break;
    }
    if (answer.body === null) Object.assign(answer, { status: 404, body: "not here" });
    await spoil(answer);
    if (answer.broken) {
      response.writeHead(answer.status, { ...answer.headers, "content-length": answer.body.length });
      response.write(answer.body.subarray(0, answer.body.length >> 1), () => response.destroy());
      return;
    }
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  // A connection that a browser opened ahead and has not used yet is none of those that closeAllConnections() knows; with
  // TLS it would hold the server for over a minute.
  const sockets = new Set();
  server.on("connection", (socket) => sockets.add(socket.once("close", () => sockets.delete(socket))));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http${secure ? "s" : ""}://127.0.0.1:${server.address().port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(done));
    },
  };
}

/**
 * Gives a visit a server for as long as `act` runs. The visitor leaves before the server stops, so that a page that is
 * still at work does not lose it.
 */
export async function during(visit, settings, act) {
  const server = await serve(settings);
  try {
    await act(server.address);
  } finally {
    await visit.driver.get("about:blank");
    await server.close();
  }
}
