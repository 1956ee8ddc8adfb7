//! The module once more as JavaScript, for where WebAssembly is missing or refused. `www/element/plain.js` lets the same glue
//! drive it.

use crate::process::{program, run};
use crate::root;
use crate::setup::Build;
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::fs;

/// The features that the module may have: see `Cargo.toml`.
const FEATURES: [&str; 2] = ["--mvp-features", "--enable-mutable-globals"];
/// Where translations are kept by what they were made from: one takes a quarter of a minute.
const KEPT: &str = "target/wasm2js";

/// A script that declares `instantiate`, a function that takes the imports of this module and gives its exports.
///
/// # Errors
/// Where binaryen fails.
pub fn translated(build: &Build, module: &[u8]) -> Result<String> {
    let digest = Sha256::digest(module);
    let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let folder = root().join(KEPT);
    let kept = folder.join(format!("{name}.js"));
    if !kept.is_file() {
        println!("dist: wasm2js translates the module (about a quarter of a minute)");
        // Those of former modules.
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let (wasm, part) = (folder.join("module.wasm"), folder.join("part.js"));
        fs::write(&wasm, module)?;
        // Not an ES module that makes one instance when it is imported, but a function.
        let form = ["--emscripten", "-O1"];
        run(program(&build.wasm2js).args(FEATURES).args(form).arg(&wasm).arg("-o").arg(&part))?;
        fs::rename(&part, &kept)?;
    }
    Ok(fs::read_to_string(&kept)?)
}
