//! The published conditions: how many are met, and each in a line with its number, what was answered, and what lacks.

use super::super::components::{condition_badge, go_to_question, readings};
use super::super::context::View;
use crate::answers::{Answer, write_number};
use crate::assess::{Bound, Tally, Verdict};
use crate::standard::Criterion;
use crate::strings::fill;
use yew::{Html, html};

/// How many conditions stand how, in a sentence; nothing where the edition has none.
pub fn tally(view: &View) -> Option<Html> {
    let words = &view.words.result;
    let state = view.state;
    let count = state.standard.criteria.len();
    if count == 0 {
        return None;
    }
    let Tally {
        met,
        not_met,
        depends,
        to_be_cleared,
        open,
    } = state.assessment.tally(&state.standard);
    let parts = [
        ("met", met, words.tally_met),
        ("not-met", not_met, words.tally_not_met),
        ("depends", depends, words.tally_depends),
        ("clear", to_be_cleared, words.tally_to_be_cleared),
        ("unknown", open, words.tally_open),
    ];
    let parts = parts.into_iter().filter(|(_, count, _)| *count > 0);
    let parts = parts.enumerate().map(|(place, (class, count, text))| {
        let comma = if place == 0 { "" } else { words.comma };
        html! {
            <span key={class}>{ comma }<span class={class}>{ fill(text, &[&count.to_string()]) }</span></span>
        }
    });
    Some(html! {
        <span class="tally">{ fill(words.tally, &[&count.to_string()]) }{ for parts }</span>
    })
}

/// Each condition in a line.
pub fn lines(view: &View) -> Html {
    let criteria = view.state.standard.criteria.iter().enumerate();
    html! {
        <ul class="plain condition-lines">
            { for criteria.map(|(index, criterion)| line(view, index, criterion)) }
        </ul>
    }
}

fn line(view: &View, index: usize, criterion: &Criterion) -> Html {
    let mark = fill(view.words.result.mark, &[&write_number(criterion.at_least.value)]);
    let given: Vec<String> = bounds(view, index)
        .iter()
        .map(|bound| labelled(view, bound))
        .collect();
    html! {
        <li key={criterion.id.as_str()} class="condition">
            { condition_badge(view, index) }
            <div class="condition-title">
                <h4>{ view.text(&criterion.title) }{ " " }{ mark }</h4>
                { view.basis(&criterion.at_least.basis) }
            </div>
            <p class="given">{ given.join(" · ") }</p>
            <div class="condition-lacks">
                { readings(view, index) }
                { for deciding(view, index).map(|question| go_to_question(view, question)) }
            </div>
        </li>
    }
}

/// What is known of each answer to which a condition looks, each once, in the order of the questions.
fn bounds(view: &View, criterion: usize) -> Vec<Bound> {
    let mut bounds: Vec<Bound> = Vec::new();
    let readings = view.state.assessment.conditions[criterion].readings.iter();
    for bound in readings.flat_map(|reading| &reading.bounds) {
        if bounds.iter().all(|known| known.question != bound.question) {
            bounds.push(*bound);
        }
    }
    bounds.sort_by_key(|bound| bound.question);
    bounds
}

/// An answer after what it is of; a number then needs no unit.
fn labelled(view: &View, bound: &Bound) -> String {
    let question = &view.state.standard.questions[bound.question];
    let Some(label) = &question.label else {
        return given(view, bound);
    };
    let answer = match view.state.draft.sheet.answers.get(bound.question) {
        Some(Answer::Count(count)) => count.to_string(),
        _ => view.answer(bound.question),
    };
    let known = and_what_follows(view, bound, answer, &|number| number.to_string());
    fill(view.words.result.reading, &[view.text(label), &known])
}

/// An answer, or that there is none, and what follows for it from another.
fn given(view: &View, bound: &Bound) -> String {
    let question = &view.state.standard.questions[bound.question];
    and_what_follows(view, bound, view.answer(bound.question), &|number| {
        let unit = question.unit(number * 100).map_or("", |unit| view.text(unit));
        fill(view.words.result.amount, &[&number.to_string(), unit])
    })
}

fn and_what_follows(view: &View, bound: &Bound, answer: String, number: &dyn Fn(i64) -> String) -> String {
    let words = &view.words.result;
    if bound.given || bound.implied_by.is_none() {
        return answer;
    }
    // Of the two bounds one follows; the other is only what the field would take.
    let mut relations = view.state.standard.relations.iter();
    match relations.any(|relation| relation.whole == bound.question) {
        true => fill(words.answer_at_least, &[&answer, &number(bound.low)]),
        false => fill(words.answer_at_most, &[&answer, &number(bound.high)]),
    }
}

/// The first open question that decides a condition, where answers decide it.
fn deciding(view: &View, criterion: usize) -> Option<usize> {
    let condition = &view.state.assessment.conditions[criterion];
    let mut readings = condition.readings.iter();
    let reading = readings.find(|reading| reading.verdict == Verdict::Unknown)?;
    let bound = reading.bounds.iter().find(|bound| bound.low < bound.high)?;
    Some(bound.question)
}

/// What each condition rests on, answer by answer, and what the text leaves open, folded.
pub fn behind(view: &View) -> Html {
    let criteria = view.state.standard.criteria.iter().enumerate();
    html! {
        <details class="behind" hidden={view.state.standard.criteria.is_empty()}>
            <summary>{ view.words.result.behind }</summary>
            { for criteria.map(|(index, criterion)| answers_and_notes(view, index, criterion)) }
        </details>
    }
}

fn answers_and_notes(view: &View, index: usize, criterion: &Criterion) -> Html {
    let bounds = bounds(view, index);
    html! {
        <article key={criterion.id.as_str()}>
            <h5>{ view.text(&criterion.title) }</h5>
            { view.basis(&criterion.at_least.basis) }
            <ul class="figures">
                for bound in &bounds {
                    <li key={bound.question}>
                        { view.question(bound.question) }{ " " }
                        <strong>{ given(view, bound) }</strong>{ " " }
                        { go_to_question(view, bound.question) }
                    </li>
                }
            </ul>
            <p class="facts">{ view.optional(&criterion.at_least.note) }</p>
            <ul>
                for note in &criterion.notes {
                    <li>{ view.text(note) }</li>
                }
            </ul>
        </article>
    }
}
