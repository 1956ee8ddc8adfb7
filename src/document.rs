//! A document from outside, before anything is believed of it: a tree of values that keeps the order and the
//! repetition of its keys, places in it, and the faults found there.

use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

mod json;
mod place;
pub use json::Json;
pub use place::{Faults, Fields, Place, repeated};

/// How deep a document may be nested. Ours need 6; a JavaScript object may contain itself.
const MOST_LEVELS: u8 = 32;

/// A value of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `null`, or `undefined` where the document comes from JavaScript.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object: keys in the order of the document, repeated ones included.
    Map(Vec<(String, Node)>),
}

// No number of a document is "not a number": JSON has none.
impl Eq for Node {}

/// What is wrong with a document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Stable name of the kind of fault, for programs.
    pub code: &'static str,
    /// JSON pointer (RFC 6901) to the place; empty for the whole document.
    pub path: String,
    /// What is wrong and what is allowed, in English.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() {
            "the document"
        } else {
            &self.path
        };
        write!(f, "{path}: {}", self.message)
    }
}

impl std::error::Error for Fault {}

impl Node {
    /// Reads a document from JSON text.
    ///
    /// # Errors
    /// `not-json` with line and column where it is not JSON (or nested deeper than 32 levels).
    pub fn from_json(text: &str) -> Result<Node, Fault> {
        json::read(text).map_err(|(wrong, at)| {
            let before = &text.as_bytes()[..at.min(text.len())];
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
            Fault {
                code: "not-json",
                path: String::new(),
                message: format!("{wrong} at line {line} column {column}"),
            }
        })
    }

    /// A string.
    pub fn text(text: &str) -> Node {
        Node::Text(text.to_owned())
    }

    /// A whole number below 2^53, where doubles are exact.
    pub fn whole(number: i64) -> Node {
        Node::Number(number as f64)
    }

    /// A number given in hundredths.
    pub fn hundredths(number: i64) -> Node {
        Node::Number(number as f64 / 100.0)
    }

    /// An object of these keys, in this order.
    pub fn map<const N: usize>(entries: [(&str, Node); N]) -> Node {
        Node::map_of(entries.into())
    }

    fn map_of(entries: Vec<(&str, Node)>) -> Node {
        let owned = |(key, node): (&str, Node)| (key.to_owned(), node);
        Node::Map(entries.into_iter().map(owned).collect())
    }

    /// The document as JSON text.
    pub fn to_json(&self) -> String {
        let mut text = String::new();
        json::write(self, &mut text);
        text
    }

    /// The value at `key`, where this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match self {
            Node::Map(entries) => entries
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Null => serializer.serialize_unit(),
            Node::Bool(value) => serializer.serialize_bool(*value),
            // 8.0 is written as 8, as JavaScript does.
            Node::Number(value) if value.fract() == 0.0 && value.abs() < 9e15 => {
                serializer.serialize_i64(*value as i64)
            }
            Node::Number(value) => serializer.serialize_f64(*value),
            Node::Text(value) => serializer.serialize_str(value),
            Node::List(items) => serializer.collect_seq(items),
            Node::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_repetition_of_keys_are_kept() {
        let node = Node::from_json(r#"{"b":1,"a":[true,null],"b":"x"}"#).expect("JSON");
        assert_eq!(node.to_json(), r#"{"b":1,"a":[true,null],"b":"x"}"#);
    }

    #[test]
    fn what_is_not_json_is_said_with_its_place() {
        let fault = Node::from_json("{\"a\":1,\n]").expect_err("not JSON");
        assert_eq!((fault.code, fault.path.as_str()), ("not-json", ""));
        assert!(fault.message.contains("line 2 column 1"), "{}", fault.message);
        assert!(Node::from_json("1 2").is_err(), "something follows the document");
        assert!(Node::from_json("").is_err());
    }

    #[test]
    fn a_document_deeper_than_32_levels_is_refused() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(Node::from_json(&nested(32)).is_ok());
        assert!(
            Node::from_json(&nested(33))
                .expect_err("too deep")
                .message
                .contains("too deep")
        );
        assert!(Node::from_json(&nested(100_000)).is_err());
    }
}
