//! The module in its two parts, its glue, and what is minified.

use super::split::{self, split};
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

/// What `wasm-pack` made, parted.
#[derive(Debug)]
pub struct Wasm {
    /// What is needed at once.
    pub first: Vec<u8>,
    /// What is loaded right after it.
    pub later: Vec<u8>,
    /// The glue: see [`many_times`].
    pub glue: String,
}

/// Builds the crate for browsers.
///
/// # Errors
/// Where the build fails, or leaves what `dist/` has no place for.
pub fn wasm(build: &Build) -> Result<Wasm> {
    println!("dist: wasm-pack builds the module (about two minutes the first time)");
    let out = "target/wasm-pack";
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
        .args(["--no-gitignore", "--out-dir", out, "."]);
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
    let glue = many_times(&glue)?;
    let parts = split(&fs::read(folder.join(MODULE))?, &LATER).context("the module cannot be parted")?;
    println!(
        "dist: {} functions come later; {} of them are called from the first part",
        parts.moved, parts.stubs
    );
    Ok(Wasm {
        first: reduced(build, &folder.join("first.wasm"), &parts.first)?,
        later: reduced(build, &folder.join("later.wasm"), &parts.later)?,
        glue,
    })
}

/// A module without what is there twice or for nothing, by way of `file`.
fn reduced(build: &Build, file: &Path, module: &[u8]) -> Result<Vec<u8>> {
    fs::write(file, module)?;
    run(program(&build.wasm_opt)
        .args(WASM_OPT)
        .arg(file)
        .arg("-o")
        .arg(file))?;
    let reduced = fs::read(file)?;
    split::valid(&reduced).with_context(|| format!("{} after wasm-opt", file.display()))?;
    Ok(reduced)
}

/// The glue as a function: each call gives glue for another instance, so that a fresh one can follow one that trapped.
/// What it gives holds the exports of the crate, `imports()` for the instance, and `begin(instance)`, which comes first.
/// It takes `outside`, through which every function passes that the module hands out to be called by events and timers.
///
/// # Errors
/// Where wasm-bindgen writes the glue in another way.
fn many_times(glue: &str) -> Result<String> {
    const LOADING: &str = "\nasync function __wbg_load(";
    const HANDED_OUT: &str = "return real;";
    let (body, _) = glue
        .split_once(LOADING)
        .context("the glue no longer has its own loading at the end")?;
    let mut given = String::new();
    let mut lines = String::new();
    for line in body.lines() {
        let plain = line.strip_prefix("export ").unwrap_or(line);
        if plain != line {
            let name = plain
                .strip_prefix("function ")
                .or(plain.strip_prefix("class "))
                .and_then(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
                .context("the glue exports what is neither function nor class")?;
            given = given + name + ", ";
        }
        lines = lines + plain + "\n";
    }
    if lines.matches(HANDED_OUT).count() != lines.matches("const real = ").count() {
        bail!("the glue hands out functions in another way");
    }
    let lines = lines.replace(HANDED_OUT, "return outside(real);");
    if given.is_empty() || lines.contains("import.meta") || lines.contains("\nimport ") {
        bail!("the glue exports nothing, or wants something of its own");
    }
    Ok(format!(
        "export default (outside) => {{\n{lines}return {{ {given}imports: __wbg_get_imports, begin: __wbg_finalize_init }};\n}};\n"
    ))
}

/// One script made of `file` and all that it imports, without what only their authors need.
///
/// # Errors
/// Where esbuild does not understand it.
pub fn bundled(build: &Build, file: &Path) -> Result<String> {
    let mut esbuild = program(&build.esbuild);
    esbuild
        .arg(file)
        .args([
            "--bundle",
            "--format=esm",
            "--charset=utf8",
            "--log-level=warning",
        ])
        .args(["--target=es2020", "--supported:import-meta=true"])
        .stdout(Stdio::piped());
    let output = esbuild.output().context("esbuild cannot be started")?;
    if !output.status.success() {
        bail!("esbuild refuses {}: see above", file.display());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// A source without what only its authors need.
///
/// # Errors
/// Where the minifier does not understand it.
pub fn minified(build: &Build, source: &str, kind: &str) -> Result<String> {
    let mut esbuild = program(&build.esbuild);
    esbuild
        .args(["--minify", "--charset=utf8", "--log-level=warning"])
        .arg(format!("--loader={kind}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    if kind == "js" {
        esbuild.args(["--target=es2020", "--supported:import-meta=true"]);
    }
    let mut running = esbuild.spawn().context("esbuild cannot be started")?;
    let mut input = running.stdin.take().context("esbuild takes no input")?;
    let source = source.to_owned();
    let writer = std::thread::spawn(move || input.write_all(source.as_bytes()));
    let output = running.wait_with_output()?;
    if !output.status.success() {
        bail!("esbuild refuses a file of kind {kind}: see above");
    }
    writer.join().ok().context("esbuild stopped reading")??;
    Ok(String::from_utf8(output.stdout)?)
}
