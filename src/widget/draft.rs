//! What is kept of one visit: the sheet with its answers, where the visitor is, and the sheets that were replaced.

use crate::answers::{Answers, Extra, Part};
use crate::document::{Fault, Node};
use crate::standard::Standard;

mod identity;
mod lists;
mod screen;
pub(super) mod stored;
mod typing;
mod writers;

pub use screen::Screen;
pub use typing::Typing;
pub use writers::Writers;

/// The key of the name that a visitor gives to an assessment, kept with the firm.
pub const NAME: &str = "assessmentName";
/// How many replaced sheets are kept: more than anybody replaces in earnest.
pub const MOST_REPLACED: usize = 20;

/// One self-assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The answers, the track and the scope.
    pub answers: Answers,
    /// Whether the visitor has chosen a track.
    pub track_chosen: bool,
    /// What stands in a number field and is no answer, or not yet, by question.
    pub typed: Typing,
    /// Whether the page put it there, and the visitor has changed nothing of it.
    pub by_page: bool,
    /// The part of a department that it is, while somebody fills it in for a colleague.
    pub part: Option<Part>,
}

impl Sheet {
    /// An empty sheet.
    pub fn new(standard: &Standard) -> Sheet {
        Sheet {
            answers: Answers::new(standard, 0),
            track_chosen: false,
            typed: Typing::default(),
            by_page: false,
            part: None,
        }
    }

    /// Whether it says the same as another, whoever put it there.
    pub fn says_the_same(&self, other: &Sheet) -> bool {
        self.answers == other.answers && self.typed == other.typed
    }

    /// Whether nothing would be lost with it.
    pub fn is_empty(&self) -> bool {
        let has_no_extras = || {
            self.answers.has_no_extras()
                || !self.id().is_empty() && self.clone().with_id("").answers.has_no_extras()
        };
        self.answers.is_empty() && self.typed.is_empty() && has_no_extras()
    }

    /// A text that is kept beside the answers.
    pub fn kept_text(&self, extra: Extra, path: &[&str]) -> &str {
        match self.answers.kept(extra, path) {
            Some(Node::Text(text)) => text,
            _ => "",
        }
    }

    /// Keeps a text beside the answers; an empty one is taken out.
    pub fn keep_text(&mut self, extra: Extra, path: &[&str], text: &str) {
        let value = (!text.is_empty()).then(|| Node::text(text));
        self.answers.keep(extra, path, value);
    }

    fn merged(&self, base: &Sheet, theirs: &Sheet) -> Sheet {
        let mut typed = theirs.typed.clone();
        for question in self.typed.questions().chain(base.typed.questions()) {
            let ours = self.typed.get(question);
            if ours != base.typed.get(question) {
                typed.set(question, ours.unwrap_or_default());
            }
        }
        let chose = self.track_chosen != base.track_chosen;
        Sheet {
            answers: self.answers.merged(&base.answers, &theirs.answers),
            track_chosen: if chose {
                self.track_chosen
            } else {
                theirs.track_chosen
            },
            typed,
            by_page: self.by_page && theirs.by_page,
            part: match self.part == base.part {
                true => theirs.part.clone(),
                false => self.part.clone(),
            },
        }
    }
}

/// What is kept of one visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The self-assessment at hand.
    pub sheet: Sheet,
    /// Where the visitor is.
    pub screen: Screen,
    /// Sheets that were replaced and can be brought back, the newest last.
    pub replaced: Vec<Sheet>,
}

/// A draft as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// As far as it can be read.
    pub draft: Draft,
    /// What cannot be read, and is left out.
    pub faults: Vec<Fault>,
    /// The values that are left out, each with its place, as JSON.
    pub left_out: Vec<String>,
    /// Whose changes it holds, where it says so.
    pub writers: Option<Writers>,
}

