//! A question with what follows from its answer.

use super::contradictions::contradictions;
use super::question::question;
use super::rate;
use crate::widget::context::View;
use yew::prelude::*;

/// A question, and under it the rate that it completes and what it contradicts.
pub fn asked(view: &View, index: usize) -> Html {
    let standard = &view.state.standard;
    let track = view.state.draft.sheet.answers.track;
    let mut rates = standard.rates.iter();
    let rate = rates.find(|rate| rate.part == index && rate.tracks.contains(track));
    html! {
        <div key={standard.questions[index].id.as_str()} class="asked">
            { question(view, index) }
            <div class="working">{ for rate.map(|rate| rate::working(view, rate)) }</div>
            { contradictions(view, index) }
        </div>
    }
}
