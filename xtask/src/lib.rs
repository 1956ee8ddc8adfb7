//! The project's commands, as a library so that tests can call them.

pub mod bench;
pub mod command;
pub mod data;
pub mod dist;
pub mod embed_check;
pub mod package;
pub mod parity;
pub mod process;
pub mod serve;
pub mod setup;
pub mod test;

use std::path::PathBuf;

/// The repository: the folder above this crate.
pub fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}
