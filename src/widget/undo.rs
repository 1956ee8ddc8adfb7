//! Undoing and doing again: at the foot of every screen.

use super::action::Action;
use super::context::View;
use super::history::Done;
use crate::strings::fill;
use yew::prelude::*;

/// The buttons, each where there is something to do, and what came of the last one.
pub fn buttons(view: &View) -> Html {
    let words = &view.words.assessments;
    let history = &view.state.history;
    let button = |said: &'static str, what: &Done, action: Action| {
        html! {
            <button key={said} type="button" class="quiet" onclick={view.sends(action)}>
                { said }
                <span class="unseen">{ " " }{ called(view, what) }</span>
            </button>
        }
    };
    let said = history.said.as_ref().map(|said| {
        let name = called(view, &said.what);
        let words = match said {
            said if said.moot => words.moot,
            said if said.undone => words.undone,
            _ => words.redone,
        };
        html! { <span key={said.number}>{ fill(words, &[&name]) }</span> }
    });
    html! {
        <div class="undo">
            // It stays, so that what comes into it is said aloud.
            <p class="facts" role="status">{ for said }</p>
            { for history.last().map(|what| button(words.undo, what, Action::Undo)) }
            { for history.next().map(|what| button(words.redo, what, Action::Redo)) }
        </div>
    }
}

/// What a step changed, in words.
fn called(view: &View, what: &Done) -> String {
    let words = &view.words.assessments;
    match what {
        Done::At(place) => view.place_name(place),
        Done::StartedOver => words.started_over.to_owned(),
        Done::Replaced => words.replaced.to_owned(),
        Done::Restored => words.restored.to_owned(),
        Done::Opened => words.opened.to_owned(),
    }
}
