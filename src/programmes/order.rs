//! In which order programmes are shown.

use super::Programmes;
use crate::standard::Standing;
use std::cmp::Reverse;

impl Programmes {
    /// Whether the document of a programme is known to be historical.
    pub fn is_historical(&self, programme: usize) -> bool {
        self.sources[self.programmes[programme].source].standing == Standing::Historical
    }

    /// Indexes of all programmes: those that are not known to be historical first; in both parts by the date of their
    /// document, the newest first, those without one last, and by their files where dates are the same.
    pub fn newest_first(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.programmes.len()).collect();
        // Dates as far as known, such as 2018 or 2018-05-22: as texts they compare as dates do.
        let date = |index: usize| self.sources[self.programmes[index].source].date.as_deref();
        order.sort_by_key(|index| (self.is_historical(*index), Reverse(date(*index))));
        order
    }
}
