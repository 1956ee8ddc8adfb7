// Why a script of this build could not be had: the loader needs it too, so it is short.

import { fault } from "./faults.js";

export const failure = (code, url, message) => Object.assign(fault(code, "", `${url}: ${message}`), { file: String(url) });

/** What `load` imports; for a script that a bundler knows the place of. */
export const bundled = (load) => load().catch((cause) => {
  throw failure("download-failed", "a part of readiness-check", `could not be loaded: ${cause.message}`);
});

let tries = 0;

/** Imports a script of this build, or throws a failure that says why not. */
export async function script(url, build) {
  let module;
  try {
    // A browser may remember that an address failed, but not with another fragment.
    module = await import(/* @vite-ignore */ url + (tries ? `#${tries}` : ""));
  } catch (cause) {
    tries += 1;
    if (!globalThis.document) throw cause;
    const answer = await fetch(url).catch(() => null);
    let code = "download-failed";
    if (answer && !answer.ok) code = answer.status === 404 ? "not-found" : "server-error";
    if (answer && answer.ok) {
      const script = /javascript|ecmascript/.test(answer.headers.get("content-type"));
      const page = /^\s*</.test(await answer.text());
      code = page ? "page-instead-of-file" : !script ? "wrong-type" : cause instanceof SyntaxError ? "old-browser" : "script-refused";
    }
    throw failure(code, url, `could not be loaded: ${cause.message}`);
  }
  if (module.BUILD === build) return module;
  tries += 1;
  throw failure("mixed-build", url, `is of build ${module.BUILD}, not ${build}`);
}
