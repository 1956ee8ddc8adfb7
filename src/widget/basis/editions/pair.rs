//! The two editions that are compared.

use super::super::super::context::View;
use super::super::super::state::State;
use crate::editions::Comparison;
use crate::strings::editions::Words;
use std::rc::Rc;

/// Two editions, each with the state in which the answers stand under it.
pub struct Pair<'a> {
    /// What the visitor sees.
    pub view: &'a View<'a>,
    /// The words of the screen.
    pub words: &'a Words,
    /// How they differ.
    pub comparison: &'a Comparison<'a>,
    /// What the widget would show under each.
    pub states: &'a [Rc<State>; 2],
    /// What the editions are called.
    pub names: [String; 2],
}

impl Pair<'_> {
    /// The view as it would be under an edition: its texts, its documents, its verdicts.
    pub fn under(&self, edition: usize) -> View<'_> {
        View {
            state: &self.states[edition],
            ..self.view.clone()
        }
    }

    /// What an edition is called.
    pub fn name(&self, edition: usize) -> &str {
        &self.names[edition]
    }
}
