// Where WebAssembly is refused the same documents are assessed with the same bytes, by the translation of the module.

import assert from "node:assert/strict";
import { test } from "node:test";

// Refused before anything is loaded: the tests of this file have a process of their own. Node's own WebAssembly (for
// its fetch) is compiled in another way and still runs.
const { Module, CompileError, instantiate } = WebAssembly;
let asked = 0;
WebAssembly.Module = class {
  constructor() {
    asked += 1;
    throw new CompileError("refused");
  }
};
WebAssembly.instantiate = async (what, imports) => {
  if (what instanceof Module) return instantiate(what, imports);
  throw new CompileError("refused");
};
await import("./parity.test.mjs");

test("WebAssembly was tried once and refused", () => assert.equal(asked, 1));
