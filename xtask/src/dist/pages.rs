//! What is done once every file of the build is in its folder: the pages learn what the files are.

use super::names::Names;
use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};
use std::fs;
use std::path::Path;

/// The list of a build's files, which `doctor.html` and `embed-check` compare with what a host sends.
pub const LIST: &str = "readiness-check.files.json";
/// Where the configuration of servers lies, in `www/` and in `dist/`.
const SERVER: &str = "server";
/// What stands for the digest in the page.
const PLACEHOLDER: &str = "__INTEGRITY__";

/// Whether a file of `www/` is a page's own script or style, copied nearly as it is; the element's own are built.
pub fn is_of_a_page(name: &str) -> bool {
    (name.ends_with(".css") || name.ends_with(".js")) && !name.starts_with("readiness-check")
}

/// A script with every character beyond ASCII as an escape. Pages in GBK read classic scripts as GBK, where the server names no
/// charset. In our scripts such characters stand in texts, patterns and comments alone, where an escape means the same.
pub fn ascii(script: &str) -> String {
    let mut text = String::with_capacity(script.len());
    for letter in script.chars() {
        if letter.is_ascii() {
            text.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

/// Copies the servers' configuration, writes the digest of the loader into the page, and lists every file.
///
/// # Errors
/// Where a file is missing, or the page has no place for the digest.
pub fn finish(www: &Path, folder: &Path, names: &Names, standards: &Value) -> Result<()> {
    copy_server(&www.join(SERVER), &folder.join(SERVER))?;
    let loader = fs::read(folder.join("readiness-check.js")).context("readiness-check.js is missing")?;
    let page = folder.join("index.html");
    let text = fs::read_to_string(&page).context("index.html is missing")?;
    fs::write(&page, with_integrity(&text, &integrity(&loader))?)?;
    let list = list(folder, names.hash(), standards)?;
    fs::write(folder.join(LIST), format!("{list}\n")).context("the list of files cannot be written")
}

/// The digest of a file as the attribute `integrity` takes it: SHA-384 in base64.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

fn with_integrity(page: &str, integrity: &str) -> Result<String> {
    if !page.contains(PLACEHOLDER) {
        bail!("www/index.html lacks the placeholder {PLACEHOLDER}");
    }
    Ok(page.replace(PLACEHOLDER, integrity))
}

/// Every file of a folder with its size, before it is compressed.
fn list(folder: &Path, build: &str, standards: &Value) -> Result<Value> {
    let mut files: Vec<(String, u64)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        if about.is_file() {
            files.push((entry.file_name().to_string_lossy().into_owned(), about.len()));
        }
    }
    files.sort();
    let files: Vec<Value> =
        files.into_iter().map(|(name, bytes)| json!({ "name": name, "bytes": bytes })).collect();
    Ok(json!({
        "format": "readiness-check/files",
        "version": 1,
        "engine": env!("CARGO_PKG_VERSION"),
        "build": build,
        "standards": standards,
        "files": files,
    }))
}

fn copy_server(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).context("www/server is missing")? {
        let file = entry?.path();
        if let Some(name) = file.file_name() {
            fs::copy(&file, to.join(name)).with_context(|| format!("{} cannot be copied", file.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_what_browsers_compare() {
        // printf "alert('Hello, world.');" | openssl dgst -sha384 -binary | openssl base64 -A
        // which is also the example of the specification, Subresource Integrity, section 3.2.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn the_page_gets_the_digest_wherever_it_names_it_and_must_name_it() {
        let page = "<b>__INTEGRITY__</b><i>__INTEGRITY__</i>";
        assert_eq!(with_integrity(page, "sha384-x").expect("placeholders"), "<b>sha384-x</b><i>sha384-x</i>");
        assert!(with_integrity("<b></b>", "sha384-x").is_err());
    }

    #[test]
    fn scripts_and_styles_of_pages_are_copied_and_those_of_the_element_are_not() {
        for name in ["frame.js", "doctor-source.js", "page.css"] {
            assert!(is_of_a_page(name), "{name}");
        }
        for name in ["readiness-check.js", "readiness-check.d.ts", "frame.html"] {
            assert!(!is_of_a_page(name), "{name}");
        }
    }

    #[test]
    fn a_script_becomes_ascii_and_says_the_same() {
        assert_eq!(
            ascii("a = \"\\n“中”\" + `𠮷`; // é"),
            "a = \"\\n\\u201c\\u4e2d\\u201d\" + `\\ud842\\udfb7`; // \\u00e9"
        );
        assert_eq!(ascii("const x = 1;\n"), "const x = 1;\n");
    }

    #[test]
    fn a_finished_folder_lists_its_files_with_their_sizes() {
        let folder = std::env::temp_dir().join(format!("xtask-pages-{}", std::process::id()));
        let (www, dist) = (folder.join("www"), folder.join("dist"));
        fs::create_dir_all(www.join("server")).expect("a folder");
        fs::create_dir_all(&dist).expect("a folder");
        fs::write(www.join("server/nginx.conf"), "server").expect("to write");
        fs::write(dist.join("readiness-check.js"), "alert('Hello, world.');").expect("to write");
        fs::write(dist.join("index.html"), "__INTEGRITY__").expect("to write");
        let names = Names::of(&[b"x"]);
        finish(&www, &dist, &names, &json!([{ "id": "x-2018" }])).expect("finished");
        let list: Value = serde_json::from_slice(&fs::read(dist.join(LIST)).expect("a list")).expect("JSON");
        let server = fs::read_to_string(dist.join("server/nginx.conf")).expect("the configuration");
        fs::remove_dir_all(&folder).expect("to clean up");
        assert_eq!(server, "server");
        assert_eq!(list["build"], names.hash());
        assert_eq!(list["standards"][0]["id"], "x-2018");
        assert_eq!(
            list["files"],
            json!([{ "name": "index.html", "bytes": 71 }, { "name": "readiness-check.js", "bytes": 23 }])
        );
    }

    #[test]
    fn the_pages_lead_only_to_files_that_are_there() {
        let folder = std::env::temp_dir().join(format!("xtask-links-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let www = crate::root().join("www");
        super::super::copy_pages(&www, &folder).expect("the pages");
        for built in ["readiness-check.js", "licences.txt", "readiness-check.form.html", "offline.html"] {
            fs::write(folder.join(built), "built").expect("to write");
        }
        finish(&www, &folder, &Names::of(&[b"x"]), &json!([])).expect("finished");
        let mut seen = 0;
        for page in ["index.html", "frame.html", "check.html", "doctor.html", "versions.html"] {
            let html = fs::read_to_string(folder.join(page)).expect("a page");
            assert!(!html.contains(PLACEHOLDER), "{page}");
            for tag in crate::embed_check::page::tags(&html) {
                for link in ["src", "href"].into_iter().filter_map(|name| tag.get(name)) {
                    if link.starts_with('#') || link.starts_with("data:") {
                        continue;
                    }
                    assert!(folder.join(link).is_file(), "{page} leads to {link}");
                    seen += 1;
                }
            }
        }
        let doctor = fs::read_to_string(folder.join("doctor.js")).expect("the doctor");
        for part in doctor.split('"').filter(|word| word.starts_with("doctor-")) {
            assert!(folder.join(part).is_file(), "doctor.js loads {part}");
            seen += 1;
        }
        fs::remove_dir_all(&folder).expect("to clean up");
        assert!(seen > 20, "{seen} links");
    }
}
