//! Which single other answer would turn a verdict or the band of the index.

use super::super::element::{El, button_to, el};
use super::super::state::Action;
use super::super::view::View;
use super::bands;
use crate::answers::Answer;
use crate::sensitivity::{Change, Direction, Sensitive, Turn, sensitivity};
use crate::standard::Kind;
use crate::strings::fill;
use crate::strings::sensitivity::Words;

pub fn turns(view: &View, words: &Words) -> El {
    let state = view.state;
    let found = sensitivity(&state.standard, &state.draft.sheet.answers, &state.assessment);
    let others = state.assessment.progress().answered - found.len();
    let about = match found.is_empty() {
        true => words.turns_none,
        false => words.turns_about,
    };
    let rest = match found.is_empty() || others == 0 {
        true => String::new(),
        false => fill(words.turns_others, &[&others.to_string()]),
    };
    el("section.panel")
        .line("h4", words.turns_heading)
        .line("p", about)
        .with(view.basis(&view.state.standard.own.weights))
        .with(el("ul.plain missing").all(found.iter().map(|found| question(view, words, found))))
        .line_owned("p.facts", rest)
}

fn question(view: &View, words: &Words, found: &Sensitive) -> El {
    let question = found.question;
    let go = Action::GoToQuestion(question);
    let turns = found.turns.iter().map(|turn| one(view, words, question, turn));
    el("li")
        .key(&view.state.standard.questions[question].id)
        .with(
            el("p")
                .line("strong", view.question(question))
                .text(" ")
                .line_fill("span.facts", words.turn_now, &[&view.answer(question)]),
        )
        .with(el("ul").all(turns))
        .all(criteria(found).map(|criterion| {
            let criterion = &view.state.standard.criteria[criterion];
            el("div").with(view.basis(&criterion.at_least.basis))
        }))
        .with(button_to("button.link", view.words.go_to_question, view, go))
}

/// The published conditions of which something would turn, each once.
fn criteria(found: &Sensitive) -> impl Iterator<Item = usize> {
    let mut criteria = Vec::new();
    for change in found.turns.iter().flat_map(|turn| &turn.changes) {
        if let Change::Criterion { criterion, .. } | Change::Reading { criterion, .. } = change
            && !criteria.contains(criterion)
        {
            criteria.push(*criterion);
        }
    }
    criteria.into_iter()
}

fn one(view: &View, words: &Words, question: usize, turn: &Turn) -> El {
    let changes = turn.changes.iter().map(|change| changed(view, words, change));
    let warning = match turn.answer {
        // Their number is meant, and another choice of as many may contradict nothing.
        Answer::ManyOf(_) => "",
        _ if turn.contradicts => words.turn_contradicts,
        _ => "",
    };
    el("li")
        .line_fill("p", words.turn_if, &[&answer(view, words, question, turn)])
        .with(el("ul.plain").all(changes))
        .line("p.hint", warning)
}

/// The answer that would turn something, in words.
fn answer(view: &View, words: &Words, question: usize, turn: &Turn) -> String {
    let asked = &view.state.standard.questions[question];
    match (&turn.answer, &asked.kind) {
        (Answer::Count(count), Kind::Count { min, max, unit }) => {
            let text = match turn.direction {
                Direction::Up if count < max => words.count_or_more,
                Direction::Down if count > min => words.count_or_fewer,
                _ => words.count,
            };
            fill(text, &[&count.to_string(), view.text(unit)])
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
fn changed(view: &View, words: &Words, change: &Change) -> El {
    let verdicts = |from, to| [view.verdict(from).to_owned(), view.verdict(to).to_owned()];
    let criteria = &view.state.standard.criteria;
    let (name, [from, to]) = match change {
        Change::Whole { from, to } => (words.turn_whole.to_owned(), verdicts(*from, *to)),
        Change::Criterion { criterion, from, to } => {
            let name = view.text(&criteria[*criterion].title);
            (name.to_owned(), verdicts(*from, *to))
        }
        Change::Reading {
            criterion,
            reading,
            from,
            to,
        } => {
            let criterion = &criteria[*criterion];
            let names = [
                view.text(&criterion.title),
                view.text(&criterion.readings[*reading].text),
            ];
            (fill(words.turn_reading, &names), verdicts(*from, *to))
        }
        Change::Band { from, to } => (words.turn_band.to_owned(), [bands(view, *from), bands(view, *to)]),
    };
    el("li").fill(words.turn_change, &[&name, &from, &to])
}
