// A visitor who came with a fragment in the address and scrolled before anything was loaded.
history.replaceState(null, "", "#mark");
document.addEventListener("DOMContentLoaded", function () { window.scrollTo(0, 250); });
