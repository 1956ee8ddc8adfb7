//! Taking all answers away.

use super::State;
use crate::widget::action::Focus;
use crate::widget::draft::Draft;
use std::rc::Rc;

/// How answers are cleared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clearing {
    /// They can be brought back.
    StartOver,
    /// For good, with those that were replaced.
    Wipe,
}

impl State {
    /// Asks whether the answers are to be cleared like this.
    pub(super) fn ask(&mut self, clearing: Clearing) {
        self.asking = Some(clearing);
        self.wish(Focus::StartOver);
    }

    /// Nothing of the visitor stays, the names for the paper included.
    pub(super) fn wipe(&mut self) {
        let standard = self.standard.clone();
        let focus = self.focus;
        *self = State::new(standard.clone(), Rc::new(Draft::new(&standard)));
        self.focus = focus;
        self.wish(Focus::Heading);
    }
}
