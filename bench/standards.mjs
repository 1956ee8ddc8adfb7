// Generated standards of any size, in the format of data/README.md as JSON: elements of nine questions of every kind,
// and one published condition. Nothing in them is said by any document.

const text = (words) => ({ "zh-CN": `${words}（生成）`, en: `${words} (generated)` });
const basis = { source: "generated", clause: "not-seen", grade: "own" };
const help = { counts: text("what counts"), countsNot: text("what does not"), asOf: text("today"), example: text("an example"), evidence: [text("a paper")], basis };
const PER_ELEMENT = 9;

function elementQuestions(element) {
  const id = (name) => `${element}-${name}`;
  const options = (most) => Array.from({ length: most + 1 }, (_, index) => ({
    id: `o${index}`,
    points: Math.floor((index * 10000) / most),
    text: text(`option ${index}`),
  }));
  const question = (name, rest) => ({ id: id(name), element, text: text(name), ...rest, ...help });
  const count = (name, rest) => question(name, { kind: "count", min: 0, max: 1000000, unit: text("sets"), ...rest });
  const choice = (name, rest) => question(name, { weight: 1, better: "higher", ...rest });
  return [
    count("total", { better: "none", min: 1 }),
    count("part", { better: "higher" }),
    choice("yes", { kind: "yes-no" }),
    choice("gate", { kind: "one-of", options: options(3) }),
    choice("behind", { kind: "one-of", options: options(4), askedIf: { question: id("gate"), atLeast: "o1" } }),
    choice("one", { kind: "one-of", options: options(4), notApplicable: true }),
    choice("many", { kind: "many-of", options: options(5).map(({ points, ...option }) => option) }),
    choice("yes-too", { kind: "yes-no", notApplicable: true }),
    choice("last", { kind: "one-of", options: options(2) }),
  ];
}

/** The document of a standard of `size` questions, a multiple of nine, beside the one of its published condition. */
export function generatedStandard(size) {
  const elements = Array.from({ length: size / PER_ELEMENT }, (_, index) => `e${index}`);
  const published = {
    id: "published-count", kind: "count", better: "higher", min: 0, max: 1000000, unit: text("sets"), text: text("published"), ...help,
  };
  return {
    id: `generated-${size}`,
    edition: "1",
    title: text("generated"),
    source: "generated",
    standing: text("generated"),
    later: [],
    knownUntil: "2026-01-01",
    elementWeightsTotal: { only: elements.length },
    basis: { weights: basis, points: basis, bounds: basis },
    tracks: [{ id: "only", title: text("only"), about: text("only") }],
    elements: elements.map((id) => ({ id, title: text(id), about: text(id), weight: 1, weightsTotal: { only: 8 }, basis })),
    questions: [published, ...elements.flatMap(elementQuestions)],
    rates: elements.map((element) => ({
      id: `${element}-rate`, element, weight: 1, title: text("rate"), part: `${element}-part`, total: `${element}-total`, basis,
    })),
    criteria: [{
      id: "condition", title: text("condition"), atLeast: { value: 8, ...basis }, notes: [text("note")],
      readings: [{ id: "plain", text: text("plain"), sumOf: ["published-count"] }],
    }],
    relations: [],
    effects: [],
    sources: [{ id: "generated", title: text("generated"), standing: "unknown", original: "none", grade: "own" }],
  };
}

/** An answer document in which everything is answered, in the middle of its range; `turn` varies it. */
export function middlingAnswers(standard, turn = 0) {
  const answer = (question, index) => {
    const odd = (index + turn) % 2 === 1;
    switch (question.kind) {
      case "count": return question.id.endsWith("total") ? 100 : 40 + (turn % 10);
      case "yes-no": return odd;
      case "one-of": return question.options[1 + ((index + turn) % (question.options.length - 1))].id;
      default: return question.options.filter((_, option) => (option + turn) % 2 === 0).map((option) => option.id);
    }
  };
  return {
    format: "readiness-check/answers",
    version: 1,
    standard: standard.id,
    track: standard.tracks[0].id,
    answers: Object.fromEntries(standard.questions.map((question, index) => [question.id, answer(question, index)])),
  };
}
