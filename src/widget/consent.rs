//! What the page around the widget is handed: nothing, unless the visitor agrees in a dialog that says whose page it is,
//! what it gets, and for how long. That is a rule of this interface; no widget can keep a script of the page from reading
//! what the page shows.

use super::components::button;
use super::context::{Context, View};
use super::props::{Event, Props};
use crate::strings::consent::Words;
use crate::strings::fill;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

const TITLE: &str = "consent-title";
const ABOUT: &str = "consent-about";
/// Before Firefox 98 and Safari 15.4 there are no dialogs: there it unfolds in its place.
const UNFOLDED: &str = "dialog[open=inline]";
/// What opens the dialog: it had the focus before, and has it after.
const OPENER: &str = "div > button";
/// The code of the Escape key. Browsers send events of the keyboard without a `key` when they fill a form in.
const ESCAPE: u32 = 27;

/// What the page may read at present, and the button that changes it.
pub fn panel(_: &View, props: &Props) -> Html {
    html! { <Panel shared={props.shared} host={props.host.name.clone()} on_event={props.on_event.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct PanelProps {
    shared: bool,
    host: AttrValue,
    on_event: Callback<Event>,
}

#[component]
fn Panel(props: &PanelProps) -> Html {
    let panel = use_node_ref();
    let Some(Context { words, .. }) = use_context::<Context>() else {
        return Html::default();
    };
    let share = |shared: bool| {
        let on_event = props.on_event.clone();
        Callback::from(move |_| on_event.emit(Event::Share(shared)))
    };
    // One button in one place: who agreed has the focus on what takes it back.
    let (state, change) = if props.shared {
        (words.share_on, button("", words.share_stop, share(false)))
    } else {
        (
            words.consent.off,
            button("", words.consent.ask, does(&panel, Step::Open)),
        )
    };
    let agree = {
        let (panel, share) = (panel.clone(), share(true));
        Callback::from(move |event: MouseEvent| {
            // A script can press every button; only what the visitor does in the open dialog is an agreement.
            if event.is_trusted() && is_open(&panel) {
                share.emit(event);
                take(&panel, Step::Close);
            }
        })
    };
    html! {
        // Folded: few pages ask for it.
        <details class="screen-only consent" ref={panel.clone()}>
            <summary>{ words.consent.heading }</summary>
            <p>{ state }</p>
            <div>{ change }</div>
            <div class="slot">
                if !props.shared {
                    { dialog(&words.consent, &props.host, &panel, agree) }
                }
            </div>
        </details>
    }
}

fn dialog(words: &Words, host: &str, panel: &NodeRef, agree: Callback<MouseEvent>) -> Html {
    let fields = [
        words.field_answers,
        words.field_notes,
        words.field_evidence,
        words.field_profile,
        words.field_costs,
        words.field_assessment,
    ];
    let about = match host {
        "file:" => words.host_file.to_owned(),
        host if host.ends_with(':') => words.host_none.to_owned(),
        host => fill(words.host, &[host]),
    };
    let escape = {
        let panel = panel.clone();
        move |event: KeyboardEvent| {
            // A real dialog closes itself.
            if event.key_code() == ESCAPE && is_unfolded(&panel) {
                take(&panel, Step::Close);
            }
        }
    };
    html! {
        // The role is for browsers that know no dialogs.
        <dialog
            class="panel"
            role="dialog"
            aria-labelledby={TITLE}
            aria-describedby={ABOUT}
            onkeydown={escape}
            onclose={does(panel, Step::Back)}
        >
            <h4 id={TITLE} tabindex="-1">{ words.title }</h4>
            <p id={ABOUT}>{ about }</p>
            <p>{ words.fields }</p>
            <ul>{ for fields.map(|field| html! { <li>{ field }</li> }) }</ul>
            <p>{ words.nothing_else }</p>
            <p>{ words.how_long }</p>
            <p>{ words.no_return }</p>
            <div class="actions">
                { button("", words.agree, agree) }
                { button("", words.refuse, does(panel, Step::Close)) }
            </div>
        </dialog>
    }
}

/// What becomes of the dialog.
#[derive(Clone, Copy)]
enum Step {
    /// It opens.
    Open,
    /// It closes.
    Close,
    /// It has closed, in whatever way.
    Back,
}

/// Does something with the dialog in `panel` at an event.
fn does<E: 'static>(panel: &NodeRef, step: Step) -> Callback<E> {
    let panel = panel.clone();
    Callback::from(move |_: E| {
        take(&panel, step);
    })
}

fn holds(panel: &NodeRef, selector: &str) -> bool {
    let found = panel
        .cast::<Element>()
        .map(|panel| panel.query_selector(selector));
    matches!(found, Some(Ok(Some(_))))
}

fn is_open(panel: &NodeRef) -> bool {
    holds(panel, "dialog[open]")
}

fn is_unfolded(panel: &NodeRef) -> bool {
    holds(panel, UNFOLDED)
}

/// Nothing comes of it where the nodes are gone.
fn take(panel: &NodeRef, step: Step) -> Option<()> {
    let unfolded = is_unfolded(panel);
    let panel = panel.cast::<Element>()?;
    let find = |selector| panel.query_selector(selector).ok().flatten();
    let dialog: HtmlDialogElement = find("dialog")?.unchecked_into();
    let focus = match step {
        Step::Open if dialog.has_attribute("open") => return None,
        Step::Open => {
            if dialog.show_modal().is_err() {
                dialog.set_attribute("open", "inline").ok()?;
            }
            "h4[id]"
        }
        Step::Close if unfolded => {
            dialog.remove_attribute("open").ok()?;
            OPENER
        }
        Step::Close => {
            dialog.close();
            OPENER
        }
        Step::Back => OPENER,
    };
    find(focus)?.unchecked_into::<HtmlElement>().focus().ok()
}
