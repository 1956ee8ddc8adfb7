// The rules of a standard for json-logic-js: index, elements and verdicts, made from its description. They say the same as
// `assess`, without its trace and its search for contradictions, which are not in the nature of these rules.

const variable = (name) => ({ var: name });
const is = (one, other) => ({ "===": [one, other] });
const sum = (parts) => ({ "+": parts });
/** Whether there is an answer that is known: the others are `null`, `unknown` and `not-applicable`. */
const among = (value, words) => ({ or: words.map((word) => is(value, word)) });

const OPEN = null;
const NONE = "none";
const FULL = 10000;
/** Above every count. */
const ANY = 1e9;

/** The points of a question: 0 to 10000, `OPEN`, or `NONE` where it does not apply. */
function pointsOf(question, questions) {
  const { id, kind, options = [], askedIf } = question;
  const value = variable(id);
  const cases = [is(value, "not-applicable"), NONE];
  switch (kind) {
    case "yes-no": cases.push(is(value, true), FULL, is(value, false), 0, OPEN); break;
    case "one-of": cases.push(...options.flatMap((option) => [is(value, option.id), option.points]), OPEN); break;
    default: {
      const count = { reduce: [value, sum([variable("accumulator"), 1]), 0] };
      cases.push(among(value, [null, "unknown"]), OPEN, { "/": [{ "*": [FULL, count] }, options.length] });
    }
  }
  const points = { if: question.notApplicable ? cases : cases.slice(2) };
  if (!askedIf) return points;
  // A question that another closes counts at its worst.
  const gate = questions.find((one) => one.id === askedIf.question);
  const below = gate.options.slice(0, gate.options.findIndex((option) => option.id === askedIf.atLeast));
  return { if: [among(variable(gate.id), below.map((option) => option.id)), 0, points] };
}

/** Whether a question may yet be closed by another, which is open: at worst it counts nothing then. */
const mayClose = ({ askedIf }) => (askedIf ? among(variable(askedIf.question), [null, "unknown"]) : false);

function pointsOfRate({ part, total }) {
  const [over, under] = [variable(part), variable(total)];
  const either = (word) => ({ or: [is(over, word), is(under, word)] });
  return { if: [either("not-applicable"), NONE, either(null), OPEN, either("unknown"), OPEN, { "*": [FULL, { min: [1, { "/": [over, under] }] }] }] };
}

/** What an element's items come to: weights that apply, weights and points that are known, points at worst. */
function sumsOf(items) {
  const known = (points, value) => ({ if: [among(points, [NONE, OPEN]), 0, value] });
  const each = (value) => sum(items.map((item) => value(variable(`items.${item.place}`), item)));
  return [
    each((points, { weight }) => ({ if: [is(points, NONE), 0, weight] })),
    each((points, { weight }) => known(points, weight)),
    each((points, { weight }) => known(points, { "*": [weight, points] })),
    each((points, { weight, place, mayClose }) => {
      const counted = known(points, { "*": [weight, points] });
      return mayClose ? { if: [variable(`mayClose.${place}`), 0, counted] } : counted;
    }),
  ];
}

const ratio = (over, under, none) => ({ if: [is(under, 0), none, { "/": [over, under] }] });

function meanOf(elements, name) {
  const parts = elements.map(({ weight }, place) => ({ weight, value: variable(`elements.${place}.${name}`) }));
  const over = sum(parts.map(({ weight, value }) => ({ if: [is(value, null), 0, { "*": [weight, value] }] })));
  const under = sum(parts.map(({ weight, value }) => ({ if: [is(value, null), 0, weight] })));
  return ratio(over, under, 0);
}

