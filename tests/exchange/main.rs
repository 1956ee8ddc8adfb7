//! Proves that answers travel whole: as a code, as a file, as a table; that what was changed on the way is found; and
//! that nothing is resolved in silence.
//!
//! `EXCHANGE_CASES` multiplies how many answer sets each property is tried on.

mod code;
#[path = "../laws/draw.rs"]
mod draw;
mod drawn;
#[path = "../laws/generate.rs"]
#[allow(dead_code, reason = "the laws use more of it")]
mod generate;
#[path = "../standard/mod.rs"]
mod standard;
