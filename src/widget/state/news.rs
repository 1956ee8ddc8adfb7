//! Verdicts that changed since they were last said aloud.

use super::State;
use super::announced::announced;

impl State {
    /// Whether a verdict is another than was last said aloud.
    pub fn has_news(&self) -> bool {
        announced(&self.standard, &self.settled) != self.announced
    }

    /// Notes the verdicts that changed, to be said.
    pub(super) fn announce(&mut self) {
        let now = announced(&self.standard, &self.settled);
        let changed = |index: &usize| now.get(*index) != self.announced.get(*index);
        self.news = (0..now.len()).filter(changed).collect();
        self.announced = now;
    }
}
