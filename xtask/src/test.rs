//! `cargo xtask test`: everything, in an order in which the first failure is the one to mend.

use crate::process::{program, run as run_program};
use crate::setup::{self, Browser, Build, Engines, Servers};
use crate::{data, dist, parity, root, serve};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Stage {
    /// Set-up of tools and browser.
    Setup,
    /// Formatting.
    Fmt,
    /// Lints.
    Clippy,
    /// The data files.
    Check,
    /// The engine compiles without the views.
    Engine,
    /// Tests of Rust.
    Rust,
    /// `dist/`.
    Dist,
    /// Tests under Node.
    Node,
    /// Tests of the package: Vite, React, Vue, Node, types.
    Npm,
    /// Tests in a browser.
    Browser,
    /// Tests on pages of hosts, in three engines.
    Hosts,
    /// Tests of the shipped configuration in web servers.
    Servers,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; 12] = [
        Stage::Setup,
        Stage::Fmt,
        Stage::Clippy,
        Stage::Check,
        Stage::Engine,
        Stage::Rust,
        Stage::Dist,
        Stage::Node,
        Stage::Npm,
        Stage::Browser,
        Stage::Hosts,
        Stage::Servers,
    ];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Stage::Setup => "setup",
            Stage::Fmt => "fmt",
            Stage::Clippy => "clippy",
            Stage::Check => "check",
            Stage::Engine => "engine",
            Stage::Rust => "rust",
            Stage::Dist => "dist",
            Stage::Node => "node",
            Stage::Npm => "npm",
            Stage::Browser => "browser",
            Stage::Hosts => "hosts",
            Stage::Servers => "servers",
        }
    }

    /// The stage of that name.
    pub fn named(name: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.name() == name)
    }
}

/// Runs one stage, or all.
///
/// # Errors
/// Where a stage fails.
pub fn run(only: Option<Stage>) -> Result<()> {
    let stages: Vec<Stage> = only.map_or(Stage::ALL.to_vec(), |stage| vec![stage]);
    let mut tools = Tools::default();
    let mut times = Vec::new();
    for stage in stages {
        println!("\n== {} ==", stage.name());
        let begun = Instant::now();
        let passed = run_stage(stage, &mut tools);
        times.push((stage, begun.elapsed().as_secs_f32()));
        if let Err(error) = passed {
            println!("\n== FAILED: {} ==", stage.name());
            print_times(&times);
            return Err(error.context(format!("stage \"{}\"", stage.name())));
        }
    }
    println!("\n== passed ==");
    print_times(&times);
    Ok(())
}

fn print_times(times: &[(Stage, f32)]) {
    for (stage, seconds) in times {
        println!("  {:<8}{seconds:>7.1} s", stage.name());
    }
    let sum: f32 = times.iter().map(|(_, seconds)| seconds).sum();
    println!("  {:<8}{sum:>7.1} s", "together");
}

/// What the set-up found; a stage that runs alone sets up what it needs.
#[derive(Default)]
struct Tools {
    build: Option<Build>,
    browser: Option<Browser>,
    engines: Option<Engines>,
    servers: Option<Servers>,
}

impl Tools {
    fn build(&mut self) -> Result<Build> {
        match &self.build {
            Some(build) => Ok(build.clone()),
            None => Ok(self.build.insert(setup::for_build()?).clone()),
        }
    }

    fn browser(&mut self) -> Result<Browser> {
        match &self.browser {
            Some(browser) => Ok(browser.clone()),
            None => Ok(self.browser.insert(setup::for_tests()?).clone()),
        }
    }

    fn engines(&mut self) -> Result<Engines> {
        match &self.engines {
            Some(engines) => Ok(engines.clone()),
            None => Ok(self.engines.insert(setup::for_hosts()?).clone()),
        }
    }

    fn servers(&mut self) -> Result<Servers> {
        match &self.servers {
            Some(servers) => Ok(servers.clone()),
            None => Ok(self.servers.insert(setup::for_servers()?).clone()),
        }
    }
}

