//! What is cited on a screen: footnotes and their numbers.

use crate::standard::{Basis, Clause, Grade, Source};
use std::cell::RefCell;
use yew::Html;

/// What is cited on a screen, each once, in the order in which it is read. Views fill it while they are drawn, and the
/// list is drawn last.
#[derive(Debug, Default)]
pub struct Notes(RefCell<Vec<Note>>);

#[derive(Debug)]
struct Note {
    source: String,
    clause: Clause,
    grade: Grade,
    entry: Html,
}

impl Notes {
    /// The number of a note, from 1; the same for the same clause of the same document. `entry` draws a new one.
    pub fn number(&self, source: &Source, basis: &Basis, entry: impl FnOnce() -> Html) -> usize {
        let mut notes = self.0.borrow_mut();
        let same = |note: &Note| {
            note.source == source.id && note.clause == basis.clause && note.grade == basis.grade
        };
        if let Some(place) = notes.iter().position(same) {
            return place + 1;
        }
        notes.push(Note {
            source: source.id.clone(),
            clause: basis.clause.clone(),
            grade: basis.grade,
            entry: entry(),
        });
        notes.len()
    }

    /// The entries of the list, in their order.
    pub fn entries(&self) -> Vec<Html> {
        let notes = self.0.borrow();
        notes.iter().map(|note| note.entry.clone()).collect()
    }
}
