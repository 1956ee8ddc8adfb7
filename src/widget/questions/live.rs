//! What the answers come to so far, beside the questions or under them.

use super::super::element::{Attr, El, el, sequence};
use super::super::view::View;
use crate::assess::Assessment;
use crate::standard::FULL;
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
        let condition = &view.state.assessment.conditions[index];
        el("li")
            .line("span", view.text(&criterion.title))
            .with(view.badge(condition.verdict, rests_on_contradiction(view, index)))
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

/// Whether a condition is judged from answers that contradict each other.
pub fn rests_on_contradiction(view: &View, criterion: usize) -> bool {
    let readings = &view.state.standard.criteria[criterion].readings;
    readings.iter().any(|reading| {
        let mut questions = reading.questions.iter();
        questions.any(|question| view.is_contradicted(*question))
    })
}

/// The range of the index as a bar; what it shows stands in words beside it.
pub fn range_bar(view: &View) -> El {
    let Some(range) = view.state.assessment.index.range else {
        return sequence().line("p", view.words.index_nothing);
    };
    let figures = view.range(range.low, range.high);
    let rect = |what: &'static str, x: &str, width: &str| {
        el(what)
            .attr(Attr::X, x)
            .attr(Attr::Y, "0")
            .attr(Attr::Width, width)
            .attr(Attr::Height, "6")
    };
    // A range without width is still to be seen.
    let width = (range.high - range.low).max(FULL / 100);
    let bar = el("svg.range-bar")
        .attr(Attr::ViewBox, "0 0 100 6")
        .attr(Attr::AspectRatio, "none")
        .attr(Attr::AriaHidden, "true")
        .with(rect("rect.bar-all", "0", "100"))
        .with(rect(
            "rect.bar-range",
            &place(range.low.min(FULL - width)),
            &place(width),
        ));
    sequence().fresh("p.range-figures", &figures).with(bar)
}

/// Hundredths of a percent as a place on the bar, which is 100 wide.
fn place(hundredths: i64) -> String {
    fill(
        "{0}.{1}{2}",
        &[
            &(hundredths / 100).to_string(),
            &(hundredths / 10 % 10).to_string(),
            &(hundredths % 10).to_string(),
        ],
    )
}
