//! What is certain already, however the open questions are answered.

use super::super::components::condition_badge;
use super::super::context::View;
use super::bands::bands;
use crate::assess::Dimension;
use crate::sensitivity::{InBand, band, certain_band, is_certain};
use crate::standard::Hundredths;
use crate::strings::fill;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    let words = &view.words.sensitivity;
    let about = match view.state.assessment.progress().open {
        0 => words.certain_all.to_owned(),
        open => fill(words.certain_about, &[&open.to_string()]),
    };
    html! {
        <section class="panel">
            <h4>{ words.certain_heading }</h4>
            <p>{ about }</p>
            <ul class="plain verdicts">
                for index in 0..view.state.standard.criteria.len() {
                    { condition(view, index) }
                }
            </ul>
            { view.conditions_known() }
            { index(view) }
            <p class="notice-own">{ words.band_own }</p>
            { view.basis(&view.state.standard.own.weights) }
            { elements(view) }
        </section>
    }
}

/// A published condition, and whether its verdict can still change.
fn condition(view: &View, index: usize) -> Html {
    let words = &view.words.sensitivity;
    let criterion = &view.state.standard.criteria[index];
    let assessment = &view.state.assessment;
    let certainty = match is_certain(assessment.conditions[index].verdict) {
        _ if assessment.progress().open == 0 => "",
        true => words.condition_certain,
        false => words.condition_open,
    };
    html! {
        <li key={&*criterion.id}>
            <span>{ view.text(&criterion.title) }</span>
            <span>
                { condition_badge(view, index) }
                <span class="facts">{ certainty }</span>
            </span>
            { view.basis(&criterion.at_least.basis) }
        </li>
    }
}

/// The band of the index, and how far its neighbours are.
fn index(view: &View) -> Html {
    let words = &view.words.sensitivity;
    let Some(range) = view.state.assessment.index.range else {
        return html! { <p>{ view.words.index_nothing }</p> };
    };
    let certainty = match certain_band(range) {
        Some(band) => fill(words.band_certain, &[&bands(view, [band, band])]),
        None => fill(
            words.band_open,
            &[&bands(view, [band(range.low), band(range.high)])],
        ),
    };
    let ends = match range.low == range.high {
        true => vec![(words.index_is, range.low)],
        false => vec![
            (words.index_at_worst, range.low),
            (words.index_at_best, range.high),
        ],
    };
    html! {
        <>
            <p><strong>{ certainty }</strong></p>
            <ul>
                for (text, value) in ends {
                    <li>{ neighbours(view, text, value) }</li>
                }
            </ul>
        </>
    }
}

/// A value of the index in the words of `text`, and how far it is from the bands above and below its own.
fn neighbours(view: &View, text: &str, value: Hundredths) -> String {
    let words = &view.words.sensitivity;
    let place = InBand::of(value);
    let up = place.to_next.map(|distance| (words.band_up, distance));
    let down = place.above_foot.map(|distance| (words.band_down, distance));
    let mut line = fill(text, &[&view.percent(value)]);
    for (text, distance) in [up, down].into_iter().flatten() {
        line.push(' ');
        line.push_str(&fill(text, &[&view.percent(distance)]));
    }
    line
}

/// Each element with its range, and its band where that is certain.
fn elements(view: &View) -> Html {
    html! {
        <table class="by-band">
            <thead>
                <tr>
                    <th scope="col">{ view.words.element }</th>
                    <th scope="col">{ view.words.range }</th>
                    <th scope="col">{ view.words.sensitivity.band }</th>
                </tr>
            </thead>
            <tbody>
                for dimension in &view.state.assessment.index.dimensions {
                    { element(view, dimension) }
                }
            </tbody>
        </table>
    }
}

fn element(view: &View, dimension: &Dimension) -> Html {
    let element = &view.state.standard.elements[dimension.element];
    let (range, band) = match dimension.range {
        None => (view.words.state_not_applicable.to_owned(), String::new()),
        Some(range) => {
            let band = certain_band(range).map(|band| bands(view, [band, band]));
            let band = band.unwrap_or_else(|| view.words.sensitivity.band_not_certain.to_owned());
            (view.range(range.low, range.high), band)
        }
    };
    html! {
        <tr key={&*element.id}>
            <th scope="row">{ view.text(&element.title) }</th>
            <td>{ range }</td>
            <td>{ band }</td>
        </tr>
    }
}
