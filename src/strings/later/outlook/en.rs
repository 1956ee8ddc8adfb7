use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "What is already certain",
};
