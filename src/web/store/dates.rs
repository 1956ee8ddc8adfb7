//! When a draft was last changed, and when it is to be deleted: under a key of its own, where the visitor chose a time or
//! keeps several assessments.

use super::Place;
use crate::standard::Standard;
use crate::widget::{Dates, Keeping};
use js_sys::JsString;

impl Place {
    fn dates_key(&self) -> String {
        [&self.key, ":dates"].concat()
    }

    /// Whether a storage event with this key concerns the dates.
    pub fn are_dates_touched_by(&self, key: Option<&str>) -> bool {
        self.keeping != Keeping::Nowhere && key.is_none_or(|key| key == self.dates_key())
    }

    /// What is stored of them; nothing where nothing is, or where it cannot be read.
    pub fn dates(&self) -> Option<Dates> {
        let text = self.storage()?.get_item(&self.dates_key()).ok()??;
        Dates::from_json(&String::from(text))
    }

    /// Stores them. Where the browser does not take them, nothing is deleted later.
    pub fn save_dates(&self, dates: &Dates) {
        if let Some(storage) = self.storage() {
            let _ = storage.set_item(&self.dates_key(), &JsString::from(dates.to_json()));
        }
    }

    /// Deletes them.
    pub fn erase_dates(&self) {
        if let Some(storage) = self.storage() {
            let _ = storage.remove_item(&self.dates_key());
        }
    }

    /// Notes a visit; gives the dates, and the visitor's choice where what is kept is due to be deleted by it.
    pub fn visit(&self, today: &str, standard: &Standard) -> (Dates, Option<u16>) {
        let Some(before) = self.dates() else {
            return (Dates::default(), None);
        };
        let mut dates = before.clone();
        let is_due = dates.visit(today, &standard.known_until);
        if dates != before {
            self.save_dates(&dates);
        }
        let due = dates
            .delete_after
            .filter(|_| is_due && self.keeping == Keeping::Local);
        (dates, due)
    }

    /// Notes a change; `begins` where it is to be known from now on.
    pub fn note_change(&self, today: &str, standard: &Standard, begins: bool) -> Option<Dates> {
        let before = self.dates();
        let mut dates = before.clone().or_else(|| begins.then(Dates::default))?;
        dates.change(today, &standard.known_until);
        if before.as_ref() != Some(&dates) {
            self.save_dates(&dates);
        }
        Some(dates)
    }
}
