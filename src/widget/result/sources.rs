//! Every document that the standard rests on.

use super::super::context::View;
use crate::standard::Source;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    html! {
        <section class="panel">
            <h4>{ view.words.sources_heading }</h4>
            <ol class="sources">
                for found in &view.state.standard.sources {
                    { source(view, found) }
                }
            </ol>
        </section>
    }
}

fn source(view: &View, source: &Source) -> Html {
    html! {
        <li key={&*source.id}>
            { view.document(source) }
            <span class="facts">{ view.optional(&source.issuers) }</span>
            <span class="facts">{ view.grade(source.grade) }</span>
            <span class="facts">{ view.optional(&source.note) }</span>
            <span>
                if let Some(address) = &source.address {
                    <a href={address.clone()} target="_blank" rel="noopener noreferrer">
                        { view.words.source_open_address }
                        { view.words.new_window }
                    </a>
                }
            </span>
        </li>
    }
}
