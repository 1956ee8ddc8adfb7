//! Packages of Debian and its kin.

use crate::process::{find, output, program, run};
use crate::setup::announce;
use anyhow::{Result, bail};
use std::process::Command;

/// Installs packages; where that would need a password, says what to run and stops.
///
/// # Errors
/// Where there is no apt, no right to use it, or it fails.
pub fn install(packages: &[&str], time: &str) -> Result<()> {
    let names = packages.join(" ");
    if find("apt-get").is_none() {
        bail!("install what Debian calls {names} with this system's package manager, then run this again");
    }
    let rights = rights();
    let Some(rights) = rights else {
        bail!(
            "this needs the system's packages and a password; run\n\n    \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}\n\n\
             and then this again"
        );
    };
    announce(&format!("apt-get installs {names}"), time);
    let known = |package: &str| output(program("apt-cache").args(["show", package])).is_some();
    if !packages.iter().all(|package| known(package)) {
        run(apt(rights).args(["update", "-q"]))?;
    }
    let mut wanted = vec!["install", "-q", "-y", "--no-install-recommends"];
    wanted.extend(packages);
    if run(apt(rights).args(&wanted)).is_err() {
        println!("set-up: once more with new lists of packages");
        run(apt(rights).args(["update", "-q"]))?;
        run(apt(rights).args(&wanted))?;
    }
    Ok(())
}

/// How root's rights are had without a password.
#[derive(Clone, Copy)]
enum Rights {
    Root,
    Sudo,
}

fn rights() -> Option<Rights> {
    if output(program("id").arg("-u")).is_some_and(|user| user == "0") {
        return Some(Rights::Root);
    }
    output(program("sudo").args(["-n", "true"])).map(|_| Rights::Sudo)
}

/// At run level 1 packages start no services where scripts of the system would (without systemd).
fn apt(rights: Rights) -> Command {
    match rights {
        Rights::Root => {
            let mut apt = program("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
            apt
        }
        Rights::Sudo => {
            let mut sudo = program("sudo");
            sudo.args([
                "-n",
                "env",
                "DEBIAN_FRONTEND=noninteractive",
                "RUNLEVEL=1",
                "apt-get",
            ]);
            sudo
        }
    }
}
