// The doctor's checks of the browser and the page. Each gives a finding: { check, state, said, given, fix }, where `said`
// names the sentence in doctor-words.js, `given` fills it, and doctor-fixes.js turns `fix` into lines.

(function (doctor) {
  "use strict";

  function finding(check, state, said, given, fix) {
    return { check: check, state: state, said: said, given: given || {}, fix: fix || null };
  }

  function originOf(address) {
    var found = /^([a-z][a-z0-9+.\-]*:\/\/[^\/?#]*)/i.exec(address);
    return found ? found[1].toLowerCase() : "";
  }

  /** The page's own policy with what it lacks, where the policy can be read; else what must be in it. */
  function policyFix(files) {
    var known = "";
    for (var i = 0; i < doctor.violations.length && !known; i += 1) known = doctor.violations[i].policy;
    var origin = originOf(files);
    var value = doctor.fixes.amended(known || "script-src 'self'; connect-src 'self'", origin);
    return { header: "Content-Security-Policy", value: value };
  }

  function wasm(files) {
    if (typeof WebAssembly !== "object") return finding("wasm", "warn", "absent");
    try {
      // The smallest module: its name and its version.
      var module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      // Some engines refuse to compile, others only to run.
      return new WebAssembly.Instance(module) && finding("wasm", "pass", "ok");
    } catch (cause) {
      return finding("wasm", "warn", "refused", {}, policyFix(files));
    }
  }

  function evaluation() {
    try {
      return new Function("return true")() && finding("evaluation", "note", "allowed");
    } catch (cause) {
      return finding("evaluation", "note", "refused");
    }
  }

  /**
   * What the policy refused of the self-check. The page's own resources do not matter here, and the doctor's tries with
   * eval and WebAssembly are findings of their own.
   */
  function policy(files) {
    var what = [], origin = originOf(files);
    for (var i = 0; i < doctor.violations.length; i += 1) {
      var one = doctor.violations[i];
      var line = one.directive + " " + one.blocked;
      var ours = /^(default|script|connect|style)-src/.test(one.directive) && (originOf(one.blocked) === origin || one.blocked === "inline");
      if (ours && what.indexOf(line) < 0) what.push(line);
    }
    if (!what.length) return finding("policy", "pass", "ok");
    return finding("policy", "fail", "refused", { what: what.join("; ") }, policyFix(files));
  }

  function storage() {
    var framed = false;
    try {
      framed = window.top !== window && !window.top.document;
    } catch (cause) {
      framed = true;
    }
    try {
      var key = "readiness-check:doctor";
      window.localStorage.setItem(key, "1");
      window.localStorage.removeItem(key);
    } catch (cause) {
      return finding("storage", "warn", "blocked");
    }
    return framed ? finding("storage", "note", "partitioned") : finding("storage", "pass", "ok");
  }

  function browser() {
    var lacks = [], lesser = [];
    if (document.documentMode) {
      var lines = '<meta name="renderer" content="webkit">\n<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">';
      return finding("browser", "fail", "compatibility", {}, { text: lines });
    }
    if (!("noModule" in document.createElement("script"))) lacks.push("ES modules");
    if (!window.customElements) lacks.push("custom elements");
    if (!Element.prototype.attachShadow) lacks.push("shadow DOM");
    if (!window.fetch) lacks.push("fetch");
    if (!window.URL || !window.URLSearchParams) lacks.push("URL");
    if (!window.TextDecoder) lacks.push("TextDecoder");
    if (lacks.length) return finding("browser", "fail", "old", { names: lacks.join(", ") });
    if (!("adoptedStyleSheets" in document)) lesser.push("adoptedStyleSheets");
    if (!window.CSS || !CSS.supports || !CSS.supports("container-type", "inline-size")) lesser.push("container queries");
    if (lesser.length) return finding("browser", "note", "lesser", { names: lesser.join(", ") });
    return finding("browser", "pass", "ok");
  }

  var NATIVES = ("Array.from Array.isArray Array.prototype.concat Array.prototype.entries Array.prototype.filter Array.prototype.find " +
    "Array.prototype.forEach Array.prototype.includes Array.prototype.indexOf Array.prototype.map Array.prototype.push Array.prototype.reduce " +
    "Array.prototype.slice Date.prototype.toISOString Date.prototype.toJSON Element.prototype.append Element.prototype.attachShadow " +
    "Element.prototype.closest Element.prototype.getAttribute Element.prototype.matches Element.prototype.remove Element.prototype.setAttribute " +
    "EventTarget.prototype.addEventListener EventTarget.prototype.dispatchEvent Function.prototype.apply Function.prototype.bind " +
    "Function.prototype.call JSON.parse JSON.stringify Map Node.prototype.appendChild Node.prototype.contains Node.prototype.insertBefore " +
    "Node.prototype.removeChild Object.assign Object.create Object.defineProperty Object.entries Object.fromEntries Object.keys Promise " +
    "Promise.prototype.then Set String.prototype.includes String.prototype.replace String.prototype.startsWith String.prototype.trim Symbol " +
    "TextDecoder URL WeakMap document.createElement document.querySelector fetch queueMicrotask requestAnimationFrame setTimeout " +
    "customElements.define Array.prototype.toJSON Number.prototype.toJSON Object.prototype.toJSON String.prototype.toJSON").split(" ");

  function reach(from, path) {
    var names = path.split(".");
    for (var i = 0; i < names.length && from !== undefined && from !== null; i += 1) from = from[names[i]];
    return from;
  }

  /** The names that a page's scripts replaced or added, compared with a window that no script has touched. */
  function replaced(page, fresh) {
    var source = fresh.Function.prototype.toString;
    var names = [];
    for (var i = 0; i < NATIVES.length; i += 1) {
      var here = reach(page, NATIVES[i]), there = reach(fresh, NATIVES[i]);
      var same = typeof here === typeof there && (typeof here !== "function" || source.call(here) === source.call(there));
      if (!same) names.push(NATIVES[i]);
    }
    var key;
    for (key in {}) names.push("Object.prototype." + key);
    for (key in []) names.push("Array.prototype." + key);
    return names;
  }

  function natives() {
    var frame = document.createElement("iframe");
    frame.setAttribute("hidden", "");
    var names;
    try {
      document.body.appendChild(frame);
      names = replaced(window, frame.contentWindow);
    } catch (cause) {
      return finding("natives", "note", "unseen");
    } finally {
      if (frame.parentNode) frame.parentNode.removeChild(frame);
    }
    if (!names.length) return finding("natives", "pass", "ok");
    var given = { names: names.join(", ") };
    var right = JSON.stringify({ list: [1, "a"], none: [] }) === '{"list":[1,"a"],"none":[]}';
    return right ? finding("natives", "warn", "changed", given) : finding("natives", "fail", "json", given);
  }

  function translator() {
    var root = document.documentElement;
    var active = /(^|\s)translated-(ltr|rtl)(\s|$)/.test(root.className) ||
      document.querySelector("font[style*='vertical-align: inherit'], [_msttexthash], #goog-gt-tt") !== null;
    return active ? finding("translator", "warn", "active") : finding("translator", "pass", "ok");
  }

  doctor.page = {
    finding: finding,
    originOf: originOf,
    policyFix: policyFix,
    wasm: wasm,
    evaluation: evaluation,
    policy: policy,
    storage: storage,
    browser: browser,
    natives: natives,
    translator: translator
  };
})(window.readinessDoctor);
