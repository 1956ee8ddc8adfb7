//! What the later screens need: words, and every edition that is loaded. It comes after the first screen is shown.

use super::mounted::show_all;
use super::{STANDARDS, error};
use crate::document::Node;
use crate::lang::Lang;
use crate::programmes::Programmes;
use crate::strings::later::Words;
use crate::widget::Later;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

thread_local! {
    static LATER: RefCell<Vec<Rc<Later>>> = const { RefCell::new(Vec::new()) };
    static FAILED: Cell<bool> = const { Cell::new(false) };
}

/// What the later screens need in `lang`, once it is loaded.
pub fn of(lang: Lang) -> Option<Rc<Later>> {
    LATER.with_borrow(|later| later.iter().find(|later| later.lang == lang).cloned())
}

/// Whether it could not be loaded.
pub fn failed() -> bool {
    FAILED.get()
}

/// Takes the words of the later screens, a JSON list in the order of [`Words::all`], and the programmes as JSON, both in
/// one language. The code of these screens must be there by now.
///
/// # Errors
/// `not-json` or `wrong-type` where the words are no list of texts, and the faults of the programmes.
#[wasm_bindgen(js_name = addLater)]
pub fn add_later(words: &str, programmes: &str, lang: &str) -> Result<(), JsValue> {
    let words = super::words::from_json(words, Words::from_list)?;
    let lang = Lang::nearest(lang);
    let programmes = Node::from_json(programmes).map_err(|fault| error(&[fault]))?;
    let programmes = Programmes::parse(&programmes, &[lang]).map_err(|faults| error(&faults))?;
    let later = Later {
        words: Rc::new(words),
        programmes: Rc::new(programmes),
        lang,
        editions: STANDARDS.with_borrow(Clone::clone),
    };
    LATER.with_borrow_mut(|known| {
        known.retain(|known| known.lang != lang);
        known.push(Rc::new(later));
    });
    FAILED.set(false);
    show_all();
    Ok(())
}

/// Says that the later screens could not be loaded.
#[wasm_bindgen(js_name = laterFailed)]
pub fn later_failed() {
    FAILED.set(true);
    show_all();
}
