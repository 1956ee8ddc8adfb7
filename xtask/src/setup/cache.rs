//! The user's cache of tools.

use crate::setup::announce;
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that holds a folder for each tool and version.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// `readiness-check/tools` in the user's cache folder.
    ///
    /// # Errors
    /// Where the user has no home.
    pub fn of_user() -> Result<Cache> {
        let named = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let base = match named.filter(|folder| folder.is_absolute()) {
            Some(folder) => folder,
            None => env::home_dir()
                .context("no home folder: set XDG_CACHE_HOME to a folder for the tools")?
                .join(".cache"),
        };
        Ok(Cache { folder: base.join("readiness-check").join("tools") })
    }

    /// The folder of a tool, if it is there. A folder is there only as a whole: see [`Cache::make`].
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        Some(self.folder.join(name)).filter(|folder| folder.is_dir())
    }

    /// The folder of a tool, which is made if it is not there, after saying `what` happens and how long it takes.
    ///
    /// # Errors
    /// Those of [`Cache::make`].
    pub fn get(
        &self,
        name: &str,
        what: &str,
        time: &str,
        fill: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        if let Some(found) = self.find(name) {
            return Ok(found);
        }
        announce(what, time);
        self.make(name, fill)
    }

    /// Makes the folder of a tool: `fill` works in a new folder that takes its name once all is in it.
    ///
    /// # Errors
    /// Those of `fill`, and of the file system.
    pub fn make(&self, name: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let last = self.folder.join(name);
        let part = self.folder.join(format!("{name}.part-{}", std::process::id()));
        fs::create_dir_all(&part).with_context(|| format!("cannot create {}", part.display()))?;
        let filled = fill(&part).and_then(|()| match fs::rename(&part, &last) {
            // Another process was faster.
            Err(_) if last.is_dir() => Ok(()),
            moved => moved.with_context(|| format!("cannot create {}", last.display())),
        });
        if part.exists() {
            fs::remove_dir_all(&part).ok();
        }
        filled.map(|()| last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn what_failed_half_way_is_not_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache { folder: folder.path().to_owned() };
        let failed = cache.make("tool-1", |part| {
            fs::write(part.join("half"), "")?;
            bail!("no network")
        });
        assert!(failed.is_err());
        assert_eq!(cache.find("tool-1"), None);
        let made = cache.make("tool-1", |part| Ok(fs::write(part.join("whole"), "")?));
        assert!(made.is_ok_and(|made| made.join("whole").is_file()));
        assert_eq!(fs::read_dir(folder.path()).expect("the cache").count(), 1);
    }
}
