//! `cargo xtask package`: one archive to hand to a web master, with a page that says what is in it and what to do.

use crate::dist::names::is_hashed;
use crate::root;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// The page, which is made from a template of this name.
const PAGE: &str = "start-here.html";
const TEMPLATE: &str = "www/package";
/// What is to be uploaded, and what may be put beside it.
const FOLDER: &str = "readiness-check";
const COMPRESSED: &str = "compressed";
const SUMS: &str = "SHA256SUMS";
/// What only the npm package needs; a name that ends in `*` means all that begin so.
const OF_NPM: [&str; 6] = [
    "README.md",
    "custom-elements.json",
    "package.json",
    "readiness-check.bundler*",
    "readiness-check.d.ts",
    "readiness-check.react.d.ts",
];

/// Names in the archive with their contents.
type Files = BTreeMap<String, Vec<u8>>;

/// Packs the build in `dist` into `target/`; gives the archive.
///
/// # Errors
/// Where a file cannot be read or written, or the page does not tell of it.
pub fn run(dist: &Path) -> Result<PathBuf> {
    let version = env!("CARGO_PKG_VERSION");
    let template = fs::read_to_string(root().join(TEMPLATE).join(PAGE))?;
    let files = gathered(dist)?;
    let archive = root().join(format!("target/readiness-check-{version}.zip"));
    write(&archive, with_page(files, &template, version)?)?;
    Ok(archive)
}

/// The files of a build as they lie in the archive.
fn gathered(dist: &Path) -> Result<Files> {
    let mut files = Files::new();
    for (prefix, folder) in [("", dist.to_owned()), ("server/", dist.join("server"))] {
        for entry in fs::read_dir(&folder).with_context(|| format!("{} is missing", folder.display()))? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let plain = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz"));
            if entry.file_type()?.is_dir() || is_one_of(plain.unwrap_or(&name), &OF_NPM) {
                continue;
            }
            let folder = if plain.is_some() { COMPRESSED } else { FOLDER };
            files.insert(format!("{folder}/{name}"), fs::read(entry.path())?);
        }
    }
    Ok(files)
}

fn is_one_of(name: &str, patterns: &[&str]) -> bool {
    patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == *pattern || (*pattern == "build" && is_hashed(name)),
    })
}

/// The same with the page filled in, and the digests of all.
///
/// In the template `{{version}}` stands for the version, `{{list}}` for a row of each file, `{{compressed}}` for the number
/// and size of what is compressed, and any other `{{…}}` for those of the files that it names, where `build` means all that
/// carry the build in their names. A file belongs to the first that names it.
fn with_page(mut files: Files, template: &str, version: &str) -> Result<Files> {
    let mut list = String::new();
    for (name, content) in &files {
        writeln!(list, "<tr><td>{name}</td><td>{}</td></tr>", size(content.len()))?;
    }
    let mut left: BTreeMap<&str, usize> =
        files.iter().map(|(name, content)| (name.as_str(), content.len())).collect();
    let mut parts = template.split("{{");
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (words, rest) = part.split_once("}}").context("a placeholder has no end")?;
        match words {
            "version" => page.push_str(version),
            "list" => page.push_str(list.trim_end()),
            words => {
                let patterns: Vec<&str> = words.split(' ').collect();
                let (mut count, mut sum) = (0, 0);
                left.retain(|name, bytes| {
                    let named = match name.split_once('/') {
                        Some((COMPRESSED, _)) => words == COMPRESSED,
                        Some((_, name)) => is_one_of(name, &patterns),
                        None => false,
                    };
                    if named {
                        count += 1;
                        sum += *bytes;
                    }
                    !named
                });
                if count == 0 {
                    bail!("{PAGE} tells of files that are not there: {words}");
                }
                write!(page, "{count}, {}", size(sum))?;
            }
        }
        page.push_str(rest);
    }
    if let Some(name) = left.keys().next() {
        bail!("{TEMPLATE}/{PAGE} does not tell of {name}");
    }
    files.insert(PAGE.to_owned(), page.into_bytes());
    let mut sums = String::new();
    for (name, content) in &files {
        let digest = Sha256::digest(content);
        digest.iter().try_for_each(|byte| write!(sums, "{byte:02x}"))?;
        writeln!(sums, "  {name}")?;
    }
    files.insert(SUMS.to_owned(), sums.into_bytes());
    Ok(files)
}

fn size(bytes: usize) -> String {
    format!("{} KB", bytes.div_ceil(1000))
}

