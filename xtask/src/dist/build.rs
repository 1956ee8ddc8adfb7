//! The module in its two parts, its glue, and what is minified.

use super::split::{self, split};
use super::{glue, imports, plain};
use crate::process::{program, run};
use crate::root;
use crate::setup::Build;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The name of the module.
const MODULE: &str = "readiness_check_bg.wasm";
const GLUE: &str = "readiness_check.js";

/// The modules of the crate whose code comes later: what the screens behind the result are made of. A function of theirs
/// that the rest calls must be `#[inline(never)]`, or it comes with the caller.
const LATER: [&str; 10] = [
    "readiness_check::plan::",
    "readiness_check::compare::",
    "readiness_check::programmes::",
    "readiness_check::papers::",
    "readiness_check::outlook::",
    "readiness_check::strings::later::",
    "readiness_check::widget::later::",
    "readiness_check::widget::result::",
    "readiness_check::assess::document::",
    // What the build has checked is not checked again: only a standard of the host is.
    "readiness_check::standard::check::",
];

/// Only instructions that every browser with WebAssembly knows; and only what takes code away. `-Oz` makes the module a
/// tenth smaller, but what travels is compressed, and that it makes 3 kB larger.
const WASM_OPT: [&str; 4] = [
    "--mvp-features",
    // The parts share the pointer to the stack.
    "--enable-mutable-globals",
    "--duplicate-function-elimination",
    "--remove-unused-module-elements",
];

/// For the part that comes later, where a plan is worked out: nobody waits for its bytes, but for what it does. The
/// compiler was told to make it small; this undoes some of that, by putting small functions where they are called.
const QUICKER: [&str; 4] = [
    "-O3",
    "--always-inline-max-function-size=20",
    "--flexible-inline-max-function-size=60",
    "--one-caller-inline-max-function-size=400",
];

/// The oldest browsers that run the widget.
const FLOOR: &str = "chrome80,firefox78,safari14";

/// What `wasm-pack` made, parted.
#[derive(Debug)]
pub struct Wasm {
    /// What is needed at once.
    pub first: Vec<u8>,
    /// What is loaded right after it.
    pub later: Vec<u8>,
    /// The glue: see [`glue::many_times`].
    pub glue: String,
    /// The file of the whole module.
    pub whole: PathBuf,
}

/// Builds the crate for browsers by way of the folder `out`, with these features beside the usual ones.
///
/// # Errors
/// Where the build fails, or leaves what `dist/` has no place for.
pub fn wasm(build: &Build, out: &str, features: &[&str]) -> Result<Wasm> {
    println!("dist: wasm-pack builds the module (about two minutes the first time)");
    let folder = root().join(out);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut wasm_pack = program(&build.wasm_pack);
    wasm_pack
        .current_dir(root())
        .args([
            "--quiet",
            "build",
            "--target",
            "web",
            "--release",
            "--no-pack",
            "--no-typescript",
        ])
        .args(["--no-gitignore", "--out-dir", out, "."])
        .args(["--features", &features.join(",")]);
    for (key, value) in &build.environment {
        match value {
            Some(value) => wasm_pack.env(key, value),
            None => wasm_pack.env_remove(key),
        };
    }
    run(&mut wasm_pack)?;
    if folder.join("snippets").exists() {
        bail!("the glue imports pieces of JavaScript from a dependency; dist/ has no place for them");
    }
    let glue = fs::read_to_string(folder.join(GLUE))?;
    let (module, glue) = imports::shortened(&fs::read(folder.join(MODULE))?, &glue)?;
    fs::write(folder.join(MODULE), &module)?;
    let parts = split(&module, &LATER).context("the module cannot be parted")?;
    println!(
        "dist: {} functions come later; {} of them are called from the first part",
        parts.moved, parts.stubs
    );
    Ok(Wasm {
        first: reduced(build, &folder.join("first.wasm"), &parts.first, &[])?,
        later: reduced(build, &folder.join("later.wasm"), &parts.later, &QUICKER)?,
        glue: glue::many_times(&plain::glue(&glue)?)?,
        whole: folder.join(MODULE),
    })
}

/// A module without what is there twice or for nothing, by way of `file`; `more` says what else is done to it.
fn reduced(build: &Build, file: &Path, module: &[u8], more: &[&str]) -> Result<Vec<u8>> {
    fs::write(file, module)?;
    run(program(&build.wasm_opt)
        .args(WASM_OPT)
        .args(more)
        .arg(file)
        .arg("-o")
        .arg(file))?;
    let reduced = fs::read(file)?;
    split::valid(&reduced).with_context(|| format!("{} after wasm-opt", file.display()))?;
    Ok(reduced)
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
        .args([
            "--bundle",
            "--format=esm",
            "--charset=utf8",
            "--log-level=warning",
        ])
        .stdout(Stdio::piped());
    let output = esbuild.output().context("esbuild cannot be started")?;
    if !output.status.success() {
        bail!("esbuild refuses {}: see above", file.display());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// A script for browsers without modules, without what only its authors need.
///
/// # Errors
/// Where the minifier does not understand it, or it needs more than ES5.
pub fn classic(build: &Build, source: &str) -> Result<String> {
    by_esbuild(build, source, &["--loader=js", "--target=es5"])
}

/// A source without what only its authors need.
///
/// # Errors
/// Where the minifier does not understand it.
pub fn minified(build: &Build, source: &str, kind: &str) -> Result<String> {
    let loader = format!("--loader={kind}");
    let target = format!("--target={FLOOR}");
    // Safari 14 has an old fault in destructuring within parameters of arrow functions, which nothing here meets.
    let known = ["--supported:import-meta=true", "--supported:destructuring=true"];
    by_esbuild(build, source, &[&[loader.as_str(), &target][..], &known].concat())
}

/// A module of the build as a statement that makes `offlineModule`, its exports, and knows files by the names of the
/// one-file edition.
///
/// # Errors
/// Where the minifier does not understand it.
pub fn as_function(build: &Build, source: &str) -> Result<String> {
    let target = format!("--target={FLOOR}");
    let words = ["--loader=js", &target, "--supported:destructuring=true"];
    let form = [
        "--format=iife",
        "--global-name=offlineModule",
        "--define:fetch=offlineFetch",
    ];
    let here = ["--define:import.meta.url=offlineBase", "--define:URL=OfflineURL"];
    by_esbuild(build, source, &[&words[..], &form, &here].concat())
}

fn by_esbuild(build: &Build, source: &str, words: &[&str]) -> Result<String> {
    let mut esbuild = program(&build.esbuild);
    esbuild
        .args(["--minify", "--charset=utf8", "--log-level=warning"])
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
