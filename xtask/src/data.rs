//! The data files: read, checked, and every fault shown where it stands.

mod claims;
mod editions;
mod place;
mod problem;
mod programmes;
mod tree;

pub use claims::{claims, says_unpublished};
pub use problem::{Problem, Report};
pub use programmes::programmes;

use place::source_and_pointer;
use readiness_check::document::{Fault, Node};
use readiness_check::lang::Lang;
use readiness_check::standard::{Standard, composed};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use tree::Tree;

/// A standard: the file's document, complete with the base that it names and the sources that it cites.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it was written.
    pub file: PathBuf,
    /// Its `id`.
    pub id: String,
    /// The complete document.
    pub node: Node,
    /// The standard on which it is based, if it is.
    pub based_on: Option<String>,
    /// What of the document is shipped: all of it; of one that is based on another, what it does not share. Its hash is
    /// that of the complete document in every language, of which a browser loads one.
    pub shipped: Node,
}

/// Checks a data folder: `sources.toml`, every file in `standards/`, the programmes with what stands beside them, and,
/// where they are sound, what they claim.
pub fn check(folder: &Path) -> Report {
    let (mut report, standards) = load(folder);
    report.join(programmes(folder, &standards).0);
    if report.is_clean() {
        report.join(claims(folder));
    }
    report
}

/// Checks a data folder, and gives the standards in it. They are complete where the report is clean.
pub fn load(folder: &Path) -> (Report, Vec<Document>) {
    let standards = folder.join("standards");
    let mut files: Vec<PathBuf> = fs::read_dir(&standards)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    let (mut report, documents) = load_files(&folder.join("sources.toml"), &files);
    if files.is_empty() {
        report.add(Problem::of_file(
            &standards,
            "no-standard",
            "there is no standard (*.toml) in this folder",
        ));
    }
    (report, documents)
}

/// Checks the given standards against the given file of sources. Those that stand alone come first, each group in the
/// given order.
pub fn load_files(sources: &Path, standards: &[PathBuf]) -> (Report, Vec<Document>) {
    let mut report = Report::default();
    let sources = Tree::read(sources, &mut report).inspect(|tree| only_sources(tree, &mut report));
    let mut trees = Vec::new();
    for file in standards {
        let Some(tree) = Tree::read(file, &mut report) else {
            continue;
        };
        report.checked += 1;
        let kept = [
            ("sources", "unknown key; documents are cited in sources.toml"),
            ("hash", "unknown key; the build works the hash out"),
        ];
        let found = kept.iter().find(|(key, _)| tree.node.get(key).is_some());
        match found {
            Some((key, message)) => report.add(tree.problem(&place::child("", key), "unknown-key", message)),
            None => trees.push(tree),
        }
    }
    names(&trees, &mut report);
    let (alone, based): (Vec<&Tree>, Vec<&Tree>) =
        trees.iter().partition(|tree| tree.node.get("basedOn").is_none());
    let mut documents = Vec::new();
    let Some(sources) = &sources else {
        return (report, documents);
    };
    let all = sources_of(&sources.node);
    for tree in alone {
        for fault in faults(&with_sources(&tree.node, all.to_vec())) {
            let (tree, pointer) = source_and_pointer(&fault.path, tree, sources);
            report.add(tree.problem(&pointer, fault.code, &fault.message));
        }
        documents.extend(document(tree, all));
    }
    for tree in based {
        let Some(base) = editions::base(tree, &trees, &mut report) else {
            continue;
        };
        for fault in faults(&with_sources(&composed(&tree.node, &base.node), all.to_vec())) {
            let (place, pointer) =
                source_and_pointer(&fault.path, editions::author(&fault.path, tree, base), sources);
            let problem = place.problem(&pointer, fault.code, &fault.message);
            // What is wrong with the base was told of the base; the rest is wrong by what is put in its place.
            if report.problems.contains(&problem) {
                continue;
            }
            let message = match std::ptr::eq(place, base) {
                true => format!("{}; so for {}, which is based on this", fault.message, tree.file.display()),
                false => fault.message,
            };
            report.add(place.problem(&pointer, fault.code, &message));
        }
        documents.extend(editions::document(tree, base, all));
    }
    (report, documents)
}

