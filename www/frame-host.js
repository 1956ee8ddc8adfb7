// The host's side of the frame: gives each frame of the self-check the height of its content. ES5 for any page; adds no
// global name. The protocol is described in frame.js.

(function () {
  "use strict";

  var NAMESPACE = "readiness-check";
  var VERSION = 1;
  var LEAST = 200;
  var MOST = 20000;
  // Marks a frame whose address does not end in frame.html.
  var MARK = "data-readiness-check";
  var warned = [];

  /** Says once on the console why a frame keeps its height. */
  function warn(frame, why) {
    for (var i = 0; i < warned.length; i += 1) if (warned[i][0] === frame && warned[i][1] === why) return;
    warned.push([frame, why]);
    console.warn("readiness-check: the frame " + (frame ? frame.src : "") + " keeps its height: " + why);
  }

  function urlOf(frame) {
    try {
      return new URL(frame.src);
    } catch (cause) {
      return null;
    }
  }

  /** Whether the address or the mark says that a frame holds the self-check. Some servers drop the ".html". */
  function isOurs(frame) {
    var url = urlOf(frame);
    return url !== null && (/\/frame(\.html)?\/?$/i.test(url.pathname) || frame.hasAttribute(MARK));
  }

  function frames() {
    return Array.prototype.slice.call(document.getElementsByTagName("iframe"));
  }

  /** Whether messages of `origin` may come from the frame: its own, "null" in a sandbox without one, or the same on https. */
  function mayBe(frame, origin) {
    var rules = frame.getAttribute("sandbox");
    // A sandbox around this page holds for its frames too.
    if (window.origin === "null" && origin === "null") return true;
    if (rules !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(rules)) return origin === "null";
    var own = urlOf(frame);
    // A page or a server may turn http into https, which src does not show.
    return origin === own.origin || (own.protocol === "http:" && origin === "https://" + own.host);
  }

  /** The frame's own border and padding, where the page counts them as height. */
  function around(frame) {
    var style = getComputedStyle(frame);
    if (style.boxSizing !== "border-box") return 0;
    var sum = 0;
    ["borderTopWidth", "borderBottomWidth", "paddingTop", "paddingBottom"].forEach(function (side) {
      sum += parseFloat(style[side]) || 0;
    });
    return Math.ceil(sum);
  }

  function idOf(frame) {
    return (urlOf(frame).searchParams.get("id") || "").slice(0, 64);
  }

  /** Takes the height that a frame sent, or says why not. What no fault of a page or server explains is passed over. */
  function take(frame, event) {
    if (!frame.src || urlOf(frame) === null) return;
    if (!isOurs(frame)) return warn(frame, "its address does not end in frame.html; give the <iframe> the attribute " + MARK);
    if (!mayBe(frame, event.origin)) return warn(frame, "it answers from " + event.origin + ", perhaps after a redirect; write that origin into src");
    if (event.data.id !== idOf(frame)) {
      if (event.data.id === "") warn(frame, "its id is not the one in src; perhaps a redirect dropped what follows the ? there");
      return;
    }
    frame.style.setProperty("height", event.data.height + around(frame) + "px", "important");
  }

  window.addEventListener("message", function (event) {
    var said = event.data;
    if (!said || said.ns !== NAMESPACE || said.v !== VERSION) return;
    var height = said.height;
    if (typeof height !== "number" || height !== Math.floor(height) || height < LEAST || height > MOST) return;
    var from = frames().filter(function (frame) { return event.source !== null && event.source === frame.contentWindow; })[0];
    if (!from) {
      // Other windows may send what they like; only a frame of this page is worth a word.
      if (event.source && event.source !== window && event.source.parent === window) warn(null, "this script cannot reach it, for example inside a shadow root");
      return;
    }
    take(from, event);
  });

  // A frame that loaded first has sent its message already.
  function ask() {
    frames().forEach(function (frame) {
      // To whichever page is in it: a frame that is still empty has another origin, and the question reveals nothing.
      if (isOurs(frame)) frame.contentWindow.postMessage({ ns: NAMESPACE, v: VERSION, ask: "height" }, "*");
    });
  }
  ask();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ask);
})();
