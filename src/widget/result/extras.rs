//! What belongs to the result and to the page around it: names for the paper, printing, and what the page may read.

use super::super::consent;
use super::super::element::{Attr, El, On, el, sequence};
use super::super::state::Action;
use super::super::view::View;
use super::super::{Event, Props, tells};

/// The names as they stand on the paper.
pub fn names(view: &View) -> El {
    let words = [view.words.printed_firm, view.words.printed_name];
    let mut lines = el("div.print-only");
    for (words, name) in words.into_iter().zip(&view.state.signed) {
        lines = lines.line_fill("p", if name.is_empty() { "" } else { words }, &[name]);
    }
    lines
}

/// A field for a name on the paper.
fn name_field(view: &View, which: usize, id: &str, label: &str) -> El {
    let input = el("input")
        .attr(Attr::Type, "text")
        .attr(Attr::Id, id)
        .attr(Attr::AutoComplete, "off")
        .attr(Attr::MaxLength, "100")
        .value(&view.state.signed[which])
        .sends(On::Input, view, Action::Sign(which, String::new()));
    el("div.field")
        .key(id)
        .with(el("label").attr(Attr::For, id).text(label))
        .with(input)
}

pub fn extras(view: &View, props: &Props) -> El {
    let words = view.words;
    let print = el("section.panel screen-only")
        .line("h4", words.print_heading)
        .line("p.hint", words.print_about)
        .with(name_field(view, 0, "print-firm", words.print_firm))
        .with(name_field(view, 1, "print-name", words.print_name))
        .with(tells("button.primary", words.print, props, Event::Print).attr(Attr::Part, "primary"));
    sequence().with(print).with(consent::panel(view, props))
}
