//! `licences.txt`: the third-party crates in the module with their licences and copyright notices, which both must travel
//! with copies. Made anew at each build from what cargo says and from the crates' own files, so that it is true.

use crate::process::{output, program};
use crate::root;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The licences that are accepted, each with words of its text; of several the first is taken.
const ACCEPTED: [(&str, &str); 7] = [
    ("MIT", "permission is hereby granted, free of charge, to any person obtaining"),
    ("ISC", "permission to use, copy, modify, and/or distribute this software"),
    ("Zlib", "this software is provided 'as-is'"),
    ("BSD-3-Clause", "redistribution and use in source and binary forms"),
    ("Unicode-3.0", "unicode license v3"),
    ("BSL-1.0", "boost software license"),
    ("Apache-2.0", "apache license"),
];
/// How the names of files begin that hold a licence or a notice.
const FILES: [&str; 5] = ["licen", "copying", "copyright", "notice", "unlicense"];

/// A licence of a crate.
#[derive(Debug, PartialEq, Eq)]
struct Licence {
    id: &'static str,
    /// The lines that say whose it is.
    notices: Vec<String>,
    /// The rest.
    text: String,
}

/// Writes `licences.txt` into `folder`.
///
/// # Errors
/// Where cargo cannot tell what the module is made of, or a crate has no licence that is accepted.
pub fn write(folder: &Path) -> Result<()> {
    Ok(fs::write(folder.join("licences.txt"), text(&crates()?)?)?)
}

/// What `cargo metadata` says of each third-party crate in the module.
fn crates() -> Result<Vec<Value>> {
    let cargo = |words: &str| {
        let words = format!("{words} --locked");
        output(program("cargo").current_dir(root()).args(words.split(' ')))
            .with_context(|| format!("`cargo {words}` fails"))
    };
    let tree = cargo(
        "tree --package readiness-check --target wasm32-unknown-unknown --edges normal,no-proc-macro \
         --prefix none --format {p}",
    )?;
    let named = |line| str::split(line, " (").next()?.split_once(" v");
    let used: BTreeSet<(&str, &str)> = tree.lines().filter_map(named).collect();
    let metadata = cargo("metadata --format-version 1 --filter-platform wasm32-unknown-unknown")?;
    let mut metadata: Value = serde_json::from_str(&metadata)?;
    let Value::Array(mut packages) = metadata["packages"].take() else {
        bail!("cargo metadata lists no packages");
    };
    packages.retain(|package| {
        let key = (string(package, "name"), string(package, "version"));
        !package["source"].is_null() && used.contains(&key)
    });
    Ok(packages)
}

/// Each licence once, below whose it is.
fn text(crates: &[Value]) -> Result<String> {
    let mut groups: BTreeMap<(&str, String), (String, Vec<String>)> = BTreeMap::new();
    for package in crates {
        let name = format!("{} {}", string(package, "name"), string(package, "version"));
        for licence in licences(package).with_context(|| name.clone())? {
            let words = licence.text.to_lowercase().replace(|letter: char| !letter.is_alphanumeric(), "");
            let group = groups.entry((licence.id, words));
            let (_, owners) = group.or_insert((licence.text, Vec::new()));
            owners.push(format!("{name}: {}", licence.notices.join("; ")));
        }
    }
    let mut all = "readiness-check is licensed under MIT or Apache-2.0: LICENSE-MIT.txt, LICENSE-APACHE.txt.\n\n\
                   The WebAssembly module contains parts of Rust's standard library, MIT or Apache-2.0, Copyright (c) The\n\
                   Rust Project Contributors, and of the crates below. Where these offer several licences, the one named is\n\
                   taken. A crate without a notice of its own stands with its authors.\n"
        .to_owned();
    for ((id, _), (text, owners)) in groups {
        let (owners, text) = (owners.join("\n"), text.trim());
        write!(all, "\n==== {id} ====\n\n{owners}\n\n{text}\n")?;
    }
    Ok(all)
}

/// The licences under which a crate is taken, with the notices and texts of its own files.
fn licences(package: &Value) -> Result<Vec<Licence>> {
    let offered = string(package, "license");
    let expression = Expression::parse_mode(offered, ParseMode::LAX).ok();
    let expression = expression.with_context(|| format!("its licence is not understood: \"{offered}\""))?;
    let accepted: Result<Vec<_>, _> = ACCEPTED.iter().map(|(id, _)| Licensee::parse(id)).collect();
    let taken = expression.minimized_requirements(&accepted?).ok();
    let taken = taken.with_context(|| format!("its licence is not among those accepted: \"{offered}\""))?;
    let taken: Vec<_> = taken.iter().filter_map(|taken| taken.license.id()).collect();
    let mut files = Vec::new();
    for entry in fs::read_dir(Path::new(string(package, "manifest_path")).parent().context("no folder")?)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if entry.file_type()?.is_file() && FILES.iter().any(|start| name.starts_with(start)) {
            files.push((name, fs::read_to_string(entry.path())?));
        }
    }
    files.sort();
    let ids = ACCEPTED.iter().filter(|(id, _)| taken.iter().any(|taken| taken.name == *id));
    ids.map(|(id, words)| licence(id, words, &files, package)).collect()
}

