// Built-in functions replaced as MooTools 1.2 and 1.3 did; an imitation of their known behaviour.

(function () {
  "use strict";
  function implement(type, methods) {
    for (var name in methods) type.prototype[name] = methods[name];
  }
  function slice(list) { return [].slice.call(list); }

  // 1.3: not one for each member, but the thing itself in a list.
  Array.from = function (item) {
    if (item === null || item === undefined) return [];
    var enumerable = typeof item.length === "number" && typeof item !== "string" && typeof item !== "function";
    return enumerable ? slice(item) : [item];
  };
  String.from = String;
  Number.from = function (item) { var number = parseFloat(item); return isFinite(number) ? number : null; };
  Function.from = function (item) { return typeof item === "function" ? item : function () { return item; }; };

  implement(Function, {
    // 1.2: the arguments in one list.
    bind: function (bound, given) {
      var self = this;
      return function () { return self.apply(bound, given === undefined ? arguments : [].concat(given)); };
    },
    create: function () { return this; },
    pass: function (given, bound) { return this.bind(bound, given); },
    attempt: function (given, bound) { try { return this.apply(bound, [].concat(given)); } catch (cause) { return false; } },
    delay: function (delay) { return setTimeout(this, delay); },
    periodical: function (period) { return setInterval(this, period); },
    run: function (given, bound) { return this.apply(bound, [].concat(given)); },
    extend: function (properties) { for (var name in properties) this[name] = properties[name]; return this; },
    $family: function () { return "function"; },
  });
  implement(Array, {
    each: function (act, bound) { for (var index = 0; index < this.length; index += 1) act.call(bound, this[index], index, this); },
    clean: function () { return this.filter(function (item) { return item !== null && item !== undefined; }); },
    contains: function (item) { return this.indexOf(item) !== -1; },
    include: function (item) { if (!this.contains(item)) this.push(item); return this; },
    extend: function (list) { for (var index = 0; index < list.length; index += 1) this.push(list[index]); return this; },
    append: function (list) { this.push.apply(this, list); return this; },
    getLast: function () { return this[this.length - 1]; },
    erase: function (item) { for (var index = this.length; index--;) if (this[index] === item) this.splice(index, 1); return this; },
    empty: function () { this.length = 0; return this; },
    // Flattens all the way, without an argument; as is known from "smoosh".
    flatten: function () { var all = []; this.each(function (item) { all = all.concat(item instanceof Array ? item.flatten() : item); }); return all; },
    $family: function () { return "array"; },
  });
  implement(String, {
    test: function (pattern) { return new RegExp(pattern).test(this); },
    contains: function (part, separator) { return separator ? (separator + this + separator).indexOf(separator + part + separator) > -1 : this.indexOf(part) > -1; },
    clean: function () { return this.replace(/\s+/g, " ").trim(); },
    trim: function () { return this.replace(/^\s+|\s+$/g, ""); },
    camelCase: function () { return this.replace(/-\D/g, function (match) { return match.charAt(1).toUpperCase(); }); },
    capitalize: function () { return this.replace(/\b[a-z]/g, function (match) { return match.toUpperCase(); }); },
    substitute: function () { return String(this); },
    toInt: function () { return parseInt(this, 10); },
  });
  implement(Number, {
    limit: function (low, high) { return Math.min(high, Math.max(low, this)); },
    times: function (act, bound) { for (var index = 0; index < this; index += 1) act.call(bound, index, this); },
    toInt: function () { return parseInt(this, 10); },
  });

  // 1.2 put classes of its own in the places of Event and Element.
  var NativeElement = window.Element;
  window.Element = function (name) { return document.createElement(name); };
  window.Element.prototype = NativeElement.prototype;
  window.Event = function (event) { this.event = event || window.event; };
  window.Event.prototype.stop = function () { this.event.preventDefault(); return this; };
  implement(NativeElement, {
    set: function (name, value) { this.setAttribute(name, value); return this; },
    get: function (name) { return this.getAttribute(name); },
    inject: function (parent) { parent.appendChild(this); return this; },
    adopt: function () { return this; },
    dispose: function () { return this.parentNode ? this.parentNode.removeChild(this) : this; },
    empty: function () { return this; },
    destroy: function () { this.dispose(); return null; },
    getElement: function (selector) { return this.querySelector(selector); },
    getElements: function (selector) { return slice(this.querySelectorAll(selector)); },
    addClass: function (name) { this.classList.add(name); return this; },
    addEvent: function (name, act) { this.addEventListener(name, act, false); return this; },
    fireEvent: function () { return this; },
    store: function () { return this; },
    retrieve: function () { return null; },
    clone: function () { return this.cloneNode(true); },
    match: function () { return true; },
  });
  window.$ = function (id) { return typeof id === "string" ? document.getElementById(id) : id; };
  window.$$ = function (selector) { return slice(document.querySelectorAll(selector)); };
  window.$type = function (item) { return item === null || item === undefined ? false : typeof item; };
  window.JSON.encode = JSON.stringify;
  window.JSON.decode = JSON.parse;
  window.addEvent = function (name, act) { window.addEventListener(name, act, false); return window; };
})();
