//! How many questions are answered, open and closed: counted here, and nowhere else.

use super::State;
use serde::Serialize;

/// How far the answers have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Progress {
    /// How many questions the track has, whatever the answers are.
    pub questions: usize,
    /// How many of them are answered, "does not apply" included.
    pub answered: usize,
    /// How many are missing or unknown.
    pub open: usize,
    /// How many are not asked, because another answer closes them.
    pub closed: usize,
}

impl Progress {
    pub(super) fn of(states: &[State]) -> Progress {
        let mut progress = Progress::default();
        for state in states {
            progress.count(*state);
        }
        progress
    }

    /// Counts a question in.
    pub fn count(&mut self, state: State) {
        self.questions += usize::from(state != State::OtherTrack);
        match state {
            State::OtherTrack => {}
            State::Closed => self.closed += 1,
            state if state.is_open() => self.open += 1,
            _ => self.answered += 1,
        }
    }

    /// How many questions are asked: answered or open.
    pub fn asked(&self) -> usize {
        self.answered + self.open
    }
}
