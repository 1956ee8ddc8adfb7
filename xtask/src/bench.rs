//! `cargo xtask bench`: how quick the widget is beside its peers, as ratios within one run. Nothing here passes or fails.

use crate::process::{program, run as run_program};
use crate::setup::Build;
use crate::{data, dist, root, serve, setup};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The standard for which plans are timed: the full one.
const PLANNED: &str = "ningbo-3511-2018";

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds `dist/` and runs every benchmark of `bench/`: with `quick` in five minutes, with `out` written down there too.
///
/// # Errors
/// Where the build or a benchmark fails; never where a goal is missed.
pub fn run(quick: bool, out: Option<&Path>) -> Result<()> {
    let build = setup::for_build()?;
    let dist = dist::run(&build)?;
    let browser = setup::for_tests("browser")?;
    let peers = setup::for_peers()?;
    let generated = root().join("target/bench");
    fs::create_dir_all(&generated)?;
    engine(&build, &generated)?;
    let server = serve::Site::new(&dist).with("/bench", &generated).start(0)?;
    let mut node = program("node");
    node.arg(root().join("bench/main.mjs"))
        .env("BENCH", &generated)
        .env("DIST", &dist)
        .env("PEERS", peers)
        .env("SMOKE", smoke(&build, &generated)?)
        .env("READINESS_ADDRESS", server.address())
        .envs(browser);
    if quick {
        node.arg("--quick");
    }
    if let Some(out) = out {
        node.arg("--out").arg(out);
    }
    run_program(&mut node)
}

/// Builds the module of the page `wasm-smoke`.
fn smoke(build: &Build, folder: &Path) -> Result<PathBuf> {
    println!("bench: the scorer of a page written by hand");
    let target = folder.join("wasm-smoke");
    let mut cargo = program("cargo");
    cargo.current_dir(root().join("bench/peers/pages/wasm-smoke"));
    cargo.args(["build", "--quiet", "--release", "--target", TARGET, "--target-dir"]).arg(&target);
    build.set_environment(&mut cargo);
    run_program(&mut cargo)?;
    let module = folder.join("score.wasm");
    fs::copy(target.join(TARGET).join("release/wasm_smoke.wasm"), &module)?;
    Ok(module)
}

/// Builds into `folder` the module that lets the planner be measured by itself, and puts the standard beside it.
fn engine(build: &Build, folder: &Path) -> Result<()> {
    println!("bench: the module once more, with what only a benchmark calls");
    let engine = dist::wasm(build, "target/bench/engine", &["--features", "bench"])?;
    fs::write(folder.join("engine.wasm"), engine.module)?;
    fs::write(folder.join("glue.mjs"), engine.glue)?;
    let (report, standards) = data::load(&root().join("data"));
    if !report.is_clean() {
        bail!("the data is faulty:\n{report}");
    }
    let standard = standards.iter().find(|standard| standard.id == PLANNED);
    let standard = standard.with_context(|| format!("{PLANNED} is missing"))?;
    fs::write(folder.join("planned.json"), standard.node.to_json())?;
    Ok(())
}
