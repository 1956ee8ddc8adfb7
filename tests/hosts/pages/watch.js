// Records the state of a host page before and after the widget comes. Uses little of what a page may have replaced.

(function () {
  "use strict";
  var said = [];
  var heard = [];
  var PROPERTIES = ["color", "background-color", "font-family", "font-size", "font-weight", "line-height", "letter-spacing", "text-align", "direction",
    "display", "position", "margin-top", "padding-top", "border-top-width", "cursor", "visibility"];
  var NATIVES = ["Object", "Function", "Array", "String", "Number", "Date", "RegExp", "Promise", "Map", "Set", "JSON", "Math", "Node", "Element", "HTMLElement",
    "Document", "Event", "EventTarget", "History", "Storage", "ShadowRoot", "CSSStyleSheet", "customElements"];

  function each(list, act) {
    for (var index = 0; index < list.length; index += 1) act(list[index], index);
  }

  window.addEventListener("error", function (event) {
    var of = event.target && event.target !== window ? event.target.src || event.target.href : event.message;
    said.push("error: " + of);
  }, true);
  window.addEventListener("unhandledrejection", function (event) { said.push("rejection: " + event.reason); });
  document.addEventListener("securitypolicyviolation", function (event) { heard.push("violation: " + event.effectiveDirective + " " + event.blockedURI); });
  each(["readiness-ready", "readiness-change", "readiness-complete", "readiness-error"], function (name) {
    document.addEventListener(name, function (event) { heard.push(name + (event.detail && event.detail.code ? ": " + event.detail.code : "")); });
  });
  each(["error", "warn"], function (level) {
    var own = console[level];
    console[level] = function () {
      var words = [];
      for (var index = 0; index < arguments.length; index += 1) words.push(String(arguments[index]));
      said.push("console." + level + ": " + words.join(" "));
      return own.apply(console, arguments);
    };
  });

  /** Each own property of a thing, with the function that it is. */
  function members(all, name, thing) {
    if (!thing) return;
    each(Object.getOwnPropertyNames(thing), function (member) {
      var slot = Object.getOwnPropertyDescriptor(thing, member);
      all.push([name + " " + member, slot.value || slot.get]);
    });
  }

  function natives() {
    var all = [];
    each(NATIVES, function (name) {
      members(all, name, window[name]);
      members(all, name, window[name] && window[name].prototype);
    });
    return all;
  }

  function looks() {
    var all = {};
    each(document.querySelectorAll("html, body, .own, .own *"), function (node, index) {
      var style = getComputedStyle(node);
      var text = "";
      each(PROPERTIES, function (name) { text += name + ": " + style.getPropertyValue(name) + "; "; });
      all[index + " " + node.nodeName] = text;
    });
    return all;
  }

  function attributes(node) {
    var text = "";
    each(node.attributes, function (one) { text += one.name + "=" + one.value + " "; });
    return text;
  }

  function state() {
    return {
      address: location.href,
      history: history.length,
      title: document.title,
      active: document.activeElement && document.activeElement.id,
      handlers: window.onerror + " " + window.onunhandledrejection + " " + window.onbeforeunload,
      html: attributes(document.documentElement),
      body: attributes(document.body),
      sheets: (document.adoptedStyleSheets || []).length + document.styleSheets.length,
      inHead: document.head.children.length,
      inBody: document.body.children.length,
      looks: looks(),
    };
  }

  var before = {};
  window.watch = {
    said: said,
    heard: heard,
    /**
     * What there is now and was not before, or is no longer what it was, in lines; nothing if all is as it was. Text,
     * since a page may have spoilt how drivers hand over lists. `but` is a part of the state that may differ.
     */
    changes: function (but) {
      var lines = "";
      each(Object.getOwnPropertyNames(window), function (name) {
        // The driver's own, while it looks for something or moves the mouse; and the frames of the page.
        var own = name === "ret_nodes" || name === "se_exportedFunctionSymbol" || (name >= "0" && name < String(before.frames));
        if (before.names.indexOf(name) < 0 && !own) lines += "new name: " + name + "\n";
      });
      var was = before.natives;
      each(natives(), function (now, index) {
        if (!was[index] || now[0] !== was[index][0] || now[1] !== was[index][1]) lines += "another native: " + now[0] + "\n";
      });
      var after = state();
      each(Object.getOwnPropertyNames(after), function (key) {
        var pair = [JSON.stringify(before.state[key]), JSON.stringify(after[key])];
        if (key !== but && pair[0] !== pair[1]) lines += "another " + key + ": " + pair[0] + " became " + pair[1] + "\n";
      });
      return lines;
    },
  };
  before.names = Object.getOwnPropertyNames(window).concat("watch");
  before.natives = natives();
  /** The last script of a page calls this: modules have not run yet. */
  window.watch.begin = function () {
    var own = document.getElementById("own-field");
    if (own) own.focus({ preventScroll: true });
    before.state = state();
    before.frames = window.length;
  };
})();
