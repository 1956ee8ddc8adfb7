//! Parts of the questions, by department: handed out, filled in beside the draft, handed back, and taken back with each
//! conflict decided by the visitor.

use super::action::{Action, Exchange};
use super::arrived::Arrived;
use super::components::button;
use super::context::View;
use super::draft::Screen;
use super::questions::said::department;
use crate::answers::Way;
use crate::strings::fill;
use yew::{Html, html};

mod carriers;
mod out;
mod stands;

pub use out::{hand_back, hand_out};
use stands::tally;

/// Which part is being filled in, and the ways out of it, above every screen but the start.
pub fn banner(view: &View) -> Option<Html> {
    let words = &view.words.departments;
    let state = view.state;
    let here = state.draft.screen;
    let part = state
        .draft
        .sheet
        .part
        .as_ref()
        .filter(|_| here != Screen::Start)?;
    let tally = tally(view, part);
    let counts = [tally.questions, tally.questions - tally.open].map(|count| count.to_string());
    let said = fill(
        words.banner,
        &[department(view, &part.department), &counts[0], &counts[1]],
    );
    let all = state.exchange.show_all;
    let other = if all { words.show_part } else { words.show_all };
    Some(html! {
        <div class="notice part-banner">
            <p>{ said }</p>
            <div class="actions">
                if matches!(here, Screen::Page(_)) {
                    { button("quiet", other, view.sends(Action::Exchange(Exchange::ShowAll(!all)))) }
                }
                if here != Screen::Exchange {
                    { button("quiet", words.hand_back, view.sends(Action::Go(Screen::Exchange))) }
                }
            </div>
        </div>
    })
}

/// The way from saving and opening to where parts are handed out; nothing where the standard names no departments.
pub fn way(view: &View) -> Option<Html> {
    let sheet = &view.state.draft.sheet;
    let there = !view.state.standard.departments.is_empty() && sheet.track_chosen && sheet.part.is_none();
    let go = view.sends(Action::Exchange(Exchange::ToDepartments));
    there.then(|| button("", view.words.departments.way, go))
}

/// That a part arrived and waits.
pub fn offer(view: &View, arrived: &Arrived) -> String {
    let words = &view.words.departments;
    let Some(part) = &arrived.part else {
        return String::new();
    };
    let title = department(view, &part.department);
    let questions = part.questions(&arrived.standard, arrived.answers.track);
    match part.state {
        Way::ToFill => fill(words.offer_to_fill, &[title, &questions.len().to_string()]),
        Way::Filled => fill(words.offer_filled, &[title]),
    }
}
