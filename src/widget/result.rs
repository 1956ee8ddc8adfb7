//! The result: conditions, index, every point, what is missing, effects, contradictions, print and sources.

use super::action::Action;
pub use super::components::as_of;
use super::consent;
use super::context::View;
use super::draft::Screen;
use super::props::Props;
use yew::{Html, html};

mod conditions;
mod contradictions;
mod effects;
mod elements;
mod index;
mod missing;
mod points;
mod print;
mod sources;

/// The screen of the result.
pub fn result(view: &View, props: &Props) -> Html {
    let words = view.words;
    let pages = view.state.standard.pages(view.state.draft.sheet.answers.track);
    let back = Action::Go(Screen::Page(pages.len().saturating_sub(1)));
    html! {
        <section key="result" class="screen result">
            { view.heading(words.result_heading) }
            <div class="slot">{ print::names(view) }</div>
            <p class="facts">{ as_of(view) }</p>
            <p class="notice-own">{ words.not_a_determination }</p>
            <div class="slot">{ contradictions::panel(view) }</div>
            { conditions::panel(view) }
            { index::panel(view) }
            { missing::panel(view) }
            { effects::panel(view) }
            { points::panel(view) }
            { print::panel(view, props) }
            { consent::panel(view, props) }
            { sources::panel(view) }
            <div class="actions">
                <button type="button" onclick={view.sends(back)}>{ words.back }</button>
            </div>
        </section>
    }
}
