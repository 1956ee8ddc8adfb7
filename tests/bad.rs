//! Proves that the build refuses every faulty data file, and says of each fault its code, its JSON pointer and its
//! line. Each file of `bad/` changes the standard of the small plant, which is valid, and names the faults that the
//! changes make; all of them are found at once.

mod standard;

use readiness_check::document::Node;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of `bad/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bad {
    #[serde(default)]
    change: Vec<Change>,
    /// Files beside those of the small plant.
    #[serde(default)]
    add: Vec<Added>,
    fault: Vec<Fault>,
}

/// A further file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Added {
    file: String,
    text: String,
}

/// A piece of a data file, which occurs once, and what replaces it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    #[serde(default = "standard_file")]
    file: String,
    find: String,
    put: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    code: String,
    path: String,
    /// How the line begins, or the lines from it on, in one of the changed files; the file itself where it is empty.
    #[serde(default)]
    line: String,
    /// How many lines below that the fault is shown.
    #[serde(default)]
    below: isize,
}

fn standard_file() -> String {
    STANDARD.to_owned()
}

const STANDARD: &str = "standards/small-plant.toml";
const FILES: [&str; 5] = [
    "sources.toml",
    STANDARD,
    "industries.toml",
    "facts.toml",
    "programmes/village.toml",
];

/// A fault as people see it: file, line, code and pointer.
type Shown = (String, usize, String, String);

fn text_of(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// A data folder like that of the small plant, with these changes and further files.
fn folder(name: &str, changes: &[Change], added: &[Added]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad").join(name);
    let _ = fs::remove_dir_all(&folder);
    for inner in ["standards", "programmes"] {
        fs::create_dir_all(folder.join(inner)).expect("a folder of the build can be written");
    }
    for file in FILES {
        let mut text = text_of(&standard::path("tests/cases/small-plant").join(file));
        for change in changes.iter().filter(|change| change.file == file) {
            let found = text.matches(&change.find).count();
            assert_eq!(found, 1, "{name}: {file} has {found} times\n{}", change.find);
            text = text.replace(&change.find, &change.put);
        }
        fs::write(folder.join(file), text).expect("a file of the build can be written");
    }
    for added in added {
        fs::write(folder.join(&added.file), &added.text).expect("a file of the build can be written");
    }
    let other = changes
        .iter()
        .find(|change| !FILES.contains(&change.file.as_str()));
    assert!(other.is_none(), "{name} changes a file that does not exist");
    folder
}

/// Where a fault is expected.
fn expected(name: &str, folder: &Path, bad: &Bad, fault: &Fault) -> Shown {
    let shown = |file: &str, line: usize| (file.to_owned(), line, fault.code.clone(), fault.path.clone());
    if fault.line.is_empty() {
        return shown(STANDARD, 1);
    }
    let at = |files: &[&str]| {
        let mut places = Vec::new();
        for file in files {
            let text = text_of(&folder.join(file));
            let starts = text.match_indices(&fault.line).map(|(start, _)| start);
            places.extend(starts.map(|start| shown(file, text[..start].matches('\n').count() + 1)));
        }
        places
    };
    // In the files that were changed or added; a fault may also show itself in a file that relies on them.
    let changed = |file: &&str| bad.change.iter().any(|change| change.file == *file);
    let added = bad.add.iter().map(|added| added.file.as_str());
    let mut places = at(&FILES.into_iter().filter(changed).chain(added).collect::<Vec<_>>());
    if places.is_empty() {
        places = at(&FILES);
    }
    let [(file, line, ..)] = places.as_slice() else {
        panic!(
            "{name}: the line of a fault is there {} times:\n{}",
            places.len(),
            fault.line
        );
    };
    shown(
        file,
        line.checked_add_signed(fault.below).expect("a line of the file"),
    )
}

fn found(folder: &Path) -> Vec<Shown> {
    let report = xtask::data::check(folder);
    let problems = report.problems.iter().map(|problem| {
        let file = problem.file.strip_prefix(folder).expect("a file of the folder");
        let picture = problem.to_string();
        assert!(picture.contains(&problem.message), "{picture}");
        assert!(
            picture.contains(&format!(":{}:{}", problem.line, problem.column)),
            "{picture}"
        );
        assert!(picture.contains('^'), "nothing is marked:\n{picture}");
        let file = file.to_str().expect("UTF-8").to_owned();
        (file, problem.line, problem.code.clone(), problem.path.clone())
    });
    problems.collect()
}

/// Every file of `bad/` with its name.
fn all() -> Vec<(String, Bad)> {
    let folder = fs::read_dir(standard::path("tests/bad")).expect("the folder can be read");
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let read = |file: PathBuf| {
        let name = file
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("UTF-8")
            .to_owned();
        let text = text_of(&file);
        assert!(text.starts_with("# "), "{name} does not say what is wrong in it");
        let bad: Bad = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(
            !(bad.fault.is_empty() || bad.change.is_empty() && bad.add.is_empty()),
            "{name} proves nothing"
        );
        (name, bad)
    };
    files.into_iter().map(read).collect()
}

#[test]
fn the_small_plant_itself_has_no_fault() {
    let report = xtask::data::check(&folder("none", &[], &[]));
    assert!(report.is_clean(), "{report}");
    assert_eq!(report.checked, 1);
}

#[test]
fn an_edition_that_is_based_on_another_takes_the_rest_from_it() {
    let text = OWN_KEYS.to_owned() + "criteria = []\n";
    let file = "standards/small-plant-earlier.toml".to_owned();
    let folder = folder("based", &[], &[Added { file, text }]);
    let (report, documents) = xtask::data::load(&folder);
    assert!(report.is_clean(), "{report}");
    let [base, earlier] = documents.as_slice() else {
        panic!("{} standards", documents.len());
    };
    assert_eq!([&base.id, &earlier.id], ["small-plant", "small-plant-earlier"]);
    assert_eq!(
        [&base.based_on, &earlier.based_on],
        [&None, &Some("small-plant".to_owned())]
    );
    let [own, theirs] = [&earlier.node, &base.node];
    assert_eq!(own.get("edition"), Some(&Node::Text("0".to_owned())));
    assert_eq!(own.get("criteria"), Some(&Node::List(Vec::new())));
    for key in [
        "questions",
        "elements",
        "rates",
        "relations",
        "rules",
        "basis",
        "departments",
    ] {
        assert_eq!(own.get(key), theirs.get(key), "{key}");
    }
    // What is shipped holds no more than its own keys; both cite the same documents.
    let Node::Map(shipped) = &earlier.shipped else {
        panic!("a standard is an object");
    };
    let keys: Vec<&str> = shipped.iter().map(|(key, _)| key.as_str()).collect();
    let expected = [
        "id", "basedOn", "edition", "title", "source", "standing", "criteria", "sources", "hash",
    ];
    assert_eq!(keys, expected);
    assert_eq!(earlier.shipped.get("sources"), Some(&Node::List(Vec::new())));
    assert_eq!(own.get("sources"), theirs.get("sources"));
    let Node::Map(mut all) = base.node.clone() else {
        panic!("a standard is an object");
    };
    let hash = standard::parse(&base.node).hash().to_owned();
    all.push(("hash".to_owned(), Node::Text(hash)));
    assert_eq!(base.shipped, Node::Map(all));
}

/// An edition that says of itself what it must.
const OWN_KEYS: &str = r#"id = "small-plant-earlier"
basedOn = "small-plant"
edition = "0"
title = { zh-CN = "小厂旧标准", en = "Earlier Small Plant Standard" }
source = "house-rules"
standing = { zh-CN = "已废止。", en = "Abolished." }
"#;

#[test]
fn every_faulty_file_is_refused_with_each_fault_at_its_line() {
    let mut failures = Vec::new();
    for (name, bad) in all() {
        let folder = folder(&name, &bad.change, &bad.add);
        let mut expected: Vec<_> = bad
            .fault
            .iter()
            .map(|fault| expected(&name, &folder, &bad, fault))
            .collect();
        let mut found = found(&folder);
        expected.sort();
        found.sort();
        if found != expected {
            failures.push(format!("{name}:\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn there_is_a_faulty_file_for_every_kind_of_fault() {
    let files = all();
    let found: BTreeSet<&str> = files
        .iter()
        .flat_map(|(_, bad)| &bad.fault)
        .map(|fault| fault.code.as_str())
        .collect();
    assert_eq!(found, BTreeSet::from(CODES));
}

/// Every code that a fault of a data file can have. Others cannot come from one file: `no-standard`, `no-programme` and
/// `unreadable` of a folder, and `duplicate-key`, which TOML finds first.
const CODES: [&str; 35] = [
    "bad-address",
    "bad-base",
    "bad-code",
    "bad-date",
    "bad-direction",
    "bad-effect",
    "bad-effort",
    "bad-example",
    "bad-group",
    "bad-id",
    "bad-initials",
    "bad-points",
    "bad-rate",
    "bad-reading",
    "bad-relation",
    "bad-rule",
    "bad-weights",
    "duplicate-id",
    "empty",
    "file-name",
    "known-until",
    "missing-key",
    "no-basis",
    "not-published",
    "not-toml",
    "not-whole",
    "out-of-bounds",
    "too-many-decimals",
    "unknown-id",
    "unknown-key",
    "unknown-word",
    "unreachable",
    "unread",
    "unused",
    "wrong-type",
];

/// The codes of all that is wrong with a folder.
fn codes(folder: &Path) -> Vec<String> {
    let problems = xtask::data::check(folder).problems.into_iter();
    problems.map(|problem| problem.code).collect()
}

#[test]
fn a_folder_without_a_standard_is_refused() {
    let folder = folder("empty", &[], &[]);
    fs::remove_file(folder.join(STANDARD)).expect("a file of the build");
    assert_eq!(codes(&folder), ["no-standard"]);
}

#[test]
fn a_folder_of_programmes_without_one_is_refused() {
    let folder = folder("no-programme", &[], &[]);
    fs::remove_file(folder.join("programmes/village.toml")).expect("a file of the build");
    assert_eq!(codes(&folder), ["no-programme"]);
}

#[test]
fn programmes_without_their_facts_are_refused() {
    let folder = folder("no-facts", &[], &[]);
    fs::remove_file(folder.join("facts.toml")).expect("a file of the build");
    assert_eq!(codes(&folder), ["unreadable"]);
}

#[test]
fn a_folder_without_sources_is_refused() {
    let folder = folder("no-sources", &[], &[]);
    fs::remove_file(folder.join("sources.toml")).expect("a file of the build");
    assert_eq!(codes(&folder), ["unreadable"]);
}

#[test]
fn two_standards_of_one_id_are_refused() {
    let folder = folder("twice", &[], &[]);
    fs::copy(folder.join(STANDARD), folder.join("standards/another.toml")).expect("a file of the build");
    let mut found: Vec<_> = xtask::data::check(&folder)
        .problems
        .into_iter()
        .map(|problem| (problem.code, problem.path))
        .collect();
    found.sort();
    let id = |code: &str| (code.to_owned(), "/id".to_owned());
    assert_eq!(found, [id("duplicate-id"), id("file-name")]);
}
