//! Packages of Debian and its kin.

use crate::process::{find, output, program, run};
use crate::setup::announce;
use anyhow::{Result, bail};

/// `env` with what follows it is run as root. At run level 1 packages start no services where scripts of the system would
/// (without systemd).
const APT: [&str; 4] = ["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get"];

/// Installs packages; where that would need a password, says what to run and stops.
///
/// # Errors
/// Where there is no apt, no right to use it, or it fails.
pub fn install(packages: &[&str], time: &str) -> Result<()> {
    let names = packages.join(" ");
    if find("apt-get").is_none() {
        bail!("install what Debian calls {names} with this system's package manager, then run this again");
    }
    let is_root = output(program("id").arg("-u")).is_some_and(|user| user == "0");
    if !is_root && output(program("sudo").args(["-n", "true"])).is_none() {
        bail!(
            "this needs the system's packages and a password; run\n\n    \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}\n\n\
             and then this again"
        );
    }
    announce(&format!("apt-get installs {names}"), time);
    let rights: &[&str] = if is_root { &[] } else { &["sudo", "-n"] };
    let apt = |words: &[&str]| {
        let line = [rights, &APT, words].concat();
        run(program(line[0]).args(&line[1..]))
    };
    apt(&["update", "-q"])?;
    apt(&[&["install", "-q", "-y", "--no-install-recommends"], packages].concat())
}
