//! What only the benchmark calls: see `cargo xtask bench`. It is in no `dist/`.

use super::functions::read_answers;
use std::hint::black_box;
use wasm_bindgen::prelude::*;

/// Works out the plans for an answer document `times` times, which is read once; gives how often there were any. What
/// many times take more than none is the planner alone.
///
/// # Errors
/// As those of [`super::functions::assess`].
#[wasm_bindgen(js_name = planRepeatedly)]
pub fn plan_repeatedly(json: &str, times: u32) -> Result<u32, JsValue> {
    let (standard, answers) = read_answers(json)?;
    let asked = crate::plan::read(&standard, &answers);
    let mut found = 0;
    for _ in 0..times {
        let outcome = black_box(crate::plan::plan(
            black_box(&standard),
            black_box(&answers),
            &asked.target,
            &asked.costing,
        ));
        found += u32::from(!matches!(outcome, crate::plan::Outcome::OutOfReach(_)));
    }
    Ok(found)
}
