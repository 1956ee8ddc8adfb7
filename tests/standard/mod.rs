//! Standards for the tests, read from their data files as the build reads them.
#![allow(dead_code, reason = "each test file uses a part of this module")]

use readiness_check::answers::Answers;
use readiness_check::assess::Verdict;
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::standard::Standard;
use serde::Serialize;
use std::path::{Path, PathBuf};

pub mod programmes;

/// A path below the repository.
pub fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// The document of a standard of a data folder, complete with its sources.
pub fn document(folder: &str, id: &str) -> Node {
    let (report, documents) = xtask::data::load(&path(folder));
    assert!(report.is_clean(), "{folder} has faults:\n{report}");
    let found = documents.into_iter().find(|document| document.id == id);
    found
        .unwrap_or_else(|| panic!("{folder} has no standard {id}"))
        .node
}

/// A standard from its document.
pub fn parse(document: &Node) -> Standard {
    Standard::parse(document, &Lang::ALL).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The document of the small plant, a standard made up for the tests.
pub fn small_plant_document() -> Node {
    document("tests/cases/small-plant", "small-plant")
}

/// The standard of the small plant.
pub fn small_plant() -> Standard {
    parse(&small_plant_document())
}

/// A standard that is shipped.
pub fn shipped(id: &str) -> Standard {
    parse(&document("data", id))
}

/// An answer document.
pub fn answer_document(standard: &str, track: &str, answers: Node) -> Node {
    let text = |text: &str| Node::Text(text.to_owned());
    Node::Map(vec![
        ("format".to_owned(), text("readiness-check/answers")),
        ("version".to_owned(), Node::Number(1.0)),
        ("standard".to_owned(), text(standard)),
        ("track".to_owned(), text(track)),
        ("answers".to_owned(), answers),
    ])
}

/// A document that goes out, as a page gets it.
pub fn json(document: &impl Serialize) -> String {
    serde_json::to_string(document).expect("a document is JSON")
}

/// The same as a tree.
pub fn written(document: &impl Serialize) -> Node {
    Node::from_json(&json(document)).expect("it was just written")
}

/// The word that documents have for a verdict.
pub fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not-met",
        Verdict::Unknown => "unknown",
        Verdict::Depends => "depends",
    }
}

/// Answers, written as the JSON of the key `answers`.
pub fn answers(standard: &Standard, track: &str, json: &str) -> Answers {
    let given = Node::from_json(json).expect("the answers of a test are JSON");
    Answers::read(&answer_document(&standard.id, track, given), standard)
        .unwrap_or_else(|faults| panic!("{json}: {faults:#?}"))
}
