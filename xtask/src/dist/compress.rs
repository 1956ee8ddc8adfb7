//! Compressed variants, so that a host need not compress.

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

const ENDINGS: [&str; 7] = ["js", "css", "wasm", "json", "html", "svg", "txt"];

/// Puts a `.br` and a `.gz` beside every text and module of a folder.
///
/// # Errors
/// Those of the file system.
pub fn folder(folder: &Path) -> Result<()> {
    let files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    for file in files {
        let ending = file.extension().and_then(|ending| ending.to_str());
        if ending.is_none_or(|ending| !ENDINGS.contains(&ending)) {
            continue;
        }
        let content = fs::read(&file)?;
        fs::write(beside(&file, "br"), brotli(&content)?)?;
        fs::write(beside(&file, "gz"), gzip(&content)?)?;
    }
    Ok(())
}

/// The name of a variant.
pub fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &params).context("brotli")?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
