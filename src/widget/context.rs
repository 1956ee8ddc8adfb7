//! What views are given: everything they show, and where to send what the visitor does.

use super::action::Action;
use super::notes::Notes;
use super::state::State;
use crate::answers::Extra;
use crate::document::Node;
use crate::lang::Lang;
use crate::strings::Strings;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::Callback;

mod places;
mod texts;

/// What components take from Yew's context.
#[derive(Clone)]
pub struct Context {
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Strings,
    /// Takes what the visitor does.
    pub act: Callback<Action>,
}

impl PartialEq for Context {
    fn eq(&self, other: &Context) -> bool {
        // The words are those of the language.
        self.lang == other.lang && self.act == other.act
    }
}

/// What views that are plain functions are given.
#[derive(Clone)]
pub struct View<'a> {
    /// What the widget shows.
    pub state: &'a Rc<State>,
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Strings,
    /// Takes what the visitor does.
    pub act: Callback<Action>,
    /// What the screen cites.
    pub notes: Rc<Notes>,
    /// How much of a long place is drawn by now: see [`super::Props::extent`].
    pub extent: u32,
}

impl<'a> View<'a> {
    /// What is drawn at once; of a place in parts, the first.
    pub fn new(state: &'a Rc<State>, lang: Lang, act: Callback<Action>, notes: Rc<Notes>) -> View<'a> {
        View {
            state,
            lang,
            words: Strings::of(lang),
            act,
            notes,
            extent: 0,
        }
    }
}

impl View<'_> {
    /// Sends an action when an event happens.
    pub fn sends<E>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_: E| act.emit(action.clone()))
    }

    /// Sends the action that `action` makes of the text in the field where an event happens.
    pub fn sends_text<E: AsRef<web_sys::Event>>(
        &self,
        action: impl Fn(String) -> Action + 'static,
    ) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |event: E| act.emit(action(text_of(event.as_ref()))))
    }

    /// Takes the text in the field where an event happens.
    pub fn takes_text<E: AsRef<web_sys::Event>>(&self, take: impl Fn(String) + 'static) -> Callback<E> {
        Callback::from(move |event: E| take(text_of(event.as_ref())))
    }

    /// Sends the action that `action` makes of the box where an event happens: whether it is ticked by now. Several may
    /// be ticked before anything is drawn anew.
    pub fn sends_tick<E: AsRef<web_sys::Event>>(
        &self,
        action: impl Fn(bool) -> Action + 'static,
    ) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |event: E| {
            let ticked = field_of(event.as_ref()).is_some_and(|field| field.checked());
            act.emit(action(ticked));
        })
    }

    /// Sends the action that `action` makes of the fold where an event happens: whether it is open by now.
    pub fn sends_fold(&self, action: impl Fn(bool) -> Action + 'static) -> Callback<web_sys::Event> {
        let act = self.act.clone();
        Callback::from(move |event: web_sys::Event| {
            // As with a field, its class is not asked for.
            let fold: Option<web_sys::Element> = event.target().map(JsCast::unchecked_into);
            act.emit(action(fold.is_some_and(|fold| fold.has_attribute("open"))));
        })
    }

    /// What is kept beside the answers at a path.
    pub fn kept(&self, extra: Extra, path: &[&str]) -> Option<&Node> {
        self.state.draft.sheet.answers.kept(extra, path)
    }

    /// A text that is kept beside the answers at a path; empty where there is none.
    pub fn kept_text(&self, extra: Extra, path: &[&str]) -> &str {
        self.state.draft.sheet.kept_text(extra, path)
    }

    /// Whether the answer to a question contradicts another.
    pub fn is_contradicted(&self, question: usize) -> bool {
        let state = self.state;
        state.assessment.is_contradicted(&state.standard, question)
    }
}

/// The field where an event happened.
fn field_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    // Every kind of field has a value. It is not asked for its class, which in another document is another one.
    Some(event.target()?.unchecked_into())
}

/// The text in the field where an event happened.
fn text_of(event: &web_sys::Event) -> String {
    field_of(event).map(|field| field.value()).unwrap_or_default()
}
