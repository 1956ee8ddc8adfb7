//! Where on a sheet something stands.

use super::Extra;

/// A place of a set of answers, at which two sets may differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The track.
    Track,
    /// A question, by its index.
    Answer(usize),
    /// A path in what is kept beside the answers, as [`super::Answers::kept`] takes it.
    Beside(Extra, Vec<String>),
}
