//! The published conditions of a programme under each of their readings.

use super::context::ProgrammesContext;
use super::facts;
use super::together::together;
use crate::answers::write_number;
use crate::assess::Verdict;
use crate::programmes::{Check, Condition, JudgedCondition, JudgedReading, Reading, Test};
use crate::standard::{Basis, Compare};
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::draft::Screen;
use yew::{Html, html};

/// The conditions: those of all first, then those of each category.
pub fn conditions(context: &ProgrammesContext, index: usize) -> Html {
    let words = context.words;
    let programme = &context.programmes.programmes[index];
    let content = if programme.conditions.is_empty() {
        html! { <p class="facts">{ words.conditions_none }</p> }
    } else {
        html! {
            <div class="conditions">
                { together(context, index) }
                if !programme.categories.is_empty() {
                    { category_heading(words.conditions_common) }
                }
                { conditions_of(context, index, None) }
                { for (0..programme.categories.len()).map(|category| of_category(context, index, category)) }
                { open(context, &context.judged[index].open) }
            </div>
        }
    };
    html! {
        <div class="part">
            <h6>{ words.conditions_heading }</h6>
            { content }
        </div>
    }
}

/// The conditions of a category under its title; nothing where it has none of its own.
fn of_category(context: &ProgrammesContext, index: usize, category: usize) -> Html {
    let programme = &context.programmes.programmes[index];
    let is_own = |condition: &Condition| condition.category == Some(category);
    let title = context.view.text(&programme.categories[category].title);
    html! {
        if programme.conditions.iter().any(is_own) {
            { category_heading(&fill(context.words.conditions_of, &[title])) }
            { conditions_of(context, index, Some(category)) }
        }
    }
}

fn category_heading(words: &str) -> Html {
    html! { <p class="category"><strong>{ words }</strong></p> }
}

fn conditions_of(context: &ProgrammesContext, index: usize, category: Option<usize>) -> Html {
    let programme = &context.programmes.programmes[index];
    let pairs = programme.conditions.iter().zip(&context.judged[index].conditions);
    html! {
        for (found, judged) in pairs.filter(|(found, _)| found.category == category) {
            { condition(context, found, judged) }
        }
    }
}

/// The facts that are open and on which a verdict hangs.
fn open(context: &ProgrammesContext, facts: &[usize]) -> Html {
    html! {
        if !facts.is_empty() {
            <div>
                <p>{ context.words.open_heading }</p>
                <ul>
                    for fact in facts {
                        <li>{ context.view.text(&context.programmes.facts[*fact].text) }</li>
                    }
                </ul>
            </div>
        }
    }
}

fn condition(context: &ProgrammesContext, condition: &Condition, judged: &JudgedCondition) -> Html {
    let view = context.view;
    let to_be_cleared = judged.readings.iter().any(|reading| reading.contradicted);
    html! {
        <div class="condition">
            <p>
                <strong>{ view.text(&condition.title) }</strong>
                { " " }
                if let Some(verdict) = judged.verdict {
                    { view.badge(verdict, to_be_cleared) }
                } else {
                    <span class="badge unknown">{ context.words.not_checked }</span>
                }
            </p>
            <p class="facts">{ view.optional(&condition.note) }</p>
            { context.basis(&condition.basis) }
            { match &condition.check {
                Check::Words => html! {},
                Check::Readings(found) => readings(context, condition, found, judged),
                Check::Criterion { criterion, .. } => as_assessed(context, criterion, judged),
            } }
        </div>
    }
}

/// A condition of the standard, under the readings that the result shows in full.
fn as_assessed(context: &ProgrammesContext, criterion: &str, judged: &JudgedCondition) -> Html {
    let words = context.words;
    let view = context.view;
    let mut criteria = view.state.standard.criteria.iter();
    let found = criteria.find(|found| found.id == criterion);
    let Some(found) = found.filter(|_| !judged.readings.is_empty()) else {
        return html! { <p class="facts">{ words.other_edition }</p> };
    };
    let result = Action::Go(Screen::Result);
    html! {
        <>
            <p>{ fill(words.at_least, &[&write_number(found.at_least.value)]) }</p>
            <ul class="plain readings">
                for (reading, judged) in found.readings.iter().zip(&judged.readings) {
                    <li>{ reading_verdict(context, view.text(&reading.text), judged) }</li>
                }
            </ul>
            <p class="facts">
                { words.as_in_result }
                { " " }
                <button type="button" class="link" onclick={view.sends(result)}>{ words.to_result }</button>
            </p>
        </>
    }
}

/// A reading with its verdict.
fn reading_verdict(context: &ProgrammesContext, text: &str, judged: &JudgedReading) -> Html {
    html! {
        <p>
            { fill(context.words.reading, &[text]) }
            { " " }
            { context.view.badge(judged.verdict, judged.contradicted) }
        </p>
    }
}

fn readings(
    context: &ProgrammesContext,
    condition: &Condition,
    readings: &[Reading],
    judged: &JudgedCondition,
) -> Html {
    html! {
        <ul class="plain readings">
            for (found, judged) in readings.iter().zip(&judged.readings) {
                { reading(context, condition, found, judged) }
            }
        </ul>
    }
}

fn reading(
    context: &ProgrammesContext,
    condition: &Condition,
    reading: &Reading,
    judged: &JudgedReading,
) -> Html {
    let view = context.view;
    let or_else = reading
        .or_else
        .as_ref()
        .filter(|_| judged.verdict != Verdict::Met);
    html! {
        <li>
            { reading_verdict(context, view.text(&reading.text), judged) }
            <ul class="figures">
                for (number, tests) in reading.any_of.iter().enumerate() {
                    if number > 0 {
                        <li class="plain">{ context.words.alternative }</li>
                    }
                    { for tests.iter().map(|found| test(context, condition, found)) }
                }
            </ul>
            if let Some(text) = or_else {
                <p class="facts">{ view.text(text) }</p>
            }
            if let Some(basis) = &reading.basis {
                { context.basis(basis) }
            }
        </li>
    }
}

/// What is asked, what is required, and how it stands now. The source of its figure is shown with it where it is not
/// that of the condition.
fn test(context: &ProgrammesContext, condition: &Condition, test: &Test) -> Html {
    let words = context.words;
    let view = context.view;
    let stands_elsewhere =
        |basis: &Basis| basis.source != condition.basis.source || basis.grade != condition.basis.grade;
    html! {
        <li>
            <span>{ view.text(&context.programmes.facts[test.fact].text) }</span>
            { " · " }
            <span>{ required(context, test) }</span>
            { " · " }
            <strong>{ fill(words.now, &[&facts::value(context, test.fact)]) }</strong>
            if let Some(figure) = &test.figure {
                <span class="facts">{ view.optional(&figure.note) }</span>
                if stands_elsewhere(&figure.basis) {
                    { context.basis(&figure.basis) }
                }
            }
        </li>
    }
}

/// What a fact must be, in words.
fn required(context: &ProgrammesContext, test: &Test) -> String {
    let words = context.words;
    let Some(figure) = &test.figure else {
        return words.is_yes.to_owned();
    };
    let number = facts::with_unit(context, test.fact, figure.value);
    let text = match test.compare {
        Compare::AtLeast => words.at_least,
        Compare::AtMost => words.at_most,
        Compare::Is => words.exactly,
    };
    fill(text, &[&number])
}
