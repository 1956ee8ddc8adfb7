//! The way from a result to the question behind it.

use super::super::action::Action;
use super::super::context::View;
use yew::{Html, html};

/// A button that goes to a question.
pub fn go_to_question(view: &View, question: usize) -> Html {
    html! {
        <button class="link" type="button" onclick={view.sends(Action::GoToQuestion(question))}>
            { view.words.go_to_question }
        </button>
    }
}
