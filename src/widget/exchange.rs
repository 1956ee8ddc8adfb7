//! Saving answers and opening those that arrive: as a file, a table, a short code or a link. What arrives lies beside the
//! draft until the visitor decides.

use super::action::{Action, Exchange};
use super::components::button;
use super::context::View;
use super::departments;
use super::draft::Screen;
use super::props::Props;
use crate::strings::fill;
use yew::{Html, html};

mod code;
mod compare;
pub mod copied;
mod faults;
mod list;
mod merge;
mod open;
mod opened;
mod part;
pub mod save;
mod summary;
mod which;

/// The place.
pub fn screen(view: &View, props: &Props) -> Html {
    let words = &view.words.exchange;
    let has_answers = !view.state.draft.sheet.is_empty();
    // Who keeps several comes for them first.
    let has_others = !view.state.kept.beside(&view.state.draft.sheet).is_empty();
    html! {
        <section key="exchange" class="screen exchange">
            { view.heading(view.words.place_exchange) }
            <p class="lead">{ words.about }</p>
            <div class="slot">
                if view.state.exchange.arrival.is_some() {
                    { opened::panel(view, props) }
                }
            </div>
            <div class="slot">{ for departments::hand_back(view, props) }</div>
            <div class="slot">
                if has_others {
                    { list::panel(view, props) }
                }
            </div>
            <div class="groups">
                <div class="slot group">
                    if has_answers {
                        { save::panel(view, props) }
                    }
                </div>
                { open::panel(view, props) }
                <div class="slot group">
                    if has_answers {
                        { code::panel(view, props) }
                    }
                </div>
            </div>
            <div class="slot">{ for departments::way(view) }</div>
            <div class="slot">
                if !has_others {
                    { list::panel(view, props) }
                }
            </div>
        </section>
    }
}

/// That something arrived and waits, on every other screen.
pub fn offer(view: &View) -> Html {
    let words = &view.words.exchange;
    let state = view.state;
    let Some(arrival) = &state.exchange.arrival else {
        return Html::default();
    };
    let said = match arrival.as_ref() {
        Ok(arrived) if arrived.part.is_some() => departments::offer(view, arrived),
        Ok(arrived) => {
            let summary = summary::of(arrived);
            let form = summary::form(view, arrived.form);
            fill(words.offer, &[form, &summary.progress.answered.to_string()])
        }
        Err(_) => words.offer_fault.to_owned(),
    };
    html! {
        <div class="notice">
            <p role="status">{ said }</p>
            { button("quiet", words.look, view.sends(Action::Go(Screen::Exchange))) }
            { button("quiet", words.refuse, view.sends(Action::Exchange(Exchange::Refuse))) }
        </div>
    }
}
