//! Each published condition, all of them together and the index under both editions, in one table.

use super::super::super::components::{condition_badge, overall_badge, readings};
use super::pair::Pair;
use crate::answers::write_number;
use crate::editions::{Change, Row};
use crate::strings::fill;
use yew::{Html, html};

/// The table: a row for each condition that one of the editions has.
pub fn table(pair: &Pair) -> Html {
    let words = pair.words;
    html! {
        <table class="beside">
            <thead>
                <tr>
                    <th scope="col">{ words.aspect }</th>
                    <th scope="col">{ pair.name(0) }</th>
                    <th scope="col">{ pair.name(1) }</th>
                </tr>
            </thead>
            <tbody>
                for found in &pair.comparison.rows {
                    { condition(pair, found) }
                }
                <tr>
                    <th scope="row"><strong>{ words.row_whole }</strong></th>
                    <td>{ whole(pair, 0) }</td>
                    <td>{ whole(pair, 1) }</td>
                </tr>
                <tr>
                    <th scope="row"><strong>{ words.row_index }</strong></th>
                    <td>{ index(pair, 0) }</td>
                    <td>{ index(pair, 1) }</td>
                </tr>
            </tbody>
        </table>
    }
}

/// A condition: what changed, and under each edition its number, its verdict, and what lacks.
fn condition(pair: &Pair, found: &Row) -> Html {
    let criteria = [0, 1].map(|edition| pair.comparison.criterion(found, edition));
    let title = criteria.iter().flatten().next();
    let title = title.map_or("", |criterion| pair.view.text(&criterion.title));
    html! {
        <tr key={&*found.id} class="condition-row">
            <th scope="row">
                <strong>{ title }</strong>
                <p class="facts">{ change(pair, found) }</p>
            </th>
            <td>{ under(pair, found, 0) }</td>
            <td>{ under(pair, found, 1) }</td>
        </tr>
    }
}

fn under(pair: &Pair, found: &Row, edition: usize) -> Html {
    let (Some(index), Some(criterion)) = (found.at[edition], pair.comparison.criterion(found, edition))
    else {
        return html! { <span>{ pair.words.absent }</span> };
    };
    let view = pair.under(edition);
    let mark = fill(view.words.result.mark, &[&write_number(criterion.at_least.value)]);
    html! {
        <>
            <div class="under">
                <span>{ mark }{ view.basis(&criterion.at_least.basis) }</span>
                { condition_badge(&view, index) }
            </div>
            <div class="facts">{ readings(&view, index) }</div>
        </>
    }
}

/// What changed from the earlier edition to the later one.
fn change(pair: &Pair, found: &Row) -> String {
    let words = pair.words;
    let figure = |edition: usize| {
        let criterion = pair.comparison.criterion(found, edition);
        criterion.map_or(String::new(), |criterion| write_number(criterion.at_least.value))
    };
    let [earlier, later] = [0, 1].map(figure);
    match pair.comparison.change(found, 0, 1) {
        Change::Absent => String::new(),
        Change::Same => words.same.to_owned(),
        Change::Raised => fill(words.raised, &[&earlier, &later]),
        Change::Lowered => fill(words.lowered, &[&earlier, &later]),
        Change::Added => words.added.to_owned(),
        Change::Removed => words.removed.to_owned(),
    }
}

/// The verdict on all conditions of an edition, and that only so many are known.
fn whole(pair: &Pair, edition: usize) -> Html {
    let view = pair.under(edition);
    html! {
        <>
            { overall_badge(&view).unwrap_or_default() }
            <div class="facts">{ view.published("span", view.words.conditions_known) }</div>
        </>
    }
}

/// The range of the index under an edition.
fn index(pair: &Pair, edition: usize) -> String {
    match pair.states[edition].assessment.index.range {
        Some(range) => pair.view.whole_range(range),
        None => pair.view.words.index_nothing.to_owned(),
    }
}
