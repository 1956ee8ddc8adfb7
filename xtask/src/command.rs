//! What is typed after `cargo xtask`.

use crate::{bench, data, dist, embed_check, root, serve, setup, test};
use anyhow::{Context, Result};
use std::process::ExitCode;
use std::time::Instant;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N]      build the widget and open it on a local address (port 8080, or the next free one)
  test [--only STAGE]   run every test; stages: setup, fmt, clippy, check, engine, rust, dist, node, npm,
                        browser, hosts, servers
  dist                  build dist/, everything that a host needs
  bench                 measure how the widget grows with its standard and how long a plan takes, as ratios of one run
  check                 check the data files alone
  embed-check URL…      look from outside at pages that embed the widget (needs curl)

Each command sets up what it needs, and says what it installs.";

/// One line of a command, understood.
#[derive(Debug, PartialEq, Eq)]
enum Command {
    Serve { port: u16 },
    Test { only: Option<test::Stage> },
    Dist,
    Bench,
    Check,
    EmbedCheck { pages: Vec<String> },
    Help,
}

/// Runs the command in `words`.
///
/// # Errors
/// Whatever stopped the command, with what to do about it.
pub fn run(words: &[String]) -> Result<ExitCode> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let Some(command) = understand(&words) else {
        eprintln!("not understood: {}\n\n{HELP}", words.join(" "));
        return Ok(ExitCode::from(2));
    };
    let begun = Instant::now();
    match command {
        Command::Help => println!("{HELP}"),
        Command::Check => {
            let report = data::check(&root().join("data"));
            print!("{report}");
            println!("({:.1} s)", begun.elapsed().as_secs_f32());
            if !report.is_clean() {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::Dist => {
            dist::run(&setup::for_build()?)?;
            println!("({:.0} s)", begun.elapsed().as_secs_f32());
        }
        Command::Bench => bench::run()?,
        Command::Serve { port } => {
            let dist = dist::run(&setup::for_build()?)?;
            let server = serve::Site::new(&dist)
                .start_near(port)
                .context("no free port: name one with --port")?;
            println!("\n{}  (Ctrl-C ends it)", server.address());
            server.wait();
        }
        Command::EmbedCheck { pages } => {
            let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
            let report = embed_check::run(&pages);
            print!("{report}");
            if !report.is_clean() {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::Test { only } => test::run(only)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn understand(words: &[&str]) -> Option<Command> {
    Some(match words {
        [] | ["help" | "--help" | "-h"] => Command::Help,
        ["check"] => Command::Check,
        ["dist"] => Command::Dist,
        ["bench"] => Command::Bench,
        ["embed-check", pages @ ..] if !pages.is_empty() => Command::EmbedCheck {
            pages: pages.iter().map(|page| (*page).to_owned()).collect(),
        },
        ["serve"] => Command::Serve { port: 8080 },
        ["serve", "--port", port] => Command::Serve {
            port: port.parse().ok()?,
        },
        ["test"] => Command::Test { only: None },
        ["test", "--only", stage] => Command::Test {
            only: Some(test::Stage::named(stage)?),
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_argument_is_not_guessed() {
        assert_eq!(
            understand(&["serve", "--port", "0"]),
            Some(Command::Serve { port: 0 })
        );
        assert_eq!(understand(&["serve", "--port", "70000"]), None);
        assert_eq!(understand(&["test", "--only", "nothing"]), None);
        assert_eq!(understand(&["dist", "now"]), None);
        assert_eq!(understand(&["embed-check"]), None);
        assert_eq!(
            understand(&["embed-check", "http://a/", "http://b/"]),
            Some(Command::EmbedCheck {
                pages: vec!["http://a/".to_owned(), "http://b/".to_owned()]
            })
        );
        assert_eq!(understand(&[]), Some(Command::Help));
    }
}
