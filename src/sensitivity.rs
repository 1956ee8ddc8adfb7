//! What the answers hinge on: which single answer would turn a verdict, and which open question would narrow the range
//! of the index most. Everything is asked of [`assess`](crate::assess::assess) or read from what it said, so that it
//! cannot differ from the result.

mod open;
mod turns;

pub use open::{OpenQuestion, open_questions};
pub use turns::{Change, Direction, Sensitive, Turn, sensitivity};
