//! The project's commands: `cargo xtask …`.

use std::process::ExitCode;

fn main() -> ExitCode {
    match xtask::command::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
