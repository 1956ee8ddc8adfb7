//! What this page knows of the places of drafts.

use super::{Place, Saved};
use crate::standard::Standard;
use crate::widget::{Draft, Notice, Shared, Writers};
use js_sys::JsString;
use std::cell::RefCell;
use std::rc::Rc;

/// What we know of a place.
#[derive(Clone)]
pub(super) struct Known {
    /// The draft as it is on the page.
    pub shared: Shared,
    /// The standard under which it was read.
    pub standard: Rc<Standard>,
    /// The text that stood in the place when we last looked.
    pub text: Option<JsString>,
    /// Whether the browser has the draft of the page.
    pub stored: bool,
    /// Whether something stands there that could not be read and could not be set aside: it is not written over.
    pub blocked: bool,
}

thread_local! {
    static KNOWN: RefCell<Vec<(Place, Known)>> = const { RefCell::new(Vec::new()) };
    /// The name of this window among those that write.
    static WRITER: String = format!("{:x}", (js_sys::Math::random() * (1_u64 << 52) as f64) as u64);
}

/// What we know of a place; nothing where it was not opened yet.
pub(super) fn known(place: &Place) -> Option<Known> {
    KNOWN.with_borrow(|known| {
        let found = known.iter().find(|(found, _)| found == place);
        found.map(|(_, known)| known.clone())
    })
}

/// Remembers what we know of a place.
pub(super) fn remember(place: &Place, what: Known) {
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(found, _)| found != place);
        known.push((place.clone(), what));
    });
}

/// Forgets a place: it is opened as for the first time.
pub(super) fn forget(place: &Place) {
    KNOWN.with_borrow_mut(|known| known.retain(|(found, _)| found != place));
}

/// A draft as it stands in its place.
pub(super) fn shared(draft: Draft, writers: Option<Writers>) -> Shared {
    WRITER.with(|me| Shared::new(me, Rc::new(draft), writers.unwrap_or_default()))
}

impl Known {
    /// What came of saving or reading.
    pub fn saved(&self, notices: Vec<Notice>) -> Saved {
        Saved {
            draft: self.shared.draft().clone(),
            standard: self.standard.clone(),
            stored: self.stored,
            notices,
        }
    }

    /// Whether there is anything that could be lost.
    pub fn holds_anything(&self) -> bool {
        let draft = self.shared.draft();
        !draft.sheet.is_empty() || !draft.replaced.is_empty()
    }
}
