// Built-in functions replaced as Prototype 1.6 did; an imitation of its known behaviour.

(function () {
  "use strict";
  function extend(target, source) {
    for (var name in source) target[name] = source[name];
    return target;
  }
  function $A(iterable) {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    var length = iterable.length || 0;
    var results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  }
  window.$A = Array.from = $A;
  window.$ = function (id) { return typeof id === "string" ? document.getElementById(id) : id; };
  window.$$ = function (selector) { return $A(document.querySelectorAll(selector)); };
  window.$H = function (object) { return new window.Hash(object); };
  window.Hash = function (object) { this._object = object || {}; };

  extend(Object, {
    extend: extend,
    inspect: String,
    toJSON: function (object) {
      if (object === null) return "null";
      if (typeof object === "object" || typeof object === "string" || typeof object === "number") {
        if (object.toJSON) return object.toJSON();
        var results = [];
        for (var name in object) if (typeof object[name] !== "function") results.push(name.toJSON() + ": " + Object.toJSON(object[name]));
        return "{" + results.join(", ") + "}";
      }
      return typeof object === "boolean" ? String(object) : undefined;
    },
    keys: function (object) {
      var keys = [];
      for (var name in object) keys.push(name);
      return keys;
    },
    values: function (object) {
      var values = [];
      for (var name in object) values.push(object[name]);
      return values;
    },
    clone: function (object) { return extend({}, object); },
    isArray: function (object) { return object instanceof Array; },
    isFunction: function (object) { return typeof object === "function"; },
    isString: function (object) { return typeof object === "string"; },
  });

  extend(Function.prototype, {
    bind: function () {
      if (arguments.length < 2 && arguments[0] === undefined) return this;
      var method = this;
      var given = $A(arguments);
      var object = given.shift();
      return function () { return method.apply(object, given.concat($A(arguments))); };
    },
    bindAsEventListener: function (object) {
      var method = this;
      return function (event) { return method.call(object, event || window.event); };
    },
    curry: function () {
      var method = this;
      var given = $A(arguments);
      return function () { return method.apply(this, given.concat($A(arguments))); };
    },
    delay: function () { return setTimeout(this, arguments[0] * 1000); },
    defer: function () { return setTimeout(this, 10); },
    wrap: function (wrapper) {
      var method = this;
      return function () { return wrapper.apply(this, [method].concat($A(arguments))); };
    },
    methodize: function () {
      var method = this;
      return function () { return method.apply(null, [this].concat($A(arguments))); };
    },
  });

  extend(String.prototype, {
    strip: function () { return this.replace(/^\s+/, "").replace(/\s+$/, ""); },
    startsWith: function (pattern) { return this.indexOf(pattern) === 0; },
    endsWith: function (pattern) {
      var at = this.length - pattern.length;
      return at >= 0 && this.lastIndexOf(pattern) === at;
    },
    include: function (pattern) { return this.indexOf(pattern) > -1; },
    sub: function (pattern, by, count) { return this.replace(pattern, by, count); },
    toArray: function () { return this.split(""); },
    blank: function () { return /^\s*$/.test(this); },
    empty: function () { return this == ""; },
    inspect: function () { return "'" + this + "'"; },
    toJSON: function () { return '"' + this.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n") + '"'; },
  });
  extend(Number.prototype, {
    toJSON: function () { return isFinite(this) ? this.toString() : "null"; },
    succ: function () { return this + 1; },
  });
  Date.prototype.toJSON = function () { return '"' + this.getUTCFullYear() + '"'; };

  /** 1.6 binds what is called for each member, by the bind above. */
  function bound(iterator, context) { return iterator ? iterator.bind(context) : function (value) { return value; }; }
  var enumerable = {
    each: function (iterator, context) {
      iterator = bound(iterator, context);
      for (var index = 0; index < this.length; index += 1) iterator(this[index], index);
      return this;
    },
    collect: function (iterator, context) {
      iterator = bound(iterator, context);
      var results = [];
      this.each(function (value, index) { results.push(iterator(value, index)); });
      return results;
    },
    detect: function (iterator, context) {
      iterator = bound(iterator, context);
      for (var index = 0; index < this.length; index += 1) if (iterator(this[index], index)) return this[index];
      return undefined;
    },
    findAll: function (iterator, context) {
      iterator = bound(iterator, context);
      var results = [];
      this.each(function (value, index) { if (iterator(value, index)) results.push(value); });
      return results;
    },
    all: function (iterator, context) {
      iterator = bound(iterator, context);
      for (var index = 0; index < this.length; index += 1) if (!iterator(this[index], index)) return false;
      return true;
    },
    any: function (iterator, context) {
      iterator = bound(iterator, context);
      for (var index = 0; index < this.length; index += 1) if (iterator(this[index], index)) return true;
      return false;
    },
    include: function (value) { return this.indexOf(value) > -1; },
    inject: function (memo, iterator) { this.each(function (value, index) { memo = iterator(memo, value, index); }); return memo; },
    zip: function () { return this.slice(); },
    toArray: function () { return [].concat(this); },
  };
  extend(Array.prototype, enumerable);
  extend(Array.prototype, {
    map: enumerable.collect,
    find: enumerable.detect,
    filter: enumerable.findAll,
    select: enumerable.findAll,
    every: enumerable.all,
    some: enumerable.any,
    member: enumerable.include,
    entries: enumerable.toArray,
    clear: function () { this.length = 0; return this; },
    first: function () { return this[0]; },
    last: function () { return this[this.length - 1]; },
    reduce: function () { return this.length > 1 ? this : this[0]; },
    uniq: function () { return this.slice(); },
    clone: function () { return [].concat(this); },
    size: function () { return this.length; },
    inspect: function () { return "[" + this.join(", ") + "]"; },
    toJSON: function () {
      var results = [];
      this.each(function (value) { var json = Object.toJSON(value); if (json !== undefined) results.push(json); });
      return "[" + results.join(", ") + "]";
    },
  });

  var NativeElement = window.Element;
  window.Element = function (name, attributes) { return extend(document.createElement(name), attributes || {}); };
  extend(window.Element, NativeElement);
  window.Element.prototype = NativeElement.prototype;
  extend(HTMLElement.prototype, {
    visible: function () { return this.style.display !== "none"; },
    toggle: function () { return this; },
    hide: function () { this.style.display = "none"; return this; },
    show: function () { this.style.display = ""; return this; },
    remove: function () { this.parentNode.removeChild(this); return this; },
    update: function (content) { this.innerHTML = content; return this; },
    replace: function () { return this; },
    insert: function () { return this; },
    wrap: function () { return this; },
    up: function () { return this.parentNode; },
    down: function () { return this.firstChild; },
    next: function () { return this.nextSibling; },
    previous: function () { return this.previousSibling; },
    select: function (selector) { return $A(this.querySelectorAll(selector)); },
    match: function () { return false; },
    fire: function () { return this; },
    observe: function () { return this; },
    readAttribute: function (name) { return this.getAttribute(name); },
    empty: function () { return !this.innerHTML; },
    scrollTo: function () { return this; },
  });
})();
