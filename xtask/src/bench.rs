//! `cargo xtask bench`: how quick the widget is, as ratios within one run. Nothing here passes or fails.

use crate::process::{program, run as run_program};
use crate::{dist, root, serve, setup};
use anyhow::Result;
use std::fs;

/// The benchmarks, in their order.
const BENCHMARKS: [&str; 2] = ["growth.mjs", "plan.mjs"];

/// Builds `dist/` and runs every benchmark of `bench/`.
///
/// # Errors
/// Where the build or a benchmark fails.
pub fn run() -> Result<()> {
    let dist = dist::run(&setup::for_build()?)?;
    let browser = setup::for_tests()?;
    let generated = root().join("target/bench");
    fs::create_dir_all(&generated)?;
    let server = serve::Site::new(&dist).with("/bench", &generated).start(0)?;
    for benchmark in BENCHMARKS {
        let mut node = program("node");
        node.current_dir(root())
            .arg(root().join("bench").join(benchmark))
            .env("BENCH", &generated)
            .env("DIST", &dist)
            .env("READINESS_ADDRESS", server.address())
            .env("CHROMIUM", &browser.chromium)
            .env("CHROMEDRIVER", &browser.driver);
        run_program(&mut node)?;
    }
    Ok(())
}
