// Pages in two languages: shows one of them, chosen by `lang` in the address or by the visitor.

(function () {
  "use strict";

  const root = document.documentElement;
  const buttons = document.querySelectorAll("#switch button");

  function show(lang) {
    root.lang = lang;
    root.dataset.shown = lang;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.lang === lang));
    const query = lang === "en" ? "?lang=en" : "";
    // Links to the other pages keep the language.
    for (const link of document.querySelectorAll('a[href$=".html"]:not([download]), a[href*=".html?lang="]')) {
      link.setAttribute("href", link.getAttribute("href").replace(/\?lang=.*$/, "") + query);
    }
    document.dispatchEvent(new CustomEvent("readiness-page-language"));
  }

  show(new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh-CN");
  document.getElementById("switch").hidden = false;
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.lang);
      // So does this one when it is loaded again.
      history.replaceState(null, "", location.pathname + (button.lang === "en" ? "?lang=en" : "") + location.hash);
    });
  }
})();
