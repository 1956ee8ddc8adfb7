//! The words of the interface, which travel in a file of their language and stay as long as the page.

use super::error;
use crate::document::{Fault, Node};
use crate::lang::Lang;
use crate::strings::Strings;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static WORDS: RefCell<Vec<(Lang, &'static Strings)>> = const { RefCell::new(Vec::new()) };
}

/// The words in `lang`, once they are loaded.
pub fn of(lang: Lang) -> Option<&'static Strings> {
    WORDS.with_borrow(|words| words.iter().find(|(of, _)| *of == lang).map(|(_, words)| *words))
}

/// Takes the words of the interface in one language, a JSON list in the order of [`Strings::all`].
///
/// # Errors
/// `not-json` where it is none, and `wrong-type` where it is not the list of this build.
#[wasm_bindgen(js_name = addWords)]
pub fn add_words(json: &str, lang: &str) -> Result<(), JsValue> {
    let words = from_json(json, Strings::from_list)?;
    WORDS.with_borrow_mut(|known| known.push((Lang::nearest(lang), Box::leak(Box::new(words)))));
    Ok(())
}

/// Words that are made from a list of texts, given as JSON.
///
/// # Errors
/// `not-json` where it is none, and `wrong-type` where it is not the list of this build.
pub fn from_json<T>(json: &str, words: impl Fn(&mut &[&'static str]) -> Option<T>) -> Result<T, JsValue> {
    let made = words(&mut list(json)?.as_slice());
    made.ok_or_else(|| {
        error(&[Fault {
            code: "wrong-type",
            path: String::new(),
            message: "this is not the list of words of this build".to_owned(),
        }])
    })
}

/// The texts of a JSON list, which stay as long as the page.
#[inline(never)]
fn list(json: &str) -> Result<Vec<&'static str>, JsValue> {
    let mut words: Vec<&'static str> = Vec::new();
    if let Node::List(items) = Node::from_json(json).map_err(|fault| error(&[fault]))? {
        for item in items {
            if let Node::Text(text) = item {
                words.push(Box::leak(text.into_boxed_str()));
            }
        }
    }
    Ok(words)
}
