//! Which assessment a sheet is: several may lie side by side. Both are kept with the firm, so that older releases keep
//! them too.

use super::{NAME, Sheet};
use crate::answers::{Answers, Extra};
use crate::document::Node;

/// Under which key an assessment is known on this computer: it is in no file.
const ID: &str = "assessmentId";

impl Sheet {
    /// Under which name an assessment is known on this computer; empty as long as there is one only.
    pub fn id(&self) -> &str {
        self.kept_text(Extra::Profile, &[ID])
    }

    /// What the visitor calls it; may be empty.
    pub fn name(&self) -> &str {
        self.kept_text(Extra::Profile, &[NAME])
    }

    /// The same sheet as that assessment.
    pub fn with_id(mut self, id: &str) -> Sheet {
        self.keep_text(Extra::Profile, &[ID], id);
        self
    }

    /// The same sheet called like that.
    pub fn with_name(mut self, name: &str) -> Sheet {
        self.keep_text(Extra::Profile, &[NAME], name);
        self
    }

    /// Whether both are the same assessment, whatever is in them.
    pub fn is_of(&self, other: &Sheet) -> bool {
        self.id() == other.id()
    }

    /// Answers from outside as they come to this assessment, which stays the one that it is.
    pub fn receiving(&self, mut answers: Answers) -> Answers {
        let text = |text: &str| (!text.is_empty()).then(|| Node::text(text));
        answers.keep(Extra::Profile, &[ID], text(self.id()));
        if !self.name().is_empty() {
            answers.keep(Extra::Profile, &[NAME], text(self.name()));
        }
        answers
    }

    /// What two windows made of one sheet since `base`: both together; or, where they have different assessments at hand,
    /// one of them, and the other where it would be lost. Two assessments are never mixed.
    pub(super) fn together(&self, base: &Sheet, theirs: &Sheet) -> (Sheet, Option<Sheet>) {
        if self.is_of(theirs) {
            return (self.merged(base, theirs), None);
        }
        let [ours_stays, theirs_stays] = [self, theirs].map(|sheet| sheet.is_of(base));
        let ours_wins = match (ours_stays, theirs_stays) {
            (true, false) => false,
            (false, true) => true,
            _ => self.id() > theirs.id(),
        };
        let (taken, left) = if ours_wins { (self, theirs) } else { (theirs, self) };
        let is_lost = left != base && !left.is_empty();
        (taken.clone(), is_lost.then(|| left.clone()))
    }
}
