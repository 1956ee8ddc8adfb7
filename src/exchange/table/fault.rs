//! What is wrong with a table, and where.

use super::super::text::TextFault;
use super::Column;
use crate::answers::TypedFault;
use std::fmt;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The file has no text that can be read.
    Unreadable(TextFault),
    /// The first row does not name the columns, with whatever separator.
    NoHeader,
    /// A column that must be there is missing.
    MissingColumn(Column),
    /// A column stands twice.
    RepeatedColumn(Column),
    /// A quotation mark is never closed.
    OpenQuote,
    /// There is more in the row than the first row has columns.
    TooManyCells,
    /// There is an answer, and no id.
    MissingId,
    /// The standard has no such question.
    UnknownQuestion(String),
    /// The question stands in an earlier line already.
    RepeatedQuestion(u64),
    /// The standard is not among those that are loaded.
    UnknownStandard(String),
    /// The standard has no such track.
    UnknownTrack(String),
    /// The row is of another standard or track than the first one.
    DiffersFromFirst(String),
    /// The question is not answered with "does not apply".
    MustApply,
    /// It is neither yes nor no.
    NotYesNo,
    /// It is none of the options, or could be several of them.
    UnknownOption(String),
    /// An option stands twice.
    RepeatedOption(String),
    /// It is no number that the question takes.
    Number(TypedFault),
    /// The unit is not that of the question.
    OtherUnit(String),
    /// There is no row below the first one, or none has an id.
    NoRows,
    /// There are more faults than are listed.
    More,
}

/// A fault of a table. Lines and columns count from 1; 0 stands for the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFault {
    /// The line of the file.
    pub line: u64,
    /// The column.
    pub column: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

impl Wrong {
    /// Stable name of the kind of fault, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Wrong::Unreadable(fault) => fault.code(),
            Wrong::NoHeader => "no-header",
            Wrong::MissingColumn(_) => "missing-column",
            Wrong::RepeatedColumn(_) => "repeated-column",
            Wrong::OpenQuote => "open-quote",
            Wrong::TooManyCells => "too-many-cells",
            Wrong::MissingId => "missing-id",
            Wrong::UnknownQuestion(_) => "unknown-question",
            Wrong::RepeatedQuestion(_) => "repeated-question",
            Wrong::UnknownStandard(_) => "other-standard",
            Wrong::UnknownTrack(_) => "unknown-track",
            Wrong::DiffersFromFirst(_) => "differing-rows",
            Wrong::MustApply => "not-applicable-refused",
            Wrong::NotYesNo => "not-yes-no",
            Wrong::UnknownOption(_) => "unknown-option",
            Wrong::RepeatedOption(_) => "repeated-option",
            Wrong::Number(_) => "bad-number",
            Wrong::OtherUnit(_) => "other-unit",
            Wrong::NoRows => "no-rows",
            Wrong::More => "more-faults",
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::Unreadable(fault) => fault.fmt(f),
            Wrong::NoHeader => f.write_str("the first row does not name the columns: expected at least id and answer, as this tool writes them"),
            Wrong::MissingColumn(column) => write!(f, "the column \"{}\" is missing", column.name(crate::lang::Lang::En)),
            Wrong::RepeatedColumn(column) => write!(f, "the column \"{}\" stands twice", column.name(crate::lang::Lang::En)),
            Wrong::OpenQuote => f.write_str("a quotation mark is never closed: write each one in a cell twice"),
            Wrong::TooManyCells => f.write_str("there is more in this row than there are columns: a cell with a separator stands in quotation marks"),
            Wrong::MissingId => f.write_str("there is an answer without the id of its question"),
            Wrong::UnknownQuestion(id) => write!(f, "the standard has no question \"{id}\""),
            Wrong::RepeatedQuestion(line) => write!(f, "the question stands in line {line} already"),
            Wrong::UnknownStandard(id) if id.is_empty() => f.write_str("the row does not name its standard"),
            Wrong::UnknownTrack(id) if id.is_empty() => f.write_str("the row does not name its track"),
            Wrong::UnknownStandard(id) => write!(f, "the standard \"{id}\" is not loaded"),
            Wrong::UnknownTrack(id) => write!(f, "the standard has no track \"{id}\""),
            Wrong::DiffersFromFirst(first) => write!(f, "expected \"{first}\" as in the first row: one file has the answers of one standard and track"),
            Wrong::MustApply => f.write_str("the question cannot be answered with \"does not apply\""),
            Wrong::NotYesNo => f.write_str("expected yes or no"),
            Wrong::UnknownOption(option) => write!(f, "there is no option \"{option}\", or more than one: write its text as it stands in the questionnaire, or its id"),
            Wrong::RepeatedOption(option) => write!(f, "the option \"{option}\" stands twice"),
            Wrong::Number(fault) => fault.fmt(f),
            Wrong::OtherUnit(unit) => write!(f, "the unit of this question is \"{unit}\": write the number in it"),
            Wrong::NoRows => f.write_str("there is no question in the file"),
            Wrong::More => f.write_str("there are more faults; mend these first"),
        }
    }
}

impl fmt::Display for TableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (0, _) => {}
            (line, 0) => write!(f, "line {line}: ")?,
            (line, column) => write!(f, "line {line}, column {column}: ")?,
        }
        self.wrong.fmt(f)
    }
}

impl std::error::Error for TableFault {}
