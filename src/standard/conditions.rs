//! Published conditions, which answers bound each other, and figures before and after.

use super::{Basis, Figure};
use crate::lang::Text;
use serde::Serialize;

/// What a reading demands of its questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Demand {
    /// Their sum reaches the figure.
    #[default]
    SumOf,
    /// Each of them reaches it.
    EachOf,
}

/// One way to understand a published condition.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: Text,
    /// What it demands.
    pub demand: Demand,
    /// Indexes of the questions, all of them counts.
    pub questions: Vec<usize>,
}

/// A published condition.
#[derive(Clone, Debug, Default)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// The published number, a whole one.
    pub at_least: Figure,
    /// The ways to understand it; at least one.
    pub readings: Vec<Reading>,
    /// What the published text leaves open.
    pub notes: Vec<Text>,
}

/// A part can never be more than its whole, so one answer says something of the other.
#[derive(Clone, Debug, Default)]
pub struct PartOfWhole {
    /// Its id, which is that of the contradiction.
    pub id: String,
    /// Index of the question that gives the part.
    pub part: usize,
    /// Index of the question that gives the whole.
    pub whole: usize,
    /// The contradiction, phrased as a question.
    pub text: Text,
}

/// A figure of the plant before and after its upgrade; it has no pass mark.
#[derive(Clone, Debug, Default)]
pub struct Effect {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Whether an improvement goes up.
    pub up: bool,
    /// Index of the question before.
    pub before: usize,
    /// Index of the question after.
    pub after: usize,
    /// Where it comes from.
    pub basis: Basis,
    /// Published figures beside it, in percent of improvement.
    pub references: Vec<Figure>,
}
