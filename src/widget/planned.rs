//! The plan for the answers at hand, worked out once: many things are drawn anew that do not change it.

use crate::answers::Answers;
use crate::plan::{Costing, Outcome, Target, plan};
use crate::standard::Standard;
use std::cell::RefCell;
use std::rc::Rc;

/// The last plan that was asked for, and what for; shared by the states that follow each other.
#[derive(Clone, Debug, Default)]
pub struct Planned(Rc<RefCell<Option<Known>>>);

#[derive(Debug)]
struct Known {
    standard: Rc<Standard>,
    answers: Answers,
    target: Target,
    costing: Costing,
    outcome: Rc<Outcome>,
}

impl Known {
    /// Whether it is the plan for this. What is kept beside the answers changes none.
    fn is_for(&self, standard: &Rc<Standard>, answers: &Answers, target: &Target, costing: &Costing) -> bool {
        Rc::ptr_eq(&self.standard, standard)
            && self.answers.track == answers.track
            && self.target == *target
            && self.costing == *costing
            && !self.answers.differing(answers).contains(&true)
    }
}

impl Planned {
    /// The cheapest plans for a target, or why there is none.
    pub fn plan(
        &self,
        standard: &Rc<Standard>,
        answers: &Answers,
        target: &Target,
        costing: &Costing,
    ) -> Rc<Outcome> {
        let mut last = self.0.borrow_mut();
        if let Some(known) = &*last
            && known.is_for(standard, answers, target, costing)
        {
            return known.outcome.clone();
        }
        let outcome = Rc::new(plan(standard, answers, target, costing));
        *last = Some(Known {
            standard: standard.clone(),
            answers: answers.clone(),
            target: target.clone(),
            costing: costing.clone(),
            outcome: outcome.clone(),
        });
        outcome
    }
}
