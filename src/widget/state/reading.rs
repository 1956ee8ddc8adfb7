//! A draft from outside: that of another window, of the page, or under another standard.

use super::State;
use crate::answers::are_alike;
use crate::assess::assess;
use crate::standard::Standard;
use crate::widget::draft::{Draft, Screen};
use std::rc::Rc;

impl State {
    /// The state with a draft from outside: that of another window, or of the page.
    pub fn adopting(&self, draft: Rc<Draft>) -> State {
        self.reading(self.standard.clone(), draft)
    }

    /// The state with another standard, or the same in another language, and a draft of it.
    pub fn reading(&self, standard: Rc<Standard>, draft: Rc<Draft>) -> State {
        let mut state = self.clone();
        if !are_alike(&state.standard, &standard) || draft.is_other_than(&state.draft) {
            state.history.forget();
        }
        if are_alike(&state.standard, &standard) {
            let typed = &draft.sheet.typed;
            state.checked.retain(|question| typed.get(*question).is_some());
        } else {
            state.checked = draft.sheet.typed.questions().collect();
            state.warned = false;
            state.exchange_under(&standard);
        }
        if !Rc::ptr_eq(&state.standard, &standard) {
            state.assessment = Rc::new(assess(&standard, &draft.sheet.answers));
            state.standard = standard;
            state.entered = draft.clone();
            state.draft = draft;
        } else {
            state.show(draft);
        }
        if state.draft.screen == Screen::Start {
            (state.last_page, state.came_from) = (0, None);
        }
        state.forget_exchanged(state.draft.sheet != self.draft.sheet, false);
        state.forget_warning();
        state.settled = state.assessment.clone();
        // What somebody else did is shown, not said.
        state.announced = State::verdicts(&state.standard, &state.assessment);
        state.news.clear();
        state
    }
}
