//! The widget: views and state. No input or output of its own: the newest state comes in by properties, and what the
//! visitor does goes out by one callback, in the event itself. Whoever shows the widget makes the next state of it with
//! [`State::after`], stores its draft, and then shows it.

use crate::lang::Lang;
use crate::standard::Standard;
use crate::strings::{Strings, fill};
use wasm_bindgen::JsCast;
use yew::prelude::*;

mod action;
mod consent;
mod draft;
mod editions;
mod element;
mod evidence;
mod plan;
mod programmes;
mod props;
mod questions;
mod result;
mod sensitivity;
mod start;
mod state;
mod view;

pub use action::{Action, Focus};
pub use draft::{Draft, Screen, Sheet, Typing};
use element::{Attr, El, On, button, button_to, el, sequence};
pub use props::{Event, Keeping, Notice, Props};
pub use state::State;
use view::View;

/// The widget.
#[component]
pub fn Widget(props: &Props) -> Html {
    let state = &props.state;
    let root = use_node_ref();
    use_effect_with(state.focus, {
        let (root, standard) = (root.clone(), state.standard.clone());
        move |focus| {
            focus.and_then(|(focus, _)| move_focus(&root, focus, &standard));
        }
    });
    let act = use_callback(props.on_event.clone(), |action, on_event| {
        on_event.emit(Event::Act(action));
    });
    let view = View {
        state,
        lang: props.lang,
        words: Strings::of(props.lang),
        act,
    };
    let body = match state.draft.screen {
        Screen::Start => el("div.frame start-frame").key("start").with(start::start(&view)),
        Screen::Page(number) => el("div.frame")
            .key("questions")
            .with(questions::steps::steps(&view))
            .with(questions::questions(&view, number))
            .with(questions::live::live(&view)),
        _ => el("div.frame result-frame")
            .key("result")
            .with(questions::steps::steps(&view))
            .with(el("div.slot").with(behind(&view, props))),
    };
    let notices = props.notices.iter().enumerate();
    let notices = notices.map(|(number, found)| notice(&view, props, number, found));
    // The region stays, so that what comes into it is said aloud.
    let mut notices = el("div.notices").attr(Attr::Role, "status").all(notices);
    if props.shared {
        notices = notices.with(consent::notice(&view, props));
    }
    el("div.widget")
        .attr(Attr::Part, "widget")
        .node(root)
        .attr(Attr::Lang, props.lang.tag())
        .with(header(&view, props))
        .with(notices)
        .with(el("div.slot").with(replaced(&view)))
        .with(body)
        .with(footer(&view, props))
        .html()
}

/// The result, or a screen behind it.
fn behind(view: &View, props: &Props) -> El {
    let screen = match view.state.draft.screen {
        Screen::Programmes => programmes::screen(view, &props.programmes),
        Screen::Editions => editions::screen(view, &props.editions),
        Screen::Sensitivity => sensitivity::screen(view),
        Screen::Evidence => evidence::screen(view),
        Screen::Plan => plan::screen(view),
        _ => return result::result(view, props),
    };
    let print = tells("button", view.words.print, props, Event::Print);
    sequence()
        .with(screen)
        .with(el("div.actions screen-only").with(print))
}

/// Focuses what the state asks for; nothing where it is not on the screen.
fn move_focus(root: &NodeRef, focus: Focus, standard: &Standard) -> Option<()> {
    let root = root.cast::<web_sys::Element>()?;
    let found = match focus {
        Focus::Question(question) => {
            let id = &standard.questions.get(question)?.id;
            let control = root.query_selector(&fill("#q-{0} input", &[id])).ok()?;
            // A question that is not asked has no control.
            control.or_else(|| root.query_selector(&fill("#q-{0}", &[id])).ok()?)
        }
        _ => root.query_selector(&fill("#{0}", &[focus.id()])).ok()?,
    };
    found?.dyn_into::<web_sys::HtmlElement>().ok()?.focus().ok()
}

/// A button that tells the page of something.
fn tells(what: &'static str, words: &str, props: &Props, event: Event) -> El {
    let on_event = props.on_event.clone();
    let tell = move |_| on_event.emit(event.clone());
    button(what, words).hears(On::Click, Callback::from(tell))
}

fn header(view: &View, props: &Props) -> El {
    let words = view.words;
    let other = match props.lang {
        Lang::ZhCn => Lang::En,
        Lang::En => Lang::ZhCn,
    };
    let title = el("div")
        .line("h2", words.widget_title)
        .line("p.facts", words.not_a_determination);
    let switch = tells(
        "button.quiet language",
        words.other_language,
        props,
        Event::Language(other),
    );
    el("header")
        .attr(Attr::Part, "header")
        .with(title)
        .with(switch.attr(Attr::Lang, words.other_language_tag))
}

fn notice(view: &View, props: &Props, number: usize, notice: &Notice) -> El {
    let words = view.words;
    let text = match notice {
        Notice::SaveFailed => words.save_failed.to_owned(),
        Notice::ChangedElsewhere => words.changed_elsewhere.to_owned(),
        Notice::LoadFailed => words.load_failed.to_owned(),
        Notice::DraftUnreadable { reason, kept } => fill(words.draft_unreadable, &[reason, kept]),
        Notice::DraftPartlyUnreadable { which, kept } => fill(words.draft_partly_unreadable, &[which, kept]),
        Notice::BadAttribute { name, value, allowed } => fill(words.bad_attribute, &[name, value, allowed]),
    };
    el("div.notice").key(&text).with(el("p").owned(text)).with(
        tells("button.quiet", words.dismiss, props, Event::Dismiss(number)).sends(
            On::Click,
            view,
            Action::ToHeading,
        ),
    )
}

fn replaced(view: &View) -> El {
    let words = view.words;
    if view.state.draft.replaced.is_empty() {
        return sequence();
    }
    let text = el("p")
        .attr(Attr::Id, Focus::Replaced.id())
        .attr(Attr::TabIndex, "-1")
        .attr(Attr::Role, "status")
        .text(words.replaced_kept);
    el("div.notice")
        .with(text)
        .with(button_to(
            "button.quiet",
            words.replaced_restore,
            view,
            Action::Restore,
        ))
        .with(button_to(
            "button.quiet",
            words.replaced_delete,
            view,
            Action::Forget,
        ))
}

fn footer(view: &View, props: &Props) -> El {
    let words = view.words;
    let kept = match props.keeping {
        Keeping::Local => words.saved_local,
        Keeping::Session => words.saved_session,
        Keeping::Nowhere => words.saved_nowhere,
    };
    let mut slot = el("div.slot");
    if view.state.asking_start_over {
        slot = slot.with(start_over(view));
    } else if !view.state.draft.sheet.is_empty() {
        let ask = button_to("button.quiet", words.start_over, view, Action::AskStartOver);
        slot = slot.with(ask.attr(Attr::Id, Focus::AskStartOver.id()));
    }
    el("footer")
        .attr(Attr::Part, "footer")
        .line("p.facts", kept)
        .with(slot)
}

fn start_over(view: &View) -> El {
    let words = view.words;
    let question = el("p")
        .attr(Attr::Id, Focus::StartOver.id())
        .attr(Attr::TabIndex, "-1")
        .text(words.start_over_question);
    el("div.confirm")
        .attr(Attr::Role, "group")
        .attr(Attr::LabelledBy, Focus::StartOver.id())
        .with(question)
        .with(button_to(
            "button.danger",
            words.start_over_yes,
            view,
            Action::StartOver,
        ))
        .with(button_to(
            "button",
            words.start_over_no,
            view,
            Action::KeepAnswers,
        ))
}
