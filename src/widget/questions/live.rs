//! What the answers come to so far, beside the questions or under them.

use crate::assess::Assessment;
use crate::standard::FULL;
use crate::strings::fill;
use crate::widget::components::live_text;
use crate::widget::context::View;
use yew::prelude::*;

/// The result so far.
pub fn live(view: &View) -> Html {
    let words = view.words;
    let criteria = view.state.standard.criteria.iter().enumerate();
    let conditions = criteria.map(|(index, criterion)| {
        let condition = &view.state.assessment.conditions[index];
        html! {
            <li key={criterion.id.as_str()}>
                <span>{ view.text(&criterion.title) }</span>
                { view.badge(condition.verdict, rests_on_contradiction(view, index)) }
            </li>
        }
    });
    html! {
        <aside class="live" aria-label={words.live_heading}>
            <h4>{ words.live_heading }</h4>
            <ul class="plain verdicts">{ for conditions }</ul>
            <div class="range">{ range_bar(view) }</div>
            <p class="summary">{ live_text(&summary(view, &view.state.assessment)) }</p>
            // What is seen follows each digit; what is said aloud waits until the field is left.
            <p class="unseen" role="status">{ live_text(&summary(view, &view.state.announced)) }</p>
            <p class="facts">{ words.index_own }</p>
            { view.basis(&view.state.standard.own.weights) }
        </aside>
    }
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
pub fn range_bar(view: &View) -> Html {
    let Some(range) = view.state.assessment.index.range else {
        return html! { <p>{ view.words.index_nothing }</p> };
    };
    let figures = view.range(range.low, range.high);
    // A range without width is still to be seen.
    let width = (range.high - range.low).max(FULL / 100);
    let x = place(range.low.min(FULL - width));
    html! {
        <>
            <p key={figures.as_str()} class="range-figures">{ figures.clone() }</p>
            <svg class="range-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-all" x="0" y="0" width="100" height="6" />
                <rect class="bar-range" {x} y="0" width={place(width)} height="6" />
            </svg>
        </>
    }
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
