//! The plan for the answers at hand.

use super::State;
use crate::plan::{Costing, Outcome, Target};
use std::rc::Rc;

impl State {
    /// The cheapest plans for a target, or why there is none.
    pub fn plan(&self, target: &Target, costing: &Costing) -> Rc<Outcome> {
        let answers = &self.draft.sheet.answers;
        self.planned.plan(&self.standard, answers, target, costing)
    }
}