impl Draft {
    /// Whether this module shows it: built without the places it shows the start and the questions alone, of which it
    /// knows no parts.
    pub fn is_shown_here(&self) -> bool {
        let first = matches!(self.screen, Screen::Start | Screen::Page(_)) && self.sheet.part.is_none();
        cfg!(feature = "places") || first
    }

    /// A first visit.
    pub fn new(standard: &Standard) -> Draft {
        Draft {
            sheet: Sheet::new(standard),
            screen: Screen::Start,
            replaced: Vec::new(),
        }
    }

    /// This draft with another sheet; the present one stays recoverable unless it is empty.
    pub fn replacing(&self, sheet: Sheet, screen: Screen) -> Draft {
        Draft {
            sheet,
            screen,
            ..self.keeping(&self.sheet)
        }
    }

    /// This draft with one more sheet that can be brought back; an empty one is not kept, and none is kept twice.
    pub fn keeping(&self, sheet: &Sheet) -> Draft {
        let mut draft = self.clone();
        if !sheet.is_empty() {
            draft.replaced.retain(|kept| !kept.says_the_same(sheet));
            draft.replaced.push(sheet.clone());
            draft.bound();
        }
        draft
    }

    /// Lets go of the oldest replaced sheets above the bound: of those that a page put there, and of the visitor's own
    /// only where there is no other.
    fn bound(&mut self) {
        while self.replaced.len() > MOST_REPLACED {
            let oldest = self.replaced.iter().position(|sheet| sheet.by_page);
            self.replaced.remove(oldest.unwrap_or_default());
        }
    }

    /// Whether a sheet that `before` could bring back, or had at hand, can be brought back no more.
    pub fn has_let_go_of(&self, before: &Draft) -> bool {
        let mut sheets = before.replaced.iter().chain([&before.sheet]);
        let kept = |sheet: &Sheet| {
            let mut here = self.replaced.iter().chain([&self.sheet]);
            here.any(|here| here.says_the_same(sheet))
        };
        sheets.any(|sheet| !sheet.is_empty() && !kept(sheet))
    }

    /// Whether sheets of `before` gave way to others, since no more can be kept. The visitor may also delete them.
    pub fn has_overflowed_since(&self, before: &Draft) -> bool {
        self.replaced.len() == MOST_REPLACED && self.has_let_go_of(before)
    }

    /// Whether its sheet is another one than that of `before`, rather than the same one with other answers: one was
    /// replaced, or brought back.
    pub fn is_other_than(&self, before: &Draft) -> bool {
        !self.sheet.is_of(&before.sheet) || self.replaced != before.replaced && self.sheet != before.sheet
    }

    /// This draft with the newest replaced sheet; the present one goes to the other end, so that whoever goes on comes
    /// by all of them.
    pub fn restored(&self) -> Draft {
        let mut replaced = self.replaced.clone();
        let Some(sheet) = replaced.pop() else {
            return self.clone();
        };
        if !self.sheet.is_empty() {
            replaced.insert(0, self.sheet.clone());
        }
        let screen = if sheet.track_chosen {
            Screen::Page(0)
        } else {
            Screen::Start
        };
        Draft {
            sheet,
            screen,
            replaced,
        }
    }

    /// What two windows changed since `base`, together; where the visitor is stays ours.
    pub fn merged(&self, base: &Draft, theirs: &Draft) -> Draft {
        let mut replaced = theirs.replaced.clone();
        if self.replaced != base.replaced {
            let known = |sheet: &&Sheet| base.replaced.contains(sheet) || self.replaced.contains(sheet);
            replaced.retain(|sheet| !known(&sheet));
            replaced.extend(self.replaced.iter().cloned());
        }
        let (sheet, left) = self.sheet.together(&base.sheet, &theirs.sheet);
        if let Some(left) = left.filter(|left| !replaced.iter().any(|kept| kept.says_the_same(left))) {
            replaced.push(left);
        }
        let mut merged = Draft {
            sheet,
            screen: self.screen,
            replaced,
        };
        merged.bound();
        merged
    }
}
