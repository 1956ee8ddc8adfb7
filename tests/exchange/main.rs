//! Proves that answers travel whole: as a code, as a file, as a table; that what was changed on the way is found; and
//! that nothing is resolved in silence.
//!
//! `EXCHANGE_CASES=50` tries each property fifty times as often as usual: 10⁵ codes and files.

mod arrival;
mod checked;
mod code;
#[path = "../laws/draw.rs"]
mod draw;
mod drawn;
mod file;
mod fixtures;
#[path = "../../fuzz/src/lib.rs"]
mod fuzzed;
#[path = "../laws/generate.rs"]
#[allow(dead_code, reason = "the laws use more of it")]
mod generate;
mod hash;
mod hostile;
mod merge;
mod part;
#[path = "../standard/mod.rs"]
mod standard;
mod table;
