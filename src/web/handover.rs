//! From the first module, which has no places behind the questions, to the whole one: what is not in the draft. The draft
//! itself goes by the journal, as after a fault.

use super::Mounted;
#[cfg(feature = "places")]
use super::changes::{act_on, screen};
use super::instances::{Instance, on};
use crate::document::Node;
#[cfg(feature = "places")]
use crate::widget::Action;
use crate::widget::{Clearing, Dates, History, Notice};
use notices::{index, read, written};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

mod notices;

const ASKING: [(Clearing, &str); 2] = [(Clearing::StartOver, "start-over"), (Clearing::Wipe, "wipe")];

#[wasm_bindgen]
#[cfg(not(feature = "places"))]
impl Mounted {
    /// Whether it stands at a place that only the whole module can show.
    #[wasm_bindgen(getter)]
    pub fn lacks(&self) -> bool {
        on(self.id, |instance| !instance.state.draft.is_shown_here()).unwrap_or_default()
    }

    /// What the whole module is to know of the visit beside the draft, as JSON.
    pub fn left(&self) -> String {
        on(self.id, |instance| left(instance).to_json()).unwrap_or_default()
    }
}

#[wasm_bindgen]
#[cfg(feature = "places")]
impl Mounted {
    /// Takes up what the first module left.
    pub fn resume(&self, left: &str) {
        if let Ok(left) = Node::from_json(left) {
            on(self.id, |instance| resume(instance, &left));
        }
    }

    /// Goes to a place that the visitor pressed in the first module.
    pub fn visit(&self, place: &str) {
        if let Some(screen) = screen(self.id, place) {
            act_on(self.id, |_| Some(Action::Go(screen)));
        }
    }
}

#[cfg_attr(feature = "places", allow(dead_code))]
fn left(instance: &Instance) -> Node {
    let state = &instance.state;
    let asking = ASKING.iter().find(|(asking, _)| Some(*asking) == state.asking);
    let checked = state.checked.iter().map(|question| Node::whole(*question as i64));
    let notices = instance.settings.bad_attributes.iter().chain(&instance.notices);
    Node::map([
        ("lastPage", Node::whole(state.last_page as i64)),
        ("checked", Node::List(checked.collect())),
        ("warned", Node::Bool(state.warned)),
        ("asking", asking.map_or(Node::Null, |(_, name)| Node::text(name))),
        ("notices", Node::List(notices.map(written).collect())),
        ("dates", Node::Text(state.dates.to_json())),
        ("history", state.history.to_node(&state.standard)),
    ])
}

#[cfg_attr(not(feature = "places"), allow(dead_code))]
fn resume(instance: &mut Instance, left: &Node) {
    let list = |key: &str| match left.get(key) {
        Some(Node::List(list)) => list.as_slice(),
        _ => &[],
    };
    let state = Rc::make_mut(&mut instance.state);
    state.last_page = left.get("lastPage").and_then(index).unwrap_or_default();
    state.checked = list("checked").iter().filter_map(index).collect();
    state.warned = left.get("warned") == Some(&Node::Bool(true));
    let asking = |(_, name): &&(Clearing, &str)| left.get("asking") == Some(&Node::text(name));
    state.asking = ASKING.iter().find(asking).map(|(asking, _)| *asking);
    if let Some(Node::Text(dates)) = left.get("dates") {
        state.dates = Dates::from_json(dates).unwrap_or_default();
    }
    let history = left.get("history");
    state.history = history.map_or_else(History::default, |history| {
        History::from_node(history, &state.standard)
    });
    // What the first module found it has said, and what the visitor took away does not come back.
    let notices = list("notices");
    instance.notices = notices.iter().filter_map(read).collect();
    let is_left = |notice: &Notice| notices.contains(&written(notice));
    instance.settings.bad_attributes.retain(is_left);
    instance.show();
}
