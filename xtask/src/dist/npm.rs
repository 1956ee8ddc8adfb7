//! What makes `dist/` a package: its description, and the edition for bundlers.

use super::build;
use super::names::Names;
use crate::root;
use crate::setup::Build;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Where the package's own files lie in `www/`.
const FOLDER: &str = "npm";
/// What a bundler begins with, or with the translation to JavaScript besides; and what that imports.
const LOADER: &str = "readiness-check.bundler.js";
const WITH_PLAIN: &str = "readiness-check.bundler-plain.js";
const ELEMENT: &str = "readiness-check.bundler-element.js";
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];
const VERSION: &str = "__VERSION__";

/// Writes the description of the package, and what people read of it, into `folder`.
///
/// # Errors
/// Where a file is missing, or has no place for the version.
pub fn write(www: &Path, folder: &Path) -> Result<()> {
    let package = own(www, "package.json")?;
    if !package.contains(VERSION) {
        bail!("www/{FOLDER}/package.json lacks the placeholder {VERSION}");
    }
    let package = package.replace(VERSION, env!("CARGO_PKG_VERSION"));
    for (name, content) in [("package.json", package), ("README.md", own(www, "README.md")?)] {
        fs::write(folder.join(name), content).with_context(|| format!("{name} cannot be written"))?;
    }
    for name in LICENCES {
        // With an ending, so that web servers know what it is.
        fs::copy(root().join(name), folder.join(format!("{name}.txt")))
            .with_context(|| format!("{name} cannot be copied"))?;
    }
    Ok(())
}

fn own(www: &Path, name: &str) -> Result<String> {
    let file = www.join(FOLDER).join(name);
    fs::read_to_string(&file).with_context(|| format!("www/{FOLDER}/{name} is missing"))
}

/// The loader and the element as bundlers need them: every other file of the build named in one piece, so that they take
/// it along and know where they put it.
#[derive(Debug)]
pub struct Scripts {
    loader: String,
    with_plain: String,
    element: String,
}

impl Scripts {
    /// Bundles them; they are not filled in yet.
    ///
    /// # Errors
    /// Where esbuild does not understand them.
    pub fn of(build: &Build, www: &Path) -> Result<Scripts> {
        Ok(Scripts {
            loader: build::bundled(build, &www.join("readiness-check.js"), true)?,
            with_plain: own(www, "plain.js")?,
            element: build::bundled(build, &www.join("element/main.js"), true)?,
        })
    }

    /// What the hash of the build is made of.
    pub fn contents(&self) -> [&[u8]; 3] {
        [&self.loader, &self.with_plain, &self.element].map(|script| script.as_bytes())
    }

    /// Writes both into `folder`, where every file that they name lies already.
    ///
    /// # Errors
    /// Where a placeholder is missing, or the minifier does not understand them.
    pub fn write(
        &self,
        build: &Build,
        folder: &Path,
        names: &Names,
        css: &str,
        standards: &str,
    ) -> Result<()> {
        let mut files: Vec<String> = fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<Result<_>>()?;
        files.sort();
        let element = filled(
            &self.element,
            &[
                ("\"__LIST__\"", &list(&files, names)),
                ("\"__RULES__\"", &serde_json::to_string(css)?),
                ("\"__STANDARDS__\"", standards),
                ("__BUILD__", names.hash()),
            ],
        )?;
        let loader = super::fill(&self.loader, "__BUILD__", names.hash())?;
        let with_plain = super::fill(&self.with_plain, "__BUILD__", names.hash())?;
        for (name, script) in [(ELEMENT, element), (LOADER, loader), (WITH_PLAIN, with_plain)] {
            let script = build::minified(build, &script, "js")?;
            fs::write(folder.join(name), script).with_context(|| format!("{name} cannot be written"))?;
        }
        Ok(())
    }
}

/// By name, what gives each file: the address of a module of WebAssembly, all else imported.
fn list(files: &[String], names: &Names) -> String {
    let others = [names.element(), names.css()];
    let own = files
        .iter()
        .filter(|name| name.contains(names.hash()) && !others.contains(name));
    let entries = own.map(|name| match name.rsplit_once('.') {
        Some((_, "wasm")) => format!("\"{name}\": () => new URL(\"./{name}\", import.meta.url)"),
        _ => format!("\"{name}\": () => import(\"./{name}\")"),
    });
    format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
}

/// A script with each placeholder, which must be there, replaced wherever it stands.
fn filled(script: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = script.to_owned();
    for (placeholder, value) in values {
        filled = super::fill(&filled, placeholder, value)?;
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundlers_see_every_file_in_one_piece_but_what_they_have_already() {
        let names = Names::of(&[b"x"]);
        let (wasm, glue, hash) = (names.wasm(), names.glue(), names.hash());
        let json = format!("later-{hash}.en.json");
        let others = [names.element(), names.css(), "page.js".to_owned()];
        let files = [&others[..], &[wasm.clone(), glue.clone(), json.clone()]].concat();
        assert_eq!(
            list(&files, &names),
            format!(
                "{{ \"{wasm}\": () => new URL(\"./{wasm}\", import.meta.url), \"{glue}\": () => import(\"./{glue}\"), \
                 \"{json}\": () => import(\"./{json}\") }}"
            )
        );
    }

    #[test]
    fn the_package_has_the_version_of_the_crate_and_says_types_first() {
        let folder = std::env::temp_dir().join(format!("xtask-npm-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        write(&root().join("www"), &folder).expect("the package");
        let package = fs::read_to_string(folder.join("package.json")).expect("package.json");
        fs::remove_dir_all(&folder).expect("to clean up");
        let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
        assert!(package.contains(&version) && !package.contains("__"), "{package}");
        // Conditions are tried in the order in which they stand.
        for conditions in package.split("\"default\":").skip(1) {
            assert!(
                !conditions.split('}').next().expect("a part").contains("types"),
                "{package}"
            );
        }
    }
}
