//! The data files: read, checked, and every fault shown where it stands.

mod place;
mod problem;
mod programmes;
mod tree;

pub use problem::{Problem, Report};
pub use programmes::programmes;

use place::source_and_pointer;
use readiness_check::document::{Fault, Node};
use readiness_check::lang::Lang;
use readiness_check::standard::Standard;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use tree::Tree;

/// A standard as it is shipped: the file's document with the sources that it cites.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it was written.
    pub file: PathBuf,
    /// Its `id`.
    pub id: String,
    /// The document.
    pub node: Node,
}

/// Checks a data folder: `sources.toml`, every file in `standards/`, and the programmes with what stands beside them.
pub fn check(folder: &Path) -> Report {
    let (mut report, standards) = load(folder);
    report.join(programmes(folder, &standards).0);
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

/// Checks the given standards against the given file of sources.
pub fn load_files(sources: &Path, standards: &[PathBuf]) -> (Report, Vec<Document>) {
    let mut report = Report::default();
    let sources = Tree::read(sources, &mut report).inspect(|tree| only_sources(tree, &mut report));
    let mut seen: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut documents = Vec::new();
    for file in standards {
        let Some(standard) = Tree::read(file, &mut report) else {
            continue;
        };
        report.checked += 1;
        if standard.node.get("sources").is_some() {
            let message = "unknown key; documents are cited in sources.toml";
            report.add(standard.problem("/sources", "unknown-key", message));
            continue;
        }
        if let Some(Node::Text(id)) = standard.node.get("id") {
            if let Some(other) = seen.insert(id.clone(), file.clone()) {
                let message = format!("\"{id}\" is the id of {} already", other.display());
                report.add(standard.problem("/id", "duplicate-id", &message));
            }
            if file.file_stem().is_none_or(|stem| stem != id.as_str()) {
                let message = format!("the file of \"{id}\" is to be called {id}.toml");
                report.add(standard.problem("/id", "file-name", &message));
            }
        }
        let Some(sources) = &sources else { continue };
        let all = sources_of(&sources.node);
        for fault in faults(&with_sources(&standard.node, all.to_vec())) {
            let (tree, pointer) = source_and_pointer(&fault.path, &standard, sources);
            report.add(tree.problem(&pointer, fault.code, &fault.message));
        }
        documents.extend(document(file, &standard.node, all));
    }
    (report, documents)
}

/// What the engine finds wrong with a standard.
fn faults(node: &Node) -> Vec<Fault> {
    Standard::parse(node, &[Lang::ZhCn, Lang::En])
        .err()
        .unwrap_or_default()
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
    let mut entries = match standard {
        Node::Map(entries) => entries.clone(),
        _ => Vec::new(),
    };
    entries.push(("sources".to_owned(), Node::List(sources)));
    Node::Map(entries)
}

fn document(file: &Path, standard: &Node, sources: &[Node]) -> Option<Document> {
    let Some(Node::Text(id)) = standard.get("id") else {
        return None;
    };
    let mut cited = BTreeSet::new();
    cite(standard, &mut cited);
    let is_cited = |source: &&Node| match source.get("id") {
        Some(Node::Text(id)) => cited.contains(id.as_str()),
        _ => false,
    };
    let sources = sources.iter().filter(is_cited).cloned().collect();
    Some(Document {
        file: file.to_owned(),
        id: id.clone(),
        node: with_sources(standard, sources),
    })
}

/// Collects the ids of sources under every key `source`, `later` or `restsOn`.
fn cite<'n>(node: &'n Node, cited: &mut BTreeSet<&'n str>) {
    match node {
        Node::List(items) => items.iter().for_each(|item| cite(item, cited)),
        Node::Map(entries) => {
            for (key, value) in entries {
                match (key.as_str(), value) {
                    ("source", Node::Text(id)) => {
                        cited.insert(id);
                    }
                    ("later" | "restsOn", Node::List(ids)) => cited.extend(ids.iter().filter_map(text)),
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
