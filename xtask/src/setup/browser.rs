//! The browser of the tests.

use crate::process::{find, output, program};
use crate::setup::{Done, apt};
use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};

/// Where Debian's font for Chinese lies.
const FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

/// A browser and its driver.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Chromium.
    pub chromium: PathBuf,
    /// ChromeDriver of the same version.
    pub driver: PathBuf,
}

/// Finds or installs Chromium, its driver and a font for Chinese. `CHROMIUM` and `CHROMEDRIVER` name others.
pub fn ensure() -> Result<Done<Browser>> {
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.push("chromium");
    }
    if driver().is_none() {
        missing.push("chromium-driver");
    }
    if !has_font() {
        missing.push("fonts-noto-cjk");
    }
    if !missing.is_empty() {
        apt::install(&missing, "about a minute")?;
    }
    let hint = "set CHROMIUM and CHROMEDRIVER to a browser and its driver";
    let browser = Browser {
        chromium: chromium().with_context(|| format!("there is still no Chromium: {hint}"))?,
        driver: driver().with_context(|| format!("there is still no ChromeDriver: {hint}"))?,
    };
    if !missing.is_empty() {
        return Ok(Done::Made(browser));
    }
    let what = browser.chromium.display().to_string();
    Ok(Done::There(browser, what))
}

fn chromium() -> Option<PathBuf> {
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
    ];
    named("CHROMIUM").or_else(|| names.iter().find_map(|name| find(name)))
}

fn driver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| find("chromedriver"))
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}

/// Whether Chinese would be seen in a picture: systems other than Linux bring a font.
fn has_font() -> bool {
    let listed = || output(program("fc-list").arg(":lang=zh-cn"));
    !cfg!(target_os = "linux") || Path::new(FONT).is_file() || listed().is_some_and(|fonts| !fonts.is_empty())
}
