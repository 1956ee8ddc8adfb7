//! The verdicts on the published conditions as badges, and which of them rest on answers that contradict each other.

use super::super::view::View;
use crate::standard::Reading;
use yew::{Html, html};

/// The verdict on all published conditions; `None` where the edition has none.
pub fn overall_badge(view: &View) -> Option<Html> {
    let verdict = view.state.assessment.verdict?;
    let mut criteria = 0..view.state.standard.criteria.len();
    let to_be_cleared = criteria.any(|criterion| rests_on_contradiction(view, criterion));
    Some(html! { view.badge(verdict, to_be_cleared) })
}

/// The verdict on a condition, by its index.
pub fn condition_badge(view: &View, criterion: usize) -> Html {
    let verdict = view.state.assessment.conditions[criterion].verdict;
    html! { view.badge(verdict, rests_on_contradiction(view, criterion)) }
}

/// The verdict on a condition under one of its readings, by their indices.
pub fn reading_badge(view: &View, criterion: usize, reading: usize) -> Html {
    let verdict = view.state.assessment.conditions[criterion].readings[reading].verdict;
    let reading = &view.state.standard.criteria[criterion].readings[reading];
    html! { view.badge(verdict, is_contradicted(view, reading)) }
}

/// Whether a condition is judged from answers that contradict each other.
pub fn rests_on_contradiction(view: &View, criterion: usize) -> bool {
    let mut readings = view.state.standard.criteria[criterion].readings.iter();
    readings.any(|reading| is_contradicted(view, reading))
}

fn is_contradicted(view: &View, reading: &Reading) -> bool {
    let mut questions = reading.questions.iter();
    questions.any(|question| view.is_contradicted(*question))
}
