//! The cheapest path.

use super::super::words;
use crate::lang::Lang;

mod en;
mod zh_cn;

words! {
    /// The words of the screen.
    Words {
        heading,
    }
}

impl Words {
    /// The words as they are written here.
    pub const fn authored(lang: Lang) -> Words {
        match lang {
            Lang::ZhCn => zh_cn::WORDS,
            Lang::En => en::WORDS,
        }
    }
}
