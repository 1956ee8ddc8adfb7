//! What a browser receives before a visitor can begin, and all that one visitor may come to load.

use super::compress::beside;
use super::names::Names;
use anyhow::{Context, Result, bail};
use readiness_check::lang::Lang;
use std::fmt;
use std::fs;
use std::path::Path;

const KIB: u64 = 1024;
/// The most a first load may weigh, in bytes of brotli.
const LIMIT: u64 = 280 * KIB;
/// The most that all of it may weigh, with the whole module that takes over, but for its translation to JavaScript.
const LIMIT_OF_ALL: u64 = 790 * KIB;
/// What a page loads in any case, before the element is near the view, and the most that it may weigh. It has the start
/// screen, which so is there one answer of the server sooner.
const LOADER: &str = "readiness-check.js";
const LOADER_LIMIT: u64 = 20 * KIB;

/// What a visitor loads, and how many files `dist/` has.
#[derive(Debug)]
pub struct Loads {
    /// In the language that weighs most.
    first: Vec<File>,
    /// The whole module, and what comes when the language is changed, when something fails, and in browsers that take styles only by an address.
    more: Vec<File>,
    files: usize,
}

#[derive(Debug)]
struct File {
    name: String,
    raw: u64,
    brotli: u64,
}

/// Weighs a build.
///
/// # Errors
/// Where a file is missing.
pub fn measure(dist: &Path, names: &Names) -> Result<Loads> {
    let weighed = |name: String| -> Result<File> {
        let weight = |path: &Path| fs::metadata(path).map(|metadata| metadata.len());
        let path = dist.join(&name);
        let raw = weight(&path).with_context(|| format!("{name} is missing"))?;
        let brotli = weight(&beside(&path, "br")).with_context(|| format!("{name}.br is missing"))?;
        Ok(File { name, raw, brotli })
    };
    let common = ["element", "looks", "first-glue", "first"].map(|kind| names.file(kind, None));
    let common = std::iter::once(LOADER.to_owned()).chain(common);
    let mut first: Vec<File> = common.map(weighed).collect::<Result<_>>()?;
    let data = Lang::ALL.map(|lang| weighed(names.file("data", Some(lang))));
    let mut data: Vec<File> = data.into_iter().collect::<Result<_>>()?;
    data.sort_by_key(|file| file.brotli);
    first.extend(data.pop());
    let others = ["wasm", "glue", "failures", "css"].map(|kind| weighed(names.file(kind, None)));
    let mut more: Vec<File> = others.into_iter().collect::<Result<_>>()?;
    let programmes = Lang::ALL.map(|lang| weighed(names.file("programmes", Some(lang))));
    more.extend(programmes.into_iter().collect::<Result<Vec<_>>>()?);
    more.extend(data);
    let files = fs::read_dir(dist)?.count();
    Ok(Loads { first, more, files })
}

fn brotli(files: &[File]) -> u64 {
    files.iter().map(|file| file.brotli).sum()
}

impl Loads {
    /// Refuses loads above the limits.
    ///
    /// # Errors
    /// Where they are.
    pub fn expect_within_limits(&self) -> Result<()> {
        let first = brotli(&self.first);
        let loader = self.first.iter().find(|file| file.name == LOADER);
        let loader = loader.map_or(u64::MAX, |loader| loader.brotli);
        for (what, weight, limit) in [
            ("the loader", loader, LOADER_LIMIT),
            ("a first load", first, LIMIT),
            ("all of it", first + brotli(&self.more), LIMIT_OF_ALL),
        ] {
            if weight > limit {
                bail!("{what} is heavier than {} KiB", limit / KIB);
            }
        }
        Ok(())
    }
}

impl fmt::Display for Loads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kib = |bytes: u64| format!("{:.1} KiB", bytes as f64 / KIB as f64);
        writeln!(f, "\n{:<48}{:>10}{:>12}", "First load in one language", "raw", "brotli")?;
        for File { name, raw, brotli } in self.first.iter().chain(&self.more) {
            if self.more.first().is_some_and(|more| more.name == *name) {
                writeln!(f, "Loaded now and then")?;
            }
            writeln!(f, "  {name:<46}{raw:>10}{brotli:>12}")?;
        }
        let first = brotli(&self.first);
        let all = first + brotli(&self.more);
        writeln!(f, "{:<58}{:>12} of {}", "First load", kib(first), LIMIT / KIB)?;
        writeln!(f, "{:<58}{:>12} of {}", "All of it", kib(all), LIMIT_OF_ALL / KIB)?;
        write!(f, "{} files, compressed variants included", self.files)
    }
}
