//! Taking all answers away.

use super::State;
use crate::widget::action::{Clearing, Focus};
use crate::widget::draft::Draft;
use std::rc::Rc;

impl State {
    /// Asks whether the answers are to be cleared like this.
    pub(super) fn ask(&mut self, clearing: Clearing) {
        self.asking = Some(clearing);
        self.wish(Focus::StartOver);
    }

    /// Nothing of the visitor stays, the names for the paper included.
    pub(super) fn wipe(&mut self) {
        let standard = self.standard.clone();
        let (focus, kept, dates) = (self.focus, self.kept.wiped(), self.dates.clone());
        *self = State::new(standard.clone(), Rc::new(Draft::new(&standard)));
        self.focus = focus;
        (self.kept, self.dates) = (Rc::new(kept), dates);
        self.wish(Focus::Heading);
    }
}
