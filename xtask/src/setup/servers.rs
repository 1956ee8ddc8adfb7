//! The web servers of the tests, and what fetches from them.

use crate::process::{find, output, program};
use crate::setup::{Done, apt};
use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};

/// Where Debian puts what only administrators start.
const SYSTEM: &str = "/usr/sbin";
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Web servers.
#[derive(Clone, Debug)]
pub struct Servers {
    /// nginx.
    pub nginx: PathBuf,
    /// Apache httpd.
    pub apache: PathBuf,
}

/// Finds or installs nginx with its brotli module, Apache, and curl. `NGINX_PROGRAM` and `APACHE_PROGRAM` name others.
pub fn ensure() -> Result<Done<Servers>> {
    let new_nginx = nginx().is_none();
    let missing: Vec<&str> = [
        (new_nginx, "nginx"),
        (!Path::new(BROTLI).is_file(), "libnginx-mod-http-brotli-static"),
        // The program alone: Debian's apache2 would start a service too.
        (apache().is_none(), "apache2-bin"),
        (find("curl").is_none(), "curl"),
    ]
    .into_iter()
    .filter_map(|(missing, package)| missing.then_some(package))
    .collect();
    if !missing.is_empty() {
        apt::install(&missing, "about a minute")?;
        if new_nginx {
            stop_service("nginx");
        }
    }
    let servers = Servers {
        nginx: nginx().context("there is still no nginx: set NGINX_PROGRAM")?,
        apache: apache().context("there is still no Apache: set APACHE_PROGRAM")?,
    };
    if !missing.is_empty() {
        return Ok(Done::Made(servers));
    }
    let what = format!("{}, {}", servers.nginx.display(), servers.apache.display());
    Ok(Done::There(servers, what))
}

fn nginx() -> Option<PathBuf> {
    named("NGINX_PROGRAM").or_else(|| installed("nginx"))
}

fn apache() -> Option<PathBuf> {
    named("APACHE_PROGRAM").or_else(|| installed("apache2"))
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}

fn installed(name: &str) -> Option<PathBuf> {
    find(name).or_else(|| Some(Path::new(SYSTEM).join(name)).filter(|file| file.is_file()))
}

/// The tests start servers of their own: a service that only came with a package is not left running.
fn stop_service(name: &str) {
    if !Path::new("/run/systemd/system").is_dir() {
        return;
    }
    let words = ["disable", "--now", name];
    if output(program("systemctl").args(words)).is_none() {
        output(program("sudo").args(["-n", "systemctl"]).args(words));
    }
}
