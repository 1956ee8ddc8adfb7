//! Our own index: its range, and the answers that would narrow it most.

use super::super::components::range_bar;
use super::super::context::View;
use super::next;
use crate::strings::fill;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    html! {
        <section class="panel index">
            <h4>{ view.words.index_heading }</h4>
            <div class="range large">{ range_bar(view) }</div>
            <p>{ certainty(view) }</p>
            { own(view) }
            { next::list(view) }
        </section>
    }
}

/// Whose index it is, with the source that says how it is weighed.
pub fn own(view: &View) -> Html {
    html! {
        <div class="facts">
            { view.words.result.own }
            { view.basis(&view.state.standard.own.weights) }
        </div>
    }
}

/// What the answered part comes to, and how many questions are still open in the index.
pub fn certainty(view: &View) -> String {
    let words = &view.words.result;
    let assessment = &view.state.assessment;
    let open = match assessment.open_in_index() {
        0 => return words.none_open.to_owned(),
        open => fill(words.open_items, &[&open.to_string()]),
    };
    let range = assessment.index.range.filter(|range| !range.is_unknown());
    let answered = range.map(|range| fill(words.answered_part, &[&view.whole_percent(range.value)]));
    answered.map_or(open.clone(), |answered| [&answered, " ", &open].concat())
}
