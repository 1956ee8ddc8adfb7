//! Every document that the standard and the programmes rest on, each once.

use super::super::context::View;
use crate::programmes::Programmes;
use crate::standard::Source;
use yew::{Html, html};

/// The list, folded: who wants it has come by a footnote.
pub fn folded(view: &View, programmes: &Programmes) -> Html {
    let sources = all(view, programmes);
    html! {
        <details class="panel">
            <summary>
                { view.words.sources_heading }
                <span class="facts">{ sources.len() }</span>
            </summary>
            { list(view, sources) }
        </details>
    }
}

/// The list, for the report.
pub fn panel(view: &View, programmes: &Programmes) -> Html {
    html! {
        <section class="panel">
            <h4>{ view.words.sources_heading }</h4>
            { list(view, all(view, programmes)) }
        </section>
    }
}

fn list(view: &View, sources: Vec<&Source>) -> Html {
    let items = sources.into_iter();
    html! {
        <ol class="sources">{ for items.map(|source| view.document_item(source, Html::default())) }</ol>
    }
}

fn all<'a>(view: &'a View, programmes: &'a Programmes) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = view.state.standard.sources.iter().collect();
    for source in &programmes.sources {
        if sources.iter().all(|known| known.id != source.id) {
            sources.push(source);
        }
    }
    sources
}
