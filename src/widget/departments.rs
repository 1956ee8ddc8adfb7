//! Parts of the questions, by department: handed out, filled in beside the draft, handed back, and taken back with each
//! conflict decided by the visitor.

use super::action::{Action, Exchange};
use super::arrived::Arrived;
use super::components::button;
use super::context::View;
use super::questions::said::department;
use crate::answers::Way;
use crate::strings::fill;
use yew::Html;

mod banner;
mod carriers;
mod out;

pub use banner::banner;
pub use out::{hand_back, hand_out};

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
