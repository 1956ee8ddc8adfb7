//! The engines of the tests beside Chromium: Firefox and WebKitGTK, with their drivers.

use crate::process::find;
use crate::setup::cache::Cache;
use crate::setup::{Done, apt, tools};
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Where Debian puts a folder for each kind of machine.
const LIBRARIES: &str = "/usr/lib";
/// WebKitGTK's own small browser, below such a folder.
const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

/// Firefox and WebKitGTK.
#[derive(Clone, Debug)]
pub struct Engines {
    /// Firefox.
    pub firefox: PathBuf,
    /// Its driver.
    pub gecko_driver: PathBuf,
    /// WebKitGTK's small browser.
    pub mini_browser: PathBuf,
    /// Its driver.
    pub webkit_driver: PathBuf,
    /// The screen that is none, without which WebKitGTK does not start.
    pub xvfb: PathBuf,
}

/// What comes from packages.
struct Packaged {
    firefox: Option<PathBuf>,
    mini_browser: Option<PathBuf>,
    webkit_driver: Option<PathBuf>,
    xvfb: Option<PathBuf>,
}

/// Finds or installs the engines. `FIREFOX`, `GECKODRIVER`, `MINIBROWSER`, `WEBKITDRIVER` and `XVFB` name others.
pub fn ensure(cache: &Cache) -> Result<Done<Engines>> {
    let packaged = Packaged::find();
    let missing = packaged.missing();
    if !missing.is_empty() {
        apt::install(&missing, "one to two minutes")?;
    }
    let driver = match named("GECKODRIVER").or_else(|| find("geckodriver")) {
        Some(driver) => Done::There(driver, String::new()),
        None => tools::gecko_driver(cache)?,
    };
    let made = !missing.is_empty() || matches!(driver, Done::Made(_));
    let (Done::There(gecko_driver, _) | Done::Made(gecko_driver)) = driver;
    let packaged = Packaged::find();
    let engines = Engines {
        firefox: packaged
            .firefox
            .context("there is still no Firefox: set FIREFOX")?,
        gecko_driver,
        mini_browser: packaged
            .mini_browser
            .context("there is still no MiniBrowser of WebKitGTK: set MINIBROWSER")?,
        webkit_driver: packaged
            .webkit_driver
            .context("there is still no WebKitWebDriver: set WEBKITDRIVER")?,
        xvfb: packaged.xvfb.context("there is still no Xvfb: set XVFB")?,
    };
    if made {
        return Ok(Done::Made(engines));
    }
    let what = format!(
        "{}, {}",
        engines.firefox.display(),
        engines.mini_browser.display()
    );
    Ok(Done::There(engines, what))
}

impl Packaged {
    fn find() -> Packaged {
        Packaged {
            firefox: named("FIREFOX")
                .or_else(|| ["firefox-esr", "firefox"].iter().find_map(|name| find(name))),
            mini_browser: named("MINIBROWSER").or_else(|| mini_browser(Path::new(LIBRARIES))),
            webkit_driver: named("WEBKITDRIVER").or_else(|| find("WebKitWebDriver")),
            xvfb: named("XVFB").or_else(|| find("Xvfb")),
        }
    }

    /// Debian's packages that bring what is not there.
    fn missing(&self) -> Vec<&'static str> {
        let webkit = self.mini_browser.is_some() && self.webkit_driver.is_some();
        [
            (self.firefox.is_some(), "firefox-esr"),
            (webkit, "webkit2gtk-driver"),
            (self.xvfb.is_some(), "xvfb"),
        ]
        .into_iter()
        .filter_map(|(there, package)| (!there).then_some(package))
        .collect()
    }
}

fn mini_browser(libraries: &Path) -> Option<PathBuf> {
    let folders = fs::read_dir(libraries).ok()?;
    folders
        .filter_map(|folder| Some(folder.ok()?.path().join(MINI_BROWSER)))
        .find(|file| file.is_file())
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_missing_engine_names_its_package_and_no_other() {
        let there = || Some(PathBuf::from("/there"));
        let mut packaged = Packaged {
            firefox: there(),
            mini_browser: there(),
            webkit_driver: there(),
            xvfb: there(),
        };
        assert!(packaged.missing().is_empty());
        packaged.mini_browser = None;
        packaged.webkit_driver = None;
        assert_eq!(packaged.missing(), ["webkit2gtk-driver"]);
        packaged.xvfb = None;
        packaged.firefox = None;
        assert_eq!(packaged.missing(), ["firefox-esr", "webkit2gtk-driver", "xvfb"]);
    }

    #[test]
    fn the_small_browser_lies_below_the_folder_of_the_machine() {
        let folder = env::temp_dir().join(format!("xtask-engines-{}", std::process::id()));
        assert_eq!(mini_browser(&folder), None);
        let file = folder.join("some-linux-gnu").join(MINI_BROWSER);
        fs::create_dir_all(file.parent().expect("a folder")).expect("to write");
        fs::create_dir_all(folder.join("another")).expect("to write");
        assert_eq!(mini_browser(&folder), None);
        fs::write(&file, "").expect("to write");
        assert_eq!(mini_browser(&folder), Some(file));
        fs::remove_dir_all(folder).expect("to clean up");
    }
}
