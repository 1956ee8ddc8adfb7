//! The cheapest path: the target, what is counted as cost, and the plans.

use super::components::as_of;
use super::context::View;
use crate::plan::{Asked, read};
use yew::{Html, html};

mod costs;
mod fields;
mod outcome;
mod steps;
mod target;

/// The screen.
pub fn screen(view: &View) -> Html {
    let words = &view.words.plan;
    let asked = read(&view.state.standard, &view.state.draft.sheet.answers);
    html! {
        <section key="plan" class="screen plan">
            { view.heading(words.heading) }
            <p class="facts">{ as_of(view) }</p>
            <p class="lead">{ words.about }</p>
            <p class="notice-own">{ words.about_own }</p>
            { target::target(view, &asked) }
            { costs::costs(view, &asked) }
            { plans(view, &asked) }
        </section>
    }
}

/// The plans. With a fault in a field they would be for another target or other prices.
fn plans(view: &View, asked: &Asked) -> Html {
    if asked.faults.is_empty() && !target::lacks_mark(view, asked) {
        outcome::outcome(view, asked)
    } else {
        html! {
            <section class="panel">
                <p>{ view.words.plan.mend_first }</p>
            </section>
        }
    }
}
