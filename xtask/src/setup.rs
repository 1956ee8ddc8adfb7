//! Setting up what a fresh machine lacks.
//!
//! A step that finds its result prints one line and does nothing. Tools go into a cache of the user, one folder
//! for each tool and version, so that the next clone finds them; the system's packages are installed only where
//! that needs no password.

mod apt;
mod cache;
mod old_browsers;
mod programs;
mod tools;
mod wasm_std;
mod wasm_target;

use anyhow::{Context, Result, bail};
use cache::Cache;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// Variables with what they name.
pub type Variables = Vec<(&'static str, OsString)>;

/// What a build needs.
#[derive(Clone, Debug)]
pub struct Build {
    /// `wasm-pack`.
    pub wasm_pack: PathBuf,
    /// Its environment, the search path included; what has no value is taken out of it.
    pub environment: Vec<(&'static str, Option<OsString>)>,
    /// The minifier.
    pub esbuild: PathBuf,
    /// What translates a module to JavaScript.
    pub wasm2js: PathBuf,
}

/// Sets up what a build needs.
///
/// # Errors
/// Where a step fails or needs rights that this process lacks; the message says what to run.
pub fn for_build() -> Result<Build> {
    let cache = Cache::of_user()?;
    let target = step("wasm target", || wasm_target::ensure(&cache))?;
    let wasm_pack = step("wasm-pack", || tools::wasm_pack(&cache))?;
    let bindgen = step("wasm-bindgen", || tools::wasm_bindgen(&cache))?;
    let npm = step("wasm-opt and esbuild", || tools::from_npm(&cache))?;
    let folders = [target.path, wasm_pack.clone(), bindgen, npm.clone()];
    let mut environment = target.environment;
    environment.push(("PATH", Some(crate::process::path_with(&folders)?)));
    Ok(Build {
        wasm_pack: wasm_pack.join("wasm-pack"),
        environment,
        esbuild: npm.join("esbuild"),
        wasm2js: npm.join("wasm2js"),
    })
}

impl Build {
    /// Gives a program the environment of the compiler.
    pub fn set_environment(&self, program: &mut Command) {
        for (key, value) in &self.environment {
            match value {
                Some(value) => program.env(key, value),
                None => program.env_remove(key),
            };
        }
    }
}

/// Sets up the peers that the benchmarks compare with; gives the folder of their packages.
///
/// # Errors
/// Where npm cannot install them.
pub fn for_peers() -> Result<PathBuf> {
    let cache = Cache::of_user()?;
    step("npm packages of the peers", || tools::for_peers(&cache))
}

/// Sets up what the tests in a folder of `tests/` need beyond a build; gives the variables by which they find it.
///
/// # Errors
/// Where a step fails or needs rights that this process lacks; the message says what to run.
pub fn for_tests(folder: &str) -> Result<Variables> {
    let cache = Cache::of_user()?;
    step("npm packages of the tests", tools::test_packages)?;
    let mut all = match folder {
        "node" | "old" => Variables::new(),
        _ => step("Chromium", || programs::ensure(&programs::CHROMIUM))?,
    };
    match folder {
        "hosts" => {
            all.extend(step("Firefox and WebKitGTK", || programs::ensure(&programs::ENGINES))?);
            let driver =
                || programs::find(&programs::GECKODRIVER).map_or_else(|| tools::gecko_driver(&cache), Ok);
            all.push(("GECKODRIVER", step("geckodriver", driver)?.into()));
        }
        "npm" => {
            let packages = step("Vite, React, Vue and TypeScript", || tools::for_package(&cache))?;
            all.push(("NPM_TESTS", packages.into()));
        }
        "old" => all.push(("OLD_CHROMIUMS", step("Chromium 80 and 92", || old_browsers::ensure(&cache))?)),
        "servers" => all.extend(step("nginx and Apache", || programs::ensure(&programs::SERVERS))?),
        _ => {}
    }
    Ok(all)
}

fn step<T>(name: &str, ensure: impl FnOnce() -> Result<T>) -> Result<T> {
    let begun = Instant::now();
    let result = ensure().with_context(|| format!("set-up of {name}"))?;
    match begun.elapsed().as_secs() {
        0..3 => println!("set-up: {name}: ready"),
        seconds => println!("set-up: {name}: ready after {seconds} s"),
    }
    Ok(result)
}

/// Says what a step is about to do.
fn announce(what: &str, time: &str) {
    println!("set-up: {what} ({time})");
}

/// Expects a program on the search path.
fn need(name: &str, hint: &str) -> Result<PathBuf> {
    match crate::process::find(name) {
        Some(file) => Ok(file),
        None => bail!("`{name}` is not on the search path: {hint}"),
    }
}
