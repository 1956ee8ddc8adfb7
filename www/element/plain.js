// For where WebAssembly is missing or refused: the module as JavaScript, by binaryen's wasm2js, which stands before this as
// the function `instantiate`. The glue stays as it is.

/* global instantiate */

const each = (all, wrap) => Object.fromEntries(Object.entries(all).map(([name, it]) => [name, wrap(it)]));

/** The exports of a new instance. When its memory has grown, the buffer before is detached, as the glue expects it of WebAssembly. */
function exportsOf(imports) {
  const { port1: detacher } = new MessageChannel();
  let exports = null;
  let buffer = null;
  function look() {
    const now = exports?.memory.buffer ?? null;
    if (now === buffer) return;
    if (buffer) detacher.postMessage(null, [buffer]);
    buffer = now;
  }
  const crossing = (it) => typeof it !== "function" ? it : (...given) => {
    look();
    try {
      return it(...given);
    } finally {
      look();
    }
  };
  exports = instantiate(each(imports, (module) => each(module, crossing)));
  look();
  return each(exports, crossing);
}

/**
 * Starts an instance for its glue, which makes one of `WebAssembly.Module` by `new WebAssembly.Instance`. For this one call,
 * in which nothing else runs, both are ours.
 */
export function start(glue) {
  const own = Object.getOwnPropertyDescriptor(globalThis, "WebAssembly");
  class Module {}
  class Instance {
    constructor(module, imports) {
      this.exports = exportsOf(imports);
    }
  }
  Object.defineProperty(globalThis, "WebAssembly", { configurable: true, value: { Module, Instance } });
  try {
    glue.initSync({ module: new Module() });
  } finally {
    if (own) Object.defineProperty(globalThis, "WebAssembly", own);
    else delete globalThis.WebAssembly;
  }
}
