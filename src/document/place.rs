//! Reading a document place by place, collecting every fault instead of stopping at the first.

use super::{Fault, Node};
use std::cell::RefCell;

/// The faults found so far.
#[derive(Default)]
pub struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    /// All faults, in the order in which they were found.
    pub fn into_vec(self) -> Vec<Fault> {
        self.0.into_inner()
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    fn push(&self, fault: Fault) {
        self.0.borrow_mut().push(fault);
    }
}

/// A value of a document together with where it stands.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The value.
    pub node: &'a Node,
    step: Step<'a>,
    parent: Option<&'a Place<'a>>,
    faults: &'a Faults,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Item(usize),
}

impl<'a> Place<'a> {
    /// The document itself; faults found below it are added to `faults`.
    pub fn root(node: &'a Node, faults: &'a Faults) -> Place<'a> {
        Place {
            node,
            step: Step::Root,
            parent: None,
            faults,
        }
    }

    /// JSON pointer to this place.
    pub fn pointer(&self) -> String {
        let mut pointer = self.parent.map(Place::pointer).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Key(key) => pointer.extend(["/", &key.replace('~', "~0").replace('/', "~1")]),
            Step::Item(index) => pointer.extend(["/", &index.to_string()]),
        }
        pointer
    }

    /// Notes a fault at this place.
    pub fn fault(&self, code: &'static str, message: impl Into<String>) {
        self.faults.push(Fault {
            code,
            path: self.pointer(),
            message: message.into(),
        });
    }

    /// Notes a fault that was found by reading the value here as a document of its own.
    pub fn fault_below(&self, fault: &Fault) {
        self.faults.push(Fault {
            path: self.pointer() + &fault.path,
            ..fault.clone()
        });
    }

    /// Whether no fault was found here or below so far. What stands in for a faulty value must not make another fault.
    pub fn is_sound(&self) -> bool {
        let here = self.pointer();
        let faults = self.faults.0.borrow();
        let below = |path: &str| {
            path.strip_prefix(&here)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        !faults.iter().any(|fault| below(&fault.path))
    }

    fn wrong_type<T>(&self, expected: &str) -> Option<T> {
        let found = match self.node {
            Node::Null => "nothing",
            Node::Bool(_) => "true or false",
            Node::Number(_) => "a number",
            Node::Text(_) => "a text",
            Node::List(_) => "a list",
            Node::Map(_) => "an object",
        };
        self.fault("wrong-type", format!("is {found}; expected {expected}"));
        None
    }

    /// The string here, or a fault.
    pub fn text(&self) -> Option<&'a str> {
        match self.node {
            Node::Text(text) => Some(text),
            _ => self.wrong_type("a text"),
        }
    }

    /// The number here, or a fault.
    pub fn number(&self) -> Option<f64> {
        match self.node {
            Node::Number(number) => Some(*number),
            _ => self.wrong_type("a number"),
        }
    }

    /// The whole number here, within `min..=max`, or a fault.
    pub fn whole(&self, min: i64, max: i64) -> Option<i64> {
        let number = self.number()?;
        let whole = number.round();
        if !is_rounded(number, whole) {
            self.fault(
                "not-whole",
                format!("is {}; expected a whole number", shown(number)),
            );
            return None;
        }
        self.within(whole as i64, number, min, max, 1)
    }

    /// The number here in hundredths, within `min..=max` hundredths and with at most two decimals, or a fault.
    pub fn hundredths(&self, min: i64, max: i64) -> Option<i64> {
        let number = self.number()?;
        let hundredths = (number * 100.0).round();
        if hundredths.abs() < 9e15 && !is_rounded(number, hundredths / 100.0) {
            self.fault(
                "too-many-decimals",
                format!("is {}; expected at most two decimals", shown(number)),
            );
            return None;
        }
        self.within(hundredths as i64, number, min, max, 100)
    }

    fn within(&self, value: i64, found: f64, min: i64, max: i64, unit: i64) -> Option<i64> {
        if found.is_finite() && (min..=max).contains(&value) {
            return Some(value);
        }
        let (min, max) = (shown(min as f64 / unit as f64), shown(max as f64 / unit as f64));
        let found = shown(found);
        self.fault("out-of-bounds", format!("is {found}; expected {min} to {max}"));
        None
    }

    /// `true` or `false`, or a fault.
    pub fn boolean(&self) -> Option<bool> {
        match self.node {
            Node::Bool(value) => Some(*value),
            _ => self.wrong_type("true or false"),
        }
    }

    /// The places of the list here; a fault, and none, where there is no list.
    pub fn items(&'a self) -> impl Iterator<Item = Place<'a>> {
        let items = match self.node {
            Node::List(items) => items.as_slice(),
            _ => {
                self.wrong_type::<()>("a list");
                &[]
            }
        };
        items.iter().enumerate().map(|(index, node)| Place {
            node,
            step: Step::Item(index),
            parent: Some(self),
            faults: self.faults,
        })
    }

    /// The fields of the object here, or a fault.
    pub fn fields(&'a self) -> Option<Fields<'a>> {
        match self.node {
            Node::Map(entries) => Some(Fields {
                place: self,
                entries,
                known: RefCell::default(),
            }),
            _ => self.wrong_type("an object"),
        }
    }
}

/// The fields of an object. Every key must be asked for; `close` calls the others unknown.
pub struct Fields<'a> {
    place: &'a Place<'a>,
    entries: &'a [(String, Node)],
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    fn at(&self, index: usize) -> Place<'a> {
        let (key, node) = &self.entries[index];
        Place {
            node,
            step: Step::Key(key),
            parent: Some(self.place),
            faults: self.place.faults,
        }
    }

    /// The place of `key`, if the object has it.
    pub fn get(&self, key: &'static str) -> Option<Place<'a>> {
        self.known.borrow_mut().push(key);
        let index = self.entries.iter().position(|(name, _)| name == key)?;
        Some(self.at(index))
    }

    /// The place of `key`; a fault where the object lacks it.
    pub fn need(&self, key: &'static str) -> Option<Place<'a>> {
        let place = self.get(key);
        if place.is_none() {
            self.place
                .fault("missing-key", format!("the key \"{key}\" is missing"));
        }
        place
    }

    /// Every key and its place, in the order of the document: for objects whose keys are data. A key that stands
    /// twice is a fault.
    pub fn all(&self) -> impl Iterator<Item = (&'a str, Place<'a>)> {
        self.refuse_repetition();
        (0..self.entries.len()).map(|index| (self.entries[index].0.as_str(), self.at(index)))
    }

    /// Calls every key unknown that was not asked for, says which ones are known, and refuses repeated keys.
    pub fn close(self) {
        self.refuse_repetition();
        let known = self.known.borrow();
        for (index, (key, _)) in self.entries.iter().enumerate() {
            if !known.contains(&key.as_str()) {
                let known = known.join(", ");
                self.at(index).fault(
                    "unknown-key",
                    format!("the key \"{key}\" is not known here; known are {known}"),
                );
            }
        }
    }

    fn refuse_repetition(&self) {
        let keys: Vec<&str> = self.entries.iter().map(|(key, _)| key.as_str()).collect();
        for index in repeated(&keys) {
            let key = keys[index];
            self.at(index)
                .fault("duplicate-key", format!("the key \"{key}\" stands twice"));
        }
    }
}

/// The indexes of the names that stand earlier in the list already, in order.
pub fn repeated(names: &[&str]) -> Vec<usize> {
    let mut sorted: Vec<(&str, usize)> = names
        .iter()
        .enumerate()
        .map(|(index, name)| (*name, index))
        .collect();
    sorted.sort_unstable();
    let pairs = sorted.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    let mut repeated: Vec<usize> = pairs.map(|pair| pair[1].1).collect();
    repeated.sort_unstable();
    repeated
}

/// Whether a number is `exact` but for what a few sums of doubles lose, as 0.1 + 0.2 does.
fn is_rounded(number: f64, exact: f64) -> bool {
    (number - exact).abs() <= 16.0 * f64::EPSILON * number.abs().max(1.0)
}

/// A number for a message, as JavaScript gives it: all digits that make it this number and no other, at most 24 characters.
fn shown(number: f64) -> String {
    if number != 0.0 && !(1e-6..1e21).contains(&number.abs()) {
        format!("{number:e}")
    } else {
        number.to_string()
    }
}

#[cfg(test)]
mod tests;
