// For bundlers: the same, and the translation of the engine to JavaScript for where WebAssembly does not run. It is large,
// and minifiers take long for it; so only who imports this has it.

import "./readiness-check.bundler.js";

const kind = globalThis.customElements?.get("readiness-check");
if (kind) kind.plain = () => import("./readiness-check-__BUILD__.plain.js");

export * from "./readiness-check.bundler.js";
