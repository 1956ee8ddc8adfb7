// The check page: compares what was copied from a report with itself, with the standard, and with answers. All of it is
// worked out by the functions of readiness-check.js, which has loaded what they need before anything is typed.

import { WORDS } from "./check-words.js";

const HASH = 16;
/** Of a slip this many digits may be wrong; where more are, it is another number. */
const SLIPS = 2;
/** The engine refuses larger files: no more of one is read. */
const MOST_BYTES = 10 * 2 ** 20;
const IN_LINK = "#readiness=";

const at = (id) => document.getElementById(id);
const language = () => document.documentElement.lang;
const filled = (words, given = {}) => words[language()].replace(/\{(\w+)\}/g, (_, name) => [given[name]].flat().map((one) => (one?.[language()] ?? one)).join(language() === "en" ? ", " : "、"));

let engine = null;
/** What is shown: findings and, where answers differ, a table of them; or a sentence alone. */
let shown = { summary: "loading", findings: [], differing: null };

// --- What is found. A finding is [what, state, word, given].

/** What was typed as hexadecimal digits, however it was typed. No such digit looks like O, I or L. */
const hexadecimal = (typed) => typed.normalize("NFKC").toLowerCase().replace(/[^0-9a-z]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");

/** Compares typed digits with those that should be there: null where they are the same. */
function slip(typed, expected) {
  if (typed === expected) return null;
  if (typed.length !== expected.length || /[^0-9a-f]/.test(typed)) return ["fail", "length", { expected: expected.length, found: typed.length }];
  const places = [...expected].flatMap((digit, place) => (digit === typed[place] ? [] : [place + 1]));
  return places.length <= SLIPS ? ["fail", "slip", { places }] : ["fail", "many"];
}

function faultOfCode({ code, ...about }) {
  const word = {
    "code-cut": about.expected ? "cut" : "short",
    "code-mistyped": about.group ? "group" : about.found ? "long" : "mistyped",
  }[code] ?? code;
  return ["code", "fail", word, { ...about, known: engine.standards().map(({ title }) => title) }];
}

function ofHash(typed, standard) {
  const digits = hexadecimal(typed);
  // Who has the whole hash may give it.
  const fault = slip(digits, digits.length === standard.hash.length ? standard.hash : standard.hash.slice(0, HASH));
  if (!fault) return ["hash", "pass", "ok"];
  if (fault[1] !== "many") return ["hash", ...fault];
  const other = engine.standards().find(({ hash }) => hash.startsWith(digits));
  return other ? ["hash", "fail", "edition", { standard: other.title }] : ["hash", "warn", "other"];
}

function ofDigits(typed, code, hash) {
  const fault = slip(hexadecimal(typed), engine.checkDigits(code));
  if (!fault) return ["digits", "pass", "ok"];
  if (fault[1] !== "many") return ["digits", ...fault];
  // The whole hash is in the digits, and that of the other version is not known.
  return hash?.[2] === "other" ? ["digits", "note", "other"] : ["digits", "fail", "wrong"];
}

/** Why the engine refused a file, in our words where we have some. */
function faultOfFile({ code, path = "", message }, standard) {
  const id = /^\/answers\/([^/]*)$/.exec(path)?.[1];
  const place = standard.questions.find((question) => question.id === id)?.text ?? path.slice(1);
  return ["answers", "fail", code in WORDS.answers ? code : "bad", { place, message: String(message).slice(0, 300) }];
}

/** Compares answers with those of a code; gives the finding and what differs. */
function ofAnswers({ answers }, code, read, standard) {
  if (!isGiven(answers)) return [["answers", "note", "none"]];
  try {
    const document = engine.openFile(answers);
    const { result, track, questions } = engine.check(code, document);
    if (result === "same") return [["answers", "pass", "same"]];
    if (result === "other-edition") {
      return [["answers", "fail", "edition", { standard: engine.standards().find(({ id }) => id === document.standard).title }]];
    }
    const rows = questions.map((id) => [id, read.answers[id], document.answers[id]]);
    return [["answers", "fail", "altered"], { standard, rows, tracks: track ? [read.track, document.track] : null }];
  } catch (cause) {
    return [faultOfFile(cause, standard)];
  }
}

/** Whether there are answers to compare with: a file that was chosen counts, and be it empty. */
const isGiven = (answers) => typeof answers !== "string" || answers.trim() !== "";

function examine(given) {
  const { hash, digits } = given;
  // Behind the code of a link stand the name of a part, and words that a chat has put there.
  const [typed, linked] = given.code.split(IN_LINK);
  const code = linked === undefined ? typed : linked.replace(/[^0-9A-Za-z-].*/s, "");
  const waiting = isGiven(given.answers) ? [["answers", "note", "wait"]] : [];
  if (!code.trim()) return { summary: "code", findings: [["code", "fail", "missing"], ...waiting], differing: null };
  let read;
  try {
    read = engine.decode(code);
  } catch (cause) {
    const finding = faultOfCode(cause);
    return { summary: finding[2] in WORDS.summary ? finding[2] : "code", findings: [finding, ...waiting], differing: null };
  }
  const standard = engine.describe(read.standard);
  const coded = Object.values(read.answers);
  const unknown = coded.filter((answer) => answer === "unknown").length;
  const track = standard.tracks.find(({ id }) => id === read.track).title;
  const findings = [["code", "pass", "ok", { standard: standard.title, track, answered: coded.length - unknown, unknown }]];
  const found = hash.trim() ? ofHash(hash.trim(), standard) : null;
  if (found) findings.push(found);
  if (digits.trim()) findings.push(ofDigits(digits, code, found));
  const [compared, differing = null] = ofAnswers(given, code, read, standard);
  findings.push(compared);
  return { summary: summaryOf(findings, compared[2]), findings, differing };
}

function summaryOf(findings, compared) {
  const report = findings.slice(0, -1).map(([, state]) => state);
  if (compared === "altered" || compared === "edition") return compared;
  if (report.includes("fail")) return "fail";
  if (compared !== "same" && compared !== "none") return "unreadable";
  if (report.includes("warn")) return "warn";
  return compared === "same" ? "same" : "pass";
}

// --- What is shown.

function make(name, content, more = {}) {
  const node = Object.assign(document.createElement(name), more);
  node.append(...[content].flat());
  return node;
}

function table(heads, rows, more) {
  const head = make("tr", heads.map((words) => make("th", filled(words), { scope: "col" })));
  return make("table", [make("thead", head), make("tbody", rows)], { className: "findings", ...more });
}

function rowOf([what, state, word, given]) {
  const row = make("tr", [
    make("td", make("span", filled(WORDS.state[state]), { className: `state state-${state}` })),
    make("th", filled(WORDS.name[what]), { scope: "row" }),
    make("td", filled(WORDS[what][word], given)),
  ]);
  Object.assign(row.dataset, { what, state, word });
  return row;
}

/** An answer in words. */
function inWords(question, answer) {
  const words = (id) => filled(WORDS.value[id]);
  if (answer === undefined) return words("missing");
  if (answer === "unknown" || answer === "not-applicable" || typeof answer === "boolean") return words(String(answer));
  if (typeof answer === "number") return `${answer} ${(answer === 1 && question.unitOne?.[language()]) || question.unit?.[language()] || ""}`.trim();
  const titles = [answer].flat().map((id) => question.options.find((option) => option.id === id).text[language()]);
  return titles.length ? titles.join(words("and")) : words("none");
}

function differences({ standard, rows, tracks }) {
  const line = (title, values) => make("tr", [make("th", title, { scope: "row" }), ...values.map((value, place) => {
    const cell = make("td", value);
    cell.dataset.label = filled(WORDS.table[place + 1]);
    return cell;
  })]);
  const lines = rows.map(([id, ...answers]) => {
    const question = standard.questions.find((one) => one.id === id);
    return line(question.text[language()], answers.map((answer) => inWords(question, answer)));
  });
  if (tracks) {
    const titles = tracks.map((track) => standard.tracks.find(({ id }) => id === track).title[language()]);
    lines.unshift(line(filled(WORDS.track), titles));
  }
  return [make("h2", filled(WORDS.differs, { count: lines.length })), table(WORDS.table, lines, { id: "differing" })];
}

function show() {
  const { summary, findings, differing } = shown;
  at("summary").textContent = summary ? filled(WORDS.summary[summary]) : "";
  for (const id of ["code", "hash", "digits", "answers"]) {
    at(id).setAttribute("aria-invalid", String(findings.some(([what, state]) => what === id && state === "fail")));
  }
  at("found").replaceChildren(...(findings.length ? [table(WORDS.columns, findings.map(rowOf))] : []), ...(differing ? differences(differing) : []));
}

function say(next) {
  shown = { findings: [], differing: null, ...next };
  show();
}

// --- What the officer does.

/** The file that was chosen: its bytes, once they are read. Who has chosen one and pastes after it means what was pasted. */
let reading = null;

function choose() {
  const [file] = at("file").files;
  reading = file ? file.slice(0, MOST_BYTES + 1).arrayBuffer().then((bytes) => new Uint8Array(bytes), () => new Uint8Array()) : null;
  if (file) at("answers").value = "";
}

function paste() {
  reading = null;
  at("file").value = "";
}

/** Reads the code from a picture, where the browser can. */
async function scan(detector) {
  const [file] = at("picture").files;
  if (!file) return;
  const found = await createImageBitmap(file).then((picture) => detector.detect(picture)).catch(() => []);
  if (found.length) at("code").value = found[0].rawValue;
  say({ summary: found.length ? "picture" : "noPicture" });
}

async function offerScan() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => []);
  if (!formats?.includes("qr_code")) return;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  at("picture").addEventListener("change", () => scan(detector));
  at("scan").hidden = false;
}

at("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [file] = await Promise.all([reading, loaded]);
  if (!engine) return;
  const typed = ["code", "hash", "digits"].map((id) => [id, at(id).value]);
  say(examine({ ...Object.fromEntries(typed), answers: file ?? at("answers").value }));
});
at("form").addEventListener("reset", () => {
  reading = null;
  say({ summary: engine ? null : shown.summary });
});
at("file").addEventListener("change", choose);
at("answers").addEventListener("input", paste);
document.addEventListener("readiness-page-language", show);
show();
offerScan();
/** Done when the functions are there, or it was said that they cannot be. */
const loaded = import("./readiness-check.js").then(async (functions) => {
  await functions.ready();
  await Promise.all(functions.standards().map(({ id }) => functions.ready(id)));
  engine = functions;
  say({ summary: null });
}).catch(() => say({ summary: "failed" })).finally(() => at("form").removeAttribute("aria-busy"));
