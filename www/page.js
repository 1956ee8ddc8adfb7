// Pages in two languages: shows one of them, chosen by `lang` in the address or by the visitor.

(function () {
  "use strict";

  const root = document.documentElement;
  const button = document.getElementById("switch");

  function show(lang) {
    root.lang = lang;
    root.dataset.shown = lang;
    button.textContent = lang === "en" ? "中文" : "English";
    button.lang = lang === "en" ? "zh-CN" : "en";
    // Links to the other pages keep the language.
    for (const link of document.querySelectorAll('a[href$=".html"], a[href*=".html?lang="]')) {
      link.setAttribute("href", link.getAttribute("href").replace(/\?lang=.*$/, "") + (lang === "en" ? "?lang=en" : ""));
    }
    document.dispatchEvent(new CustomEvent("readiness-page-language"));
  }

  show(new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh-CN");
  button.hidden = false;
  button.addEventListener("click", () => show(root.lang === "en" ? "zh-CN" : "en"));
})();
