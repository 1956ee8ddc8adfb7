//! Where the focus goes after what the visitor did, and when: with the drawing itself. An effect of Yew comes later still on
//! a slow machine, and the visitor may be in a field of the new screen by then.

use super::action::Focus;
use crate::standard::Standard;
use crate::strings::fill;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// What is asked for, with a number that tells one time from the next.
pub type Wanted = Option<(Focus, u32)>;

/// Where the visitor was when something was done that moves the focus. Drawing may come later, and who has moved on by then
/// stays where he is: what is typed belongs there.
#[derive(Default)]
pub struct Leaving {
    /// The last focus that was asked for and has had its turn.
    settled: Wanted,
    /// What had the focus at the last action since.
    from: Option<Element>,
}

impl Leaving {
    /// Notes where the visitor is, with each action; `focus` is what was asked for before it.
    pub fn note(&mut self, root: &NodeRef, focus: Wanted) {
        let now = has_focus(root);
        // Until the focus has had its turn, who is in a field is there already, and whoever presses a button leaves again.
        if self.settled == focus || !now.as_ref().is_some_and(is_field) {
            self.from = now;
        }
    }
}

/// Moves the focus to what is asked for. Where it had its turn already, only if the focus is nowhere since.
pub fn settle(leaving: &RefCell<Leaving>, root: &NodeRef, asked: Wanted, standard: &Standard) {
    let now = has_focus(root);
    let stays = {
        let mut leaving = leaving.borrow_mut();
        let again = leaving.settled == asked;
        leaving.settled = asked;
        // What arrives may come by no button of ours that could be left.
        let arrived = matches!(asked, Some((Focus::Arrived, _)));
        now.is_some() && (again || (!arrived && now != leaving.from))
    };
    if let Some((focus, _)) = asked.filter(|_| !stays) {
        move_focus(root, focus, standard);
    }
}

/// The properties of [`Moved`].
#[derive(PartialEq, Properties)]
pub struct MovedProps {
    /// What is asked for.
    pub asked: Wanted,
    /// Moves the focus there.
    pub settle: Callback<Wanted>,
}

/// Moves the focus once the screen that stands behind this is in the document: Yew makes the components of a list from its
/// end, and draws them in the order in which they were made. What is nested in a screen may be drawn after that.
#[component]
pub fn Moved(MovedProps { asked, settle }: &MovedProps) -> Html {
    use_memo(*asked, |asked| settle.emit(*asked));
    Html::default()
}

/// What has the focus, here or elsewhere in the page; nothing where it is nowhere.
fn has_focus(root: &NodeRef) -> Option<Element> {
    let root = root.cast::<Element>()?;
    let here = root.query_selector(":focus").ok()?;
    here.or_else(|| root.owner_document()?.query_selector(":focus").ok()?)
}

fn is_field(element: &Element) -> bool {
    matches!(element.local_name().as_str(), "input" | "textarea" | "select")
}

/// Focuses what the state asks for; nothing where it is not on the screen.
fn move_focus(root: &NodeRef, focus: Focus, standard: &Standard) -> Option<()> {
    let root = root.cast::<Element>()?;
    let find = |selector: &str, id: &str| root.query_selector(&fill(selector, &[id])).ok()?;
    let Focus::Question(question) = focus else {
        return take_focus(find("#{0}", focus.id())?);
    };
    let id = &standard.questions.get(question)?.id;
    // A question that is not asked has no control.
    take_focus(find("#q-{0} input", id).or_else(|| find("#q-{0}", id))?)?;
    // The browser brings the control into view, and what asks for it may stand above.
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    find("#q-{0} legend", id)?.scroll_into_view_with_scroll_into_view_options(&nearest);
    Some(())
}

fn take_focus(element: Element) -> Option<()> {
    element.dyn_into::<web_sys::HtmlElement>().ok()?.focus().ok()
}
