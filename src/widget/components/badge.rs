//! A verdict as a badge.

use crate::assess::Verdict;
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
                { word }
            </span>
        }
    }
}
