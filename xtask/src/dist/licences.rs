//! The list of third-party crates in the module, with their licences: made anew at each build, so that it is true.

use crate::process::output;
use crate::root;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Writes `licences.txt` into `folder`.
///
/// # Errors
/// Where cargo cannot tell what the module is made of.
pub fn write(folder: &Path) -> Result<()> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root()).args([
        "tree",
        "--package",
        "readiness-check",
        "--target",
        "wasm32-unknown-unknown",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}\t{l}",
    ]);
    let tree = output(&mut cargo).context("cargo tree does not answer")?;
    let mut crates: Vec<String> = tree
        .lines()
        .filter(|line| !line.starts_with("readiness-check "))
        .map(|line| line.trim_end_matches(" (*)").replace('\t', "  "))
        .collect();
    crates.sort();
    crates.dedup();
    let own = fs::read_to_string(root().join("LICENSE-MIT"))?;
    let text = format!(
        "readiness-check is licensed under MIT or Apache-2.0.\n\n\
         The WebAssembly module may contain code of these crates, each under the licence beside it; copyright is with\n\
         their authors. Where several licences are offered, MIT is taken; its text stands below. ryu: Apache-2.0 or\n\
         BSL-1.0. unicode-ident also carries Unicode-3.0.\n\n{}\n\n----\n\n{own}",
        crates.join("\n"),
    );
    fs::write(folder.join("licences.txt"), text)?;
    Ok(())
}
