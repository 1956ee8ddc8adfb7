use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "材料和待办",
};
