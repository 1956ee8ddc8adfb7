// The doctor's checks of a page that embeds the self-check: of its source, where that can be fetched, and of the page
// itself, where the doctor stands in it. doctor-page.js makes the findings, doctor-words.js their sentences.

(function (doctor) {
  "use strict";

  var finding = doctor.page.finding;
  var originOf = doctor.page.originOf;
  var LOADER = /(^|\/)readiness-check\.js([?#]|$)/;
  var HOST_SCRIPT = /(^|\/)frame-host\.js([?#]|$)/;
  var FRAME = /\/frame(\.html)?\/?([?#]|$)/;
  var MARK = "data-readiness-check";
  /** How long the page's own loader and its frames may take, in ms. */
  var PATIENCE = 5000;

  function list(of, name) {
    return Array.prototype.slice.call(of.getElementsByTagName(name));
  }

  function isModule(script) {
    return (script.getAttribute("type") || "").replace(/\s/g, "").toLowerCase() === "module";
  }

  /** The tags of a page of ours: { elements, loaders, modules, frames, hostScript }. */
  function snippets(page) {
    var scripts = list(page, "script");
    var loaders = scripts.filter(function (one) { return LOADER.test(one.getAttribute("src") || ""); });
    return {
      elements: list(page, "readiness-check"),
      loaders: loaders,
      modules: loaders.filter(isModule),
      frames: list(page, "iframe").filter(function (one) { return FRAME.test(one.getAttribute("src") || "") || one.hasAttribute(MARK); }),
      hostScript: scripts.some(function (one) { return HOST_SCRIPT.test(one.getAttribute("src") || ""); })
    };
  }

  function quoted(text) {
    return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  }

  function scriptLine(address) {
    return '<script type="module" src="' + quoted(address) + '"><\/script>';
  }

  /** What the tags of a page say, before anything runs. */
  function tags(found, files) {
    if (!found.elements.length && !found.loaders.length && found.frames.length) {
      return [found.hostScript ? finding("tag", "pass", "frame") : finding("tag", "note", "fixedFrame", {}, { text: '<script src="' + quoted(files) + 'frame-host.js"><\/script>' })];
    }
    if (!found.elements.length) return [finding("tag", "fail", "noTag")];
    if (!found.loaders.length) return [finding("tag", "fail", "noScript", {}, { text: scriptLine(files + "readiness-check.js") })];
    if (!found.modules.length) {
      var type = found.loaders[0].getAttribute("type");
      var fix = { text: scriptLine(found.loaders[0].getAttribute("src")) };
      return [finding("tag", "fail", "noModule", { type: type === null ? "—" : type }, fix)];
    }
    return [finding("tag", "pass", "ok")];
  }

  // --- The source of a page.

  /** The source without comments; what scripts and the like hold is text whatever it looks like, and becomes one sign. */
  function bare(html) {
    var holder = /(<(script|style|textarea|title|xmp|noscript|iframe)(?=[\s\/>])(?:[^>"']|"[^"]*"|'[^']*')*>)([\s\S]*?)(<\/\2\s*>|$)/gi;
    return html.replace(/<!--[\s\S]*?-->/g, "").replace(holder, function (all, open, name, text, close) {
      return open + (/\S/.test(text) ? "*" : "") + close;
    });
  }

  function count(text, pattern) {
    return (text.match(pattern) || []).length;
  }

  /** The tags of ours that are not closed. HTML knows no "/>": what follows becomes their content, and is not shown. */
  function unclosedTags(html) {
    var names = [], text = bare(html), match;
    var own = "readiness-check";
    if (count(text, /<readiness-check(?=[\s\/>])/gi) > count(text, /<\/readiness-check\s*>/gi)) names.push(own);
    var tag = /<(script|iframe)(?=[\s\/])((?:[^>"']|"[^"]*"|'[^']*')*?)\/\s*>(?!\s*<\/\1)/gi;
    while ((match = tag.exec(text)) !== null) {
      var name = match[1].toLowerCase();
      var ours = name === "script" ? /readiness-check\.js|frame-host\.js/ : /\/frame(\.html)?|data-readiness-check/;
      if (ours.test(match[2]) && names.indexOf(name) < 0) names.push(name);
    }
    return names;
  }

  function unclosed(names) {
    var lines = [];
    for (var i = 0; i < names.length; i += 1) lines.push("<" + names[i] + " ...></" + names[i] + ">");
    return finding("closing", "fail", "unclosed", { names: "<" + names.join(">, <") + ">" }, { text: lines.join("\n") });
  }

  /** Whether a source of a policy covers an origin; `self` is the page's own. */
  function covers(source, origin, self) {
    var it = source.toLowerCase(), scheme = origin.replace(/:.*/, "");
    if (it === "*") return true;
    if (it === "'self'") return origin === self;
    if (/^[a-z][a-z0-9+.\-]*:$/.test(it)) return it === scheme + ":" || (it === "http:" && scheme === "https");
    var parts = /^(?:([a-z][a-z0-9+.\-]*):\/\/)?([^\/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(it);
    var want = /^([a-z][a-z0-9+.\-]*):\/\/([^\/:]+)(?::(\d+))?$/.exec(origin);
    if (!parts || !want) return false;
    var asked = parts[1] || self.replace(/:.*/, "");
    if (asked !== want[1] && !(asked === "http" && want[1] === "https")) return false;
    var host = parts[2].slice(0, 2) === "*." ? want[2].slice(-parts[2].length + 1) === parts[2].slice(1) : want[2] === parts[2];
    var usual = { http: "80", https: "443" };
    var port = want[3] || usual[want[1]];
    return host && (parts[3] === "*" || (parts[3] || usual[want[1]]) === port);
  }

  /** The directives of a policy that keep the self-check from working; "wasm" if it would only be slower. */
  function lacking(policy, origin, self, framed) {
    var all = doctor.fixes.directives(policy), missing = [];
    function first(names) {
      for (var i = 0; i < names.length; i += 1) {
        for (var j = 0; j < all.length; j += 1) if (all[j][0].toLowerCase() === names[i]) return all[j];
      }
      return null;
    }
    function need(names) {
      var rule = first(names);
      if (rule && !rule.slice(1).some(function (source) { return covers(source, origin, self); })) missing.push(rule[0]);
    }
    if (framed) need(["frame-src", "child-src", "default-src"]);
    else {
      need(["script-src-elem", "script-src", "default-src"]);
      need(["connect-src", "default-src"]);
      var rule = first(["script-src", "default-src"]);
      if (!missing.length && rule && !/'(wasm-)?unsafe-eval'/i.test(rule.join(" "))) missing.push("wasm");
    }
    return missing;
  }

  function policies(page, header) {
    var all = header ? [header] : [];
    list(page, "meta").forEach(function (meta) {
      if (/^content-security-policy$/i.test(meta.getAttribute("http-equiv") || "")) all.push(meta.getAttribute("content") || "");
    });
    return all;
  }

  function ofPolicies(all, origin, self, framed) {
    for (var i = 0; i < all.length; i += 1) {
      // There only a nonce counts, which the page's own program gives.
      if (!framed && /'strict-dynamic'/i.test(all[i])) return finding("pagePolicy", "note", "nonce");
      var missing = lacking(all[i], origin, self, framed);
      if (!missing.length) continue;
      var amended = framed ? doctor.fixes.amendedForFrame : doctor.fixes.amended;
      var fix = { header: "Content-Security-Policy", value: amended(all[i], origin) };
      return missing[0] === "wasm" ? finding("pagePolicy", "warn", "slow", {}, fix) : finding("pagePolicy", "fail", "lacks", { names: missing.join(", ") }, fix);
    }
    return finding("pagePolicy", "pass", "ok");
  }

  /** An address as the page means it, with its <base>. */
  function resolved(address, page, at) {
    var base = page.querySelector("base[href]");
    try {
      return new URL(address, base ? new URL(base.getAttribute("href"), at).href : at).href;
    } catch (cause) {
      return address;
    }
  }

  function mixed(page, at, addresses) {
    if (!/^https:/i.test(at)) return null;
    for (var i = 0; i < addresses.length; i += 1) {
      var address = resolved(addresses[i], page, at);
      if (/^http:/i.test(address)) return finding("scheme", "fail", "mixed", { address: address });
    }
    return null;
  }

  /** The findings for the source of the page at `at`; `header` is its policy, "" if it has none. */
  function ofSource(html, at, header, files) {
    var page = new DOMParser().parseFromString(html, "text/html");
    var found = snippets(page);
    var closing = unclosedTags(html);
    // A script that is not closed swallows the tag, and the frame its host's script: that is the fault then.
    var all = closing.length ? [unclosed(closing)] : tags(found, files).concat(finding("closing", "pass", "ok"));
    var sources = found.loaders.concat(found.frames).map(function (one) { return one.getAttribute("src") || ""; });
    var blocked = mixed(page, at, sources);
    if (blocked) all.push(blocked);
    var from = sources.length ? originOf(resolved(sources[0], page, at)) : originOf(files);
    if (sources.length) all.push(ofPolicies(policies(page, header), from, originOf(at), !found.loaders.length));
    return all;
  }

  /** Fetches a page of this origin and checks it; a page elsewhere cannot be read from here. */
  function look(address, files, tell, done) {
    if (originOf(address) !== originOf(location.href)) {
      tell([finding("page", "note", "elsewhere", {}, { text: '<script src="' + quoted(files) + 'doctor.js"><\/script>\ncargo xtask embed-check ' + address })]);
      return done();
    }
    doctor.checks.get(address, function (answer) {
      var moved = answer.address && originOf(answer.address) !== originOf(address);
      if (answer.status !== 200 || moved) {
        tell([moved ? finding("page", "fail", "moved", { address: answer.address }) : finding("page", "fail", "missing", { status: answer.status || "—" })]);
        return done();
      }
      tell([finding("page", "pass", "ok", { address: address })].concat(ofSource(answer.text(), answer.address || address, answer.header("Content-Security-Policy") || "", files)));
      done();
    });
  }

  // --- The page that the doctor stands in.

  /** Calls `done` as soon as `holds` does, or when the time is over. */
  function until(holds, time, done) {
    var started = new Date().getTime();
    (function again() {
      if (holds() || new Date().getTime() - started > time) done();
      else setTimeout(again, 100);
    })();
  }

  /** Whether an element holds things that are no words for its absence. */
  function holdsMore(element) {
    return element.querySelector("script, style, link, header, footer, nav, main, aside, h1, form, readiness-check") !== null;
  }

  /** Whether a tag was closed: the page's tree does not say, its source does where it can be read. */
  function closing(found, done) {
    if (/xml/.test(document.contentType || "")) return done([]);
    var last = found.elements.filter(function (one) {
      var next = one.nextElementSibling;
      return one.firstElementChild && (!next || next.id === "readiness-doctor");
    });
    if (!last.length) return done([]);
    doctor.checks.get(location.href.replace(/#.*/, ""), function (answer) {
      var names = answer.status === 200 ? unclosedTags(answer.text()) : last.some(holdsMore) ? ["readiness-check"] : [];
      done(names.length ? [unclosed(names)] : []);
    });
  }

  /** Why the page's own loader did not run, although it is there. */
  function notRun(script, done) {
    var address = script.src || "";
    doctor.checks.get(address, function (answer) {
      var said = !answer.status ? "unreachable" : answer.status !== 200 ? "missing" : script.hasAttribute("integrity") ? "integrity" : "unknown";
      done(finding("own", "fail", said, { address: address, status: answer.status }));
    });
  }

  function isShown(element) {
    return element.shadowRoot !== null && element.shadowRoot.querySelector("[part~='widget']") !== null;
  }

  /** How the page's own self-check does, without help of the doctor's. */
  function ownRun(found, done) {
    if (!found.elements.length || !found.modules.length || !window.customElements) return done([]);
    until(function () { return document.readyState === "complete"; }, PATIENCE, function () {
      until(function () { return window.customElements.get("readiness-check") !== undefined; }, PATIENCE, function () {
        if (window.customElements.get("readiness-check") === undefined) return notRun(found.modules[0], function (one) { done([one]); });
        // As if the visitor had come to it: it loads when it is near the view.
        found.elements.forEach(function (element) { element.dispatchEvent(new Event("focusin")); });
        until(function () { return doctor.failures.length > 0 || found.elements.every(isShown); }, 2 * PATIENCE, function () {
          if (doctor.failures.length) return done([finding("own", "fail", "failed", { message: doctor.failures[0] })]);
          done([found.elements.every(isShown) ? finding("own", "pass", "ok") : finding("own", "note", "waiting")]);
        });
      });
    });
  }

  /** What the page's frames answer when they are asked for their height, and from where. */
  function ownFrames(done) {
    var all = list(document, "iframe"), expected = snippets(document).frames, heard = [], said = [];
    function hear(event) {
      var frame = all.filter(function (one) { return one.contentWindow === event.source; })[0];
      var message = event.data;
      if (!frame || !frame.src || !message || message.ns !== "readiness-check" || typeof message.height !== "number") return;
      if (heard.indexOf(frame) >= 0) return;
      heard.push(frame);
      said.push(ofFrame(frame, expected.indexOf(frame) >= 0, event.origin, message.id));
    }
    if (!all.length) return done([]);
    window.addEventListener("message", hear);
    all.forEach(function (one) { one.contentWindow.postMessage({ ns: "readiness-check", v: 1, ask: "height" }, "*"); });
    until(function () { return expected.length > 0 && heard.length >= expected.length; }, PATIENCE / 2, function () {
      window.removeEventListener("message", hear);
      if (heard.length < expected.length) said.push(finding("frames", "note", "silent"));
      done(said);
    });
  }

  function ofFrame(frame, isMarked, origin, id) {
    var url = new URL(frame.src), own = { address: frame.src, origin: origin };
    if (!isMarked) return finding("frames", "warn", "unmarked", own, { text: "<iframe " + MARK + ' src="' + quoted(frame.src) + '" ...>' });
    if (origin !== "null" && origin !== url.origin && origin !== "https://" + url.host) {
      return finding("frames", "warn", "elsewhere", own, { text: '<iframe src="' + quoted(frame.src.replace(url.origin, origin)) + '" ...>' });
    }
    if (id === "" && url.searchParams.get("id")) return finding("frames", "warn", "queryLost", own);
    return finding("frames", "pass", "ok", own);
  }

  doctor.source = {
    ofSource: ofSource,
    lacking: lacking,
    look: look,
    /** Checks the page that the doctor stands in, before anything of the doctor's runs on it. */
    here: function (files, tell, done) {
      until(function () { return document.readyState !== "loading"; }, PATIENCE, function () {
        var found = snippets(document);
        var said = tags(found, files);
        closing(found, function (unclosed) {
          ownFrames(function (frames) {
            // A frame under another name is known by what it says.
            if (frames.length && said[0].said === "noTag") said = [];
            tell(said.concat(unclosed, frames));
            ownRun(found, function (own) {
              tell(own);
              done();
            });
          });
        });
      });
    }
  };
})(window.readinessDoctor);
