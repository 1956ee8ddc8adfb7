// The doctor's checks of the files as the server sends them, and a trial run. doctor-page.js checks browser and page,
// doctor-source.js the tags on it.

(function (doctor) {
  "use strict";

  var page = doctor.page;
  var finding = page.finding;
  var originOf = page.originOf;
  var policyFix = page.policyFix;
  var LIST = "readiness-check.files.json";
  var PATIENCE = 30000;
  /** The types of JavaScript that are in use, of those that the standard allows. */
  var SCRIPTS = ["text/javascript", "application/javascript", "application/x-javascript", "text/ecmascript", "application/ecmascript"];
  /** The extensions that are checked, and whether a wrong type stops the self-check or only slows it down. */
  var STRICT = { js: true, css: false, json: false, wasm: false };
  var DAY = 86400;

  function ending(name) {
    return name.replace(/^.*\./, "");
  }

  /**
   * Fetches one file: gives { status, address, type, charset, size, start, text(), header(name) }; status 0 is no answer, and
   * `address` is where redirects led, "" where the browser does not say.
   */
  function get(address, done) {
    var request = new XMLHttpRequest();
    request.open("GET", address, true);
    request.responseType = "arraybuffer";
    request.onloadend = function () {
      var bytes = request.response ? new Uint8Array(request.response) : new Uint8Array(0);
      // One character for each byte: what is looked for is ASCII in every charset that pages have.
      function text(most) {
        var all = "";
        for (var i = 0; i < Math.min(bytes.length, most); i += 1) all += String.fromCharCode(bytes[i]);
        return all;
      }
      var type = request.status ? request.getResponseHeader("Content-Type") || "" : "";
      var charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(type);
      done({
        status: request.status,
        address: request.responseURL || "",
        type: type.split(";")[0].replace(/\s/g, "").toLowerCase(),
        charset: charset ? charset[1].toLowerCase() : "",
        size: bytes.length,
        start: text(64),
        text: function () { return text(Infinity); },
        header: function (name) {
          // A header that another origin may not read counts as absent; asking for it would put an error on the console.
          var seen = request.getAllResponseHeaders().toLowerCase().indexOf(name.toLowerCase() + ":") >= 0;
          return seen ? request.getResponseHeader(name) : null;
        }
      });
    };
    try {
      request.send();
    } catch (cause) {
      // Some browsers throw where others give an empty answer; `loadend` follows in both.
    }
  }

  function address(protocol, files) {
    if (protocol === "file:") return finding("address", "fail", "file");
    if (protocol === "https:" && /^http:/i.test(files)) return finding("address", "fail", "mixed");
    if (doctor.upgraded && files === doctor.folder) return finding("address", "warn", "upgraded", { address: files });
    return finding("address", "pass", "ok");
  }

  function looksLikeHtml(answer) {
    return answer.type === "text/html" || /^(\u00ef\u00bb\u00bf)?\s*<(!doctype|html|head|body|script|meta|\?xml)/i.test(answer.start);
  }

  function rightType(end, type) {
    return end === "js" ? SCRIPTS.indexOf(type) >= 0 : type === doctor.fixes.types[end];
  }

  /** The findings for the files with one extension: `answers` is [{ name, bytes, answer }]. */
  function ofEnding(end, answers) {
    var missing = [], html = [], changed = [], types = {}, found = [];
    for (var i = 0; i < answers.length; i += 1) {
      var name = answers[i].name, answer = answers[i].answer;
      if (answer.status !== 200) missing.push(name + " (" + (answer.status || "—") + ")");
      else if (looksLikeHtml(answer)) html.push(name);
      else {
        if (answers[i].bytes !== null && answer.size !== answers[i].bytes) changed.push(name);
        if (!rightType(end, answer.type)) (types[answer.type] = types[answer.type] || []).push(name);
      }
    }
    function add(state, said, given, fix) {
      given.ending = end;
      found.push(finding("files", state, said, given, fix));
    }
    if (missing.length) add("fail", "missing", { names: missing.join(", ") });
    if (html.length) add("fail", "html", { names: html.join(", ") });
    if (changed.length) add("fail", "changed", { names: changed.join(", ") });
    for (var type in types) {
      if (Object.prototype.hasOwnProperty.call(types, type)) {
        add(STRICT[end] ? "fail" : "warn", "type", { want: doctor.fixes.types[end], got: type || "—", names: types[type].join(", ") }, { type: end });
      }
    }
    if (!found.length) add("pass", "ok", { count: answers.length });
    return found;
  }

  function compression(address, answer, same) {
    var how = answer.header("Content-Encoding");
    if (how) return finding("compression", "pass", "ok", { how: how });
    if (same) return finding("compression", "warn", "none", {}, { compression: true });
    var entries = window.performance && performance.getEntriesByName ? performance.getEntriesByName(address) : [];
    var last = entries[entries.length - 1];
    if (last && last.encodedBodySize > 0) {
      return last.encodedBodySize < last.decodedBodySize
        ? finding("compression", "pass", "ok", { how: last.encodedBodySize + " / " + last.decodedBodySize })
        : finding("compression", "warn", "none", {}, { compression: true });
    }
    return finding("compression", "note", "unseen");
  }

  function caching(answer) {
    var said = answer.header("Cache-Control");
    if (said === null) return finding("caching", "note", "unsaid");
    var age = /max-age=(\d+)/i.exec(said);
    if (/no-cache|no-store/i.test(said) || (age && Number(age[1]) <= DAY)) return finding("caching", "pass", "ok");
    if (!age) return finding("caching", "note", "unsaid");
    return finding("caching", "warn", "long", { hours: Math.floor(age[1] / 3600) }, { header: "Cache-Control", value: "no-cache" });
  }

  /** Whether the page in the frame can be framed and is found where its address says. `asked` is that address. */
  function framing(answer, asked, same) {
    if (answer.address && originOf(answer.address) !== originOf(asked)) {
      return finding("framing", "warn", "moved", { address: answer.address.replace(/\?.*/, "") });
    }
    if (answer.address && answer.address.indexOf(asked.replace(/^[^?]*/, "")) < 0) return finding("framing", "warn", "queryLost", { address: answer.address });
    if (answer.charset && answer.charset !== "utf-8" && answer.charset !== "utf8") return finding("framing", "warn", "charset", { charset: answer.charset }, { charset: true });
    if (!same) return finding("framing", "note", "unseen");
    var option = answer.header("X-Frame-Options");
    var policy = /frame-ancestors[^;]*/i.exec(answer.header("Content-Security-Policy") || "");
    // A list of pages is deliberate; "nobody" or "only this origin" is mostly an oversight.
    var closed = policy ? /'none'|^frame-ancestors\s+'self'\s*$/i.test(policy[0]) : option !== null;
    if (closed) return finding("framing", "warn", "refused", { header: policy ? policy[0] : "X-Frame-Options: " + option });
    return finding("framing", "pass", "ok");
  }

  /**
   * Starts a self-check, which stores nothing, in a window of its own within the page and under the page's policy. In the
   * page itself it would start the page's own tags too, whatever is wrong with them.
   */
  function start(files, place, done) {
    var frame = place.appendChild(document.createElement("iframe"));
    var inner = null;
    frame.style.cssText = "width:1000px;height:600px;border:0";
    frame.title = "readiness-check";
    try {
      inner = frame.contentWindow.document;
    } catch (cause) {
      inner = null;
    }
    var timer = setTimeout(function () { end("fail", "slow"); }, PATIENCE);
    var ended = false;
    function end(state, said, given) {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      place.removeChild(frame);
      done(finding("start", state, said, given));
    }
    // A sandbox without an origin gives each window another one.
    if (!inner || !inner.body) return end("note", "unseen");
    inner.addEventListener("securitypolicyviolation", doctor.refused);
    var element = inner.createElement("readiness-check");
    var script = inner.createElement("script");
    element.setAttribute("storage", "none");
    element.addEventListener("readiness-ready", function () { end("pass", "ok"); });
    element.addEventListener("readiness-error", function (event) {
      end("fail", "failed", { message: event.detail.message + " [" + event.detail.code + "]" });
    });
    script.onerror = function () { end("fail", "module"); };
    script.type = "module";
    script.src = doctor.scriptUrl(files + "readiness-check.js", frame.contentWindow);
    // A call starts it wherever it is on the page.
    script.onload = function () { if (element.reset) element.reset(); };
    inner.body.appendChild(element);
    inner.body.appendChild(script);
  }

  /** Finds out whether the server answers at all, although this page may not read the answer. */
  function unread(files, done) {
    for (var i = 0; i < doctor.violations.length; i += 1) {
      if (/^connect-src|^default-src/.test(doctor.violations[i].directive)) return done(finding("cors", "fail", "policy", {}, policyFix(files)));
    }
    if (!window.fetch) return done(finding("cors", "fail", "unreachable"));
    fetch(files + LIST, { mode: "no-cors" }).then(function () {
      done(finding("cors", "fail", "missing", {}, { header: "Access-Control-Allow-Origin", value: "*" }));
    }, function () {
      done(finding("cors", "fail", "unreachable"));
    });
  }

  /** Checks every file of the list, and reports the findings when all have arrived. */
  function files(folder, list, same, tell, done) {
    var groups = {}, left = 0;
    function came() {
      left -= 1;
      if (left) return;
      for (var end in STRICT) if (groups[end]) tell(ofEnding(end, groups[end]));
      // The module shows how large files are sent.
      var modules = (groups.wasm || []).filter(function (file) { return /^readiness-check-/.test(file.name); }), scripts = groups.js || [], i;
      if (modules[0] && modules[0].answer.status === 200) tell([compression(folder + modules[0].name, modules[0].answer, same)]);
      for (i = 0; i < scripts.length; i += 1) if (scripts[i].name === "readiness-check.js") tell([caching(scripts[i].answer)]);
      done();
    }
    function look(file) {
      var end = ending(file.name);
      // The files that the self-check itself loads: the pages for web masters need not be uploaded.
      var loaded = file.name === "readiness-check.js" || /-[0-9a-f]{12}\./.test(file.name);
      if (!loaded || !Object.prototype.hasOwnProperty.call(STRICT, end)) return;
      left += 1;
      get(folder + file.name, function (answer) {
        (groups[end] = groups[end] || []).push({ name: file.name, bytes: file.bytes, answer: answer });
        came();
      });
    }
    left += 1;
    for (var i = 0; i < list.length; i += 1) look(list[i]);
    came();
  }

  function read(answer) {
    try {
      var list = JSON.parse(decodeURIComponent(escape(answer.text())));
      return list.format === "readiness-check/files" ? list : null;
    } catch (cause) {
      return null;
    }
  }

  doctor.checks = {
    get: get,
    address: address,
    ofEnding: ofEnding,
    compression: compression,
    caching: caching,
    framing: framing,

    /**
     * Runs every check of the files in `folder`. `place` is the node for the trial run; `hosted` is true on a host's page,
     * whose tags are then checked first; otherwise `embedding` is the address of a page to check, or "". `tell` gets lists of
     * findings as they come, `done` is called once.
     */
    run: function (folder, place, hosted, embedding, tell, done) {
      var same = originOf(folder) === originOf(location.href);
      var first = address(location.protocol, folder);
      tell([first, page.browser(), page.wasm(folder), page.evaluation(), page.storage(), page.natives(), page.translator()]);
      if (hosted) doctor.source.here(folder, tell, checkFiles);
      else if (embedding) doctor.source.look(embedding, folder, tell, checkFiles);
      else checkFiles();

      function checkFiles() {
        if (first.state === "fail") return done();
        get(folder + LIST, function (answer) {
          if (!answer.status) {
            return unread(folder, function (found) {
              tell([found]);
              finish();
            });
          }
          var list = answer.status === 200 ? read(answer) : null;
          tell([list
            ? finding("list", "pass", "ok", { build: list.build, count: list.files.length })
            : finding("list", "fail", "missing", { status: answer.status })]);
          tell([finding("cors", "pass", same ? "same" : "ok")]);
          files(folder, list ? list.files : [{ name: "readiness-check.js", bytes: null }], same, tell, checkFrame);
        });
      }

      function checkFrame() {
        // A redirect may lose what follows the ?, where the settings are.
        var asked = folder + "frame.html?lang=en&id=doctor";
        get(asked, function (frame) {
          if (frame.status === 200) tell([framing(frame, asked, same)]);
          finish();
        });
      }

      function finish() {
        start(folder, place, function (found) {
          tell([found, page.policy(folder)]);
          done();
        });
      }
    }
  };
})(window.readinessDoctor);
