//! The published conditions of a programme under each of their readings.

use super::context::{ProgrammesContext, common};
use super::facts;
use crate::answers::write_number;
use crate::assess::Verdict;
use crate::programmes::{Check, Condition, JudgedCondition, JudgedReading, Reading, Test};
use crate::standard::{Basis, Compare};
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::draft::Screen;
use yew::{Html, html};

/// The conditions: those of all first, then those of each category. Where all have one source, it stands at their head.
pub fn conditions(context: &ProgrammesContext, index: usize) -> Html {
    let words = context.words;
    let programme = &context.programmes.programmes[index];
    let basis = common(programme.conditions.iter().map(|condition| &condition.basis));
    let content = if programme.conditions.is_empty() {
        html! { <p class="facts">{ words.conditions_none }</p> }
    } else {
        html! {
            <div class="conditions">
                { not_checked(context, index) }
                if !programme.categories.is_empty() {
                    { category_heading(words.conditions_common) }
                }
                { conditions_of(context, index, None, basis) }
                { for (0..programme.categories.len()).map(|category| of_category(context, index, category, basis)) }
            </div>
        }
    };
    html! {
        <div class="part">
            <h6>{ words.conditions_heading }{ for basis.map(|basis| context.basis(basis)) }</h6>
            { content }
        </div>
    }
}

/// How many conditions are not checked here, and which facts are open on which a verdict hangs.
fn not_checked(context: &ProgrammesContext, index: usize) -> Html {
    let words = context.words;
    let judged = &context.judged[index];
    let unchecked = judged.conditions.iter().filter(|found| found.verdict.is_none());
    let unchecked = match unchecked.count() {
        0 => String::new(),
        some => fill(words.conditions_unchecked, &[&some.to_string()]),
    };
    let open = judged.open.iter();
    let open: Vec<&str> = open
        .map(|fact| context.view.text(&context.programmes.facts[*fact].text))
        .collect();
    let open = match open.as_slice() {
        [] => String::new(),
        open => [words.open_heading, &open.join(context.view.semicolon())].concat(),
    };
    html! {
        <>
            <p class="facts">{ unchecked }</p>
            <p class="facts open-facts">{ open }</p>
        </>
    }
}

/// The conditions of a category under its title; nothing where it has none of its own.
fn of_category(context: &ProgrammesContext, index: usize, category: usize, common: Option<&Basis>) -> Html {
    let programme = &context.programmes.programmes[index];
    let is_own = |condition: &Condition| condition.category == Some(category);
    let title = context.view.text(&programme.categories[category].title);
    html! {
        if programme.conditions.iter().any(is_own) {
            { category_heading(&fill(context.words.conditions_of, &[title])) }
            { conditions_of(context, index, Some(category), common) }
        }
    }
}

fn category_heading(words: &str) -> Html {
    html! { <p class="category"><strong>{ words }</strong></p> }
}

fn conditions_of(
    context: &ProgrammesContext,
    index: usize,
    category: Option<usize>,
    common: Option<&Basis>,
) -> Html {
    let programme = &context.programmes.programmes[index];
    let pairs = programme.conditions.iter().zip(&context.judged[index].conditions);
    html! {
        for (found, judged) in pairs.filter(|(found, _)| found.category == category) {
            { condition(context, found, judged, common) }
        }
    }
}

fn condition(
    context: &ProgrammesContext,
    condition: &Condition,
    judged: &JudgedCondition,
    common: Option<&Basis>,
) -> Html {
    let view = context.view;
    let to_be_cleared = judged.readings.iter().any(|reading| reading.contradicted);
    html! {
        <div class="condition">
            <div>
                <strong>{ view.text(&condition.title) }</strong>
                { " " }
                if let Some(verdict) = judged.verdict {
                    { view.badge(verdict, to_be_cleared) }
                } else {
                    <span class="facts">{ context.words.not_checked }</span>
                }
                { context.basis_beside(common, &condition.basis) }
            </div>
            <p class="facts">{ view.optional(&condition.note) }</p>
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
            // The figure may be surer than what is said of the condition.
            <div>
                { fill(words.at_least, &[&write_number(found.at_least.value)]) }
                { view.basis(&found.at_least.basis) }
            </div>
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
    // With a single reading its verdict is that of the condition, which has been said.
    if let ([only], [judged]) = (readings, judged.readings.as_slice()) {
        let text = html! { <span class="figures">{ context.view.text(&only.text) }</span> };
        return html! { <div>{ reading(context, condition, only, judged, text) }</div> };
    }
    html! {
        <ul class="plain readings">
            for (found, judged) in readings.iter().zip(&judged.readings) {
                <li>
                    { reading(
                        context, condition, found, judged,
                        reading_verdict(context, context.view.text(&found.text), judged),
                    ) }
                </li>
            }
        </ul>
    }
}

/// What a reading requires, after its `head`.
fn reading(
    context: &ProgrammesContext,
    condition: &Condition,
    reading: &Reading,
    judged: &JudgedReading,
    head: Html,
) -> Html {
    let view = context.view;
    let basis = reading.basis.as_ref();
    let or_else = reading
        .or_else
        .as_ref()
        .filter(|_| judged.verdict != Verdict::Met);
    html! {
        <>
            { head }
            { for basis.map(|basis| context.basis_beside(Some(&condition.basis), basis)) }
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
        </>
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
            { facts::to_its_question(context, test.fact) }
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
