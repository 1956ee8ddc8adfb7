//! One plan and its steps.

use super::target::reading_in_words;
use crate::answers::{Answer, write_number};
use crate::plan::{Asked, Plan, Reach, Step};
use crate::standard::{Hundredths, Kind};
use crate::strings::fill;
use crate::widget::components::go_to_question;
use crate::widget::context::View;
use yew::{Html, html};

/// A plan: what it is the best in, what it costs and brings, and its steps; those of the first are unfolded.
pub fn plan_card(view: &View, asked: &Asked, number: usize, plan: &Plan) -> Html {
    let words = &view.words.plan;
    let fastest = if asked.own { words.fastest } else { words.lightest };
    let merits = [
        (plan.cheapest, words.cheapest),
        (plan.fastest, fastest),
        (plan.fewest, words.fewest),
    ];
    let merits = merits.into_iter().filter(|(is, _)| *is);
    let merits: Vec<&str> = merits.map(|(_, word)| word).collect();
    let title = fill(
        words.plan_title,
        &[&(number + 1).to_string(), &merits.join(words.and)],
    );
    let brings = match plan.index {
        Some((before, after)) if after > before => index_rises(view, before, after),
        _ => String::new(),
    };
    html! {
        <article key={number} class="condition">
            <h5>{ title }</h5>
            <p>{ summary(view, asked, plan) }</p>
            <p class="facts">{ brings }</p>
            <details open={number == 0}>
                <summary>{ words.steps }</summary>
                <ol class="missing">
                    { for plan.steps.iter().map(|found| step(view, asked, found)) }
                </ol>
            </details>
        </article>
    }
}

/// How many steps there are, and what all of them cost.
fn summary(view: &View, asked: &Asked, plan: &Plan) -> String {
    let words = &view.words.plan;
    let steps = plan.steps.len().to_string();
    let cost = cost(view, asked, plan.money, plan.months);
    let mut summary = fill(words.summary, &[&steps, &cost]);
    if !asked.own {
        summary.push_str(&fill(words.summary_heaviest, &[&write_number(plan.months)]));
    }
    summary
}

/// Money and time, in the firm's units or in effort points.
fn cost(view: &View, asked: &Asked, money: Hundredths, months: Hundredths) -> String {
    let words = &view.words.plan;
    match asked.own {
        true => fill(words.cost_own, &[&write_number(money), &write_number(months)]),
        false => fill(words.cost_effort, &[&write_number(money)]),
    }
}

fn index_rises(view: &View, before: Hundredths, after: Hundredths) -> String {
    fill(
        view.words.plan.index_from_to,
        &[&view.percent(before), &view.percent(after)],
    )
}

/// How far a question is to rise, in words: of several options only how many, since which ones is free.
fn level(view: &View, question: usize, answer: &Answer) -> String {
    match (answer, &view.state.standard.questions[question].kind) {
        (Answer::ManyOf(chosen), Kind::ManyOf(choices)) => fill(
            view.words.plan.options,
            &[&chosen.len().to_string(), &choices.len().to_string()],
        ),
        _ => view.said(question, answer),
    }
}

fn step(view: &View, asked: &Asked, step: &Step) -> Html {
    let words = &view.words.plan;
    let question = step.question;
    let mut from = level(view, question, &step.from);
    if step.open {
        from = fill(words.from_open, &[&from]);
    }
    let mut cost = cost(view, asked, step.money, step.months);
    if step.rises > 1 {
        cost.push_str(&fill(words.rises, &[&step.rises.to_string()]));
    }
    html! {
        <li key={view.state.standard.questions[question].id.as_str()}>
            <p><strong>{ view.question(question) }</strong></p>
            <dl class="pair">
                <dt>{ words.now }</dt>
                <dd>{ from }</dd>
                <dt>{ words.to }</dt>
                <dd>{ level(view, question, &step.to) }</dd>
                if let Some((whole, from, to)) = step.brings {
                    <dt>{ words.with_it }</dt>
                    <dd>
                        { fill(words.with_it_rises, &[view.question(whole), &from.to_string(), &to.to_string()]) }
                    </dd>
                }
                <dt>{ words.costs_it }</dt>
                <dd>{ cost }</dd>
                <dt>{ words.why }</dt>
                <dd>{ reasons(view, asked, step) }</dd>
            </dl>
            { go_to_question(view, question) }
        </li>
    }
}

/// What a step is for.
fn reasons(view: &View, asked: &Asked, step: &Step) -> Html {
    let words = &view.words.plan;
    // Element by element, it is the element that has to rise.
    let element = view.state.standard.questions[step.question].element;
    let marked = element.filter(|_| matches!(asked.target.reach, Reach::Elements(_)));
    let index = match step.index {
        Some((before, after)) if before != after => Some(index_rises(view, before, after)),
        // It counts by less than can be shown.
        Some(_) if element.is_some() => Some(words.index_a_little.to_owned()),
        _ => None,
    };
    html! {
        <ul class="plain">
            for (criterion, reading) in &step.meets {
                { condition_met(view, *criterion, *reading) }
            }
            for opened in &step.opens {
                <li>{ fill(words.opens, &[view.question(*opened)]) }</li>
            }
            if let Some(element) = marked {
                <li>
                    { fill(words.for_element, &[view.text(&view.state.standard.elements[element].title)]) }
                </li>
            }
            if let Some(index) = index {
                <li>{ index }</li>
            }
        </ul>
    }
}

fn condition_met(view: &View, criterion: usize, reading: usize) -> Html {
    let criterion = &view.state.standard.criteria[criterion];
    let reading = reading_in_words(view, criterion, reading);
    html! {
        <li>
            { fill(view.words.plan.for_condition, &[view.text(&criterion.title), &reading]) }
            { view.basis(&criterion.at_least.basis) }
        </li>
    }
}
