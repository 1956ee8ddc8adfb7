/** What the functions throw. */
export interface Fault extends Error {
  code: string;
  path: string;
  /** Of a code: the character that no code has; the group of four and the place in it, from 1; how many characters there are and should be. */
  character?: string;
  group?: number;
  place?: number;
  found?: number;
  expected?: number;
}

/** Loads what the functions below need; the default standard if none is named. */
export function ready(standard?: string): Promise<void>;
export function standards(): StandardInfo[];
export function describe(standard: string): StandardDescription;
export function assess(answers: AnswerDocument): Assessment;
/** The cheapest, the fastest and the shortest way to the target in `answers.costs`; by default to the published conditions under every reading, at our effort points. */
export function plan(answers: AnswerDocument): Plans;
/** The short code of the track and the answers; notes, evidence, profile and costs are not in it. */
export function encode(answers: AnswerDocument): string;
/** The answers of a short code, of any standard that was made ready. Throws `code-cut`, `code-mistyped`, `code-newer`, `code-other-standard` or `code-bad-character`. */
export function decode(code: string): AnswerDocument;
/** The check digits that a report with this code carries, if it was printed with the standard as it is loaded here. Throws as `decode` does. */
export function checkDigits(code: string): string;
/** Whether a short code and a document say the same. It is no signature. */
export function check(code: string, answers: AnswerDocument): CheckResult;
/** The answers in a saved file, JSON or CSV, as the widget opens it: its text, or its bytes where another program may have saved it in another encoding. Throws where the widget refuses the file. */
export function openFile(content: string | Uint8Array): AnswerDocument;

declare global {
  interface HTMLElementTagNameMap { "readiness-check": ReadinessCheckElement }
  interface HTMLElementEventMap {
    "readiness-ready": CustomEvent<{ engine: string; standard: string }>;
    "readiness-change": CustomEvent<{ answered: number; questions: number }>;
    "readiness-complete": CustomEvent<Record<string, never>>;
    "readiness-error": CustomEvent<{ code: string; message: string }>;
  }
}
export interface ReadinessCheckElement extends HTMLElement {
  /** `null` until the visitor has agreed, in the widget, to share it with the page. Setting throws on a bad document and then changes nothing. */
  get answers(): AnswerDocument | null;
  set answers(document: AnswerDocument);
  /** `null` until the visitor has agreed. */
  readonly assessment: Assessment | null;
  /** Starts over; the answers stay recoverable by the visitor. */
  reset(): void;
}

// What follows is made from the structs of the engine: tests/types.rs.
/**
 * What a page may know of a standard before it is loaded.
 */
export interface StandardInfo {
    id: string;
    /**
     * Such as `2018`.
     */
    edition: string;
    title: Text;
    /**
     * Id of the standard whose questionnaire and all else that is not its own it takes over.
     */
    basedOn?: string;
    /**
     * Of the document that it is: a year, a month or a day.
     */
    date?: string;
    /**
     * Of the document that it is.
     */
    standing: Standing;
    /**
     * SHA-256 of the canonical JSON of its description in every language, in 64 hexadecimal digits.
     */
    hash: string;
}
/**
 * A standard. Indexes of the engine are ids here.
 */
export interface StandardDescription {
    id: string;
    /**
     * Such as `2018`.
     */
    edition: string;
    title: Text;
    /**
     * Id of the document that it is.
     */
    source: string;
    /**
     * A sentence for the visitor.
     */
    standing: Text;
    /**
     * Documents that came later.
     */
    later?: Linked[];
    /**
     * Date of the newest document that its author knew.
     */
    knownUntil: string;
    /**
     * By track: what the weights of its elements add up to.
     */
    elementWeightsTotal: Record<string, number>;
    basis: OwnChoices;
    tracks: Track[];
    elements: IndexElement[];
    departments?: Department[];
    efforts?: Effort[];
    questions: Question[];
    criteria?: Criterion[];
    relations?: PartOfWhole[];
    rates?: Rate[];
    effects?: Effect[];
    rules?: ContradictionRule[];
    sources: Source[];
    /**
     * SHA-256 of the canonical JSON of all else, in every language: keys sorted, no white space; in 64 hexadecimal digits.
     */
    hash: string;
    /**
     * Id of the standard whose questionnaire and all else that is not its own it takes over.
     */
    basedOn?: string;
}
/**
 * A document to which another one leads.
 */
export type Linked = string | ({ document: string } & Basis);
/**
 * What this project chose itself: the weights of the index, the points of choices, the bounds of numbers.
 */
export interface OwnChoices {
    weights: Basis;
    points: Basis;
    bounds: Basis;
}
/**
 * A kind of firm that the standard treats apart.
 */
