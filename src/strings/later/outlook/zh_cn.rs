use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "哪些已经确定",
};
