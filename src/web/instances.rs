//! The widgets on the page: one per element.

use super::list::{self, Opened};
use super::store::Place;
#[cfg(feature = "places")]
use super::waiting;
use crate::lang::Lang;
#[cfg(feature = "places")]
use crate::programmes::Programmes;
use crate::standard::Standard;
#[cfg(feature = "places")]
use crate::widget::last_extent;
use crate::widget::{Draft, Event, Host, Keeping, Notice, Props, Screen, State, Widget, paper};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::{AppHandle, Callback, Renderer};

/// What the element has been told by its attributes.
#[derive(Clone)]
pub struct Settings {
    /// The standard.
    pub standard: Rc<Standard>,
    /// The language.
    pub lang: Lang,
    /// Every programme, in this language.
    #[cfg(feature = "places")]
    pub programmes: Rc<Programmes>,
    /// Every edition that is loaded.
    pub editions: Rc<Vec<Rc<Standard>>>,
    /// Where answers are kept.
    pub keeping: Keeping,
    /// Whether others use this computer too, as the visitor said; nothing where the page decides where answers are kept.
    pub shared_computer: Option<bool>,
    /// Under which key.
    pub key: String,
    /// The page around the widget.
    pub host: Rc<Host>,
    /// The attributes that cannot be used.
    pub bad_attributes: Vec<Notice>,
    /// Whether the element showed a widget before on this page: what is kept is in use.
    pub shown_before: bool,
}

impl Settings {
    /// The place of the draft.
    pub fn place(&self) -> Place {
        Place::new(self.keeping, &self.key, &self.standard.id)
    }
}

/// One widget: its newest state, and where the draft in it is kept.
pub struct Instance {
    /// What its attributes say.
    pub settings: Settings,
    /// Where its draft is kept.
    pub place: Place,
    /// The newest state: what is drawn may be behind.
    pub state: Rc<State>,
    /// What the visitor must know, beside the bad attributes.
    pub notices: Vec<Notice>,
    /// Whether the page may read the answers.
    pub shared: bool,
    /// Whether nothing is open, as far as the page was told.
    pub complete: bool,
    /// The code in the address that was offered last.
    #[cfg(feature = "places")]
    pub offered: String,
    /// What the element hears by, where there is one.
    pub tell: Option<Function>,
    /// Whether nothing is drawn anew for a moment, and whether something waits for that moment to end.
    pub held: bool,
    behind: bool,
    /// The screen that is shown, and how much of it.
    shown: (Screen, u32),
    /// Takes what the widget says; always the same one, so that Yew sees no change in it.
    on_event: Callback<Event>,
    handle: Option<AppHandle<Widget>>,
}

thread_local! {
    static INSTANCES: RefCell<Vec<(u32, Rc<RefCell<Instance>>)>> = const { RefCell::new(Vec::new()) };
}

/// Every instance, with its number.
pub fn all() -> Vec<(u32, Rc<RefCell<Instance>>)> {
    INSTANCES.with_borrow(Vec::clone)
}

/// Runs `with` on an instance, unless it is gone. Nothing in it may call the page, which may call back.
pub fn on<T>(id: u32, with: impl FnOnce(&mut Instance) -> T) -> Option<T> {
    let (_, instance) = all().into_iter().find(|(found, _)| *found == id)?;
    Some(with(&mut instance.borrow_mut()))
}

/// Makes a new instance, which nothing shows yet, and gives its number.
pub fn mount(settings: Settings, tell: Function, on_event: impl Fn(u32, Event) + 'static) -> u32 {
    let place = settings.place();
    let Opened {
        draft,
        kept,
        dates,
        mut notices,
    } = list::open(&place, &settings.standard, settings.shown_before);
    let answered = draft.sheet.answers.counts(&settings.standard)[0];
    let beside = kept.beside(&draft.sheet).len();
    if place.is_first_visit() && answered + beside > 0 {
        notices.push(Notice::DraftFound {
            answered,
            kept: beside,
        });
    }
    let id = all().last().map_or(0, |(last, _)| last + 1);
    let mut state = State::new(settings.standard.clone(), draft);
    (state.kept, state.dates) = (kept, dates);
    let on_event = Callback::from(move |event| on_event(id, event));
    let instance = Instance::new(settings, place, state, notices, Some(tell), on_event);
    INSTANCES.with_borrow_mut(|instances| instances.push((id, Rc::new(RefCell::new(instance)))));
    #[cfg(feature = "places")]
    on(id, waiting::take_up);
    id
}

