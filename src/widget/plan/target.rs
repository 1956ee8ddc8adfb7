//! What is to be reached: the published conditions under their readings, and a mark of the index.

use super::fields::{choice, number};
use crate::answers::{Extra, write_number};
use crate::plan::{Asked, Field, Wanted};
use crate::standard::Criterion;
use crate::strings::fill;
use crate::widget::view::View;
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
    let readings = criterion.readings.iter().enumerate().map(|(number, reading)| {
        let text = fill(view.words.condition_reading, &[view.text(&reading.text)]);
        choice(
            view,
            &path,
            &reading.id,
            wanted == Wanted::Reading(number),
            &text,
            "",
        )
    });
    html! {
        <fieldset key={criterion.id.as_str()} class="plain-set">
            <legend>
                { view.text(&criterion.title) }
                { " " }
                { at_least }
            </legend>
            <div class="choices">
                { choice(view, &path, "every", every, words.reading_every, words.reading_every_hint) }
                { for readings }
                { choice(view, &path, "none", none, words.reading_none, "") }
            </div>
            { view.basis(&criterion.at_least.basis) }
        </fieldset>
    }
}

/// Which mark the index, or each of its elements, is to reach.
fn index(view: &View, asked: &Asked) -> Html {
    let words = &view.words.plan;
    let choice = |value: &str, text: &str, hint: &str| {
        choice(
            view,
            &["target", "reach"],
            value,
            asked.reach == value,
            text,
            hint,
        )
    };
    let lacking = if lacks_mark(view, asked) {
        words.mark_lacking
    } else {
        ""
    };
    html! {
        <fieldset class="plain-set">
            <legend>{ words.reach }</legend>
            <div class="choices">
                { choice("nothing", words.reach_nothing, words.reach_nothing_hint) }
                { choice("index", words.reach_index, "") }
                { choice("elements", words.reach_elements, "") }
            </div>
            <div class="slot">
                if asked.reach != "nothing" {
                    { number(view, asked, &["target", "mark"], Field::Mark, words.mark) }
                    <p class="hint">{ lacking }</p>
                }
            </div>
            <p class="hint">{ view.words.index_own }</p>
        </fieldset>
    }
}
