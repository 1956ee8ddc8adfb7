//! The figures of a programme that are no conditions on a firm.

use super::context::{ProgrammesContext, common};
use crate::answers::write_number;
use crate::programmes::{FigureKind, NamedFigure, Programme};
use crate::standard::{Basis, Relation};
use crate::strings::fill;
use yew::{Html, html};

/// The figures of one kind; nothing where there are none.
pub fn figures(context: &ProgrammesContext, programme: &Programme, kind: FigureKind) -> Html {
    let words = context.words;
    let (heading, about) = match kind {
        FigureKind::Objective => (words.objectives_heading, words.objectives_about),
        FigureKind::Money => (words.money_heading, words.money_about),
        FigureKind::Fact => (words.figures_heading, ""),
    };
    let mine = programme.figures.iter().filter(|figure| figure.kind == kind);
    let mine: Vec<&NamedFigure> = mine.collect();
    let basis = common(mine.iter().map(|named| &named.figure.basis));
    html! {
        if !mine.is_empty() {
            <div class="part">
                <h6>{ heading }{ for basis.map(|basis| context.basis(basis)) }</h6>
                <p class="facts">{ about }</p>
                <ul class="plain references">
                    { for mine.into_iter().map(|found| figure(context, found, basis)) }
                </ul>
            </div>
        }
    }
}

/// A number as it stands in a document, with its unit.
fn figure(context: &ProgrammesContext, named: &NamedFigure, common: Option<&Basis>) -> Html {
    let view = context.view;
    let figure = &named.figure;
    html! {
        <li class="reference">
            <p>
                <span>{ view.text(&named.title) }</span>
                { " " }
                <strong>{ value(context, named) }</strong>
                <span class="facts">{ view.optional(&figure.note) }</span>
                { context.basis_beside(common, &figure.basis) }
            </p>
        </li>
    }
}

fn value(context: &ProgrammesContext, named: &NamedFigure) -> String {
    let words = context.words;
    let figure = &named.figure;
    let unit = match (&named.unit, &figure.unit) {
        (Some(unit), _) => [" ", context.view.text(unit)].concat(),
        (None, Some(sign)) => sign.clone(),
        (None, None) => String::new(),
    };
    let value = [write_number(figure.value), unit].concat();
    match figure.relation {
        Relation::MoreThan => fill(words.figure_more_than, &[&value]),
        Relation::AtLeast => fill(words.figure_at_least, &[&value]),
        Relation::Figure => value,
    }
}
