//! The edge to JavaScript: the only module with `#[wasm_bindgen]`, storage and the window. Everything comes in and goes
//! out here; the other layers know nothing of it.

use crate::answers::Answers;
use crate::document::{Fault, Node};
use crate::lang::Lang;
use crate::standard::Standard;
use js_sys::{Error, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[cfg(feature = "bench")]
pub mod bench;
mod later;
mod mounted;
mod store;
mod words;

pub use mounted::Mounted;

thread_local! {
    static STANDARDS: RefCell<Vec<Rc<Standard>>> = const { RefCell::new(Vec::new()) };
}

/// Release of the engine.
#[wasm_bindgen]
pub fn engine() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Takes a standard as JSON, whose texts are given in `languages`, and gives its id. It replaces one of the same id,
/// as when a second language has been loaded. Where it is not `checked` by the build, it is checked here, by code that
/// travels with the later screens and must be there.
///
/// # Errors
/// An `Error` with the code and path of the first fault, and all faults in its message.
#[wasm_bindgen(js_name = addStandard)]
pub fn add_standard(json: &str, languages: Vec<String>, checked: bool) -> Result<String, JsValue> {
    let document = Node::from_json(json).map_err(|fault| error(&[fault]))?;
    let languages: Vec<Lang> = languages.iter().map(|tag| Lang::nearest(tag)).collect();
    let parse = if checked {
        Standard::parse_checked
    } else {
        Standard::parse
    };
    let standard = parse(&document, &languages).map_err(|faults| error(&faults))?;
    let id = standard.id.clone();
    STANDARDS.with_borrow_mut(|standards| {
        standards.retain(|known| known.id != id);
        standards.push(Rc::new(standard));
    });
    Ok(id)
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

/// Works out the plans for an answer document, given as JSON: its `costs` say for which target and at which prices. The
/// code for it travels with the later screens and must be there.
///
/// # Errors
/// As those of [`assess`]; `bad-costs` where something in `costs` is no number that can be used.
#[wasm_bindgen]
pub fn plan(json: &str) -> Result<JsValue, JsValue> {
    let (standard, answers) = read_answers(json)?;
    let asked = crate::plan::read(&standard, &answers);
    if !asked.faults.is_empty() {
        return Err(error(&[Fault {
            code: "bad-costs",
            path: "/costs".to_owned(),
            message: "a mark or a price is no number of at most two decimals within its bounds".to_owned(),
        }]));
    }
    let outcome = crate::plan::plan(&standard, &answers, &asked.target, &asked.costing);
    js_sys::JSON::parse(&outcome.document(&standard))
}

/// Reads an answer document against the standard that it names.
fn read_answers(json: &str) -> Result<(Rc<Standard>, Answers), JsValue> {
    let node = Node::from_json(json).map_err(|fault| error(&[fault]))?;
    let id = match node.get("standard") {
        Some(Node::Text(id)) => id.as_str(),
        // Let the reader say what is wrong with the document; any standard will do for that.
        _ => "",
    };
    let standard = standard(id).or_else(|| STANDARDS.with_borrow(|standards| standards.first().cloned()));
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

fn standard(id: &str) -> Option<Rc<Standard>> {
    STANDARDS.with_borrow(|standards| standards.iter().find(|known| known.id == id).cloned())
}

/// A document for JavaScript. It goes by way of its JSON text, so that a page gets the very bytes that the native build
/// writes, and the module carries one writer and not two.
fn to_js(document: &Node) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&document.to_json())
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
