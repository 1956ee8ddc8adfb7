//! What arrived and waits beside a draft: in the tab, wherever the draft is kept; in the journal alone where nothing is.

use super::{Place, Storage, browser, journal};
use crate::widget::Keeping;
use js_sys::JsString;

impl Place {
    fn waiting_key(&self) -> String {
        [&self.key, ":arrived"].concat()
    }

    /// `www/element/instance.js` knows it by its ending.
    fn waiting_name(&self) -> String {
        [&self.name(), ":arrived"].concat()
    }

    fn tab(&self) -> Option<Storage> {
        browser::storage(Keeping::Session)
    }

    /// Keeps what waits; an empty text is nothing.
    pub fn keep_waiting(&self, text: &str) {
        let text = JsString::from(text);
        journal::write(&self.waiting_name(), &text);
        let Some(tab) = self.tab() else { return };
        // Where the browser does not take it, what waited before does not come back in its place.
        let _ = tab.remove_item(&self.waiting_key());
        if text.length() > 0 && self.keeping != Keeping::Nowhere {
            let _ = tab.set_item(&self.waiting_key(), &text);
        }
    }

    /// What waits here.
    #[cfg(feature = "places")]
    pub fn waiting(&self) -> Option<String> {
        let kept = || {
            let tab = self.tab().filter(|_| self.keeping != Keeping::Nowhere)?;
            Some(String::from(tab.get_item(&self.waiting_key()).ok()??))
        };
        journal::handed_over(&self.waiting_name()).or_else(kept)
    }
}
