//! How long stages and tests took.

use crate::process::program;
use crate::root;
use anyhow::{Context, Result, bail};
use std::fmt;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

/// As many as are listed.
const SLOWEST: usize = 10;

/// Times with what took them.
#[derive(Debug, Default)]
pub struct Times {
    /// Stages, in their order.
    pub stages: Vec<(Duration, String)>,
    tests: Vec<(Duration, String)>,
}

impl Times {
    /// Takes what `tests/times.mjs` wrote: milliseconds and name of each test.
    ///
    /// # Errors
    /// Where there is no such file.
    pub fn of_node(&mut self, report: &Path) -> Result<()> {
        let lines = fs::read_to_string(report).with_context(|| report.display().to_string())?;
        let test = |line: &str| {
            let (milliseconds, name) = line.split_once('\t')?;
            Some((Duration::from_secs_f64(milliseconds.parse::<f64>().ok()? / 1000.0), name.to_owned()))
        };
        self.tests.extend(lines.lines().filter_map(test));
        Ok(())
    }

    /// Runs `cargo` with these words and takes the time of each test program; it tells of no single test.
    ///
    /// # Errors
    /// Where a test fails.
    pub fn of_cargo(&mut self, words: &str) -> Result<()> {
        // One stream of both, so that each time follows the name that it belongs to.
        let mut cargo = program("sh");
        cargo.current_dir(root()).args(["-c", &format!("exec cargo {words} 2>&1")]).stdout(Stdio::piped());
        let mut running = cargo.spawn().context("`sh` cannot be started")?;
        let lines = BufReader::new(running.stdout.take().context("no output")?).lines();
        self.of_programs(lines.map_while(Result::ok).inspect(|line| println!("{line}")));
        match running.wait()?.success() {
            true => Ok(()),
            false => bail!("a test of Rust failed: see above"),
        }
    }

    fn of_programs(&mut self, lines: impl Iterator<Item = String>) {
        let mut name = String::new();
        for line in lines {
            let (line, _) = line.trim().split_once(" (").unwrap_or((line.trim(), ""));
            if line.starts_with("Running ") || line.starts_with("Doc-tests ") {
                line.clone_into(&mut name);
            } else if let Some((_, seconds)) = line.split_once("; finished in ")
                && let Ok(seconds) = seconds.trim_end_matches('s').parse()
            {
                self.tests.push((Duration::from_secs_f32(seconds), name.clone()));
            }
        }
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |time: Duration, name: &str| writeln!(f, "  {:>7.1} s  {name}", time.as_secs_f32());
        for (time, name) in &self.stages {
            line(*time, name)?;
        }
        line(self.stages.iter().map(|(time, _)| time).sum(), "together")?;
        let mut slowest: Vec<_> = self.tests.iter().collect();
        slowest.sort_by(|one, other| other.cmp(one));
        for (at, (time, name)) in slowest.into_iter().take(SLOWEST).enumerate() {
            if at == 0 {
                writeln!(f, "\nthe slowest tests, those of Rust by program:")?;
            }
            writeln!(f, "  {:>7.1} s  {name}", time.as_secs_f32())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_stand_with_their_times() {
        let said = "   Compiling x v0.1.0\n     Running tests/bad.rs (target/debug/deps/bad-0f)\ntest a ... ok\n\
                    test result: ok. 9 passed; 0 filtered out; finished in 3.30s\n   Doc-tests x\n\
                    test result: ok. 0 passed; 0 filtered out; finished in 0.00s\n";
        let mut times = Times::default();
        times.of_programs(said.lines().map(str::to_owned));
        let bad = (Duration::from_secs_f32(3.3), "Running tests/bad.rs".to_owned());
        assert_eq!(times.tests, [bad, (Duration::ZERO, "Doc-tests x".to_owned())]);
    }

    #[test]
    fn the_slowest_come_first_and_no_more_than_ten() {
        let folder = tempfile::tempdir().expect("a folder");
        let report = folder.path().join("times.tsv");
        let all: String = (0..12).map(|second| format!("{second}500.25\ttest {second}\n")).collect();
        fs::write(&report, all).expect("to write");
        let mut times = Times::default();
        times.stages.push((Duration::from_secs(7), "node".to_owned()));
        times.of_node(&report).expect("a report");
        let shown = times.to_string();
        let listed: Vec<&str> =
            shown.lines().filter_map(|line| line.split_once("s  test ").map(|(_, name)| name)).collect();
        assert_eq!(listed, ["11", "10", "9", "8", "7", "6", "5", "4", "3", "2"]);
        assert!(shown.contains("7.0 s  together") && shown.contains("11.5 s  test 11"), "{shown}");
    }
}
