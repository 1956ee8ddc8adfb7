//! Which open question to answer next.

use super::super::components::{go_to_question, ranked_list};
use super::super::context::View;
use crate::sensitivity::{OpenQuestion, open_questions};
use crate::strings::fill;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    let words = &view.words.sensitivity;
    let open = open_questions(&view.state.standard, &view.state.assessment);
    let list = if open.is_empty() {
        html! { <p>{ words.next_none }</p> }
    } else {
        html! {
            <>
                <p>{ words.next_about }</p>
                { view.basis(&view.state.standard.own.weights) }
                { ranked_list(view, open.iter().map(|open| question(view, open)).collect()) }
            </>
        }
    };
    html! {
        <section class="panel">
            <h4>{ words.next_heading }</h4>
            { list }
        </section>
    }
}

/// An open question, and why it is worth answering.
fn question(view: &View, open: &OpenQuestion) -> Html {
    let words = &view.words.sensitivity;
    let decides = if open.decides { words.next_decides } else { "" };
    let share = match open.share {
        0 => String::new(),
        share => format!(" {}", fill(words.next_share, &[&view.percent(share)])),
    };
    html! {
        <li key={&*view.state.standard.questions[open.question].id}>
            <p>
                <strong>{ view.question(open.question) }</strong>
                <span class="facts">{ view.answer(open.question) }</span>
            </p>
            <p class="facts">{ decides }{ share }</p>
            { go_to_question(view, open.question) }
        </li>
    }
}
