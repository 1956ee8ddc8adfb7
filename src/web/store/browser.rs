//! What the browser keeps for a page. Not by gloo: its storage panics where a browser refuses it.

use crate::widget::Keeping;
use js_sys::JsString;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The browser's storage. Its texts stay where they are: a draft may be large, and at each letter it is only
    /// compared with what was stored.
    pub type Storage;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    pub fn get_item(this: &Storage, key: &str) -> Result<Option<JsString>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setItem)]
    pub fn set_item(this: &Storage, key: &str, text: &JsString) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = removeItem)]
    pub fn remove_item(this: &Storage, key: &str) -> Result<(), JsValue>;
}

/// The storage for what is kept like this. Merely asking for it may be refused.
pub fn storage(keeping: Keeping) -> Option<Storage> {
    let window = web_sys::window()?;
    let storage = match keeping {
        Keeping::Local => window.local_storage().ok()?,
        Keeping::Session => window.session_storage().ok()?,
        Keeping::Nowhere => None,
    };
    storage.map(JsCast::unchecked_into)
}
