//! Programs of the system's packages: browsers with their drivers, and web servers.

use crate::process::{output, program};
use crate::setup::{Variables, apt};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A file of a package, and under which variable the tests find it.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The variable, which can also name another file.
    variable: &'static str,
    /// Where it may lie, in the folders of the search path and of the system.
    names: &'static [&'static str],
    /// Debian's package that brings it.
    package: &'static str,
}

const fn wanted(variable: &'static str, names: &'static [&'static str], package: &'static str) -> Wanted {
    Wanted { variable, names, package }
}

/// Chromium, its driver, a font without which Chinese would not be seen in a picture, and the one of Android's telephones.
pub const CHROMIUM: [Wanted; 4] = [
    wanted(
        "CHROMIUM",
        &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
        "chromium",
    ),
    wanted("CHROMEDRIVER", &["chromedriver"], "chromium-driver"),
    wanted(FONT, &["/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"], "fonts-noto-cjk"),
    wanted(
        TELEPHONE_FONT,
        &["/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf"],
        "fonts-roboto-unhinted",
    ),
];
const FONT: &str = "CHINESE_FONT";
const TELEPHONE_FONT: &str = "TELEPHONE_FONT";

/// Firefox, but for its driver; WebKitGTK with its driver, and the screen without which it does not start.
pub const ENGINES: [Wanted; 4] = [
    wanted("FIREFOX", &["firefox-esr", "firefox"], "firefox-esr"),
    wanted("MINIBROWSER", &["webkit2gtk-4.1/MiniBrowser"], "webkit2gtk-driver"),
    wanted("WEBKITDRIVER", &["WebKitWebDriver"], "webkit2gtk-driver"),
    wanted("XVFB", &["Xvfb"], "xvfb"),
];

/// Firefox's driver, which no package brings.
pub const GECKODRIVER: Wanted = wanted("GECKODRIVER", &["geckodriver"], "");

/// nginx with its brotli module, and Apache: the program alone, since the package `apache2` would start a service too.
pub const SERVERS: [Wanted; 3] = [
    wanted("NGINX_PROGRAM", &["nginx"], NGINX),
    wanted(
        "NGINX_BROTLI",
        &["nginx/modules/ngx_http_brotli_static_module.so"],
        "libnginx-mod-http-brotli-static",
    ),
    wanted("APACHE_PROGRAM", &["apache2"], "apache2-bin"),
];
const NGINX: &str = "nginx";

/// Finds files, and installs the packages of those that are missing.
///
/// # Errors
/// Where the packages cannot be installed, or do not bring what they should.
pub fn ensure(all: &[Wanted]) -> Result<Variables> {
    let missing = missing(all, find);
    if !missing.is_empty() {
        apt::install(&missing, "one to two minutes")?;
        if missing.contains(&NGINX) {
            stop_service(NGINX);
        }
    }
    let mut found = Variables::new();
    for wanted in all {
        match find(wanted) {
            Some(file) => found.push((wanted.variable, file.into())),
            None if [FONT, TELEPHONE_FONT].contains(&wanted.variable) => {}
            None => bail!("there is still no {}: name one by {}", wanted.names[0], wanted.variable),
        }
    }
    Ok(found)
}

/// The packages that bring what is not there.
fn missing(all: &[Wanted], find: impl Fn(&Wanted) -> Option<PathBuf>) -> Vec<&'static str> {
    let absent = all.iter().filter(|wanted| find(wanted).is_none());
    let mut packages: Vec<_> = absent.map(|wanted| wanted.package).collect();
    packages.dedup();
    if packages.contains(&CHROMIUM[2].package) && any_font() {
        packages.retain(|package| *package != CHROMIUM[2].package);
    }
    packages
}

/// Where a file lies.
pub fn find(wanted: &Wanted) -> Option<PathBuf> {
    let named = env::var_os(wanted.variable).map(PathBuf::from).filter(|file| file.is_file());
    named.or_else(|| wanted.names.iter().find_map(|name| in_folders(name, Path::new("/usr"))))
}

/// A file on the search path, or where systems put what only administrators start, and what no one starts by hand.
fn in_folders(name: &str, system: &Path) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let libraries = system.join("lib");
    let of_machines = fs::read_dir(&libraries).into_iter().flatten();
    env::split_paths(&path)
        .chain([system.join("sbin"), libraries])
        .chain(of_machines.filter_map(|entry| Some(entry.ok()?.path())))
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// Whether there is any font for Chinese.
fn any_font() -> bool {
    output(program("fc-list").arg(":lang=zh-cn")).is_some_and(|fonts| !fonts.is_empty())
}

/// The tests start servers of their own: a service that only came with a package is not left running.
fn stop_service(name: &str) {
    let words = ["disable", "--now", name];
    if Path::new("/run/systemd/system").is_dir() && output(program("systemctl").args(words)).is_none() {
        output(program("sudo").args(["-n", "systemctl"]).args(words));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_names_its_package_once_and_no_other() {
        let there = |variables: &'static [&'static str]| {
            move |wanted: &Wanted| variables.contains(&wanted.variable).then(|| PathBuf::from("/there"))
        };
        assert_eq!(missing(&ENGINES, there(&["FIREFOX", "XVFB"])), ["webkit2gtk-driver"]);
        assert_eq!(missing(&ENGINES, there(&["MINIBROWSER", "XVFB"])), ["firefox-esr", "webkit2gtk-driver"]);
        assert_eq!(missing(&SERVERS, there(&["NGINX_PROGRAM", "NGINX_BROTLI", "APACHE_PROGRAM"])), [""; 0]);
    }

    #[test]
    fn a_file_may_lie_below_the_folder_of_the_machine() {
        let system = tempfile::tempdir().expect("a folder");
        let name = "webkit2gtk-0.0/MiniBrowser";
        let file = system.path().join("lib/some-linux-gnu").join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("to write");
        assert_eq!(in_folders(name, system.path()), None);
        fs::write(&file, "").expect("to write");
        assert_eq!(in_folders(name, system.path()), Some(file));
    }
}