fn licence(id: &'static str, words: &str, files: &[(String, String)], package: &Value) -> Result<Licence> {
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_own = |text: &str| spaced(&text.to_lowercase()).contains(words);
    let own = files.iter().map(|(_, text)| text).find(|text| is_own(text));
    let text = match (own, id) {
        (Some(own), _) => own.clone(),
        // Many crates of a workspace leave the text in its root, which is not published.
        (None, "MIT") => fs::read_to_string(root().join("LICENSE-MIT"))?,
        (None, "Apache-2.0") => fs::read_to_string(root().join("LICENSE-APACHE"))?,
        (None, _) => bail!("it brings no text of its licence {id}"),
    };
    let (notices, text): (Vec<&str>, Vec<&str>) =
        text.lines().map(str::trim_end).partition(|line| is_notice(line));
    let notices = if own.is_none() || notices.is_empty() {
        let authors = package["authors"].as_array().into_iter().flatten();
        let authors = authors.filter_map(|author| author.as_str()?.split(" <").next());
        let authors = authors.collect::<Vec<_>>().join(", ");
        vec![format!("authors: {}", if authors.is_empty() { "not named" } else { &authors })]
    } else {
        notices.into_iter().map(|line| line.trim().to_owned()).collect()
    };
    let text = text.join("\n");
    // Titles differ, and say nothing.
    let title = if id == "MIT" { text.find("Permission is").unwrap_or(0) } else { 0 };
    let text = text[title..].to_owned();
    Ok(Licence { id, notices, text })
}

/// Whether a line says whose something is: `Copyright (c) 2014 …`, not the sentences of a licence.
fn is_notice(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let after = line.strip_prefix("copyright").unwrap_or_default().trim_start();
    after.starts_with(|first: char| "(©".contains(first) || first.is_ascii_digit())
}

fn string<'a>(node: &'a Value, key: &str) -> &'a str {
    node[key].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const MIT: &str = "Permission is hereby granted, free of charge, to any person obtaining a copy";

    /// A crate with these files, as cargo tells of it.
    fn package(folder: &Path, name: &str, licence: &str, files: &[(&str, &str)]) -> Value {
        let own = folder.join(name);
        fs::create_dir_all(&own).expect("a folder");
        for (name, content) in files {
            fs::write(own.join(name), content).expect("to write");
        }
        let manifest = own.join("Cargo.toml");
        let authors = ["Ann <ann@example.org>"];
        json!({ "name": name, "version": "1.0.0", "license": licence, "authors": authors, "manifest_path": manifest })
    }

    #[test]
    fn a_licence_stands_once_below_everybody_whose_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let package = |name, licence, files: &[(&str, &str)]| package(folder.path(), name, licence, files);
        let notices = format!("The MIT License\n\nCopyright (c) 2014 Bob\nCopyright (c) 2015 Cy\n\n{MIT}");
        let wrapped = format!("MIT\nCopyright 2020 Dee\n{}", MIT.replace(", free", ",\n free"));
        let unicode = "UNICODE LICENSE V3\nCOPYRIGHT AND PERMISSION NOTICE";
        let crates = [
            package(
                "one",
                "Apache-2.0/MIT",
                &[("LICENSE-APACHE", "Apache License"), ("LICENSE-MIT", &notices)],
            ),
            package("two", "MIT", &[("license.md", &wrapped)]),
            package("three", "MIT AND Unicode-3.0", &[("LICENSE", MIT), ("LICENSE-UNICODE", unicode)]),
        ];
        let text = text(&crates).expect("a text");
        assert_eq!(text.matches("Permission is hereby granted").count(), 1, "{text}");
        for notice in [
            "one 1.0.0: Copyright (c) 2014 Bob; Copyright (c) 2015 Cy\n",
            "two 1.0.0: Copyright 2020 Dee\n",
            "three 1.0.0: authors: Ann\n",
            "==== Unicode-3.0 ====\n\nthree 1.0.0",
        ] {
            assert!(text.contains(notice), "{notice}: {text}");
        }
        assert!(!text.contains("Apache License"), "{text}");
    }

    #[test]
    fn a_crate_without_its_text_or_under_another_licence_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let told = |licence: &str| {
            let package = package(folder.path(), "one", licence, &[]);
            text(&[package]).map_err(|cause| format!("{cause:#}"))
        };
        assert!(told("MIT OR GPL-3.0").is_ok_and(|text| text.contains(MIT)));
        assert!(
            told("GPL-3.0-only").is_err_and(|words| words.contains("one 1.0.0: its licence is not among"))
        );
        assert!(told("ISC").is_err_and(|words| words.contains("brings no text")));
        assert!(told("").is_err_and(|words| words.contains("not understood")));
    }

    #[test]
    fn the_module_says_whose_it_is() {
        let text = text(&crates().expect("cargo")).expect("a text");
        for notice in ["\nwasm-bindgen ", ": Copyright (c) 2014 Alex Crichton\n", "\nslab ", "\nyew "] {
            assert!(text.contains(notice), "{notice}");
        }
        assert!(!text.contains("syn "), "what only builds is not in the module");
    }
}
