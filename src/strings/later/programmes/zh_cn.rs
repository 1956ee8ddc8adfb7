use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "哪个项目跟我们有关",
};
