// The customiser: options for the preview, and the snippets made from them. Works without the widget too. The list of files is
// made by customiser-files.js.

(function () {
  "use strict";

  const DEFAULTS = { lang: "", standard: "ningbo-3511-2018", storage: "local", "storage-key": "", theme: "auto", track: "", header: "full", sharing: "ask", contact: "" };
  /** What the frame does not take: it has no page that asks, and its address is written by anybody. */
  const OF_THE_TAG = ["sharing", "contact"];
  const INTEGRITY = document.querySelector('meta[name="readiness-check-integrity"]').content;
  const FRAME_HEIGHT = 900;
  const ACCENT = "--readiness-check-accent";
  const at = (id) => document.getElementById(id);
  const text = (zh, en) => ({ "zh-CN": zh, en });
  const WORDS = {
    lang: { "": text("随网页", "Same as the page") },
    storage: {
      local: text("浏览器中，长期保留", "In the browser"),
      session: text("浏览器中，关闭网页即删除", "Until the page is closed"),
      none: text("不保存", "Nowhere"),
    },
    theme: { auto: text("随访客的系统", "Same as the visitor's system"), light: text("明", "Light"), dark: text("暗", "Dark") },
    track: { "": text("由访客选择", "The visitor chooses"), discrete: text("只评离散型", "Discrete only"), process: text("只评流程型", "Process only") },
    header: { full: text("完整", "Full"), compact: text("精简，标题由网页写", "Compact: the page has the title") },
    sharing: { ask: text("可以征求访客同意", "May ask the visitor"), off: text("不读取，不询问", "Never: it does not ask") },
    width: { "": text("全宽", "Full") },
    // Shown where the widget cannot run, also on paper.
    fallback: text("智能制造自评在较新的浏览器中显示，需要启用 JavaScript。可打印的自评表：", "The smart manufacturing self-check appears in a current browser with JavaScript. Form to print: "),
    title: text("智能制造自评", "Smart manufacturing self-check"),
    page: text("网站管理员：嵌入智能制造自评", "For web masters: embed the smart manufacturing self-check"),
    tried: text("这份配置在本项目的测试中实际运行。", "This configuration runs in the project's tests."),
    byHandOnly: text("这份配置按 Tomcat 的文档编写，在 Tomcat 10.1 上手工试过，不在自动测试中。", "This configuration follows Tomcat's documentation. It was tried by hand on Tomcat 10.1 and is not part of the tests."),
    documented: text("这份配置按 IIS 的文档编写，我们没有试过。", "This configuration follows the documentation of IIS. We have not tried it."),
    copied: text("已复制", "Copied"),
    byHand: text("请按 Ctrl+C 复制选中的文字", "Press Ctrl+C to copy the selected text"),
    build: text("引擎 {engine}，构建 {build}", "Engine {engine}, build {build}"),
  };
  const SERVERS = { nginx: WORDS.tried, apache: WORDS.tried, iis: WORDS.documented, tomcat: WORDS.byHandOnly };

  const language = () => document.documentElement.lang;
  /** The language of the frame and of its name, which does not know that of the page around it. */
  const theirs = () => chosen().lang || "zh-CN";
  let files = null;
  const configurations = new Map();

  const escaped = (value) => value.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  const chosen = () => Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, at(name).value.trim()]));
  const differing = () => Object.entries(chosen()).filter(([name, value]) => value !== DEFAULTS[name] && value !== "");

  /** The main colour, as text; empty if there is none, or none that the browser knows. */
  function accent() {
    const typed = at("accent").value.trim();
    const known = typed === "" || CSS.supports("color", typed);
    at("accent").setAttribute("aria-invalid", String(!known));
    return known ? typed : "";
  }

  /** The folder of the files, with a slash at its end; null if the text is no address. */
  function base() {
    try {
      const url = new URL(at("base").value.trim());
      if (!/^https?:$/.test(url.protocol)) return null;
      return url.origin + url.pathname.replace(/[^/]*\.(html|js)$/, "").replace(/\/*$/, "/");
    } catch {
      return null;
    }
  }

  function attributes() {
    const style = accent() && [["style", `${ACCENT}: ${accent()}`]];
    return [...differing(), ...style].map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  }

  /** The tag, and in it what is shown where the widget is not: with the form's address, since paper has no links. */
  function tag(folder) {
    const form = escaped(`${folder}readiness-check.form.html`);
    return `<readiness-check${attributes()}>\n  <p>${WORDS.fallback[chosen().lang || language()]}<a href="${form}">${form}</a></p>\n</readiness-check>`;
  }

  const script = (folder, more) => `<script type="module" src="${escaped(folder)}readiness-check.js"${more}></script>`;

  const channel = (folder) => `${script(folder, "")}\n${tag(folder)}\n<script nomodule src="${escaped(folder)}readiness-check.nomodule.js"></script>`;

  const pinned = (folder) => `${script(folder, ` integrity="${INTEGRITY}" crossorigin="anonymous"`)}\n${tag(folder)}`;

  const npm = () => `npm install ./readiness-check\n\nimport "readiness-check";\n\n<readiness-check${attributes()}></readiness-check>`;

  const anchor = (address) => `<a href="${address}" target="_blank" rel="noopener">${WORDS.title[theirs()]}</a>`;

  /** What goes into the address of the frame. */
  const query = () => new URLSearchParams([...differing().filter(([name]) => !OF_THE_TAG.includes(name)), ...(accent() && [["accent", accent()]])]);

  function address(folder) {
    const asked = String(query());
    return escaped(`${folder}frame.html${asked && `?${asked}`}`);
  }

  function frame(folder, height) {
    return `<iframe src="${address(folder)}" title="${WORDS.title[theirs()]}" width="100%" height="${height}" frameborder="0" allow="clipboard-write"></iframe>`;
  }

  function privacy(folder) {
    const host = new URL(folder).host;
    const { storage } = chosen();
    const kept = {
      local: text("答案只保存在您使用的浏览器中（localStorage，名称以“readiness-check:”开头），可在自评中清空。", "Answers are kept only in the browser you use (localStorage, under names that begin with \"readiness-check:\"); you can clear them in the self-check."),
      session: text("答案只在本次打开网页期间保存在您的浏览器中（sessionStorage）。", "Answers are kept in your browser only while the page is open (sessionStorage)."),
      none: text("答案不保存，关闭网页即消失。", "Answers are not kept and are gone when the page is closed."),
    }[storage];
    return text(
      `本页的智能制造自评在您的浏览器中运行。${kept["zh-CN"]}自评不使用 Cookie，不做访问统计，不向任何服务器发送答案。加载时浏览器从 ${host} 下载文件，该服务器与一般网站一样可能记录访问的 IP 地址和时间。只有您在自评中同意后，自评才把答案交给本页。本页的其他脚本在技术上能读到页面上显示的内容。`,
      `The smart manufacturing self-check on this page runs in your browser. ${kept.en} It uses no cookies, counts no visits and sends no answer to any server. To load it your browser fetches files from ${host}, which may log the IP address and the time, as any web server may. This page gets the answers only after you agree to that in the self-check. Other scripts on this page are technically able to read what it shows.`,
    );
  }

  function snippets() {
    const folder = base();
    at("base").setAttribute("aria-invalid", String(folder === null));
    if (folder === null) return;
    const { origin } = new URL(folder);
    const made = {
      channel: channel(folder),
      pinned: pinned(folder),
      npm: npm(),
      offline: anchor(`${escaped(folder)}offline.html`),
      frame: `${frame(folder, FRAME_HEIGHT)}\n<script src="${escaped(folder)}frame-host.js"></script>`,
      "frame-fixed": frame(folder, FRAME_HEIGHT),
      link: anchor(address(folder)),
      csp: `script-src ${origin} 'wasm-unsafe-eval'\nconnect-src ${origin}`,
      "csp-frame": `frame-src ${origin}\nscript-src ${origin}`,
      "privacy-zh": privacy(folder)["zh-CN"],
      "privacy-en": privacy(folder).en,
    };
    for (const [id, value] of Object.entries(made)) at(id).value = value;
    fit();
  }

  /** Each box is as high as its text, so that all of it can be seen. One in a hidden panel has no height yet. */
  function fit() {
    for (const box of document.querySelectorAll(".snippet textarea:not(#server-text)")) {
      if (!box.offsetParent) continue;
      box.style.height = "auto";
      box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
    }
  }

  /** The preview follows the options; where no language is chosen, it has that of the page. */
  function preview() {
    const widget = document.querySelector("#preview readiness-check");
    for (const [name, value] of Object.entries(chosen())) {
      const wanted = name === "lang" ? value || language() : value;
      if (wanted === "" || wanted === DEFAULTS[name]) widget.removeAttribute(name);
      else if (widget.getAttribute(name) !== wanted) widget.setAttribute(name, wanted);
    }
    if (accent()) widget.style.setProperty(ACCENT, accent());
    else widget.removeAttribute("style");
    at("preview-width").style.maxWidth = at("width").value ? `${at("width").value}px` : "";
    const asked = query();
    if (!asked.has("lang") && language() === "en") asked.set("lang", "en");
    at("preview-window").href = `frame.html${String(asked) && `?${asked}`}`;
  }

  async function server() {
    const name = at("server-name").value;
    at("server-tried").textContent = SERVERS[name][language()];
    if (!configurations.has(name)) {
      const answer = await fetch(`server/${name}.txt`).catch(() => null);
      if (!answer?.ok) return;
      configurations.set(name, await answer.text());
    }
    if (at("server-name").value === name) at("server-text").value = configurations.get(name);
  }

  function labels() {
    const shown = language();
    document.title = WORDS.page[shown];
    for (const id of ["lang", "storage", "theme", "track", "header", "sharing", "width"]) {
      for (const option of at(id).options) if (WORDS[id][option.value]) option.textContent = WORDS[id][option.value][shown];
    }
    if (!files) return;
    at("build").textContent = WORDS.build[shown].replace("{engine}", files.engine).replace("{build}", files.build);
    for (const standard of files.standards) {
      const option = [...at("standard").options].find(({ value }) => value === standard.id) ?? at("standard").appendChild(new Option("", standard.id));
      // The edition first: it is what tells them apart where the field is short.
      option.textContent = [standard.edition, standard.title?.[shown] ?? standard.id].filter(Boolean).join(" · ");
    }
  }

  function update() {
    labels();
    preview();
    snippets();
    server();
  }

  async function copy(button) {
    const box = at(button.dataset.copies);
    const told = button.parentNode.querySelector("[role=status]");
    box.focus();
    box.select();
    // Pages with http have no clipboard; the old command still works there. Where neither does, the text is selected.
    let done = false;
    try {
      if (navigator.clipboard) {
        await navigator.clipboard.writeText(box.value);
        done = true;
      }
    } catch {
      done = false;
    }
    if (!done) done = document.execCommand("copy");
    told.textContent = (done ? WORDS.copied : WORDS.byHand)[language()];
  }

  at("base").value = new URL(".", location.href).href;
  document.addEventListener("readiness-page-language", update);
  document.addEventListener("readiness-page-tab", fit);
  window.addEventListener("resize", fit);
  for (const id of [...Object.keys(DEFAULTS), "accent", "width", "base", "server-name"]) {
    at(id).addEventListener("input", update);
  }
  for (const button of document.querySelectorAll("[data-copies]")) button.addEventListener("click", () => copy(button));
  update();
  document.addEventListener("readiness-page-files", (event) => {
    files = event.detail.list;
    labels();
  });
})();
