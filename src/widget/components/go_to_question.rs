//! The way from a result to the question behind it.

use super::super::action::Action;
use super::super::context::View;
use yew::{Html, html};

/// A button that goes to a question: to answer it, or to change its answer. Read aloud it names the question.
pub fn go_to_question(view: &View, question: usize) -> Html {
    let is_open = view.state.assessment.states[question].is_open();
    let words = match is_open {
        true => view.words.answer_question,
        false => view.words.go_to_question,
    };
    html! {
        <button
            class="link"
            type="button"
            aria-label={[words, view.colon(), view.question(question)].concat()}
            onclick={view.sends(Action::GoToQuestion(question))}
        >
            { words }
        </button>
    }
}
