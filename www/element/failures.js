// What can go wrong, how it is found out, and what is said of it: a sentence for the visitor, and a line for the web master.
// It is fetched when something has gone wrong.

import { failure } from "./faults.js";

/** For the visitor; the code follows, to be told. */
const SENTENCES = {
  files: ["自评工具的文件没有取到，请重试；仍不行，请告知本网站", "The self-check could not be loaded. Try again; if that does not help, tell this site"],
  site: ["自评工具未能加载：它在本网站没有装好，请告知本网站", "The self-check could not be loaded, because it is not set up properly here. Please tell this site"],
  browser: ["自评工具未能加载，请换用较新的浏览器，或关闭网页翻译和插件", "The self-check could not be loaded. Use a newer browser, or turn off translation and extensions"],
};
const RETRY = ["重试", "Try again"];

const origin = (file) => (file ? new URL(file).origin : "the host of the files");

/** By code: what the visitor is told, and what the web master can do. */
const CODES = {
  "download-failed": ["files", () => "the server did not answer, or something on the way refused"],
  "server-error": ["files", () => "look into the log of the server"],
  "not-found": ["files", () => "upload every file of dist/ to one folder"],
  "damaged-file": ["files", () => "upload it again, as binary, and let nothing on the way change it"],
  "file-address": ["site", () => "a page on a disk cannot load files: use a web server, or offline.html"],
  "mixed-content": ["site", () => "the page is https: serve the files by https too"],
  "policy-refuses-download": ["site", (file) => `add to the page's Content-Security-Policy: connect-src ${origin(file)}`],
  "script-refused": ["site", (file) => `add to the page's Content-Security-Policy: script-src ${origin(file)}`],
  "other-origin-refused": ["site", () => "the server of the files must send: Access-Control-Allow-Origin: *"],
  "wrong-type": ["site", () => "the server must send for .js: Content-Type: text/javascript"],
  "page-instead-of-file": ["site", () => "the server sent a web page in its place: take the folder out of log-in, rewriting and error pages"],
  "wasm-refused": ["site", () => "add to the page's Content-Security-Policy: script-src 'wasm-unsafe-eval'"],
  "old-browser": ["browser", () => "the browser is older than what the README names"],
  "natives-replaced": ["browser", () => `scripts of the page replaced ${replaced().join(", ")}`],
  "page-damaged": ["browser", () => "keep scripts that change the page out of <readiness-check>"],
  "page-translated": ["browser", () => "a page translator was at work; the element asks for none"],
  "engine-stopped": ["browser", () => "the visitor can go on, no answer is lost"],
  "storage-blocked": ["browser", () => "the browser lets this page store nothing; answers stay until it is closed"],
  "storage-full": ["browser", () => "the storage of this site is full; answers stay until the page is closed"],
};

/** What the page has of its own in place of the browser's. */
function replaced() {
  const all = { "Array.from": Array.from, "Array.isArray": Array.isArray, "Object.entries": Object.entries, "Object.assign": Object.assign,
    "Function.prototype.bind": Function.prototype.bind, "Array.prototype.map": [].map, "Array.prototype.filter": [].filter, "Array.prototype.includes": [].includes,
    Map, Set, Promise, fetch: globalThis.fetch, "JSON.stringify": JSON.stringify, "JSON.parse": JSON.parse };
  const names = Object.keys(all).filter((name) => !/\[native code\]/.test(Function.prototype.toString.call(all[name])));
  return [].toJSON ? [...names, "Array.prototype.toJSON"] : names;
}

const CompileError = globalThis.WebAssembly?.CompileError ?? SyntaxError;

/** The code of what has none of ours. */
export function codeOf() {
  return replaced().length ? "natives-replaced" : "failed";
}

const request = (url, more) => fetch(url, { credentials: "omit", ...more });

/** What `act` gives or throws, and whether the policy of the page refused something meanwhile. */
async function underPolicy(act) {
  let refused = false;
  const hear = () => (refused = true);
  document.addEventListener("securitypolicyviolation", hear);
  try {
    return { answer: await act() };
  } catch (cause) {
    // The browser tells of a policy a moment later.
    await new Promise((done) => setTimeout(done));
    return { cause, refused };
  } finally {
    document.removeEventListener("securitypolicyviolation", hear);
  }
}

let imports = 0;

/** Why a file could not be had, or not be used for `cause`: a failure with a code. The file is asked for once more. */
export async function reasonOf(url, integrity, cause) {
  const of = (code) => failure(code, url, `could not be loaded: ${cause.message}`);
  if (/^file:/.test(url)) return of("file-address");
  if (location.protocol === "https:" && /^http:/.test(url)) return of("mixed-content");
  const { answer, refused } = await underPolicy(() => request(url));
  if (refused) return of("policy-refuses-download");
  if (!answer) {
    const there = new URL(url).origin !== location.origin && (await request(url, { mode: "no-cors" }).catch(() => null));
    return of(there ? "other-origin-refused" : "download-failed");
  }
  if (!answer.ok) return failure(answer.status === 404 ? "not-found" : "server-error", url, `HTTP ${answer.status}`);
  const content = await answer.text().catch(() => null);
  if (content === null) return of("download-failed");
  if (/^\s*</.test(content)) return of("page-instead-of-file");
  const script = /\.js$/.test(new URL(url).pathname);
  if (script && !/javascript|ecmascript/.test(answer.headers.get("content-type"))) return of("wrong-type");
  const intact = !integrity || (await request(url, { integrity }).then((again) => again.arrayBuffer()).catch(() => null));
  if (!intact) return of("damaged-file");
  if (cause instanceof SyntaxError || cause instanceof CompileError) return of("old-browser");
  // The file is as it should be: the script was refused, or this is over by now.
  imports += 1;
  return of(script && (await underPolicy(() => import(`${url}#again-${imports}`))).refused ? "script-refused" : "download-failed");
}

/** What the web master can do about a failure of this file, where it is one. */
export const advice = (code, file) => CODES[code]?.[1](file) ?? "";

/** What the visitor is told, and the button: in English, or in Chinese. */
export function card(code, english) {
  const which = english ? 1 : 0;
  const sentence = SENTENCES[CODES[code]?.[0] ?? "browser"][which];
  return [english ? `${sentence} (${code}).` : `${sentence}（${code}）。`, RETRY[which]];
}

/** What is added for the visitor whose widget stopped: what would bring it about again. */
export function hint(code, english) {
  if (code !== "page-translated") return "";
  return english ? "A page translator seems to be at work: turn it off for this page; English and Chinese are in the self-check itself."
    : "网页翻译可能正在运行：请先对本网页关闭翻译；自评工具本身有中文和英文。";
}
