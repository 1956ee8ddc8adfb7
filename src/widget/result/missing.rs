//! What is answered and could still rise, most valuable first.

use super::super::components::{go_to_question, ranked_list};
use super::super::context::View;
use crate::assess::{Fraction, Rule, State, Step, questions_of};
use crate::standard::{FULL, Item, Kind};
use crate::strings::fill;
use std::cmp::Ordering;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    let words = &view.words.result;
    let trace = view.state.assessment.trace();
    let mut missing: Vec<(Fraction, &Step)> = trace.iter().map(|step| (gain(step), step)).collect();
    // What is open is to be answered first.
    missing.retain(|(gain, step)| gain.numerator > 0 && step.rule != Rule::Open);
    missing.sort_by(|(one, _), (other, _)| larger_first(one, other));
    let about = match missing.is_empty() {
        true => words.missing_none,
        false => words.missing_about,
    };
    let entries = missing.into_iter().map(|(gain, step)| entry(view, gain, step));
    html! {
        <section class="panel">
            <h4>{ words.missing }</h4>
            <div class="hint">
                { about }
                { view.basis(&view.state.standard.own.weights) }
            </div>
            { ranked_list(view, entries.collect()) }
        </section>
    }
}

/// What gives points: what it could still add to the index, how it is answered and how it would be at best.
fn entry(view: &View, gain: Fraction, step: &Step) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let questions = questions_of(step.item, standard);
    // Of a rate the part is what a firm can change.
    let first = questions[0];
    // What another answer closed is opened there.
    let opener = (step.rule == Rule::Closed).then(|| opener(view, first));
    let key = match step.item {
        Item::Question(index) => &standard.questions[index].id,
        Item::Rate(index) => &standard.rates[index].id,
    };
    let now: Vec<String> = questions.iter().map(|question| view.answer(*question)).collect();
    let rise = match opener {
        Some(opener) => fill(
            words.result.missing_opener,
            &[view.question(opener), &view.answer(opener)],
        ),
        None => fill(
            words.result.missing_rise,
            &[&now.join(" / "), &best(view, step.item)],
        ),
    };
    html! {
        <li key={&**key}>
            <p>
                <strong>{ view.item(step.item) }</strong>{ " " }
                <span class="gain">{ fill(words.result.missing_gain, &[&points(gain)]) }</span>{ " " }
                { go_to_question(view, opener.unwrap_or(first)) }
            </p>
            <p class="facts">{ rise }</p>
        </li>
    }
}

/// The question whose answer closed another, which it may have closed through one between them.
fn opener(view: &View, closed: usize) -> usize {
    match view.state.standard.questions[closed].asked_if {
        Some(asked_if) if view.state.assessment.states[closed] == State::Closed => {
            opener(view, asked_if.question)
        }
        _ => closed,
    }
}

/// A gain in whole points of the index, rounded up: it is said as the most that there can be.
fn points(gain: Fraction) -> String {
    let per_point = gain.denominator * 100;
    ((gain.numerator + per_point - 1) / per_point).to_string()
}

/// The answer that gives all points, in words.
fn best(view: &View, item: Item) -> String {
    let question = match item {
        Item::Rate(_) => return view.percent(FULL),
        Item::Question(index) => &view.state.standard.questions[index],
    };
    match &question.kind {
        Kind::OneOf(choices) => choices.last().map_or("", |best| view.text(&best.text)).to_owned(),
        Kind::ManyOf(choices) => {
            let choices: Vec<&str> = choices.iter().map(|choice| view.text(&choice.text)).collect();
            choices.join(" + ")
        }
        _ => view.words.yes.to_owned(),
    }
}

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

/// A fraction in its lowest terms.
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
