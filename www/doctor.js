// The doctor: tells a web master what stands in the way of the self-check. Either as doctor.html, or on a host's own page
// with <script src="…/doctor.js"></script>, where it sees what the page's visitors see. Plain old JavaScript (ES5) that
// runs where the self-check itself cannot. This file finds the others and starts; they are doctor-words.js (what is
// said), doctor-fixes.js (lines for servers), doctor-page.js and doctor-checks.js (what is looked at), doctor-view.js
// (what is shown).

(function () {
  "use strict";

  if (window.readinessDoctor) return;
  var scripts = document.getElementsByTagName("script");
  var own = document.currentScript || scripts[scripts.length - 1];
  var folder = own.src.replace(/[?#].*$/, "").replace(/[^\/]*$/, "");
  var doctor = { folder: folder, violations: [] };
  window.readinessDoctor = doctor;

  // From the beginning, so that nothing that the page's policy refuses is missed.
  document.addEventListener("securitypolicyviolation", function (event) {
    doctor.violations.push({
      directive: event.effectiveDirective || event.violatedDirective,
      blocked: event.blockedURI || "",
      policy: event.originalPolicy || ""
    });
  });

  // Where the page demands trusted types, an address of a script must come from a policy.
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
