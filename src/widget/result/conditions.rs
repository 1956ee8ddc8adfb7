//! The published conditions with verdict, readings, figures and source.

use super::super::element::{El, el, sequence};
use super::super::questions::live::rests_on_contradiction;
use super::super::view::View;
use crate::answers::write_number;
use crate::assess::{Bound, ReadingVerdict, Verdict};
use crate::standard::{Criterion, Demand, Reading};
use crate::strings::fill;

pub fn conditions(view: &View) -> El {
    let words = view.words;
    let Some(verdict) = view.state.assessment.verdict else {
        return sequence();
    };
    let count = view.state.standard.criteria.len();
    let to_be_cleared = (0..count).any(|criterion| rests_on_contradiction(view, criterion));
    let whole = el("p.whole")
        .text(words.verdict_whole)
        .text(" ")
        .with(view.badge(verdict, to_be_cleared));
    el("section.panel")
        .line("h4", words.conditions_heading)
        .with(whole)
        .with(view.published("p.notice-own", words.conditions_only))
        .all((0..count).map(|index| condition(view, index)))
}

fn condition(view: &View, index: usize) -> El {
    let words = view.words;
    let criterion = &view.state.standard.criteria[index];
    let judged = &view.state.assessment.conditions[index];
    let cleared = rests_on_contradiction(view, index);
    let heading = el("h5")
        .text(view.text(&criterion.title))
        .text(" ")
        .with(view.badge(judged.verdict, cleared));
    let warning = if cleared { words.condition_contradicted } else { "" };
    let readings = criterion.readings.iter().zip(&judged.readings);
    let readings = readings.map(|(reading, judged)| one(view, criterion, reading, judged));
    let notes = criterion.notes.iter();
    let notes = el("ul").all(notes.map(|note| el("li").text(view.text(note))));
    el("article.condition")
        .with(heading)
        .line_fill(
            "p",
            words.condition_demand,
            &[&write_number(criterion.at_least.value)],
        )
        .with(view.basis(&criterion.at_least.basis))
        .line("p.facts", view.optional(&criterion.at_least.note))
        .line("p.error", warning)
        .with(el("ul.plain readings").all(readings))
        .with(
            el("details")
                .line("summary", words.condition_open_points)
                .with(notes),
        )
}

/// What an answer says of a condition: given, implied by another, or open.
fn figure(view: &View, bound: &Bound) -> String {
    let words = view.words;
    let name = view.question(bound.question);
    let low = bound.low.to_string();
    match bound.implied_by {
        _ if bound.given => fill(words.condition_answer_given, &[name, &low]),
        Some(other) => {
            let other = [view.question(other), " ", &view.answer(other)].concat();
            let high = bound.high.to_string();
            // Of the two bounds one is implied; the other is only what the field would take.
            let relations = &view.state.standard.relations;
            let is_whole = relations.iter().any(|relation| relation.whole == bound.question);
            match is_whole {
                true => fill(words.condition_answer_at_least, &[name, &low, &other]),
                false => fill(words.condition_answer_at_most, &[name, &high, &other]),
            }
        }
        None => fill(words.condition_answer_open, &[name]),
    }
}

fn one(view: &View, criterion: &Criterion, reading: &Reading, judged: &ReadingVerdict) -> El {
    let words = view.words;
    let needed = criterion.at_least.value / 100;
    let (mut cleared, mut all_given) = (false, true);
    let (mut low, mut high, mut lacking) = (0, 0, i64::MIN);
    for bound in &judged.bounds {
        cleared |= view.is_contradicted(bound.question);
        all_given &= bound.given;
        low += bound.low;
        high += bound.high;
        lacking = lacking.max(needed - bound.high);
    }
    let short = match (judged.verdict, reading.demand) {
        (Verdict::NotMet, Demand::SumOf) => needed - high,
        (Verdict::NotMet, Demand::EachOf) => lacking,
        _ => 0,
    };
    let verdict = el("p")
        .fill(words.condition_reading, &[view.text(&reading.text)])
        .text(" ")
        .with(view.badge(judged.verdict, cleared));
    let mut facts = String::new();
    if reading.demand == Demand::SumOf && judged.bounds.len() > 1 && all_given {
        facts = fill(words.condition_sum, &[&low.to_string()]);
    }
    facts.push(' ');
    if short > 0 {
        facts.push_str(&fill(words.condition_short, &[&short.to_string()]));
    }
    let figures = judged.bounds.iter();
    let figures = figures.map(|bound| el("li").owned(figure(view, bound)));
    el("li")
        .with(verdict)
        .with(el("ul.figures").all(figures))
        .line_owned("p.facts", facts)
}
