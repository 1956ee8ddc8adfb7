//! What the first module shows in place of what only the whole one has, in `whole.rs`: for a moment, until that takes over.

use super::context::View;
use super::places::title;
use super::props::Props;
use web_sys::{Document, Element};
use yew::{Html, html};

/// The heading of the place.
pub fn place(view: &View, _: &Props) -> Html {
    html! {
        <section key="place" class="screen" aria-busy="true">
            { view.heading(title(view.words, view.state.draft.screen)) }
        </section>
    }
}

/// Whatever arrives is opened by the whole module.
pub fn offer(_: &View) -> Html {
    Html::default()
}

/// Parts are filled in by the whole module.
pub fn banner(_: &View) -> Option<Html> {
    None
}

/// Nothing: the start and the questions print as they stand.
pub fn paper(_: &Props, _: &Document) -> Option<Element> {
    None
}
