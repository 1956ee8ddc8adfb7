//! What is to be reached: a mark of the index, and the published conditions under their readings.

use super::costs::FOLD;
use super::fields::{choice, choice_with, number_with, owned};
use super::wish::Wish;
use crate::answers::{Extra, write_number};
use crate::document::Node;
use crate::plan::{Field, REACH, Reach, Wanted};
use crate::standard::Criterion;
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::context::View;
use yew::{Callback, Event, Html, html};

const REACH_PATH: [&str; 2] = ["target", "reach"];
const MARK_PATH: [&str; 2] = ["target", "mark"];

/// The target of the index, and what is counted as cost, a row each.
pub fn target(view: &View, wish: &Wish) -> Html {
    let words = &view.words.plan;
    let asked = &wish.asked;
    let count = |value: &str, checked: bool, text: &str| choice(view, &["count"], value, checked, text);
    html! {
        <>
            <fieldset class="plain-set segments">
                <legend>{ words.reach }</legend>
                { for REACH.map(|value| reach(view, wish, value)) }
                <div class="slot">
                    if asked.reach != REACH[0] {
                        { mark(view, wish) }
                    }
                </div>
            </fieldset>
            <fieldset class="plain-set segments">
                <legend>{ words.count }</legend>
                { count("effort", !asked.own, words.count_effort) }
                { own(view, asked.own) }
            </fieldset>
        </>
    }
}

/// The choice of the firm's own costs, which opens their fields.
fn own(view: &View, checked: bool) -> Html {
    let act = view.act.clone();
    let onchange = Callback::from(move |_: Event| {
        act.emit(Action::Keep(
            Extra::Costs,
            owned(&["count"]),
            Some(Node::text("own")),
        ));
        act.emit(Action::Unfold(FOLD.to_owned(), true));
    });
    html! {
        <label key="own" class="choice">
            <input type="radio" name="count" {checked} {onchange} />
            <span class="choice-text">{ view.words.plan.count_own }</span>
        </label>
    }
}

/// What the mark is set on. With a first choice comes the mark that we propose.
fn reach(view: &View, wish: &Wish, value: &'static str) -> Html {
    let words = &view.words.plan;
    let text = match value {
        "index" => words.reach_index,
        "elements" => words.reach_elements,
        _ => words.reach_nothing,
    };
    let has_mark = !view.kept_text(Extra::Costs, &MARK_PATH).is_empty();
    let proposed = wish.proposed.filter(|_| value != REACH[0] && !has_mark);
    let more = proposed.map(|mark| (owned(&MARK_PATH), Some(Node::text(&write_number(mark)))));
    let checked = wish.asked.reach == value;
    choice_with(
        view,
        &REACH_PATH,
        value,
        checked,
        text,
        more.into_iter().collect(),
    )
}

/// The field of the mark. Who types one sets it on what is chosen.
fn mark(view: &View, wish: &Wish) -> Html {
    let words = &view.words.plan;
    let shown = match wish.proposed.filter(|_| wish.is_ours) {
        Some(mark) => write_number(mark),
        None => view.kept_text(Extra::Costs, &MARK_PATH).to_owned(),
    };
    let reach = wish.asked.reach;
    let keep = move |text: String| {
        let mark = (!text.is_empty()).then(|| Node::text(&text));
        let reach = (owned(&REACH_PATH), Some(Node::text(reach)));
        Action::KeepAll(Extra::Costs, vec![reach, (owned(&MARK_PATH), mark)])
    };
    html! {
        <>
            { number_with(view, &wish.asked, &MARK_PATH, Field::Mark, words.mark, &shown, keep) }
            <p class="hint">{ if wish.lacks_mark { words.mark_lacking } else { "" } }</p>
        </>
    }
}

/// Under which reading each published condition is to be met, folded.
pub fn conditions(view: &View, wish: &Wish) -> Html {
    let words = &view.words.plan;
    let criteria = &view.state.standard.criteria;
    let wanted = &wish.asked.target.criteria;
    let chosen = wanted.iter().filter(|wanted| **wanted != Wanted::Every).count();
    let summary = match chosen {
        0 => words.readings_every.to_owned(),
        some => fill(words.readings_some, &[&some.to_string()]),
    };
    html! {
        <details class="wanted" hidden={criteria.is_empty()}>
            <summary>{ summary }</summary>
            <p class="hint">{ words.readings_about }</p>
            if view.extent >= 1 {
                for (criterion, wanted) in criteria.iter().zip(wanted) {
                    { condition(view, criterion, *wanted) }
                }
            }
        </details>
    }
}

fn condition(view: &View, criterion: &Criterion, wanted: Wanted) -> Html {
    let words = &view.words.plan;
    let path = ["target", "criteria", &criterion.id];
    let at_least = fill(words.at_least, &[&write_number(criterion.at_least.value)]);
    let [every, none] = [Wanted::Every, Wanted::None].map(|wish| wanted == wish);
    html! {
        <fieldset key={criterion.id.as_str()} class="plain-set segments">
            <legend>
                { view.text(&criterion.title) }
                { " " }
                { at_least }
                { view.basis(&criterion.at_least.basis) }
            </legend>
            { choice(view, &path, "every", every, words.reading_every) }
            for (number, reading) in criterion.readings.iter().enumerate() {
                { choice(
                    view, &path, &reading.id, wanted == Wanted::Reading(number),
                    &reading_in_words(view, criterion, number),
                ) }
            }
            { choice(view, &path, "none", none, words.reading_none) }
        </fieldset>
    }
}

/// The target in a sentence: on paper its fields are gone.
pub fn in_words(view: &View, reach: &Reach, wanted: &[Wanted]) -> String {
    let words = &view.words.plan;
    let criteria = view.state.standard.criteria.iter().zip(wanted);
    let conditions = criteria.map(|(criterion, wanted)| {
        let wish = match wanted {
            Wanted::Every => words.reading_every.to_owned(),
            Wanted::None => words.reading_none.to_owned(),
            Wanted::Reading(reading) => reading_in_words(view, criterion, *reading),
        };
        [view.text(&criterion.title), words.colon, &wish].concat()
    });
    let index = match reach {
        Reach::Nothing => [words.reach, words.colon, words.reach_nothing].concat(),
        Reach::Index(mark) => [
            words.reach,
            words.colon,
            words.reach_index,
            " ",
            &view.percent(*mark),
        ]
        .concat(),
        Reach::Elements(marks) => {
            let mark = marks.first().map_or(0, |(_, mark)| *mark);
            [
                words.reach,
                words.colon,
                words.reach_elements,
                " ",
                &view.percent(mark),
            ]
            .concat()
        }
    };
    let parts: Vec<String> = conditions.chain([index]).collect();
    fill(words.target_said, &[&parts.join(words.semicolon)])
}

/// A reading of a condition in words.
pub fn reading_in_words(view: &View, criterion: &Criterion, reading: usize) -> String {
    fill(
        view.words.condition_reading,
        &[view.text(&criterion.readings[reading].text)],
    )
}
