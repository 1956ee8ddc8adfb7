use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "Papers and to-do list",
};
