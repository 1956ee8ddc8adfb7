//! Editions side by side: the same answers under each, and what becomes of them on the way from one to another. Pure;
//! everything is by id, so that two editions need share nothing else.

use crate::answers::Answers;
use crate::assess::{Assessment, assess};
use crate::standard::{Criterion, Standard};

mod carry;

pub use carry::{AskAgain, Carried, Carry, Conversion, Fate, carry};

/// An edition, and what the answers come to under it.
#[derive(Debug)]
pub struct Edition<'a> {
    /// The edition.
    pub standard: &'a Standard,
    /// The answers as they were carried over to it.
    pub carried: Carried,
    /// What they come to.
    pub assessment: Assessment,
}

/// A published condition across the editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// For each edition, its index into the criteria and the conditions there; `None` where the edition has it not.
    pub at: Vec<Option<usize>>,
}

/// How a condition differs from one edition to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Neither has it.
    Absent,
    /// The same figure.
    Same,
    /// A greater figure.
    Raised,
    /// A smaller figure.
    Lowered,
    /// Only the later one has it.
    Added,
    /// Only the earlier one has it.
    Removed,
}

/// Several editions side by side.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The editions, in the order in which they were given.
    pub editions: Vec<Edition<'a>>,
    /// Every condition that one of them has, in the order of the first edition that has it.
    pub rows: Vec<Row>,
}

impl<'a> Comparison<'a> {
    /// The condition of a row in an edition.
    pub fn criterion(&self, row: &Row, edition: usize) -> Option<&'a Criterion> {
        let standard = self.editions.get(edition)?.standard;
        row.at
            .get(edition)
            .copied()
            .flatten()
            .map(|index| &standard.criteria[index])
    }

    /// How a condition differs between two editions, by its figure.
    pub fn change(&self, row: &Row, earlier: usize, later: usize) -> Change {
        let [earlier, later] = [earlier, later].map(|edition| self.criterion(row, edition));
        match (earlier, later) {
            (None, None) => Change::Absent,
            (None, Some(_)) => Change::Added,
            (Some(_), None) => Change::Removed,
            (Some(earlier), Some(later)) => match later.at_least.value.cmp(&earlier.at_least.value) {
                std::cmp::Ordering::Less => Change::Lowered,
                std::cmp::Ordering::Equal => Change::Same,
                std::cmp::Ordering::Greater => Change::Raised,
            },
        }
    }
}

/// Puts answers to `from` under each of the editions.
pub fn compare<'a>(from: &Standard, answers: &Answers, editions: &[&'a Standard]) -> Comparison<'a> {
    let mut rows: Vec<Row> = Vec::new();
    for (place, standard) in editions.iter().enumerate() {
        for (index, criterion) in standard.criteria.iter().enumerate() {
            let known = rows.iter().position(|row| row.id == criterion.id);
            let row = known.unwrap_or_else(|| {
                rows.push(Row {
                    id: criterion.id.clone(),
                    at: vec![None; editions.len()],
                });
                rows.len() - 1
            });
            rows[row].at[place] = Some(index);
        }
    }
    let edition = |standard: &'a Standard| {
        let carried = carry(answers, from, standard);
        Edition {
            assessment: assess(standard, &carried.answers),
            standard,
            carried,
        }
    };
    Comparison {
        editions: editions.iter().map(|standard| edition(standard)).collect(),
        rows,
    }
}
