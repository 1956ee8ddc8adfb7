//! Where drafts are kept: in the browser's storage where it lets us, on the page always. Two windows that change a draft
//! at once both keep what they changed.

use super::journal;
use crate::answers::are_alike;
use crate::standard::Standard;
use crate::widget::{Draft, Keeping, Notice};
use js_sys::JsString;
use std::rc::Rc;

mod aside;
mod browser;
mod dates;
mod erase;
mod known;
mod list;
mod waiting;
use browser::Storage;
use known::{Known, known, remember, shared};

/// Every key in the storage of the host begins with this.
const PREFIX: &str = "readiness-check:";

/// A place for one draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    keeping: Keeping,
    key: String,
}

/// What came of saving a draft, or of reading its place.
pub struct Saved {
    /// The draft as it now is on the page, with what other windows changed.
    pub draft: Rc<Draft>,
    /// The standard under which it was read.
    pub standard: Rc<Standard>,
    /// Whether the browser has what was to be saved.
    pub stored: bool,
    /// What the visitor must know of what stood there.
    pub notices: Vec<Notice>,
}

/// What another window did to a place, as far as an event tells of it.
#[derive(Clone)]
pub enum Written {
    /// It wrote this text, which may not stand there any more.
    Text(JsString),
    /// It took the text away.
    Nothing,
    /// Nobody told.
    Unknown,
}

impl Place {
    /// The place for the drafts of `standard` under the key of a page. Two standards never share one.
    pub fn new(keeping: Keeping, key: &str, standard: &str) -> Place {
        let key = if key == standard {
            format!("{PREFIX}{key}")
        } else {
            format!("{PREFIX}{key}:{standard}")
        };
        Place { keeping, key }
    }

    /// Whether a storage event with this key concerns the place; an event without a key concerns all.
    pub fn is_touched_by(&self, key: Option<&str>) -> bool {
        self.keeping != Keeping::Nowhere && key.is_none_or(|key| key == self.key)
    }

    /// Whether this is the key under which its draft stands.
    pub fn is_key(&self, key: &str) -> bool {
        self.key == key
    }

    fn storage(&self) -> Option<Storage> {
        browser::storage(self.keeping)
    }

    /// A name for the journal, which no two places share.
    fn name(&self) -> String {
        let keeping = match self.keeping {
            Keeping::Local => "local",
            Keeping::Session => "session",
            Keeping::Nowhere => "none",
        };
        [keeping, " ", &self.key].concat()
    }

    /// The text of a draft, which is in the journal from now on.
    fn journalled(&self, known: &Known) -> JsString {
        let draft = known.shared.draft();
        let text = JsString::from(draft.to_json_of(&known.standard, known.shared.writers()));
        journal::write(&self.name(), &text);
        text
    }

    /// What stands in the place; nothing where the browser does not let us look.
    fn look(&self) -> Option<Option<JsString>> {
        self.storage()?.get_item(&self.key).ok()
    }

    /// Whether this is the first time that somebody comes to the place in this tab. What is kept in the tab alone nobody else
    /// has left there.
    pub fn is_first_visit(&self) -> bool {
        let mark = [&self.key, ":visited"].concat();
        let tab = || browser::storage(Keeping::Session).filter(|_| self.keeping == Keeping::Local);
        tab().is_some_and(|tab| {
            let unmarked = tab.get_item(&mark).is_ok_and(|mark| mark.is_none());
            unmarked && tab.set_item(&mark, &"yes".into()).is_ok()
        })
    }

    /// Whether the browser has the draft of the place.
    pub fn is_stored(&self) -> bool {
        known(self).is_some_and(|known| known.stored)
    }

    /// The draft of the place, and what the visitor must know of it.
    pub fn open(&self, standard: &Rc<Standard>) -> (Rc<Draft>, Vec<Notice>) {
        let mut notices = Vec::new();
        if known(self).is_none() {
            let text = self.look().flatten();
            let left = journal::handed_over(&self.name()).map(JsString::from);
            let known = match &left {
                Some(left) if text.as_ref() != Some(left) => {
                    let known = self.handed_over(left, standard, &mut notices);
                    self.journalled(&known);
                    known
                }
                // Where the journal has the same text, it keeps it.
                _ => self.first(text, standard, &mut notices),
            };
            remember(self, known);
        }
        // While no widget was on the page, nobody heard what other windows wrote.
        if let Some(read) = self.reread(standard, Written::Unknown) {
            notices.extend(read.notices);
            return (read.draft, notices);
        }
        let draft = known(self).map(|known| known.shared.draft().clone());
        (draft.unwrap_or_else(|| Rc::new(Draft::new(standard))), notices)
    }

    /// What we know of a place that we see for the first time.
    fn first(&self, text: Option<JsString>, standard: &Rc<Standard>, notices: &mut Vec<Notice>) -> Known {
        let read = text.as_ref().map(|text| self.read(text, standard, true));
        let (stored, blocked) = read.map_or((None, false), |read| {
            notices.extend(read.notice);
            (read.stored, read.blocked)
        });
        let (draft, writers) = stored.map_or_else(
            || (Draft::new(standard), None),
            |stored| (stored.draft, stored.writers),
        );
        Known {
            shared: shared(draft, writers),
            standard: standard.clone(),
            text,
            stored: true,
            blocked,
        }
    }

