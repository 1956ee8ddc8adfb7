//! The assessments beside the one at hand: other plants, other years. The one at hand is not in the list, or as it was when
//! it was opened; then it is not shown there.

use super::action::Asked;
use super::draft::Sheet;
use crate::document::Fault;
use std::rc::Rc;

mod stored;

/// How many are kept beside the one at hand.
pub const MOST_KEPT: usize = 20;
/// Of how many it is known that they were deleted.
const MOST_DELETED: usize = 500;

/// An assessment of the list. It never changes there: a changed one is another entry, in place of the one before, so that who
/// deletes one deletes what was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Under which name it is known on this computer.
    pub id: String,
    /// The day of its last change, as `2026-01-31`, where that is known.
    pub changed: Option<String>,
    /// Nothing where it was deleted, or another entry is in its place.
    pub sheet: Option<Sheet>,
}

/// All of them, by their ids. Lists of two windows can be put together in any order, and come out the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptList(Vec<Kept>);

/// What the visitor is about to do with the list: held here, kept nowhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtList {
    /// What is asked.
    pub asked: Option<Asked>,
    /// The name that is typed.
    pub name: String,
    /// Whether the list cannot take one more.
    pub is_full: bool,
    /// The one that was deleted last.
    pub deleted: Option<Rc<Kept>>,
}

/// The list as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredList {
    /// As far as it can be read.
    pub list: KeptList,
    /// What cannot be read, and is left out.
    pub faults: Vec<Fault>,
}

impl KeptList {
    fn of(mut entries: Vec<Kept>) -> KeptList {
        entries.sort_by(|one, other| one.id.cmp(&other.id));
        let mut deleted = entries.iter().filter(|kept| kept.sheet.is_none()).count();
        entries.retain(|kept| {
            let forgotten = kept.sheet.is_none() && deleted > MOST_DELETED;
            deleted -= usize::from(forgotten);
            !forgotten
        });
        KeptList(entries)
    }

    /// Those beside the one at hand, the one that changed last first.
    pub fn beside<'a>(&'a self, at_hand: &'a Sheet) -> Vec<(&'a Kept, &'a Sheet)> {
        let entries = self
            .0
            .iter()
            .filter_map(|kept| Some((kept, kept.sheet.as_ref()?)));
        let mut shown: Vec<_> = entries.filter(|(_, sheet)| !sheet.is_of(at_hand)).collect();
        shown.sort_by(|(one, _), (other, _)| other.changed.cmp(&one.changed));
        shown
    }

    /// The one that is known by this id, unless it was deleted.
    pub fn get(&self, id: &str) -> Option<(&Kept, &Sheet)> {
        let kept = self.0.iter().find(|kept| kept.id == id)?;
        Some((kept, kept.sheet.as_ref()?))
    }

    /// Whether nothing is in it, nor known to have been.
    pub fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something of it is missing in another, or not deleted there.
    pub fn is_beyond(&self, other: &KeptList) -> bool {
        let is_there = |ours: &Kept| {
            let mut theirs = other.0.iter();
            theirs.any(|theirs| theirs.id == ours.id && (theirs.sheet.is_none() || ours.sheet.is_some()))
        };
        !self.0.iter().all(is_there)
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|kept| kept.sheet.is_none())
    }

    /// This list with a sheet under its own id, which is a new one, as it was on the day of its last change.
    pub fn with(&self, sheet: &Sheet, changed: Option<String>) -> KeptList {
        let kept = Kept {
            id: sheet.id().to_owned(),
            changed,
            sheet: Some(sheet.clone()),
        };
        self.merged(&KeptList(vec![kept]))
    }

    /// This list without that one.
    pub fn without(&self, id: &str) -> KeptList {
        let mut entries = self.0.clone();
        entries
            .iter_mut()
            .filter(|kept| kept.id == id)
            .for_each(Kept::delete);
        KeptList::of(entries)
    }

    /// This list with nothing in it.
    pub fn wiped(&self) -> KeptList {
        let mut entries = self.0.clone();
        entries.iter_mut().for_each(Kept::delete);
        KeptList::of(entries)
    }

    /// What two windows made of the list: whatever one of them put into it, and the other did not delete.
    pub fn merged(&self, other: &KeptList) -> KeptList {
        let mut entries = self.0.clone();
        for theirs in &other.0 {
            match entries.iter_mut().find(|ours| ours.id == theirs.id) {
                Some(ours) if theirs.sheet.is_none() => ours.delete(),
                Some(_) => {}
                None => entries.push(theirs.clone()),
            }
        }
        KeptList::of(entries)
    }
}

impl Kept {
    fn delete(&mut self) {
        (self.changed, self.sheet) = (None, None);
    }
}