/// Shows an instance in `root`, as it is by now. Yew draws it in a task of its own, later.
pub fn draw(id: u32, root: web_sys::Element) {
    on(id, |instance| instance.draw(root));
}

/// Takes an instance off the page for good.
pub fn unmount(id: u32) {
    let handle = on(id, Instance::take_off).flatten();
    INSTANCES.with_borrow_mut(|instances| instances.retain(|(found, _)| *found != id));
    if let Some(handle) = handle {
        handle.destroy();
    }
}

impl Instance {
    /// A widget that nothing shows yet, with what the visitor must know of what stood in its place.
    pub fn new(
        settings: Settings,
        place: Place,
        state: State,
        notices: Vec<Notice>,
        tell: Option<Function>,
        on_event: Callback<Event>,
    ) -> Instance {
        Instance {
            complete: state.assessment.progress().open == 0,
            shown: (state.draft.screen, 0),
            state: Rc::new(state),
            settings,
            place,
            notices,
            shared: false,
            #[cfg(feature = "places")]
            offered: String::new(),
            tell,
            held: false,
            behind: false,
            on_event,
            handle: None,
        }
    }

    /// Shows it in `root`, as it is by now. Yew draws it in a task of its own, later.
    pub fn draw(&mut self, root: web_sys::Element) {
        self.shown = (self.state.draft.screen, 0);
        let renderer = Renderer::<Widget>::with_root_and_props(root, self.props());
        self.handle = Some(renderer.render());
    }

    /// Shows nothing any more, and gives what showed it, to be destroyed.
    pub fn take_off(&mut self) -> Option<AppHandle<Widget>> {
        self.handle.take()
    }

    fn props(&self) -> Props {
        let notices = self.settings.bad_attributes.iter().chain(&self.notices);
        Props {
            state: self.state.clone(),
            lang: self.settings.lang,
            keeping: self.settings.keeping,
            shared_computer: self.settings.shared_computer,
            host: self.settings.host.clone(),
            shared: self.shared,
            notices: Rc::new(notices.cloned().collect()),
            today: now()[..10].to_owned().into(),
            #[cfg(feature = "places")]
            programmes: self.settings.programmes.clone(),
            editions: self.settings.editions.clone(),
            extent: self.shown.1,
            on_event: self.on_event.clone(),
        }
    }

    /// Has Yew show the instance as it now is, as soon as what runs has come to its end.
    pub fn show(&mut self) {
        self.behind = self.held;
        if self.held {
            return;
        }
        let screen = self.state.draft.screen;
        if self.shown.0 != screen {
            self.shown = (screen, 0);
        }
        let props = self.props();
        if let Some(handle) = &mut self.handle {
            handle.update(props);
        }
    }

    /// Shows the next part of a long place.
    pub fn more(&mut self) {
        self.shown.1 = self.shown.1.saturating_add(1);
        self.show();
    }

    /// Whether all of the place at hand is shown.
    #[cfg(feature = "places")]
    pub fn is_all_shown(&self) -> bool {
        self.shown.1 >= last_extent(self.shown.0)
    }

    /// The place at hand on paper; nothing where the page prints as it stands.
    pub fn paper(&self) -> Option<web_sys::Element> {
        paper(&self.props(), &web_sys::window()?.document()?)
    }

    /// Draws nothing anew, until it is told that it may again.
    pub fn hold(&mut self, held: bool) {
        self.held = held;
        if self.behind {
            self.show();
        }
    }

    /// Puts a draft before the visitor that comes from outside.
    pub fn give(&mut self, draft: Rc<Draft>) {
        self.state = Rc::new(self.state.reading(self.settings.standard.clone(), draft));
    }

    /// Notes what the visitor must know, once.
    pub fn note(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}

/// Date and time where the visitor is, with the zone: `2026-01-09T14:30:00+08:00`.
pub fn now() -> String {
    let now = js_sys::Date::new_0();
    // Minutes that are missing to the time of Greenwich.
    let behind = now.get_timezone_offset() as i32;
    let sign = if behind > 0 { '-' } else { '+' };
    let zone = behind.abs();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds(),
        zone / 60,
        zone % 60
    )
}

/// Calls the element: the name of what happened, and its details.
pub fn tell(id: u32, what: &str, details: &[JsValue]) {
    let Some(tell) = on(id, |instance| instance.tell.clone()).flatten() else {
        return;
    };
    let arguments = js_sys::Array::of1(&what.into());
    for detail in details {
        arguments.push(detail);
    }
    // What the element does with it is not ours to handle; it reports its own faults.
    let _ = tell.apply(&JsValue::NULL, &arguments);
}
