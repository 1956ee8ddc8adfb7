//! The published conditions with verdict, readings, figures and source.

use super::super::live::rests_on_contradiction;
use super::super::view::View;
use crate::answers::write_number;
use crate::assess::{Bound, ReadingVerdict, Verdict};
use crate::standard::{Criterion, Demand, Reading};
use crate::strings::fill;
use yew::prelude::*;

pub fn conditions(view: &View) -> Html {
    let words = view.words;
    let state = view.state;
    let Some(verdict) = state.assessment.verdict else {
        return Html::default();
    };
    let all = 0..state.standard.criteria.len();
    let to_be_cleared = all
        .clone()
        .any(|criterion| rests_on_contradiction(view, criterion));
    html! {
        <section class="panel">
            <h4>{ words.conditions_heading }</h4>
            <p class="whole">{ words.verdict_whole }{ " " }{ view.badge(verdict, to_be_cleared) }</p>
            <p class="notice-own">{ words.conditions_only }</p>
            { for all.map(|index| condition(view, index)) }
        </section>
    }
}

fn condition(view: &View, index: usize) -> Html {
    let words = view.words;
    let criterion = &view.state.standard.criteria[index];
    let judged = &view.state.assessment.conditions[index];
    let cleared = rests_on_contradiction(view, index);
    let notes = criterion
        .notes
        .iter()
        .map(|note| html! { <li>{ view.text(note) }</li> });
    let readings = criterion.readings.iter().zip(&judged.readings);
    html! {
        <article class="condition">
            <h5>{ view.text(&criterion.title) }{ " " }{ view.badge(judged.verdict, cleared) }</h5>
            <p>{ fill(words.condition_demand, &[&write_number(criterion.at_least.value)]) }</p>
            { view.basis(&criterion.at_least.basis) }
            <p class="facts">{ criterion.at_least.note.as_ref().map_or("", |note| view.text(note)) }</p>
            <p class="error">{ if cleared { words.condition_contradicted } else { "" } }</p>
            <ul class="plain readings">{ for readings.map(|(reading, judged)| one(view, criterion, reading, judged)) }</ul>
            <details>
                <summary>{ words.condition_open_points }</summary>
                <ul>{ for notes }</ul>
            </details>
        </article>
    }
}

fn one(view: &View, criterion: &Criterion, reading: &Reading, judged: &ReadingVerdict) -> Html {
    let words = view.words;
    let contradicted = |bound: &Bound| {
        view.state
            .assessment
            .is_contradicted(&view.state.standard, bound.question)
    };
    let cleared = judged.bounds.iter().any(contradicted);
    let figure = |bound: &Bound| {
        let name = view.question(bound.question);
        let (low, high) = (bound.low.to_string(), bound.high.to_string());
        let words = match bound.implied_by {
            _ if bound.given => fill(words.condition_answer_given, &[name, &low]),
            Some(other) => {
                let other = format!("{} {}", view.question(other), view.answer(other));
                fill(words.condition_answer_implied, &[name, &low, &high, &other])
            }
            None => fill(words.condition_answer_open, &[name]),
        };
        html! { <li>{ words }</li> }
    };
    let needed = criterion.at_least.value / 100;
    let short = match (judged.verdict, reading.demand) {
        (Verdict::NotMet, Demand::SumOf) => {
            needed - judged.bounds.iter().map(|bound| bound.high).sum::<i64>()
        }
        (Verdict::NotMet, Demand::EachOf) => judged
            .bounds
            .iter()
            .map(|bound| needed - bound.high)
            .max()
            .unwrap_or(0),
        _ => 0,
    };
    let sum = match reading.demand {
        Demand::SumOf if judged.bounds.len() > 1 && judged.bounds.iter().all(|bound| bound.given) => {
            let sum: i64 = judged.bounds.iter().map(|bound| bound.low).sum();
            fill(words.condition_sum, &[&sum.to_string()])
        }
        _ => String::new(),
    };
    html! {
        <li>
            <p>{ fill(words.condition_reading, &[view.text(&reading.text)]) }{ " " }{ view.badge(judged.verdict, cleared) }</p>
            <ul class="figures">{ for judged.bounds.iter().map(figure) }</ul>
            <p class="facts">
                { sum }{ " " }{ if short > 0 { fill(words.condition_short, &[&short.to_string()]) } else { String::new() } }
            </p>
        </li>
    }
}
