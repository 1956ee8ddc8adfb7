//! What the window tells while a widget is on the page: what other windows wrote, and that the page goes or comes back.

use super::{changes, instances};
use gloo_events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, StorageEvent};

thread_local! {
    /// A listener removes itself when it is dropped.
    static LISTENERS: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
}

/// Listens as long as there is a widget; called when one comes or goes.
pub fn listen() {
    let listening = LISTENERS.with_borrow(|listeners| !listeners.is_empty());
    let wanted = !instances::all().is_empty();
    if listening != wanted {
        LISTENERS.set(if wanted {
            listeners().unwrap_or_default()
        } else {
            Vec::new()
        });
    }
}

/// Removes every listener. For an instance of the module that stopped after a fault: nothing may call it any more.
#[wasm_bindgen(js_name = stopListening)]
pub fn stop_listening() {
    LISTENERS.take();
}

fn listeners() -> Option<Vec<EventListener>> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let hidden = {
        let document = document.clone();
        move || document.hidden()
    };
    Some(vec![
        EventListener::new(&window, "storage", |event| written(event)),
        // Of these some come where others do not: a page may be frozen, kept for going back, or thrown away.
        EventListener::new(&window, "pagehide", |_| changes::flush()),
        EventListener::new(&document, "freeze", |_| changes::flush()),
        EventListener::new(&document, "visibilitychange", move |_| {
            if hidden() {
                changes::flush();
            }
        }),
        // A page that was frozen or kept heard nothing of what other windows wrote.
        EventListener::new(&window, "pageshow", |_| changes::read_again(None)),
        EventListener::new(&document, "resume", |_| changes::read_again(None)),
    ])
}

fn written(event: &Event) {
    let event: &StorageEvent = event.unchecked_ref();
    changes::read_again(event.key().as_deref());
}