    /// What we know of a place when an instance before left this text in the journal and not in the storage.
    fn handed_over(&self, left: &JsString, standard: &Rc<Standard>, notices: &mut Vec<Notice>) -> Known {
        let mut known = self.first(Some(left.clone()), standard, notices);
        known.shared.cleared(Draft::new(standard));
        known.text = None;
        known.stored = false;
        known.blocked = false;
        known
    }

    /// What we know of the place, read under `standard`: another document may call itself by the same id.
    fn known_under(&self, standard: &Rc<Standard>, notices: &mut Vec<Notice>) -> Option<Known> {
        let mut known = known(self)?;
        if !are_alike(&known.standard, standard) {
            let from = known.standard.clone();
            let (_, notice) = self.under(known.shared.draft(), &from, standard);
            notices.extend(notice);
            known.shared = known.shared.reading(|draft| {
                let read = draft.under(&from, standard);
                read.map_or_else(|_| Draft::new(standard), |stored| stored.draft)
            });
        }
        known.standard = standard.clone();
        Some(known)
    }

    /// Takes in what stands in the place, if it is not what stood there when we last looked; gives whether it was not.
    fn catch_up(&self, known: &mut Known, written: Written, notices: &mut Vec<Notice>) -> bool {
        let standard = known.standard.clone();
        let mut changed = false;
        let Some(now) = self.look() else {
            return false;
        };
        let is_new = |text: &JsString| known.text.as_ref() != Some(text);
        let is_gone =
            now.is_none() || matches!(written, Written::Nothing) && now.as_ref().is_some_and(is_new);
        if is_gone && known.text.is_some() {
            known.shared.cleared(Draft::new(&standard));
            known.text = None;
            known.blocked = false;
            known.stored = !known.holds_anything();
            changed = true;
        }
        if let Written::Text(text) = written
            && now.as_ref() != Some(&text)
            && known.text.as_ref() != Some(&text)
        {
            // It was written over before we could see it there.
            let read = self.read(&text, &standard, false);
            notices.extend(read.notice);
            if let Some(stored) = read.stored {
                changed |= known
                    .shared
                    .take_in_passing(stored.draft, stored.writers.as_ref());
            }
        }
        let news = now.filter(|now| known.blocked || known.text.as_ref() != Some(now));
        if let Some(now) = news {
            let read = self.read(&now, &standard, known.blocked);
            // What is known already is not said again.
            notices.extend(read.notice.filter(|_| !(known.blocked && read.blocked)));
            known.blocked = read.blocked;
            known.text = Some(now);
            if let Some(stored) = read.stored {
                known.shared.take_in(stored.draft, stored.writers.as_ref());
            }
            changed = true;
        }
        changed
    }

    fn write(&self, known: &mut Known, text: JsString) {
        let write = |storage: Storage| storage.set_item(&self.key, &text).is_ok();
        known.stored = match self.keeping {
            Keeping::Nowhere => true,
            _ => !known.blocked && self.storage().is_some_and(write),
        };
        if known.stored {
            known.shared.written();
            known.text = (self.keeping != Keeping::Nowhere).then_some(text);
        }
    }

    /// Saves a draft. Where another window has changed the place since, the changes of both are kept.
    pub fn save(&self, draft: &Rc<Draft>, standard: &Rc<Standard>) -> Saved {
        let mut notices = Vec::new();
        let known = self.known_under(standard, &mut notices);
        let mut known = known.unwrap_or_else(|| self.first(None, standard, &mut Vec::new()));
        known.shared.change(draft.clone());
        // First of all: whatever stops the module from here on, nothing is lost.
        let mut text = self.journalled(&known);
        if self.catch_up(&mut known, Written::Unknown, &mut notices) {
            text = self.journalled(&known);
        }
        self.write(&mut known, text);
        let saved = known.saved(notices);
        remember(self, known);
        saved
    }

    /// Stores the draft of the page, should the browser not have it; nothing where it has.
    pub fn flush(&self) -> Option<Saved> {
        let known = known(self).filter(|known| !known.stored)?;
        Some(self.save(known.shared.draft(), &known.standard))
    }

    /// Reads what another window has written; nothing where it is what we know.
    pub fn read_again(&self, written: Written) -> Option<Saved> {
        self.reread(&known(self)?.standard, written)
    }

    /// The same under a standard. What the place lacks is written there again.
    fn reread(&self, standard: &Rc<Standard>, written: Written) -> Option<Saved> {
        let before = known(self)?;
        let mut notices = Vec::new();
        let mut known = self.known_under(standard, &mut notices)?;
        let changed = self.catch_up(&mut known, written, &mut notices);
        if !changed && are_alike(&before.standard, standard) {
            return None;
        }
        let text = self.journalled(&known);
        if known.shared.is_ahead() && known.holds_anything() {
            self.write(&mut known, text);
        }
        let saved = known.saved(notices);
        remember(self, known);
        Some(saved)
    }
}
