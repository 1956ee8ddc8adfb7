//! Where drafts are kept: in the browser's storage where it lets us, on the page always. Two windows that change a draft
//! at once both keep what they changed.

use super::journal;
use crate::document::Fault;
use crate::standard::Standard;
use crate::widget::{Draft, Keeping, Notice};
use js_sys::JsString;
use std::cell::RefCell;
use std::rc::Rc;

mod browser;
use browser::Storage;

/// Every key in the storage of the host begins with this.
const PREFIX: &str = "readiness-check:";

/// A place for one draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    keeping: Keeping,
    key: String,
}

/// What we know of a place.
#[derive(Clone)]
struct Known {
    /// The draft as it is on the page.
    draft: Rc<Draft>,
    /// The draft that the page and the place last had in common, from which both may have moved on.
    base: Rc<Draft>,
    /// The text that stood in the place then.
    text: Option<JsString>,
    /// Whether the browser has the draft of the page.
    stored: bool,
    /// Whether something stands there that could not be read and could not be set aside: it is not written over.
    blocked: bool,
}

/// What came of saving a draft, or of reading its place.
pub struct Saved {
    /// The draft as it now is on the page, with what other windows changed.
    pub draft: Rc<Draft>,
    /// Whether the browser has what was to be saved.
    pub stored: bool,
    /// What the visitor must know of what stood there.
    pub notices: Vec<Notice>,
}

/// What stands in a place.
struct Read {
    /// As far as it can be read.
    draft: Option<Draft>,
    /// What of it cannot be read, and where the original is kept.
    notice: Option<Notice>,
    /// Whether the original stands there and nowhere else.
    blocked: bool,
}

thread_local! {
    static KNOWN: RefCell<Vec<(Place, Known)>> = const { RefCell::new(Vec::new()) };
}

fn known(place: &Place) -> Option<Known> {
    KNOWN.with_borrow(|known| {
        let found = known.iter().find(|(found, _)| found == place);
        found.map(|(_, known)| known.clone())
    })
}

