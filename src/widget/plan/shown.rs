//! What every part of a plan is given.

use crate::plan::{Plan, Reach, Stage, Target};
use crate::widget::context::View;

/// What a plan is shown with.
pub struct Shown<'a> {
    /// The view of the widget.
    pub view: &'a View<'a>,
    /// What the plan reaches.
    pub target: &'a Target,
    /// Whether it counts money and months; else effort points.
    pub own: bool,
}

impl Shown<'_> {
    /// The steps of a plan in their course.
    pub fn course(&self, plan: &Plan) -> Vec<Stage> {
        let state = self.view.state;
        plan.course(&state.standard, &state.draft.sheet.answers, &state.assessment)
    }

    /// Where the line of the target stands; none where the index has no mark of its own.
    pub fn mark(&self) -> Option<i64> {
        match self.target.reach {
            Reach::Index(mark) => Some(mark),
            _ => None,
        }
    }
}
