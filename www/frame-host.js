// The host's side of the frame: gives each frame of the self-check the height of its content. ES5 for any page; adds no
// global name. The protocol is described in frame.js.

(function () {
  "use strict";

  var NAMESPACE = "readiness-check";
  var VERSION = 1;
  var LEAST = 200;
  var MOST = 20000;

  /** The origin that a frame's messages must have: "null" where its sandbox gives it none. */
  function originOf(frame) {
    var rules = frame.getAttribute("sandbox");
    if (rules !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(rules)) return "null";
    return new URL(frame.src).origin;
  }

  function isOurs(frame) {
    return /\/frame\.html([?#]|$)/.test(frame.src);
  }

  function each(act) {
    var frames = document.getElementsByTagName("iframe");
    for (var i = 0; i < frames.length; i += 1) if (isOurs(frames[i])) act(frames[i]);
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
    return (new URL(frame.src).searchParams.get("id") || "").slice(0, 64);
  }

  window.addEventListener("message", function (event) {
    var said = event.data;
    if (!said || said.ns !== NAMESPACE || said.v !== VERSION) return;
    var height = said.height;
    if (typeof height !== "number" || height !== Math.floor(height) || height < LEAST || height > MOST) return;
    each(function (frame) {
      if (event.source !== frame.contentWindow || event.origin !== originOf(frame) || said.id !== idOf(frame)) return;
      frame.style.setProperty("height", height + around(frame) + "px", "important");
    });
  });

  // A frame that loaded first has sent its message already.
  function ask() {
    each(function (frame) {
      // To whichever page is in it: a frame that is still empty has another origin, and the question reveals nothing.
      frame.contentWindow.postMessage({ ns: NAMESPACE, v: VERSION, ask: "height" }, "*");
    });
  }
  ask();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ask);
})();
