//! The widget: views and state. No input or output of its own: a draft comes in by properties, what the visitor does
//! goes out by one callback. It consists of one component and plain functions from state to view.

use crate::lang::Lang;
use crate::standard::Standard;
use crate::strings::{Strings, fill};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

mod draft;
mod live;
mod question;
mod questions;
mod result;
mod start;
mod state;
mod view;

pub use draft::{Draft, Screen, Sheet, Typing};
use state::{Action, Focus, State};
use view::View;

/// Where answers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In this browser.
    Local,
    /// In this tab.
    Session,
    /// On this page only.
    Nowhere,
}

/// Something the visitor must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser did not save the answers.
    SaveFailed,
    /// Another window changed the answers.
    ChangedElsewhere,
    /// Nothing of what was stored could be read: why, and under which name it is kept.
    DraftUnreadable {
        /// Why.
        reason: String,
        /// The name under which the original is kept.
        kept: String,
    },
    /// Some stored answers could not be read: which, and under which name the original is kept.
    DraftPartlyUnreadable {
        /// Which.
        which: String,
        /// The name under which the original is kept.
        kept: String,
    },
    /// An attribute of the element has a bad value.
    BadAttribute {
        /// The attribute.
        name: String,
        /// Its value.
        value: String,
        /// What is allowed.
        allowed: String,
    },
}

/// What goes out.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The draft changed and is to be saved.
    Changed(Rc<Draft>),
    /// The visitor wants another language.
    Language(Lang),
    /// The visitor wants to print.
    Print,
    /// The visitor lets the page around the widget read the answers, or no longer.
    Share(bool),
    /// The visitor has read the notice with this number.
    Dismiss(usize),
}

/// What comes in.
#[derive(Clone, Properties)]
pub struct Props {
    /// The standard.
    pub standard: Rc<Standard>,
    /// The language.
    pub lang: Lang,
    /// The draft; a new one replaces what is shown.
    pub draft: Rc<Draft>,
    /// Where it is kept.
    pub keeping: Keeping,
    /// Name of the host whose page this is.
    pub host: AttrValue,
    /// Whether that page may read the answers.
    pub shared: bool,
    /// What the visitor must know.
    pub notices: Rc<Vec<Notice>>,
    /// Takes what goes out.
    pub on_event: Callback<Event>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.standard, &other.standard)
            && self.lang == other.lang
            && Rc::ptr_eq(&self.draft, &other.draft)
            && self.keeping == other.keeping
            && self.host == other.host
            && self.shared == other.shared
            && self.notices == other.notices
            && self.on_event == other.on_event
    }
}

/// The widget.
#[component]
pub fn Widget(props: &Props) -> Html {
    let state = {
        let (standard, draft) = (props.standard.clone(), props.draft.clone());
        use_reducer(move || State::new(standard, draft))
    };
    let printed = use_state(|| (AttrValue::default(), AttrValue::default()));
    let root = use_node_ref();
    use_effect_with(Rc::as_ptr(&props.standard), {
        let (act, standard) = (state.dispatcher(), props.standard.clone());
        move |_| act.dispatch(Action::Reload(standard))
    });
    use_effect_with(props.draft.clone(), {
        let act = state.dispatcher();
        move |draft| act.dispatch(Action::Adopt(draft.clone()))
    });
    use_effect_with(state.draft.clone(), {
        let on_event = props.on_event.clone();
        move |draft| on_event.emit(Event::Changed(draft.clone()))
    });
    use_effect_with(state.focus, {
        let (root, standard) = (root.clone(), state.standard.clone());
        move |focus| {
            focus.and_then(|(focus, _)| move_focus(&root, focus, &standard));
        }
    });
    let dispatcher = state.dispatcher();
    let view = View {
        state: &state,
        lang: props.lang,
        words: Strings::of(props.lang),
        act: Callback::from(move |action| dispatcher.dispatch(action)),
    };
    let body = match state.draft.screen {
        Screen::Start => html! { <div class="frame start-frame" key="start">{ start::start(&view) }</div> },
        Screen::Page(number) => html! {
            <div class="frame" key="questions">
                { questions::steps(&view) }{ questions::questions(&view, number) }{ live::live(&view) }
            </div>
        },
        Screen::Result => html! {
            <div class="frame result-frame" key="result">
                { questions::steps(&view) }
                { result::result(&view, names(&view, &printed), extras(&view, props, &printed)) }
            </div>
        },
    };
    html! {
        <div class="widget" ref={root} lang={props.lang.tag()}>
            { header(&view, props) }
            <div class="notices">{ for props.notices.iter().enumerate().map(|notice| self::notice(&view, props, notice)) }</div>
            <div class="slot">{ replaced(&view) }</div>
            { body }
            { footer(&view, props) }
        </div>
    }
}

/// Focuses what the state asks for; nothing where it is not on the screen.
fn move_focus(root: &NodeRef, focus: Focus, standard: &Standard) -> Option<()> {
    let root = root.cast::<web_sys::Element>()?;
    let selector = match focus {
        Focus::Question(question) => format!("#q-{} input", standard.questions.get(question)?.id),
        _ => format!("#{}", focus.id()),
    };
    root.query_selector(&selector)
        .ok()??
        .dyn_into::<web_sys::HtmlElement>()
        .ok()?
        .focus()
        .ok()
}

