//! Proves that the description of a standard is its document, key by key and in order.

mod standard;

use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::standard::{Grade, Standard, whole};
use standard::{json, path, written};

/// The documents of a data folder as they are shipped, complete with those on which they are based.
fn documents(folder: &str) -> Vec<Node> {
    let (report, documents) = xtask::data::load(&path(folder));
    assert!(report.is_clean(), "{report}");
    let shipped: Vec<Node> = documents.into_iter().map(|document| document.shipped).collect();
    shipped
        .iter()
        .map(|document| whole(document, &shipped).into_owned())
        .collect()
}

#[test]
fn the_shipped_standards_are_described_by_their_documents() {
    let documents = documents("data");
    assert_eq!(documents.len(), 2);
    for document in documents {
        let standard = standard::parse(&document);
        let description = json(&standard.describe());
        assert!(
            description == document.to_json(),
            "{}:\n{description}\n{}",
            standard.id,
            document.to_json()
        );
    }
}

/// Keys in their order, and everything that may be written in two ways left out.
fn canonical(node: &Node) -> Node {
    let is_default = |(key, value): &(String, Node)| {
        let empty = matches!(value, Node::List(items) if items.is_empty());
        empty || (key == "relation" && *value == Node::text("figure"))
    };
    match node {
        Node::List(items) => Node::List(items.iter().map(canonical).collect()),
        Node::Map(entries) => {
            let kept = entries.iter().filter(|entry| !is_default(entry));
            let mut kept: Vec<(String, Node)> =
                kept.map(|(key, value)| (key.clone(), canonical(value))).collect();
            kept.sort_by(|one, other| one.0.cmp(&other.0));
            Node::Map(kept)
        }
        other => other.clone(),
    }
}

#[test]
fn another_standard_is_described_by_what_its_document_says() {
    for document in documents("tests/cases/small-plant") {
        let standard = standard::parse(&document);
        let described = written(&standard.describe());
        assert_eq!(canonical(&described), canonical(&document));
        // A description is a standard again.
        let again = standard::parse(&described);
        assert_eq!(json(&again.describe()), described.to_json());
    }
}

#[test]
fn a_standard_in_one_language_is_described_in_it() {
    let english = xtask::data::load(&path("data")).1.remove(0).shipped;
    let english = only_english(&english);
    let standard = Standard::parse_checked(&english, &[Lang::En]).expect("one language is enough");
    assert_eq!(canonical(&written(&standard.describe())), canonical(&english));
}

fn only_english(node: &Node) -> Node {
    match node {
        Node::List(items) => Node::List(items.iter().map(only_english).collect()),
        Node::Map(entries) => {
            let kept = entries.iter().filter(|(key, _)| key != Lang::ZhCn.tag());
            Node::Map(
                kept.map(|(key, value)| (key.clone(), only_english(value)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

#[test]
fn a_grade_is_written_with_its_letter() {
    for (grade, letter) in Grade::ALL {
        assert_eq!(json(&grade), format!("\"{letter}\""));
        assert_eq!(grade.letter(), letter);
    }
}
