// The check page: an officer copies code, hash and check digits from a report, with the answers or without, and is told.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { answerDocument } from "./answers.mjs";
import { ADDRESS, Key, inBrowser } from "./browser.mjs";

const { ready, standards, encode, checkDigits } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")));
await ready();

const DOCUMENT = answerDocument({
  "equipment-kinds": 8, "equipment-sets": 23, "software-copyrights": "unknown", "digital-roadmap": true,
  "plant-layout-model": "cad-plan", "design-simulations": [],
});
const CODE = encode(DOCUMENT);
const HASH = standards()[0].hash.slice(0, 16);
const DIGITS = checkDigits(CODE);
/** The answers as a table. */
const write = (standard, { track, answers }) => ["id,answer,standard,track", ...Object.entries(answers).map(([id, answer]) => [id, [answer].flat().join("; ") || "none of these", standard, track].join(","))].join("\r\n");
/** The same with one digit changed. */
const slipped = (digits, place) => digits.slice(0, place) + (digits[place] === "7" ? "8" : "7") + digits.slice(place + 1);

async function open(visit, query = "?lang=en") {
  await visit.driver.get(`${ADDRESS}/check.html${query}`);
  await visit.until("the functions are ready", () => document.getElementById("form")?.hasAttribute("aria-busy") === false);
}

const put = (visit, given) => visit.run((_, given) => {
  document.getElementById("form").reset();
  for (const [id, value] of Object.entries(given)) document.getElementById(id).value = value;
}, given);

const outcome = (visit) => visit.run(() => ({
  summary: document.getElementById("summary").textContent,
  found: [...document.querySelectorAll("#found [data-what]")].map(({ dataset }) => [dataset.what, dataset.state, dataset.word].join(" ")),
  text: document.getElementById("found").textContent,
  invalid: [...document.querySelectorAll("[aria-invalid=true]")].map(({ id }) => id),
}));

/** What is told of what is given. */
async function told(visit, given) {
  await put(visit, given);
  await visit.run(() => document.querySelector("#form [type=submit]").click());
  await visit.until("it is told", () => document.getElementById("summary").textContent !== "");
  return outcome(visit);
}

