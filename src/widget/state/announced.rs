//! What is said aloud of the answers: a verdict that changed, and nothing else.

use super::State;
use crate::assess::{Assessment, Verdict};
use crate::standard::Standard;

impl State {
    /// The verdicts on the conditions as they are shown, each with whether it is to be cleared first, since answers
    /// contradict each other.
    pub(super) fn verdicts(standard: &Standard, assessment: &Assessment) -> Vec<(Verdict, bool)> {
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

    /// Whether a verdict is another than was last said aloud.
    pub fn has_news(&self) -> bool {
        State::verdicts(&self.standard, &self.settled) != self.announced
    }

    /// Notes the verdicts that changed, to be said.
    pub(super) fn announce(&mut self) {
        let now = State::verdicts(&self.standard, &self.settled);
        let changed = |index: &usize| now.get(*index) != self.announced.get(*index);
        self.news = (0..now.len()).filter(changed).collect();
        self.announced = now;
    }
}
