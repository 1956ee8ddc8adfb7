//! The edge to JavaScript: the only module with `#[wasm_bindgen]`, storage and the window. Everything comes in and goes
//! out here; the other layers know nothing of it.

use crate::document::Fault;
use js_sys::{Error, Reflect};
use wasm_bindgen::prelude::*;

#[cfg(feature = "bench")]
pub mod bench;
mod changes;
mod data;
#[cfg(feature = "places")]
mod exchange;
#[cfg(feature = "places")]
mod files;
#[cfg(feature = "places")]
mod functions;
mod handover;
mod instances;
mod journal;
mod list;
mod listeners;
#[cfg(feature = "places")]
mod listing;
mod mounted;
mod settings;
#[cfg(feature = "places")]
mod sharing;
mod stack;
mod store;
#[cfg(feature = "places")]
mod waiting;
#[cfg(feature = "places")]
mod warm_up;

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

fn not_ready(id: &str) -> JsValue {
    error(&[Fault {
        code: "not-ready",
        path: "/standard".to_owned(),
        message: format!("the standard \"{id}\" is not loaded: await ready(\"{id}\") first"),
    }])
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
