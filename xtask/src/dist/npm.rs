//! What makes `dist/` a package: its description, and what people read of it.

use crate::root;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Where the package's own files lie in `www/`.
const FOLDER: &str = "npm";
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

#[cfg(test)]
mod tests {
    use super::*;

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
            assert!(!conditions.split('}').next().expect("a part").contains("types"), "{package}");
        }
    }
}
