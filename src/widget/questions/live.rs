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
            // What is seen follows each digit; said aloud is a verdict that changed, after a pause.
            <p class="unseen" role="status">{ live_text(&news(view)) }</p>
            <div class="facts">
                { words.index_own }
                { view.basis(&view.state.standard.own.weights) }
            </div>
        </aside>
    }
}

/// The verdicts that changed.
fn news(view: &View) -> String {
    let changed = view.state.news.iter().filter_map(|index| {
        let criterion = view.state.standard.criteria.get(*index)?;
        let (verdict, to_be_cleared) = view.state.announced.get(*index)?;
        let verdict = match to_be_cleared {
            true => view.words.verdict_to_be_cleared,
            false => view.verdict(*verdict),
        };
        Some(fill(view.words.said, &[view.text(&criterion.title), verdict]))
    });
    changed.collect::<Vec<_>>().join(" ")
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

/// What is open, in a sentence; and the verdict on all conditions. The range stands above.
fn summary(view: &View, assessment: &Assessment) -> String {
    let words = view.words;
    let open = assessment.progress().open.to_string();
    let in_index = assessment.open_in_index().to_string();
    let mut summary = match assessment.index.range {
        None => words.index_nothing.to_owned(),
        Some(_) => fill(words.live_summary, &[&in_index, &open]),
    };
    if let Some(verdict) = assessment.verdict {
        summary.push(' ');
        summary.push_str(&fill(words.live_verdict, &[view.verdict(verdict)]));
    }
    summary
}
