//! Tools from Rust's and Node's registries.

use crate::process::{npm, output, program, run};
use crate::root;
use crate::setup::cache::Cache;
use crate::setup::{announce, need};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

const WASM_PACK: &str = "0.15.1";
const GECKODRIVER: &str = "0.37.0";
const NODE: u32 = 20;
const PACKAGE: &str = include_str!("../../npm/package.json");
const LOCK: &str = include_str!("../../npm/package-lock.json");
const TESTS_PACKAGE: &str = include_str!("../../../tests/npm/package.json");
const TESTS_LOCK: &str = include_str!("../../../tests/npm/package-lock.json");
const PEERS_PACKAGE: &str = include_str!("../../../bench/peers/package.json");
const PEERS_LOCK: &str = include_str!("../../../bench/peers/package-lock.json");

/// The folder with `wasm-pack`.
pub fn wasm_pack(cache: &Cache) -> Result<PathBuf> {
    cargo_install(cache, "wasm-pack", WASM_PACK, &["--locked"])
}

/// The folder with `wasm-bindgen` of the version in `Cargo.lock`.
pub fn wasm_bindgen(cache: &Cache) -> Result<PathBuf> {
    let id = output(program("cargo").current_dir(root()).args(["pkgid", "--locked", "wasm-bindgen"]));
    let id = id.context("`cargo pkgid wasm-bindgen` does not answer")?;
    let version = id.rsplit(['@', '#']).next().unwrap_or_default();
    // Its own lock file may name versions that cannot be had any more.
    cargo_install(cache, "wasm-bindgen-cli", version, &[])
}

/// Firefox's driver.
pub fn gecko_driver(cache: &Cache) -> Result<PathBuf> {
    Ok(cargo_install(cache, "geckodriver", GECKODRIVER, &["--locked"])?.join("geckodriver"))
}

/// The folder with the programs of a crate.
fn cargo_install(cache: &Cache, name: &str, version: &str, more: &[&str]) -> Result<PathBuf> {
    let what = format!("cargo installs {name} {version}");
    let made = cache.get(&format!("{name}-{version}"), &what, "two to four minutes", |part| {
        let target = part.join("target");
        let mut cargo = program("cargo");
        cargo.current_dir(part).args(["install", name, "--version", version, "--quiet", "--no-track"]);
        cargo.arg("--root").arg(part).arg("--target-dir").arg(&target).args(more);
        run(cargo.env_remove("RUSTFLAGS"))?;
        Ok(fs::remove_dir_all(target)?)
    });
    Ok(made?.join("bin"))
}

/// The folder with `wasm-opt` and `esbuild`.
pub fn from_npm(cache: &Cache) -> Result<PathBuf> {
    let folder = npm_ci(cache, "npm", "binaryen and esbuild", PACKAGE, LOCK)?;
    Ok(folder.join("node_modules/.bin"))
}

/// The folder with what `tests/npm/package-lock.json` names.
pub fn for_package(cache: &Cache) -> Result<PathBuf> {
    let what = "Vite, Parcel, React, Vue and TypeScript";
    npm_ci(cache, "npm-tests", what, TESTS_PACKAGE, TESTS_LOCK)
}

/// The folder with what `bench/peers/package-lock.json` names.
pub fn for_peers(cache: &Cache) -> Result<PathBuf> {
    npm_ci(cache, "npm-peers", "the peers of the benchmarks", PEERS_PACKAGE, PEERS_LOCK)
}

/// A folder with the packages that a lock file names, whose digests npm compares.
fn npm_ci(cache: &Cache, name: &str, what: &str, package: &str, lock: &str) -> Result<PathBuf> {
    need_node()?;
    let name = format!("{name}-{}", short_digest(lock.as_bytes()));
    cache.get(&name, &format!("npm installs {what}"), "about half a minute", |part| {
        fs::write(part.join("package.json"), package)?;
        fs::write(part.join("package-lock.json"), lock)?;
        run(npm(part).arg("ci"))
    })
}

/// Installs what `tests/package-lock.json` names.
pub fn test_packages() -> Result<()> {
    need_node()?;
    let tests = root().join("tests");
    let lock = fs::read(tests.join("package-lock.json")).context("tests/package-lock.json")?;
    let digest = short_digest(&lock);
    let stamp = tests.join("node_modules").join(".installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|from| from == digest) {
        return Ok(());
    }
    announce("npm installs the packages of tests/package.json", "about half a minute");
    run(npm(&root()).args(["ci", "--prefix", "tests"]))?;
    Ok(fs::write(&stamp, digest)?)
}

fn need_node() -> Result<()> {
    let hint = format!("install Node.js {NODE} or newer with npm");
    need("node", &hint)?;
    need("npm", &hint)?;
    let version = output(program("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next();
    match major.and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= NODE => Ok(()),
        _ => bail!("node is {version}: {hint}"),
    }
}

fn short_digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
