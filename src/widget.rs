//! The widget: views and state. No input or output of its own: the newest state comes in by properties, and what the
//! visitor does goes out by one callback, in the event itself. Whoever shows the widget makes the next state of it with
//! [`State::after`], stores its draft, and then shows it.

use crate::standard::Standard;
use crate::strings::{Strings, fill};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

mod action;
#[cfg(feature = "places")]
mod arrived;
#[cfg(feature = "places")]
mod at_list;
#[cfg(feature = "places")]
mod basis;
mod components;
#[cfg(feature = "places")]
mod consent;
mod context;
mod dates;
#[cfg(feature = "places")]
mod departments;
mod draft;
#[cfg(feature = "places")]
mod evidence;
#[cfg(feature = "places")]
mod exchange;
#[cfg(not(feature = "places"))]
mod first;
mod frame;
mod history;
mod kept;
mod notes;
#[cfg(feature = "places")]
mod paper;
mod places;
#[cfg(feature = "places")]
mod plan;
#[cfg(feature = "places")]
mod planned;
#[cfg(feature = "places")]
mod programmes;
mod props;
mod questions;
#[cfg(feature = "places")]
mod result;
mod shared;
mod start;
mod state;
mod undo;
#[cfg(feature = "places")]
mod whole;

pub use action::{Action, Clearing, Focus};
#[cfg(feature = "places")]
pub use action::{Asked, Exchange, Listing, Which};
#[cfg(feature = "places")]
pub use arrived::{Arrival, Arrived, Exchanging, Handed, open};
pub use built::paper;
use context::{Context, View};
pub use dates::{DELETE_AFTER, Dates};
pub use draft::{Draft, MOST_REPLACED, Screen, Sheet, Stored, Typing, Writers};
#[cfg(not(feature = "places"))]
use first as built;
pub use history::{Done, History, MOST_STEPS};
pub use kept::{Kept, KeptList, MOST_KEPT, StoredList};
pub use props::{Drawn, Event, Host, Keeping, Notice, Props, WHOLE};
pub use shared::Shared;
pub use state::State;
#[cfg(feature = "places")]
use whole as built;

/// The widget.
#[component]
pub fn Widget(props: &Props) -> Html {
    let state = &props.state;
    let root = use_node_ref();
    let leaving = use_mut_ref(Leaving::default);
    use_effect_with(state.focus, {
        let (root, standard, leaving) = (root.clone(), state.standard.clone(), leaving.clone());
        move |focus| {
            let mut leaving = leaving.borrow_mut();
            leaving.settled = *focus;
            let moved_on = has_focus(&root).is_some_and(|now| leaving.from.as_ref() != Some(&now));
            // What arrives may come by no button of ours that could be left.
            if !moved_on || matches!(focus, Some((Focus::Arrived, _))) {
                focus.and_then(|(focus, _)| move_focus(&root, focus, &standard));
            }
        }
    });
    let drawn = Drawn(state.standard.clone());
    let act = {
        let root = root.clone();
        let dependencies = (props.on_event.clone(), drawn, state.focus);
        use_callback(dependencies, move |action, (on_event, drawn, focus)| {
            let mut leaving = leaving.borrow_mut();
            let now = has_focus(&root);
            // Until the focus has had its turn, who is in a field is there already, and whoever presses a button leaves again.
            if leaving.settled == *focus || !now.as_ref().is_some_and(is_field) {
                leaving.from = now;
            }
            drop(leaving);
            on_event.emit(Event::Act(drawn.clone(), action));
        })
    };
    let words = Strings::of(props.lang);
    use_effect_with((state.draft.screen, props.extent), {
        let on_event = props.on_event.clone();
        move |(screen, extent)| {
            if *extent < places::last_extent(*screen) {
                on_event.emit(Event::More);
            }
        }
    });
    let context = Context {
        lang: props.lang,
        words,
        act: act.clone(),
    };
    html! {
        <ContextProvider<Context> {context}>
            <Inside given={props.clone()} {act} {root} />
        </ContextProvider<Context>>
    }
}

#[derive(PartialEq, Properties)]
struct InsideProps {
    given: Props,
    act: Callback<Action>,
    root: NodeRef,
}

/// All that is drawn. Yew keeps what stands in a provider of a context, and copies it all at each drawing: so nothing but
/// this stands there.
#[component]
fn Inside(InsideProps { given, act, root }: &InsideProps) -> Html {
    let view = View {
        state: &given.state,
        lang: given.lang,
        words: Strings::of(given.lang),
        act: act.clone(),
        notes: Rc::default(),
        extent: given.extent,
    };
    whole(&view, given, root.clone())
}

/// All of it, in one element.
fn whole(view: &View, props: &Props, root: NodeRef) -> Html {
    let screen = view.state.draft.screen;
    html! {
        <div
            class={classes!("widget", (screen == Screen::Start).then_some("starting"))}
            part="widget"
            ref={root}
            lang={props.lang.tag()}
        >
            { frame::header(view, props) }
            { frame::notices(view, props) }
            <div class="slot">{ frame::replaced(view) }</div>
            <div class="slot">{ built::offer(view) }</div>
            { body(view, props) }
            { frame::footer(view, props) }
        </div>
    }
}

/// The place at hand between the bar that leads to the others and its foot.
fn body(view: &View, props: &Props) -> Html {
    let screen = view.state.draft.screen;
    // Drawn before the foot, which lists what it cites.
    let place = match screen {
        _ if !view.state.draft.is_shown_here() => built::place(view, props),
        Screen::Start => start::start(view, &props.host),
        Screen::Page(number) => html! {
            <>
                { questions::steps::steps(view) }
                { questions::questions(view, number) }
                { questions::live::live(view) }
            </>
        },
        _ => built::place(view, props),
    };
    let (key, class) = match screen {
        Screen::Start => ("start", "frame start-frame"),
        Screen::Page(_) => ("questions", "frame question-frame"),
        Screen::Result => ("place", "frame place-frame result-frame"),
        _ => ("place", "frame place-frame"),
    };
    html! {
        <>
            <div class="slot">
                if screen != Screen::Start {
                    { places::bar(view) }
                    { for built::banner(view) }
                }
            </div>
            // The way on is there at once, whatever else is still to come.
            <div {key} {class} aria-busy={(view.extent < places::last_extent(screen)).then_some("true")}>{ place }</div>
            { places::foot(view, props) }
        </>
    }
}

/// Where the visitor was when something was done that moves the focus. On a slow machine Yew moves it much later than it
/// draws, and the visitor may be in a field of the new screen by then: what is typed belongs there.
#[derive(Default)]
struct Leaving {
    /// The last focus that was asked for and has had its turn.
    settled: Option<(Focus, u32)>,
    /// What had the focus at the last action since.
    from: Option<Element>,
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
