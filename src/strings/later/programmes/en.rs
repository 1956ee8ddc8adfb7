use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "Which programme is ours",
};