inBrowser("a report is checked with its answers and without", { page: null }, async (visit) => {
  await open(visit);
  const alone = await told(visit, { code: CODE, hash: HASH, digits: DIGITS });
  assert.match(alone.summary, /fit together/);
  assert.deepEqual(alone.found, ["code pass ok", "hash pass ok", "digits pass ok", "answers note none"]);
  assert.match(alone.text, /\(Year 2018\), Discrete\. Questions answered: 5; answered “don't know”: 1\./);

  const fullWidth = (text) => text.replace(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const careless = await told(visit, {
    code: fullWidth(CODE.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")),
    hash: fullWidth(HASH.toUpperCase().replaceAll("0", "O")),
    digits: ` ${DIGITS.slice(0, 5)} ${DIGITS.slice(5)} `,
    answers: JSON.stringify({ ...DOCUMENT, notes: { "equipment-kinds": "x" }, saved: { date: "2026-11-28T10:00:00+08:00", engine: "0.1.0", hash: standards()[0].hash } }),
  });
  assert.match(careless.summary, /^Same/);
  assert.deepEqual(careless.found, ["code pass ok", "hash pass ok", "digits pass ok", "answers pass same"]);
  assert.deepEqual(careless.invalid, []);

  for (const behind of ["", "，请核对", "&part=equipment"]) {
    const link = await told(visit, { code: `https://host.example/#readiness=${CODE}${behind}`, answers: JSON.stringify(DOCUMENT) });
    assert.deepEqual(link.found, ["code pass ok", "answers pass same"], behind);
  }
});

inBrowser("altered answers are named with both values", { page: null }, async (visit) => {
  await open(visit);
  const answers = { ...DOCUMENT.answers, "equipment-sets": 24, "digital-roadmap": false, "plant-layout-model": "paper", "design-simulations": "unknown" };
  delete answers["software-copyrights"];
  const altered = await told(visit, { code: CODE, digits: DIGITS, answers: JSON.stringify({ ...DOCUMENT, answers }) });
  assert.match(altered.summary, /^Altered/);
  assert.deepEqual(altered.found, ["code pass ok", "digits pass ok", "answers fail altered"]);
  const rows = () => visit.run(() => [...document.querySelectorAll("#differing tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.deepEqual((await rows()).map((row) => row.slice(1)), [
    ["23 units", "24 units"],
    ["don't know", "not answered"],
    ["A CAD floor plan on a computer", "Paper only, or no drawing can be found"],
    ["Yes", "No"],
    ["None of these", "don't know"],
  ]);
  assert.match((await rows())[0][0], /units/);
  const other = await told(visit, { code: CODE, answers: JSON.stringify({ ...DOCUMENT, track: "process" }) });
  assert.match(other.summary, /^Altered/);
  assert.deepEqual((await rows())[0], ["Kind of production", "Discrete", "Process"]);
  await visit.run(() => document.querySelector("#switch [lang='zh-CN']").click());
  assert.deepEqual((await rows())[0], ["生产类型", "离散型", "流程型"]);
  assert.equal((await outcome(visit)).summary, "答案和报告不一致。");
});

inBrowser("another edition is told apart", { page: null }, async (visit) => {
  await open(visit);
  const earlier = { ...DOCUMENT, standard: "ningbo-3511-2017" };
  const answers = await told(visit, { code: CODE, hash: HASH, answers: JSON.stringify(earlier) });
  assert.match(answers.summary, /^Other edition/);
  assert.deepEqual(answers.found, ["code pass ok", "hash pass ok", "answers fail edition"]);
  assert.match(answers.text, /\(Year 2017\)/);
  const hash = await told(visit, { code: CODE, hash: standards()[1].hash.slice(0, 16) });
  assert.deepEqual(hash.found, ["code pass ok", "hash fail edition", "answers note none"]);
  const code = await told(visit, { code: encode(earlier) });
  assert.match(code.text, /\(Year 2017\)/);
  // Of a version of the data that this page does not have.
  const unknown = await told(visit, { code: CODE, hash: "fedcba9876543210", digits: "0123456789" });
  assert.deepEqual(unknown.found, ["code pass ok", "hash warn other", "digits note other", "answers note none"]);
  assert.match(unknown.summary, /another version of the standard's data/);
});

inBrowser("slips are named with their place", { page: null }, async (visit) => {
  await open(visit);
  const bare = CODE.replaceAll("-", "");
  const expected = [
    [{ code: slipped(bare, 9) }, "code fail group", /group 3/],
    [{ code: bare.slice(0, -1) }, "code fail cut", new RegExp(`are ${bare.length - 1} characters, and it has ${bare.length} `)],
    [{ code: `${bare}0` }, "code fail long", new RegExp(`are ${bare.length + 1} `)],
    [{ code: bare.slice(0, 1) }, "code fail short", /only 1 /],
    [{ code: `${bare.slice(0, 5)}U${bare.slice(6)}` }, "code fail code-bad-character", /“U”, character 2 of group 2/],
    [{ code: " " }, "code fail missing", /first/],
    [{ code: CODE, hash: slipped(HASH, 4) }, "hash fail slip", /digit 5 differs/],
    [{ code: CODE, hash: HASH.slice(1) }, "hash fail length", /here are 15/],
    [{ code: CODE, digits: slipped(slipped(DIGITS, 0), 9) }, "digits fail slip", /digit 1, 10 differs/],
    [{ code: CODE, hash: HASH, digits: checkDigits(encode({ ...DOCUMENT, track: "process" })) }, "digits fail wrong", /do not fit the code/],
    [{ code: CODE, answers: "{" }, "answers fail not-json", /not whole.* line 1 column 1/],
    [{ code: CODE, answers: '{"format": "x"}' }, "answers fail wrong-format", /no file of answers/],
    [{ code: CODE, answers: CODE }, "answers fail unrecognised", /neither a file nor a table/],
    [{ code: CODE, answers: JSON.stringify({ ...DOCUMENT, version: 9 }) }, "answers fail newer-version", /newer release/],
    [{ code: CODE, answers: JSON.stringify({ ...DOCUMENT, standard: "another-1" }) }, "answers fail other-standard", /another standard/],
    // JSON.parse would take the last of two, and say that both are the same.
    [{ code: CODE, answers: JSON.stringify(DOCUMENT).replace('"equipment-kinds"', '"equipment-kinds":9,"equipment-kinds"') }, "answers fail duplicate-key", /kinds.*stands twice/i],
    [{ code: CODE, answers: JSON.stringify(DOCUMENT).replace('"track"', '"track":"process","track"') }, "answers fail duplicate-key", /“track” stands twice/],
    [{ code: CODE, answers: JSON.stringify({ ...DOCUMENT, saved: { date: "yesterday", engine: "0.1.0", hash: "0" } }) }, "answers fail bad", /\/saved\/date/],
    [{ code: CODE, answers: "编号,答案\nequipment-kinds,many" }, "answers fail bad", /line 1: the column "standard" is missing/],
    [{ code: CODE, answers: JSON.stringify({ ...DOCUMENT, answers: { "equipment-kinds": -1 } }) }, "answers fail bad", /equipment-kinds/],
  ];
  for (const [given, finding, words] of expected) {
    const found = await told(visit, given);
    assert.ok(found.found.includes(finding), `${found.found} of ${JSON.stringify(given)}`);
    assert.match(found.text, words);
    assert.deepEqual(found.invalid, [finding.split(" ")[0]]);
    assert.doesNotMatch(found.summary, /Same|fit together\. They/);
  }
});

inBrowser("a file is chosen, a picture is read where the browser can, and nothing leaves the page", { page: null, before: () => {
  window.BarcodeDetector = class {
    static getSupportedFormats = async () => ["qr_code"];
    detect = async () => [{ rawValue: window.seen }];
  };
} }, async (visit) => {
  const folder = await mkdtemp(path.join(tmpdir(), "readiness-check-files-"));
  try {
    const name = path.join(folder, "工厂.readiness.json");
    await writeFile(name, `\ufeff${JSON.stringify(DOCUMENT)}`);
    const picture = path.join(folder, "report.png");
    await writeFile(picture, Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"));
    await open(visit);
    await visit.requests();
    await visit.run((_, code) => { window.seen = code; }, CODE);
    const field = (id) => visit.run((_, id) => document.getElementById(id), id);
    await (await field("picture")).sendKeys(picture);
    await visit.until("the picture is read", (_, code) => document.getElementById("code").value === code, CODE);
    await (await field("file")).sendKeys(name);
    await visit.run(() => document.querySelector("#form [type=submit]").click());
    await visit.until("it is told", () => document.getElementById("summary").textContent.startsWith("Same"));
    // By its bytes, as the widget reads it: as text each of these would be something else.
    const table = write(standards()[0].id, DOCUMENT);
    const files = [
      ["same", Buffer.from(`\ufeff${table}`)], ["same", Buffer.from(`\ufeff${table.replaceAll(",", "\t")}`, "utf16le")],
      ["other-encoding", Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8])], ["workbook", Buffer.from("PK\x03\x04")],
      ["empty", Buffer.alloc(0)], ["too-large", Buffer.alloc(11_000_000, 0x20)],
    ];
    for (const [word, bytes] of files) {
      const name = path.join(folder, `${word}.csv`);
      await writeFile(name, bytes);
      await (await field("file")).sendKeys(name);
      await visit.run(() => {
        // As long as nothing is found.
        document.querySelector("#found [data-what=answers]").dataset.word = "";
        document.querySelector("#form [type=submit]").click();
      });
      await visit.until(`it is told that it is ${word}`, (_, word) => document.querySelector("#found [data-what=answers]").dataset.word === word, word);
    }
    // What is pasted after it is what is meant.
    await (await field("answers")).sendKeys("{");
    await visit.run(() => document.querySelector("#form [type=submit]").click());
    await visit.until("what was pasted is read", () => document.querySelector("#found [data-what=answers]").dataset.word === "not-json");
    assert.equal(await visit.run(() => document.getElementById("file").value), "");
    const away = (await visit.requests()).filter(({ url }) => !url.startsWith("blob:") && !url.startsWith("data:"));
    assert.deepEqual(away.map(({ url }) => url), []);
    assert.deepEqual(await visit.stored(), {});
  } finally {
    await rm(folder, { recursive: true });
  }
});

inBrowser("by keyboard, with an outcome that is said", { page: null }, async (visit) => {
  await open(visit, "");
  assert.equal(await visit.run(() => document.documentElement.lang), "zh-CN");
  await visit.run(() => document.getElementById("code").focus());
  await visit.press(CODE, Key.TAB, HASH, Key.TAB, DIGITS, Key.ENTER);
  await visit.until("it is told", () => document.getElementById("summary").textContent.includes("相符"));
  assert.equal(await visit.run(() => document.getElementById("summary").getAttribute("role")), "status");
  assert.match(await visit.run(() => document.body.innerText), /这不是签名/);
});

inBrowser("axe finds nothing, in either language, light and dark, wide and narrow", { page: null }, async (visit) => {
  const answers = JSON.stringify({ ...DOCUMENT, answers: { ...DOCUMENT.answers, "equipment-sets": 24 } });
  for (const query of ["", "?lang=en"]) {
    for (const scheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        await visit.media({ "prefers-color-scheme": scheme });
        await visit.resize(width);
        await open(visit, query);
        await told(visit, { code: CODE, hash: slipped(HASH, 4), digits: DIGITS, answers });
        await visit.driver.executeScript(axe.source);
        const found = await visit.driver.executeAsyncScript(
          `axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }, resultTypes: ["violations"] })
             .then(({ violations }) => arguments[0](violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target).join(" "))));`,
        );
        assert.deepEqual(found, [], `${query} ${scheme} ${width}`);
        const wide = await visit.run(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} px at ${width}`);
      }
    }
  }
});
