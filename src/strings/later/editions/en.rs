use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "The 2017 edition beside that of 2018",
};
