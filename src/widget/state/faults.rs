//! What stands in fields and is no answer.

use super::{State, is_open};
use crate::answers::{TypedFault, read_typed};
use crate::assess::State as Answering;
use crate::widget::draft::Screen;

impl State {
    /// What is wrong with the text in the field of a question.
    pub fn typed_fault(&self, question: usize) -> Option<TypedFault> {
        let text = self.draft.sheet.typed.get(question)?;
        if is_open(self.draft.sheet.answers.get(question)) {
            return None;
        }
        read_typed(text, &self.standard.questions[question].kind).err()
    }

    /// The questions of the page at hand whose fields hold something that is no answer.
    pub fn faults_on_page(&self) -> Vec<(usize, TypedFault)> {
        let Screen::Page(page) = self.draft.screen else {
            return Vec::new();
        };
        let track = self.draft.sheet.answers.track;
        let Some(page) = self.standard.pages(track).get(page).copied() else {
            return Vec::new();
        };
        let asked = |question: &usize| {
            !matches!(
                self.assessment.states[*question],
                Answering::Closed | Answering::NotApplicable
            )
        };
        let questions = self.standard.questions_on(page, track).into_iter().filter(asked);
        questions
            .filter(|question| self.is_shown(*question))
            .filter_map(|question| Some((question, self.typed_fault(question)?)))
            .collect()
    }
}
