// The hosts' pages on one origin; the widget's files on that one, on a second, and on a third that allows no other origin.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../browser/server.mjs";

const PAGES = fileURLToPath(new URL("./pages", import.meta.url));

/** The digest that the customiser puts into the pinned snippet. */
async function integrity() {
  const page = await readFile(path.join(process.env.DIST, "index.html"), "utf8");
  return page.match(/<meta name="readiness-check-integrity" content="(sha384-[^"]+)"/)[1];
}

export async function startSite() {
  const files = await serve();
  const closed = await serve({ cors: false });
  const places = { "%FILES%": files.address, "%CLOSED%": closed.address, "%INTEGRITY%": await integrity() };
  const spoil = (answer) => {
    if (!answer.name.startsWith("pages/") || !answer.name.endsWith(".html") || answer.status !== 200) return;
    answer.body = Object.entries(places).reduce((text, [place, value]) => text.replaceAll(place, value), String(answer.body));
  };
  const site = await serve({ pages: PAGES, spoil });
  return {
    address: site.address,
    async close() {
      for (const server of [site, files, closed]) await server.close();
    },
  };
}
