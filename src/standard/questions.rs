//! What is asked: tracks, elements, questions, and the rates that are worked out from two of them.

use super::{Basis, Figure, Hundredths};
use crate::lang::Text;
use serde::Serialize;

/// The tracks that something belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tracks(pub(super) u32);

impl Tracks {
    /// Whether track number `track` is among them.
    pub fn contains(self, track: usize) -> bool {
        track < 32 && self.0 & 1 << track != 0
    }

    pub(super) fn covers(self, other: Tracks) -> bool {
        other.0 & !self.0 == 0
    }
}

/// A kind of firm that the standard treats apart.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Track {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// For whom it is.
    pub about: Text,
}

/// A part of the index: a group of questions, on one page.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// Its id.
    pub id: String,
    /// The tracks that have it.
    pub tracks: Tracks,
    /// Its name.
    pub title: Text,
    /// What it is about.
    pub about: Text,
    /// Its weight in the index.
    pub weight: i64,
    /// Where the element comes from.
    pub basis: Basis,
}

/// A choice of a question.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Points from 0 to 10000 for one-of; unused for many-of, where each choice brings the same.
    pub points: i64,
    /// What it says.
    pub text: Text,
}

/// Those in a firm who can answer a question.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Department {
    /// Its id.
    pub id: String,
    /// Its name, as firms use it.
    pub title: Text,
}

/// How much work it is to raise an answer by one step: an option up, one more choice, one more of a count.
#[derive(Clone, Debug, Default)]
pub struct Effort {
    /// Its id.
    pub id: String,
    /// What it means.
    pub title: Text,
    /// Points that stand for the work, from 1 to 1000: no money and no time.
    pub points: i64,
    /// Where it comes from.
    pub basis: Basis,
}

/// What kind of answer a question takes.
#[derive(Clone, Debug, Default)]
pub enum Kind {
    /// A whole number.
    Count {
        /// Least value.
        min: i64,
        /// Greatest value.
        max: i64,
        /// Its unit.
        unit: Text,
    },
    /// A number with at most two decimals.
    Number {
        /// Least value.
        min: Hundredths,
        /// Greatest value.
        max: Hundredths,
        /// Its unit.
        unit: Text,
    },
    /// Yes or no.
    #[default]
    YesNo,
    /// One of the choices: worst first, best last.
    OneOf(Vec<Choice>),
    /// Any number of the choices, none included.
    ManyOf(Vec<Choice>),
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Better {
    /// More is better; for yes-no, yes is.
    Higher,
    /// Less is better.
    Lower,
    /// A mere fact.
    #[default]
    None,
}

/// The answer of another question on which it depends whether a question is asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct AskedIf {
    /// Index of the other question, which stands earlier.
    pub question: usize,
    /// Its least choice that opens the question; none for a yes-no question, where yes does.
    pub at_least: Option<usize>,
}

/// A question.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Its id, on which saved files rely.
    pub id: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The tracks that have it.
    pub tracks: Tracks,
    /// The element on whose page it stands; none on the pages of published conditions and effects.
    pub element: Option<usize>,
    /// Its weight in the element; 0 where it gives no points itself.
    pub weight: i64,
    /// Which way is better.
    pub better: Better,
    /// Whether "does not apply" may be answered.
    pub not_applicable: bool,
    /// Index of the department that can answer; none where the standard names no departments.
    pub department: Option<usize>,
    /// Index of the effort of raising its answer by one step; none where the standard names no efforts or the answer
    /// cannot be raised.
    pub effort: Option<usize>,
    /// When it is asked; always where there is none.
    pub asked_if: Option<AskedIf>,
    /// Its unit after 1, where that is another word: 1 patent, 2 patents.
    pub unit_one: Option<Text>,
    /// The question itself.
    pub text: Text,
    /// What decides the answer, in short, where what counts takes several sentences; a part of it.
    pub hint: Option<Text>,
    /// What the number is of, in a word or two, where several stand in a line; none where its unit says so.
    pub label: Option<Text>,
    /// What is to be done to raise the answer, `{0}` being by how much; none where the standard does not say.
    pub action: Option<Text>,
    /// What counts.
    pub counts: Text,
    /// What does not count.
    pub counts_not: Text,
    /// Which year's or which state's figure is meant.
    pub as_of: Text,
    /// An example.
    pub example: Text,
    /// The papers that would prove the answer.
    pub evidence: Vec<Text>,
    /// Where it comes from.
    pub basis: Basis,
    /// Published figures beside it.
    pub references: Vec<Figure>,
}

impl Kind {
    /// The unit of a number, in hundredths of it; none of what is no number.
    pub(crate) fn unit<'a>(&'a self, one: Option<&'a Text>, number: Hundredths) -> Option<&'a Text> {
        let (Kind::Count { unit, .. } | Kind::Number { unit, .. }) = self else {
            return None;
        };
        Some(one.filter(|_| number == 100).unwrap_or(unit))
    }
}

impl Question {
    /// The unit of a number, in hundredths of it; none of what is no number.
    pub fn unit(&self, number: Hundredths) -> Option<&Text> {
        self.kind.unit(self.unit_one.as_ref(), number)
    }
}

/// A rate: a part divided by a total, both counts that are asked.
#[derive(Clone, Debug, Default)]
pub struct Rate {
    /// Its id.
    pub id: String,
    /// The tracks that have it.
    pub tracks: Tracks,
    /// Index of its element.
    pub element: usize,
    /// Its weight in the element.
    pub weight: i64,
    /// Its name.
    pub title: Text,
    /// Index of the question that gives the part.
    pub part: usize,
    /// Index of the question that gives the total, never 0.
    pub total: usize,
    /// Where it comes from.
    pub basis: Basis,
    /// Published figures beside it.
    pub references: Vec<Figure>,
}
