//! What the answers come to so far, beside the questions or under them.

use crate::assess::Assessment;
use crate::standard::Page;
use crate::strings::fill;
use crate::widget::components::{condition_badge, live_text, range_bar};
use crate::widget::context::View;
use crate::widget::draft::Screen;
use yew::prelude::*;

/// The result so far.
pub fn live(view: &View) -> Html {
    let words = view.words;
    let criteria = view.state.standard.criteria.iter().enumerate();
    let conditions = criteria.map(|(index, criterion)| {
        html! {
            <li key={criterion.id.as_str()}>
                <span>{ view.text(&criterion.title) }</span>
                { condition_badge(view, index) }
            </li>
        }
    });
    html! {
        <aside class="live" aria-label={words.live_heading}>
            <h4>{ words.live_heading }</h4>
            <ul class="plain verdicts">{ for conditions }</ul>
            <div class="slot">{ only_known(view) }</div>
            <div class="range">{ range_bar(view) }</div>
            <p class="summary">{ live_text(&summary(view, &view.state.assessment)) }</p>
            // What is seen follows each digit; what is said aloud waits until the field is left.
            <p class="unseen" role="status">{ live_text(&summary(view, &view.state.announced)) }</p>
            <p class="facts">{ words.index_own }</p>
            { view.basis(&view.state.standard.own.weights) }
        </aside>
    }
}

/// That only these conditions are known, where the page beside it does not say so itself.
fn only_known(view: &View) -> Html {
    let pages = view.state.standard.pages(view.state.draft.sheet.answers.track);
    let page = match view.state.draft.screen {
        Screen::Page(number) => pages.get(number),
        _ => None,
    };
    match page {
        Some(Page::Published) => Html::default(),
        _ => view.conditions_known(),
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