export interface Track {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its name.
     */
    title: Text;
    /**
     * For whom it is.
     */
    about: Text;
}
/**
 * A part of the index: a group of questions, on one page.
 */
export interface IndexElement {
    id: string;
    /**
     * The tracks that have it, by id. Absent: every track.
     */
    tracks?: string[];
    title: Text;
    about: Text;
    /**
     * Its weight in the index.
     */
    weight: number;
    /**
     * By track: what the weights inside add up to.
     */
    weightsTotal: Record<string, number>;
    basis: Basis;
}
/**
 * Those in a firm who can answer a question.
 */
export interface Department {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its name, as firms use it.
     */
    title: Text;
}
/**
 * How much work it is to raise an answer by one step: an option up, one more choice, one more of a count.
 */
export interface Effort {
    id: string;
    title: Text;
    /**
     * From 1 to 1000, only to compare steps: no money and no time.
     */
    points: number;
    basis: Basis;
}
/**
 * A question.
 */
export interface Question {
    id: string;
    kind: AnswerKind;
    /**
     * The tracks that have it, by id. Absent: every track.
     */
    tracks?: string[];
    /**
     * The element on whose page it stands, by id. Absent: that of published conditions, or of effects.
     */
    element?: string;
    /**
     * Its weight in the element. Absent: it gives no points itself.
     */
    weight?: number;
    /**
     * Yes-no: true is higher.
     */
    better: Better;
    /**
     * Who in a firm can answer, by id; where the standard names departments.
     */
    department?: string;
    /**
     * How much work it is to raise the answer by one step, by id; where the standard says.
     */
    effort?: string;
    /**
     * Count: whole numbers; number: at most two decimals.
     */
    min?: number;
    max?: number;
    unit?: Text;
    /**
     * The unit after 1, where that is another word.
     */
    unitOne?: Text;
    /**
     * Whether `"not-applicable"` may be answered.
     */
    notApplicable?: boolean;
    /**
     * When it is asked. Absent: always.
     */
    askedIf?: AskedIf;
    text: Text;
    /**
     * What decides the answer, in short. Absent: what counts is short itself.
     */
    hint?: Text;
    /**
     * What the number is of, in a word or two. Absent: its unit says so.
     */
    label?: Text;
    /**
     * What is to be done to raise the answer, `{0}` being by how much. Absent: the standard does not say.
     */
    action?: Text;
    /**
     * What counts.
     */
    counts: Text;
    /**
     * What does not count.
     */
    countsNot: Text;
    /**
     * Which year's or which state's figure is meant.
     */
    asOf: Text;
    example: Text;
    /**
     * The papers that would prove the answer.
     */
    evidence: Text[];
    basis: Basis;
    /**
     * Published figures beside it.
     */
    references?: Figure[];
    /**
     * One-of: worst first, best last; many-of: no order, each further one is better.
     */
    options?: Choice[];
}
/**
 * What kind of answer a question takes.
 */
export type AnswerKind = "count" | "number" | "yes-no" | "one-of" | "many-of";
/**
 * Which way is better.
 */
export type Better = "higher" | "lower" | "none";
/**
 * The answer of another question on which it depends whether a question is asked.
 */
export interface AskedIf {
    /**
     * The other question, by id.
     */
    question: string;
    /**
     * The least of its options that opens the question, by id. Absent: yes does.
     */
    atLeast?: string;
}
/**
 * A choice of a question.
 */
export interface Choice {
    id: string;
    /**
     * One-of: from 0 to 10000.
     */
    points?: number;
    text: Text;
}
/**
 * A published condition.
 */
export interface Criterion {
    id: string;
    title: Text;
    /**
     * The published number, a whole one.
     */
    atLeast: Figure;
    /**
     * What the published text leaves open.
     */
    notes?: Text[];
    readings: Reading[];
}
/**
 * One way to understand a published condition. It has one of the two lists.
 */
export interface Reading {
    id: string;
    text: Text;
    /**
     * The questions, by id, whose sum reaches the figure.
     */
    sumOf?: string[];
    /**
     * The questions, by id, each of which reaches it.
     */
    eachOf?: string[];
}
/**
 * A part can never be more than its whole, so one answer says something of the other.
 */
export interface PartOfWhole {
    id: string;
    /**
     * The question that gives the part, by id.
     */
    part: string;
    /**
     * The question that gives the whole, by id.
     */
    whole: string;
    /**
     * The contradiction, phrased as a question.
     */
    text: Text;
}
/**
 * A part divided by a total, both counts that are asked.
 */
