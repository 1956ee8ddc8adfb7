//! What a single other answer would turn.

use crate::assess::Verdict;

/// Something that a single other answer would turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The published conditions together.
    Whole {
        /// As it is.
        from: Verdict,
        /// As it would be.
        to: Verdict,
    },
    /// A published condition, by its index.
    Criterion {
        /// Index of the criterion.
        criterion: usize,
        /// As it is.
        from: Verdict,
        /// As it would be.
        to: Verdict,
    },
    /// A published condition under one reading.
    Reading {
        /// Index of the criterion.
        criterion: usize,
        /// Index of its reading.
        reading: usize,
        /// As it is.
        from: Verdict,
        /// As it would be.
        to: Verdict,
    },
}

impl Change {
    /// Whether two changes are of the same thing.
    pub(super) fn is_of(&self, other: &Change) -> bool {
        match (self, other) {
            (Change::Whole { .. }, Change::Whole { .. }) => true,
            (Change::Criterion { criterion: a, .. }, Change::Criterion { criterion: b, .. }) => a == b,
            (
                Change::Reading {
                    criterion: a,
                    reading: c,
                    ..
                },
                Change::Reading {
                    criterion: b,
                    reading: d,
                    ..
                },
            ) => (a, c) == (b, d),
            _ => false,
        }
    }
}
