//! What the later screens need: words, and every edition that is loaded. It comes after the first screen is shown.

use super::mounted::show_all;
use super::{STANDARDS, error};
use crate::document::{Fault, Node};
use crate::lang::Lang;
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

/// Takes the words of the later screens in one language, a JSON list in the order of [`Words::all`]. The code of these
/// screens must be there by now.
///
/// # Errors
/// `not-json` or `wrong-type` where it is no list of texts.
#[wasm_bindgen(js_name = addLater)]
pub fn add_later(words: &str, lang: &str) -> Result<(), JsValue> {
    let node = Node::from_json(words).map_err(|fault| error(&[fault]))?;
    let mut words: Vec<&'static str> = Vec::new();
    if let Node::List(items) = node {
        for item in items {
            // They stay as long as the page.
            words.extend(match item {
                Node::Text(text) => Some(&*Box::leak(text.into_boxed_str())),
                _ => None,
            });
        }
    }
    if words.is_empty() {
        return Err(error(&[Fault {
            code: "wrong-type",
            path: String::new(),
            message: "is no list of words".to_owned(),
        }]));
    }
    let mut words = words.into_iter();
    let lang = Lang::nearest(lang);
    let later = Later {
        // A list that is too short is of another build, which its name rules out.
        words: Rc::new(Words::from_list(&mut || words.next().unwrap_or_default())),
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
