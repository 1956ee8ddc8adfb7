//! What a browser receives before a visitor can begin.

use super::compress::beside;
use super::names::Names;
use anyhow::{Context, Result, bail};
use readiness_check::lang::Lang;
use std::fmt;
use std::fs;
use std::path::Path;

/// The most a first load may weigh, in bytes of brotli.
const LIMIT: u64 = 300 * 1024;
/// What a page loads in any case, before the element is near the view, and the most that it may weigh.
const LOADER: &str = "readiness-check.js";
const LOADER_LIMIT: u64 = 2 * 1024;

/// The files of a first load in one language and their weights.
#[derive(Debug)]
pub struct FirstLoad {
    files: Vec<File>,
}

#[derive(Debug)]
struct File {
    name: String,
    raw: u64,
    brotli: u64,
}

/// Weighs a first load in the language that weighs most.
///
/// # Errors
/// Where a file is missing.
pub fn measure(dist: &Path, names: &Names) -> Result<FirstLoad> {
    let file = |name: String| -> Result<File> {
        let weight = |path: &Path| fs::metadata(path).map(|metadata| metadata.len());
        let path = dist.join(&name);
        let raw = weight(&path).with_context(|| format!("{name} is missing"))?;
        let brotli = weight(&beside(&path, "br")).with_context(|| format!("{name}.br is missing"))?;
        Ok(File { name, raw, brotli })
    };
    let common = [
        LOADER.to_owned(),
        names.element(),
        names.glue(),
        names.wasm(),
        names.css(),
    ];
    let mut files: Vec<File> = common.into_iter().map(&file).collect::<Result<_>>()?;
    let data = Lang::ALL.map(|lang| file(names.data(Some(lang))));
    let data: Vec<File> = data.into_iter().collect::<Result<_>>()?;
    files.extend(data.into_iter().max_by_key(|file| file.brotli));
    Ok(FirstLoad { files })
}

fn sum(files: &[File], weight: impl Fn(&File) -> u64) -> u64 {
    files.iter().map(weight).sum()
}

impl FirstLoad {
    /// Refuses a load above the limit.
    ///
    /// # Errors
    /// Where it is.
    pub fn expect_within_limit(&self) -> Result<()> {
        if sum(&self.files, |file| file.brotli) > LIMIT {
            bail!("a first load is heavier than {} KiB", LIMIT / 1024);
        }
        let loader = self.files.iter().find(|file| file.name == LOADER);
        if loader.is_none_or(|loader| loader.brotli > LOADER_LIMIT) {
            bail!("{LOADER} is heavier than {} KiB", LOADER_LIMIT / 1024);
        }
        Ok(())
    }
}

impl fmt::Display for FirstLoad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = format!(" of {}", LIMIT / 1024);
        list(f, "First load in one language", &self.files, &limit)
    }
}

fn list(f: &mut fmt::Formatter<'_>, title: &str, files: &[File], limit: &str) -> fmt::Result {
    writeln!(f, "\n{title:<48}{:>10}{:>10}", "raw", "brotli")?;
    for File { name, raw, brotli } in files {
        writeln!(f, "  {name:<46}{raw:>10}{brotli:>10}")?;
    }
    let kib = |bytes: u64| format!("{:.1} KiB", bytes as f64 / 1024.0);
    let raw = kib(sum(files, |file| file.raw));
    let brotli = kib(sum(files, |file| file.brotli));
    write!(f, "  {:<44}{raw:>12}{brotli:>12}{limit}", "together")
}
