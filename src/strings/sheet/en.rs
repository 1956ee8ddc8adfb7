use super::Words;

pub const WORDS: Words = Words {
    track: "Type of production",
    notes: "Notes",
    evidence: "Evidence",
    profile: "Facts of the firm",
    costs: "Costs and target",
    plant: "Plant or workshop",
    figures_as_of: "Figures as of",
    name: "Name of the assessment",
    within: "{0}: {1}",
};
