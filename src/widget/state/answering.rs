//! Answers to questions, as they are typed, chosen and ticked.

use super::{State, is_open};
use crate::answers::{Answer, read_typed, write_number};

impl State {
    /// Shows the number in a field that was left as we understood it, or what is wrong with it.
    pub(super) fn settle(&mut self, question: usize) {
        if self.typed_fault(question).is_some() {
            self.checked.push(question);
        } else {
            self.change(|draft| draft.sheet.typed.set(question, ""));
        }
    }

    pub(super) fn type_in(&mut self, question: usize, text: String) {
        let kind = &self.standard.questions[question].kind;
        let answer = read_typed(&text, kind).unwrap_or_default();
        self.change(|draft| {
            draft.sheet.answers.set(question, answer);
            draft.sheet.typed.set(question, &text);
        });
    }

    /// Answers a question, or takes the answer back.
    pub(super) fn answer(&mut self, question: usize, answer: Option<Answer>) {
        self.checked.retain(|checked| *checked != question);
        let mut draft = (*self.draft).clone();
        let sheet = &mut draft.sheet;
        if is_open(answer.as_ref()) {
            // A number is kept in its field, to come back should the tick be taken away.
            match sheet.answers.get(question) {
                Some(Answer::Count(count)) => sheet.typed.set(question, &count.to_string()),
                Some(Answer::Number(number)) => sheet.typed.set(question, &write_number(*number)),
                _ => {}
            }
        }
        match sheet.typed.get(question).map(str::to_owned) {
            Some(text) if answer.is_none() => {
                self.type_in(question, text);
                self.settle(question);
            }
            _ => {
                sheet.answers.set(question, answer);
                self.show(draft);
            }
        }
    }

    pub(super) fn tick(&mut self, question: usize, option: usize, on: bool) {
        let mut chosen = match self.draft.sheet.answers.get(question) {
            Some(Answer::ManyOf(chosen)) => chosen.clone(),
            _ => Vec::new(),
        };
        chosen.retain(|other| *other != option);
        if on {
            chosen.push(option);
            chosen.sort_unstable();
        }
        // Taking the last tick away is not the same as saying that there is none.
        let answer = (!chosen.is_empty()).then_some(Answer::ManyOf(chosen));
        self.answer(question, answer);
    }
}
