//! A widget on a page: one per element.

use super::store::Place;
use super::{assessment_of, data, error, not_ready, read_answers, to_js};
use crate::document::Fault;
use crate::lang::Lang;
use crate::programmes::Programmes;
use crate::standard::Standard;
use crate::widget::{Draft, Event, Keeping, Notice, Props, Screen, Sheet, Typing, Widget};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::{AppHandle, Callback, Renderer};

/// What the element has been told by its attributes.
#[derive(Clone)]
struct Settings {
    standard: Rc<Standard>,
    lang: Lang,
    programmes: Rc<Programmes>,
    editions: Rc<Vec<Rc<Standard>>>,
    keeping: Keeping,
    key: String,
    bad_attributes: Vec<Notice>,
}

/// One widget: what it shows, and where its draft is kept.
struct Instance {
    settings: Settings,
    place: Place,
    /// The draft as the visitor last left it.
    draft: Rc<Draft>,
    /// The draft that was last put before the visitor from outside. The widget takes it up once: were it told of its own
    /// draft again, it would forget what was done since.
    given: Rc<Draft>,
    notices: Vec<Notice>,
    host: String,
    shared: bool,
    complete: bool,
    tell: Function,
    handle: Option<AppHandle<Widget>>,
}

thread_local! {
    static INSTANCES: RefCell<Vec<(u32, Rc<RefCell<Instance>>)>> = const { RefCell::new(Vec::new()) };
}

/// The instance with this number, unless it is gone.
#[inline(never)]
fn instance(id: u32) -> Option<Rc<RefCell<Instance>>> {
    instances()
        .into_iter()
        .find(|(found, _)| *found == id)
        .map(|(_, instance)| instance)
}

/// Every instance, with its number.
#[inline(never)]
fn instances() -> Vec<(u32, Rc<RefCell<Instance>>)> {
    INSTANCES.with_borrow(Vec::clone)
}

/// Runs `with` on an instance, unless it is gone.
fn on<T>(id: u32, with: impl FnOnce(&mut Instance) -> T) -> Option<T> {
    Some(with(&mut instance(id)?.borrow_mut()))
}

impl Instance {
    fn props(&self, id: u32) -> Props {
        Props {
            standard: self.settings.standard.clone(),
            lang: self.settings.lang,
            draft: self.given.clone(),
            keeping: self.settings.keeping,
            host: self.host.clone().into(),
            shared: self.shared,
            notices: Rc::new(
                self.settings
                    .bad_attributes
                    .iter()
                    .chain(&self.notices)
                    .cloned()
                    .collect(),
            ),
            programmes: self.settings.programmes.clone(),
            editions: self.settings.editions.clone(),
            on_event: Callback::from(move |event| take(id, event)),
        }
    }

    /// Puts a draft before the visitor.
    fn give(&mut self, draft: Rc<Draft>) {
        self.draft = draft.clone();
        self.given = draft;
    }

    fn note(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }
}

/// Shows an instance as it now is.
fn show(id: u32) {
    // The handle is taken out while Yew works, which may call back.
    let Some((props, Some(mut handle))) = on(id, |instance| (instance.props(id), instance.handle.take()))
    else {
        return;
    };
    handle.update(props);
    on(id, |instance| instance.handle = Some(handle));
}

/// Takes what a widget says.
fn take(id: u32, event: Event) {
    match event {
        Event::Changed { draft, base } => changed(id, draft, base),
        Event::Language(lang) => {
            tell(id, "language", &[lang.tag().into()]);
        }
        Event::Print => tell(id, "print", &[]),
        Event::Share(shared) => {
            on(id, |instance| instance.shared = shared);
            show(id);
        }
        Event::Dismiss(number) => {
            on(id, |instance| {
                let attributes = instance.settings.bad_attributes.len();
                if number < attributes {
                    instance.settings.bad_attributes.remove(number);
                } else if number - attributes < instance.notices.len() {
                    instance.notices.remove(number - attributes);
                }
            });
            show(id);
        }
    }
}

