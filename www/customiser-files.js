// The files of a build: which of them a host needs, how large they are, and the archive of all.

(function () {
  "use strict";

  const LIST = "readiness-check.files.json";
  const at = (id) => document.getElementById(id);
  const text = (zh, en) => ({ "zh-CN": zh, en });
  const language = () => document.documentElement.lang;

  const NEEDED = text("必需", "Needed");
  const ADVISED = text("建议", "Recommended");
  const OPTIONAL = text("可选", "Optional");
  const NOT = text("不用上传", "Not to upload");

  /** The kinds of files: each file is of the first whose pattern its name matches, and of the last if there is none. */
  const KINDS = [
    { names: /-[0-9a-f]{12}\.plain\.js$/, need: ADVISED, what: text("JavaScript 版本，浏览器或策略不允许 WebAssembly 时用", "The translation to JavaScript, for where WebAssembly is missing or refused") },
    { names: /-[0-9a-f]{12}\.|^readiness-check\.js$|^licences\.txt$|^LICENSE/, need: NEEDED, what: text("自评本身和许可证", "The self-check itself, and the licences") },
    { names: /^doctor|^page\.css$|^readiness-check\.files\.json$/, need: ADVISED, what: text("网页诊断", "The doctor") },
    { names: /^check/, need: ADVISED, what: text("核对页，比对报告和答案", "The check page, which compares a report with answers") },
    { names: /^readiness-check\.(form\.html|nomodule\.js)$|^form\.css$/, need: ADVISED, what: text("可打印的自评表，也用于旧浏览器", "The form to print, also for old browsers") },
    { names: /^frame/, need: text("用框架时需要", "Needed for a frame"), what: text("框架版", "The frame") },
    { names: /^offline\.html$/, need: OPTIONAL, what: text("单文件版，供下载或拷到优盘", "All in one file, to download or carry on a disk") },
    { names: /^(index|versions)\.html$|^customiser|^page/, need: OPTIONAL, what: text("本页和版本说明", "This page, and the versions") },
    { names: /^(README\.md|package\.json|custom-elements\.json)$|\.d\.ts$|\.bundler/, need: NOT, what: text("npm 包和类型，供程序员使用", "The npm package and its types, for developers") },
    { names: /\.zip$/, need: NOT, what: text("打包文件", "The archive") },
    { names: /(?:)/, need: NEEDED, what: text("其他", "Others") },
  ];
  const WORDS = {
    none: text("本目录中没有打包文件。", "There is no archive in this folder."),
    sum: text("必需的共 {size}，全部 {all}。构建 {build}。", "Needed: {size}; all: {all}. Build {build}."),
  };

  let list = null;
  /** Name and size of the archive; null where there is none, and empty while nobody has asked. */
  let archive = "";

  /** A size in units of 1000, as file managers and browsers show it. */
  const size = (bytes) => (bytes < 999500 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1000000).toFixed(1)} MB`);
  const sum = (files) => files.reduce((all, { bytes }) => all + bytes, 0);
  const filled = (words, given) => words[language()].replace(/\{(\w+)\}/g, (_, name) => given[name]);

  function make(name, content, more = {}) {
    const node = Object.assign(document.createElement(name), more);
    node.append(...[content].flat());
    return node;
  }

  /** The names of a kind, folded: most people need the kind alone. */
  function names(kind, files) {
    const items = files.map(({ name, bytes }) => make("li", [`${name} `, make("small", size(bytes))]));
    return make("details", [make("summary", kind.what[language()]), make("ul", items)]);
  }

  function row(kind, files) {
    return make("tr", [
      make("th", names(kind, files), { scope: "row" }),
      make("td", make("span", kind.need[language()], { className: kind.need === NEEDED ? "need needed" : "need" })),
      make("td", String(files.length), { className: "number" }),
      make("td", size(sum(files)), { className: "number" }),
    ]);
  }

  function show() {
    if (!list) return;
    const kindOf = ({ name }) => KINDS.find(({ names }) => names.test(name));
    const groups = KINDS.map((kind) => [kind, list.files.filter((file) => kindOf(file) === kind)]).filter(([, files]) => files.length);
    // What is needed comes first, in the order of the list above.
    const order = [NEEDED, ADVISED];
    const rank = ({ need }) => (order.includes(need) ? order.indexOf(need) : order.length);
    groups.sort(([one], [other]) => rank(one) - rank(other));
    const open = [...at("files-table").querySelectorAll("details")].map((details) => details.open);
    at("files-table").tBodies[0].replaceChildren(...groups.map(([kind, files]) => row(kind, files)));
    at("files-table").querySelectorAll("details").forEach((details, index) => (details.open = open[index] ?? false));
    const needed = groups.filter(([{ need }]) => need === NEEDED).flatMap(([, files]) => files);
    at("files-table").caption.textContent = filled(WORDS.sum, { size: size(sum(needed)), all: size(sum(list.files)), build: list.build });
    at("files-table").hidden = false;
    const offline = list.files.find(({ name }) => name === "offline.html");
    at("offline-size").textContent = offline ? size(offline.bytes) : "";
    at("archive").hidden = false;
    at("archive").lastElementChild.textContent = archive === null ? WORDS.none[language()] : archive;
  }

  /** Downloads the archive, if it is there. Nobody asks before: where it is not, browsers write that on the console. */
  async function download() {
    const name = `readiness-check-${list.engine}.zip`;
    const answer = await fetch(name, { method: "HEAD" }).catch(() => null);
    // Some servers send a page in place of what they do not have.
    const there = answer?.ok && !/html/.test(answer.headers.get("content-type") ?? "");
    const bytes = there && Number(answer.headers.get("content-length"));
    archive = there ? [name, bytes && size(bytes)].filter(Boolean).join(" · ") : null;
    if (there) make("a", "", { href: name, download: name }).click();
    show();
  }

  at("archive").querySelector("button").addEventListener("click", download);
  document.addEventListener("readiness-page-language", show);
  fetch(LIST).then(async (answer) => {
    const json = await answer.text();
    list = JSON.parse(json);
    // It cannot hold its own size.
    list.files.push({ name: LIST, bytes: new Blob([json]).size });
    document.dispatchEvent(new CustomEvent("readiness-page-files", { detail: { list } }));
    show();
  }).catch(() => {});
})();
