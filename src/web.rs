//! The edge to JavaScript: the only module with `#[wasm_bindgen]`, storage and the window. Everything comes in and goes
//! out here; the other layers know nothing of it.

use crate::answers::Answers;
use crate::document::{Fault, Node};
use crate::standard::Standard;
use js_sys::{Error, Reflect};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[cfg(feature = "bench")]
pub mod bench;
mod changes;
mod data;
mod exchange;
mod files;
mod instances;
mod journal;
mod list;
mod listeners;
mod mounted;
mod settings;
mod stack;
mod store;
mod waiting;

pub use mounted::Mounted;

/// Says on the console where and why the engine panicked, before it stops.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Release of the engine.
#[wasm_bindgen]
pub fn engine() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

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
fn read_answers(json: &str) -> Result<(Rc<Standard>, Answers), JsValue> {
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

fn not_ready(id: &str) -> JsValue {
    error(&[Fault {
        code: "not-ready",
        path: "/standard".to_owned(),
        message: format!("the standard \"{id}\" is not loaded: await ready(\"{id}\") first"),
    }])
}

/// A document as an object of JavaScript, of which `JSON.stringify` makes the same text as `serde_json` does natively.
fn to_js(document: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(document.serialize(&serializer)?)
}

fn assessment_of(standard: &Standard, answers: &Answers) -> Result<JsValue, JsValue> {
    to_js(&crate::assess::assess(standard, answers).document(standard, answers))
}

/// An `Error` for JavaScript: code and path of the first fault; the message tells of all.
fn error(faults: &[Fault]) -> JsValue {
    let lines: Vec<String> = faults.iter().take(20).map(ToString::to_string).collect();
    let error = Error::new(&lines.join("\n"));
    if let Some(fault) = faults.first() {
        // Setting a property of an error that was just made cannot fail.
        let _ = Reflect::set(&error, &"code".into(), &fault.code.into());
        let _ = Reflect::set(&error, &"path".into(), &fault.path.as_str().into());
    }
    error.into()
}
