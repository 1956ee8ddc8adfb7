//! What every part of the screen is given.

use crate::programmes::{FactState, JudgedProgramme, Programmes};
use crate::standard::Basis;
use crate::strings::programmes::Words;
use crate::widget::context::View;
use yew::{Html, html};

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

    /// The same in a list whose head already cites `common`: nothing where it is that.
    pub fn basis_beside(&self, common: Option<&Basis>, basis: &Basis) -> Html {
        if common == Some(basis) {
            return html! {};
        }
        self.basis(basis)
    }
}

/// Where everything in a list comes from, if that is one and the same: its head cites it then for all.
pub fn common<'b>(mut bases: impl Iterator<Item = &'b Basis>) -> Option<&'b Basis> {
    let first = bases.next()?;
    bases.all(|basis| basis == first).then_some(first)
}
