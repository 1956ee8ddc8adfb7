//! A document from outside, before anything is believed of it: a tree of values that keeps the order
//! and the repetition of its keys, and the faults found in it.

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
    /// JSON pointer (RFC 6901) to the place.
    pub path: String,
    /// What is wrong and what is allowed, in English.
    pub message: String,
}
