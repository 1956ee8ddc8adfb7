//! Each published condition under both editions.

use super::super::super::components::{condition_badge, reading_badge, rests_on_contradiction};
use super::super::super::context::View;
use super::pair::Pair;
use super::table::{cell, row, table};
use crate::answers::write_number;
use crate::assess::Verdict;
use crate::editions::{Change, Row};
use crate::strings::fill;
use yew::{Html, html};

/// Every condition that one of the editions has.
pub fn panel(pair: &Pair) -> Html {
    html! {
        <section class="panel">
            <h4>{ pair.words.changed_heading }</h4>
            for found in &pair.comparison.rows {
                { condition(pair, found) }
            }
        </section>
    }
}

/// A condition: what changed and what it means, then figures, verdicts and readings side by side, then the sources.
fn condition(pair: &Pair, found: &Row) -> Html {
    let criteria = [0, 1].map(|edition| pair.comparison.criterion(found, edition));
    let title = criteria.iter().flatten().next();
    let title = title.map_or("", |criterion| pair.view.text(&criterion.title));
    html! {
        <article key={&*found.id} class="condition">
            <h5>{ title }</h5>
            <p>{ change(pair, found) }</p>
            <p>{ meaning(pair, found) }</p>
            <p class="facts">{ pair.words.answers_heading }</p>
            { answers(pair, found) }
            { comparison(pair, found) }
            <div class="references">
                { source(pair, found, 0) }
                { source(pair, found, 1) }
            </div>
        </article>
    }
}

/// The published number of a condition in an edition, in words where it has none.
fn figure(pair: &Pair, found: &Row, edition: usize) -> String {
    match pair.comparison.criterion(found, edition) {
        Some(criterion) => write_number(criterion.at_least.value),
        None => pair.words.absent.to_owned(),
    }
}

/// What changed from the earlier edition to the later one.
fn change(pair: &Pair, found: &Row) -> String {
    let words = pair.words;
    let [earlier, later] = [0, 1].map(|edition| figure(pair, found, edition));
    let names = [pair.name(0), pair.name(1)];
    match pair.comparison.change(found, 0, 1) {
        Change::Absent => String::new(),
        Change::Same => fill(words.same, &[&later]),
        Change::Raised => fill(words.raised, &[&earlier, &later]),
        Change::Lowered => fill(words.lowered, &[&earlier, &later]),
        Change::Added => fill(words.added, &[names[0], names[1], &later]),
        Change::Removed => fill(words.removed, &[names[0], names[1], &earlier]),
    }
}

/// What the two editions say of this firm.
fn meaning(pair: &Pair, found: &Row) -> String {
    let words = pair.words;
    let verdict = |edition: usize| found.at[edition].map(|index| verdict(&pair.under(edition), index));
    match (verdict(0), verdict(1)) {
        (Some(earlier), Some(later)) if earlier == later => fill(words.means_same, &[later]),
        (Some(earlier), Some(later)) => {
            fill(words.means_differs, &[pair.name(0), earlier, pair.name(1), later])
        }
        (None, Some(only)) => fill(words.means_only, &[pair.name(1), only]),
        (Some(only), None) => fill(words.means_only, &[pair.name(0), only]),
        (None, None) => String::new(),
    }
}

/// The verdict on a condition in a word, as its badge says it.
fn verdict(view: &View, criterion: usize) -> &'static str {
    match view.state.assessment.conditions[criterion].verdict {
        Verdict::Met | Verdict::Depends if rests_on_contradiction(view, criterion) => {
            view.words.verdict_to_be_cleared
        }
        verdict => view.verdict(verdict),
    }
}

/// The answers on which the condition rests, each once.
fn answers(pair: &Pair, found: &Row) -> Html {
    let edition = usize::from(found.at[1].is_some());
    let view = pair.under(edition);
    let criterion = pair.comparison.criterion(found, edition);
    let mut questions = Vec::new();
    for reading in criterion.iter().flat_map(|criterion| &criterion.readings) {
        for question in &reading.questions {
            if !questions.contains(question) {
                questions.push(*question);
            }
        }
    }
    html! {
        <ul class="figures">
            for question in questions {
                <li key={question}>
                    { view.question(question) }{ " " }
                    <strong>{ view.answer(question) }</strong>
                </li>
            }
        </ul>
    }
}

/// Figures, verdicts and readings side by side.
fn comparison(pair: &Pair, found: &Row) -> Html {
    let words = pair.words;
    let reading = |text: &str| fill(pair.view.words.condition_reading, &[text]);
    let rows = html! {
        <>
            { row(words.row_figure, [0, 1].map(|edition| cell(&figure(pair, found, edition)))) }
            { row(words.row_verdict, badges(pair, found, |view, index| Some(condition_badge(view, index)))) }
            for (id, text) in readings(pair, found) {
                { row(&reading(&text), badges(pair, found, |view, index| badge_under_reading(view, index, &id))) }
            }
        </>
    };
    table(pair, rows)
}

/// What `badge` makes of a condition under each edition, where the edition has it.
fn badges(pair: &Pair, found: &Row, badge: impl Fn(&View, usize) -> Option<Html>) -> [Html; 2] {
    [0, 1].map(|edition| {
        let badge = found.at[edition].and_then(|index| badge(&pair.under(edition), index));
        badge.unwrap_or_else(|| cell(pair.words.absent))
    })
}

/// The readings of a condition in either edition: id and text.
fn readings(pair: &Pair, found: &Row) -> Vec<(String, String)> {
    let mut readings: Vec<(String, String)> = Vec::new();
    for edition in [1, 0] {
        let criterion = pair.comparison.criterion(found, edition);
        for reading in criterion.iter().flat_map(|criterion| &criterion.readings) {
            if !readings.iter().any(|(id, _)| *id == reading.id) {
                readings.push((reading.id.clone(), pair.view.text(&reading.text).to_owned()));
            }
        }
    }
    readings
}

/// The verdict under the reading `id` of a condition, where the edition has it.
fn badge_under_reading(view: &View, criterion: usize, id: &str) -> Option<Html> {
    let readings = &view.state.standard.criteria[criterion].readings;
    let index = readings.iter().position(|reading| reading.id == id)?;
    Some(reading_badge(view, criterion, index))
}

/// Where the published number of an edition comes from, and what its text leaves open.
fn source(pair: &Pair, found: &Row, edition: usize) -> Option<Html> {
    let criterion = pair.comparison.criterion(found, edition)?;
    let words = [pair.name(edition), &figure(pair, found, edition)];
    Some(html! {
        <div class="reference">
            <p>{ fill(pair.words.figure_of, &words) }</p>
            { pair.under(edition).basis(&criterion.at_least.basis) }
            <details>
                <summary>{ pair.view.words.condition_open_points }</summary>
                <ul>
                    for note in &criterion.notes {
                        <li>{ pair.view.text(note) }</li>
                    }
                </ul>
            </details>
        </div>
    })
}
