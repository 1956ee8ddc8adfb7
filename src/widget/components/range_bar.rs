//! A range from 0 to 100 % as a bar: whiskers where it ends, a dot at what the answered part comes to. It is drawn
//! with lines and shapes, not with backgrounds, so that it survives paper, forced colours and black and white.

use super::super::context::View;
use crate::assess::Range;
use crate::standard::{FULL, Hundredths};
use yew::{Html, html};

/// The range of the index in figures, and as a bar that shows the same.
pub fn range_bar(view: &View) -> Html {
    let Some(range) = view.state.assessment.index.range else {
        return html! { <p>{ view.words.index_nothing }</p> };
    };
    let figures = match range.is_unknown() {
        true => view.words.nothing_answered.to_owned(),
        false => view.whole_range(range),
    };
    html! {
        <>
            <p key={figures.clone()} class="range-figures">{ figures }</p>
            { bar(range, !range.is_unknown()) }
        </>
    }
}

/// A range as a bar, with a dot where anything is `answered`; empty as long as nothing is known, not full.
pub fn bar(range: Range, answered: bool) -> Html {
    let known = !range.is_unknown();
    let width = range.high - range.low;
    html! {
        <svg class="bar" aria-hidden="true" focusable="false">
            <rect class="bar-all" x="0" y="4" width="100%" height="10" />
            if known {
                <rect class="bar-range" x={at(range.low)} y="4" width={at(width)} height="10" />
                <line class="bar-end" x1={at(range.low)} y1="0" x2={at(range.low)} y2="18" />
                <line class="bar-end" x1={at(range.high)} y1="0" x2={at(range.high)} y2="18" />
            }
            if known && answered {
                <circle class="bar-value" cx={at(range.value.min(FULL))} cy="9" r="4.5" />
            }
        </svg>
    }
}

/// Hundredths of a percent as a place on the bar.
fn at(hundredths: Hundredths) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
