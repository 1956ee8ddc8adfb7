//! Which single other answer would turn a verdict or the band of the index.

use super::super::components::go_to_question;
use super::super::context::View;
use super::bands::bands;
use crate::answers::Answer;
use crate::sensitivity::{Change, Direction, Sensitive, Turn, sensitivity};
use crate::standard::Kind;
use crate::strings::fill;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    let words = &view.words.sensitivity;
    let state = view.state;
    let sensitive = sensitivity(&state.standard, &state.draft.sheet.answers, &state.assessment);
    let others = state.assessment.progress().answered - sensitive.len();
    let about = match sensitive.is_empty() {
        true => words.turns_none,
        false => words.turns_about,
    };
    let rest = match sensitive.is_empty() || others == 0 {
        true => String::new(),
        false => fill(words.turns_others, &[&others.to_string()]),
    };
    html! {
        <section class="panel">
            <h4>{ words.turns_heading }</h4>
            <p>{ about }</p>
            { view.basis(&state.standard.own.weights) }
            <ul class="plain missing">
                for found in &sensitive {
                    { question(view, found) }
                }
            </ul>
            <p class="facts">{ rest }</p>
        </section>
    }
}

/// A question whose answer something hinges on, with every answer that would turn it.
fn question(view: &View, found: &Sensitive) -> Html {
    let standard = &view.state.standard;
    let now = fill(view.words.sensitivity.turn_now, &[&view.answer(found.question)]);
    html! {
        <li key={&*standard.questions[found.question].id}>
            <p>
                <strong>{ view.question(found.question) }</strong>{ " " }
                <span class="facts">{ now }</span>
            </p>
            <ul>
                for other in &found.turns {
                    { turn(view, found.question, other) }
                }
            </ul>
            for criterion in criteria(found) {
                <div key={&*standard.criteria[criterion].id}>
                    { view.basis(&standard.criteria[criterion].at_least.basis) }
                </div>
            }
            { go_to_question(view, found.question) }
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
    let words = &view.words.sensitivity;
    let warning = match turn.answer {
        // Their number is meant, and another choice of as many may contradict nothing.
        Answer::ManyOf(_) => "",
        _ if turn.contradicts => words.turn_contradicts,
        _ => "",
    };
    html! {
        <li>
            <p>{ fill(words.turn_if, &[&answer(view, question, turn)]) }</p>
            <ul class="plain">
                for change in &turn.changes {
                    <li>{ change_in_words(view, change) }</li>
                }
            </ul>
            <p class="hint">{ warning }</p>
        </li>
    }
}

/// The answer that would turn something, in words.
fn answer(view: &View, question: usize, turn: &Turn) -> String {
    let words = &view.words.sensitivity;
    let asked = &view.state.standard.questions[question];
    match (&turn.answer, &asked.kind) {
        (Answer::Count(count), Kind::Count { min, max, .. }) => {
            let text = match turn.direction {
                Direction::Up if count < max => words.count_or_more,
                Direction::Down if count > min => words.count_or_fewer,
                _ => words.count,
            };
            let unit = asked.unit(count * 100).map_or("", |unit| view.text(unit));
            fill(text, &[&count.to_string(), unit])
        }
        (Answer::YesNo(yes), _) => if *yes { view.words.yes } else { view.words.no }.to_owned(),
        (Answer::OneOf(option), Kind::OneOf(choices)) => view.text(&choices[*option].text).to_owned(),
        (Answer::ManyOf(chosen), _) if chosen.is_empty() => view.words.none_of_these.to_owned(),
        (Answer::ManyOf(chosen), Kind::ManyOf(choices)) => fill(
            words.options,
            &[&chosen.len().to_string(), &choices.len().to_string()],
        ),
        _ => view.words.not_applicable.to_owned(),
    }
}

/// What turns, from what to what.
fn change_in_words(view: &View, change: &Change) -> String {
    let words = &view.words.sensitivity;
    let criteria = &view.state.standard.criteria;
    let verdicts = |from, to| [view.verdict(from).to_owned(), view.verdict(to).to_owned()];
    let (name, [from, to]) = match change {
        Change::Whole { from, to } => (words.turn_whole.to_owned(), verdicts(*from, *to)),
        Change::Criterion { criterion, from, to } => {
            let title = view.text(&criteria[*criterion].title);
            (title.to_owned(), verdicts(*from, *to))
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
            (fill(words.turn_reading, &names), verdicts(*from, *to))
        }
        Change::Band { from, to } => (words.turn_band.to_owned(), [bands(view, *from), bands(view, *to)]),
    };
    fill(words.turn_change, &[&name, &from, &to])
}
