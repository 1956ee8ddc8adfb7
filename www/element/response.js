// Why a file could not be had. Browsers hide most of it from scripts; what can be found out is asked for.

import { failure } from "./why.js";

/** Fetches a file, or throws a failure that says why not. */
export async function response(url) {
  let refused = false;
  const hear = () => (refused = true);
  const page = globalThis.document;
  page?.addEventListener("securitypolicyviolation", hear);
  try {
    const answer = await fetch(url, { credentials: "omit" });
    if (answer.ok) return answer;
    throw failure(answer.status === 404 ? "not-found" : "server-error", url, `HTTP ${answer.status}`);
  } catch (cause) {
    if (cause.code) throw cause;
    const { protocol, origin } = globalThis.location ?? {};
    const of = (code) => failure(code, url, `could not be loaded: ${cause.message}`);
    if (/^file:/.test(url)) throw of("file-address");
    if (protocol === "https:" && /^http:/.test(url)) throw of("mixed-content");
    // The browser tells of a policy a moment later.
    await new Promise((done) => setTimeout(done));
    if (refused) throw of("policy-refuses-download");
    const there = new URL(url).origin !== origin && (await fetch(url, { mode: "no-cors" }).catch(() => null));
    throw of(there ? "other-origin-refused" : "download-failed");
  } finally {
    page?.removeEventListener("securitypolicyviolation", hear);
  }
}