/** The verdict of a reading: what is open may follow from another count. */
function readingOf({ sumOf, eachOf }, atLeast, relations) {
  const isOpen = (id) => among(variable(id), [null, "unknown"]);
  const otherwise = (id, other, none) => ({ if: [isOpen(id), other ? { if: [isOpen(other), none, variable(other)] } : none, variable(id)] });
  const low = (id) => otherwise(id, relations.find((one) => one.whole === id)?.part, 0);
  const high = (id) => otherwise(id, relations.find((one) => one.part === id)?.whole, ANY);
  const reached = (bound) => ({ ">=": [bound, atLeast] });
  const [met, possible] = sumOf
    ? [reached(sum(sumOf.map(low))), reached(sum(sumOf.map(high)))]
    : [{ and: eachOf.map((id) => reached(low(id))) }, { and: eachOf.map((id) => reached(high(id))) }];
  return { if: [met, "met", possible, "unknown", "not-met"] };
}

function criterionOf({ readings }, first) {
  const verdicts = readings.map((_, index) => variable(`readings.${first + index}`));
  const all = (word) => ({ and: verdicts.map((verdict) => is(verdict, word)) });
  const any = (word) => ({ or: verdicts.map((verdict) => is(verdict, word)) });
  return { if: [all("met"), "met", all("not-met"), "not-met", any("unknown"), "unknown", "depends"] };
}

/** Assesses answers of one track: gives hundredths of a percent, and verdicts. */
export function assessor(jsonLogic, standard, track) {
  const ofTrack = ({ tracks }) => tracks?.includes(track) ?? true;
  const elements = standard.elements.filter(({ weightsTotal }) => track in weightsTotal);
  const items = elements.flatMap(({ id }, element) => {
    const questions = standard.questions.filter((one) => one.element === id && one.weight && ofTrack(one));
    const rates = standard.rates.filter((one) => one.element === id && ofTrack(one));
    return [
      ...questions.map((one) => ({ element, weight: one.weight, points: pointsOf(one, standard.questions), mayClose: mayClose(one) })),
      ...rates.map((one) => ({ element, weight: one.weight, points: pointsOfRate(one), mayClose: false })),
    ];
  }).map((item, place) => ({ ...item, place }));

  const toItems = items.map(({ points }) => points);
  const toMayClose = items.map((item) => item.mayClose);
  const toSums = elements.flatMap((_, element) => sumsOf(items.filter((item) => item.element === element)));
  const toElements = elements.flatMap((_, place) => {
    const [applicable, known, points, atWorst] = [0, 1, 2, 3].map((part) => variable(`sums.${4 * place + part}`));
    const atBest = sum([points, { "*": [FULL, { "-": [applicable, known] }] }]);
    return [ratio(points, known, null), ratio(atWorst, applicable, null), ratio(atBest, applicable, null)];
  });
  const toIndex = ["value", "low", "high"].map((name) => meanOf(elements, name));
  const { criteria, relations } = standard;
  const toReadings = criteria.flatMap(({ readings, atLeast }) => readings.map((reading) => readingOf(reading, atLeast.value, relations)));
  const firsts = criteria.map((_, index) => criteria.slice(0, index).reduce((count, { readings }) => count + readings.length, 0));
  const toCriteria = criteria.map((criterion, index) => criterionOf(criterion, firsts[index]));
  const whole = (word) => ({ or: criteria.map((_, index) => is(variable(`criteria.${index}`), word)) });
  const toVerdict = { if: ["not-met", "unknown", "depends"].flatMap((word) => [whole(word), word]).concat("met") };

  return (answers) => {
    const sums = jsonLogic.apply(toSums, { items: jsonLogic.apply(toItems, answers), mayClose: jsonLogic.apply(toMayClose, answers) });
    const flat = jsonLogic.apply(toElements, { sums });
    const found = elements.map((_, place) => ({ value: flat[3 * place], low: flat[3 * place + 1], high: flat[3 * place + 2] }));
    const [value, low, high] = jsonLogic.apply(toIndex, { elements: found });
    const verdicts = jsonLogic.apply(toCriteria, { readings: jsonLogic.apply(toReadings, answers) });
    return { index: { value, low, high }, elements: found, criteria: verdicts, verdict: jsonLogic.apply(toVerdict, { criteria: verdicts }) };
  };
}
