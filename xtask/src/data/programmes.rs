//! The files of the programmes: put together, checked, and every fault shown where it stands.

use super::problem::Report;
use super::tree::Tree;
use super::{Document, cited, place, problem, sources_of, text};
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::programmes::Programmes;
use std::fs;
use std::path::{Path, PathBuf};

/// The files beside those of the programmes, each with the keys that it holds.
const BESIDE: [(&str, &[&str]); 2] =
    [("industries.toml", &["industryBasis", "industries"]), ("facts.toml", &["factBasis", "facts"])];

/// Checks the programmes of a data folder against its standards, and gives them as one document with the sources that
/// they cite; none where the folder has no `programmes/`.
pub fn programmes(folder: &Path, standards: &[Document]) -> (Report, Option<Node>) {
    let mut report = Report::default();
    let own = folder.join("programmes");
    if !own.is_dir() {
        return (report, None);
    }
    let mut files: Vec<PathBuf> = fs::read_dir(&own)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    if files.is_empty() {
        let message = "there is no programme (*.toml) in this folder";
        report.add(problem::Problem::of_file(&own, "no-programme", message));
    }
    let mut parts = Vec::new();
    let mut listed = Vec::new();
    for (name, keys) in BESIDE {
        if let Some(tree) = Tree::read(&folder.join(name), &mut report) {
            only(&tree, keys, &mut report);
            parts.push(Part { tree, keys, first: 0 });
        }
    }
    for file in &files {
        if let Some(tree) = Tree::read(file, &mut report) {
            only(&tree, &["programmes"], &mut report);
            let own = match tree.node.get("programmes") {
                Some(Node::List(own)) => own.clone(),
                _ => Vec::new(),
            };
            let first = listed.len();
            listed.extend(own);
            parts.push(Part { tree, keys: &["programmes"], first });
        }
    }
    let sources = Tree::read(&folder.join("sources.toml"), &mut Report::default());
    // What could not be read has been told; what it lacks would be told a hundred times.
    let complete = parts.len() == BESIDE.len() + files.len();
    let Some(sources) = sources.filter(|_| complete && !files.is_empty()) else {
        return (report, None);
    };
    let all = sources_of(&sources.node);
    let document = composed(&parts, listed.clone(), all);
    if let Err(faults) = Programmes::parse(&document, &Lang::ALL) {
        for fault in faults {
            let (tree, pointer) = found(&fault.path, &parts, &sources);
            report.add(tree.problem(&pointer, fault.code, &fault.message));
        }
    }
    for (path, message) in unknown_in_standards(&document, standards) {
        let (tree, pointer) = found(&path, &parts, &sources);
        report.add(tree.problem(&pointer, "unknown-id", &message));
    }
    let cited = cited(&document, all);
    (report, Some(composed(&parts, listed, &cited)))
}

/// A file and what it gives to the document.
struct Part {
    tree: Tree,
    keys: &'static [&'static str],
    /// How many programmes stand before those of this file.
    first: usize,
}

fn only(tree: &Tree, keys: &[&str], report: &mut Report) {
    let Node::Map(entries) = &tree.node else { return };
    for (key, _) in entries.iter().filter(|(key, _)| !keys.contains(&key.as_str())) {
        let message = format!("unknown key; this file holds {}", keys.join(" and "));
        report.add(tree.problem(&place::child("", key), "unknown-key", &message));
    }
}

/// The document: what stands beside the programmes, these, and the sources.
fn composed(parts: &[Part], programmes: Vec<Node>, sources: &[Node]) -> Node {
    let mut entries = Vec::new();
    for part in parts.iter().filter(|part| part.keys.len() > 1) {
        let given = part.keys.iter();
        entries.extend(given.filter_map(|key| Some(((*key).to_owned(), part.tree.node.get(key)?.clone()))));
    }
    entries.push(("programmes".to_owned(), Node::List(programmes)));
    entries.push(("sources".to_owned(), Node::List(sources.to_vec())));
    Node::Map(entries)
}

/// The file that a pointer into the document leads to, and the pointer in it.
fn found<'t>(pointer: &str, parts: &'t [Part], sources: &'t Tree) -> (&'t Tree, String) {
    let mut steps = pointer.splitn(4, '/').skip(1);
    let (key, number, rest) = (
        steps.next().unwrap_or_default(),
        steps.next().and_then(|number| number.parse::<usize>().ok()),
        steps.next().map_or(String::new(), |rest| format!("/{rest}")),
    );
    let of = |part: &&Part| part.keys.contains(&key);
    match (key, number) {
        ("programmes", Some(number)) => {
            let before = |part: &&Part| of(part) && part.first <= number;
            match parts.iter().rfind(before) {
                Some(part) => (&part.tree, format!("/programmes/{}{rest}", number - part.first)),
                None => (sources, pointer.to_owned()),
            }
        }
        _ => match parts.iter().find(of) {
            Some(part) => (&part.tree, pointer.to_owned()),
            // The sources, or a key that no file gave.
            None if key == "sources" => (sources, pointer.to_owned()),
            None => (parts.first().map_or(sources, |part| &part.tree), pointer.to_owned()),
        },
    }
}

/// Every id of a rate, a question or a criterion that no standard has, with its place.
fn unknown_in_standards(document: &Node, standards: &[Document]) -> Vec<(String, String)> {
    let list = |node: &Node, key: &str| match node.get(key) {
        Some(Node::List(items)) => items.clone(),
        _ => Vec::new(),
    };
    let id = |node: &Node, key: &str| node.get(key).and_then(text).map(str::to_owned);
    let has = |standard: &Document, key: &str, wanted: &str| {
        list(&standard.node, key).iter().any(|item| id(item, "id").as_deref() == Some(wanted))
    };
    let mut unknown = Vec::new();
    for (index, fact) in list(document, "facts").iter().enumerate() {
        for (key, listed, what) in [("rate", "rates", "rate"), ("question", "questions", "question")] {
            if let Some(wanted) = id(fact, key)
                && !standards.iter().any(|standard| has(standard, listed, &wanted))
            {
                let message = format!("no standard has a {what} \"{wanted}\"");
                unknown.push((format!("/facts/{index}/{key}"), message));
            }
        }
    }
    for (index, programme) in list(document, "programmes").iter().enumerate() {
        for (number, condition) in list(programme, "conditions").iter().enumerate() {
            let (Some(standard), Some(criterion)) = (id(condition, "standard"), id(condition, "criterion"))
            else {
                continue;
            };
            let path = format!("/programmes/{index}/conditions/{number}");
            match standards.iter().find(|found| found.id == standard) {
                None => {
                    unknown.push((format!("{path}/standard"), format!("there is no standard \"{standard}\"")))
                }
                Some(found) if !has(found, "criteria", &criterion) => {
                    let message = format!("\"{standard}\" has no criterion \"{criterion}\"");
                    unknown.push((format!("{path}/criterion"), message));
                }
                Some(_) => {}
            }
        }
    }
    unknown
}
