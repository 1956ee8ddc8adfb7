//! The cheapest path.

use super::super::element::{El, el};
use super::super::result::as_of;
use super::super::view::View;
use super::Later;

/// The screen.
pub fn screen(view: &View, later: &Later) -> El {
    let words = &later.words.plan;
    el("section.screen")
        .key("plan")
        .with(view.heading(words.heading))
        .line_owned("p.facts", as_of(view))
}