export interface Rate {
    id: string;
    /**
     * The tracks that have it, by id. Absent: every track.
     */
    tracks?: string[];
    /**
     * Its element, by id.
     */
    element: string;
    /**
     * Its weight in the element.
     */
    weight: number;
    title: Text;
    /**
     * The question that gives the part, by id.
     */
    part: string;
    /**
     * The question that gives the total, by id.
     */
    total: string;
    basis: Basis;
    /**
     * Published figures beside it.
     */
    references?: Figure[];
}
/**
 * A figure of the plant before and after its upgrade; it has no pass mark.
 */
export interface Effect {
    id: string;
    title: Text;
    direction: Direction;
    /**
     * The question before, by id.
     */
    before: string;
    /**
     * The question after, by id.
     */
    after: string;
    basis: Basis;
    /**
     * Published figures beside it, in percent of improvement.
     */
    references?: Figure[];
}
/**
 * Which way an improvement goes.
 */
export type Direction = "up" | "down";
/**
 * Answers that can hardly all be right, as this project sees it.
 */
export interface ContradictionRule {
    id: string;
    /**
     * The contradiction, phrased as a question.
     */
    text: Text;
    /**
     * What holds of the answers together.
     */
    when: RuleTest[];
    basis: Basis;
}
/**
 * What must hold of an answer. It names a question or a rate, and has one of the three limits.
 */
export interface RuleTest {
    /**
     * By id.
     */
    question?: string;
    /**
     * By id.
     */
    rate?: string;
    atLeast?: RuleLimit;
    atMost?: RuleLimit;
    is?: RuleLimit;
}
/**
 * A count, a number, or how many options are chosen; of a rate, percent; an option by its id; yes or no.
 */
export type RuleLimit = number | string | boolean;
/**
 * A number from a document.
 */
export interface Figure extends Basis {
    value: number;
    /**
     * Such as `%`.
     */
    unit?: string;
    relation?: Relation;
    /**
     * What must be said with it.
     */
    note?: Text;
}
/**
 * How a figure is meant.
 */
export type Relation = "at-least" | "more-than" | "figure";
/**
 * Where a rule, a wording or a number comes from.
 */
export interface Basis {
    /**
     * Its id among the sources.
     */
    source: string;
    clause: Clause;
    grade: Grade;
}
/**
 * The clause of a document.
 */
export type Clause = "not-seen" | "not-noted" | Text;
/**
 * How far our knowledge of a statement goes. The letters are those of the data files.
 */
export type Grade = "S" | "V" | "2" | "D" | "M" | "X" | "own";
/**
 * A document that something is cited from.
 */
export interface Source {
    id: string;
    /**
     * Document number.
     */
    number?: Text;
    issuers?: Text;
    /**
     * As far as known: a year, a month or a day.
     */
    date?: string;
    title: Text;
    standing: Standing;
    /**
     * The language of the text that was read; the other one is our translation. None: no text was seen. Both: the
     * titles in both languages are as documents give them.
     */
    original: "none" | "zh-CN" | "en" | "both";
    grade: Grade;
    /**
     * Its official address.
     */
    address?: string;
    /**
     * Where it was read, if not at its official address.
     */
    reprint?: Text;
    /**
     * What was read of it and what is open.
     */
    note?: Text;
}
/**
 * Whether a document is in force.
 */
export type Standing = "in-force" | "historical" | "draft" | "unknown";
/**
 * A text of a standard. The build demands both languages; a browser may have loaded only the one it shows.
 */
export type Text = { "zh-CN": string; en: string };
/**
 * What one firm said, as it is saved and handed on.
 */
export interface AnswerDocument {
    format: "readiness-check/answers";
    version: 1;
    /**
     * Its id.
     */
    standard: string;
    /**
     * Its id.
     */
    track: string;
    /**
     * By question id. What is not answered yet is missing.
     */
    answers: Record<string, AnswerValue>;
    /**
     * Free notes by question id.
     */
    notes?: Record<string, unknown>;
    /**
     * Papers by question id.
     */
    evidence?: Record<string, unknown>;
    /**
     * The firm: its plant, its industries, facts that no question asks.
     */
    profile?: Record<string, unknown>;
    /**
     * Its own costs, and the target of its plan.
     */
    costs?: Record<string, unknown>;
    /**
     * Who gave an answer, by question id, where a department handed it in: in files and drafts.
     */
    said?: Record<string, Said>;
}
/**
 * A number, yes or no, the id of an option or those of several; `"unknown"` and `"not-applicable"` are texts too.
 */
export type AnswerValue = number | boolean | string | string[];
/**
 * Who gave an answer, and when.
 */
