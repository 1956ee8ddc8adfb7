//! What the answers come to so far, beside the questions or under them.

use super::view::View;
use crate::standard::FULL;
use crate::strings::fill;
use yew::prelude::*;

/// The result so far.
pub fn live(view: &View) -> Html {
    let state = view.state;
    let words = view.words;
    let standard = &state.standard;
    let (low, high, open) = state.announced;
    let summary = fill(
        words.live_summary,
        &[&view.percent(low), &view.percent(high), &open.to_string()],
    );
    let condition = |index: usize| {
        let criterion = &standard.criteria[index];
        let condition = &state.assessment.conditions[index];
        html! {
            <li>
                <span>{ view.text(&criterion.title) }</span>
                { view.badge(condition.verdict, rests_on_contradiction(view, index)) }
            </li>
        }
    };
    html! {
        <aside class="live" aria-label={words.live_heading}>
            <h4>{ words.live_heading }</h4>
            <ul class="plain verdicts">{ for (0..standard.criteria.len()).map(condition) }</ul>
            <div class="range">{ range_bar(view) }</div>
            <p role="status" class="summary">{ summary }</p>
            <p class="facts">{ words.index_own }</p>
        </aside>
    }
}

/// Whether a condition is judged from answers that contradict each other.
pub fn rests_on_contradiction(view: &View, criterion: usize) -> bool {
    let mut questions = view.state.standard.criteria[criterion]
        .readings
        .iter()
        .flat_map(|reading| &reading.questions);
    questions.any(|question| {
        view.state
            .assessment
            .is_contradicted(&view.state.standard, *question)
    })
}

/// The range of the index as a bar; what it shows stands in words beside it.
pub fn range_bar(view: &View) -> Html {
    let Some(range) = view.state.assessment.index.range else {
        return html! { <p>{ view.words.index_nothing }</p> };
    };
    let place = |value: i64| format!("{}.{:02}", value / 100, value % 100);
    // A range without width is still to be seen.
    let width = (range.high - range.low).max(FULL / 100);
    html! {
        <>
            <p class="range-figures">
                { if range.low == range.high {
                    view.percent(range.low)
                } else {
                    fill(view.words.index_range, &[&view.percent(range.low), &view.percent(range.high)])
                } }
            </p>
            <svg class="range-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-all" x="0" y="0" width="100" height="6" />
                <rect class="bar-range" x={place(range.low.min(FULL - width))} y="0" width={place(width)} height="6" />
            </svg>
        </>
    }
}
