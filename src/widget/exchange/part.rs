//! A part that arrived: to be filled in, or handed back.

use super::{compare, merge, summary};
use crate::answers::{Answer, Answers, Part, Way};
use crate::exchange::{Back, Place, Side};
use crate::strings::fill;
use crate::widget::action::{Action, Exchange};
use crate::widget::arrived::Arrived;
use crate::widget::components::primary;
use crate::widget::context::View;
use crate::widget::props::Props;
use crate::widget::questions::said::department;
use yew::{Html, html};

/// Its heading, and what can be done with it. `on_the_way`: what became of answers of another edition.
pub fn arrived(view: &View, props: &Props, arrived: &Arrived, on_the_way: String) -> (String, Html) {
    let words = &view.words.departments;
    let Some(part) = &arrived.part else {
        return Default::default();
    };
    let beside = html! {
        <>
            { summary::list(view, arrived, &props.editions) }
            <p>{ on_the_way }</p>
        </>
    };
    match (part.state, view.state.back()) {
        (Way::Filled, Some(back)) => {
            let heading = fill(words.filled, &[department(view, &part.department)]);
            (heading, filled(view, arrived, part, &back, beside))
        }
        _ => (words.to_fill.to_owned(), to_fill(view, arrived, part, beside)),
    }
}

fn facts(rows: Vec<(&'static str, String)>) -> Html {
    html! {
        <dl class="pair">
            { for rows.into_iter().map(|(name, value)| html! {
                <div key={name}><dt>{ name }</dt><dd>{ value }</dd></div>
            }) }
        </dl>
    }
}

fn to_fill(view: &View, arrived: &Arrived, part: &Part, beside: Html) -> Html {
    let words = &view.words.departments;
    let state = view.state;
    let questions = part.questions(&arrived.standard, arrived.answers.track);
    let known = |question: &&usize| {
        let answer = arrived.answers.get(**question);
        answer.is_some_and(|answer| *answer != Answer::Unknown)
    };
    let answered = questions.iter().filter(known);
    let counts = [questions.len(), answered.count()].map(|count| count.to_string());
    let rows = vec![
        (words.part, department(view, &part.department).to_owned()),
        (words.questions, fill(words.so_far, &[&counts[0], &counts[1]])),
    ];
    let own = state.assessment.progress().answered.to_string();
    let kept = (!state.draft.sheet.is_empty()).then(|| fill(words.fill_kept, &[&own]));
    html! {
        <>
            { facts(rows) }
            <details><summary>{ words.more }</summary>{ beside }</details>
            <p class="hint">{ words.fill_about }</p>
            <p>{ kept }</p>
            <div class="actions">{ primary(words.fill, view.sends(Action::Exchange(Exchange::Fill))) }</div>
        </>
    }
}

fn filled(view: &View, arrived: &Arrived, part: &Part, back: &Back, beside: Html) -> Html {
    let words = &view.words.departments;
    let state = view.state;
    let Some(found) = state.merge() else {
        return Html::default();
    };
    let mine = &state.draft.sheet.answers;
    let questions = part.questions(&state.standard, back.inside.track).into_iter();
    let count = |is: &dyn Fn(usize) -> bool| questions.clone().filter(|question| is(*question)).count();
    let new = |question| mine.get(question).is_none() && back.inside.get(question).is_some();
    let same = |question| mine.get(question).is_some() && mine.get(question) == back.inside.get(question);
    let is_answer = |place: &&Place| matches!(place, Place::Answer(_));
    let different = found.conflicts.iter().filter(is_answer).count();
    let counts = [
        (words.new, count(&new)),
        (words.same, count(&same)),
        (words.different, different),
    ];
    let counts = counts.map(|(words, count)| fill(words, &[&count.to_string()]));
    let by = match part.by.as_str() {
        "" => words.by_unknown,
        by => by,
    };
    let saved = arrived.saved.as_ref();
    let when = saved.map(|saved| summary::moment(view.words.exchange.saved_at, &saved.date));
    let rows = vec![
        (words.by, by.to_owned()),
        (words.when, when.unwrap_or_else(|| words.when_unknown.to_owned())),
        (words.tally, counts.join(view.semicolon())),
    ];
    let outside = state.outside(back);
    let nothing = found.taken.is_empty() && found.conflicts.is_empty();
    html! {
        <>
            { facts(rows) }
            <details><summary>{ words.more }</summary>{ beside }</details>
            <div class="slot">{ for new_ones(view, back, count(&new), questions.clone().filter(|q| new(*q)).collect()) }</div>
            <p>{ nothing.then_some(words.nothing_new) }</p>
            { merge::decisions(view, &found, &back.inside, [words.conflicts_about, words.undecided], [words.you, department(view, &part.department)]) }
            <div class="slot">{ for outside_of(view, back, &outside) }</div>
            <p class="hint">{ beside_outside(view, back) }</p>
            <div class="actions">
                if !(nothing && outside.is_empty()) {
                    { primary(words.take, view.sends(Action::Exchange(Exchange::Merge))) }
                }
            </div>
        </>
    }
}

/// What is new, folded: it contradicts nothing.
fn new_ones(view: &View, back: &Back, count: usize, questions: Vec<usize>) -> Option<Html> {
    let words = &view.words.departments;
    let line = |question: usize| {
        let answer = compare::said(view, question, back.inside.get(question));
        html! { <li key={question}>{ view.question(question) }{ " " }<strong>{ answer }</strong></li> }
    };
    (count > 0).then(|| {
        html! {
            <details>
                <summary>{ fill(words.new_list, &[&count.to_string()]) }</summary>
                <ul class="plain">{ for questions.into_iter().map(line) }</ul>
            </details>
        }
    })
}

/// Answers that nobody asked for: each is taken only where the visitor ticks it.
fn outside_of(view: &View, back: &Back, questions: &[usize]) -> Option<Html> {
    let words = &view.words.departments;
    let state = view.state;
    let said = |answers: &Answers, question: usize| compare::said(view, question, answers.get(question));
    let line = |question: usize| {
        let text = fill(
            words.outside_item,
            &[
                &said(&state.draft.sheet.answers, question),
                &said(&back.outside, question),
            ],
        );
        let decide = move |on: bool| {
            let side = if on { Side::Theirs } else { Side::Mine };
            Action::Exchange(Exchange::Decide(Place::Answer(question), side))
        };
        html! {
            <label key={question} class="choice">
                <input
                    type="checkbox"
                    checked={state.decided(&Place::Answer(question)) == Some(Side::Theirs)}
                    onchange={view.sends_tick::<yew::Event>(decide)}
                />
                <span class="choice-text">{ view.question(question) }{ " " }<strong>{ text }</strong></span>
            </label>
        }
    };
    (!questions.is_empty()).then(|| {
        html! {
            <fieldset class="plain-set outside">
                <legend>{ fill(words.outside, &[&questions.len().to_string()]) }</legend>
                <p class="hint">{ words.outside_about }</p>
                { for questions.iter().map(|question| line(*question)) }
            </fieldset>
        }
    })
}

/// How much else came that is not of the part, and is not taken.
fn beside_outside(view: &View, back: &Back) -> String {
    let mine = &view.state.draft.sheet.answers;
    match back.entries_beside(mine) {
        0 => String::new(),
        count => fill(view.words.departments.outside_beside, &[&count.to_string()]),
    }
}
