//! Putting both together: what only one side says is taken, and each conflict is decided by the visitor.

use super::compare::said as value_said;
use crate::answers::Answers;
use crate::document::Node;
use crate::exchange::{Merge, Place, Side};
use crate::strings::fill;
use crate::widget::action::{Action, Exchange, Focus};
use crate::widget::components::button;
use crate::widget::context::View;
use crate::widget::questions::said;
use yew::{Html, html};

/// How much of a value is shown.
const MOST_SHOWN: usize = 120;

/// The part.
pub fn part(view: &View) -> Html {
    let words = &view.words.exchange;
    let state = view.state;
    let Some((merge, theirs)) = state.merge().zip(state.theirs()) else {
        return Html::default();
    };
    html! {
        <section>
            <h5>{ words.merge }</h5>
            <p class="hint">{ fill(words.merge_about, &[&merge.taken.len().to_string()]) }</p>
            { decisions(view, &merge, &theirs, [words.merge_conflicts, words.merge_undecided], [words.mine, words.theirs]) }
            { button("", words.merge_now, view.sends(Action::Exchange(Exchange::Merge))) }
        </section>
    }
}

/// Each conflict, to be decided; `about` says how many there are and how many are not decided, `names` are those of the two sides.
pub fn decisions(view: &View, merge: &Merge, theirs: &Answers, about: [&str; 2], names: [&str; 2]) -> Html {
    let words = &view.words.exchange;
    let state = view.state;
    let mine = &state.draft.sheet.answers;
    let open = |place: &&Place| state.decided(place).is_none();
    let undecided = merge.conflicts.iter().filter(open).count();
    let heading = fill(about[0], &[&merge.conflicts.len().to_string()]);
    let choices = merge.conflicts.iter().enumerate();
    let choices = choices.map(|(number, place)| conflict(view, number, place, [mine, theirs], names));
    let rest = |said: &'static str, side| {
        button(
            "quiet",
            said,
            view.sends(Action::Exchange(Exchange::DecideRest(side))),
        )
    };
    html! {
        <>
            <div class="slot">
                if !merge.conflicts.is_empty() {
                    <p>{ heading }</p>
                    <div class="conflicts">{ for choices }</div>
                }
            </div>
            <div class="slot">
                if undecided > 1 {
                    { rest(words.rest_mine, Side::Mine) }
                    { rest(words.rest_theirs, Side::Theirs) }
                }
            </div>
            <div class="slot">
                if state.exchange.warned && undecided > 0 {
                    <p class="error" id={Focus::Undecided.id()} tabindex="-1">
                        { fill(about[1], &[&undecided.to_string()]) }
                    </p>
                }
            </div>
        </>
    }
}

/// A conflict, to be decided.
fn conflict(view: &View, number: usize, place: &Place, sides: [&Answers; 2], names: [&str; 2]) -> Html {
    let choice = |side: Side, name: &str, answers: &Answers| {
        let action = Action::Exchange(Exchange::Decide(place.clone(), side));
        html! {
            <label class="choice">
                <input
                    type="radio"
                    name={format!("conflict-{number}")}
                    value={if side == Side::Mine { "mine" } else { "theirs" }}
                    checked={view.state.decided(place) == Some(side)}
                    onchange={view.sends(action)}
                />
                <span class="choice-text">
                    { fill(view.words.sheet.within, &[name, &value(view, place, answers)]) }
                </span>
            </label>
        }
    };
    html! {
        <fieldset key={number} class="plain-set conflict">
            <legend>{ view.place_name(place) }</legend>
            { choice(Side::Mine, &who(view, place, sides[0], names[0]), sides[0]) }
            { choice(Side::Theirs, &who(view, place, sides[1], names[1]), sides[1]) }
        </fieldset>
    }
}

/// Who said it, and when, where that is known; else `otherwise`.
fn who(view: &View, place: &Place, answers: &Answers, otherwise: &str) -> String {
    let said = match place {
        Place::Answer(question) => answers.said(*question),
        _ => None,
    };
    said.map_or_else(|| otherwise.to_owned(), |said| said::who(view, said))
}

/// What a side says there.
fn value(view: &View, place: &Place, answers: &Answers) -> String {
    match place {
        Place::Track => view
            .text(&view.state.standard.tracks[answers.track].title)
            .to_owned(),
        Place::Answer(question) => value_said(view, *question, answers.get(*question)),
        Place::Beside(extra, path) => {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let text = match answers.kept(*extra, &path) {
                Some(Node::Text(text)) => text.clone(),
                Some(node) => node.to_json(),
                None => return view.words.exchange.nothing_kept.to_owned(),
            };
            match text.char_indices().nth(MOST_SHOWN) {
                Some((end, _)) => [&text[..end], "…"].concat(),
                None => text,
            }
        }
    }
}
