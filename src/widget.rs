//! The widget: views and state. No input or output of its own: the newest state comes in by properties, and what the
//! visitor does goes out by one callback, in the event itself. Whoever shows the widget makes the next state of it with
//! [`State::after`], stores its draft, and then shows it.

use crate::strings::Strings;
use std::rc::Rc;
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
mod focus;
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
#[cfg(feature = "places")]
pub use places::last_extent;
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
    let leaving = use_mut_ref(focus::Leaving::default);
    let drawn = Drawn(state.standard.clone());
    let settle = {
        let (root, leaving) = (root.clone(), leaving.clone());
        use_callback(drawn.clone(), move |focus, Drawn(standard)| {
            focus::settle(&leaving, &root, focus, standard);
        })
    };
    // What was drawn in between may have taken the focus away again.
    use_effect_with(state.focus, {
        let settle = settle.clone();
        move |focus| settle.emit(*focus)
    });
    let act = {
        let root = root.clone();
        let dependencies = (props.on_event.clone(), drawn, state.focus);
        use_callback(dependencies, move |action, (on_event, drawn, focus)| {
            leaving.borrow_mut().note(&root, *focus);
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
            <Inside given={props.clone()} {act} {settle} {root} />
        </ContextProvider<Context>>
    }
}

#[derive(PartialEq, Properties)]
struct InsideProps {
    given: Props,
    act: Callback<Action>,
    settle: Callback<focus::Wanted>,
    root: NodeRef,
}

/// All that is drawn. Yew keeps what stands in a provider of a context, and copies it all at each drawing: so nothing but
/// this stands there.
#[component]
fn Inside(
    InsideProps {
        given,
        act,
        settle,
        root,
    }: &InsideProps,
) -> Html {
    let view = View {
        extent: given.extent,
        ..View::new(&given.state, given.lang, act.clone(), Rc::default())
    };
    html! {
        <>
            <focus::Moved asked={given.state.focus} {settle} />
            { whole(&view, given, root.clone()) }
        </>
    }
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
