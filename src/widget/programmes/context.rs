//! What every part of the screen is given.

use crate::programmes::{FactState, JudgedProgramme, Programmes};
use crate::standard::Basis;
use crate::strings::programmes::Words;
use crate::widget::context::View;
use yew::Html;

/// The view, with every programme and how it stands.
pub struct ProgrammesContext<'a> {
    /// The view of the widget.
    pub view: &'a View<'a>,
    /// The words of the screen.
    pub words: &'static Words,
    /// The programmes.
    pub programmes: &'a Programmes,
    /// How each programme stands.
    pub judged: &'a [JudgedProgramme],
    /// How each fact stands.
    pub facts: &'a [FactState],
}

impl ProgrammesContext<'_> {
    /// Where something in the data of the programmes comes from.
    pub fn basis(&self, basis: &Basis) -> Html {
        self.view.basis_among(&self.programmes.sources, basis)
    }

    /// The same unfolded, where it stands behind an action already.
    pub fn open_basis(&self, basis: &Basis) -> Html {
        self.view.open_basis_among(&self.programmes.sources, basis)
    }
}
