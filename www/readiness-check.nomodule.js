// For browsers without modules, as <script nomodule src="…">: the printable form inside each element, below its children.
// The build turns it into ASCII, because pages in GBK read classic scripts as GBK.
(function () {
  function show() {
    var name = "readiness-check.";
    var scripts = document.getElementsByTagName("script");
    var elements = document.getElementsByTagName("readiness-check");
    var base = "";
    var i, j, at, address, line, links, linked, frame, english;
    for (i = 0; i < scripts.length; i += 1) {
      at = scripts[i].src.indexOf(name + "nomodule.js");
      if (at >= 0) base = scripts[i].src.slice(0, at);
    }
    for (i = 0; i < elements.length; i += 1) {
      if (elements[i].getElementsByTagName("iframe").length) continue;
      address = base + name + "form.html";
      english = (elements[i].getAttribute("lang") || "").slice(0, 2) === "en";
      // The snippet's own words may lead to it already.
      links = elements[i].getElementsByTagName("a");
      linked = false;
      for (j = 0; j < links.length; j += 1) if (links[j].href.indexOf(name + "form.html") >= 0) linked = true;
      line = document.createElement("a");
      line.href = address;
      line.target = "_blank";
      line.appendChild(document.createTextNode(english ? "Self-check form to print (opens in a new window)" : "可打印的自评表（在新窗口打开）"));
      frame = document.createElement("iframe");
      frame.src = address;
      frame.title = english ? "Self-check form" : "自评表";
      frame.width = "100%";
      frame.height = "900";
      frame.frameBorder = "0";
      elements[i].style.display = "block";
      if (!linked) elements[i].appendChild(line);
      elements[i].appendChild(frame);
    }
  }
  if (document.readyState !== "loading") show();
  else if (document.addEventListener) document.addEventListener("DOMContentLoaded", show);
  else window.attachEvent("onload", show);
})();
