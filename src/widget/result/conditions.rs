//! The published conditions with verdict, readings, figures and source.

use super::super::components::{condition_badge, overall_badge, reading_badge, rests_on_contradiction};
use super::super::context::View;
use crate::answers::write_number;
use crate::assess::{Bound, Verdict};
use crate::standard::Demand;
use crate::strings::fill;
use yew::{Html, html};

/// The verdict on all conditions and each of them; nothing where the edition has none.
pub fn panel(view: &View) -> Html {
    let words = view.words;
    let Some(overall) = overall_badge(view) else {
        return Html::default();
    };
    let count = view.state.standard.criteria.len().to_string();
    let whole = fill(words.verdict_whole, &[&count]);
    html! {
        <section class="panel">
            <h4>{ words.conditions_heading }</h4>
            <p class="whole">{ whole }{ " " }{ overall }</p>
            { view.published("p.notice-own", words.conditions_only) }
            for index in 0..view.state.standard.criteria.len() {
                { condition(view, index) }
            }
        </section>
    }
}

fn condition(view: &View, index: usize) -> Html {
    let words = view.words;
    let criterion = &view.state.standard.criteria[index];
    let demand = fill(words.condition_demand, &[&write_number(criterion.at_least.value)]);
    let contradicted = rests_on_contradiction(view, index);
    html! {
        <article key={&*criterion.id} class="condition">
            <h5>{ view.text(&criterion.title) }{ " " }{ condition_badge(view, index) }</h5>
            <p>{ demand }</p>
            { view.basis(&criterion.at_least.basis) }
            <p class="facts">{ view.optional(&criterion.at_least.note) }</p>
            <p class="error">{ if contradicted { words.condition_contradicted } else { "" } }</p>
            <ul class="plain readings">
                for number in 0..criterion.readings.len() {
                    { reading(view, index, number) }
                }
            </ul>
            <details>
                <summary>{ words.condition_open_points }</summary>
                <ul>
                    for note in &criterion.notes {
                        <li>{ view.text(note) }</li>
                    }
                </ul>
            </details>
        </article>
    }
}

/// A reading of a condition: its verdict, the answers it rests on, and what is lacking.
fn reading(view: &View, criterion: usize, index: usize) -> Html {
    let reading = &view.state.standard.criteria[criterion].readings[index];
    let bounds = &view.state.assessment.conditions[criterion].readings[index].bounds;
    let text = fill(view.words.condition_reading, &[view.text(&reading.text)]);
    html! {
        <li key={&*reading.id}>
            <p>{ text }{ " " }{ reading_badge(view, criterion, index) }</p>
            <ul class="figures">
                for bound in bounds {
                    <li>{ figure(view, bound) }</li>
                }
            </ul>
            <p class="facts">{ sum(view, criterion, index) }{ " " }{ shortfall(view, criterion, index) }</p>
        </li>
    }
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

/// What several answers add up to, where all of them are given.
fn sum(view: &View, criterion: usize, reading: usize) -> String {
    let bounds = &view.state.assessment.conditions[criterion].readings[reading].bounds;
    let demand = view.state.standard.criteria[criterion].readings[reading].demand;
    if demand != Demand::SumOf || bounds.len() < 2 || !bounds.iter().all(|bound| bound.given) {
        return String::new();
    }
    let sum: i64 = bounds.iter().map(|bound| bound.low).sum();
    fill(view.words.condition_sum, &[&sum.to_string()])
}

/// How much is lacking at least, where a reading is not met.
fn shortfall(view: &View, criterion: usize, reading: usize) -> String {
    let judged = &view.state.assessment.conditions[criterion].readings[reading];
    if judged.verdict != Verdict::NotMet {
        return String::new();
    }
    let criterion = &view.state.standard.criteria[criterion];
    let highs = judged.bounds.iter().map(|bound| bound.high);
    let reached = match criterion.readings[reading].demand {
        Demand::SumOf => highs.sum(),
        // A reading without a question does not exist.
        Demand::EachOf => highs.min().unwrap_or(0),
    };
    let lacking = criterion.at_least.value / 100 - reached;
    fill(view.words.condition_short, &[&lacking.to_string()])
}
