// Globals that RequireJS leaves on a page.
(function () {
  "use strict";
  window.amdCalls = [];
  window.define = function () { window.amdCalls.push(arguments.length); };
  window.define.amd = { jQuery: true };
  window.require = window.requirejs = function () { window.amdCalls.push(arguments.length); };
})();