/// Every standard has an id of its own, and its file is called so.
fn names(trees: &[Tree], report: &mut Report) {
    let mut seen: BTreeMap<&str, &Path> = BTreeMap::new();
    for tree in trees {
        let Some(id) = id_of(tree) else { continue };
        if let Some(other) = seen.insert(id, &tree.file) {
            let message = format!("\"{id}\" is the id of {} already", other.display());
            report.add(tree.problem("/id", "duplicate-id", &message));
        }
        if tree.file.file_stem().is_none_or(|stem| stem != id) {
            let message = format!("the file of \"{id}\" is to be called {id}.toml");
            report.add(tree.problem("/id", "file-name", &message));
        }
    }
}

fn id_of(tree: &Tree) -> Option<&str> {
    tree.node.get("id").and_then(text)
}

/// What the engine finds wrong with a standard.
fn faults(node: &Node) -> Vec<Fault> {
    Standard::parse(node, &[Lang::ZhCn, Lang::En]).err().unwrap_or_default()
}

fn only_sources(tree: &Tree, report: &mut Report) {
    let Node::Map(entries) = &tree.node else { return };
    for (key, value) in entries {
        match value {
            Node::List(_) if key == "sources" => {}
            _ => {
                let message = "unknown key; every entry of this file begins with [[sources]]";
                report.add(tree.problem(&place::child("", key), "unknown-key", message));
            }
        }
    }
}

fn sources_of(node: &Node) -> &[Node] {
    match node.get("sources") {
        Some(Node::List(list)) => list,
        _ => &[],
    }
}

fn with_sources(standard: &Node, sources: Vec<Node>) -> Node {
    with(standard.clone(), "sources", Node::List(sources))
}

fn document(tree: &Tree, sources: &[Node]) -> Option<Document> {
    let node = with_sources(&tree.node, cited(&tree.node, sources));
    Some(Document {
        file: tree.file.clone(),
        id: id_of(tree)?.to_owned(),
        shipped: with_hash(node.clone(), &node),
        based_on: None,
        node,
    })
}

/// What is shipped, with the hash of the whole standard, which a browser cannot work out from one language. A faulty
/// standard has none, and is not shipped.
fn with_hash(shipped: Node, whole: &Node) -> Node {
    match Standard::parse(whole, &Lang::ALL) {
        Ok(standard) => with(shipped, "hash", Node::text(standard.hash())),
        Err(_) => shipped,
    }
}

/// The document with one more key.
fn with(document: Node, key: &str, value: Node) -> Node {
    match document {
        Node::Map(mut entries) => {
            entries.push((key.to_owned(), value));
            Node::Map(entries)
        }
        other => other,
    }
}

/// The sources that a document cites.
fn cited(node: &Node, sources: &[Node]) -> Vec<Node> {
    let mut cited = BTreeSet::new();
    cite(node, &mut cited);
    let is_cited = |source: &&Node| source.get("id").and_then(text).is_some_and(|id| cited.contains(id));
    sources.iter().filter(is_cited).cloned().collect()
}

/// Collects the ids of sources under every key `source` or `document`, and what `later` and `restsOn` list.
fn cite<'n>(node: &'n Node, cited: &mut BTreeSet<&'n str>) {
    match node {
        Node::List(items) => items.iter().for_each(|item| cite(item, cited)),
        Node::Map(entries) => {
            for (key, value) in entries {
                match (key.as_str(), value) {
                    ("source" | "document", Node::Text(id)) => {
                        cited.insert(id);
                    }
                    ("later" | "restsOn", Node::List(entries)) => {
                        cited.extend(entries.iter().filter_map(text));
                        cite(value, cited);
                    }
                    _ => cite(value, cited),
                }
            }
        }
        _ => {}
    }
}

fn text(node: &Node) -> Option<&str> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
