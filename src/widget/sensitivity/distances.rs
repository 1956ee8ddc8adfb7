//! How far each published number is, under each reading.

use super::super::components::reading_badge;
use super::super::context::View;
use crate::sensitivity::{Threshold, thresholds};
use crate::strings::fill;
use yew::{Html, html};

/// Nothing where the edition has no published number.
pub fn panel(view: &View) -> Html {
    let words = &view.words.sensitivity;
    let thresholds = thresholds(&view.state.standard, &view.state.assessment);
    if thresholds.is_empty() {
        return Html::default();
    }
    html! {
        <section class="panel">
            <h4>{ words.distance_heading }</h4>
            <p>{ words.distance_about }</p>
            for index in 0..view.state.standard.criteria.len() {
                { condition(view, index, &thresholds) }
            }
        </section>
    }
}

fn condition(view: &View, index: usize, thresholds: &[Threshold]) -> Html {
    let criterion = &view.state.standard.criteria[index];
    let needed = (criterion.at_least.value / 100).to_string();
    let readings = thresholds.iter().filter(|threshold| threshold.criterion == index);
    html! {
        <article key={&*criterion.id} class="condition">
            <h5>{ view.text(&criterion.title) }</h5>
            <p>{ fill(view.words.condition_demand, &[&needed]) }</p>
            { view.basis(&criterion.at_least.basis) }
            <ul class="plain readings">
                for threshold in readings {
                    { reading(view, threshold) }
                }
            </ul>
        </article>
    }
}

fn reading(view: &View, threshold: &Threshold) -> Html {
    let reading = &view.state.standard.criteria[threshold.criterion].readings[threshold.reading];
    html! {
        <li key={&*reading.id}>
            <p>
                { fill(view.words.condition_reading, &[view.text(&reading.text)]) }{ " " }
                { reading_badge(view, threshold.criterion, threshold.reading) }
            </p>
            <p>
                <span>{ reached(view, threshold) }</span>
                <strong>{ distance(view, threshold) }</strong>
            </p>
        </li>
    }
}

/// What there is already.
fn reached(view: &View, threshold: &Threshold) -> String {
    let words = &view.words.sensitivity;
    let text = match threshold.low == threshold.high {
        true => words.distance_now,
        false => words.distance_at_least,
    };
    fill(text, &[&threshold.low.to_string()])
}

/// What is lacking, surely and at most, or how much there is to spare.
fn distance(view: &View, threshold: &Threshold) -> String {
    let words = &view.words.sensitivity;
    match (threshold.lacking(), threshold.to_spare()) {
        ([0, 0], 0) => words.distance_exactly.to_owned(),
        ([0, 0], spare) => fill(words.distance_to_spare, &[&spare.to_string()]),
        ([surely, most], _) if surely == most => fill(words.distance_lacking, &[&most.to_string()]),
        ([surely, most], _) => fill(
            words.distance_lacking_perhaps,
            &[&surely.to_string(), &most.to_string()],
        ),
    }
}
