//! How answers travel and are checked: as a file, as a table for spreadsheets, as a short code; what two sets of
//! answers disagree on, and whether a print still says what it said. Pure: dates come from outside, and nothing is ever
//! resolved in silence.

mod arrival;
mod checked;
mod code;
pub mod file;
mod merge;
mod part;
pub mod table;
mod text;

pub use crate::answers::place::Place;
pub use arrival::{Arrival, ArrivalFault, Form, open};
pub use checked::{CheckResult, Checked, PRINTED_HASH, check, check_digits};
pub use code::{CodeFault, decode, encode, longest};
pub use merge::{Merge, Side, conflicts};
pub use part::{Back, Tally, back, handed_out, link};
pub use text::{MOST_BYTES, TextFault};
