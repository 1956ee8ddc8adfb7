//! Which single other answer would turn a verdict.

use super::super::components::go_to_question;
use super::super::context::View;
use crate::sensitivity::{Change, Direction, Sensitive, Turn, sensitivity};
use crate::standard::Kind;
use crate::strings::fill;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    let words = &view.words.result;
    let state = view.state;
    let sensitive = sensitivity(&state.standard, &state.draft.sheet.answers, &state.assessment);
    let about = match sensitive.is_empty() {
        true => words.turns_none,
        false => words.turns_about,
    };
    html! {
        <section class="panel turns">
            <h4>{ words.turns }</h4>
            <p class="hint">{ about }</p>
            <ul class="plain missing">
                for found in &sensitive {
                    { question(view, found) }
                }
            </ul>
        </section>
    }
}

/// A question whose answer something hinges on, with every answer that would turn it.
fn question(view: &View, found: &Sensitive) -> Html {
    let standard = &view.state.standard;
    let now = fill(view.words.result.turn_now, &[&view.answer(found.question)]);
    html! {
        <li key={&*standard.questions[found.question].id}>
            <div>
                <strong>{ view.question(found.question) }</strong>{ " " }
                <span class="facts">{ now }</span>{ " " }
                { go_to_question(view, found.question) }
                for criterion in criteria(found) {
                    <span key={&*standard.criteria[criterion].id}>
                        { view.basis(&standard.criteria[criterion].at_least.basis) }
                    </span>
                }
            </div>
            <ul>
                for other in &found.turns {
                    { turn(view, found.question, other) }
                }
            </ul>
        </li>
    }
}

/// The published conditions of which something would turn, each once.
fn criteria(found: &Sensitive) -> Vec<usize> {
    let mut criteria = Vec::new();
    for change in found.turns.iter().flat_map(|turn| &turn.changes) {
        if let Change::Criterion { criterion, .. } | Change::Reading { criterion, .. } = change
            && !criteria.contains(criterion)
        {
            criteria.push(*criterion);
        }
    }
    criteria
}

/// Another answer to a question, and what it would turn.
fn turn(view: &View, question: usize, turn: &Turn) -> Html {
    let words = &view.words.result;
    let warning = if turn.contradicts {
        words.turn_contradicts
    } else {
        ""
    };
    let changes = turn
        .changes
        .iter()
        .filter(|change| !follows(change, &turn.changes));
    let changes: Vec<String> = changes
        .filter_map(|change| change_in_words(view, change))
        .collect();
    html! {
        <li>
            { fill(words.turn_if, &[&count(view, question, turn)]) }{ " " }
            { changes.join(view.semicolon()) }
            <span class="facts">{ warning }</span>
        </li>
    }
}

/// The number that would turn something, in words.
fn count(view: &View, question: usize, turn: &Turn) -> String {
    let words = &view.words.result;
    let asked = &view.state.standard.questions[question];
    let is_end = matches!(asked.kind, Kind::Count { min, max, .. } if turn.count == min || turn.count == max);
    let text = match turn.direction {
        _ if is_end => words.amount,
        Direction::Up => words.count_or_more,
        Direction::Down => words.count_or_fewer,
    };
    let unit = asked.unit(turn.count * 100).map_or("", |unit| view.text(unit));
    fill(text, &[&turn.count.to_string(), unit])
}

/// Whether a reading turns with its condition, which is said.
fn follows(change: &Change, changes: &[Change]) -> bool {
    let Change::Reading { criterion, .. } = change else {
        return false;
    };
    let is_its =
        |other: &Change| matches!(other, Change::Criterion { criterion: turns, .. } if turns == criterion);
    changes.iter().any(is_its)
}

/// What turns, from what to what; nothing of what follows from the others.
fn change_in_words(view: &View, change: &Change) -> Option<String> {
    let words = &view.words.result;
    let criteria = &view.state.standard.criteria;
    let (name, from, to) = match change {
        Change::Whole { .. } => return None,
        Change::Criterion { criterion, from, to } => {
            let title = view.text(&criteria[*criterion].title);
            (title.to_owned(), from, to)
        }
        Change::Reading {
            criterion,
            reading,
            from,
            to,
        } => {
            let criterion = &criteria[*criterion];
            let reading = &criterion.readings[*reading];
            let names = [view.text(&criterion.title), view.text(&reading.text)];
            (fill(words.turn_reading, &names), from, to)
        }
    };
    Some(fill(
        words.turn_change,
        &[&name, view.verdict(*from), view.verdict(*to)],
    ))
}
