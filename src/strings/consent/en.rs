use super::Words;

pub const WORDS: Words = Words {
    heading: "Let this page read the result",
    off: "The self-check hands neither your answers nor the result to this page unless you agree.",
    ask: "Let this page read them …",
    title: "Let this page read your answers and the result?",
    host: "The page belongs to {0}.",
    host_file: "The page is a file opened on this device; it belongs to no web site.",
    host_none: "The page has no address of its own.",
    fields: "If you agree, it can read:",
    field_answers: "your answers and the type of production",
    field_notes: "your notes",
    field_evidence: "the supporting documents: their names, whether they are at hand, who holds them, their dates",
    field_profile: "your firm: plant, date of the figures, industries, facts of the firm",
    field_costs: "your own costs and times, and the target of the improvement plan",
    field_assessment: "the assessment: the verdict on each published condition, the index with its range, rates and improvements, contradictions, where every part of the index comes from",
    nothing_else: "The self-check hands over nothing else by its interface; not, for example, the names entered for printing.",
    how_long: "This holds until you stop sharing, leave the page or start with other answers, also for what you change meanwhile. Unless you agree, the self-check hands over nothing by its interface; a script that runs in this page is technically able to read what the page shows and stores.",
    no_return: "What becomes of what it has read is up to the page: to stop sharing does not undo that.",
    agree: "Agree",
    refuse: "Do not share",
};
