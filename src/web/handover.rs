//! From the first module, which has no places behind the questions, to the whole one: what is not in the draft. The draft
//! itself goes by the journal, as after a fault.

use super::Mounted;
use super::instances::{Instance, on};
use crate::document::Node;
use crate::widget::{Clearing, Notice};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

const ASKING: [(Clearing, &str); 2] = [(Clearing::StartOver, "start-over"), (Clearing::Wipe, "wipe")];
/// The notices that tell nothing but themselves.
const NAMED: [(Notice, &str); 4] = [
    (Notice::SaveFailed, "save-failed"),
    (Notice::ChangedElsewhere, "changed-elsewhere"),
    (Notice::LetGo, "let-go"),
    (Notice::LoadFailed, "load-failed"),
];

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
        super::changes::visit(self.id, place);
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
    // What the first module found it has said, and what the visitor took away does not come back.
    let notices = list("notices");
    instance.notices = notices.iter().filter_map(read).collect();
    let is_left = |notice: &Notice| notices.contains(&written(notice));
    instance.settings.bad_attributes.retain(is_left);
    instance.show();
}

fn index(node: &Node) -> Option<usize> {
    match node {
        Node::Number(number) => Some(*number as usize),
        _ => None,
    }
}

/// A notice as a list: its name, and what it tells.
fn written(notice: &Notice) -> Node {
    let kept = |kept: &Option<String>| kept.as_deref().map_or(Node::Null, Node::text);
    let list = match notice {
        Notice::DraftFound { answered } => vec![Node::text("draft-found"), Node::whole(*answered as i64)],
        Notice::DraftUnreadable { reason, kept: name } => {
            vec![Node::text("draft-unreadable"), Node::text(reason), kept(name)]
        }
        Notice::DraftPartlyUnreadable { which, kept: name } => {
            vec![
                Node::text("draft-partly-unreadable"),
                Node::text(which),
                kept(name),
            ]
        }
        Notice::WrittenUnreadable { reason, kept: name } => {
            vec![Node::text("written-unreadable"), Node::text(reason), kept(name)]
        }
        // The attribute itself is read again.
        Notice::BadAttribute { name, .. } => vec![Node::text("bad-attribute"), Node::text(name)],
        Notice::CannotPrint { address } => vec![Node::text("cannot-print"), Node::text(address)],
        named => {
            let name = NAMED.iter().find(|(notice, _)| notice == named);
            name.map(|(_, name)| Node::text(name)).into_iter().collect()
        }
    };
    Node::List(list)
}

/// The notice that was written like this; none where the attribute itself says it.
fn read(node: &Node) -> Option<Notice> {
    let Node::List(list) = node else { return None };
    let text = |place: usize| match list.get(place) {
        Some(Node::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let name = text(0)?;
    let named = NAMED.into_iter().find(|(_, known)| *known == name);
    if let Some((notice, _)) = named {
        return Some(notice);
    }
    Some(match name.as_str() {
        "draft-found" => Notice::DraftFound {
            answered: index(list.get(1)?)?,
        },
        "draft-unreadable" => Notice::DraftUnreadable {
            reason: text(1)?,
            kept: text(2),
        },
        "draft-partly-unreadable" => Notice::DraftPartlyUnreadable {
            which: text(1)?,
            kept: text(2),
        },
        "written-unreadable" => Notice::WrittenUnreadable {
            reason: text(1)?,
            kept: text(2),
        },
        "cannot-print" => Notice::CannotPrint { address: text(1)? },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_read_as_it_was_written() {
        let (reason, which) = ("it is no JSON".to_owned(), "/answers/x".to_owned());
        let unreadable = [None, Some("readiness-check:x:set-aside-1".to_owned())].map(|kept| {
            [
                Notice::DraftUnreadable {
                    reason: reason.clone(),
                    kept: kept.clone(),
                },
                Notice::DraftPartlyUnreadable {
                    which: which.clone(),
                    kept: kept.clone(),
                },
                Notice::WrittenUnreadable {
                    reason: reason.clone(),
                    kept,
                },
            ]
        });
        let others = [
            Notice::DraftFound { answered: 7 },
            Notice::CannotPrint {
                address: "https://x".to_owned(),
            },
        ];
        let named = NAMED.map(|(notice, _)| notice);
        for notice in unreadable.into_iter().flatten().chain(others).chain(named) {
            let text = written(&notice).to_json();
            let node = Node::from_json(&text).expect("it was just written");
            assert_eq!(read(&node), Some(notice), "{text}");
        }
    }
}