export interface Said {
    /**
     * Id of the department.
     */
    department: string;
    /**
     * The person, as typed; empty where none is named.
     */
    by?: string;
    /**
     * Date and time with the zone, as `2026-01-09T14:30:00+08:00`; empty where it is not known, as with a code.
     */
    date?: string;
}
/**
 * What the answers of one firm come to.
 */
export interface Assessment {
    format: "readiness-check/assessment";
    version: 1;
    /**
     * Its id.
     */
    standard: string;
    /**
     * Release of the engine.
     */
    engine: string;
    /**
     * Its id.
     */
    track: string;
    progress: Progress;
    /**
     * The published conditions; null where the standard has none.
     */
    published: Published | null;
    /**
     * The widget's own index, never the standard's score.
     */
    index: Index;
    contradictions: Contradiction[];
    effects: EffectChange[];
    workings: Working[];
    trace: TraceStep[];
}
/**
 * How far the answers have come.
 */
export interface Progress {
    /**
     * How many questions the track has, whatever the answers are.
     */
    questions: number;
    /**
     * How many of them are answered, "does not apply" included.
     */
    answered: number;
    /**
     * How many are missing or unknown.
     */
    open: number;
    /**
     * How many are not asked, because another answer closes them.
     */
    closed: number;
}
/**
 * The published conditions together.
 */
export interface Published {
    verdict: Verdict;
    criteria: JudgedCriterion[];
}
/**
 * A published condition under all its readings.
 */
export interface JudgedCriterion {
    id: string;
    verdict: Verdict;
    readings: JudgedReading[];
}
/**
 * A published condition, read in one way.
 */
export interface JudgedReading {
    id: string;
    verdict: Verdict;
}
/**
 * What can be said of a condition.
 */
export type Verdict = "met" | "not-met" | "unknown" | "depends";
/**
 * The widget's own index.
 */
export interface Index extends Range {
    dimensions: Dimension[];
}
/**
 * An element of the standard in the index.
 */
export interface Dimension extends Range {
    id: string;
}
/**
 * Hundredths of a percent; null where nothing applies.
 */
export interface Range {
    /**
     * Of the answered questions alone; 0 while there is none.
     */
    value: number | null;
    /**
     * With every open question at its worst.
     */
    low: number | null;
    /**
     * With every open question at its best.
     */
    high: number | null;
}
/**
 * Answers that cannot all be right, or hardly.
 */
export interface Contradiction {
    id: string;
    /**
     * The questions concerned, by id.
     */
    questions: string[];
}
/**
 * A figure before and after.
 */
export interface EffectChange {
    id: string;
    state: EffectState;
    /**
     * In hundredths of a percent of the figure before; null unless the state is `known`.
     */
    improvement: number | null;
}
/**
 * How much is known of a change.
 */
export type EffectState = "known" | "no-percentage" | "open" | "not-applicable";
/**
 * How a reading of a published condition came to its verdict.
 */
export interface Working {
    /**
     * Id of the published condition.
     */
    criterion: string;
    /**
     * Id of the reading.
     */
    reading: string;
    demand: Demand;
    /**
     * The published number.
     */
    atLeast: number;
    source: Citation;
    /**
     * Whether it rests on answers that contradict each other.
     */
    toBeCleared: boolean;
    answers: KnownAnswer[];
}
/**
 * What a reading demands of its questions.
 */
export type Demand = "sum-of" | "each-of";
/**
 * Between which numbers the true answer of a question lies.
 */
export interface KnownAnswer {
    /**
     * Its id.
     */
    question: string;
    low: number;
    high: number;
    /**
     * Whether it is answered.
     */
    given: boolean;
    /**
     * The question, by id, whose answer says something of this one.
     */
    impliedBy: string | null;
}
/**
 * Where a number or a rule comes from.
 */
export interface Citation {
    /**
     * Its id among the sources of the standard.
     */
    document: string;
    /**
     * Whether the clause itself was read.
     */
    clauseSeen: boolean;
    grade: Grade;
}
/**
 * What one item adds to the index. The fractions `numerator / denominator` of all steps add up to `index.value` before
 * it is rounded down; `low` and `high` likewise.
 */
export interface TraceStep {
    /**
     * Id of the element.
     */
    dimension: string;
    /**
     * Id of the question or rate.
     */
    item: string;
    answers: TraceAnswer[];
    rule: Rule;
    source: Citation;
    /**
     * 0 to 10000; null while open or not applicable.
     */
    points: Fraction | null;
    /**
     * What is divided.
     */
    numerator: number;
    /**
     * What it is divided by.
     */
    denominator: number;
    low: Fraction;
    high: Fraction;
}
/**
 * An answer on which an item rests.
 */