fn run_stage(stage: Stage, tools: &mut Tools) -> Result<()> {
    match stage {
        Stage::Setup => {
            tools.build()?;
            tools.browser()?;
            tools.engines()?;
            tools.servers()?;
            setup::for_package()?;
            Ok(())
        }
        Stage::Fmt => cargo(&["fmt", "--all", "--check"]).context("run `cargo fmt --all`"),
        Stage::Clippy => {
            let all = ["clippy", "--workspace", "--all-targets", "--all-features"];
            cargo(&[&all[..], &["--", "-D", "warnings"]].concat())?;
            // In the browser `{:?}` writes nothing: see the flags in setup/wasm_std.rs.
            let shipped = [
                "clippy",
                "--package",
                "readiness-check",
                "--lib",
                "--all-features",
            ];
            cargo(&[&shipped[..], &["--", "-D", "clippy::use_debug"]].concat())
        }
        Stage::Check => {
            let report = data::check(&root().join("data"));
            print!("{report}");
            if !report.is_clean() {
                bail!("the data is faulty: see above");
            }
            Ok(())
        }
        Stage::Engine => cargo(&[
            "check",
            "--package",
            "readiness-check",
            "--lib",
            "--no-default-features",
        ]),
        Stage::Rust => cargo(&["test", "--workspace", "--all-features"]),
        Stage::Dist => dist::run(&tools.build()?).map(drop),
        Stage::Node => {
            let mut node = node(&root().join("tests/node"), &["--test"])?;
            run_program(node.env("DIST", built()?).env("PARITY", parity_file()?))
        }
        Stage::Npm => as_package(&tools.browser()?),
        Stage::Browser => in_browser(&tools.browser()?).and_then(|()| in_old_browsers()),
        Stage::Hosts => on_hosts(&tools.browser()?, &tools.engines()?),
        Stage::Servers => in_servers(&tools.browser()?, &tools.servers()?),
    }
}

fn cargo(words: &[&str]) -> Result<()> {
    run_program(program("cargo").current_dir(root()).args(words))
}

/// Node with every `*.test.mjs` of a folder.
fn node(folder: &Path, words: &[&str]) -> Result<Command> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("{} is missing", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|file| file.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("{} holds no *.test.mjs", folder.display());
    }
    let mut node = program("node");
    node.current_dir(root()).args(words).args(files);
    Ok(node)
}

fn built() -> Result<PathBuf> {
    let dist = root().join("dist");
    if !dist.join("readiness-check.js").is_file() {
        bail!("dist/ is not built: run `cargo xtask dist`");
    }
    Ok(dist)
}

/// Assessments by the native build, for the tests to compare with.
fn parity_file() -> Result<PathBuf> {
    let file = root().join("target/parity.jsonl");
    parity::write(&file)?;
    Ok(file)
}

fn in_browser(browser: &Browser) -> Result<()> {
    let dist = built()?;
    let folder = root().join("tests/browser");
    let server = serve::Site::new(&dist)
        .with("/pages", &folder.join("pages"))
        .start(0)?;
    let mut node = node(&folder, &["--test", "--test-concurrency=1"])?;
    node.env("READINESS_ADDRESS", server.address())
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .env("DIST", dist)
        .env("PARITY", parity_file()?);
    run_program(&mut node)
}

/// The package as people install it.
fn as_package(browser: &Browser) -> Result<()> {
    let mut node = node(&root().join("tests/npm"), &["--test", "--test-concurrency=1"])?;
    node.env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .env("NPM_TESTS", setup::for_package()?)
        .env("DIST", built()?);
    run_program(&mut node)
}

fn on_hosts(browser: &Browser, engines: &Engines) -> Result<()> {
    let mut node = node(&root().join("tests/hosts"), &["--test", "--test-concurrency=1"])?;
    node.env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .env("FIREFOX", &engines.firefox)
        .env("GECKODRIVER", &engines.gecko_driver)
        .env("MINIBROWSER", &engines.mini_browser)
        .env("WEBKITDRIVER", &engines.webkit_driver)
        .env("XVFB", &engines.xvfb)
        .env("DIST", built()?);
    run_program(&mut node)
}

/// The same widget in the oldest browsers that it promises to run in.
fn in_old_browsers() -> Result<()> {
    let browsers = setup::for_old_browsers()?.into_iter();
    let listed: Vec<String> = browsers
        .map(|(version, folder)| format!("{version}={}", folder.display()))
        .collect();
    let mut node = node(&root().join("tests/old"), &["--test", "--test-concurrency=1"])?;
    run_program(node.env("DIST", built()?).env("OLD_CHROMIUMS", listed.join(";")))
}

fn in_servers(browser: &Browser, servers: &Servers) -> Result<()> {
    let mut node = node(&root().join("tests/servers"), &["--test", "--test-concurrency=1"])?;
    node.env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .env("NGINX_PROGRAM", &servers.nginx)
        .env("APACHE_PROGRAM", &servers.apache)
        .env("DIST", built()?);
    run_program(&mut node)
}
