//! Leaving nothing in a place.

use super::{Place, journal, known};
use crate::standard::Standard;
use crate::widget::Draft;
use js_sys::JsString;

impl Place {
    /// Takes the draft out of the place, with all that was set aside of it and all beside it, once it is kept elsewhere.
    pub fn erase(&self, standard: &Standard) {
        let empty = JsString::from(Draft::new(standard).to_json(standard));
        journal::write(&self.name(), &empty);
        known::forget(self);
        self.erase_set_aside();
        self.erase_list();
        self.erase_dates();
        if let Some(storage) = self.storage() {
            // Refused only where the storage itself is: then nothing stands there.
            let _ = storage.remove_item(&self.key);
        }
    }
}
