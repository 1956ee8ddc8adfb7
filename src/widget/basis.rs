//! What the result rests on: every part of the index with its answer and rule, two editions side by side, and all that is
//! cited.

use super::components::as_of;
use super::context::View;
use super::props::Props;
use yew::{Html, html};

mod editions;
pub mod points;
pub mod sources;

/// The screen.
pub fn basis(view: &View, props: &Props) -> Html {
    html! {
        <section key="basis" class="screen basis">
            { view.heading(view.words.place_basis) }
            <p class="facts">{ as_of(view) }</p>
            { points::panel(view) }
            { editions::part(view, &props.editions) }
            { sources::folded(view, &props.programmes) }
        </section>
    }
}
