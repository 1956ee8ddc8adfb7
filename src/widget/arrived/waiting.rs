//! What waits beside the draft, as a text that outlives a reload.

use super::{Arrival, Arrived, Exchanging};
use crate::answers::Extra;
use crate::document::Node;
use crate::exchange::file::{self, File};
use crate::exchange::{ArrivalFault, Form, Place, Side};
use crate::standard::Standard;
use std::rc::Rc;

const FORMS: [(&str, Form); 4] = [
    ("file", Form::File),
    ("table", Form::Table),
    ("code", Form::Code),
    ("assessment", Form::Assessment),
];
const SIDES: [(&str, Side); 2] = [("mine", Side::Mine), ("theirs", Side::Theirs)];

/// The name of a value in a table.
fn name_in<T: Copy + PartialEq>(table: &[(&'static str, T)], value: T) -> Option<&'static str> {
    let found = table.iter().find(|(_, each)| *each == value);
    found.map(|(name, _)| *name)
}

impl Exchanging {
    /// Whether the same waits, with the same decisions.
    pub fn waits_like(&self, other: &Exchanging) -> bool {
        let same = match (&self.arrival, &other.arrival) {
            (Some(ours), Some(theirs)) => Rc::ptr_eq(ours, theirs),
            (ours, theirs) => ours.is_none() && theirs.is_none(),
        };
        same && self.decisions == other.decisions
    }

    /// What waits, and what is decided of it beside the standard that is shown. `offered` is the code in the address that was
    /// offered last. Nothing where nothing waits, or it could not be read: who has it may open it again.
    pub fn to_json(&self, shown: &Standard, offered: &str) -> Option<String> {
        let arrived = self.arrival.as_deref()?.as_ref().ok()?;
        let form = name_in(&FORMS, arrived.form)?;
        let decisions = self.decisions.iter().map(|(place, side)| {
            let side = name_in(&SIDES, *side).into_iter().map(str::to_owned);
            Node::List(side.chain(steps(place, shown)).map(Node::Text).collect())
        });
        let text = file::write_as_saved(
            &arrived.standard,
            &arrived.answers,
            arrived.saved.as_ref(),
            arrived.part.as_ref(),
        );
        let waiting = Node::map([
            ("form", Node::text(form)),
            ("file", Node::Text(text)),
            ("decisions", Node::List(decisions.collect())),
            ("offered", Node::text(offered)),
        ]);
        Some(waiting.to_json())
    }

    /// Reads what waited, with the standards that are loaded, and gives the code in the address that was offered last. Nothing
    /// where it is no such text.
    pub fn from_json(
        text: &str,
        shown: &Standard,
        standards: &[Rc<Standard>],
    ) -> Option<(Exchanging, String)> {
        let node = Node::from_json(text).ok()?;
        let at = |key| match node.get(key) {
            Some(Node::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let form = FORMS.iter().find(|(name, _)| at("form") == Some(*name))?.1;
        let decisions = match node.get("decisions")? {
            Node::List(decisions) => decisions.iter().filter_map(|decision| decided(decision, shown)),
            _ => return None,
        };
        let exchanging = Exchanging {
            arrival: Some(Rc::new(arrival(at("file")?, form, shown, standards))),
            decisions: decisions.collect(),
            ..Exchanging::default()
        };
        Some((exchanging, at("offered")?.to_owned()))
    }
}

fn arrival(text: &str, form: Form, shown: &Standard, standards: &[Rc<Standard>]) -> Arrival {
    let among: Vec<&Standard> = standards.iter().map(AsRef::as_ref).collect();
    let File {
        standard,
        answers,
        saved,
        part,
    } = file::read(text.as_bytes(), &among).map_err(ArrivalFault::File)?;
    let arrived = Arrived {
        standard: standards[standard].clone(),
        answers,
        saved,
        part,
        form,
    };
    arrived.fitting(shown)
}

/// Where a place is, by the names that outlive a change of the standard's data.
fn steps(place: &Place, shown: &Standard) -> Vec<String> {
    match place {
        Place::Track => vec!["track".to_owned()],
        Place::Answer(question) => vec!["answers".to_owned(), shown.questions[*question].id.clone()],
        Place::Beside(extra, path) => {
            let steps = std::iter::once(extra.key().to_owned());
            steps.chain(path.iter().cloned()).collect()
        }
    }
}

fn decided(decision: &Node, shown: &Standard) -> Option<(Place, Side)> {
    let Node::List(steps) = decision else { return None };
    let step = |step: &Node| match step {
        Node::Text(text) => Some(text.clone()),
        _ => None,
    };
    let steps: Vec<String> = steps.iter().map(step).collect::<Option<_>>()?;
    let (side, steps) = steps.split_first()?;
    let (key, path) = steps.split_first()?;
    let place = match (key.as_str(), path) {
        ("track", []) => Place::Track,
        ("answers", [id]) => Place::Answer(shown.question(id)?),
        (key, path) => {
            let extra = Extra::ALL.into_iter().find(|extra| extra.key() == key)?;
            Place::Beside(extra, path.to_vec())
        }
    };
    Some((place, SIDES.iter().find(|(name, _)| name == side)?.1))
}
