//! Which open questions to answer first: those on which most of the range rests.

use super::super::action::Action;
use super::super::context::View;
use crate::sensitivity::{OpenQuestion, open_questions};
use crate::strings::fill;
use yew::{Html, html};

/// How many are shown at once.
const SHOWN: usize = 3;

/// The open questions that count in the index, the first three shown; nothing where none is open.
pub fn list(view: &View) -> Html {
    let words = view.words;
    let mut open = open_questions(&view.state.standard, &view.state.assessment);
    open.retain(|open| open.share > 0);
    // What decides a published condition is asked for with the condition.
    open.sort_by_key(|open| -open.share);
    let folded = open.split_off(SHOWN.min(open.len()));
    let entries = |open: Vec<OpenQuestion>| {
        open.into_iter()
            .map(|open| question(view, &open))
            .collect::<Html>()
    };
    let more = fill(words.missing_more, &[&folded.len().to_string()]);
    html! {
        <div class="next" hidden={open.is_empty()}>
            <h5>{ words.result.next }</h5>
            <ul class="plain">{ entries(open) }</ul>
            <details class="more" hidden={folded.is_empty()}>
                <summary>{ more }</summary>
                <ul class="plain">{ entries(folded) }</ul>
            </details>
        </div>
    }
}

/// An open question as the way to it, and how much of the range rests on it.
fn question(view: &View, open: &OpenQuestion) -> Html {
    html! {
        <li key={&*view.state.standard.questions[open.question].id}>
            <button class="link" type="button" onclick={view.sends(Action::GoToQuestion(open.question))}>
                { view.question(open.question) }
            </button>
            { " " }
            <span class="facts">{ share(view, open.share) }</span>
        </li>
    }
}

/// A part of the range in whole points, to the nearest.
fn share(view: &View, share: i64) -> String {
    let words = &view.words.result;
    match (share + 50) / 100 {
        0 => words.next_share_small.to_owned(),
        points => fill(words.next_share, &[&points.to_string()]),
    }
}
