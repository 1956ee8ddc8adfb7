//! What the whole module shows and the first one, in `first.rs`, does not.

use super::context::View;
use super::draft::Screen;
use super::props::Props;
use super::{basis, departments, evidence, exchange, plan, programmes, result};
use yew::Html;

/// A place behind the questions, or beside them.
pub fn place(view: &View, props: &Props) -> Html {
    match view.state.draft.screen {
        Screen::Result => result::result(view, props),
        Screen::Plan => plan::screen(view),
        Screen::Evidence => evidence::screen(view, props),
        Screen::Programmes => programmes::screen(view, &props.programmes),
        Screen::Basis => basis::basis(view, props),
        Screen::Exchange => exchange::screen(view, props),
        Screen::Start | Screen::Page(_) => Html::default(),
    }
}

/// That something arrived and waits, on every screen but its own.
pub fn offer(view: &View) -> Html {
    match view.state.draft.screen {
        Screen::Exchange => Html::default(),
        _ => exchange::offer(view),
    }
}

/// Which part of the questions is being filled in.
pub fn banner(view: &View) -> Option<Html> {
    departments::banner(view)
}
