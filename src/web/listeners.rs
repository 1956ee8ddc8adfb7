//! What the window tells while a widget is on the page: what other windows wrote, and that the page goes or comes back.

use super::store::Written;
use super::{changes, instances};
use gloo_events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, EventTarget, StorageEvent};

thread_local! {
    /// A listener removes itself when it is dropped.
    static LISTENERS: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
    static TARGETS: RefCell<Option<[EventTarget; 2]>> = const { RefCell::new(None) };
}

/// Has us listen at these in place of the window and the document. A fault ends this instance of the module at once, and
/// then only the page can take its listeners off: from targets that pass them on.
#[wasm_bindgen(js_name = listenAt)]
pub fn listen_at(window: EventTarget, document: EventTarget) {
    TARGETS.set(Some([window, document]));
}

/// Listens as long as there is a widget; called when one comes or goes.
pub fn listen() {
    let listening = LISTENERS.with_borrow(|listeners| !listeners.is_empty());
    let wanted = !instances::all().is_empty();
    if listening != wanted {
        let listeners = wanted.then(listeners).flatten();
        LISTENERS.set(listeners.unwrap_or_default());
    }
}

fn listeners() -> Option<Vec<EventListener>> {
    let page = web_sys::window()?;
    let own = page.document()?;
    let targets = TARGETS.with_borrow(Clone::clone);
    let [window, document] = targets.unwrap_or_else(|| [page.into(), own.clone().into()]);
    Some(vec![
        EventListener::new(&window, "storage", written),
        // A page is frozen, kept for going back, or thrown away: each browser tells another part of it.
        EventListener::new(&window, "pagehide", |_| changes::flush()),
        EventListener::new(&document, "freeze", |_| changes::flush()),
        EventListener::new(&document, "visibilitychange", move |_| hidden(&own)),
        // Meanwhile it heard nothing of what other windows wrote.
        EventListener::new(&window, "pageshow", |_| {
            changes::read_again(None, &Written::Unknown)
        }),
        EventListener::new(&document, "resume", |_| {
            changes::read_again(None, &Written::Unknown)
        }),
    ])
}

fn hidden(document: &Document) {
    if document.hidden() {
        changes::flush();
    } else {
        changes::read_again(None, &Written::Unknown);
    }
}

fn written(event: &Event) {
    let event: &StorageEvent = event.unchecked_ref();
    let written = event.new_value();
    let written = written.map_or(Written::Nothing, |text| Written::Text(text.into()));
    changes::read_again(event.key().as_deref(), &written);
}
