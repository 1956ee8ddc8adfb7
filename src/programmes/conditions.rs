//! What a programme asks of a firm: conditions, how each is judged, and what must hold of which fact.

use crate::lang::Text;
use crate::standard::{Basis, Compare, Figure};

/// What must hold of a fact.
#[derive(Clone, Debug)]
pub struct Test {
    /// Index of the fact.
    pub fact: usize,
    /// How its number compares with the figure.
    pub compare: Compare,
    /// The published number, in the unit of the fact; none where the fact is yes-no, and yes is demanded.
    pub figure: Option<Figure>,
}

impl Default for Test {
    fn default() -> Test {
        Test {
            fact: 0,
            compare: Compare::Is,
            figure: None,
        }
    }
}

/// One way to understand a condition.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: Text,
    /// Where it comes from, if not from where its condition does.
    pub basis: Option<Basis>,
    /// It is met where all tests of one of these hold.
    pub any_of: Vec<Vec<Test>>,
    /// What else would do that cannot be told here; with it the reading is never "not met".
    pub or_else: Option<Text>,
}

/// How a condition is judged.
#[derive(Clone, Debug, Default)]
pub enum Check {
    /// Not here: it stands in words only, or its number is not published.
    #[default]
    Words,
    /// By its readings, at least one.
    Readings(Vec<Reading>),
    /// As the published condition of a standard.
    Criterion {
        /// Id of the standard.
        standard: String,
        /// Id of its criterion.
        criterion: String,
    },
}

/// A condition that a document puts on a firm or its project.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    /// Its id.
    pub id: String,
    /// Index of the category that it is for; for all where there is none.
    pub category: Option<usize>,
    /// What it is about; what it says, where it is not judged here.
    pub title: Text,
    /// Where it stands.
    pub basis: Basis,
    /// What must be said with it.
    pub note: Option<Text>,
    /// How it is judged.
    pub check: Check,
}

impl Condition {
    /// Every test of its readings.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        let readings = match &self.check {
            Check::Readings(readings) => readings.as_slice(),
            _ => &[],
        };
        readings
            .iter()
            .flat_map(|reading| reading.any_of.iter().flatten())
    }
}
