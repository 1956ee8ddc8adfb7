// The doctor: finds what blocks the self-check, for web masters. Either as doctor.html, or on a host's own page with
// <script src="…/doctor.js"></script>, where it sees what the page's visitors see. ES5, so that it runs where the
// self-check itself cannot. This file loads the others and starts: doctor-words.js (texts), doctor-fixes.js (lines for
// servers), doctor-page.js and doctor-checks.js (checks), doctor-view.js (display).

(function () {
  "use strict";

  if (window.readinessDoctor) return;
  var scripts = document.getElementsByTagName("script");
  var own = document.currentScript || scripts[scripts.length - 1];
  var folder = own.src.replace(/[?#].*$/, "").replace(/[^\/]*$/, "");
  var doctor = { folder: folder, violations: [] };
  window.readinessDoctor = doctor;

  // From the start, so that no refusal by the page's policy is missed.
  document.addEventListener("securitypolicyviolation", function (event) {
    doctor.violations.push({
      directive: event.effectiveDirective || event.violatedDirective,
      blocked: event.blockedURI || "",
      policy: event.originalPolicy || ""
    });
  });

  // Where the page requires trusted types, the address of a script must come from a policy.
  var policy = null;
  try {
    if (window.trustedTypes) policy = window.trustedTypes.createPolicy("readiness-doctor", { createScriptURL: function (url) { return url; } });
  } catch (cause) {
    policy = null;
  }
  doctor.scriptUrl = function (url) {
    return policy ? policy.createScriptURL(url) : url;
  };

  var parts = ["doctor-words.js", "doctor-fixes.js", "doctor-page.js", "doctor-checks.js", "doctor-view.js"];
  function next() {
    if (!parts.length) return doctor.view.start();
    var script = document.createElement("script");
    script.onload = next;
    script.src = doctor.scriptUrl(folder + parts.shift());
    document.body.appendChild(script);
  }
  if (document.body) next();
  else document.addEventListener("DOMContentLoaded", next);
})();
