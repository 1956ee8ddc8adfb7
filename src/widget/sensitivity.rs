//! What is certain, what to answer next, how far the published numbers are, and what hinges on one answer.

use super::components::as_of;
use super::context::View;
use yew::{Html, html};

mod bands;
mod certain;
mod distances;
mod next;
mod turns;

/// The screen.
pub fn screen(view: &View) -> Html {
    html! {
        <section key="outlook" class="screen outlook">
            { view.heading(view.words.sensitivity.heading) }
            <p class="facts">{ as_of(view) }</p>
            <p class="notice-own">{ view.words.not_a_determination }</p>
            { certain::panel(view) }
            { next::panel(view) }
            { distances::panel(view) }
            { turns::panel(view) }
        </section>
    }
}
