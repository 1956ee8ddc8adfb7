use super::Words;

pub(super) const WORDS: Words = Words {
    heading: "2017年本和2018年本对照",
};
