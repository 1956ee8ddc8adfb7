//! What is to be reached: the published conditions under their readings, and a mark of the index.

use super::fields::{choice, number};
use crate::answers::{Extra, write_number};
use crate::plan::{Asked, Field, Reach, Wanted};
use crate::standard::Criterion;
use crate::strings::fill;
use crate::widget::context::View;
use yew::{Html, html};

/// The target.
pub fn target(view: &View, asked: &Asked) -> Html {
    let words = &view.words.plan;
    html! {
        <section class="panel screen-only">
            <h4>{ words.target }</h4>
            <p>{ words.target_conditions }</p>
            { conditions(view, asked) }
            { index(view, asked) }
        </section>
    }
}

/// Whether a mark is wished for and none is typed.
pub fn lacks_mark(view: &View, asked: &Asked) -> bool {
    asked.reach != "nothing"
        && view
            .kept_text(Extra::Costs, &["target", "mark"])
            .trim()
            .is_empty()
}

/// Under which reading each published condition is to be met, folded.
fn conditions(view: &View, asked: &Asked) -> Html {
    let words = &view.words.plan;
    let criteria = &view.state.standard.criteria;
    let wanted = &asked.target.criteria;
    let chosen = wanted.iter().filter(|wanted| **wanted != Wanted::Every).count();
    let summary = match chosen {
        0 => words.readings_every.to_owned(),
        some => fill(words.readings_some, &[&some.to_string()]),
    };
    html! {
        <details hidden={criteria.is_empty()}>
            <summary>{ summary }</summary>
            <p class="hint">{ words.readings_about }</p>
            for (criterion, wanted) in criteria.iter().zip(wanted) {
                { condition(view, criterion, *wanted) }
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
        <fieldset key={criterion.id.as_str()} class="plain-set">
            <legend>
                { view.text(&criterion.title) }
                { " " }
                { at_least }
            </legend>
            <div class="choices">
                { choice(view, &path, "every", every, words.reading_every, words.reading_every_hint) }
                for (number, reading) in criterion.readings.iter().enumerate() {
                    { choice(
                        view, &path, &reading.id, wanted == Wanted::Reading(number),
                        &reading_in_words(view, criterion, number), "",
                    ) }
                }
                { choice(view, &path, "none", none, words.reading_none, "") }
            </div>
            { view.basis(&criterion.at_least.basis) }
        </fieldset>
    }
}

/// Which mark the index, or each of its elements, is to reach.
fn index(view: &View, asked: &Asked) -> Html {
    let words = &view.words.plan;
    let path = ["target", "reach"];
    let reach = |value: &str, text: &str, hint: &str| {
        let checked = asked.reach == value;
        choice(view, &path, value, checked, text, hint)
    };
    html! {
        <fieldset class="plain-set">
            <legend>{ words.reach }</legend>
            <div class="choices">
                { reach("nothing", words.reach_nothing, words.reach_nothing_hint) }
                { reach("index", words.reach_index, "") }
                { reach("elements", words.reach_elements, "") }
            </div>
            <div class="slot">
                if asked.reach != "nothing" {
                    { number(view, asked, &["target", "mark"], Field::Mark, words.mark) }
                    <p class="hint">{ if lacks_mark(view, asked) { words.mark_lacking } else { "" } }</p>
                }
            </div>
            <p class="hint">{ view.words.index_own }</p>
        </fieldset>
    }
}

/// The target in a sentence: on paper its fields are gone.
pub fn in_words(view: &View, asked: &Asked) -> String {
    let words = &view.words.plan;
    let criteria = view.state.standard.criteria.iter().zip(&asked.target.criteria);
    let conditions = criteria.map(|(criterion, wanted)| {
        let wish = match wanted {
            Wanted::Every => words.reading_every.to_owned(),
            Wanted::None => words.reading_none.to_owned(),
            Wanted::Reading(reading) => reading_in_words(view, criterion, *reading),
        };
        [view.text(&criterion.title), words.colon, &wish].concat()
    });
    let index = match &asked.target.reach {
        Reach::Nothing => words.reach_nothing.to_owned(),
        Reach::Index(mark) => [words.reach_index, " ", &view.percent(*mark)].concat(),
        Reach::Elements(marks) => {
            let mark = marks.first().map_or(0, |(_, mark)| *mark);
            [words.reach_elements, " ", &view.percent(mark)].concat()
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
