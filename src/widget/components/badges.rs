//! The verdicts on the published conditions as badges, and which of them rest on answers that contradict each other.

use crate::assess::Verdict;
use crate::standard::Reading;
use crate::widget::context::View;
use yew::prelude::*;

impl View<'_> {
    /// A verdict as a badge: a sign and a word, never a colour alone. What is met, or would be under a reading, by
    /// answers that contradict each other is to be cleared first. It is made anew with its word: a page translator takes
    /// text nodes away from under Yew, and what is left must not go on saying something old.
    pub fn badge(&self, verdict: Verdict, to_be_cleared: bool) -> Html {
        let (class, sign, word) = match verdict {
            Verdict::Met | Verdict::Depends if to_be_cleared => {
                ("clear", "!", self.words.verdict_to_be_cleared)
            }
            Verdict::Met => ("met", "✓", self.verdict(verdict)),
            Verdict::NotMet => ("not-met", "✕", self.verdict(verdict)),
            Verdict::Unknown => ("unknown", "?", self.verdict(verdict)),
            Verdict::Depends => ("depends", "≈", self.verdict(verdict)),
        };
        html! {
            <span key={word} class={classes!("badge", class)}>
                <span class="sign" aria-hidden="true">{ sign }</span>
                <span class="word">{ word }</span>
            </span>
        }
    }
}

/// The verdict on all published conditions; `None` where the edition has none.
pub fn overall_badge(view: &View) -> Option<Html> {
    let verdict = view.state.assessment.verdict?;
    let mut criteria = 0..view.state.standard.criteria.len();
    let to_be_cleared = criteria.any(|criterion| rests_on_contradiction(view, criterion));
    Some(view.badge(verdict, to_be_cleared))
}

/// The verdict on a condition, by its index.
pub fn condition_badge(view: &View, criterion: usize) -> Html {
    let verdict = view.state.assessment.conditions[criterion].verdict;
    view.badge(verdict, rests_on_contradiction(view, criterion))
}

/// Whether a condition is judged from answers that contradict each other.
pub fn rests_on_contradiction(view: &View, criterion: usize) -> bool {
    let state = view.state;
    state
        .assessment
        .rests_on_contradiction(&state.standard, criterion)
}

/// Whether a reading is judged from answers that contradict each other.
pub(super) fn is_contradicted(view: &View, reading: &Reading) -> bool {
    let mut questions = reading.questions.iter();
    questions.any(|question| view.is_contradicted(*question))
}