fn remember(place: &Place, what: Known) {
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(found, _)| found != place);
        known.push((place.clone(), what));
    });
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
    fn journalled(&self, draft: &Draft, standard: &Standard) -> JsString {
        let text = JsString::from(draft.to_json(standard));
        journal::write(&self.name(), &text);
        text
    }

    fn text(&self) -> Option<JsString> {
        self.storage()?.get_item(&self.key).ok()?
    }

    /// The draft of the place, and what the visitor must know of it.
    pub fn open(&self, standard: &Standard) -> (Rc<Draft>, Vec<Notice>) {
        if let Some(known) = known(self) {
            // While no widget was on the page, nobody heard what other windows wrote.
            let read = self.reread(standard);
            return read.map_or((known.draft, Vec::new()), |read| (read.draft, read.notices));
        }
        let text = self.text();
        if let Some(left) = journal::handed_over(&self.name())
            && let Ok((draft, _)) = Draft::from_json(&left, standard)
        {
            let draft = Rc::new(draft);
            let same = text.filter(|text| *text == left);
            let base = same.as_ref().map(|_| draft.clone());
            let known = Known {
                draft: draft.clone(),
                base: base.unwrap_or_else(|| Rc::new(Draft::new(standard))),
                stored: same.is_some(),
                text: same,
                blocked: false,
            };
            remember(self, known);
            journal::write(&self.name(), &left.into());
            let read = self.reread(standard);
            return read.map_or((draft, Vec::new()), |read| (read.draft, read.notices));
        }
        let read = text.as_ref().map(|text| self.read(text, standard, true));
        let (draft, notice, blocked) = match read {
            Some(read) => (read.draft, read.notice, read.blocked),
            None => (None, None, false),
        };
        let draft = Rc::new(draft.unwrap_or_else(|| Draft::new(standard)));
        let known = Known {
            base: draft.clone(),
            draft: draft.clone(),
            text,
            stored: true,
            blocked,
        };
        remember(self, known);
        (draft, notice.into_iter().collect())
    }

    /// Reads what stands in the place: what it began with, or what another window wrote. What of it cannot be read is kept
    /// under a name of its own before anything else is written there.
    fn read(&self, text: &JsString, standard: &Standard, first: bool) -> Read {
        let read = Draft::from_json(&String::from(text), standard);
        if let Ok((draft, faults)) = &read
            && faults.is_empty()
        {
            return Read {
                draft: Some(draft.clone()),
                notice: None,
                blocked: false,
            };
        }
        let aside = self.set_aside(text);
        let blocked = aside.is_none();
        let kept = aside.unwrap_or_else(|| self.key.clone());
        let (draft, notice) = match read {
            Ok((draft, faults)) => {
                let which = list(&faults);
                (Some(draft), Notice::DraftPartlyUnreadable { which, kept })
            }
            Err(fault) => {
                let reason = fault.message;
                let notice = if first {
                    Notice::DraftUnreadable { reason, kept }
                } else {
                    Notice::WrittenUnreadable { reason, kept }
                };
                (None, notice)
            }
        };
        Read {
            draft,
            notice: Some(notice),
            blocked,
        }
    }

    /// Keeps what could not be read under a name of its own, and gives the name; none where the browser did not take it.
    fn set_aside(&self, text: &JsString) -> Option<String> {
        let storage = self.storage()?;
        let free = |name: &String| {
            let there = storage.get_item(name).ok().flatten();
            there.is_none_or(|there| there == *text)
        };
        let name = (1..=999)
            .map(|number| format!("{}:set-aside-{number}", self.key))
            .find(free)?;
        storage.set_item(&name, text).ok()?;
        Some(name)
    }

    /// What stands in the place that we have not read yet, or could not set aside.
    fn news(&self, known: &Known, standard: &Standard) -> Option<(JsString, Read)> {
        let now = self.text()?;
        let news = known.blocked || known.text.as_ref() != Some(&now);
        news.then(|| (now.clone(), self.read(&now, standard, known.blocked)))
    }

    /// Saves a draft. Where another window has changed the place since, the changes of both are kept.
    pub fn save(&self, draft: &Rc<Draft>, standard: &Standard) -> Saved {
        // First of all: whatever stops the module from here on, nothing is lost.
        let mut text = self.journalled(draft, standard);
        let mut known = known(self).unwrap_or_else(|| Known {
            draft: draft.clone(),
            base: Rc::new(Draft::new(standard)),
            text: None,
            stored: false,
            blocked: false,
        });
        known.draft = draft.clone();
        let mut notices = Vec::new();
        if let Some((_, read)) = self.news(&known, standard) {
            // What is known already is not said again.
            notices.extend(read.notice.filter(|_| !(known.blocked && read.blocked)));
            known.blocked = read.blocked;
            if let Some(theirs) = read.draft {
                known.draft = Rc::new(draft.merged(&known.base, &theirs));
                text = self.journalled(&known.draft, standard);
            }
        }
        let write = |storage: Storage| storage.set_item(&self.key, &text).is_ok();
        known.stored = match self.keeping {
            Keeping::Nowhere => true,
            _ => !known.blocked && self.storage().is_some_and(write),
        };
        if known.stored {
            known.base = known.draft.clone();
            known.text = Some(text);
        }
        let saved = Saved {
            draft: known.draft.clone(),
            stored: known.stored,
            notices,
        };
        remember(self, known);
        saved
    }

    /// Stores the draft of the page, should the browser not have it; nothing where it has.
    pub fn flush(&self, standard: &Standard) -> Option<Saved> {
        let known = known(self).filter(|known| !known.stored)?;
        Some(self.save(&known.draft, standard))
    }

    /// Reads what another window has written, together with what is not saved yet on this page; nothing where it is what
    /// we know.
    pub fn reread(&self, standard: &Standard) -> Option<Saved> {
        let mut known = known(self)?;
        let (now, read) = self.news(&known, standard)?;
        known.blocked = read.blocked;
        known.text = Some(now);
        if let Some(theirs) = read.draft {
            known.draft = Rc::new(known.draft.merged(&known.base, &theirs));
            known.base = Rc::new(theirs);
            self.journalled(&known.draft, standard);
        }
        let saved = Saved {
            draft: known.draft.clone(),
            stored: known.stored,
            notices: read.notice.into_iter().collect(),
        };
        remember(self, known);
        Some(saved)
    }
}

fn list(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().take(10).map(ToString::to_string).collect();
    lines.join("; ")
}
