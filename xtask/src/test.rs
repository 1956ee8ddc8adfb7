//! `cargo xtask test`: everything, in an order in which the first failure is the one to mend.

mod certificate;
mod times;

use crate::process::{program, run as run_program};
use crate::setup::{self, Variables};
use crate::{data, dist, parity, root, serve};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::thread::available_parallelism;
use std::time::Instant;
use times::Times;

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// Set-up of tools and browsers
    Setup,
    /// Formatting
    Fmt,
    /// Lints
    Clippy,
    /// The data files
    Check,
    /// The engine compiles without the views
    Engine,
    /// Tests of Rust
    Rust,
    /// dist/
    Dist,
    /// Tests under Node
    Node,
    /// Tests of the package: Vite, Parcel, React, Vue, Node, types
    Npm,
    /// Tests in Chromium
    Browser,
    /// Tests in the oldest browsers
    Old,
    /// Tests on pages of hosts, in three engines
    Hosts,
    /// Tests of the shipped configuration in web servers
    Servers,
}

impl Stage {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// Runs one stage, or all.
///
/// # Errors
/// Where a stage fails.
pub fn run(only: Option<Stage>) -> Result<()> {
    let stages = only.map_or(Stage::value_variants().to_vec(), |stage| vec![stage]);
    let mut times = Times::default();
    let mut passed = Ok(());
    let mut building = None;
    for stage in stages {
        if stage == Stage::Clippy && only.is_none() {
            building = Some(Building::start()?);
        }
        println!("\n== {} ==", stage.name());
        let begun = Instant::now();
        passed = match building.take_if(|_| stage == Stage::Dist) {
            Some(building) => building.end(),
            None => run_stage(stage, &mut times),
        }
        .with_context(|| format!("stage \"{}\"", stage.name()));
        times.stages.push((begun.elapsed(), stage.name()));
        if passed.is_err() {
            println!("\n== FAILED: {} ==", stage.name());
            break;
        }
    }
    println!("{times}");
    passed
}

/// `dist/` being built beside lints and tests of Rust: linking the module keeps one core busy for a minute, and they take
/// the other. It ends with this value.
struct Building(Child);

impl Building {
    fn log() -> PathBuf {
        root().join("target/tests-dist.log")
    }

    fn start() -> Result<Self> {
        let log = File::create(Self::log())?;
        let mut xtask = program(env::current_exe()?);
        xtask.arg("dist").stderr(log.try_clone()?).stdout(log);
        Ok(Self(xtask.spawn().context("the build of dist/ cannot be started")?))
    }

    /// Waits for the end and shows what the build said.
    fn end(mut self) -> Result<()> {
        let built = self.0.wait()?.success();
        print!("{}", fs::read_to_string(Self::log())?);
        if !built {
            bail!("dist/ cannot be built: see above");
        }
        Ok(())
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        // It has ended already, unless a stage before it failed.
        let _ = self.0.kill();
    }
}

fn run_stage(stage: Stage, times: &mut Times) -> Result<()> {
    match stage {
        Stage::Setup => {
            setup::for_build()?;
            ["browser", "hosts", "npm", "old", "servers"]
                .iter()
                .try_for_each(|folder| setup::for_tests(folder).map(drop))
        }
        Stage::Fmt => cargo("fmt --all --check").context("run `cargo fmt --all`"),
        Stage::Clippy => cargo("clippy --workspace --all-targets --all-features --locked -- -D warnings"),
        Stage::Check => {
            let report = data::check(&root().join("data"));
            print!("{report}");
            if !report.is_clean() {
                bail!("the data is faulty: see above");
            }
            Ok(())
        }
        Stage::Engine => cargo("check --package readiness-check --lib --no-default-features --locked"),
        Stage::Rust => times.of_cargo("test --workspace --all-features --locked"),
        Stage::Dist => dist::run(&setup::for_build()?).map(drop),
        Stage::Node => node("node", vec![("PARITY", parity_file()?)], times),
        Stage::Browser => {
            let server = site(&root().join("dist"))?;
            let own = [
                ("READINESS_ADDRESS", server.address().into()),
                ("PARITY", parity_file()?),
                ("CERTIFICATE", certificate::make()?.into()),
            ];
            node("browser", own.into(), times)
        }
        Stage::Npm | Stage::Old | Stage::Hosts | Stage::Servers => {
            node(&stage.name(), Variables::new(), times)
        }
    }
}

/// Builds `dist/` and takes the pictures of every place for the documentation.
///
/// # Errors
/// Where the build fails, or a place cannot be reached.
pub fn pictures() -> Result<()> {
    let dist = dist::run(&setup::for_build()?)?;
    let browser = setup::for_tests("browser")?;
    let server = site(&dist)?;
    let mut node = program("node");
    node.current_dir(root())
        .args(["--test", "tests/browser/pictures.mjs"])
        .envs(browser)
        .env("READINESS_ADDRESS", server.address())
        .env("DIST", dist);
    run_program(&mut node)
}

/// Serves `dist/` with the pages of the browser tests.
fn site(dist: &Path) -> Result<serve::Server> {
    serve::Site::new(dist).with("/pages", &root().join("tests/browser/pages")).start(0)
}

fn cargo(words: &str) -> Result<()> {
    run_program(program("cargo").current_dir(root()).args(words.split(' ')))
}

/// Runs every `*.test.mjs` of a folder of `tests/`, several at once: each waits most of the time for browsers of its own.
fn node(folder: &str, own: Variables, times: &mut Times) -> Result<()> {
    let dist = root().join("dist");
    if !dist.join("readiness-check.js").is_file() {
        bail!("dist/ is not built: run `cargo xtask dist`");
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join("tests").join(folder))? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().ends_with(".test.mjs") {
            files.push((entry.metadata()?.len(), entry.path()));
        }
    }
    if files.is_empty() {
        bail!("tests/{folder} holds no *.test.mjs");
    }
    // The long ones first, so that none is left to run by itself at the end.
    files.sort();
    let files = files.into_iter().rev().map(|(_, file)| file);
    // One more than there are cores, since a test also waits.
    let at_once = 1 + available_parallelism().map_or(1, NonZero::get);
    let report = root().join(format!("target/tests-{folder}.tsv"));
    let mut node = program("node");
    node.current_dir(root())
        .args(["--test", &format!("--test-concurrency={at_once}")])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .args([
            "--test-reporter=./tests/times.mjs",
            &format!("--test-reporter-destination={}", report.display()),
        ])
        .args(files)
        .envs(setup::for_tests(folder)?)
        .envs(own)
        .env("DIST", dist);
    let passed = run_program(&mut node);
    times.of_node(&report)?;
    passed
}

/// Assessments by the native build, for the tests to compare with.
fn parity_file() -> Result<OsString> {
    let file = root().join("target/parity.jsonl");
    parity::write(&file)?;
    Ok(file.into())
}
