//! What visitors typed and what is no answer, or not yet.

/// What stands in number fields and is no answer, or not yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typing(Vec<(usize, String)>);

impl Typing {
    /// What stands in the field of a question.
    pub fn get(&self, question: usize) -> Option<&str> {
        self.0
            .iter()
            .find(|(found, _)| *found == question)
            .map(|(_, text)| text.as_str())
    }

    /// Puts a text in the field of a question; nothing but spaces is nothing.
    pub fn set(&mut self, question: usize, text: &str) {
        self.0.retain(|(found, _)| *found != question);
        if !text.trim().is_empty() {
            self.0.push((question, text.to_owned()));
        }
    }

    /// Whether no field holds anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The texts with their questions.
    pub(super) fn entries(&self) -> impl Iterator<Item = (usize, &str)> {
        self.0.iter().map(|(question, text)| (*question, text.as_str()))
    }

    /// The questions whose fields are not empty.
    pub fn questions(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|(question, _)| *question)
    }
}
