// A visitor who came by a mark in the address and has scrolled before anything is loaded.
history.replaceState(null, "", "#mark");
document.addEventListener("DOMContentLoaded", function () { window.scrollTo(0, 250); });
