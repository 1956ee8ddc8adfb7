// What the page doctor.html does, in a file of its own so that strict policies allow it.
const asked = new URLSearchParams(location.search);
const files = asked.get("files") ?? "/";
const without = asked.get("without");
if (without === "tag") document.querySelector("readiness-check").remove();
if (asked.has("translated")) document.documentElement.className = "translated-ltr";
if (asked.get("old") === "natives") {
  // As Prototype 1.6 and MooTools 1.2 did, in what still lets modern scripts run.
  Function.prototype.bind = function (to, ...first) {
    const act = this;
    return function (...rest) { return act.apply(to, [...first, ...rest]); };
  };
  Array.from = (list, map, to) => [...list].map(map ?? ((item) => item), to);
  Element.prototype.remove = function () { this.parentNode?.removeChild(this); return this; };
}
if (asked.get("old") === "json") Array.prototype.toJSON = function () { return `[${this.join()}]`; };
const add = (name, type) => {
  const script = document.createElement("script");
  if (type) script.type = type;
  const policy = window.trustedTypes?.createPolicy(`host-${name}`, { createScriptURL: (url) => url });
  const url = `${files}${name}`;
  script.src = policy ? policy.createScriptURL(url) : url;
  document.body.append(script);
};
if (without !== "script") setTimeout(() => add("readiness-check.js", "module"));
add("doctor.js");
