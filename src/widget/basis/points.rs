//! Where every part of the index comes from: a line for each question, with answer, rule, points, and what they add.

use super::super::context::View;
use super::super::result::elements;
use crate::answers::{Answer, write_number};
use crate::assess::{Dimension, Fraction, Rule, State, Step, questions_of};
use crate::standard::{Item, Kind};
use crate::strings::fill;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    let words = view.words;
    let trace = view.state.assessment.trace();
    html! {
        <section class="panel">
            <h4>{ words.why_heading }</h4>
            <div>
                { words.why_about }
                { view.basis(&view.state.standard.own.points) }
            </div>
            for dimension in &view.state.assessment.index.dimensions {
                { element(view, dimension, &trace) }
            }
        </section>
    }
}

/// An element of the index with the lines of the trace that belong to it.
fn element(view: &View, dimension: &Dimension, trace: &[Step]) -> Html {
    let words = view.words;
    let element = &view.state.standard.elements[dimension.element];
    let steps = || trace.iter().filter(|step| step.element == dimension.element);
    let answered = steps().any(|step| step.points.is_some());
    let value = elements::value(view, dimension.range, answered, |range| view.percent(range.value));
    let head = [
        words.question,
        words.why_answer,
        words.why_rule,
        words.why_points,
        words.why_adds,
    ];
    html! {
        <details key={&*element.id} class="why">
            <summary>
                { view.text(&element.title) }{ " " }
                <span class="facts">{ value }</span>
            </summary>
            { view.basis(&element.basis) }
            <table class="trace">
                <thead><tr>{ for head.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>
                    for step in steps() {
                        { line(view, step, true) }
                    }
                </tbody>
            </table>
        </details>
    }
}

/// The same on paper: one table, and the rules said once beside it.
pub fn on_paper(view: &View) -> Html {
    let words = view.words;
    let trace = view.state.assessment.trace();
    let head = [words.question, words.why_answer, words.why_points, words.why_adds];
    html! {
        <table class="trace">
            { view.table_head(head) }
            for dimension in &view.state.assessment.index.dimensions {
                { element_on_paper(view, dimension, &trace) }
            }
        </table>
    }
}

fn element_on_paper(view: &View, dimension: &Dimension, trace: &[Step]) -> Html {
    let element = &view.state.standard.elements[dimension.element];
    let steps = || trace.iter().filter(|step| step.element == dimension.element);
    let answered = steps().any(|step| step.points.is_some());
    let value = elements::value(view, dimension.range, answered, |range| view.percent(range.value));
    html! {
        <tbody key={&*element.id}>
            <tr class="of-element">
                <th scope="rowgroup" colspan="3">
                    { view.text(&element.title) }
                    { view.basis(&element.basis) }
                </th>
                <td>{ value }</td>
            </tr>
            for step in steps() {
                { line(view, step, false) }
            }
        </tbody>
    }
}

/// A line of the trace; with the rule and the exact fractions, or without.
fn line(view: &View, step: &Step, in_full: bool) -> Html {
    let (words, standard) = (view.words, &view.state.standard);
    let (id, basis) = match step.item {
        Item::Question(index) => (&standard.questions[index].id, &standard.questions[index].basis),
        Item::Rate(index) => (&standard.rates[index].id, &standard.rates[index].basis),
    };
    html! {
        <tr key={&**id} class="point">
            <th scope="row">
                { view.item(step.item) }
                { view.basis(basis) }
            </th>
            <td data-label={words.why_answer}>
                for question in questions_of(step.item, standard) {
                    <span class="one">
                        { if in_full { view.answer(question) } else { in_a_line(view, question) } }
                    </span>
                }
            </td>
            if in_full {
                <td data-label={words.why_rule}>{ rule(view, step.rule) }</td>
            }
            <td data-label={words.why_points}>{ worth(view, step.points, in_full) }</td>
            <td data-label={words.why_adds}>{ worth(view, Some(step.value), in_full) }</td>
        </tr>
    }
}

/// An answer in a line: of more than two options how many they are.
fn in_a_line(view: &View, question: usize) -> String {
    let asked = &view.state.standard.questions[question];
    match (view.state.draft.sheet.answers.get(question), &asked.kind) {
        (Some(Answer::ManyOf(chosen)), Kind::ManyOf(choices))
            if chosen.len() > 2 && view.state.assessment.states[question] == State::Answered =>
        {
            let counts = [chosen.len(), choices.len()].map(|count| count.to_string());
            fill(view.words.report.options, &[&counts[0], &counts[1]])
        }
        _ => view.answer(question),
    }
}

fn rule(view: &View, rule: Rule) -> &'static str {
    match rule {
        Rule::Option => view.words.rule_option,
        Rule::YesNo => view.words.rule_yes_no,
        Rule::ShareOfOptions => view.words.rule_share_of_options,
        Rule::Rate => view.words.rule_rate,
        Rule::RateAboveTotal => view.words.rule_rate_above_total,
        Rule::Closed => view.words.rule_closed,
        Rule::Open => view.words.rule_open,
        Rule::NotApplicable => view.words.rule_not_applicable,
    }
}

/// A number of points; in full with the exact fraction where it had to be rounded.
fn worth(view: &View, points: Option<Fraction>, in_full: bool) -> Html {
    let share = points.map_or_else(|| "—".to_owned(), |points| view.share(points));
    if !in_full {
        return html! { { share } };
    }
    let exactly = points.map_or_else(String::new, exactly);
    html! {
        <>{ share }{ " " }<span class="facts">{ exactly }</span></>
    }
}

/// The fraction itself, where two decimals do not say it exactly.
fn exactly(fraction: Fraction) -> String {
    if fraction.numerator % fraction.denominator == 0 {
        return String::new();
    }
    let (numerator, denominator) = (fraction.numerator, fraction.denominator);
    format!("({numerator}/{denominator} × {}%)", write_number(1))
}
