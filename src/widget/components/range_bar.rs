//! The range of the index as a bar.

use super::super::context::View;
use crate::standard::{FULL, Hundredths};
use yew::{Html, html};

/// The range of the index in figures, and as a bar that shows the same.
pub fn range_bar(view: &View) -> Html {
    let Some(range) = view.state.assessment.index.range else {
        return html! { <p>{ view.words.index_nothing }</p> };
    };
    let figures = view.range(range.low, range.high);
    // A range without width is still to be seen.
    let width = (range.high - range.low).max(FULL / 100);
    let start = range.low.min(FULL - width);
    html! {
        <>
            <p key={figures.clone()} class="range-figures">{ figures }</p>
            <svg class="range-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-all" x="0" y="0" width="100" height="6" />
                <rect class="bar-range" x={on_bar(start)} y="0" width={on_bar(width)} height="6" />
            </svg>
        </>
    }
}

/// Hundredths of a percent as a length on the bar, which is 100 long.
fn on_bar(hundredths: Hundredths) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
