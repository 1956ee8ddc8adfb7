//! Whether a call into this instance was broken off, as a trap or a panic does without any clean-up.

use wasm_bindgen::prelude::*;

/// Where the stack ends now, as an address: the same in every call from outside, until a call is broken off in the middle.
#[wasm_bindgen(js_name = stackEnd)]
pub fn stack_end() -> usize {
    let here = 0_u8;
    std::ptr::from_ref(std::hint::black_box(&here)).addr()
}
