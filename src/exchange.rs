//! How answers travel and are checked: as a file, as a table for spreadsheets, as a short code; what two sets of
//! answers disagree on, and whether a print still says what it said. Pure: dates come from outside, and nothing is ever
//! resolved in silence.

mod code;

pub use code::{CodeFault, decode, encode, longest};
