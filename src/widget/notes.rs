//! What is cited on a screen: footnotes and their numbers.

use crate::standard::{Basis, Clause, Grade, Source};
use std::cell::{Ref, RefCell};

/// What is cited on a screen, each once, in the order in which it is read. Views fill it while they are drawn, and the
/// list is drawn last.
#[derive(Debug, Default)]
pub struct Notes(RefCell<Vec<Note>>);

impl PartialEq for Notes {
    fn eq(&self, other: &Notes) -> bool {
        *self.all() == *other.all()
    }
}

/// A clause of a document.
#[derive(Debug, PartialEq)]
pub struct Note {
    /// The document.
    pub source: Source,
    /// The clause.
    pub clause: Clause,
    /// How far what it is cited for is known: once for each grade.
    pub grades: Vec<Grade>,
}

impl Notes {
    /// The number of a note, from 1; the same for the same clause of the same document.
    pub fn number(&self, source: &Source, basis: &Basis) -> usize {
        let mut notes = self.0.borrow_mut();
        let same = |note: &Note| note.source.id == source.id && note.clause == basis.clause;
        if let Some(place) = notes.iter().position(same) {
            let grades = &mut notes[place].grades;
            if !grades.contains(&basis.grade) {
                grades.push(basis.grade);
            }
            return place + 1;
        }
        notes.push(Note {
            source: source.clone(),
            clause: basis.clause.clone(),
            grades: vec![basis.grade],
        });
        notes.len()
    }

    /// The notes, in their order.
    pub fn all(&self) -> Ref<'_, Vec<Note>> {
        self.0.borrow()
    }
}
