//! `cargo xtask test`: everything, in an order in which the first failure is the one to mend.

mod certificate;
mod times;

use crate::process::{program, run as run_program};
use crate::setup::{self, Variables};
use crate::{data, dist, parity, root, serve};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::ffi::OsString;
use std::fs;
use std::num::NonZero;
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
    /// Tests of the package: Vite, React, Vue, Node, types
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
    for stage in stages {
        println!("\n== {} ==", stage.name());
        let begun = Instant::now();
        passed = run_stage(stage, &mut times).with_context(|| format!("stage \"{}\"", stage.name()));
        times.stages.push((begun.elapsed(), stage.name()));
        if passed.is_err() {
            println!("\n== FAILED: {} ==", stage.name());
            break;
        }
    }
    println!("{times}");
    passed
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
            let pages = root().join("tests/browser/pages");
            let server = serve::Site::new(&root().join("dist")).with("/pages", &pages).start(0)?;
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
