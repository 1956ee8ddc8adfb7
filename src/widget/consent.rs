//! What the page around the widget may read: nothing, unless the visitor agrees in a dialog that says whose page it is,
//! what it could read, and for how long.

use super::element::{Attr, El, On, button, el, sequence};
use super::state::Action;
use super::view::View;
use super::{Event, Props, tells};
use crate::strings::consent::Words;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, KeyboardEvent};
use yew::{Callback, NodeRef};

const TITLE: &str = "consent-title";
const ABOUT: &str = "consent-about";
/// Before Firefox 98 and Safari 15.4 there are no dialogs: there it unfolds in its place.
const UNFOLDED: &str = "dialog[open=inline]";
/// What opens the dialog: it had the focus before, and has it after.
const OPENER: &str = "div > button";

/// That the page may read what is answered, and the button that ends it: on every screen, as long as it may.
#[inline(never)]
pub fn notice(view: &View, props: &Props) -> El {
    let stop = tells("button", view.words.share_stop, props, Event::Share(false));
    el("div.notice")
        .key("shared")
        .line("p", view.words.share_on)
        .with(stop.sends(On::Click, view, Action::ToHeading))
}

/// What the page may read at present, and the button that changes it.
pub fn panel(view: &View, props: &Props) -> El {
    let words = &view.words.consent;
    let panel = NodeRef::default();
    // One button in one place: who agreed has the focus on what takes it back.
    let (state, change, inner) = if props.shared {
        let stop = tells("button", view.words.share_stop, props, Event::Share(false));
        (view.words.share_on, stop, sequence())
    } else {
        let ask = does(button("button", words.ask), On::Click, &panel, Step::Open);
        (words.off, ask, dialog(words, props, &panel))
    };
    el("section.panel screen-only consent")
        .node(panel)
        .line("h4", words.heading)
        .line("p", state)
        .with(el("div").with(change))
        .with(el("div.slot").with(inner))
}

fn dialog(words: &Words, props: &Props, panel: &NodeRef) -> El {
    let title = el("h4")
        .attr(Attr::Id, TITLE)
        .attr(Attr::TabIndex, "-1")
        .text(words.title);
    let fields = [
        words.field_answers,
        words.field_notes,
        words.field_evidence,
        words.field_profile,
        words.field_costs,
        words.field_assessment,
    ];
    let about = el("p").attr(Attr::Id, ABOUT);
    let about = match &*props.host {
        "file:" => about.text(words.host_file),
        host if host.ends_with(':') => about.text(words.host_none),
        host => about.fill(words.host, &[host]),
    };
    let agree = tells("button", words.agree, props, Event::Share(true));
    let actions = el("div.actions")
        .with(does(agree, On::Click, panel, Step::Close))
        .with(does(
            button("button", words.refuse),
            On::Click,
            panel,
            Step::Close,
        ));
    let dialog = el("dialog.panel")
        // Where the browser knows no dialogs.
        .attr(Attr::Role, "dialog")
        .attr(Attr::LabelledBy, TITLE)
        .attr(Attr::DescribedBy, ABOUT)
        .with(title)
        .with(about)
        .line("p", words.fields)
        .with(el("ul").all(fields.into_iter().map(|field| el("li").text(field))))
        .line("p", words.nothing_else)
        .line("p", words.how_long)
        .line("p", words.no_return)
        .with(actions);
    let dialog = does(dialog, On::KeyDown, panel, Step::Key);
    does(dialog, On::Close, panel, Step::Back)
}

/// What becomes of the dialog.
#[derive(Clone, Copy)]
enum Step {
    Open,
    Close,
    Back,
    Key,
}

/// Does something with the dialog in `panel` when something happens to `what`. One kind of closure for all: what drops it
/// is in the first part of the module.
fn does(what: El, on: On, panel: &NodeRef, step: Step) -> El {
    let panel = panel.clone();
    let act = move |event: web_sys::Event| {
        take(&panel, step, &event);
    };
    what.hears(on, Callback::from(act))
}

/// Nothing comes of it where the nodes are gone.
fn take(panel: &NodeRef, step: Step, event: &web_sys::Event) -> Option<()> {
    let panel = panel.cast::<Element>()?;
    let find = |selector| panel.query_selector(selector).ok().flatten();
    let dialog: HtmlDialogElement = find("dialog")?.unchecked_into();
    let unfolded = find(UNFOLDED).is_some();
    let focus = match step {
        Step::Open if find("dialog[open]").is_some() => return None,
        Step::Open => {
            if dialog.show_modal().is_err() {
                dialog.set_attribute("open", "inline").ok()?;
            }
            "h4[id]"
        }
        // A real dialog closes itself.
        Step::Key if !unfolded || event.unchecked_ref::<KeyboardEvent>().key() != "Escape" => return None,
        Step::Key | Step::Close if unfolded => {
            dialog.remove_attribute("open").ok()?;
            OPENER
        }
        Step::Close => {
            dialog.close();
            OPENER
        }
        _ => OPENER,
    };
    find(focus)?.unchecked_into::<HtmlElement>().focus().ok()
}
