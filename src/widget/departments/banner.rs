//! Which part is being filled in. It is shown beside the questions, and knows nothing of how parts travel.

use crate::strings::fill;
use crate::widget::action::{Action, Exchange};
use crate::widget::components::button;
use crate::widget::context::View;
use crate::widget::draft::Screen;
use crate::widget::questions::said::department;
use yew::{Html, html};

/// Which part is being filled in, and the ways out of it, above every screen but the start.
pub fn banner(view: &View) -> Option<Html> {
    let words = &view.words.departments;
    let state = view.state;
    let here = state.draft.screen;
    let part = state
        .draft
        .sheet
        .part
        .as_ref()
        .filter(|_| here != Screen::Start)?;
    let questions = part.questions(&state.standard, state.draft.sheet.answers.track);
    let open = questions
        .iter()
        .filter(|question| state.assessment.states[**question].is_open());
    let counts = [questions.len(), questions.len() - open.count()].map(|count| count.to_string());
    let said = fill(
        words.banner,
        &[department(view, &part.department), &counts[0], &counts[1]],
    );
    let all = state.exchange.show_all;
    let other = if all { words.show_part } else { words.show_all };
    Some(html! {
        <div class="notice part-banner">
            <p>{ said }</p>
            <div class="actions">
                if matches!(here, Screen::Page(_)) {
                    { button("quiet", other, view.sends(Action::Exchange(Exchange::ShowAll(!all)))) }
                }
                if here != Screen::Exchange {
                    { button("quiet", words.hand_back, view.sends(Action::Go(Screen::Exchange))) }
                }
            </div>
        </div>
    })
}
