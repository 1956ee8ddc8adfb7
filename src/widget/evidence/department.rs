//! What one department has to answer and to get.

use super::paper;
use crate::evidence::{DepartmentPart, EvidenceIndex, OpenQuestion, Paper};
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::context::View;
use yew::{Html, html};

/// The part of a department: the documents that are wanted, or were when the screen was entered; folded, those that were
/// not; and its open questions. Where the place is still being drawn no more than `rows` of the documents.
pub fn department(
    view: &View,
    index: &EvidenceIndex,
    entered: &EvidenceIndex,
    part: &DepartmentPart,
    rows: usize,
) -> Html {
    let words = &view.words.evidence;
    let title = match part.department {
        Some(department) => view.text(&view.state.standard.departments[department].title),
        None => words.no_department,
    };
    let (shown, others): (Vec<&Paper>, Vec<&Paper>) =
        part.papers.iter().partition(|paper| paper.is_wanted(entered));
    let wanted = part.papers.iter().filter(|paper| paper.is_wanted(index));
    let to_do = part.questions.len() + wanted.count();
    let list = |papers: &[&Paper], rows: usize| {
        let papers = papers.iter().take(rows);
        html! {
            <div class="paper-list">
                { for papers.map(|found| paper::paper(view, index, found)) }
            </div>
        }
    };
    let done = fill(words.done, &[&others.len().to_string()]);
    html! {
        <section key={title} class="department">
            <h4>
                { title }
                <span class="facts">{ fill(words.to_do_count, &[&to_do.to_string()]) }</span>
            </h4>
            { list(&shown, rows) }
            // On paper it stands as it is: the list of what is to be done, with or without what is there.
            <details class="as-it-is" hidden={others.is_empty()}>
                <summary>{ done }</summary>
                { list(&others, rows.saturating_sub(shown.len())) }
            </details>
            { questions(view, &part.questions) }
        </section>
    }
}

/// The open questions of a department.
fn questions(view: &View, questions: &[OpenQuestion]) -> Html {
    let words = &view.words.evidence;
    let row = |open: &OpenQuestion| {
        let what = if open.said_unknown {
            words.do_find_out
        } else {
            words.do_answer
        };
        let question = view.question(open.question);
        html! {
            <li key={view.state.standard.questions[open.question].id.as_str()}>
                <span>
                    <button
                        class="link"
                        type="button"
                        aria-label={[what, words.colon, question].concat()}
                        onclick={view.sends(Action::GoToQuestion(open.question))}
                    >
                        { what }
                    </button>
                    <span class="print-only">{ what }</span>
                </span>
                <span>{ question }</span>
            </li>
        }
    };
    html! {
        <div class="to-answer" hidden={questions.is_empty()}>
            <h5>{ words.to_answer }</h5>
            <ul class="plain">{ for questions.iter().map(row) }</ul>
        </div>
    }
}
