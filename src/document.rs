//! A document from outside, before anything is believed of it: a tree of values that keeps the order and the
//! repetition of its keys, places in it, and the faults found there.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

mod place;
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
        let mut json = serde_json::Deserializer::from_str(text);
        let node = Node::from_serde(&mut json).and_then(|node| json.end().map(|()| node));
        node.map_err(|error| Fault {
            code: "not-json",
            path: String::new(),
            message: error.to_string(),
        })
    }

    /// Reads a document from any self-describing format of serde.
    ///
    /// # Errors
    /// Those of the format; values that JSON does not have, and more than 32 levels.
    pub fn from_serde<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Node, D::Error> {
        Level(MOST_LEVELS).deserialize(deserializer)
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
        Node::Map(entries.map(|(key, node)| (key.to_owned(), node)).into())
    }

    /// The document as JSON text.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a tree of strings and numbers always serialises")
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

/// Reads one value; the number is how many levels may still lie below it.
#[derive(Clone, Copy)]
struct Level(u8);

impl Level {
    fn below<E: Error>(self) -> Result<Level, E> {
        self.0
            .checked_sub(1)
            .map(Level)
            .ok_or_else(|| E::custom("the document is nested too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can hold")
    }
    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        self.deserialize(deserializer)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }
    // Beyond 2^53 a whole number may be rounded here; every bound of a standard lies far below.
    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }
    fn visit_string<E: Error>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let below = self.below()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(below)? {
            list.push(item);
        }
        Ok(Node::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let below = self.below()?;
        let mut map = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            map.push((key, entries.next_value_seed(below)?));
        }
        Ok(Node::Map(map))
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
