// Globals that careless bundles leave on a page.
window.exports = {};
window.module = { exports: window.exports };
window.process = { env: {}, browser: true, versions: {} };
window.global = window;
window.require = function (name) { throw new Error("there is no " + name); };
