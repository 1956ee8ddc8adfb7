//! An effect: the change from a figure before to a figure after.

use crate::answers::{Answer, write_number};
use crate::assess::Improvement;
use crate::standard::Effect;
use crate::strings::fill;
use crate::widget::components::{live_facts, live_text};
use crate::widget::context::View;
use yew::prelude::*;

/// An effect as it comes to be, under the question that completes it.
pub fn working(view: &View, index: usize) -> Html {
    let effect = &view.state.standard.effects[index];
    html! {
        <div class="rate">
            <p>
                <strong>{ view.text(&effect.title) }</strong>
                <output>
                    { live_text(&improvement(view, index)) }
                    { " " }
                    { live_facts(&improvement_working(view, effect)) }
                </output>
            </p>
            { view.basis(&effect.basis) }
            <details class="help">
                <summary>{ view.words.effect_references }</summary>
                { view.references(&effect.references) }
            </details>
        </div>
    }
}

/// The change from before to after, in words.
pub fn improvement(view: &View, index: usize) -> String {
    let words = view.words;
    match view.state.assessment.effects[index] {
        Improvement::Is(change) if change < 0 => fill(words.effect_worse, &[&view.percent(-change)]),
        Improvement::Is(change) => fill(words.effect_working, &[&view.percent(change)]),
        Improvement::NoPercentage => words.effect_no_percentage.to_owned(),
        Improvement::Open => words.effect_open.to_owned(),
        Improvement::NotApplicable => words.effect_not_applicable.to_owned(),
    }
}

/// How the change is worked out: the difference divided by the figure before.
pub fn improvement_working(view: &View, effect: &Effect) -> String {
    let number = |question: usize| match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Number(number)) => Some(write_number(*number)),
        _ => None,
    };
    match (number(effect.before), number(effect.after)) {
        (Some(before), Some(after)) if effect.up => fill("({1} − {0}) ÷ {0}", &[&before, &after]),
        (Some(before), Some(after)) => fill("({0} − {1}) ÷ {0}", &[&before, &after]),
        _ => String::new(),
    }
}
