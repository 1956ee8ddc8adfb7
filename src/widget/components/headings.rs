//! Headings of screens and tables.

use crate::widget::action::Focus;
use crate::widget::context::View;
use yew::prelude::*;

impl View<'_> {
    /// The heading of a screen, which is focused when the screen is entered.
    pub fn heading(&self, words: &str) -> Html {
        self.heading_of(html! { { words } })
    }

    /// The same around more than a text.
    pub fn heading_of(&self, content: Html) -> Html {
        html! { <h3 class="screen-title" id={Focus::Heading.id()} tabindex="-1">{ content }</h3> }
    }

    /// The head of a table.
    pub fn table_head(&self, words: [&str; 4]) -> Html {
        html! {
            <thead><tr>{ for words.map(|words| html! { <th scope="col">{ words }</th> }) }</tr></thead>
        }
    }
}
