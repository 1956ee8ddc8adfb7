//! What the page around a widget may read, once the visitor has agreed.

use super::Mounted;
use super::functions::{assessment_of, to_js};
use super::instances::on;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Mounted {
    /// The answer document, or `null` until the visitor has agreed.
    ///
    /// # Errors
    /// None in practice: a document of strings and numbers always crosses over.
    #[wasm_bindgen(getter)]
    pub fn answers(&self) -> Result<JsValue, JsValue> {
        let shared = on(self.id, |instance| {
            let state = &instance.state;
            let answers = &state.draft.sheet.answers;
            instance.shared.then(|| to_js(&answers.document(&state.standard)))
        });
        shared.flatten().unwrap_or(Ok(JsValue::NULL))
    }

    /// The assessment document, or `null` until the visitor has agreed.
    ///
    /// # Errors
    /// None in practice: a document of strings and numbers always crosses over.
    #[wasm_bindgen(getter)]
    pub fn assessment(&self) -> Result<JsValue, JsValue> {
        let shared = on(self.id, |instance| {
            instance.shared.then(|| instance.state.clone())
        });
        shared.flatten().map_or(Ok(JsValue::NULL), |state| {
            assessment_of(&state.standard, &state.draft.sheet.answers)
        })
    }
}
