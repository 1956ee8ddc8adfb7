//! The steps of a plan in the order in which a firm takes them: first what only has to be found out, then what has to be
//! done, by departments; and how far each takes the index.

use super::{Plan, Step};
use crate::answers::Answers;
use crate::assess::{Assessment, State, assess};
use crate::standard::{Hundredths, Standard};

/// A step in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Index into the steps of the plan.
    pub step: usize,
    /// Whether its question is open, so that it may be there already: it has to be found out before anything is done.
    pub find_out: bool,
    /// Lower bound of the index before it and after it, all that stand before being taken; none where nothing applies.
    pub index: Option<(Hundredths, Hundredths)>,
}

impl Plan {
    /// The steps in their course; what opens a question stands before it. `answers` and `assessment` are those from
    /// which the plan was worked out.
    pub fn course(&self, standard: &Standard, answers: &Answers, assessment: &Assessment) -> Vec<Stage> {
        let mut low = assessment.index.range.map(|range| range.low);
        let mut taken: Vec<&Step> = Vec::new();
        let stage = |step: usize| {
            taken.push(&self.steps[step]);
            let found = assess(standard, &self.applied_of(answers, &taken));
            let after = found.index.range.map(|range| range.low);
            let index = low.zip(after);
            low = after;
            Stage {
                step,
                find_out: self.steps[step].is_to_find_out(assessment),
                index,
            }
        };
        self.order(standard, assessment).into_iter().map(stage).collect()
    }

    /// Of the steps that can be taken, always the first by kind, department and question.
    fn order(&self, standard: &Standard, assessment: &Assessment) -> Vec<usize> {
        let key = |place: &usize| {
            let step = &self.steps[*place];
            let department = standard.questions[step.question].department;
            let is_to_do = !step.is_to_find_out(assessment);
            let department = department.filter(|_| is_to_do);
            (is_to_do, department.is_none(), department, *place)
        };
        let mut left: Vec<usize> = (0..self.steps.len()).collect();
        let mut order = Vec::new();
        while !left.is_empty() {
            let is_free = |place: &usize| {
                let question = self.steps[*place].question;
                left.iter()
                    .all(|other| !self.steps[*other].opens.contains(&question))
            };
            // No step opens itself, so one is always free.
            let next = left.iter().copied().filter(is_free).min_by_key(key);
            let next = next.unwrap_or(left[0]);
            left.retain(|place| *place != next);
            order.push(next);
        }
        order
    }
}

impl Step {
    fn is_to_find_out(&self, assessment: &Assessment) -> bool {
        let state = assessment.states[self.question];
        self.open && matches!(state, State::NotAnswered | State::Unknown)
    }
}
