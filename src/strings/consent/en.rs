use super::Words;

pub const WORDS: Words = Words {
    heading: "Let this page read the result",
    off: "This page cannot read your answers or the result unless you agree.",
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
    nothing_else: "It can read nothing else through this tool; not, for example, the names entered for printing.",
    how_long: "This holds until you stop sharing or leave the page, also for what you change meanwhile. Unless you agree, nothing can be read.",
    no_return: "What becomes of what it has read is up to the page: to stop sharing does not undo that.",
    agree: "Agree",
    refuse: "Do not share",
};
