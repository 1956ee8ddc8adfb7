//! A document from outside, before anything is believed of it: a tree of values that keeps the order and the
//! repetition of its keys, places in it, and the faults found there.

use std::fmt;

mod place;
mod read;
mod write;
pub use place::{Faults, Fields, Place, repeated};
pub use write::{Decimal, Entries};

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
        Node::from_json_around(text, 0)
    }

    /// Reads a document that holds another one `levels` levels inside it, which may be as deep as any.
    ///
    /// # Errors
    /// As those of [`Node::from_json`].
    pub fn from_json_around(text: &str, levels: u8) -> Result<Node, Fault> {
        read::Levels(MOST_LEVELS + levels)
            .read(text)
            .map_err(|error| Fault {
                code: "not-json",
                path: String::new(),
                message: error.to_string(),
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

    /// An object of these keys, in this order.
    pub fn map<const N: usize>(entries: [(&str, Node); N]) -> Node {
        let owned = |(key, node): (&str, Node)| (key.to_owned(), node);
        Node::Map(entries.into_iter().map(owned).collect())
    }

    /// The document as JSON text.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("the keys are texts, and nothing is left but to write them")
    }

    /// The value at a JSON pointer; of a key that stands twice the first one.
    pub fn at(&self, pointer: &str) -> Option<&Node> {
        pointer
            .split('/')
            .skip(1)
            .try_fold(self, |node, step| match node {
                Node::List(items) => items.get(step.parse::<usize>().ok()?),
                _ => node.get(&step.replace("~1", "/").replace("~0", "~")),
            })
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
