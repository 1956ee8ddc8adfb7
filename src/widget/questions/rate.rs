//! A rate: a part of a total, under the question that completes it.

use crate::answers::Answer;
use crate::assess::{Fraction, State as Answering};
use crate::standard::{FULL, Rate};
use crate::strings::fill;
use crate::widget::components::live_text;
use crate::widget::context::View;
use yew::prelude::*;

/// A rate as it comes to be.
pub fn working(view: &View, rate: &Rate) -> Html {
    html! {
        <div class="rate">
            <p>
                <strong>{ view.text(&rate.title) }</strong>
                // Its digits change while somebody types: read, not said.
                <output aria-live="off">{ live_text(&in_words(view, rate)) }</output>
            </p>
            { view.basis(&rate.basis) }
            <details class="rate-references" hidden={rate.references.is_empty()}>
                <summary>{ view.words.rate_references }</summary>
                { view.references(&rate.references) }
            </details>
        </div>
    }
}

fn in_words(view: &View, rate: &Rate) -> String {
    let words = view.words;
    let count = |question: usize| match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Count(count)) => Some(*count),
        _ => None,
    };
    if view.state.assessment.states[rate.total] == Answering::NotApplicable {
        return words.rate_not_applicable.to_owned();
    }
    let (Some(part), Some(total)) = (count(rate.part), count(rate.total)) else {
        return words.rate_open.to_owned();
    };
    let counts = [part.to_string(), total.to_string()];
    if part > total {
        // Said under it as a contradiction.
        return String::new();
    }
    let mut share = view.share(Fraction::new(part * FULL, total));
    if !share.starts_with('≈') {
        share.insert_str(0, "= ");
    }
    fill(words.rate_working, &[&counts[0], &counts[1], &share])
}
