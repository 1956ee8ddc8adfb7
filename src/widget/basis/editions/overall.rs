//! All conditions together, and the index, under both editions.

use super::super::super::components::overall_badge;
use super::pair::Pair;
use super::table::{cell, row, table};
use crate::strings::fill;
use yew::{Html, html};

pub fn panel(pair: &Pair) -> Html {
    let words = pair.words;
    let [earlier, later] = [0, 1].map(|edition| pair.states[edition].assessment.index.range);
    let about_index = match earlier == later {
        true => words.index_same,
        false => pair.view.words.index_own,
    };
    let rows = html! {
        <>
            { row(words.row_whole, [0, 1].map(|edition| verdict(pair, edition))) }
            { row(words.row_index, [0, 1].map(|edition| index(pair, edition))) }
        </>
    };
    html! {
        <section class="panel">
            <h4>{ words.whole_heading }</h4>
            { table(pair, rows) }
            for edition in [0, 1] {
                { pair.under(edition).conditions_known() }
            }
            <p class="facts">{ about_index }</p>
            { pair.view.basis(&pair.view.state.standard.own.weights) }
        </section>
    }
}

/// The verdict on all conditions of an edition, and how many those are.
fn verdict(pair: &Pair, edition: usize) -> Html {
    let view = pair.under(edition);
    let Some(badge) = overall_badge(&view) else {
        return cell(pair.words.absent);
    };
    let count = view.state.standard.criteria.len().to_string();
    html! {
        <>
            { badge }
            <p class="facts">{ fill(pair.words.row_count, &[&count]) }</p>
        </>
    }
}

/// The range of the index under an edition.
fn index(pair: &Pair, edition: usize) -> Html {
    match pair.states[edition].assessment.index.range {
        Some(range) => cell(&pair.view.range(range.low, range.high)),
        None => cell(pair.view.words.index_nothing),
    }
}
