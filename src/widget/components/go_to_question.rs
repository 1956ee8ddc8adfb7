//! The way from a result to the question behind it.

use super::super::context::View;
use super::super::state::Action;
use yew::{Html, html};

/// A button that goes to a question.
pub fn go_to_question(view: &View, question: usize) -> Html {
    html! {
        <button class="link" type="button" onclick={view.sends(Action::GoToQuestion(question))}>
            { view.words.go_to_question }
        </button>
    }
}
