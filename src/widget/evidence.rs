//! The evidence: each document once, with what it proves, who sees to it and by when, under its department, beside what
//! the department has to answer. On paper it is the to-do list.

use super::components::as_of;
use super::context::View;
use crate::assess::assess;
use crate::evidence::{by_department, evidence_index, proven_only};
use yew::{Html, html};

mod department;
mod paper;
mod proven;

/// The screen.
pub fn screen(view: &View) -> Html {
    let words = &view.words.evidence;
    let standard = &view.state.standard;
    let answers = &view.state.draft.sheet.answers;
    let index = evidence_index(standard, answers, &view.state.assessment);
    let proven = assess(standard, &proven_only(answers, &index));
    let parts = by_department(standard, &view.state.assessment, &index);
    html! {
        <section key="papers" class="screen papers">
            { view.heading(view.words.place_evidence) }
            <p class="facts">{ as_of(view) }</p>
            { proven::claimed_and_proven(view, &index, &proven) }
            <p class="hint">{ words.about }</p>
            if parts.is_empty() {
                <p>{ words.nothing }</p>
            } else {
                <div class="departments">
                    { for parts.iter().map(|part| department::department(view, &index, part)) }
                </div>
            }
        </section>
    }
}

/// The same for the report: each document once, under its department.
pub fn annex(view: &View) -> Html {
    let state = view.state;
    let index = evidence_index(&state.standard, &state.draft.sheet.answers, &state.assessment);
    let parts = by_department(&state.standard, &state.assessment, &index);
    html! {
        <div class="departments">
            { for parts.iter().map(|part| department::department(view, &index, part)) }
        </div>
    }
}
