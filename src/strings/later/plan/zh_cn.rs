use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "怎么走最省",
};
