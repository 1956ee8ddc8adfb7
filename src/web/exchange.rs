//! The short code and its check, for pages and for Node.

use super::{data, error, read_answers, to_js};
use crate::exchange;
use crate::standard::Standard;
use wasm_bindgen::prelude::*;

/// The short code of an answer document, given as JSON. Notes, evidence, profile and costs are not in it.
///
/// # Errors
/// As those of `assess`.
#[wasm_bindgen]
pub fn encode(json: &str) -> Result<String, JsValue> {
    let (standard, answers) = read_answers(json)?;
    Ok(exchange::encode(&standard, &answers))
}

/// The answer document of a short code, of any standard that is loaded.
///
/// # Errors
/// `code-cut`, `code-mistyped`, `code-newer`, `code-other-standard` and `code-bad-character`.
#[wasm_bindgen]
pub fn decode(code: &str) -> Result<JsValue, JsValue> {
    let standards = data::standards();
    let standards: Vec<&Standard> = standards.iter().map(AsRef::as_ref).collect();
    let (index, answers) = exchange::decode(code, &standards).map_err(|fault| error(&[fault.into()]))?;
    to_js(&answers.document(standards[index]))
}

/// Compares a short code with an answer document, given as JSON.
///
/// # Errors
/// As those of `assess`, and those of [`decode`] but `code-other-standard`, which is a result here.
#[wasm_bindgen]
pub fn check(code: &str, json: &str) -> Result<JsValue, JsValue> {
    let (standard, answers) = read_answers(json)?;
    let checked = exchange::check(code, &answers, &standard).map_err(|fault| error(&[fault.into()]))?;
    to_js(&checked.document(&standard))
}
