//! What JavaScript calls of a widget on a page.

use super::changes::{act_on, announce, replace, screen, store, take};
use super::instances::{Instance, Settings, draw, mount, on, tell, unmount};
use super::{error, list, listeners, settings};
use crate::answers::{Answers, are_alike};
use crate::document::{Fault, Node};
use crate::widget::{Action, Draft, Notice, Screen, Sheet, Typing};
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A widget on a page.
#[wasm_bindgen]
pub struct Mounted {
    pub(super) id: u32,
}

#[wasm_bindgen]
impl Mounted {
    /// Makes a widget with `settings`: [`settings::Asked`] as JSON. It is shown by [`Mounted::draw`]: what it is given before
    /// is drawn at once with the rest. `tell` is called with the name of what happened and its details: `change` (answered,
    /// questions), `complete`, `language` (tag), `place` (where the visitor was and went), `beyond` (the place that the visitor
    /// wants and this module lacks, and whether by the browser's history), `more` (the next part of a long place may be
    /// drawn), `news` (verdicts changed), `shared-computer` (whether it is), `print`, `copy` (the id of a field), `save` (name,
    /// type and text of a file), `unsaved` (the browser did not take the draft).
    ///
    /// # Errors
    /// `not-ready` where the data in this language is not loaded.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str, tell: Function) -> Result<Mounted, JsValue> {
        let id = mount(settings::read(settings)?, tell, take);
        listeners::listen();
        Ok(Mounted { id })
    }

    /// Shows the widget in `root`, an empty element of its own.
    pub fn draw(&self, root: web_sys::Element) {
        draw(self.id, root);
    }

    /// Takes changed attributes without losing an answer.
    ///
    /// # Errors
    /// `not-ready` where the data in this language is not loaded.
    pub fn update(&self, settings: &str) -> Result<(), JsValue> {
        let settings = settings::read(settings)?;
        let Some((old, old_place, draft)) = on(self.id, |instance| {
            let draft = instance.state.draft.clone();
            (instance.settings.clone(), instance.place.clone(), draft)
        }) else {
            return Ok(());
        };
        old_place.flush();
        let place = settings.place();
        // What could not be fetched is here now.
        on(self.id, |instance| {
            instance.notices.retain(|notice| *notice != Notice::LoadFailed);
        });
        if place == old_place && are_alike(&old.standard, &settings.standard) {
            on(self.id, |instance| {
                instance.settings = settings;
                instance.give(draft);
                instance.show();
            });
            return Ok(());
        }
        old_place.keep_waiting("");
        // The visitor agreed to hand over that draft.
        on(self.id, |instance| instance.shared = false);
        if place == old_place {
            // Another document of the same id: the answers by the ids of their questions.
            let (next, notices) = place.open(&settings.standard);
            on(self.id, |instance| {
                instance.settings = settings;
                notices.into_iter().for_each(|notice| instance.note(notice));
                instance.give(next);
                list::take(instance);
            });
            store(self.id, true);
            return Ok(());
        }
        let (mut next, notices) = place.open(&settings.standard);
        // The visitor said who uses this computer: all goes along, and nothing stays behind.
        let said = |settings: &Settings| settings.shared_computer.is_some();
        let alike = are_alike(&old.standard, &settings.standard);
        let moves = alike
            && old.key == settings.key
            && old.shared_computer != settings.shared_computer
            && said(&old)
            && said(&settings);
        let kept = draft.clone();
        if moves && next.sheet.is_empty() && next.replaced.is_empty() {
            next = draft;
        } else if alike && !draft.sheet.is_empty() && next.sheet != draft.sheet {
            // Only the storage changed: the answers go along. Else they stay recoverable beside the other draft.
            next = if next.sheet.is_empty() && old.key == settings.key {
                draft
            } else {
                // The page may go to and fro: its copies are the first to go.
                let copy = Sheet {
                    by_page: true,
                    ..draft.sheet.clone()
                };
                Rc::new(next.keeping(&copy))
            };
        }
        let all_there = !next.has_let_go_of(&kept) && (!moves || list::moves(self.id, &place));
        on(self.id, |instance| {
            instance.settings = settings;
            instance.place = place.clone();
            instance.notices = notices;
            instance.give(next);
            list::take(instance);
        });
        store(self.id, false);
        if moves && all_there && place.is_stored() {
            old_place.erase(&old.standard);
        }
        Ok(())
    }

    /// Whether the visitor lets the page read answers and assessment.
    #[wasm_bindgen(getter)]
    pub fn shared(&self) -> bool {
        on(self.id, |instance| instance.shared).unwrap_or_default()
    }

    /// Replaces the answers by those of a document, given as JSON. The present ones stay recoverable.
    ///
    /// # Errors
    /// Those of a bad document, or of one for another standard; then nothing changes.
    #[wasm_bindgen(js_name = setAnswers)]
    pub fn set_answers(&self, json: &str) -> Result<(), JsValue> {
        let Some(state) = on(self.id, |instance| instance.state.clone()) else {
            return Ok(());
        };
        let (standard, draft) = (&state.standard, &state.draft);
        let node = Node::from_json(json).map_err(|fault| error(&[fault]))?;
        if let Some(Node::Text(id)) = node.get("standard")
            && *id != standard.id
        {
            return Err(error(&[Fault {
                code: "other-standard",
                path: "/standard".to_owned(),
                message: format!("is \"{id}\"; this element shows \"{}\"", standard.id),
            }]));
        }
        // By the document that is shown: another may call itself by the same id.
        let answers = Answers::read(&node, standard).map_err(|faults| error(&faults))?;
        let sheet = Sheet {
            answers,
            track_chosen: true,
            typed: Typing::default(),
            by_page: true,
            part: None,
        };
        if draft.sheet.track_chosen && draft.sheet.says_the_same(&sheet) {
            store(self.id, true);
        } else {
            replace(self.id, draft.replacing(sheet, draft.screen));
        }
        Ok(())
    }

    /// Begins the track of this id, as who presses its button does. Nothing where there is none.
    pub fn begin(&self, track: &str) {
        act_on(self.id, |state| state.standard.track(track).map(Action::Begin));
    }

    /// Starts over. The answers stay recoverable.
    pub fn reset(&self) {
        if let Some(state) = on(self.id, |instance| instance.state.clone()) {
            let sheet = Sheet::new(&state.standard);
            replace(self.id, state.draft.replacing(sheet, Screen::Start));
        }
    }

    /// Undoes the last step of this window where `back` says so, else does the next one again; gives whether there was one.
    pub fn travel(&self, back: bool) -> bool {
        act_on(self.id, |state| match back {
            true => state.history.last().map(|_| Action::Undo),
            false => state.history.next().map(|_| Action::Redo),
        })
    }

    /// Goes back to a place that was told before. Nothing where there is none of that name.
    pub fn go(&self, place: &str) {
        let Some(screen) = screen(self.id, place) else {
            return;
        };
        let shown = on(self.id, |instance| {
            let draft = (*instance.state.draft).clone();
            Draft { screen, ..draft }.is_shown_here()
        });
        if shown == Some(false) {
            tell(self.id, "beyond", &[place.into(), true.into()]);
            return;
        }
        on(self.id, |instance| {
            instance.state = Rc::new(instance.state.after(Action::Return(screen)));
        });
        store(self.id, false);
    }

    /// Draws nothing anew as long as `held`: what is done meanwhile is stored, and shown after it.
    pub fn hold(&self, held: bool) {
        on(self.id, |instance| instance.hold(held));
    }

    /// Draws again from the next change on; what waits until then is shown with it, or when the hold ends.
    pub fn release(&self) {
        on(self.id, |instance| instance.held = false);
    }

    /// Draws the next part of a long place; asked for by `more`, once what is there has been seen.
    pub fn more(&self) {
        on(self.id, Instance::more);
    }

    /// The place at hand on paper, as an element; `undefined` where the page prints as it stands.
    pub fn paper(&self) -> Option<web_sys::Element> {
        on(self.id, |instance| instance.paper()).flatten()
    }

    /// Says aloud which verdicts changed; asked for by `news`.
    pub fn announce(&self) {
        announce(self.id);
    }

    /// Tells the visitor that a file could not be fetched.
    #[wasm_bindgen(js_name = loadFailed)]
    pub fn load_failed(&self) {
        on(self.id, |instance| {
            instance.note(Notice::LoadFailed);
            instance.show();
        });
    }

    /// Tells the visitor that the browser did not print, and which address to open elsewhere; without one, takes that
    /// back.
    pub fn printing(&self, address: Option<String>) {
        on(self.id, |instance| {
            let is_other = |notice: &Notice| !matches!(notice, Notice::CannotPrint { .. });
            instance.notices.retain(is_other);
            address
                .into_iter()
                .for_each(|address| instance.note(Notice::CannotPrint { address }));
            instance.show();
        });
    }

    /// Takes the widget off the page for good.
    pub fn destroy(self) {
        if let Some(place) = on(self.id, |instance| instance.place.clone()) {
            place.flush();
        }
        unmount(self.id);
        listeners::listen();
    }
}
