// Tabs by the pattern of the ARIA Authoring Practices: one stop for Tab, arrow keys between them. Without this script all
// panels are shown, one below the other.

(function () {
  "use strict";

  for (const list of document.querySelectorAll("[data-tabs]")) {
    const tabs = [...list.children];
    const panelOf = (tab) => document.getElementById(tab.getAttribute("aria-controls"));

    const select = (chosen) => {
      for (const tab of tabs) {
        const selected = tab === chosen;
        tab.setAttribute("aria-selected", String(selected));
        tab.tabIndex = selected ? 0 : -1;
        panelOf(tab).hidden = !selected;
      }
      document.dispatchEvent(new CustomEvent("readiness-page-tab"));
    };

    list.setAttribute("role", "tablist");
    for (const tab of tabs) {
      tab.setAttribute("role", "tab");
      panelOf(tab).setAttribute("role", "tabpanel");
      panelOf(tab).setAttribute("aria-labelledby", tab.id);
      tab.addEventListener("click", () => select(tab));
    }
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.indexOf(event.target), End: tabs.length - 1 - tabs.indexOf(event.target) }[event.key];
      if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
      next.focus();
      select(next);
    });
    list.hidden = false;
    // A link to a part of a panel opens it.
    const named = tabs.find((tab) => location.hash === `#${panelOf(tab).id}`);
    select(named ?? tabs[0]);
  }
})();
