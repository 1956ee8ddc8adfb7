//! What the whole module shows and the first one, in `first.rs`, does not.

use super::context::View;
use super::draft::Screen;
use super::paper::made;
use super::props::Props;
use super::{WHOLE, whole as all};
use super::{basis, departments, evidence, exchange, plan, programmes, result};
use std::rc::Rc;
use web_sys::Element;
use yew::{Callback, Html, NodeRef};

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

/// The widget with all of the place at hand, and the report with the result, to be printed. Nothing where the page prints as
/// it stands: at the start, among questions, and where answers come and go.
pub fn paper(props: &Props, document: &web_sys::Document) -> Option<Element> {
    let is_printed = match props.state.draft.screen {
        Screen::Start | Screen::Page(_) | Screen::Exchange => false,
        Screen::Result | Screen::Plan | Screen::Evidence | Screen::Programmes | Screen::Basis => true,
    };
    let view = View {
        extent: WHOLE,
        ..View::new(&props.state, props.lang, Callback::noop(), Rc::default())
    };
    let tree = is_printed.then(|| all(&view, props, NodeRef::default()))?;
    made(&tree, document)
}
