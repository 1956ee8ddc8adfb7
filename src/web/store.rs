//! Where drafts are kept: in the browser's storage where it lets us, on the page always. Two windows that change a draft
//! at once both keep what they changed.

use crate::document::Fault;
use crate::standard::Standard;
use crate::widget::{Draft, Keeping, Notice};
use js_sys::{Function, JsString};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The browser's storage. Its texts stay where they are: a draft may be large, and at each letter it is only
    /// compared with what was stored.
    type Storage;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get_item(this: &Storage, key: &str) -> Result<Option<JsString>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set_item(this: &Storage, key: &str, text: &JsString) -> Result<(), JsValue>;
}

/// Every key in the storage of the host begins with this.
const PREFIX: &str = "readiness-check:";

/// A place for one draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    keeping: Kept,
    key: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    Local,
    Session,
    Nowhere,
}

/// What we know of a place.
#[derive(Clone)]
struct Known {
    /// The draft as it is on the page.
    draft: Rc<Draft>,
    /// The draft that the page and the place last had in common, from which both may have moved on.
    base: Rc<Draft>,
    /// The text that stood in the place then.
    stored: Option<JsString>,
    /// Whether something stands there that could not be read and could not be put aside: it is not written over.
    blocked: bool,
}

thread_local! {
    static KNOWN: RefCell<Vec<(Place, Known)>> = const { RefCell::new(Vec::new()) };
    static JOURNAL: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// Drafts of an instance that stopped, by the names of their places; each is taken up once.
    static HANDED_OVER: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Tells `journal` of every draft as it changes: the name of its place, and its text. So it outlives this instance, which
/// a trap ends at once. `drafts` is what the journal of an instance before holds, name and text in turn.
#[wasm_bindgen(js_name = keepJournal)]
pub fn keep_journal(journal: Function, drafts: Vec<String>) {
    let drafts = drafts.chunks_exact(2);
    HANDED_OVER.set(drafts.map(|draft| (draft[0].clone(), draft[1].clone())).collect());
    JOURNAL.set(Some(journal));
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
        let storage = match self.keeping {
            Kept::Local => window.local_storage().ok()?,
            Kept::Session => window.session_storage().ok()?,
            Kept::Nowhere => None,
        };
        storage.map(JsCast::unchecked_into)
    }

    /// A name for the journal, which no two places share.
    fn name(&self) -> String {
        let keeping = match self.keeping {
            Kept::Local => "local",
            Kept::Session => "session",
            Kept::Nowhere => "none",
        };
        [keeping, " ", &self.key].concat()
    }

    fn journal(&self, text: &JsString) {
        if let Some(journal) = JOURNAL.with_borrow(Clone::clone) {
            // The journal puts a text in a map.
            let _ = journal.call2(&JsValue::NULL, &self.name().into(), text);
        }
    }

    /// The draft that an instance before left for the place.
    fn handed_over(&self) -> Option<String> {
        let name = self.name();
        HANDED_OVER.with_borrow_mut(|drafts| {
            let place = drafts.iter().position(|(found, _)| *found == name)?;
            Some(drafts.swap_remove(place).1)
        })
    }

    fn text(&self) -> Option<JsString> {
        self.storage()?.get_item(&self.key).ok()?
    }

    /// The draft of the place, and what the visitor must know of it.
    pub fn open(&self, standard: &Standard) -> (Rc<Draft>, Vec<Notice>) {
        if let Some(known) = known(self) {
            // While no widget was on the page, nobody heard what other windows wrote.
            return (self.reread(standard).unwrap_or(known.draft), Vec::new());
        }
        let stored = self.text();
        if let Some(text) = self.handed_over()
            && let Ok((draft, _)) = Draft::from_json(&text, standard)
        {
            let draft = Rc::new(draft);
            let saved = stored.filter(|stored| *stored == text);
            let base = saved.is_some().then(|| draft.clone());
            let handed_over = Known {
                draft: draft.clone(),
                base: base.unwrap_or_else(|| Rc::new(Draft::new(standard))),
                stored: saved,
                blocked: false,
            };
            remember(self, handed_over);
            self.journal(&text.into());
            return (self.reread(standard).unwrap_or(draft), Vec::new());
        }
        let mut blocked = false;
        let mut notices = Vec::new();
        let read = stored
            .as_ref()
            .map(|text| (text, Draft::from_json(&String::from(text), standard)));
        let draft = match read {
            None => Draft::new(standard),
            Some((_, Ok((draft, faults)))) if faults.is_empty() => draft,
            Some((text, Ok((draft, faults)))) => {
                let kept = self.set_aside(text);
                blocked = kept.is_none();
                let (which, kept) = (list(&faults), self.name_of(kept));
                notices.push(Notice::DraftPartlyUnreadable { which, kept });
                draft
            }
            Some((text, Err(fault))) => {
                let kept = self.set_aside(text);
                blocked = kept.is_none();
                let (reason, kept) = (fault.message, self.name_of(kept));
                notices.push(Notice::DraftUnreadable { reason, kept });
                Draft::new(standard)
            }
        };
        let draft = Rc::new(draft);
        let base = draft.clone();
        remember(
            self,
            Known {
                draft: draft.clone(),
                base,
                stored,
                blocked,
            },
        );
        (draft, notices)
    }

    /// Where the original now is: under a name of its own, or still in its place.
    fn name_of(&self, kept: Option<String>) -> String {
        kept.unwrap_or_else(|| self.key.clone())
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

    /// What another window wrote into the place since we last looked. What of it cannot be read is put aside; where that
    /// is not possible either, the place is not to be written over.
    fn theirs(&self, known: &mut Known, now: Option<&JsString>, standard: &Standard) -> Option<Draft> {
        let text = now.filter(|now| known.stored.as_ref() != Some(now))?;
        let read = Draft::from_json(&String::from(text), standard);
        if !matches!(&read, Ok((_, faults)) if faults.is_empty()) {
            known.blocked |= self.set_aside(text).is_none();
        }
        read.ok().map(|(theirs, _)| theirs)
    }

    /// Saves a draft. Where another window has changed the place since, the changes of both are kept: the draft that is
    /// then there is given back.
    ///
    /// # Errors
    /// The draft where the browser did not take it; it is still kept on the page.
    pub fn save(&self, draft: &Rc<Draft>, standard: &Standard) -> Result<Rc<Draft>, Rc<Draft>> {
        let now = self.text();
        let mut known = known(self).unwrap_or_else(|| Known {
            draft: draft.clone(),
            base: Rc::new(Draft::new(standard)),
            stored: None,
            blocked: false,
        });
        let theirs = self.theirs(&mut known, now.as_ref(), standard);
        let draft = match theirs {
            Some(theirs) => Rc::new(draft.merged(&known.base, &theirs)),
            None => draft.clone(),
        };
        known.draft = draft.clone();
        let text = JsString::from(draft.to_json(standard));
        self.journal(&text);
        let write = |storage: Storage| storage.set_item(&self.key, &text).is_ok();
        let saved = self.keeping == Kept::Nowhere || (!known.blocked && self.storage().is_some_and(write));
        if saved {
            known.base = draft.clone();
            known.stored = Some(text);
        }
        remember(self, known);
        if saved { Ok(draft) } else { Err(draft) }
    }

    /// Reads what another window has written, together with what is not saved yet on this page; nothing where it is what
    /// we know, or cannot be read.
    pub fn reread(&self, standard: &Standard) -> Option<Rc<Draft>> {
        let now = self.text();
        let mut known = known(self)?;
        let theirs = self.theirs(&mut known, now.as_ref(), standard);
        let Some(theirs) = theirs else {
            remember(self, known);
            return None;
        };
        let draft = Rc::new(known.draft.merged(&known.base, &theirs));
        self.journal(&draft.to_json(standard).into());
        known.draft = draft.clone();
        known.base = Rc::new(theirs);
        known.stored = now;
        remember(self, known);
        Some(draft)
    }
}

fn list(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().take(10).map(ToString::to_string).collect();
    lines.join("; ")
}
