// Every name that somebody outside may rely on. Adding one is a decision, removing one needs a new version; so a name
// that appears or disappears without being changed here is a fault.

/** Of the module. */
export const EXPORTS = ["assess", "check", "checkDigits", "decode", "describe", "encode", "openFile", "plan", "ready", "standards"];
/** Of the types. */
export const TYPES = [
  "AnswerDocument", "AnswerKind", "AnswerValue", "AskedIf", "Assessment", "Basis", "Better", "Blocker", "Brings",
  "CheckResult", "Choice", "Citation", "Clause", "Contradiction", "ContradictionRule", "Criterion", "Demand", "Department",
  "Dimension", "Direction", "Effect", "EffectChange", "EffectState", "Effort", "Fault", "Figure", "Fraction", "Grade",
  "Index", "IndexElement", "JudgedCriterion", "JudgedReading", "KnownAnswer", "Linked", "Merit", "OutOfReach",
  "OwnChoices", "PartOfWhole", "Plan", "PlanStep", "PlanValue", "Plans", "Progress", "Published", "Question", "Range",
  "Rate", "ReadinessCheckElement", "Reading", "ReadingOf", "Relation", "Rise", "Rule", "RuleLimit", "RuleTest",
  "Said", "ShortElement", "Source", "StandardDescription", "StandardInfo", "Standing", "State", "Text", "TraceAnswer",
  "TraceStep", "Track", "Verdict", "Why", "Working",
];
/** Of the element. `style` is watched for the custom properties alone. */
export const ELEMENT = "readiness-check";
export const ATTRIBUTES = ["lang", "standard", "storage", "storage-key", "theme", "track", "header", "contact", "sharing", "history"];
export const WATCHED = [...ATTRIBUTES, "style"];
export const PROPERTIES = ["answers", "assessment"];
export const METHODS = ["reset"];
/** What the browser itself calls. */
export const CALLBACKS = ["adoptedCallback", "attributeChangedCallback", "connectedCallback", "disconnectedCallback"];
/** Events, with what their detail holds. */
export const EVENTS = {
  "readiness-change": ["answered", "questions"],
  "readiness-complete": [],
  "readiness-error": ["code", "message"],
  "readiness-ready": ["engine", "standard"],
};
/** Styles. */
export const CUSTOM_PROPERTIES = ["--readiness-check-accent", "--readiness-check-font", "--readiness-check-radius"];
export const PARTS = ["footer", "header", "primary", "widget"];
/** Keys in the host's storage: of a draft, of one under a name, of what could not be read, of the assessments beside it, and of when all is deleted. */
export const STORAGE_KEYS = [/^readiness-check:[^:]+$/, /^readiness-check:.+:[^:]+$/, /^readiness-check:.+:set-aside-\d+$/, /^readiness-check:.+:(kept|dates)$/];
/** Keys in the storage of a tab, beside those where `storage` says so: that a draft was seen there, and that others use this computer too. */
export const TAB_KEYS = [/^readiness-check:.+:visited$/, /^readiness-check:shared-computer$/];
/** The frame: the parameters of its address, and the messages in both directions. */
export const FRAME_SETTINGS = ["accent", "id", ...ATTRIBUTES.filter((name) => !/contact|sharing|history/.test(name)), "parent-origin"];
export const FRAME_SAYS = ["height", "id", "ns", "v"];
export const HOST_SAYS = ["ask", "ns", "v"];
