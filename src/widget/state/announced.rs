//! What is said aloud of the answers: a verdict that changed, and nothing else.

use super::State;
use crate::assess::{Assessment, Verdict};
use crate::standard::Standard;

/// A verdict as it is shown, and whether it is to be cleared first, since answers contradict each other.
pub type Announced = (Verdict, bool);

/// The verdicts on the conditions.
pub(super) fn announced(standard: &Standard, assessment: &Assessment) -> Vec<Announced> {
    let criteria = standard.criteria.iter().zip(&assessment.conditions);
    let verdicts = criteria.map(|(criterion, condition)| {
        let mut questions = criterion.readings.iter().flat_map(|reading| &reading.questions);
        let contradicted = questions.any(|question| assessment.is_contradicted(standard, *question));
        let verdict = condition.verdict;
        (
            verdict,
            contradicted && matches!(verdict, Verdict::Met | Verdict::Depends),
        )
    });
    verdicts.collect()
}

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
