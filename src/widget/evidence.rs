//! The evidence and the to-do lists; on paper, the cover list of an application file.

use super::components::as_of;
use super::context::View;
use crate::assess::assess;
use crate::evidence::{evidence_index, proven_only};
use yew::{Html, html};

mod cover_list;
mod fields;
mod item;
mod proven;
mod to_do;

/// The screen.
pub fn screen(view: &View) -> Html {
    let words = &view.words.evidence;
    let standard = &view.state.standard;
    let answers = &view.state.draft.sheet.answers;
    let index = evidence_index(standard, answers, &view.state.assessment);
    let proven = assess(standard, &proven_only(answers, &index));
    html! {
        <section key="papers" class="screen papers">
            { view.heading(words.heading) }
            <p class="facts">{ as_of(view) }</p>
            <p class="notice-own">{ view.words.not_a_determination }</p>
            <p class="hint">{ words.names_only }</p>
            { cover_list::cover_list(view, &index) }
            { proven::claimed_and_proven(view, &index, &proven) }
            { fields::fields(view, &index) }
            { to_do::to_do_lists(view, &index) }
        </section>
    }
}

/// The list of the evidence, for the report.
pub fn annex(view: &View) -> Html {
    let state = view.state;
    let index = evidence_index(&state.standard, &state.draft.sheet.answers, &state.assessment);
    cover_list::cover_list(view, &index)
}
