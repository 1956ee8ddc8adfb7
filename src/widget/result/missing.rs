//! What is missing, most valuable first.

use super::super::element::{Attr, El, button_to, el};
use super::super::questions::live::rests_on_contradiction;
use super::super::state::Action;
use super::super::view::View;
use crate::assess::{Fraction, Rule, Step, Verdict, questions_of};
use crate::standard::{FULL, Item, Kind};
use std::cmp::Ordering;

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

pub fn missing(view: &View) -> El {
    let words = view.words;
    let trace = view.state.assessment.trace();
    let mut missing = Vec::new();
    for step in &trace {
        let gain = gain(step);
        if gain.numerator > 0 {
            missing.push((gain, step));
        }
    }
    missing.sort_by(|(one, _), (other, _)| larger_first(one, other));
    let (first, more) = missing.split_at(FIRST.min(missing.len()));
    let list = |some: &[(Fraction, &Step)]| {
        el("ol.missing").all(some.iter().map(|(gain, step)| one(view, *gain, step)))
    };
    let more_list = list(more).attr(Attr::Start, &(FIRST + 1).to_string());
    let details = el("details.more")
        .attr_if(more.is_empty(), Attr::Hidden, "hidden")
        .line_fill("summary", words.missing_more, &[&more.len().to_string()])
        .with(more_list);
    let about = if missing.is_empty() {
        words.missing_nothing
    } else {
        words.missing_about
    };
    el("section.panel")
        .line("h4", words.missing_heading)
        .with(conditions(view))
        .line("p", about)
        .with(view.basis(&view.state.standard.own.weights))
        .with(list(first))
        .with(details)
}

/// The published conditions that are not met yet, each with a way to its first question.
fn conditions(view: &View) -> El {
    let mut list = el("ul.plain");
    let judged = view
        .state
        .standard
        .criteria
        .iter()
        .zip(&view.state.assessment.conditions);
    for (index, (criterion, condition)) in judged.enumerate() {
        let Some(question) = criterion
            .readings
            .iter()
            .flat_map(|reading| &reading.questions)
            .next()
        else {
            continue;
        };
        if condition.verdict != Verdict::Met || rests_on_contradiction(view, index) {
            let go = Action::GoToQuestion(*question);
            list = list.with(
                el("li")
                    .line("strong", view.text(&criterion.title))
                    .text(" ")
                    .with(view.badge(condition.verdict, rests_on_contradiction(view, index)))
                    .text(" ")
                    .with(button_to("button.link", view.words.go_to_question, view, go)),
            );
        }
    }
    list
}

fn one(view: &View, gain: Fraction, step: &Step) -> El {
    let words = view.words;
    let standard = &view.state.standard;
    let questions = questions_of(step.item, standard);
    // Of a rate the part is what a firm can change.
    let question = &standard.questions[questions[0]];
    // What another answer closed is opened there.
    let opener = question.asked_if.filter(|_| step.rule == Rule::Closed);
    let go = Action::GoToQuestion(opener.map_or(questions[0], |asked_if| asked_if.question));
    let now: Vec<String> = questions.iter().map(|question| view.answer(*question)).collect();
    let best = match step.item {
        Item::Rate(_) => view.percent(FULL),
        Item::Question(index) => match &standard.questions[index].kind {
            Kind::OneOf(choices) => choices.last().map_or("", |best| view.text(&best.text)).to_owned(),
            Kind::ManyOf(choices) => {
                let choices = choices.iter().map(|choice| view.text(&choice.text));
                choices.collect::<Vec<_>>().join(" + ")
            }
            _ => words.yes.to_owned(),
        },
    };
    let heading = el("p").line("strong", view.item(step.item)).text(" ").line_fill(
        "span.gain",
        words.missing_gain,
        &[&view.share(gain)],
    );
    let list = el("dl.pair")
        .line("dt", words.missing_now)
        .line_owned("dd", now.join(" / "))
        .line("dt", words.missing_best)
        .line_owned("dd", best);
    el("li")
        .with(heading)
        .with(list)
        .with(button_to("button.link", words.go_to_question, view, go))
}