/// Calls the element: the name of what happened, and its details.
fn tell(id: u32, what: &str, details: &[JsValue]) {
    let Some(tell) = on(id, |instance| instance.tell.clone()) else {
        return;
    };
    let arguments = js_sys::Array::of1(&what.into());
    details.iter().for_each(|detail| {
        arguments.push(detail);
    });
    // What the element does with it is not ours to handle; it reports its own faults.
    let _ = tell.apply(&JsValue::NULL, &arguments);
}

/// Saves a changed draft, shows it in every widget with the same place, and tells the page how far it is.
fn changed(id: u32, told: Rc<Draft>, base: Rc<Draft>) {
    let Some((place, standard, old)) = on(id, |instance| {
        (
            instance.place.clone(),
            instance.settings.standard.clone(),
            instance.draft.clone(),
        )
    }) else {
        return;
    };
    // What we gave it in the meantime stays, beside what was done before the widget saw it.
    let draft = match base == old {
        true => told.clone(),
        false => Rc::new(told.merged(&base, &old)),
    };
    if draft == old {
        return;
    }
    let saved = place.save(&draft, &standard);
    let failed = saved.is_err();
    let (Ok(kept) | Err(kept)) = saved;
    on(id, |instance| {
        instance.draft = draft.clone();
        if failed {
            instance.note(Notice::SaveFailed);
        } else {
            instance.notices.retain(|notice| *notice != Notice::SaveFailed);
        }
    });
    spread(&place, &kept, (kept == told).then_some(id), kept != draft);
    if failed {
        show(id);
        tell(id, "unsaved", &[]);
    }
    if draft.sheet.answers != old.sheet.answers {
        report(id);
    }
}

/// Shows a draft in every widget of its place but `from`; each stays on its own screen.
fn spread(place: &Place, draft: &Rc<Draft>, from: Option<u32>, elsewhere: bool) {
    for (id, instance) in instances() {
        if Some(id) == from || instance.borrow().place != *place {
            continue;
        }
        on(id, |instance| {
            let screen = if draft.sheet.track_chosen {
                instance.draft.screen
            } else {
                Screen::Start
            };
            instance.give(Rc::new(Draft {
                screen,
                ..(**draft).clone()
            }));
            if elsewhere {
                instance.note(Notice::ChangedElsewhere);
            }
        });
        show(id);
        report(id);
    }
}

/// Tells the page how many questions are answered, and once when nothing is open any more.
fn report(id: u32) {
    let Some((standard, draft)) = on(id, |instance| {
        (instance.settings.standard.clone(), instance.draft.clone())
    }) else {
        return;
    };
    let progress = crate::assess::progress(&standard, &draft.sheet.answers);
    tell(
        id,
        "change",
        &[
            (progress.answered as u32).into(),
            (progress.questions as u32).into(),
        ],
    );
    let complete = progress.open == 0;
    if on(id, |instance| std::mem::replace(&mut instance.complete, complete)) == Some(false) && complete {
        tell(id, "complete", &[]);
    }
}

/// Takes up what another window has written to the storage under `key`; no key is all of it.
#[wasm_bindgen(js_name = writtenElsewhere)]
pub fn written_elsewhere(key: Option<String>) {
    let mut places: Vec<(Place, Rc<Standard>)> = Vec::new();
    for (_, instance) in instances() {
        let instance = instance.borrow();
        let known = places.iter().any(|(place, _)| *place == instance.place);
        if !known && instance.place.is_touched_by(key.as_deref()) {
            places.push((instance.place.clone(), instance.settings.standard.clone()));
        }
    }
    for (place, standard) in places {
        if let Some(draft) = place.reread(&standard) {
            spread(&place, &draft, None, true);
        }
    }
}

/// A widget on a page.
#[wasm_bindgen]
pub struct Mounted {
    id: u32,
}

