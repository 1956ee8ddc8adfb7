//! Why each point: answer, rule, points, and what they add to the index.

use super::super::view::View;
use crate::answers::write_number;
use crate::assess::{Fraction, Rule, Step, questions_of};
use yew::prelude::*;

pub fn points(view: &View) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let element = |dimension: &crate::assess::Dimension| {
        let element = &standard.elements[dimension.element];
        let steps = view
            .state
            .assessment
            .trace
            .iter()
            .filter(|step| step.element == dimension.element);
        let value = dimension
            .range
            .map_or(String::new(), |range| view.percent(range.value));
        html! {
            <details class="why">
                <summary>{ view.text(&element.title) }{ " " }<span class="facts">{ value }</span></summary>
                { view.basis(&element.basis) }
                <ul class="plain">{ for steps.map(|step| line(view, step)) }</ul>
            </details>
        }
    };
    html! {
        <section class="panel">
            <h4>{ words.why_heading }</h4>
            <p>{ words.why_about }</p>
            { view.basis(&standard.own.points) }
            { for view.state.assessment.index.dimensions.iter().map(element) }
        </section>
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

/// The fraction itself, where two decimals do not say it exactly.
fn exactly(fraction: Fraction) -> String {
    if fraction.numerator % fraction.denominator == 0 {
        return String::new();
    }
    format!(
        "= {}/{} × {}%",
        fraction.numerator,
        fraction.denominator,
        write_number(1)
    )
}

fn line(view: &View, step: &Step) -> Html {
    let words = view.words;
    let answer = |question: usize| {
        html! { <span class="given">{ view.answer(question) }</span> }
    };
    let questions = questions_of(step.item, &view.state.standard);
    let points = step.points.map_or(("—".to_owned(), String::new()), |points| {
        (view.share(points), exactly(points))
    });
    html! {
        <li class="point">
            <p><strong>{ view.item(step.item) }</strong></p>
            <dl class="pair">
                <dt>{ words.why_answer }</dt><dd>{ for questions.into_iter().map(answer) }</dd>
                <dt>{ words.why_rule }</dt><dd>{ rule(view, step.rule) }</dd>
                <dt>{ words.why_points }</dt><dd>{ points.0 }{ " " }<span class="facts">{ points.1 }</span></dd>
                <dt>{ words.why_adds }</dt>
                <dd>{ view.share(step.value) }{ " " }<span class="facts">{ exactly(step.value) }</span></dd>
            </dl>
        </li>
    }
}
