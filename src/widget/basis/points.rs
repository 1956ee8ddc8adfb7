//! Why each point: answer, rule, points, and what they add to the index.

use super::super::context::View;
use crate::answers::write_number;
use crate::assess::{Dimension, Fraction, Rule, Step, questions_of};
use crate::standard::Item;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    let words = view.words;
    let trace = view.state.assessment.trace();
    html! {
        <section class="panel">
            <h4>{ words.why_heading }</h4>
            <p>{ words.why_about }</p>
            { view.basis(&view.state.standard.own.points) }
            for dimension in &view.state.assessment.index.dimensions {
                { element(view, dimension, &trace) }
            }
        </section>
    }
}

/// An element of the index with the lines of the trace that belong to it.
fn element(view: &View, dimension: &Dimension, trace: &[Step]) -> Html {
    let element = &view.state.standard.elements[dimension.element];
    let value = dimension.range.map(|range| view.percent(range.value));
    let steps = trace.iter().filter(|step| step.element == dimension.element);
    html! {
        <details key={&*element.id} class="why">
            <summary>
                { view.text(&element.title) }{ " " }
                <span class="facts">{ value.unwrap_or_default() }</span>
            </summary>
            { view.basis(&element.basis) }
            <ul class="plain">
                for found in steps {
                    { step(view, found) }
                }
            </ul>
        </details>
    }
}

fn step(view: &View, step: &Step) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let (id, basis) = match step.item {
        Item::Question(index) => (&standard.questions[index].id, &standard.questions[index].basis),
        Item::Rate(index) => (&standard.rates[index].id, &standard.rates[index].basis),
    };
    html! {
        <li key={&**id} class="point">
            <p><strong>{ view.item(step.item) }</strong></p>
            <dl class="pair">
                <dt>{ words.why_answer }</dt>
                <dd>
                    for question in questions_of(step.item, standard) {
                        <span class="given">{ view.answer(question) }</span>
                    }
                </dd>
                <dt>{ words.why_rule }</dt>
                <dd>{ rule(view, step.rule) }</dd>
                <dt>{ words.why_points }</dt>
                { worth(view, step.points) }
                <dt>{ words.why_adds }</dt>
                { worth(view, Some(step.value)) }
            </dl>
            { view.basis(basis) }
        </li>
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

/// A number of points, and the exact fraction where it had to be rounded.
fn worth(view: &View, points: Option<Fraction>) -> Html {
    let share = points.map_or_else(|| "—".to_owned(), |points| view.share(points));
    let exactly = points.map_or_else(String::new, exactly);
    html! {
        <dd>{ share }{ " " }<span class="facts">{ exactly }</span></dd>
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