/// Writes an archive that is the same for the same files.
fn write(archive: &Path, files: Files) -> Result<()> {
    let mut zip = ZipWriter::new(File::create(archive).with_context(|| archive.display().to_string())?);
    let options =
        SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    for (name, content) in files {
        zip.start_file(name, options)?;
        zip.write_all(&content)?;
    }
    zip.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embed_check::page::tags;
    use zip::ZipArchive;

    fn files(names: &[&str]) -> Files {
        names.iter().map(|name| ((*name).to_owned(), b"abc".to_vec())).collect()
    }

    #[test]
    fn an_archive_holds_what_a_host_needs_and_the_same_each_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let dist = folder.path().join("dist");
        fs::create_dir_all(dist.join("server")).expect("a folder");
        for name in [
            "readiness-check.js",
            "readiness-check.js.br",
            "package.json",
            "package.json.gz",
            "server/iis.txt",
        ] {
            fs::write(dist.join(name), "abc").expect("to write");
        }
        let template = "{{version}} {{readiness-check.js}} {{server/*}} {{compressed}}";
        let [one, other] = ["one.zip", "other.zip"].map(|name| {
            let archive = folder.path().join(name);
            let files = with_page(gathered(&dist).expect("files"), template, "1.2.3").expect("a page");
            write(&archive, files).expect("an archive");
            fs::read(archive).expect("an archive")
        });
        assert_eq!(one, other);
        let mut zip = ZipArchive::new(std::io::Cursor::new(one)).expect("an archive");
        let mut read =
            |name: &str| std::io::read_to_string(zip.by_name(name).expect("a file")).expect("text");
        assert_eq!(read(PAGE), "1.2.3 1, 1 KB 1, 1 KB 1, 1 KB");
        // printf abc | sha256sum
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let sums = read(SUMS);
        let listed: Vec<&str> = sums.lines().filter_map(|line| line.strip_prefix(digest)).collect();
        assert_eq!(
            listed,
            [
                "  compressed/readiness-check.js.br",
                "  readiness-check/readiness-check.js",
                "  readiness-check/server/iis.txt"
            ]
        );
        assert_eq!(zip.len(), 5);
    }

    #[test]
    fn the_page_tells_of_each_file_once_and_of_no_other() {
        let all =
            ["compressed/a-0123456789ab.js.br", "readiness-check/a-0123456789ab.js", "readiness-check/b.js"];
        let filled = |template| with_page(files(&all), template, "1");
        let page = filled("{{build}}; {{a* b*}}; {{compressed}}; {{list}}").expect("a page");
        let page = String::from_utf8_lossy(&page[PAGE]).into_owned();
        assert!(page.starts_with("1, 1 KB; 1, 1 KB; 1, 1 KB; <tr><td>compressed/a-"), "{page}");
        for wrong in [
            "{{build}} {{compressed}}",
            "{{build b.js compressed}}",
            "{{build}} {{b*}} {{compressed}} {{c*}}",
            "{{build",
        ] {
            assert!(filled(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_the_pages_lead_to_is_in_the_archive() {
        let www = root().join("www");
        let mut seen = 0;
        for page in [
            "check.html",
            "doctor.html",
            "frame.html",
            "index.html",
            "package/start-here.html",
            "versions.html",
        ] {
            let html = fs::read_to_string(www.join(page)).expect("a page");
            for tag in tags(&html) {
                for link in ["src", "href"].into_iter().filter_map(|name| tag.get(name)) {
                    assert!(!is_one_of(link, &OF_NPM), "{page} leads to {link}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 10, "{seen} links");
    }

    #[test]
    fn the_template_tells_of_every_page_that_is_shipped() {
        let template = fs::read_to_string(root().join(TEMPLATE).join(PAGE)).expect("the template");
        let www = fs::read_dir(root().join("www")).expect("www/");
        let shipped = www.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let shipped = shipped.filter(|name| name.contains('.') && !is_one_of(name, &OF_NPM));
        let built = [
            "LICENSE-MIT.txt",
            "data-0123456789ab.en.json",
            "licences.txt",
            "readiness-check.files.json",
            "readiness-check.form.html",
            "server/iis.txt",
        ];
        let mut names: Vec<String> =
            shipped.chain(built.map(str::to_owned)).map(|name| format!("{FOLDER}/{name}")).collect();
        names.push(format!("{COMPRESSED}/index.html.br"));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let page = with_page(files(&names), &template, "1").expect("every file has its row");
        assert!(!String::from_utf8_lossy(&page[PAGE]).contains("{{"));
    }
}
