//! Why each point: answer, rule, points, and what they add to the index.

use super::super::element::{El, el};
use super::super::view::View;
use crate::answers::write_number;
use crate::assess::{Dimension, Fraction, Rule, Step, questions_of};
use crate::standard::Item;
use crate::strings::fill;

pub fn points(view: &View) -> El {
    let words = view.words;
    let dimensions = view.state.assessment.index.dimensions.iter();
    let trace = view.state.assessment.trace();
    el("section.panel")
        .line("h4", words.why_heading)
        .line("p", words.why_about)
        .with(view.basis(&view.state.standard.own.points))
        .all(dimensions.map(|dimension| element(view, dimension, &trace)))
}

fn element(view: &View, dimension: &Dimension, trace: &[Step]) -> El {
    let element = &view.state.standard.elements[dimension.element];
    let value = dimension
        .range
        .map_or(String::new(), |range| view.percent(range.value));
    let summary = el("summary")
        .text(view.text(&element.title))
        .text(" ")
        .line_owned("span.facts", value);
    let mut lines = el("ul.plain");
    for step in trace {
        if step.element == dimension.element {
            lines = lines.with(line(view, step));
        }
    }
    el("details.why")
        .with(summary)
        .with(view.basis(&element.basis))
        .with(lines)
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
    fill(
        "({0}/{1} × {2}%)",
        &[
            &fraction.numerator.to_string(),
            &fraction.denominator.to_string(),
            &write_number(1),
        ],
    )
}

fn line(view: &View, step: &Step) -> El {
    let words = view.words;
    let mut answers = el("dd");
    for question in questions_of(step.item, &view.state.standard) {
        answers = answers.line_owned("span.given", view.answer(question));
    }
    let worth = |fraction: Option<Fraction>| match fraction {
        Some(fraction) => el("dd")
            .owned(view.share(fraction))
            .text(" ")
            .line_owned("span.facts", exactly(fraction)),
        None => el("dd").text("—").text(" ").line("span.facts", ""),
    };
    let list = el("dl.pair")
        .line("dt", words.why_answer)
        .with(answers)
        .line("dt", words.why_rule)
        .line("dd", rule(view, step.rule))
        .line("dt", words.why_points)
        .with(worth(step.points))
        .line("dt", words.why_adds)
        .with(worth(Some(step.value)));
    let basis = match step.item {
        Item::Question(index) => &view.state.standard.questions[index].basis,
        Item::Rate(index) => &view.state.standard.rates[index].basis,
    };
    el("li.point")
        .with(el("p").line("strong", view.item(step.item)))
        .with(list)
        .with(view.basis(basis))
}
