/** A text of a standard in both languages. */
export interface Text { "zh-CN": string; en: string }
/** Where a rule or a number comes from. Grades: S, V, 2, D, M, X, own (see the README). */
export interface Basis { source: string; clause: "not-seen" | "not-noted" | Text; grade: "S" | "V" | "2" | "D" | "M" | "X" | "own" }
/** A number from a document. */
export interface Figure extends Basis { value: number; unit?: string; relation?: "at-least" | "more-than" | "figure"; note?: Text }
export interface StandardInfo {
  id: string;
  edition: string;
  title: Text;
  date?: string;
  /** The standard whose questionnaire, and all else that is not its own, this edition takes over. */
  basedOn?: string;
  standing: "in-force" | "historical" | "draft" | "unknown";
}
export interface Question {
  id: string;
  kind: "count" | "number" | "yes-no" | "one-of" | "many-of";
  /** Absent: every track. */
  tracks?: string[];
  element?: string;
  weight?: number;
  /** count: whole numbers; number: at most two decimals. */
  min?: number;
  max?: number;
  unit?: Text;
  /** The unit after 1, where that is another word. */
  unitOne?: Text;
  /** one-of: worst first, best last; many-of: no order, each further one is better. */
  options?: { id: string; points?: number; text: Text }[];
  better: "higher" | "lower" | "none";
  notApplicable?: boolean;
  askedIf?: { question: string; atLeast?: string };
  /** Who in a firm can answer, by id; where the standard names departments. */
  department?: string;
  /** How much work it is to raise the answer by one step, by id; where the standard says. */
  effort?: string;
  text: Text;
  counts: Text;
  countsNot: Text;
  asOf: Text;
  example: Text;
  evidence: Text[];
  basis: Basis;
  references?: Figure[];
}
export interface StandardDescription {
  id: string;
  edition: string;
  title: Text;
  tracks: { id: string; title: Text; about: Text }[];
  questions: Question[];
  [more: string]: unknown;
}
export type AnswerValue = number | boolean | string | string[];
export interface AnswerDocument {
  format: "readiness-check/answers";
  version: 1;
  standard: string;
  track: string;
  answers: Record<string, AnswerValue>;
  notes?: Record<string, unknown>;
  evidence?: Record<string, unknown>;
  profile?: Record<string, unknown>;
  costs?: Record<string, unknown>;
}
export type Verdict = "met" | "not-met" | "unknown" | "depends";
export interface Fraction { numerator: number; denominator: number }
/** Hundredths of a percent; null where nothing applies. */
export interface Range { value: number | null; low: number | null; high: number | null }
export interface Assessment {
  format: "readiness-check/assessment";
  version: 1;
  standard: string;
  engine: string;
  track: string;
  progress: { questions: number; answered: number; open: number };
  published: null | {
    verdict: Verdict;
    criteria: { id: string; verdict: Verdict; readings: { id: string; verdict: Verdict }[] }[];
  };
  /** The widget's own index, never the standard's score. */
  index: Range & { dimensions: (Range & { id: string })[] };
  contradictions: { id: string; questions: string[] }[];
  /** Improvement in hundredths of a percent of the figure before. */
  effects: { id: string; state: "known" | "no-percentage" | "open" | "not-applicable"; improvement: number | null }[];
  /** How each reading came to its verdict. */
  workings: {
    criterion: string;
    reading: string;
    demand: "sum-of" | "each-of";
    atLeast: number;
    source: { document: string; clauseSeen: boolean; grade: Basis["grade"] };
    toBeCleared: boolean;
    answers: { question: string; low: number; high: number; given: boolean; impliedBy: string | null }[];
  }[];
  /** Every point. The fractions `numerator / denominator` of all lines add up to `index.value` before it is rounded down; `low` and `high` likewise. */
  trace: (Fraction & {
    dimension: string;
    item: string;
    answers: { question: string; state: string; value: number | boolean | string | string[] | null }[];
    rule: "option" | "yes-no" | "share-of-options" | "rate" | "rate-above-total" | "closed" | "open" | "not-applicable";
    source: { document: string; clauseSeen: boolean; grade: Basis["grade"] };
    /** 0 to 10000; null while open or not applicable. */
    points: Fraction | null;
    low: Fraction;
    high: Fraction;
  })[];
}
/** What the functions throw. */
export interface Fault extends Error { code: string; path: string }

/** Loads what the functions below need; the default standard if none is named. */
export function ready(standard?: string): Promise<void>;
export function standards(): StandardInfo[];
export function describe(standard: string): StandardDescription;
export function assess(answers: AnswerDocument): Assessment;
/** The cheapest, the fastest and the shortest way to the target in `answers.costs`; by default to the published conditions under every reading, at our effort points. */
export function plan(answers: AnswerDocument): Plans;

export interface Plans {
  format: "readiness-check/plan";
  version: 1;
  standard: string;
  engine: string;
  /** Up to three; `null` where the target is out of reach. One without steps: it is reached already. */
  plans: { steps: { question: string }[] }[] | null;
  outOfReach: object | null;
}

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
