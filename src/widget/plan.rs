//! The plan: what is to be reached and what is counted as cost, in a row; one sentence; and what to find out and to do,
//! as a table.

use super::components::as_of;
use super::context::View;
use wish::Wish;
use yew::{Html, html};

mod costs;
mod fields;
mod outcome;
mod rows;
mod shown;
mod stages;
mod target;
mod wish;

/// The screen.
pub fn screen(view: &View) -> Html {
    let words = &view.words.plan;
    let wish = Wish::of(view);
    html! {
        <section key="plan" class="screen plan">
            { view.heading(view.words.place_plan) }
            <p class="facts">{ as_of(view) }</p>
            <div class="screen-only plan-target">
                { target::target(view, &wish) }
                <div class="plan-folds">
                    { target::conditions(view, &wish) }
                    { costs::costs(view, &wish.asked) }
                </div>
            </div>
            { plans(view, &wish) }
            <p class="facts">{ words.about_own }</p>
        </section>
    }
}

/// The plans. With a fault in a field they would be for another target or other prices.
fn plans(view: &View, wish: &Wish) -> Html {
    if wish.asked.faults.is_empty() && !wish.lacks_mark {
        outcome::outcome(view, wish)
    } else {
        html! {
            <section class="panel">
                <p>{ view.words.plan.mend_first }</p>
            </section>
        }
    }
}
