//! The evidence: each document once, with what it proves, who sees to it and by when, under its department, beside what
//! the department has to answer. On paper it is the to-do list.

use super::components::as_of;
use super::context::View;
use super::departments;
use super::props::Props;
use super::questions::said;
use crate::answers::{Answers, Extra};
use crate::assess::assess;
use crate::evidence::{EvidenceIndex, by_department, evidence_index, proven_only};
use yew::{Html, html};

mod department;
mod paper;
mod proven;

/// How many documents are drawn by part of the place; then all of them.
const ROWS: [usize; 4] = [5, 25, 50, 75];

/// The screen.
pub fn screen(view: &View, props: &Props) -> Html {
    let words = &view.words.evidence;
    let standard = &view.state.standard;
    let answers = &view.state.draft.sheet.answers;
    let index = evidence_index(standard, answers, &view.state.assessment);
    let before = as_entered(view);
    let entered = evidence_index(standard, &before, &view.state.assessment);
    let proven = assess(standard, &proven_only(answers, &index));
    html! {
        <section key="papers" class="screen papers">
            { view.heading(view.words.place_evidence) }
            <p class="facts">{ as_of(view) }</p>
            { proven::claimed_and_proven(view, &index, &proven) }
            <p class="hint">{ words.about }</p>
            { departments::hand_out(view, props) }
            { by_departments(view, &index, &entered) }
        </section>
    }
}

/// The list of the evidence, for the report.
pub fn annex(view: &View) -> Html {
    let state = view.state;
    let index = evidence_index(&state.standard, &state.draft.sheet.answers, &state.assessment);
    html! {
        <>
            { by_departments(view, &index, &index) }
            { said::annex(view) }
        </>
    }
}

/// The answers at hand with what was stated of their documents when the screen was entered.
fn as_entered(view: &View) -> Answers {
    let mut answers = view.state.draft.sheet.answers.clone();
    let stated = view.state.entered.sheet.answers.kept(Extra::Evidence, &[]);
    answers.keep(Extra::Evidence, &[], stated.cloned());
    answers
}

/// `entered`: the index as it was when the screen was entered. It says where a document stands, so that a row that is
/// ticked stays where it is.
fn by_departments(view: &View, index: &EvidenceIndex, entered: &EvidenceIndex) -> Html {
    let parts = by_department(&view.state.standard, &view.state.assessment, index);
    if parts.is_empty() {
        return html! { <p>{ view.words.evidence.nothing }</p> };
    }
    let mut room = ROWS.get(view.extent as usize).copied().unwrap_or(usize::MAX);
    let shown = parts.iter().map_while(|part| {
        let rows = (room > 0).then_some(room)?;
        room = room.saturating_sub(part.papers.len() + part.questions.len());
        Some(department::department(view, index, entered, part, rows))
    });
    html! {
        <div class="departments">{ for shown }</div>
    }
}
