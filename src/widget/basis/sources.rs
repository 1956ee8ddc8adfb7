//! Every document that the standard and the programmes rest on, each once.

use super::super::context::View;
use crate::programmes::Programmes;
use crate::standard::Source;
use yew::{Html, html};

pub fn panel(view: &View, programmes: &Programmes) -> Html {
    let mut sources: Vec<&Source> = view.state.standard.sources.iter().collect();
    for source in &programmes.sources {
        if sources.iter().all(|known| known.id != source.id) {
            sources.push(source);
        }
    }
    html! {
        <section class="panel">
            <h4>{ view.words.sources_heading }</h4>
            <ol class="sources">
                { for sources.into_iter().map(|source| view.document_item(source, Html::default())) }
            </ol>
        </section>
    }
}
