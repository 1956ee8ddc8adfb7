use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "The cheapest way forward",
};
