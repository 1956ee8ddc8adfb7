//! The list of assessments beside a draft: under a key of its own, which is written only where the list changes, so that
//! older releases go on reading the draft. What could not be stored is not done.

use super::{Place, Written, journal};
use crate::answers::are_alike;
use crate::standard::Standard;
use crate::widget::{Keeping, KeptList, Notice};
use js_sys::JsString;
use std::cell::RefCell;
use std::rc::Rc;

/// What we know of the list of a place.
#[derive(Clone)]
struct Known {
    list: Rc<KeptList>,
    standard: Rc<Standard>,
    /// The text that stood there when we last looked.
    text: Option<JsString>,
    /// Whether the storage lacks something of the list.
    is_ahead: bool,
    /// What the visitor must know where something stands there that must not be written over.
    blocked: Option<Notice>,
}

thread_local! {
    static KNOWN: RefCell<Vec<(Place, Known)>> = const { RefCell::new(Vec::new()) };
}

fn forget(place: &Place) {
    KNOWN.with_borrow_mut(|known| known.retain(|(found, _)| found != place));
}

fn remember(place: &Place, what: Known) {
    forget(place);
    KNOWN.with_borrow_mut(|known| known.push((place.clone(), what)));
}

impl Place {
    fn list_key(&self) -> String {
        [&self.key, ":kept"].concat()
    }

    fn list_name(&self) -> String {
        [&self.name(), ":kept"].concat()
    }

    /// Whether a storage event with this key concerns the list.
    pub fn is_list_touched_by(&self, key: Option<&str>) -> bool {
        self.keeping != Keeping::Nowhere && key.is_none_or(|key| key == self.list_key())
    }

    /// The list, and what the visitor must know of it.
    pub fn list(&self, standard: &Rc<Standard>) -> (Rc<KeptList>, Vec<Notice>) {
        let mut notices = Vec::new();
        let known = self.look_at_list(standard, &Written::Unknown, &mut notices);
        let list = known.list.clone();
        remember(self, known);
        (list, notices)
    }

    /// Stores a list; gives what it is with what other windows changed.
    ///
    /// # Errors
    /// Where the browser does not take it, or something stands there that must stay: then nothing is changed.
    pub fn save_list(&self, list: &KeptList, standard: &Rc<Standard>) -> Result<Rc<KeptList>, Notice> {
        let mut known = self.look_at_list(standard, &Written::Unknown, &mut Vec::new());
        let before = known.list.clone();
        known.list = Rc::new(before.merged(list));
        let saved = match self.write_list(&mut known) {
            true => Ok(known.list.clone()),
            false => {
                known.list = before;
                Err(known.blocked.clone().unwrap_or(Notice::ListNotStored))
            }
        };
        remember(self, known);
        saved
    }

    /// Takes in what other windows have written; nothing where the list stays as it is.
    pub fn read_list_again(
        &self,
        standard: &Rc<Standard>,
        written: &Written,
    ) -> Option<(Rc<KeptList>, Vec<Notice>)> {
        let before = KNOWN.with_borrow(|known| {
            let found = known.iter().find(|(found, _)| found == self);
            found.map(|(_, known)| known.list.clone())
        });
        let mut notices = Vec::new();
        let mut known = self.look_at_list(standard, written, &mut notices);
        if known.is_ahead {
            self.write_list(&mut known);
        }
        let list = known.list.clone();
        remember(self, known);
        (before.as_ref() != Some(&list) || !notices.is_empty()).then_some((list, notices))
    }

    /// Deletes the list, whatever stands there.
    pub fn erase_list(&self) {
        forget(self);
        journal::write(&self.list_name(), &JsString::from("{}"));
        if let Some(storage) = self.storage() {
            // Refused only where the storage itself is: then nothing stands there.
            let _ = storage.remove_item(&self.list_key());
        }
    }

    fn write_list(&self, known: &mut Known) -> bool {
        let text = JsString::from(known.list.to_json(&known.standard));
        let write = || {
            let storage = self.storage();
            storage.is_some_and(|storage| storage.set_item(&self.list_key(), &text).is_ok())
        };
        if self.keeping != Keeping::Nowhere && (known.blocked.is_some() || !write()) {
            return false;
        }
        journal::write(&self.list_name(), &text);
        known.is_ahead = false;
        known.text = Some(text);
        true
    }

    /// What we know of the list, with what stands there by now.
    fn look_at_list(&self, standard: &Rc<Standard>, written: &Written, notices: &mut Vec<Notice>) -> Known {
        let found = KNOWN.with_borrow(|known| {
            let found = known.iter().find(|(found, _)| found == self);
            found.map(|(_, known)| known.clone())
        });
        let mut known = found.unwrap_or_else(|| {
            let left = journal::handed_over(&self.list_name()).unwrap_or_default();
            let list = KeptList::from_json(&left, standard).map(|stored| stored.list);
            Known {
                list: Rc::new(list.unwrap_or_default()),
                standard: standard.clone(),
                text: None,
                is_ahead: false,
                blocked: None,
            }
        });
        if !are_alike(&known.standard, standard) {
            // Another document calls itself by the same id.
            let text = JsString::from(known.list.to_json(&known.standard));
            known.standard = standard.clone();
            known.list = Rc::default();
            self.read_list(&text, &mut known, notices);
        }
        if let Written::Text(text) = written
            && known.text.as_ref() != Some(text)
        {
            // It may have been written over before we could see it there.
            self.read_list(text, &mut known, notices);
        }
        let Some(Ok(now)) = self.storage().map(|storage| storage.get_item(&self.list_key())) else {
            return known;
        };
        match now {
            Some(now) if known.text.as_ref() != Some(&now) => {
                known.blocked = None;
                self.read_list(&now, &mut known, notices);
                known.text = Some(now);
            }
            Some(_) => {}
            None => {
                known.is_ahead |= !known.list.is_empty();
                known.blocked = None;
                known.text = None;
            }
        }
        known
    }

    /// Takes in a list. What cannot be read is set aside first.
    fn read_list(&self, text: &JsString, known: &mut Known, notices: &mut Vec<Notice>) {
        let read = KeptList::from_json(&String::from(text), &known.standard);
        let theirs = match &read {
            Ok(stored) => stored.list.clone(),
            Err(_) => KeptList::default(),
        };
        let notice = match read {
            Ok(stored) if stored.faults.is_empty() => None,
            Err(fault) if fault.code == "newer-version" => {
                known.blocked = Some(Notice::ListNewer);
                known.blocked.clone()
            }
            read => {
                let kept = self.set_aside(text);
                if kept.is_none() {
                    known.blocked = Some(Notice::ListNotStored);
                }
                Some(match read {
                    Ok(stored) => {
                        let which = super::aside::list(&stored.faults);
                        Notice::DraftPartlyUnreadable { which, kept }
                    }
                    Err(fault) => Notice::ListUnreadable {
                        reason: fault.message,
                        kept,
                    },
                })
            }
        };
        notices.extend(notice);
        known.is_ahead = known.list.is_beyond(&theirs);
        known.list = Rc::new(known.list.merged(&theirs));
    }
}
