// The frame's side: settings from the address to the element, and the height of the content to the page around.
//
// `standard` may be an id or an address of this origin and nothing else.
//
// Protocol, version 1. To the page around: { ns: "readiness-check", v: 1, id, height }, a whole number of px from 200 to
// 20000. From it: { ns: "readiness-check", v: 1, ask: "height" }, since its script may load after the first message.
// Nothing else is sent. `parent-origin` in the address limits both to that origin. Without it any page around gets the
// height, which reveals nothing; if it is no origin, nothing is sent, because whoever wrote it wanted a limit.

(function () {
  "use strict";

  var NAMESPACE = "readiness-check";
  var VERSION = 1;
  var LEAST = 200;
  var MOST = 20000;
  // Content that shrinks by less keeps its height.
  var SLACK = 8;
  // How often in a row the content may grow just because the window did: more is a loop, not content.
  var PATIENCE = 4;
  // Besides `standard`, which is read apart.
  var SETTINGS = ["lang", "storage", "storage-key", "theme", "track", "header"];
  // Whoever makes a link chooses these texts; a notice repeats a bad one, and shall not be a billboard.
  var LONGEST = 60;

  var asked = new URLSearchParams(location.search);
  var content = document.getElementById("content");
  var element = content.querySelector("readiness-check");

  /** Lets this document fetch from its own origin alone, through redirects too. */
  function stayHere(origin) {
    var rule = document.createElement("meta");
    rule.httpEquiv = "Content-Security-Policy";
    // The second source is for a sandbox, where 'self' may be nothing.
    rule.content = "connect-src 'self' " + origin;
    document.head.appendChild(rule);
  }

  /**
   * The attribute for `standard=`: an id, or an address of this origin, since a link must not decide whose questions this
   * site asks. All else becomes a text that is neither, which the self-check refuses in words.
   */
  function standardFrom(text) {
    if (/^[a-z0-9][a-z0-9-]*$/i.test(text)) return text.slice(0, LONGEST);
    var own = new URL(location.href).origin;
    stayHere(own);
    try {
      var url = new URL(text, location.href);
      if (/^https?:$/.test(url.protocol) && url.origin === own) return url.href;
    } catch (cause) {
      // No address: refused below.
    }
    console.warn('readiness-check: standard="' + text + '" is not on this site: the frame takes ids, and addresses that begin with ' + own + "/");
    return text.slice(0, LONGEST).replace(/\//g, "\uff0f").replace(/\./g, "\uff0e");
  }

  for (var i = 0; i < SETTINGS.length; i += 1) {
    var given = asked.get(SETTINGS[i]);
    if (given !== null) element.setAttribute(SETTINGS[i], SETTINGS[i] === "storage-key" ? given : given.slice(0, LONGEST));
  }
  var standard = (asked.get("standard") || "").trim();
  if (standard) element.setAttribute("standard", standardFrom(standard));
  if (asked.has("accent")) element.style.setProperty("--readiness-check-accent", asked.get("accent"));
  if (/^\s*en\b/i.test(asked.get("lang") || "")) {
    document.documentElement.lang = "en";
    document.querySelector("h1").textContent = "Smart manufacturing self-check";
  }
  var links = content.querySelectorAll("a");
  // The form's own address is made whole, since paper shows it.
  for (var j = 0; j < links.length; j += 1) links[j].href = links[j].className === "form" ? links[j].href : location.href;

  if (window.parent === window || !window.ResizeObserver) return;

  /** The origin that a text names: null unless it is one and nothing more. */
  function originOf(text) {
    try {
      var url = new URL(text);
      return /^https?:$/.test(url.protocol) && url.origin === text ? text : null;
    } catch (cause) {
      return null;
    }
  }

  var id = (asked.get("id") || "").slice(0, 64);
  var named = asked.get("parent-origin");
  var target = named === null ? "*" : originOf(named);
  if (target === null) {
    console.warn('readiness-check: parent-origin="' + named + '" is no origin such as https://example.org: the height is not sent');
    return;
  }

  var started = false;
  var sent = 0;
  var width = 0;
  var own = 0;
  // The height of the window that the content has already answered.
  var answered = 0;

  function wanted() {
    var height = Math.ceil(content.getBoundingClientRect().height);
    return Math.min(MOST, Math.max(LEAST, height));
  }

  function send(height) {
    sent = height;
    window.parent.postMessage({ ns: NAMESPACE, v: VERSION, id: id, height: height }, target);
  }

  function measure() {
    if (!started) return;
    var height = wanted();
    // Growth with a new width, or while the window stays, is content; growth with the window may be a loop.
    if (window.innerWidth !== width || window.innerHeight === answered) own = 0;
    else if (height > sent) own += 1;
    width = window.innerWidth;
    answered = window.innerHeight;
    if (own > PATIENCE) return;
    if (height > sent || sent - height >= SLACK) send(height);
  }

  function start() {
    if (started) return;
    started = true;
    // At once, because a frame out of view is not rendered and its observer waits.
    measure();
    new ResizeObserver(measure).observe(content);
  }

  // Until the widget is there the frame keeps the height that its page gave it, so as not to jump twice.
  element.addEventListener("readiness-ready", start);
  element.addEventListener("readiness-error", start);
  // Once the new height of the window has been seen and nothing grew with it, it counts as answered.
  window.addEventListener("resize", function () {
    var now = window.innerHeight;
    requestAnimationFrame(function () {
      requestAnimationFrame(function () {
        if (window.innerHeight === now) answered = now;
      });
    });
  });
  // What a visitor does makes content: start counting again.
  ["click", "keydown", "input"].forEach(function (kind) {
    document.addEventListener(kind, function () {
      own = 0;
    }, true);
  });
  window.addEventListener("message", function (event) {
    var said = event.data;
    if (event.source !== window.parent || (target !== "*" && event.origin !== target)) return;
    if (!said || said.ns !== NAMESPACE || said.v !== VERSION || said.ask !== "height") return;
    if (sent) send(sent);
  });
})();
