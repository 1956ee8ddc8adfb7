//! What is typed after `cargo xtask`.

use crate::{bench, data, dist, embed_check, package, root, serve, setup, test};
use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use std::fmt::Display;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// The commands of readiness-check. Each sets up what it needs, and says what it installs.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the widget and open it on a local address
    Serve {
        /// The port to listen on, or else the next free one
        #[arg(long, value_name = "N", default_value_t = 8080)]
        port: u16,
    },
    /// Run every test
    Test {
        /// Run one stage alone
        #[arg(long, value_name = "STAGE")]
        only: Option<test::Stage>,
    },
    /// Build dist/, everything that a host needs
    Dist,
    /// Build dist/ and pack it into one archive to hand to a web master
    Package,
    /// Measure the widget beside its peers, and how it grows with its standard, as ratios of one run
    Bench {
        /// Measure less, in five minutes
        #[arg(long)]
        quick: bool,
        /// Write the results to a file too
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Take the pictures in docs/pictures anew
    Pictures,
    /// Check the data files alone
    Check,
    /// Look from outside at pages that embed the widget
    EmbedCheck {
        /// The addresses of the pages
        #[arg(required = true, value_name = "URL")]
        pages: Vec<String>,
    },
}

/// Runs what the command line of this process says.
///
/// # Errors
/// Whatever stopped the command, with what to do about it.
pub fn run() -> Result<ExitCode> {
    let begun = Instant::now();
    let mut code = ExitCode::SUCCESS;
    let mut reported = |report: &dyn Display, clean: bool| {
        print!("{report}");
        if !clean {
            code = ExitCode::FAILURE;
        }
    };
    match Line::parse().command {
        Command::Serve { port } => {
            let dist = dist::run(&setup::for_build()?)?;
            let server =
                serve::Site::new(&dist).start_near(port).context("no free port: name one with --port")?;
            println!("\n{}  (Ctrl-C ends it)", server.address());
            server.wait();
        }
        Command::Test { only } => test::run(only)?,
        Command::Dist => drop(dist::run(&setup::for_build()?)?),
        Command::Package => {
            let archive = package::run(&dist::run(&setup::for_build()?)?)?;
            println!("\n{}", archive.display());
        }
        Command::Bench { quick, out } => bench::run(quick, out.as_deref())?,
        Command::Pictures => test::pictures()?,
        Command::Check => {
            let report = data::check(&root().join("data"));
            reported(&report, report.is_clean());
        }
        Command::EmbedCheck { pages } => {
            let report = embed_check::run(&pages);
            reported(&report, report.is_clean());
        }
    }
    println!("({:.1} s)", begun.elapsed().as_secs_f32());
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_argument_is_not_guessed() {
        let read = |words: &str| Line::try_parse_from(format!("xtask {words}").split_whitespace());
        for right in [
            "serve",
            "serve --port 0",
            "test --only rust",
            "dist",
            "package",
            "bench --quick --out a.md",
            "embed-check http://a/ http://b/",
        ] {
            assert!(read(right).is_ok(), "{right}");
        }
        for wrong in ["", "serve --port 70000", "test --only nothing", "dist now", "embed-check"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
