//! Every draft as it last was, outside of this instance of the module, which a fault ends at once.

use js_sys::{Function, JsString};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static JOURNAL: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// Drafts of an instance that stopped, by the names of their places; each is taken up once.
    static HANDED_OVER: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Tells `journal` of every draft as it changes: the name of its place, and its text. `drafts` is what the journal of an
/// instance before holds, name and text in turn.
#[wasm_bindgen(js_name = keepJournal)]
pub fn keep_journal(journal: Function, drafts: Vec<String>) {
    let drafts = drafts.chunks_exact(2);
    HANDED_OVER.set(drafts.map(|draft| (draft[0].clone(), draft[1].clone())).collect());
    JOURNAL.set(Some(journal));
}

/// Writes a draft into the journal.
pub fn write(name: &str, text: &JsString) {
    if let Some(journal) = JOURNAL.with_borrow(Clone::clone) {
        // The journal puts a text in a map.
        let _ = journal.call2(&JsValue::NULL, &name.into(), text);
    }
}

/// The draft that an instance before left under this name, once.
pub fn handed_over(name: &str) -> Option<String> {
    HANDED_OVER.with_borrow_mut(|drafts| {
        let place = drafts.iter().position(|(found, _)| found == name)?;
        Some(drafts.swap_remove(place).1)
    })
}
