//! The short code and its check, for pages and for Node.

use super::functions::{read_answers, to_js};
use super::{data, error};
use crate::answers::Answers;
use crate::exchange::{self, ArrivalFault, CodeFault, Form};
use crate::standard::Standard;
use js_sys::Reflect;
use std::rc::Rc;
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
    let (standard, answers) = decoded(code)?;
    to_js(&answers.document(&standard))
}

/// The check digits that a print with this code carries, where its standard is the one that is loaded.
///
/// # Errors
/// As those of [`decode`].
#[wasm_bindgen(js_name = checkDigits)]
pub fn check_digits(code: &str) -> Result<String, JsValue> {
    let (standard, _) = decoded(code)?;
    exchange::check_digits(code, standard.hash()).map_err(code_error)
}

/// Compares a short code with an answer document, given as JSON.
///
/// # Errors
/// As those of `assess`, and those of [`decode`] but `code-other-standard`, which is a result here.
#[wasm_bindgen]
pub fn check(code: &str, json: &str) -> Result<JsValue, JsValue> {
    let (standard, answers) = read_answers(json)?;
    let checked = exchange::check(code, &answers, &standard).map_err(code_error)?;
    to_js(&checked.document(&standard))
}

/// The answer document of a saved file or table, by its bytes, as the widget opens it.
///
/// # Errors
/// Every fault that the widget refuses it for; a code is no file.
#[wasm_bindgen(js_name = openFile)]
pub fn open_file(bytes: &[u8]) -> Result<JsValue, JsValue> {
    let standards = data::standards();
    let known: Vec<&Standard> = standards.iter().map(AsRef::as_ref).collect();
    match exchange::open(bytes, &known) {
        Ok(read) if read.form != Form::Code => to_js(&read.answers.whole_document(known[read.standard])),
        Ok(_) | Err(ArrivalFault::Code(_)) => Err(error(&ArrivalFault::Unrecognised.faults())),
        Err(fault) => Err(error(&fault.faults())),
    }
}

fn decoded(code: &str) -> Result<(Rc<Standard>, Answers), JsValue> {
    let standards = data::standards();
    let known: Vec<&Standard> = standards.iter().map(AsRef::as_ref).collect();
    let (index, answers) = exchange::decode(code, &known).map_err(code_error)?;
    Ok((standards[index].clone(), answers))
}

/// An `Error` that says beside its code where the slip is and how many characters there are, where that is known.
fn code_error(fault: CodeFault) -> JsValue {
    let mut about: Vec<(&str, JsValue)> = Vec::new();
    match fault {
        CodeFault::BadCharacter {
            character,
            group,
            place,
        } => about.extend([
            ("character", character.to_string().into()),
            ("group", group.into()),
            ("place", place.into()),
        ]),
        CodeFault::Cut { found, expected } => {
            about.push(("found", found.into()));
            about.extend(expected.map(|expected| ("expected", expected.into())));
        }
        CodeFault::TooLong { found, expected } => {
            about.extend([("found", found.into()), ("expected", expected.into())]);
        }
        CodeFault::Mistyped { group } => about.extend(group.map(|group| ("group", group.into()))),
        CodeFault::Newer { .. } | CodeFault::OtherStandard { .. } => {}
    }
    let error = error(&[fault.into()]);
    for (key, value) in about {
        // Setting a property of an error that was just made cannot fail.
        let _ = Reflect::set(&error, &key.into(), &value);
    }
    error
}
