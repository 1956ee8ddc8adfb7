//! Every document that the standard rests on.

use super::super::context::View;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    html! {
        <section class="panel">
            <h4>{ view.words.sources_heading }</h4>
            { view.documents(&view.state.standard.sources) }
        </section>
    }
}