fn settings(
    standard_id: &str,
    lang: &str,
    storage: &str,
    key: String,
    bad_attributes: Vec<String>,
) -> Result<Settings, JsValue> {
    let notices = bad_attributes.chunks_exact(3).map(|bad| Notice::BadAttribute {
        name: bad[0].clone(),
        value: bad[1].clone(),
        allowed: bad[2].clone(),
    });
    let lang = Lang::nearest(lang);
    let not_ready = || not_ready(standard_id);
    Ok(Settings {
        standard: data::standard_in(standard_id, lang).ok_or_else(not_ready)?,
        lang,
        programmes: data::programmes_in(lang).ok_or_else(not_ready)?,
        editions: Rc::new(data::standards_in(lang)),
        keeping: match storage {
            "session" => Keeping::Session,
            "none" => Keeping::Nowhere,
            _ => Keeping::Local,
        },
        key,
        bad_attributes: notices.collect(),
    })
}

#[wasm_bindgen]
impl Mounted {
    /// Shows a widget in `root`, an empty element of its own. `bad_attributes` holds name, value and what is allowed of
    /// each attribute that cannot be used. `tell` is called with the name of what happened and its details: `change`
    /// (answered, questions), `complete`, `language` (tag), `print`, `unsaved` (the browser did not take
    /// the draft).
    ///
    /// # Errors
    /// `not-ready` where the data in this language is not loaded.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        root: web_sys::Element,
        standard: &str,
        lang: &str,
        storage: &str,
        key: String,
        bad_attributes: Vec<String>,
        host: String,
        tell: Function,
    ) -> Result<Mounted, JsValue> {
        let settings = settings(standard, lang, storage, key, bad_attributes)?;
        let place = Place::new(settings.keeping, &settings.key, &settings.standard.id);
        let (draft, notices) = place.open(&settings.standard);
        let id = instances().last().map_or(0, |(last, _)| last + 1);
        let complete = crate::assess::progress(&settings.standard, &draft.sheet.answers).open == 0;
        let instance = Instance {
            settings,
            place,
            given: draft.clone(),
            draft,
            notices,
            host,
            shared: false,
            complete,
            tell,
            handle: None,
        };
        let props = instance.props(id);
        INSTANCES.with_borrow_mut(|instances| instances.push((id, Rc::new(RefCell::new(instance)))));
        let handle = Renderer::<Widget>::with_root_and_props(root, props).render();
        on(id, |instance| instance.handle = Some(handle));
        Ok(Mounted { id })
    }

    /// Takes changed attributes without losing an answer.
    ///
    /// # Errors
    /// `not-ready` where the data in this language is not loaded.
    pub fn update(
        &self,
        standard: &str,
        lang: &str,
        storage: &str,
        key: String,
        bad_attributes: Vec<String>,
    ) -> Result<(), JsValue> {
        let settings = settings(standard, lang, storage, key, bad_attributes)?;
        let place = Place::new(settings.keeping, &settings.key, &settings.standard.id);
        let moved = on(self.id, |instance| {
            let old = std::mem::replace(&mut instance.settings, settings.clone());
            let moved = place != instance.place;
            instance.place = place.clone();
            (moved, old, instance.draft.clone())
        });
        if let Some((true, old, draft)) = moved {
            let (mut next, notices) = place.open(&settings.standard);
            let same_standard = old.standard.id == settings.standard.id;
            if same_standard && !draft.sheet.is_empty() && next.sheet != draft.sheet {
                // Only the storage changed: the answers go along. Else they stay recoverable beside the other draft.
                next = Rc::new(if next.sheet.is_empty() && old.key == settings.key {
                    (*draft).clone()
                } else {
                    let mut next = (*next).clone();
                    next.replaced.push(draft.sheet.clone());
                    next
                });
            }
            let saved = place.save(&next, &settings.standard);
            let failed = saved.is_err();
            let (Ok(kept) | Err(kept)) = saved;
            on(self.id, |instance| {
                instance.give(kept.clone());
                instance.notices = notices;
                if failed {
                    instance.note(Notice::SaveFailed);
                }
            });
            spread(&place, &kept, Some(self.id), false);
        }
        show(self.id);
        Ok(())
    }

    /// Whether the visitor lets the page read answers and assessment.
    #[wasm_bindgen(getter)]
    pub fn shared(&self) -> bool {
        on(self.id, |instance| instance.shared).unwrap_or_default()
    }

    /// The answer document, or `null` until the visitor has agreed.
    ///
    /// # Errors
    /// None in practice: a document of strings and numbers always crosses over.
    #[wasm_bindgen(getter)]
    pub fn answers(&self) -> Result<JsValue, JsValue> {
        let shared = on(self.id, |instance| {
            let answers = &instance.draft.sheet.answers;
            instance
                .shared
                .then(|| to_js(&answers.document(&instance.settings.standard)))
        });
        shared.flatten().unwrap_or(Ok(JsValue::NULL))
    }

    /// The assessment document, or `null` until the visitor has agreed.
    ///
    /// # Errors
    /// None in practice: a document of strings and numbers always crosses over.
    #[wasm_bindgen(getter)]
    pub fn assessment(&self) -> Result<JsValue, JsValue> {
        let shared = on(self.id, |instance| {
            instance
                .shared
                .then(|| (instance.settings.standard.clone(), instance.draft.clone()))
        });
        shared.flatten().map_or(Ok(JsValue::NULL), |(standard, draft)| {
            assessment_of(&standard, &draft.sheet.answers)
        })
    }

    /// Replaces the answers by those of a document, given as JSON. The present ones stay recoverable.
    ///
    /// # Errors
    /// Those of a bad document, or of one for another standard; then nothing changes.
    #[wasm_bindgen(js_name = setAnswers)]
    pub fn set_answers(&self, json: &str) -> Result<(), JsValue> {
        let (read_for, answers) = read_answers(json)?;
        let Some((standard, draft)) = on(self.id, |instance| {
            (instance.settings.standard.clone(), instance.draft.clone())
        }) else {
            return Ok(());
        };
        if read_for.id != standard.id {
            return Err(error(&[Fault {
                code: "other-standard",
                path: "/standard".to_owned(),
                message: format!("is \"{}\"; this element shows \"{}\"", read_for.id, standard.id),
            }]));
        }
        let sheet = Sheet {
            answers,
            track_chosen: true,
            typed: Typing::default(),
        };
        self.replace(draft.replacing(sheet, draft.screen), &standard);
        Ok(())
    }

    /// Starts over. The answers stay recoverable.
    pub fn reset(&self) {
        if let Some((standard, draft)) = on(self.id, |instance| {
            (instance.settings.standard.clone(), instance.draft.clone())
        }) {
            self.replace(draft.replacing(Sheet::new(&standard), Screen::Start), &standard);
        }
    }

    fn replace(&self, draft: Draft, standard: &Standard) {
        let Some(place) = on(self.id, |instance| instance.place.clone()) else {
            return;
        };
        let saved = place.save(&Rc::new(draft), standard);
        let failed = saved.is_err();
        let (Ok(draft) | Err(draft)) = saved;
        on(self.id, |instance| {
            instance.give(draft.clone());
            if failed {
                instance.note(Notice::SaveFailed);
            }
        });
        show(self.id);
        report(self.id);
        spread(&place, &draft, Some(self.id), false);
    }

    /// Tells the visitor that a file could not be fetched.
    #[wasm_bindgen(js_name = loadFailed)]
    pub fn load_failed(&self) {
        on(self.id, |instance| instance.note(Notice::LoadFailed));
        show(self.id);
    }

    /// Takes the widget off the page for good.
    pub fn destroy(self) {
        let handle = on(self.id, |instance| instance.handle.take()).flatten();
        INSTANCES.with_borrow_mut(|instances| instances.retain(|(id, _)| *id != self.id));
        if let Some(handle) = handle {
            handle.destroy();
        }
    }
}
