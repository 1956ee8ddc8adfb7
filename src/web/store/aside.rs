//! What stands in a place and cannot be read, or not all of it: the original is kept under a name of its own before
//! anything else is written there.

use super::Place;
use crate::document::Fault;
use crate::standard::Standard;
use crate::widget::{Draft, Notice, Stored};
use js_sys::JsString;
use std::cell::RefCell;

/// What stands in a place.
pub(super) struct Read {
    /// As far as it can be read.
    pub stored: Option<Stored>,
    /// What of it cannot be read, and where the original is kept.
    pub notice: Option<Notice>,
    /// Whether the original stands there and nowhere else.
    pub blocked: bool,
}

thread_local! {
    /// What was left out of drafts and set aside, by place: another window may write it again with each of its changes.
    static SET_ASIDE: RefCell<Vec<(Place, String)>> = const { RefCell::new(Vec::new()) };
}

impl Place {
    /// Reads what stands in the place: what it began with, or what another window wrote.
    pub(super) fn read(&self, text: &JsString, standard: &Standard, first: bool) -> Read {
        let read = Draft::from_json(&String::from(text), standard);
        self.sound(read, text, first)
    }

    /// The draft under another standard that calls itself by the same id, and what of it cannot be read there.
    pub fn under(&self, draft: &Draft, from: &Standard, to: &Standard) -> (Draft, Option<Notice>) {
        let text = || JsString::from(draft.to_json(from));
        let read = match draft.under(from, to) {
            Ok(stored) if stored.faults.is_empty() => return (stored.draft, None),
            read => self.sound(read, &text(), true),
        };
        let draft = read.stored.map(|stored| stored.draft);
        (draft.unwrap_or_else(|| Draft::new(to)), read.notice)
    }

    /// What was read, once the original is set aside where there is something that could not be.
    fn sound(&self, read: Result<Stored, Fault>, text: &JsString, first: bool) -> Read {
        let left_out = match &read {
            Ok(stored) => stored.left_out.as_slice(),
            Err(_) => &[],
        };
        let known = read.is_ok() && self.is_set_aside(left_out);
        if known {
            return Read {
                stored: read.ok(),
                notice: None,
                blocked: false,
            };
        }
        let aside = self.set_aside(text);
        let blocked = aside.is_none();
        if !blocked {
            let left_out = left_out.iter().map(|left_out| (self.clone(), left_out.clone()));
            SET_ASIDE.with_borrow_mut(|known| known.extend(left_out));
        }
        let stands = || self.look().flatten().as_ref() == Some(text);
        let kept = aside.or_else(|| stands().then(|| self.key.clone()));
        let (stored, notice) = match read {
            Ok(stored) => {
                let which = list(&stored.faults);
                (Some(stored), Notice::DraftPartlyUnreadable { which, kept })
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
            stored,
            notice: Some(notice),
            blocked,
        }
    }

    /// Whether all of this, or nothing, was set aside before.
    fn is_set_aside(&self, left_out: &[String]) -> bool {
        SET_ASIDE.with_borrow(|known| {
            let is_known = |left_out: &String| {
                let mut known = known.iter();
                known.any(|(place, known)| place == self && known == left_out)
            };
            left_out.iter().all(is_known)
        })
    }

    /// Keeps what could not be read under a name of its own, and gives the name; none where the browser did not take it.
    pub(super) fn set_aside(&self, text: &JsString) -> Option<String> {
        let storage = self.storage()?;
        let free = |name: &String| {
            let there = storage.get_item(name).ok().flatten();
            there.is_none_or(|there| there == *text)
        };
        let name = self.names_aside().find(free)?;
        storage.set_item(&name, text).ok()?;
        Some(name)
    }

    /// Deletes what was set aside.
    pub fn erase_set_aside(&self) {
        let Some(storage) = self.storage() else { return };
        for name in self.names_aside() {
            if !storage.get_item(&name).is_ok_and(|text| text.is_some()) {
                return;
            }
            let _ = storage.remove_item(&name);
        }
    }

    /// The names under which originals are kept, in the order in which they are taken.
    fn names_aside(&self) -> impl Iterator<Item = String> {
        (1..=999).map(|number| format!("{}:set-aside-{number}", self.key))
    }
}

/// Faults in a line.
pub(super) fn list(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().take(10).map(ToString::to_string).collect();
    lines.join("; ").replace("/sheet/document", "")
}
