// The functions in Node, against the contract (sections 4 to 6).

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";

const { ready, standards, describe, assess, plan, encode, decode, check, checkDigits, openFile } = await import(pathToFileURL(path.join(process.env.DIST, "readiness-check.js")));
const STANDARD = "ningbo-3511-2018";
const document = (answers = {}, track = "discrete") => ({
  format: "readiness-check/answers",
  version: 1,
  standard: STANDARD,
  track,
  answers,
});

/** A proxy that throws at every touch. */
function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** What a call throws: an Error with code, path and message. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof Error, `an Error, not ${error}`);
    assert.equal(typeof error.path, "string");
    assert.match(error.code, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(error.message.length > 10, "a message that says something");
    assert.ok(!/unreachable|RuntimeError|panicked/.test(error.message), error.message);
    return { ...error };
  }
  return assert.fail("nothing was thrown");
}

// Must be the first test: once ready, it stays ready.
test("before ready() the functions throw not-ready", async () => {
  assert.equal(thrown(() => standards()).code, "not-ready");
  assert.equal(thrown(() => describe(STANDARD)).code, "not-ready");
  assert.equal(thrown(() => assess(document())).code, "not-ready");
  for (const call of [() => encode(document()), () => decode("0"), () => check("0", document()), () => checkDigits("0"), () => openFile("{}")]) assert.equal(thrown(call).code, "not-ready");
  await assert.rejects(ready("gbt-0000-2099"), { code: "unknown-standard", message: /ningbo-3511-2018/ });
  await assert.rejects(ready(7), { code: "unknown-standard" });
  assert.equal(thrown(() => standards()).code, "not-ready", "a standard that is not there makes nothing ready");
  await ready();
  assert.ok(Array.isArray(standards()));
  await Promise.all([ready(), ready(STANDARD)]);
});

test("standards() names edition, titles, date and standing; the caller may change the result", () => {
  const [first] = standards();
  assert.equal(first.id, STANDARD);
  assert.equal(first.edition, "2018");
  assert.match(first.title["zh-CN"], /\p{Script=Han}/u);
  assert.match(first.title.en, /[a-z]/);
  assert.equal(first.standing, "historical");
  assert.match(first.date, /^2018-\d\d-\d\d$/);
  first.id = "spoilt";
  assert.equal(standards()[0].id, STANDARD);
});

test("the 2017 edition is that of 2018 with its own two numbers", async () => {
  const id = "ningbo-3511-2017";
  const info = standards().find((known) => known.id === id);
  assert.deepEqual([info.edition, info.basedOn, info.standing, info.date], ["2017", STANDARD, "historical", undefined]);
  await ready(id);
  const [earlier, later] = [describe(id), describe(STANDARD)];
  const numbers = (standard) => standard.criteria.map((criterion) => [criterion.id, criterion.atLeast.value]);
  assert.deepEqual(numbers(earlier), [["key-equipment", 5], ["copyrights-and-standards", 1]]);
  assert.deepEqual(numbers(later), [["key-equipment", 8], ["copyrights-and-standards", 3], ["invention-patent", 1]]);
  for (const key of ["tracks", "elements", "questions", "rates", "relations", "rules", "effects"]) {
    assert.deepEqual(earlier[key], later[key], key);
  }
  const cited = earlier.sources.map((source) => source.id);
  assert.ok(cited.includes(earlier.source));
  assert.equal(new Set(cited).size, cited.length);
  const answers = { "equipment-kinds": 5, "equipment-sets": 5, "software-copyrights": 1, "standard-drafts": 1 };
  assert.equal(assess({ ...document(answers), standard: id }).published.verdict, "met");
  assert.equal(assess(document(answers)).published.verdict, "not-met");
});

