//! Where drafts are kept: in the browser's storage where it lets us, on the page always. Two windows that change a draft
//! at once both keep what they changed.

use crate::document::Fault;
use crate::standard::Standard;
use crate::widget::{Draft, Keeping, Notice};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Storage;

/// Every key in the storage of the host begins with this.
const PREFIX: &str = "readiness-check:";

/// A place for one draft.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    keeping: Kept,
    key: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kept {
    Local,
    Session,
    Nowhere,
}

/// A draft as it last was in its place, and the text that stood there.
struct Known {
    draft: Rc<Draft>,
    stored: Option<String>,
}

thread_local! {
    static KNOWN: RefCell<Vec<(Place, Known)>> = const { RefCell::new(Vec::new()) };
}

/// What we know of a place.
fn known<T>(place: &Place, read: impl FnOnce(&Known) -> T) -> Option<T> {
    KNOWN.with_borrow(|known| {
        known
            .iter()
            .find(|(found, _)| found == place)
            .map(|(_, known)| read(known))
    })
}

fn remember(place: &Place, draft: Rc<Draft>, stored: Option<String>) {
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(found, _)| found != place);
        known.push((place.clone(), Known { draft, stored }));
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
        let keeping = match keeping {
            Keeping::Local => Kept::Local,
            Keeping::Session => Kept::Session,
            Keeping::Nowhere => Kept::Nowhere,
        };
        Place { keeping, key }
    }

    /// Whether a storage event with this key concerns the place; an event without a key concerns all.
    pub fn is_touched_by(&self, key: Option<&str>) -> bool {
        self.keeping != Kept::Nowhere && key.is_none_or(|key| key == self.key)
    }

    /// The browser's storage for the place. Merely asking for it may be refused.
    fn storage(&self) -> Option<Storage> {
        let window = web_sys::window()?;
        match self.keeping {
            Kept::Local => window.local_storage().ok()?,
            Kept::Session => window.session_storage().ok()?,
            Kept::Nowhere => None,
        }
    }

    fn text(&self) -> Option<String> {
        self.storage()?.get_item(&self.key).ok()?
    }

    /// The draft of the place, and what the visitor must know of it.
    pub fn open(&self, standard: &Standard) -> (Rc<Draft>, Vec<Notice>) {
        if let Some(draft) = known(self, |known| known.draft.clone()) {
            // While no widget was on the page, nobody heard what other windows wrote.
            return (self.reread(standard).unwrap_or(draft), Vec::new());
        }
        let stored = self.text();
        let (draft, notices) = match &stored {
            None => (Draft::new(standard), Vec::new()),
            Some(text) => match Draft::from_json(text, standard) {
                Ok((draft, faults)) if faults.is_empty() => (draft, Vec::new()),
                Ok((draft, faults)) => {
                    let kept = self.set_aside(text);
                    (
                        draft,
                        vec![Notice::DraftPartlyUnreadable {
                            which: list(&faults),
                            kept,
                        }],
                    )
                }
                Err(fault) => {
                    let kept = self.set_aside(text);
                    (
                        Draft::new(standard),
                        vec![Notice::DraftUnreadable {
                            reason: fault.message,
                            kept,
                        }],
                    )
                }
            },
        };
        let draft = Rc::new(draft);
        remember(self, draft.clone(), stored);
        (draft, notices)
    }

    /// Keeps what could not be read under a name of its own, and gives the name.
    fn set_aside(&self, text: &str) -> String {
        let storage = self.storage();
        let free = |name: &String| {
            let there = storage
                .as_ref()
                .and_then(|storage| storage.get_item(name).ok().flatten());
            there.is_none_or(|there| there == text)
        };
        let name = (1..=99)
            .map(|number| format!("{}:set-aside-{number}", self.key))
            .find(free);
        let name = name.unwrap_or_else(|| format!("{}:set-aside", self.key));
        if let Some(storage) = storage {
            // Where it is full, the original stays in its place until the next answer is saved.
            let _ = storage.set_item(&name, text);
        }
        name
    }

    /// Saves a draft. Where another window has changed the place since, the changes of both are kept: the draft that is
    /// then there is given back.
    ///
    /// # Errors
    /// The draft where the browser did not take it; it is still kept on the page.
    pub fn save(&self, draft: &Rc<Draft>, standard: &Standard) -> Result<Rc<Draft>, Rc<Draft>> {
        let now = self.text();
        let merged = known(self, |base| {
            let text = now.as_ref().filter(|now| base.stored.as_ref() != Some(now))?;
            match Draft::from_json(text, standard) {
                Ok((theirs, _)) => Some(Rc::new(draft.merged(&base.draft, &theirs))),
                // Written by a newer release in another window, or by somebody else: kept beside ours.
                Err(_) => {
                    self.set_aside(text);
                    None
                }
            }
        })
        .flatten();
        let draft = merged.unwrap_or_else(|| draft.clone());
        let text = draft.to_json(standard);
        let saved = self.keeping == Kept::Nowhere
            || self
                .storage()
                .is_some_and(|storage| storage.set_item(&self.key, &text).is_ok());
        let stored = if saved { Some(text) } else { now };
        remember(self, draft.clone(), stored);
        if saved { Ok(draft) } else { Err(draft) }
    }

    /// Reads what another window has written; nothing where it is what we know, or cannot be read.
    pub fn reread(&self, standard: &Standard) -> Option<Rc<Draft>> {
        let text = self.text()?;
        let old = known(self, |known| {
            (known.draft.clone(), known.stored.as_ref() == Some(&text))
        });
        let (mine, same) = old?;
        if same {
            return None;
        }
        let (theirs, _) = Draft::from_json(&text, standard).ok()?;
        // Where the visitor is, each window knows for itself.
        let draft = Rc::new(Draft {
            screen: mine.screen,
            ..theirs
        });
        remember(self, draft.clone(), Some(text));
        Some(draft)
    }
}

fn list(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().take(10).map(ToString::to_string).collect();
    lines.join("; ")
}
