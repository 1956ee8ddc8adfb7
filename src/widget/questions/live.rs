//! What the answers come to so far, beside the questions or under them.

use super::super::components::condition_badge;
pub use super::super::components::{range_bar, rests_on_contradiction};
use super::super::element::{Attr, El, el};
use super::super::view::View;
use crate::assess::Assessment;
use crate::strings::fill;

/// The result so far.
pub fn live(view: &View) -> El {
    let words = view.words;
    // What is seen follows each digit; what is said aloud waits until the field is left.
    let said = el("p.unseen")
        .attr(Attr::Role, "status")
        .fresh("span", &summary(view, &view.state.announced));
    let criteria = view.state.standard.criteria.iter().enumerate();
    let conditions = criteria.map(|(index, criterion)| {
        el("li")
            .line("span", view.text(&criterion.title))
            .with(condition_badge(view, index))
    });
    el("aside.live")
        .attr(Attr::Label, words.live_heading)
        .line("h4", words.live_heading)
        .with(el("ul.plain verdicts").all(conditions))
        .with(el("div.range").with(range_bar(view)))
        .with(el("p.summary").fresh("span", &summary(view, &view.state.assessment)))
        .with(said)
        .line("p.facts", words.index_own)
        .with(view.basis(&view.state.standard.own.weights))
}

/// The range of the index and what is open, in a sentence; and the verdict on all conditions.
fn summary(view: &View, assessment: &Assessment) -> String {
    let words = view.words;
    let open = assessment.progress().open.to_string();
    let mut summary = match assessment.index.range {
        None => words.index_nothing.to_owned(),
        Some(range) => {
            let in_index = assessment.open_in_index().to_string();
            let range = [view.percent(range.low), view.percent(range.high)];
            fill(words.live_summary, &[&range[0], &range[1], &in_index, &open])
        }
    };
    if let Some(verdict) = assessment.verdict {
        summary.push(' ');
        summary.push_str(&fill(words.live_verdict, &[view.verdict(verdict)]));
    }
    summary
}
