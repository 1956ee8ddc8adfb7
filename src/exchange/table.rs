//! Answers as a table for spreadsheet programs: CSV, one row a question, words in the language of the file.
//!
//! Read back are the columns `id`, `answer`, `standard` and `track`; a unit is compared, the rest is for people. A row
//! that is missing, or has no answer, is a question that is not answered.

use crate::lang::Lang;

mod cell;
mod fault;
mod read;
mod rows;
mod write;

pub use fault::{TableFault, Wrong};
pub use read::read;
pub use write::write;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Id of the question.
    Id,
    /// The question, for people.
    Text,
    /// The answer, in words that are read back.
    Answer,
    /// The unit of a number.
    Unit,
    /// Where the question comes from, for people.
    Source,
    /// What the answer brings, of 100, for people.
    Points,
    /// Id of the standard.
    Standard,
    /// Id of the track.
    Track,
}

impl Column {
    /// Every column, in the order in which they are written.
    pub const ALL: [Column; 8] = [
        Column::Id,
        Column::Text,
        Column::Answer,
        Column::Unit,
        Column::Source,
        Column::Points,
        Column::Standard,
        Column::Track,
    ];

    /// Those that must be there.
    const NEEDED: [Column; 4] = [Column::Id, Column::Answer, Column::Standard, Column::Track];

    /// Its name in the first row.
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh_cn, en) = match self {
            Column::Id => ("编号", "id"),
            Column::Text => ("题目", "text"),
            Column::Answer => ("答案", "answer"),
            Column::Unit => ("单位", "unit"),
            Column::Source => ("依据", "source"),
            Column::Points => ("得分", "points"),
            Column::Standard => ("标准", "standard"),
            Column::Track => ("类型", "track"),
        };
        match lang {
            Lang::ZhCn => zh_cn,
            Lang::En => en,
        }
    }
}
