//! Answers that arrived and lie beside the draft: nothing of them is in it yet.

use crate::answers::{Answers, are_alike};
use crate::editions::{Carried, carry};
use crate::exchange::file::Saved;
use crate::exchange::{ArrivalFault, Form};
use crate::standard::Standard;
use std::rc::Rc;

/// Answers that arrived, with the standard that they were read with.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// Their standard.
    pub standard: Rc<Standard>,
    /// The answers and what is kept beside them.
    pub answers: Answers,
    /// What a file says of itself.
    pub saved: Option<Saved>,
    /// As what they arrived.
    pub form: Form,
}

impl PartialEq for Arrived {
    fn eq(&self, other: &Arrived) -> bool {
        Rc::ptr_eq(&self.standard, &other.standard)
            && self.answers == other.answers
            && self.saved == other.saved
            && self.form == other.form
    }
}

/// What arrived, or why it cannot be read.
pub type Arrival = Result<Arrived, ArrivalFault>;

/// Reads what arrives with the standards that are loaded.
///
/// # Errors
/// As those of [`crate::exchange::open`].
pub fn open(bytes: &[u8], standards: &[Rc<Standard>]) -> Arrival {
    let among: Vec<&Standard> = standards.iter().map(AsRef::as_ref).collect();
    let read = crate::exchange::open(bytes, &among)?;
    Ok(Arrived {
        standard: standards[read.standard].clone(),
        answers: read.answers,
        saved: read.saved,
        form: read.form,
    })
}

impl Arrived {
    /// The answers under the standard that is shown; where it is another one, what became of each on the way.
    pub fn under(&self, shown: &Standard) -> Carried {
        if are_alike(&self.standard, shown) {
            return Carried {
                answers: self.answers.clone(),
                has_track: true,
                report: Vec::new(),
            };
        }
        carry(&self.answers, &self.standard, shown)
    }
}
