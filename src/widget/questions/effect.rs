//! The effects: the change from a figure before to a figure after, a row of a table for each.

use super::asked::asked;
use super::contradictions::contradictions;
use super::question::cell;
use crate::answers::{Answer, write_number};
use crate::assess::Improvement;
use crate::standard::Effect;
use crate::strings::fill;
use crate::widget::components::{live_facts, live_text};
use crate::widget::context::View;
use yew::prelude::*;

/// The table of the effects, and what else is asked on the page.
pub fn effects(view: &View, shown: &[usize]) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let rows = standard.effects.iter().enumerate();
    let rows = rows.filter(|(_, effect)| shown.contains(&effect.before) && shown.contains(&effect.after));
    let rows: Vec<(usize, &Effect)> = rows.collect();
    let in_table = |question: &usize| {
        let mut rows = rows.iter();
        rows.any(|(_, effect)| [effect.before, effect.after].contains(question))
    };
    let others = shown.iter().filter(|question| !in_table(question));
    html! {
        <>
            <table class="effect-table" hidden={rows.is_empty()}>
                { view.table_head([words.effect, words.before, words.after, words.change]) }
                <tbody>{ for rows.iter().map(|(index, effect)| row(view, *index, effect)) }</tbody>
            </table>
            { for others.map(|index| asked(view, *index)) }
        </>
    }
}

fn row(view: &View, index: usize, effect: &Effect) -> Html {
    let words = view.words;
    let answer = |name: &str, question: usize| {
        html! {
            <td>
                // The head of the column, where the table has none.
                <span class="column" aria-hidden="true">{ name }</span>
                { cell(view, question) }
            </td>
        }
    };
    html! {
        <tr key={effect.id.as_str()}>
            <th scope="row">
                { view.text(&effect.title) }
                { view.basis(&effect.basis) }
                <details class="effect-references">
                    <summary>{ words.rate_references }</summary>
                    <p class="hint">{ words.no_pass_mark }</p>
                    { view.references(&effect.references) }
                </details>
            </th>
            { answer(words.before, effect.before) }
            { answer(words.after, effect.after) }
            <td>
                <span class="column" aria-hidden="true">{ words.change }</span>
                <span class="worked-out">
                    { live_text(&improvement(view, index)) }
                    { " " }
                    { live_facts(&improvement_working(view, effect)) }
                </span>
                { contradictions(view, effect.after) }
            </td>
        </tr>
    }
}

/// The change from before to after, in words.
pub fn improvement(view: &View, index: usize) -> String {
    let words = view.words;
    match view.state.assessment.effects[index] {
        Improvement::Is(change) if change < 0 => fill(words.effect_worse, &[&view.percent(-change)]),
        Improvement::Is(change) => fill(words.effect_working, &[&view.percent(change)]),
        Improvement::NoPercentage => words.effect_no_percentage.to_owned(),
        Improvement::Open => words.effect_open.to_owned(),
        Improvement::NotApplicable => words.effect_not_applicable.to_owned(),
    }
}

/// How the change is worked out: the difference divided by the figure before.
pub fn improvement_working(view: &View, effect: &Effect) -> String {
    let number = |question: usize| match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Number(number)) => Some(write_number(*number)),
        _ => None,
    };
    match (number(effect.before), number(effect.after)) {
        (Some(before), Some(after)) if effect.up => fill("({1} − {0}) ÷ {0}", &[&before, &after]),
        (Some(before), Some(after)) => fill("({0} − {1}) ÷ {0}", &[&before, &after]),
        _ => String::new(),
    }
}