fn header(view: &View, props: &Props) -> Html {
    let other = match props.lang {
        Lang::ZhCn => Lang::En,
        Lang::En => Lang::ZhCn,
    };
    let on_event = props.on_event.clone();
    let switch = Callback::from(move |_| on_event.emit(Event::Language(other)));
    html! {
        <header>
            <div>
                <h2>{ view.words.widget_title }</h2>
                <p class="facts">{ view.words.not_a_determination }</p>
            </div>
            <button type="button" class="quiet language" lang={view.words.other_language_tag} onclick={switch}>
                { view.words.other_language }
            </button>
        </header>
    }
}

fn notice(view: &View, props: &Props, (number, notice): (usize, &Notice)) -> Html {
    let words = view.words;
    let text = match notice {
        Notice::SaveFailed => words.save_failed.to_owned(),
        Notice::ChangedElsewhere => words.changed_elsewhere.to_owned(),
        Notice::DraftUnreadable { reason, kept } => fill(words.draft_unreadable, &[reason, kept]),
        Notice::DraftPartlyUnreadable { which, kept } => fill(words.draft_partly_unreadable, &[which, kept]),
        Notice::BadAttribute { name, value, allowed } => fill(words.bad_attribute, &[name, value, allowed]),
    };
    let on_event = props.on_event.clone();
    let dismiss = Callback::from(move |_| on_event.emit(Event::Dismiss(number)));
    html! {
        <div class="notice" key={text.clone()}>
            <p role="status">{ text }</p>
            <button type="button" class="quiet" onclick={dismiss}>{ words.dismiss }</button>
        </div>
    }
}

fn replaced(view: &View) -> Html {
    if view.state.draft.replaced.is_none() {
        return Html::default();
    }
    html! {
        <div class="notice">
            <p id={Focus::Replaced.id()} tabindex="-1" role="status">{ view.words.replaced_kept }</p>
            <button type="button" class="quiet" onclick={view.on(Action::Restore)}>{ view.words.replaced_restore }</button>
        </div>
    }
}

fn footer(view: &View, props: &Props) -> Html {
    let words = view.words;
    let kept = match props.keeping {
        Keeping::Local => words.saved_local,
        Keeping::Session => words.saved_session,
        Keeping::Nowhere => words.saved_nowhere,
    };
    let question = html! {
        <div class="confirm" role="group" aria-labelledby={Focus::StartOver.id()}>
            <p id={Focus::StartOver.id()} tabindex="-1">{ words.start_over_question }</p>
            <button type="button" class="danger" onclick={view.on(Action::StartOver)}>{ words.start_over_yes }</button>
            <button type="button" onclick={view.on(Action::KeepAnswers)}>{ words.start_over_no }</button>
        </div>
    };
    let ask = html! {
        <button type="button" class="quiet" onclick={view.on(Action::AskStartOver)}>{ words.start_over }</button>
    };
    let empty = view.state.draft.sheet.is_empty();
    html! {
        <footer>
            <p class="facts">{ kept }</p>
            <div class="slot">
                { match (view.state.asking_start_over, empty) {
                    (true, _) => question,
                    (false, false) => ask,
                    (false, true) => Html::default(),
                } }
            </div>
        </footer>
    }
}

type Printed = UseStateHandle<(AttrValue, AttrValue)>;

/// The names that are typed for the paper: held by this component, kept nowhere.
fn names(view: &View, printed: &Printed) -> Html {
    let line = |words: &str, name: &AttrValue| {
        html! { <p>{ if name.is_empty() { String::new() } else { fill(words, &[name]) } }</p> }
    };
    html! {
        <div class="print-only">
            { line(view.words.printed_firm, &printed.0) }{ line(view.words.printed_name, &printed.1) }
        </div>
    }
}

fn extras(view: &View, props: &Props, printed: &Printed) -> Html {
    let words = view.words;
    let field = |id: &'static str, label: &'static str, value: AttrValue, set: Callback<AttrValue>| {
        let oninput = Callback::from(move |event: InputEvent| {
            set.emit(
                event
                    .target_unchecked_into::<web_sys::HtmlInputElement>()
                    .value()
                    .into(),
            );
        });
        html! {
            <div class="field" key={id}>
                <label for={id}>{ label }</label>
                <input type="text" {id} autocomplete="off" maxlength="100" {value} {oninput} />
            </div>
        }
    };
    let (first, second) = (printed.clone(), printed.clone());
    let set_firm = Callback::from(move |firm| first.set((firm, first.1.clone())));
    let set_name = Callback::from(move |name| second.set((second.0.clone(), name)));
    let print = {
        let on_event = props.on_event.clone();
        Callback::from(move |_| on_event.emit(Event::Print))
    };
    let share = {
        let (on_event, shared) = (props.on_event.clone(), props.shared);
        Callback::from(move |_| on_event.emit(Event::Share(!shared)))
    };
    let host: &str = &props.host;
    html! {
        <>
            <section class="panel screen-only">
                <h4>{ words.print_heading }</h4>
                <p class="hint">{ words.print_about }</p>
                { field("print-firm", words.print_firm, printed.0.clone(), set_firm) }
                { field("print-name", words.print_name, printed.1.clone(), set_name) }
                <button type="button" class="primary" onclick={print}>{ words.print }</button>
            </section>
            <details class="panel screen-only">
                <summary>{ words.share_heading }</summary>
                <p>{ fill(words.share_about, &[host]) }</p>
                <p role="status">{ if props.shared { fill(words.share_on, &[host]) } else { String::new() } }</p>
                <button type="button" onclick={share}>
                    { if props.shared { words.share_stop.to_owned() } else { fill(words.share_allow, &[host]) } }
                </button>
            </details>
        </>
    }
}
