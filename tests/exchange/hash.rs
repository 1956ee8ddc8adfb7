//! The hash of a standard: that of its canonical JSON, whatever language is loaded.

use crate::standard::{document, parse, path, shipped, small_plant_document};
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::standard::{Standard, hexadecimal, whole};
use sha2::{Digest, Sha256};

const SHIPPED: [&str; 2] = ["ningbo-3511-2018", "ningbo-3511-2017"];

/// With every text in one language alone.
fn only(node: &Node, lang: Lang) -> Node {
    let is_text = |entries: &[(String, Node)]| {
        entries
            .iter()
            .all(|(key, _)| Lang::ALL.iter().any(|lang| lang.tag() == key))
    };
    match node {
        Node::List(items) => Node::List(items.iter().map(|item| only(item, lang)).collect()),
        Node::Map(entries) => {
            let kept = entries
                .iter()
                .filter(|(key, _)| !is_text(entries) || key == lang.tag());
            Node::Map(
                kept.map(|(key, value)| (key.clone(), only(value, lang)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

#[test]
fn it_is_that_of_the_canonical_json_as_a_library_writes_it() {
    for id in SHIPPED {
        let standard = shipped(id);
        // What a page can do with `describe()`. The library sorts keys and writes no white space.
        let mut described = serde_json::to_value(standard.describe()).expect("JSON");
        let object = described.as_object_mut().expect("an object");
        assert_eq!(object.remove("hash"), Some(standard.hash().into()));
        let keys: Vec<&String> = object.keys().collect();
        assert!(keys.is_sorted());
        assert_eq!(
            standard.hash(),
            hexadecimal(&Sha256::digest(described.to_string()))
        );
        println!("{id}: {}", standard.hash());
    }
    assert_ne!(shipped(SHIPPED[0]).hash(), shipped(SHIPPED[1]).hash());
}

#[test]
fn it_is_the_same_whatever_language_is_loaded() {
    let (report, documents) = xtask::data::load(&path("data"));
    assert!(report.is_clean());
    let all: Vec<Node> = documents
        .iter()
        .map(|document| document.shipped.clone())
        .collect();
    for document in &documents {
        let expected = parse(&document.node);
        for lang in Lang::ALL {
            let loaded: Vec<Node> = all.iter().map(|document| only(document, lang)).collect();
            let own = loaded
                .iter()
                .find(|own| own.get("id") == document.node.get("id"))
                .expect("it is shipped");
            let standard = Standard::parse_checked(&whole(own, &loaded), &[lang]).expect("it is valid");
            assert_eq!(standard.hash(), expected.hash());
        }
    }
}

#[test]
fn it_does_not_depend_on_how_a_document_is_written() {
    let document = small_plant_document();
    let standard = parse(&document);
    let described = serde_json::to_string(&standard.describe()).expect("JSON");
    let again = parse(&Node::from_json(&described).expect("JSON"));
    assert_eq!(again.hash(), standard.hash());
    let Node::Map(mut entries) = document else {
        panic!("a standard is an object")
    };
    entries.reverse();
    assert_eq!(parse(&Node::Map(entries)).hash(), standard.hash());
}

#[test]
fn a_document_that_carries_a_wrong_hash_is_refused() {
    let with = |hash: &str| {
        let Node::Map(mut entries) = document("data", SHIPPED[0]) else {
            panic!("a standard is an object")
        };
        entries.push(("hash".to_owned(), Node::text(hash)));
        Standard::parse(&Node::Map(entries), &Lang::ALL)
    };
    let standard = shipped(SHIPPED[0]);
    let hash = standard.hash();
    assert_eq!(with(hash).expect("its own hash").hash(), hash);
    let faults = with(&"0".repeat(64)).expect_err("another hash");
    assert_eq!((faults[0].code, faults[0].path.as_str()), ("wrong-hash", "/hash"));
    assert!(faults[0].message.contains(hash));
}

#[test]
fn data_of_the_build_without_a_hash_is_refused() {
    let faults = Standard::parse_checked(&document("data", SHIPPED[0]), &Lang::ALL).expect_err("no hash");
    assert_eq!(faults[0].code, "missing-key");
}
