// For bundlers: the same, and the translation of the module to JavaScript for where WebAssembly does not run. It is large,
// and bundlers that minify it take minutes; so only who imports this has it.

import "./readiness-check.bundler.js";

const kind = globalThis.customElements?.get("readiness-check");
if (kind) kind.plain = new URL("./readiness-check-__BUILD__.plain.js", import.meta.url);

export * from "./readiness-check.bundler.js";
