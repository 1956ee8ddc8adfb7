//! The edge to JavaScript.

use wasm_bindgen::prelude::wasm_bindgen;

/// Version of the engine.
#[wasm_bindgen]
pub fn engine() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
