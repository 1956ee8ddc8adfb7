//! What is missing, most valuable first.

use super::super::state::Action;
use super::super::view::View;
use crate::assess::{Fraction, Step, questions_of};
use crate::standard::{FULL, Item, Kind};
use crate::strings::fill;
use std::cmp::Ordering;
use yew::prelude::*;

/// How many are shown at once.
const FIRST: usize = 5;

/// What an item could still add to the index, with every question that applies.
fn gain(step: &Step) -> Fraction {
    let lacking = match step.points {
        Some(points) => (FULL * points.denominator - points.numerator, points.denominator),
        None => (FULL, 1),
    };
    // share / 10000 x lacking points; in i128, since both may be near 2^53.
    let numerator = i128::from(step.share.numerator) * i128::from(lacking.0);
    let denominator = i128::from(step.share.denominator) * i128::from(lacking.1) * i128::from(FULL);
    reduced(numerator, denominator)
}

fn reduced(numerator: i128, denominator: i128) -> Fraction {
    let (mut divisor, mut rest) = (denominator, numerator);
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    let part = |number: i128| i64::try_from(number / divisor).unwrap_or(i64::MAX);
    Fraction {
        numerator: part(numerator),
        denominator: part(denominator),
    }
}

fn larger_first(one: &Fraction, other: &Fraction) -> Ordering {
    let product = |a: i64, b: i64| i128::from(a) * i128::from(b);
    product(other.numerator, one.denominator).cmp(&product(one.numerator, other.denominator))
}

pub fn missing(view: &View) -> Html {
    let words = view.words;
    let gains = view.state.assessment.trace.iter().map(|step| (gain(step), step));
    let mut missing: Vec<_> = gains.filter(|(gain, _)| gain.numerator > 0).collect();
    missing.sort_by(|(one, _), (other, _)| larger_first(one, other));
    let (first, more) = missing.split_at(FIRST.min(missing.len()));
    let list = |some: &[(Fraction, &Step)]| {
        some.iter()
            .map(|(gain, step)| one(view, *gain, step))
            .collect::<Html>()
    };
    html! {
        <section class="panel">
            <h4>{ words.missing_heading }</h4>
            <p>{ if missing.is_empty() { words.missing_nothing } else { words.missing_about } }</p>
            <ol class="missing">{ list(first) }</ol>
            <details hidden={more.is_empty()}>
                <summary>{ fill(words.missing_more, &[&more.len().to_string()]) }</summary>
                <ol class="missing" start={(FIRST + 1).to_string()}>{ list(more) }</ol>
            </details>
        </section>
    }
}

fn one(view: &View, gain: Fraction, step: &Step) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let questions = questions_of(step.item, standard);
    // Of a rate the part is what a firm can change.
    let question = questions[0];
    let now: Vec<String> = questions.iter().map(|question| view.answer(*question)).collect();
    let best = match step.item {
        Item::Rate(_) => view.percent(FULL),
        Item::Question(index) => match &standard.questions[index].kind {
            Kind::OneOf(choices) => choices
                .last()
                .map_or(String::new(), |best| view.text(&best.text).to_owned()),
            Kind::ManyOf(choices) => choices
                .iter()
                .map(|choice| view.text(&choice.text))
                .collect::<Vec<_>>()
                .join(" + "),
            _ => words.yes.to_owned(),
        },
    };
    html! {
        <li>
            <p>
                <strong>{ view.item(step.item) }</strong>{ " " }
                <span class="gain">{ fill(words.missing_gain, &[&view.share(gain)]) }</span>
            </p>
            <dl class="pair">
                <dt>{ words.missing_now }</dt><dd>{ now.join(" / ") }</dd>
                <dt>{ words.missing_best }</dt><dd>{ best }</dd>
            </dl>
            <button type="button" class="link" onclick={view.on(Action::GoToQuestion(question))}>
                { words.go_to_question }
            </button>
        </li>
    }
}
