//! Every place drawn once where nobody sees it. A browser compiles each function of a module when it is first called: who
//! opens a place after this waits for its drawing alone.

use super::instances::{Instance, Settings};
use super::settings;
use crate::widget::{Action, Draft, Keeping, Screen, State};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::Callback;

/// A widget that is not in the page, of a firm that has answered nothing, and the places that it still has to draw.
#[wasm_bindgen]
pub struct WarmUp {
    instance: Instance,
    places: std::array::IntoIter<Screen, 4>,
}

#[wasm_bindgen]
impl WarmUp {
    /// Draws the first page of questions into `root`, an element outside of the page. `settings` are those of the widget
    /// that is in it, as for [`super::Mounted::new`]; nothing is read of what is stored, and nothing is stored.
    ///
    /// # Errors
    /// `not-ready` where the data in this language is not loaded.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str, root: web_sys::Element) -> Result<WarmUp, JsValue> {
        let settings = Settings {
            keeping: Keeping::Nowhere,
            ..settings::read(settings)?
        };
        let standard = settings.standard.clone();
        let state = State::new(standard.clone(), Rc::new(Draft::new(&standard))).after(Action::Begin(0));
        let place = settings.place();
        let mut instance = Instance::new(settings, place, state, Vec::new(), None, Callback::noop());
        instance.draw(root);
        Ok(WarmUp {
            instance,
            places: Screen::PLACES.into_iter(),
        })
    }

    /// Draws the next part of a place, as soon as what runs has come to its end; false where nothing is left to be drawn.
    #[wasm_bindgen(js_name = goOn)]
    pub fn go_on(&mut self) -> bool {
        if !self.instance.is_all_shown() {
            self.instance.more();
            return true;
        }
        let Some(place) = self.places.next() else {
            return false;
        };
        self.instance.state = Rc::new(self.instance.state.after(Action::Go(place)));
        self.instance.show();
        true
    }

    /// Lets go of all that was drawn.
    pub fn destroy(mut self) {
        if let Some(handle) = self.instance.take_off() {
            handle.destroy();
        }
    }
}
