// The doctor's display: a table, and a note to copy. On a host's page it is styled by properties alone, which no policy
// refuses.

(function (doctor) {
  "use strict";

  var ORDER = { fail: 0, warn: 1, pass: 2, note: 3 };
  var LOOKS = {
    box: "box-sizing:border-box;margin:24px auto;padding:24px;max-width:960px;background:#fff;color:#1b2733;border:1px solid #d3dbe3;border-radius:10px;" +
      "font:16px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif;text-align:left;overflow-wrap:anywhere",
    cell: "padding:8px 12px 8px 0;border-bottom:1px solid #d3dbe3;text-align:left;vertical-align:top;font-weight:400",
    pre: "white-space:pre-wrap;background:#f4f7fa;padding:8px 12px;margin:8px 0 0",
    fail: "color:#a8231c", warn: "color:#7a4b00", note: "color:#51606f", pass: "color:#11643a"
  };

  var words = doctor.words;
  var hosted = document.getElementById("readiness-doctor") === null;
  var lang = /[?&]lang=en/.test(location.search) || (hosted && /^en/i.test(document.documentElement.lang)) ? "en" : "zh-CN";
  var server = doctor.fixes.servers[0];
  var folder = doctor.folder;
  // The page to check, where the doctor stands alone.
  var embedding = "";
  var findings = [];
  var running = false;
  // A sentence about what was typed, which is shown in place of findings.
  var failed = null;
  var root;
  var box;
  var found;
  var trial;
  // Stays the same element, so that screen readers announce its changes.
  var status;

  function say(text, given) {
    return text[lang].replace(/\{(\w+)\}/g, function (all, name) {
      return given && given[name] !== undefined ? given[name] : all;
    });
  }

  /** An element with attributes, styles where the page has none of ours, and content. */
  function make(name, given, content) {
    var element = document.createElement(name);
    for (var key in given) {
      if (!Object.prototype.hasOwnProperty.call(given, key)) continue;
      if (key === "look") {
        if (hosted) element.style.cssText = LOOKS[given.look] || given.look;
      } else element.setAttribute(key, given[key]);
    }
    var list = content === undefined ? [] : [].concat(content);
    for (var i = 0; i < list.length; i += 1) {
      element.appendChild(typeof list[i] === "string" ? document.createTextNode(list[i]) : list[i]);
    }
    return element;
  }

  function sorted() {
    var all = findings.slice();
    // Equal ones keep their order, which old engines do not guarantee.
    for (var i = 0; i < all.length; i += 1) all[i] = { at: i, found: all[i] };
    all.sort(function (a, b) { return ORDER[a.found.state] - ORDER[b.found.state] || a.at - b.at; });
    for (i = 0; i < all.length; i += 1) all[i] = all[i].found;
    return all;
  }

  function count(state) {
    var sum = 0;
    for (var i = 0; i < findings.length; i += 1) if (findings[i].state === state) sum += 1;
    return sum;
  }

  function summary() {
    if (failed) return say(failed);
    if (running) return say(words.running);
    var worst = count("fail") ? "fail" : count("warn") ? "warn" : "pass";
    return say(words.summary[worst], { fail: count("fail"), warn: count("warn") });
  }

  function sentence(one) {
    return say(words.checks[one.check][one.said], one.given);
  }

  function nameOf(one) {
    return say(words.checks[one.check].name, one.given);
  }

  /** The note: the problems, and the exact lines. */
  function note() {
    var lines = [say(words.noteHead), say(words.notePage) + ": " + location.href.replace(/[?#].*$/, ""), say(words.noteFiles) + ": " + folder,
      say(words.noteBrowser) + ": " + navigator.userAgent, summary()];
    var all = sorted();
    for (var i = 0; i < all.length; i += 1) {
      if (all[i].state !== "fail" && all[i].state !== "warn") continue;
      lines.push("", "[" + say(words.state[all[i].state]) + "] " + nameOf(all[i]), sentence(all[i]));
      var fix = doctor.fixes.lines(server, all[i]);
      if (fix) lines.push(say(words.noteAdd) + (all[i].fix.text ? "" : " (" + server + ")") + ":", fix);
    }
    return lines.join("\n");
  }

  function row(one) {
    var said = [sentence(one)];
    var fix = doctor.fixes.lines(server, one);
    if (fix) said.push(make("pre", { look: "pre" }, fix));
    return make("tr", { "data-check": one.check, "data-state": one.state, "data-said": one.said }, [
      make("td", { look: "cell" }, make("span", { "class": "state state-" + one.state, look: one.state }, say(words.state[one.state]))),
      make("th", { scope: "row", look: "cell" }, nameOf(one)),
      make("td", { look: "cell" }, said)
    ]);
  }

  function table() {
    var head = [];
    for (var i = 0; i < words.columns.length; i += 1) head.push(make("th", { scope: "col", look: "cell" }, say(words.columns[i])));
    var rows = [], all = sorted();
    for (i = 0; i < all.length; i += 1) rows.push(row(all[i]));
    return make("table", { "class": "findings", look: "border-collapse:collapse;width:100%" }, [make("thead", {}, make("tr", {}, head)), make("tbody", {}, rows)]);
  }

  function serverChoice() {
    var select = make("select", { id: "doctor-server" });
    for (var i = 0; i < doctor.fixes.servers.length; i += 1) {
      var option = make("option", { value: doctor.fixes.servers[i] }, doctor.fixes.servers[i]);
      if (doctor.fixes.servers[i] === server) option.selected = true;
      select.appendChild(option);
    }
    select.onchange = function () {
      server = select.value;
      results("doctor-server");
    };
    return make("p", { "class": "field" }, [make("label", { "for": "doctor-server" }, say(words.server)), " ", select, " ", make("small", {}, say(words.documented))]);
  }

  function noteBox() {
    var text = make("textarea", { id: "doctor-note", readonly: "", look: "box-sizing:border-box;width:100%;font:14px/1.6 monospace", "aria-label": say(words.noteTitle) });
    text.value = note();
    text.rows = Math.min(24, Math.max(6, text.value.split("\n").length + 1));
    var told = make("span", { role: "status" });
    var button = make("button", { type: "button", id: "doctor-copy", "class": "primary" }, say(words.copy));
    button.onclick = function () {
      text.focus();
      text.select();
      var done = false;
      // The clipboard is refused on pages with http; the old command is not.
      try { done = document.execCommand("copy"); } catch (cause) { done = false; }
      told.textContent = say(done ? words.copied : words.copyByHand);
    };
    return [make("h2", {}, say(words.noteTitle)), serverChoice(), text, make("p", { "class": "actions" }, [button, " ", told])];
  }

  function trimmed(input) {
    return input.value.replace(/^\s+|\s+$/g, "");
  }

  function field(id, value) {
    return make("input", { id: id, type: "text", value: value, look: "box-sizing:border-box;width:100%;font:inherit", spellcheck: "false", autocomplete: "off", "aria-describedby": "doctor-summary" });
  }

  function labelled(input, words) {
    return make("p", { "class": "field" }, [make("label", { "for": input.id }, say(words)), input]);
  }

  /** The addresses to check; `given` is what stands in the fields already. */
  function form(given) {
    var files = field("doctor-folder", given[0]), page = field("doctor-page", given[1]);
    var button = make("button", { type: "submit", "class": "primary" }, say(words.run));
    var parts = [labelled(files, words.folder)];
    if (!hosted) parts.push(labelled(page, words.embedding));
    var element = make("form", { "class": "ask" }, parts.concat(make("p", { "class": "actions" }, button)));
    function refuse(sentence, input) {
      failed = sentence;
      findings = [];
      results();
      input.setAttribute("aria-invalid", "true");
      input.focus();
    }
    element.onsubmit = function (event) {
      event.preventDefault();
      if (running) return;
      var typed = trimmed(files).replace(/[?#].*$/, "").replace(/[^\/]*\.(html|js)$/, "").replace(/\/*$/, "/");
      var at = hosted ? "" : trimmed(page).replace(/#.*$/, "");
      files.removeAttribute("aria-invalid");
      page.removeAttribute("aria-invalid");
      if (!/^https?:\/\/[^\/\s]+/i.test(typed)) return refuse(words.badFolder, files);
      if (at && !/^https?:\/\/[^\/\s]+/i.test(at)) return refuse(words.badPage, page);
      folder = files.value = typed;
      embedding = page.value = at;
      run();
    };
    return element;
  }

  /** Draws all again, in another language; what is typed stays. */
  function draw(focus) {
    var fields = box.getElementsByTagName("input"), given = [folder, embedding];
    for (var i = 0; i < fields.length; i += 1) given[i] = fields[i].value;
    while (box.firstChild) box.removeChild(box.firstChild);
    var other = make("button", { type: "button", id: "doctor-lang", "class": "quiet", lang: lang === "en" ? "zh-CN" : "en" }, say(words.other));
    other.onclick = function () {
      lang = lang === "en" ? "zh-CN" : "en";
      draw("doctor-lang");
    };
    root.lang = lang;
    if (!hosted) standAlone();
    found = make("div", { "class": "found" });
    var parts = [make("div", { "class": "top" }, [make("h1", {}, say(words.title)), other]), make("p", { "class": "lead" }, say(words.lead)), form(given), status, found];
    if (!hosted) parts.push(make("p", { "class": "soft" }, say(words.onYourPage)), make("pre", {}, '<script src="' + folder + 'doctor.js"><\/script>'));
    for (i = 0; i < parts.length; i += 1) box.appendChild(parts[i]);
    results();
    if (focus) document.getElementById(focus).focus();
  }

  /** The page of its own in the language that is shown, and the link back to it. */
  function standAlone() {
    document.documentElement.lang = lang;
    var back = document.querySelector(".back a");
    if (back) back.setAttribute("href", "index.html" + (lang === "en" ? "?lang=en" : ""));
  }

  /** Draws what was found so far, and leaves alone what somebody may be typing. */
  function results(focus) {
    status.setAttribute("data-running", String(running));
    status.textContent = summary();
    while (found.firstChild) found.removeChild(found.firstChild);
    var parts = findings.length ? [table()] : [];
    if (findings.length && !running) parts = parts.concat(noteBox());
    for (var i = 0; i < parts.length; i += 1) found.appendChild(parts[i]);
    if (focus) document.getElementById(focus).focus();
  }

  function run() {
    findings = [];
    failed = null;
    running = true;
    doctor.violations.length = 0;
    draw();
    doctor.checks.run(folder, trial, hosted, embedding, function (more) {
      findings = findings.concat(more);
      results();
    }, function () {
      running = false;
      results();
    });
  }

  doctor.view = {
    start: function () {
      root = document.getElementById("readiness-doctor") || document.body.appendChild(make("div", { id: "readiness-doctor" }));
      while (root.firstChild) root.removeChild(root.firstChild);
      root.setAttribute("translate", "no");
      status = make("p", { id: "doctor-summary", role: "status", "class": "summary" });
      // In view, since the self-check loads nothing before that; invisible, since it is only a trial.
      trial = root.appendChild(make("div", { "aria-hidden": "true" }));
      trial.style.cssText = "height:1px;overflow:hidden;margin-bottom:-1px;visibility:hidden";
      box = root.appendChild(make("div", { "class": "doctor", look: "box" }));
      var asked = /[?&]files=([^&#]*)/.exec(location.search);
      if (asked && !hosted) folder = decodeURIComponent(asked[1].replace(/\+/g, " "));
      asked = /[?&]page=([^&#]*)/.exec(location.search);
      if (asked && !hosted) embedding = decodeURIComponent(asked[1].replace(/\+/g, " "));
      run();
    }
  };
})(window.readinessDoctor);
