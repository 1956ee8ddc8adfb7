//! From the first module, which has no places behind the questions, to the whole one: what is not in the draft. The draft
//! itself goes by the journal, as after a fault.

use super::Mounted;
use super::instances::on;
use crate::widget::{Clearing, Notice};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// What a widget knows of its visit beside the draft, and what the visitor has not taken away of its notices.
#[derive(Serialize, Deserialize)]
struct Left {
    last_page: usize,
    checked: Vec<usize>,
    warned: bool,
    asking: Option<Clearing>,
    notices: Vec<Notice>,
}

#[wasm_bindgen]
#[cfg(not(feature = "places"))]
impl Mounted {
    /// Whether it stands at a place that only the whole module can show.
    #[wasm_bindgen(getter)]
    pub fn lacks(&self) -> bool {
        on(self.id, |instance| !instance.state.draft.screen.is_shown_here()).unwrap_or_default()
    }

    /// What the whole module is to know of the visit beside the draft, as JSON.
    pub fn left(&self) -> String {
        let left = on(self.id, |instance| {
            let state = &instance.state;
            let left = Left {
                last_page: state.last_page,
                checked: state.checked.clone(),
                warned: state.warned,
                asking: state.asking,
                notices: instance.notices.clone(),
            };
            serde_json::to_string(&left).expect("there are no keys but those above")
        });
        left.unwrap_or_default()
    }
}

#[wasm_bindgen]
#[cfg(feature = "places")]
impl Mounted {
    /// Takes up what the first module left.
    pub fn resume(&self, left: &str) {
        let Ok(left) = serde_json::from_str::<Left>(left) else {
            return;
        };
        on(self.id, |instance| {
            let mut state = (*instance.state).clone();
            state.last_page = left.last_page;
            state.checked = left.checked;
            state.warned = left.warned;
            state.asking = left.asking;
            instance.state = std::rc::Rc::new(state);
            // What was read is what the first module read, which has said what there was to say of it.
            instance.notices = left.notices;
            instance.show();
        });
    }

    /// Goes to a place that the visitor pressed in the first module.
    pub fn visit(&self, place: &str) {
        super::changes::visit(self.id, place);
    }
}
