// The doctor: finds what blocks the self-check, for web masters. Either as doctor.html, or on a host's own page with
// <script src="…/doctor.js"></script>, where it sees what the page's visitors see. ES5, so that it runs where the
// self-check itself cannot. This file loads the others and starts: doctor-words.js (texts), doctor-fixes.js (lines for
// servers), doctor-page.js, doctor-checks.js and doctor-source.js (checks), doctor-view.js (display). The build turns all of
// them into ASCII, because pages in GBK read scripts as GBK.

(function () {
  "use strict";

  if (window.readinessDoctor) return;
  var scripts = document.getElementsByTagName("script");
  var own = document.currentScript || scripts[scripts.length - 1];
  var folder = own.src.replace(/[?#].*$/, "").replace(/[^\/]*$/, "");
  // On a page with https this script cannot have come by http: a policy of the page made https of it, as of all others.
  // (Browsers let pages with https use this very machine by http.)
  var upgraded = location.protocol === "https:" && /^http:/i.test(folder) && !/^http:\/\/(localhost|127\.|\[::1\])/i.test(folder);
  var doctor = { folder: upgraded ? folder.replace(/^http:/i, "https:") : folder, upgraded: upgraded, violations: [], failures: [] };
  window.readinessDoctor = doctor;

  // From the start, so that no refusal by the page's policy is missed.
  doctor.refused = function (event) {
    doctor.violations.push({
      directive: event.effectiveDirective || event.violatedDirective,
      blocked: event.blockedURI || "",
      policy: event.originalPolicy || ""
    });
  };
  document.addEventListener("securitypolicyviolation", doctor.refused);

  // The faults of the page's own self-check, too.
  document.addEventListener("readiness-error", function (event) {
    doctor.failures.push(event.detail.message + " [" + event.detail.code + "]");
  });

  var policies = [];
  /** An address for a script's `src` in `where`, a window: where the page requires trusted types, it must come from a policy. */
  doctor.scriptUrl = function (url, where) {
    var types = (where || window).trustedTypes;
    if (!types) return url;
    for (var i = 0; i < policies.length; i += 1) if (policies[i].types === types) return policies[i].policy.createScriptURL(url);
    try {
      policies.push({ types: types, policy: types.createPolicy("readiness-doctor", { createScriptURL: String }) });
      return policies[policies.length - 1].policy.createScriptURL(url);
    } catch (cause) {
      return url;
    }
  };

  var parts = ["doctor-words.js", "doctor-fixes.js", "doctor-page.js", "doctor-checks.js", "doctor-source.js", "doctor-view.js"];
  function next() {
    if (!parts.length) return doctor.view.start();
    var script = document.createElement("script");
    // Leaves nothing of its own behind on a page that is to be checked.
    script.onload = function () {
      script.parentNode.removeChild(script);
      next();
    };
    script.src = doctor.scriptUrl(folder + parts.shift());
    document.body.appendChild(script);
  }
  if (document.body) next();
  else document.addEventListener("DOMContentLoaded", next);
})();
