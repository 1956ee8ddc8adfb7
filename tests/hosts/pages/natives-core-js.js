// Built-in functions replaced as core-js 2 did with those it did not trust; an imitation of its known behaviour.

(function () {
  "use strict";
  var NativePromise = window.Promise;
  /** A promise of its own: those of the engine are no instances of it. */
  function Promise(executor) {
    var native = new NativePromise(executor);
    this.native = native;
  }
  Promise.prototype.then = function (done, failed) {
    var native = this.native;
    return new Promise(function (resolve, reject) { native.then(done, failed).then(resolve, reject); });
  };
  Promise.prototype["catch"] = function (failed) { return this.then(undefined, failed); };
  Promise.prototype["finally"] = function (act) {
    return this.then(function (value) { act(); return value; }, function (cause) { act(); throw cause; });
  };
  Promise.resolve = function (value) { return value instanceof Promise ? value : new Promise(function (resolve) { resolve(value); }); };
  Promise.reject = function (cause) { return new Promise(function (_, reject) { reject(cause); }); };
  ["all", "race", "allSettled", "any"].forEach(function (name) {
    Promise[name] = function (list) { return Promise.resolve(NativePromise[name](list)); };
  });
  window.Promise = Promise;

  function replace(owner, name, value) {
    Object.defineProperty(owner, name, { configurable: true, writable: true, enumerable: false, value: value });
  }
  replace(Array, "from", function (source, map, bound) {
    var results = [];
    var next = source[Symbol.iterator];
    if (typeof next === "function") {
      for (var steps = next.call(source), step = steps.next(); !step.done; step = steps.next()) results.push(map ? map.call(bound, step.value, results.length) : step.value);
    } else {
      for (var index = 0; index < source.length; index += 1) results.push(map ? map.call(bound, source[index], index) : source[index]);
    }
    return results;
  });
  replace(Object, "assign", function (target) {
    for (var index = 1; index < arguments.length; index += 1) {
      var source = arguments[index];
      if (source) Object.keys(source).forEach(function (key) { target[key] = source[key]; });
    }
    return target;
  });
  replace(Array.prototype, "includes", function (item) { return this.indexOf(item) > -1 || (item !== item && this.some(function (one) { return one !== one; })); });
  replace(Array.prototype, "find", function (test, bound) { for (var index = 0; index < this.length; index += 1) if (test.call(bound, this[index], index, this)) return this[index]; return undefined; });
  replace(String.prototype, "trim", function () { return this.replace(/^[\s\uFEFF\xA0]+|[\s\uFEFF\xA0]+$/g, ""); });
  replace(String.prototype, "startsWith", function (part, from) { return this.substr(from || 0, part.length) === part; });
  replace(Number, "isInteger", function (value) { return typeof value === "number" && isFinite(value) && Math.floor(value) === value; });

  // Collections that were not trusted with iterables were replaced by subclasses; old weak ones mark the keys.
  var marks = 0;
  function OldWeakMap() { this.mark = "_weak" + (marks += 1); }
  OldWeakMap.prototype.get = function (key) { return key[this.mark]; };
  OldWeakMap.prototype.set = function (key, value) { Object.defineProperty(key, this.mark, { configurable: true, enumerable: false, value: value }); return this; };
  OldWeakMap.prototype.has = function (key) { return this.mark in key; };
  OldWeakMap.prototype["delete"] = function (key) { return delete key[this.mark]; };
  window.WeakMap = OldWeakMap;
  window.__core_js_shared__ = {};
  window.core = { version: "2.6.12" };

  var fetch = window.fetch;
  window.fetch = function (input, settings) { return Promise.resolve(fetch.call(window, input, settings)); };
})();
