//! `cargo xtask bench`: how quick the widget is, as ratios within one run. Nothing here passes or fails.

use crate::process::{program, run as run_program};
use crate::setup::Build;
use crate::{data, dist, root, serve, setup};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// The benchmarks, in their order.
const BENCHMARKS: [&str; 2] = ["plan.mjs", "growth.mjs"];

/// The standard for which plans are timed: the full one.
const PLANNED: &str = "ningbo-3511-2018";

/// Builds `dist/` and runs every benchmark of `bench/`.
///
/// # Errors
/// Where the build or a benchmark fails.
pub fn run() -> Result<()> {
    let build = setup::for_build()?;
    let dist = dist::run(&build)?;
    let browser = setup::for_tests("browser")?;
    let generated = root().join("target/bench");
    fs::create_dir_all(&generated)?;
    engine(&build, &generated)?;
    let server = serve::Site::new(&dist).with("/bench", &generated).start(0)?;
    for benchmark in BENCHMARKS {
        let mut node = program("node");
        node.current_dir(root())
            .arg(root().join("bench").join(benchmark))
            .env("BENCH", &generated)
            .env("DIST", &dist)
            .env("READINESS_ADDRESS", server.address())
            .envs(browser.clone());
        run_program(&mut node)?;
    }
    Ok(())
}

/// Builds into `folder` the module that lets the planner be measured by itself, and puts the standard beside it.
fn engine(build: &Build, folder: &Path) -> Result<()> {
    println!("bench: the module once more, with what only a benchmark calls");
    let engine = dist::wasm(build, "target/bench/engine", &["bench"])?;
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