export interface TraceAnswer {
    /**
     * Its id.
     */
    question: string;
    state: State;
    /**
     * Null where there is no value.
     */
    value: AnswerValue | null;
}
/**
 * How a question stands.
 */
export type State = "answered" | "unknown" | "not-answered" | "not-applicable" | "closed" | "other-track";
/**
 * By which rule an answer got its points.
 */
export type Rule = "option" | "yes-no" | "share-of-options" | "rate" | "rate-above-total" | "closed" | "open" | "not-applicable";
/**
 * A fraction that is not negative. The denominator is at least 1; both are below 2^53.
 */
export interface Fraction {
    /**
     * What is divided.
     */
    numerator: number;
    /**
     * What it is divided by.
     */
    denominator: number;
}
/**
 * The ways to a target.
 */
export interface Plans {
    format: "readiness-check/plan";
    version: 1;
    /**
     * Its id.
     */
    standard: string;
    /**
     * Release of the engine.
     */
    engine: string;
    /**
     * Up to three; null where the target is out of reach. One without steps: it is reached already.
     */
    plans: Plan[] | null;
    /**
     * Null where there are plans.
     */
    outOfReach: OutOfReach | null;
}
/**
 * A set of changes that reaches the target, none of them needless.
 */
export interface Plan {
    /**
     * What no other plan does better.
     */
    merits: Merit[];
    /**
     * In hundredths of its unit, or of effort points.
     */
    money: number;
    /**
     * In hundredths of a month, or of effort points.
     */
    months: number;
    /**
     * Lower bound of the index; null where nothing applies.
     */
    index: Rise | null;
    /**
     * What opens a question stands before it.
     */
    steps: PlanStep[];
}
/**
 * What no other plan does better.
 */
export type Merit = "cheapest" | "fastest" | "fewest";
/**
 * A lower bound of the index, in hundredths of a percent.
 */
export interface Rise {
    before: number;
    after: number;
}
/**
 * One change of a plan.
 */
export interface PlanStep {
    /**
     * Its id.
     */
    question: string;
    /**
     * Whether its answer was open, so that it starts at its worst.
     */
    open: boolean;
    from: PlanValue | null;
    to: PlanValue | null;
    /**
     * How many rises that is.
     */
    rises: number;
    /**
     * The whole that rises with its part.
     */
    brings: Brings | null;
    /**
     * Cost of all its rises, in hundredths of its unit, or of effort points.
     */
    money: number;
    /**
     * Time of all its rises, in hundredths of a month, or of effort points.
     */
    months: number;
    /**
     * Lower bound of the index before this step and after it; null where nothing applies.
     */
    index: Rise | null;
    /**
     * Readings that would not be met without it.
     */
    meets: ReadingOf[];
    /**
     * Later steps of the plan, by their questions, that can only be taken because of this one.
     */
    opens: string[];
}
/**
 * A number (in hundredths where the question takes decimals), yes or no, the id of an option, or how many options are
 * chosen.
 */
export type PlanValue = number | boolean | string;
/**
 * The whole that rises with its part.
 */
export interface Brings {
    /**
     * Its id.
     */
    question: string;
    from: number;
    to: number;
}
/**
 * A reading of a published condition.
 */
export interface ReadingOf {
    /**
     * Id of the condition.
     */
    criterion: string;
    /**
     * Id of the reading.
     */
    reading: string;
}
/**
 * A target that cannot be reached.
 */
export interface OutOfReach {
    /**
     * The greatest lower bound of the index that can be reached, in hundredths of a percent.
     */
    index: number | null;
    /**
     * Whether the mark of the index itself is out of reach.
     */
    indexShort: boolean;
    elements: ShortElement[];
    /**
     * Chosen readings that cannot be met.
     */
    readings: ReadingOf[];
    blockers: Blocker[];
}
/**
 * An element that falls short of its mark, both in hundredths of a percent.
 */
export interface ShortElement {
    id: string;
    mark: number;
    /**
     * The greatest lower bound that can be reached.
     */
    reaches: number;
}
/**
 * What stands in the way of a target.
 */
export interface Blocker {
    /**
     * The question that would have to rise, or the total that is open, by id.
     */
    question: string;
    why: Why;
}
/**
 * Why something cannot be raised.
 */
export type Why = "total-open" | "not-applicable" | "no-price" | "bound";
/**
 * The same by ids, as a page gets it.
 */
export type CheckResult = { result: "same" } | { result: "altered"; track: boolean; questions: string[] } | { result: "other-edition" };
// What was made ends here.
