//! The assessments beside the one at hand: other plants, other years. The one at hand is not in the list, or as it was when
//! it was opened; then it is not shown there.

use super::draft::Sheet;
use crate::document::Fault;

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

/// The list as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredList {
    /// As far as it can be read.
    pub list: KeptList,
    /// What cannot be read, and is left out.
    pub faults: Vec<Fault>,
}

impl KeptList {
    /// Puts an entry in its place among the others, unless it is there.
    fn put(&mut self, kept: &Kept) {
        // Few enough to be looked through: no sorting, which would be much code.
        let place = self.0.iter().position(|there| there.id >= kept.id);
        match place.map(|place| &mut self.0[place]) {
            Some(there) if there.id == kept.id && kept.sheet.is_none() => there.delete(),
            Some(there) if there.id == kept.id => {}
            _ => self.0.insert(place.unwrap_or(self.0.len()), kept.clone()),
        }
    }

    /// Forgets which were deleted first by their ids, where there are too many.
    fn bound(&mut self) {
        let mut deleted = self.0.iter().filter(|kept| kept.sheet.is_none()).count();
        self.0.retain(|kept| {
            let forgotten = kept.sheet.is_none() && deleted > MOST_DELETED;
            deleted -= usize::from(forgotten);
            !forgotten
        });
    }

    /// Those beside the one at hand, the one that changed last first.
    pub fn beside<'a>(&'a self, at_hand: &'a Sheet) -> Vec<(&'a Kept, &'a Sheet)> {
        let mut shown: Vec<(&Kept, &Sheet)> = Vec::new();
        for kept in &self.0 {
            if let Some(sheet) = kept.sheet.as_ref().filter(|sheet| !sheet.is_of(at_hand)) {
                let place = shown.iter().position(|(other, _)| other.changed < kept.changed);
                shown.insert(place.unwrap_or(shown.len()), (kept, sheet));
            }
        }
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
        let mut list = self.clone();
        list.put(&Kept {
            id: sheet.id().to_owned(),
            changed,
            sheet: Some(sheet.clone()),
        });
        list
    }

    /// This list without that one.
    pub fn without(&self, id: &str) -> KeptList {
        self.deleting(|kept| kept.id == id)
    }

    /// This list with nothing in it.
    pub fn wiped(&self) -> KeptList {
        self.deleting(|_| true)
    }

    fn deleting(&self, which: impl Fn(&Kept) -> bool) -> KeptList {
        let mut list = self.clone();
        let deleted = list.0.iter_mut().filter(|kept| which(kept));
        deleted.for_each(Kept::delete);
        list.bound();
        list
    }

    /// What two windows made of the list: whatever one of them put into it, and the other did not delete.
    pub fn merged(&self, other: &KeptList) -> KeptList {
        let mut list = self.clone();
        other.0.iter().for_each(|kept| list.put(kept));
        list.bound();
        list
    }
}

impl Kept {
    fn delete(&mut self) {
        (self.changed, self.sheet) = (None, None);
    }
}
