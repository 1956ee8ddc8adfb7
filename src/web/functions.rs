//! The functions for pages and for Node, but for those of the short code.

use super::{data, error, not_ready};
use crate::answers::Answers;
use crate::document::Node;
use crate::lang::Lang;
use crate::standard::Standard;
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Assesses an answer document, given as JSON.
///
/// # Errors
/// An `Error` with code, path and message where the document is bad or its standard is not loaded.
#[wasm_bindgen]
pub fn assess(json: &str) -> Result<JsValue, JsValue> {
    let (standard, answers) = read_answers(json)?;
    assessment_of(&standard, &answers)
}

/// Works out the plans for an answer document, given as JSON: its `costs` say for which target and at which prices.
///
/// # Errors
/// As those of [`assess`], and those of `costs`: `bad-costs` where a text is no number that can be used.
#[wasm_bindgen]
pub fn plan(json: &str) -> Result<JsValue, JsValue> {
    let (standard, answers) = read_answers(json)?;
    let asked = crate::plan::read(&standard, &answers);
    if !asked.document_faults.is_empty() {
        return Err(error(&asked.document_faults));
    }
    let outcome = crate::plan::plan(&standard, &answers, &asked.target, &asked.costing);
    to_js(&outcome.document(&standard))
}

/// Reads an answer document against the standard that it names.
pub fn read_answers(json: &str) -> Result<(Rc<Standard>, Answers), JsValue> {
    let node = Node::from_json(json).map_err(|fault| error(&[fault]))?;
    let id = match node.get("standard") {
        Some(Node::Text(id)) => id.as_str(),
        // Let the reader say what is wrong with the document; any standard will do for that.
        _ => "",
    };
    let standard = data::standard(id).or_else(data::any_standard);
    let standard = standard.ok_or_else(|| not_ready(id))?;
    let answers = Answers::read(&node, &standard).map_err(|faults| error(&faults))?;
    Ok((standard, answers))
}

/// Takes the standard of a host, a JSON document in every language, checks it, and gives its id.
///
/// # Errors
/// An `Error` with the code and path of the first fault, and all faults in its message.
#[wasm_bindgen(js_name = addStandard)]
pub fn add_standard(json: &str) -> Result<String, JsValue> {
    let document = Node::from_json(json).map_err(|fault| error(&[fault]))?;
    let standard = Standard::parse(&document, &Lang::ALL).map_err(|faults| error(&faults))?;
    let id = standard.id.clone();
    data::add(&Lang::ALL, standard);
    Ok(id)
}

/// The description of a standard, with its texts in every language that was loaded.
///
/// # Errors
/// `not-ready` where it is not loaded.
#[wasm_bindgen]
pub fn describe(id: &str) -> Result<JsValue, JsValue> {
    let standard = data::fullest(id).ok_or_else(|| not_ready(id))?;
    to_js(&standard.describe())
}

/// A document as an object of JavaScript, of which `JSON.stringify` makes the same text as `serde_json` does natively.
pub fn to_js(document: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(document.serialize(&serializer)?)
}

pub fn assessment_of(standard: &Standard, answers: &Answers) -> Result<JsValue, JsValue> {
    to_js(&crate::assess::assess(standard, answers).document(standard, answers))
}
