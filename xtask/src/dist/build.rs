//! The module and its glue, and what is minified.

use crate::process::{program, run};
use crate::root;
use crate::setup::Build;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

/// The name of the module.
const MODULE: &str = "readiness_check_bg.wasm";
const GLUE: &str = "readiness_check.js";

/// The oldest browsers that run the widget.
const FLOOR: &str = "chrome80,firefox78,safari14";

/// What `wasm-pack` made.
#[derive(Debug)]
pub struct Wasm {
    /// The module.
    pub module: Vec<u8>,
    /// The glue between it and JavaScript.
    pub glue: String,
}

/// Builds the crate for browsers by way of the folder `out`, with these words of cargo.
///
/// # Errors
/// Where the build fails, or leaves what `dist/` has no place for.
pub fn wasm(build: &Build, out: &str, words: &[&str]) -> Result<Wasm> {
    println!("dist: wasm-pack builds the module (about two minutes the first time)");
    let folder = root().join(out);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut wasm_pack = program(&build.wasm_pack);
    wasm_pack
        .current_dir(root())
        .args(["--quiet", "build", "--target", "web", "--release", "--no-pack", "--no-typescript"])
        .args(["--no-gitignore", "--out-dir", out, "."])
        .args(words)
        .arg("--locked");
    build.set_environment(&mut wasm_pack);
    run(&mut wasm_pack)?;
    if folder.join("snippets").exists() {
        bail!("the glue imports pieces of JavaScript from a dependency; dist/ has no place for them");
    }
    Ok(Wasm { module: fs::read(folder.join(MODULE))?, glue: fs::read_to_string(folder.join(GLUE))? })
}

/// One script made of `file` and all that it imports, without what only their authors need; once more for bundlers, where
/// `for_bundlers` says so.
///
/// # Errors
/// Where esbuild does not understand it.
pub fn bundled(build: &Build, file: &Path, for_bundlers: bool) -> Result<String> {
    let mut esbuild = program(&build.esbuild);
    esbuild
        .arg(file)
        .arg(format!("--define:BUNDLED={for_bundlers}"))
        .arg("--external:./readiness-check*")
        .args(["--bundle", "--format=esm", "--charset=utf8", "--log-level=warning"])
        .stdout(Stdio::piped());
    let output = esbuild.output().context("esbuild cannot be started")?;
    if !output.status.success() {
        bail!("esbuild refuses {}: see above", file.display());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// A script for browsers without modules, without what only its authors need, and in ASCII: pages in GBK read classic
/// scripts as GBK.
///
/// # Errors
/// Where the minifier does not understand it, or it needs more than ES5.
pub fn classic(build: &Build, source: &str) -> Result<String> {
    by_esbuild(build, source, &["--minify", "--loader=js", "--target=es5", "--charset=ascii"])
}

/// A source without what only its authors need.
///
/// # Errors
/// Where the minifier does not understand it.
pub fn minified(build: &Build, source: &str, kind: &str) -> Result<String> {
    for_floor(build, source, &["--minify", &format!("--loader={kind}")])
}

/// A script for bundlers, which minify it themselves and look at the comments in it.
///
/// # Errors
/// Where the minifier does not understand it.
pub fn for_bundlers(build: &Build, source: &str) -> Result<String> {
    for_floor(build, source, &["--minify-syntax", "--loader=js"])
}

fn for_floor(build: &Build, source: &str, words: &[&str]) -> Result<String> {
    let target = format!("--target={FLOOR}");
    // Safari 14 has an old fault in destructuring within parameters of arrow functions, and Chromium 80 one in `a?.(...b)`:
    // nothing here meets them.
    let known =
        ["--supported:import-meta=true", "--supported:destructuring=true", "--supported:optional-chain=true"];
    by_esbuild(build, source, &[words, &[target.as_str()], &known].concat())
}

fn by_esbuild(build: &Build, source: &str, words: &[&str]) -> Result<String> {
    let mut esbuild = program(&build.esbuild);
    esbuild
        .args(["--charset=utf8", "--log-level=warning"])
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut running = esbuild.spawn().context("esbuild cannot be started")?;
    let mut input = running.stdin.take().context("esbuild takes no input")?;
    let source = source.to_owned();
    let writer = std::thread::spawn(move || input.write_all(source.as_bytes()));
    let output = running.wait_with_output()?;
    if !output.status.success() {
        bail!("esbuild refuses a file: see above");
    }
    writer.join().ok().context("esbuild stopped reading")??;
    Ok(String::from_utf8(output.stdout)?)
}
