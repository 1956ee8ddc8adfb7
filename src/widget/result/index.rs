//! Our own index: its range, what is still open, and how it is made up.

use super::super::components::range_bar;
use super::super::context::View;
use super::elements;
use crate::strings::fill;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    let words = view.words;
    let [open, value] = certainty(view);
    html! {
        <section class="panel">
            <h4>{ words.index_heading }</h4>
            <p class="notice-own">{ words.index_own }</p>
            { view.basis(&view.state.standard.own.weights) }
            <div class="range large">{ range_bar(view) }</div>
            <p>{ open }{ " " }{ value }</p>
            <p class="facts">{ words.index_scale }</p>
            { elements::by_element(view) }
        </section>
    }
}

/// How many questions are still open in the index, and, where any is, what it comes to by those that are answered.
fn certainty(view: &View) -> [String; 2] {
    let words = view.words;
    let assessment = &view.state.assessment;
    let open = assessment.open_in_index();
    if open == 0 {
        return [words.index_closed.to_owned(), String::new()];
    }
    let value = assessment.index.range.map(|range| view.percent(range.value));
    [
        fill(words.index_open, &[&open.to_string()]),
        value.map_or(String::new(), |value| fill(words.index_value, &[&value])),
    ]
}
