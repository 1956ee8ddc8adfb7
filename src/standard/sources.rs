//! Documents that something is cited from, and how far our knowledge of them goes.

use super::Hundredths;
use crate::lang::{Lang, Text};
use serde::Serialize;

/// How far our knowledge of a statement goes. The letters are those of the data files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Grade {
    /// `S`: stands in the announcement itself.
    #[serde(rename = "S")]
    Announcement,
    /// `V`: read in the document or in an official or press reprint of it.
    #[serde(rename = "V")]
    Verified,
    /// `2`: somebody else's summary; the original was not seen.
    #[serde(rename = "2")]
    Secondary,
    /// `D`: derived by arithmetic from the first two.
    #[serde(rename = "D")]
    Derived,
    /// `M`: remembered, unverified.
    #[serde(rename = "M")]
    Unverified,
    /// `X`: searched for and not found.
    #[default]
    #[serde(rename = "X")]
    NotFound,
    /// `own`: chosen by this project.
    #[serde(rename = "own")]
    Own,
}

impl Grade {
    /// Every grade with the letter that stands for it.
    pub const ALL: [(Grade, &'static str); 7] = [
        (Grade::Announcement, "S"),
        (Grade::Verified, "V"),
        (Grade::Secondary, "2"),
        (Grade::Derived, "D"),
        (Grade::Unverified, "M"),
        (Grade::NotFound, "X"),
        (Grade::Own, "own"),
    ];

    /// The letter that stands for the grade.
    pub fn letter(self) -> &'static str {
        Grade::ALL
            .iter()
            .find(|(grade, _)| *grade == self)
            .map_or("", |(_, letter)| letter)
    }
}

/// Whether a document is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Standing {
    /// `in-force`
    InForce,
    /// `historical`
    Historical,
    /// `draft`
    Draft,
    /// `unknown`
    #[default]
    Unknown,
}

/// In which languages the title of a document was read; in the others it is our translation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Original {
    /// In none: no text was seen.
    #[default]
    None,
    /// In this one.
    In(Lang),
    /// In both, as documents give them.
    Both,
}

impl Original {
    /// The words that the data have for it.
    pub const WORDS: [(Original, &'static str); 4] = [
        (Original::None, "none"),
        (Original::In(Lang::ZhCn), "zh-CN"),
        (Original::In(Lang::En), "en"),
        (Original::Both, "both"),
    ];

    /// The word that the data have for it.
    pub fn word(self) -> &'static str {
        let found = Original::WORDS.iter().find(|(original, _)| *original == self);
        found.map_or("", |(_, word)| word)
    }
}

/// A document that something is cited from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its id in the data.
    pub id: String,
    /// Document number, where it has one.
    pub number: Option<Text>,
    /// Who issued it, where known.
    pub issuers: Option<Text>,
    /// Date as far as known: a year, a month or a day.
    pub date: Option<String>,
    /// Its title.
    pub title: Text,
    /// Whether it is in force.
    pub standing: Standing,
    /// In which languages its title was read.
    pub original: Original,
    /// How far our knowledge of the document itself goes.
    pub grade: Grade,
    /// Its official address.
    pub address: Option<String>,
    /// Where it was read, if not at its official address: words to be shown, never a link.
    pub reprint: Option<Text>,
    /// What was read of it and what is open.
    pub note: Option<Text>,
}

/// The clause of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(
    feature = "types",
    derive(tsify::Tsify),
    tsify(type = "\"not-seen\" | \"not-noted\" | Text")
)]
pub enum Clause {
    /// The clause itself was not read.
    #[default]
    NotSeen,
    /// The text was read, and the number of the clause was not noted.
    NotNoted,
    /// Where it stands.
    #[serde(untagged)]
    At(Text),
}

/// Where a rule, a wording or a number comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// Index into [`Standard::sources`].
    pub source: usize,
    /// The clause.
    pub clause: Clause,
    /// How far our knowledge of it goes.
    pub grade: Grade,
}

/// How a figure is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Relation {
    /// This much or more.
    AtLeast,
    /// More than this.
    MoreThan,
    /// A mere figure.
    #[default]
    Figure,
}

/// A number from a document.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// The number, in hundredths of its unit.
    pub value: Hundredths,
    /// Its unit, such as `%`.
    pub unit: Option<String>,
    /// How it is meant.
    pub relation: Relation,
    /// Where it comes from.
    pub basis: Basis,
    /// What must be said with it.
    pub note: Option<Text>,
}
