//! How a part stands.

use crate::answers::Part;
use crate::exchange::Tally;
use crate::widget::context::View;

/// By the answers at hand.
pub fn tally(view: &View, part: &Part) -> Tally {
    let state = view.state;
    let answers = &state.draft.sheet.answers;
    Tally::of(&state.standard, part, answers, &state.assessment)
}
