//! A document in words.

use crate::evidence::{Availability, EvidenceItem};
use crate::widget::context::View;

/// Its name: in the language at hand where the data has it.
pub fn name<'a>(view: &'a View, question: usize, item: &EvidenceItem<'a>) -> &'a str {
    match item.listed {
        Some(place) => view.text(&view.state.standard.questions[question].evidence[place]),
        None => item.name,
    }
}

/// Whether it is at hand; nothing where that was not stated.
pub fn availability(view: &View, availability: Availability) -> &'static str {
    let words = &view.words.evidence;
    match availability {
        Availability::Have => words.have,
        Availability::Missing => words.missing,
        Availability::NotStated => "",
    }
}
