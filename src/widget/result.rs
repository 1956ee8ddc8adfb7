//! The result: conditions, index, what is missing, what to answer next, which answer turns a verdict, effects,
//! contradictions, print.

pub use super::components::as_of;
use super::consent;
use super::context::View;
use super::props::Props;
use yew::{Html, html};

mod bands;
mod conditions;
mod contradictions;
mod effects;
mod elements;
mod index;
mod missing;
mod next;
mod print;
mod turns;

/// The screen of the result.
pub fn result(view: &View, props: &Props) -> Html {
    let words = view.words;
    html! {
        <section key="result" class="screen result">
            { view.heading(words.result_heading) }
            <div class="slot">{ print::names(view) }</div>
            <p class="facts">{ as_of(view) }</p>
            <p class="notice-own">{ words.not_a_determination }</p>
            <div class="slot">{ contradictions::panel(view) }</div>
            { conditions::panel(view) }
            { index::panel(view) }
            { next::panel(view) }
            { turns::panel(view) }
            { missing::panel(view) }
            { effects::panel(view) }
            { print::panel(view, props) }
            <div class="slot">
                if props.host.may_ask {
                    { consent::panel(view, props) }
                }
            </div>
        </section>
    }
}
