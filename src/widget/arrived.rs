//! Answers that come and go, beside the draft: nothing of what arrived is in it yet.

use crate::answers::{Answers, Part, are_alike};
use crate::editions::{Carried, carry};
use crate::exchange::file::Saved;
use crate::exchange::{ArrivalFault, Form, Place, Side};
use crate::standard::Standard;
use std::rc::Rc;

mod waiting;

/// Answers that arrived, with the standard that they were read with.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// Their standard.
    pub standard: Rc<Standard>,
    /// The answers and what is kept beside them.
    pub answers: Answers,
    /// What a file says of itself.
    pub saved: Option<Saved>,
    /// The part of a department that they are, where it says so or the visitor did.
    pub part: Option<Part>,
    /// As what they arrived.
    pub form: Form,
}

impl PartialEq for Arrived {
    fn eq(&self, other: &Arrived) -> bool {
        Rc::ptr_eq(&self.standard, &other.standard)
            && self.answers == other.answers
            && self.saved == other.saved
            && self.part == other.part
            && self.form == other.form
    }
}

/// What arrived, or why it cannot be read.
pub type Arrival = Result<Arrived, ArrivalFault>;

/// Reads what arrives with the standards that are loaded, of which the first one is shown.
///
/// # Errors
/// As those of [`crate::exchange::open`], and where the standard that is shown lacks the department whose part it is.
pub fn open(bytes: &[u8], standards: &[Rc<Standard>]) -> Arrival {
    let among: Vec<&Standard> = standards.iter().map(AsRef::as_ref).collect();
    let read = crate::exchange::open(bytes, &among)?;
    let arrived = Arrived {
        standard: standards[read.standard].clone(),
        answers: read.answers,
        saved: read.saved,
        part: read.part,
        form: read.form,
    };
    match standards.first() {
        Some(shown) => arrived.fitting(shown),
        None => Ok(arrived),
    }
}

impl Arrived {
    /// The same, where it can be dealt with under the standard that is shown.
    ///
    /// # Errors
    /// Where it is the part of a department that this standard does not name.
    pub fn fitting(&self, shown: &Standard) -> Arrival {
        match self.part.as_ref().and_then(|part| part.fault_under(shown)) {
            Some(fault) => Err(ArrivalFault::File(vec![fault])),
            None => Ok(self.clone()),
        }
    }

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

/// A text that was handed out to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The name of its file.
    pub name: String,
    /// All that is in it.
    pub text: String,
    /// Whether it is the part of a department.
    pub is_part: bool,
}

/// What lies beside the draft. What arrived and what is decided of it outlive a reload; the rest is kept nowhere.
#[derive(Clone, Debug, Default)]
pub struct Exchanging {
    /// What arrived, or why it cannot be read.
    pub arrival: Option<Rc<Arrival>>,
    /// Whose word counts, by conflict.
    pub decisions: Vec<(Place, Side)>,
    /// Whether the visitor was told that conflicts are not decided.
    pub warned: bool,
    /// What was handed out last, as long as it says what the draft says.
    pub handed: Option<Rc<Handed>>,
    /// The field that was copied last, and whether the browser did it.
    pub copied: Option<(String, bool)>,
    /// The department that is chosen: to be handed its part, or as whose part a code arrived. Its id.
    pub department: Option<String>,
    /// Whether who fills in a part looks at all questions.
    pub show_all: bool,
}

impl Exchanging {
    /// What is no longer so, once the answers are others, or the screen is left.
    pub fn forget(&mut self, answers: bool, screen: bool) {
        if answers {
            self.handed = None;
        }
        if answers || screen {
            self.copied = None;
        }
    }
}