test("describe() has the ids of the contract, both tracks, and both languages everywhere", () => {
  const standard = describe(STANDARD);
  assert.deepEqual([standard.id, standard.edition], [STANDARD, "2018"]);
  assert.deepEqual(standard.tracks.map((track) => track.id), ["discrete", "process"]);
  for (const id of ["equipment-kinds", "equipment-sets", "software-copyrights", "standard-drafts", "invention-patents-filed", "invention-patents-granted"]) {
    const question = standard.questions.find((question) => question.id === id);
    assert.equal(question?.kind, "count", id);
    assert.ok(!question.notApplicable, id);
    assert.equal(question.better, "higher", id);
    assert.equal(question.tracks, undefined, "asked on every track");
  }
  for (const track of ["discrete", "process"]) {
    const asked = standard.questions.filter((question) => question.tracks?.includes(track) ?? true);
    assert.ok(asked.length >= 36, `${track} has ${asked.length} questions`);
  }
  for (const question of standard.questions) {
    assert.match(question.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(["count", "number", "yes-no", "one-of", "many-of"].includes(question.kind), question.id);
    assert.ok(["higher", "lower", "none"].includes(question.better), question.id);
    assert.equal(Array.isArray(question.options), ["one-of", "many-of"].includes(question.kind), question.id);
    if (question.kind === "count") assert.ok(Number.isInteger(question.min) && Number.isInteger(question.max), question.id);
  }
  let texts = 0;
  const walk = (node, place) => {
    if (node === null || typeof node !== "object") return;
    if (!Array.isArray(node) && ("zh-CN" in node || "en" in node)) {
      texts += 1;
      assert.deepEqual(Object.keys(node).sort(), ["en", "zh-CN"], place);
      assert.ok(node.en.trim() && node["zh-CN"].trim(), place);
      assert.ok(!/\p{Script=Han}/u.test(node.en), `${place}: Chinese in the English text`);
      return;
    }
    assert.ok(!("w" in node), `${place}: a text that was not put in`);
    for (const [key, value] of Object.entries(node)) walk(value, `${place}/${key}`);
  };
  walk(standard, "");
  assert.ok(texts > 500, `${texts} texts`);
  standard.questions.length = 0;
  assert.notEqual(describe(STANDARD).questions.length, 0, "the caller may change the result");
  assert.equal(thrown(() => describe("gbt-0000-2099")).code, "unknown-standard");
  assert.equal(thrown(() => describe()).code, "unknown-standard");
});

// The verdicts of the contract's example (section 6): 7 kinds and 23 sets; 3 of both; one patent filed, grants open.
test("assess() gives a document of the contract's shape", () => {
  const assessment = assess(document({
    "equipment-kinds": 7,
    "equipment-sets": 23,
    "software-copyrights": 3,
    "standard-drafts": 3,
    "invention-patents-filed": 1,
    "invention-patents-granted": "unknown",
  }));
  assert.deepEqual(
    [assessment.format, assessment.version, assessment.standard],
    ["readiness-check/assessment", 1, STANDARD],
  );
  assert.match(assessment.engine, /^\d+\.\d+\.\d+$/);
  assert.deepEqual(assessment.published, {
    verdict: "unknown",
    criteria: [
      { id: "key-equipment", verdict: "depends", readings: [{ id: "kinds", verdict: "not-met" }, { id: "sets", verdict: "met" }] },
      { id: "copyrights-and-standards", verdict: "met", readings: [{ id: "together", verdict: "met" }, { id: "each", verdict: "met" }] },
      { id: "invention-patent", verdict: "unknown", readings: [{ id: "granted", verdict: "unknown" }, { id: "filed", verdict: "met" }] },
    ],
  });
  assert.deepEqual([assessment.index.value, assessment.index.low, assessment.index.high], [0, 0, 10000]);
  assert.equal(assessment.index.dimensions.length, 7);
  for (const dimension of assessment.index.dimensions) {
    assert.deepEqual(Object.keys(dimension).sort(), ["high", "id", "low", "value"]);
  }
  assert.deepEqual(assessment.contradictions, []);
  assert.ok(Array.isArray(assessment.trace));
  assert.deepEqual(assess(document({ "equipment-kinds": 8, "equipment-sets": 3 })).contradictions, [
    { id: "more-kinds-than-sets", questions: ["equipment-kinds", "equipment-sets"] },
  ]);
});

test("assess() reads answers of the other track and 8.0, keeps extras out, and counts neither twice", () => {
  const on = (answers) => JSON.stringify(assess(document(answers)));
  assert.equal(on({ "equipment-kinds": 8.0, "control-system": "local" }), on({ "equipment-kinds": 8 }));
  const extras = { ...document({ "equipment-kinds": 8 }), notes: { "equipment-kinds": "x" }, evidence: {}, profile: { plant: "y" }, costs: { a: 1 } };
  assert.equal(JSON.stringify(assess(extras)), on({ "equipment-kinds": 8 }));
});

test("every kind of bad document gives an Error with code, path and message", () => {
  const cyclic = document();
  cyclic.notes = { again: cyclic };
  let deep = "bottom";
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  const throwing = document();
  const throwingAtOnce = {
    get standard() {
      throw new TypeError("a getter of the page");
    },
  };
  Object.defineProperty(throwing, "answers", { enumerable: true, get() { throw new TypeError("a getter of the page"); } });
  const deepAnswers = document({ "equipment-kinds": deep });
  // Each: what is wrong, the document, and the path that the error names.
  const bad = [
    ["nothing", undefined, ""],
    ["null", null, ""],
    ["a number", 7, ""],
    ["a text", "{}", ""],
    ["a list", [], ""],
    ["a function", () => document(), ""],
    ["a symbol", Symbol("x"), ""],
    ["a big number", 10n, ""],
    ["an empty object", {}, ""],
    ["another format", { ...document(), format: "readiness-check/assessment" }, "/format"],
    ["a newer version", { ...document(), version: 2 }, "/version"],
    ["a version in words", { ...document(), version: "1" }, "/version"],
    ["no standard", { ...document(), standard: undefined }, "/standard"],
    ["another standard", { ...document(), standard: "gbt-0000-2099" }, "/standard"],
    ["a standard that is a number", { ...document(), standard: 3511 }, "/standard"],
    ["another track", document({}, "hybrid"), "/track"],
    ["no answers", { ...document(), answers: undefined }, "/answers"],
    ["answers as a list", { ...document(), answers: [] }, "/answers"],
    ["an unknown key", { ...document(), score: 1 }, "/score"],
    ["an unknown question", document({ "equipment-colours": 1 }), "/answers/equipment-colours"],
    ["a question with a slash", document({ "a/b~c": 1 }), "/answers/a~1b~0c"],
    ["a number below its bounds", document({ "equipment-kinds": -1 }), "/answers/equipment-kinds"],
    ["a number above its bounds", document({ "equipment-kinds": 1_000_000 }), "/answers/equipment-kinds"],
    ["an enormous number", document({ "equipment-kinds": 1e300 }), "/answers/equipment-kinds"],
    ["half a thing", document({ "equipment-kinds": 8.5 }), "/answers/equipment-kinds"],
    ["three decimals", document({ "defect-rate-before": 1.001 }), "/answers/defect-rate-before"],
    ["not a number", document({ "equipment-kinds": NaN }), "/answers/equipment-kinds"],
    ["infinity", document({ "equipment-kinds": Infinity }), "/answers/equipment-kinds"],
    ["a number as text", document({ "equipment-kinds": "8" }), "/answers/equipment-kinds"],
    ["null as an answer", document({ "equipment-kinds": null }), "/answers/equipment-kinds"],
    ["undefined as an answer", document({ "equipment-kinds": undefined }), "/answers/equipment-kinds"],
    ["a map as an answer", document({ "equipment-kinds": {} }), "/answers/equipment-kinds"],
    ["yes as text", document({ "security-rules": "yes" }), "/answers/security-rules"],
    ["an unknown option", document({ "data-history": "cloud" }), "/answers/data-history"],
    ["several of one-of", document({ "data-history": ["paper"] }), "/answers/data-history"],
    ["one of many-of", document({ "data-analyses": "stops" }), "/answers/data-analyses"],
    ["an unknown option in a list", document({ "data-analyses": ["stops", "rain"] }), "/answers/data-analyses/1"],
    ["an option twice", document({ "data-analyses": ["stops", "stops"] }), "/answers/data-analyses/1"],
    ["not applicable where that is not allowed", document({ "equipment-kinds": "not-applicable" }), "/answers/equipment-kinds"],
    ["a getter that throws", throwing, null],
    ["a getter that throws at once", throwingAtOnce, null],
    ["an object that contains itself", cyclic, null],
    ["huge nesting", deepAnswers, null],
    ["a function as an answer", document({ "equipment-kinds": () => 8 }), "/answers/equipment-kinds"],
    ["a symbol as an answer", document({ "equipment-kinds": Symbol("8") }), "/answers/equipment-kinds"],
    ["a big number as an answer", document({ "equipment-kinds": 8n }), null],
    // JSON writes these as {} or as something else, in silence.
    ["a Map", new Map(Object.entries(document())), ""],
    ["a Map of answers", { ...document(), answers: new Map([["equipment-kinds", 8]]) }, "/answers"],
    ["a Set of options", document({ "data-analyses": new Set(["stops"]) }), "/answers/data-analyses"],
    ["a date", { ...document(), profile: { figuresAsOf: new Date(0) } }, "/profile/figuresAsOf"],
    ["a boxed number", document({ "equipment-kinds": new Number(8) }), "/answers/equipment-kinds"],
    ["an instance of a class", document(new (class Answers { "equipment-kinds" = 8; })()), "/answers"],
    ["a Map in a list, below a key with a slash", { ...document(), evidence: { "a/b": [{}, new Map()] } }, "/evidence/a~1b/1"],
    ["a list of bytes", document({ "data-analyses": new Uint8Array(1) }), "/answers/data-analyses"],
    ["an error", new TypeError("x"), ""],
    ...[{ path: "/x" }, { code: "x", path: "/x" }, null, undefined, Symbol("x"), revoked()].map((cause) => {
      const getter = { get standard() { throw cause; } };
      return ["a getter that throws whatever it likes", getter, ""];
    }),
  ];
  const wrong = [];
  for (const [what, given, where] of bad) {
    try {
      const found = thrown(() => assess(given));
      if (where !== null) assert.equal(found.path, where, found.code);
    } catch (error) {
      wrong.push(`${what}: ${error.message}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.equal(assess(document()).progress.answered, 0, "the engine still works");
});

test("plain objects are taken from wherever they come; of what JSON does not have the error names the kind", () => {
  const bare = Object.assign(Object.create(null), document({ "equipment-kinds": 8 }));
  const elsewhere = runInNewContext(`(${JSON.stringify(bare)})`);
  for (const given of [bare, elsewhere, new Proxy(document({ "equipment-kinds": 8 }), {})]) assert.equal(assess(given).progress.answered, 1);
  assert.throws(() => assess({ ...document(), answers: new Map() }), { code: "not-json", path: "/answers", message: /\bMap\b/ });
  assert.throws(() => plan({ ...document(), costs: new Date() }), { code: "not-json", path: "/costs", message: /\bDate\b/ });
});

test("assess() is pure: the document is not changed, and the second call gives the same", () => {
  const frozen = (node) => {
    if (node !== null && typeof node === "object") Object.values(node).forEach(frozen);
    return Object.freeze(node);
  };
  const given = frozen(document({ "equipment-kinds": 8, "data-analyses": ["quality", "stops"], "data-history": "paper" }));
  const before = JSON.stringify(given);
  const [first, second] = [assess(given), assess(given)];
  assert.notEqual(first, second);
  assert.equal(JSON.stringify(first), JSON.stringify(second));
  assert.equal(JSON.stringify(given), before);
  const reordered = document({ "data-history": "paper", "data-analyses": ["stops", "quality"], "equipment-kinds": 8 });
  assert.equal(JSON.stringify(assess(reordered)), JSON.stringify(first), "the order of keys and options does not matter");
});

test("a plan says by ids what to change for the published conditions, and costs add up along the units", async () => {
  await ready();
  const answers = {
    "equipment-kinds": 6, "equipment-sets": 23, "software-copyrights": 3, "standard-drafts": 3,
    "invention-patents-filed": 1, "invention-patents-granted": 0,
  };
  const document = { format: "readiness-check/answers", version: 1, standard: "ningbo-3511-2018", track: "discrete", answers };
  const costs = { count: "own", questions: { "equipment-kinds": { money: "12.5", months: "2" }, "invention-patents-granted": { money: "3", months: "20" } } };
  const found = plan({ ...document, costs });
  assert.equal(found.format, "readiness-check/plan");
  assert.equal(found.plans.length, 1);
  const [only] = found.plans;
  assert.deepEqual(only.steps.map(({ question, from, to, money }) => [question, from, to, money]),
    [["equipment-kinds", 6, 8, 2500], ["invention-patents-granted", 0, 1, 300]]);
  assert.deepEqual([only.money, only.months], [2800, 2000], "two kinds at 12.5 and a patent at 3; as long as the patent");
  assert.throws(() => plan({ ...document, costs: { count: "own", questions: { "equipment-kinds": { money: "dear" } } } }), { code: "bad-costs", path: "/costs/questions/equipment-kinds/money" });
  assert.throws(() => plan({ ...document, answers: { nonsense: 1 } }), { code: "unknown-question" });
});

test("a short code carries track and answers, and tells slips, cuts and other editions", async () => {
  const answers = document({ "equipment-kinds": 8, "equipment-sets": 23, "software-copyrights": "unknown" });
  const code = encode({ ...answers, notes: { "equipment-kinds": "from the ledger" } });
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{1,4})+$/);
  const read = decode(code);
  assert.deepEqual([read.track, read.answers], [answers.track, answers.answers], "what is kept beside the answers does not travel");
  assert.deepEqual(decode(` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")}`).answers, answers.answers);
  assert.deepEqual(check(code, answers), { result: "same" });
  assert.deepEqual(check(code, document({ ...answers.answers, "equipment-sets": 24 })), { result: "altered", track: false, questions: ["equipment-sets"] });
  assert.equal(check(code, document(answers.answers, "process")).track, true);

  const bare = code.replaceAll("-", "");
  for (let place = 0; place < bare.length; place += 1) {
    const other = bare[place] === "7" ? "8" : "7";
    assert.equal(thrown(() => decode(bare.slice(0, place) + other + bare.slice(place + 1))).code.startsWith("code-"), true, `a slip at ${place}`);
    assert.match(thrown(() => decode(bare.slice(0, place))).code, /^code-(cut|mistyped)$/, `cut at ${place}`);
  }
  assert.equal(thrown(() => decode(`${code}!`)).code, "code-bad-character");
  assert.equal(thrown(() => decode(7)).code, "code-cut");

  const faultOf = (code) => thrown(() => decode(code));
  assert.deepEqual(faultOf(`${bare.slice(0, 5)}U${bare.slice(6)}`), { code: "code-bad-character", path: "", character: "U", group: 2, place: 2 });
  assert.deepEqual(faultOf(bare.slice(0, -1)), { code: "code-cut", path: "", found: bare.length - 1, expected: bare.length });
  assert.deepEqual(faultOf(bare.slice(0, 9) + (bare[9] === "7" ? "8" : "7") + bare.slice(10)), { code: "code-mistyped", path: "", group: 3 });
  const digest = createHash("sha256").update(`${bare}\n${describe(answers.standard).hash}`).digest("hex");
  assert.equal(checkDigits(code.toLowerCase()), digest.slice(0, 10));

  const earlier = "ningbo-3511-2017";
  await ready(earlier);
  const theirs = encode({ ...answers, standard: earlier });
  assert.equal(decode(theirs).standard, earlier);
  assert.deepEqual(check(theirs, answers), { result: "other-edition" });
});

test("a file is opened as the widget opens it, and refused as the widget refuses it", () => {
  const given = document({ "equipment-kinds": 8, "software-copyrights": "unknown" });
  const text = JSON.stringify({ ...given, notes: { "equipment-kinds": "台账" } });
  const table = `id,answer,standard,track\nequipment-kinds,8,${STANDARD},discrete\nsoftware-copyrights,unknown,${STANDARD},discrete\n`;
  assert.deepEqual(openFile(text), JSON.parse(text));
  assert.deepEqual(openFile(`\ufeff${table}`), given);
  const marked = Uint8Array.from(Buffer.from(`\ufeff${table}`, "utf16le"));
  assert.deepEqual([openFile(marked), openFile(Buffer.from(text)).answers], [given, given.answers]);
  const twice = (key) => text.replace(new RegExp(`"${key}":[^,}]+`), "$&,$&");
  const refused = [
    [twice("track"), "duplicate-key", "/track"], [twice("equipment-kinds"), "duplicate-key", "/answers/equipment-kinds"],
    [text.slice(0, -1), "not-json", ""], [encode(given), "unrecognised", ""], ["hello", "unrecognised", ""], ["", "empty", ""],
    [table.replace("8", "many"), "bad-number", ""], [Uint8Array.of(0xb1, 0xe0), "other-encoding", ""],
    [" ".repeat(11_000_000), "too-large", ""], [new Uint8Array(11_000_000), "too-large", ""],
    [given, "wrong-type", ""], [undefined, "wrong-type", ""],
  ];
  for (const [content, code, path] of refused) {
    const fault = thrown(() => openFile(content));
    assert.deepEqual([fault.code, fault.path], [code, path]);
  }
});

test("standards() and describe() give the same hash of 64 hexadecimal digits", () => {
  for (const { id, hash } of standards()) {
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.equal(describe(id).hash, hash);
  }
});
