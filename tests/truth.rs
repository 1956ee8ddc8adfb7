//! What the announcements say is in the data, sentence by sentence, and the interface claims no more than the sources.
//! The sentences stand in `seeds/`, in our own short words.

mod standard;

use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::standard::Kind;
use readiness_check::strings::{Strings, fill};
use serde::Deserialize;
use std::fs;
use std::sync::OnceLock;

/// A file of sentences.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seed {
    /// Id of the document whose sentences they are.
    document: String,
    sentences: Vec<Sentence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Sentence {
    clause: String,
    says: String,
    #[serde(default)]
    held: Vec<Held>,
    left_out: Option<String>,
}

/// A place of the data and what is found there in one object.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    at: String,
    #[serde(default)]
    en: Vec<String>,
    value: Option<f64>,
    date: Option<String>,
    document: Option<String>,
}

const SEEDS: [&str; 2] = ["announcement-2018-15.toml", "four-basics-2019-notes.toml"];

fn seed(name: &str) -> Seed {
    let text =
        fs::read_to_string(standard::path("tests/seeds").join(name)).expect("the sentences can be read");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The data: `standards`, `programmes` and `sources`.
fn data() -> &'static Node {
    static DATA: OnceLock<Node> = OnceLock::new();
    DATA.get_or_init(|| {
        let standards = ["ningbo-3511-2018", "ningbo-3511-2017"].map(|id| standard::document("data", id));
        let programmes = standard::programmes::document("data");
        let mut sources = list(&programmes, "sources").to_vec();
        standards
            .iter()
            .for_each(|standard| sources.extend_from_slice(list(standard, "sources")));
        let part = |key: &str, items: Vec<Node>| (key.to_owned(), Node::List(items));
        Node::Map(vec![
            part("standards", standards.to_vec()),
            part("programmes", list(&programmes, "programmes").to_vec()),
            part("sources", sources),
        ])
    })
}

fn list<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    match node.get(key) {
        Some(Node::List(items)) => items,
        _ => &[],
    }
}

fn text<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    match node.get(key) {
        Some(Node::Text(text)) => Some(text),
        _ => None,
    }
}

/// The place that a path of keys and ids leads to.
fn place(path: &str) -> &'static Node {
    path.split('/').fold(data(), |node, step| {
        let of_list = |items: &'static [Node]| items.iter().find(|item| text(item, "id") == Some(step));
        let found = match node {
            Node::List(items) => of_list(items),
            _ => node.get(step),
        };
        found.unwrap_or_else(|| panic!("there is no {path}: {step}"))
    })
}

/// Whether one object here, or below it, holds what is looked for and comes from `document`.
fn holds(node: &Node, held: &Held, document: &str, outer: Option<&str>) -> bool {
    match node {
        Node::List(items) => items.iter().any(|item| holds(item, held, document, outer)),
        Node::Map(entries) => {
            let origins = [
                node,
                node.get("basis").unwrap_or(node),
                node.get("figure").unwrap_or(node),
            ];
            let origin = origins.iter().find_map(|origin| text(origin, "source")).or(outer);
            let said = |node: &Node| {
                text(node, "en").is_some_and(|said| held.en.iter().all(|words| said.contains(words)))
            };
            let says = held.en.is_empty()
                || entries.iter().any(|(_, value)| match value {
                    Node::List(items) => items.iter().any(said),
                    value => said(value),
                });
            let mut here = held.at.starts_with("sources/") || origin == Some(document);
            here &= says;
            here &= held
                .value
                .is_none_or(|value| node.get("value") == Some(&Node::Number(value)));
            here &= held
                .date
                .as_deref()
                .is_none_or(|date| text(node, "date") == Some(date));
            here &= held
                .document
                .as_deref()
                .is_none_or(|id| text(node, "document") == Some(id));
            here || entries
                .iter()
                .any(|(_, value)| holds(value, held, document, origin))
        }
        _ => false,
    }
}

#[test]
fn every_sentence_of_the_announcements_is_in_the_data_or_is_left_out_for_a_reason() {
    let mut missing = Vec::new();
    for name in SEEDS {
        let seed = seed(name);
        for sentence in &seed.sentences {
            let (says, clause) = (&sentence.says, &sentence.clause);
            let reason = sentence.left_out.as_ref();
            assert!(!says.is_empty() && !clause.is_empty(), "{name}");
            assert_eq!(sentence.held.is_empty(), reason.is_some(), "{clause}: {says}");
            for held in &sentence.held {
                let asks = held.value.is_some() || held.date.is_some() || held.document.is_some();
                assert!(asks || !held.en.is_empty(), "{clause}: {says} looks for nothing");
                if !holds(place(&held.at), held, &seed.document, None) {
                    missing.push(format!(
                        "{name}, {clause}: {says}\n  not at {} {:?}",
                        held.at, held.en
                    ));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn what_is_not_in_the_data_is_not_found_in_it() {
    let held = |at: &str, en: &str, value: Option<f64>| Held {
        at: at.to_owned(),
        en: vec![en.to_owned()],
        value,
        date: None,
        document: None,
    };
    let announcement = "ningbo-2018-15";
    let found = |held: Held, document: &str| holds(place(&held.at), &held, document, None);
    let directory = "programmes/ningbo-3511-directory";
    assert!(found(held(directory, "revised anytime", None), announcement));
    assert!(!found(held(directory, "revised every year", None), announcement));
    // Said, but by another document.
    assert!(!found(held(directory, "revised anytime", None), "ningbo-2017-12"));
    let equipment = "standards/ningbo-3511-2018/criteria/key-equipment";
    assert!(!found(held(equipment, "", Some(5.0)), announcement));
}

/// The words of the interface have no basis, so none of them may say that something is not published.
#[test]
fn the_interface_says_of_nothing_that_it_is_not_published() {
    for lang in Lang::ALL {
        for (name, words) in Strings::of(lang).all() {
            assert!(!xtask::data::says_unpublished(words), "{name}: {words}");
        }
    }
}

#[test]
fn not_published_is_told_from_not_found() {
    for said in [
        "清单没有公开。",
        "做到什么程度没有公布，所以这里不判断。",
        "没有公布过合格线",
        "不是2018年标准公布的要求",
        "The list is not published.",
        "No conditions on a firm are published.",
        "Their names are unpublished",
    ] {
        assert!(xtask::data::says_unpublished(said), "{said}");
    }
    for said in [
        "2018年的清单我们没有查到。",
        "已公开的条件：未达到。",
        "起至10月18日向社会公开征求意见",
        "公告没有写明",
        "We found no published scoring.",
        "Only three conditions are public; the rest was not found.",
        "Published conditions: not met.",
    ] {
        assert!(!xtask::data::says_unpublished(said), "{said}");
    }
}

/// The maker is "this tool" or "we", the firm is "your firm": no word may be read of either.
#[test]
fn we_are_never_the_firm() {
    let firm = [
        "贵公司",
        "贵厂",
        "本厂",
        "本企业",
        "我们自己",
        "跟我们有关",
        " is ours",
        " for us ",
        " our own",
    ];
    let mut texts: Vec<&str> = Lang::ALL
        .into_iter()
        .flat_map(|lang| Strings::of(lang).all())
        .map(|(_, words)| words)
        .collect();
    gather(data(), &mut texts);
    for words in texts {
        let said = format!(" {}", words.replace("Our", "our"));
        for firm in firm {
            assert!(!said.contains(firm), "{words}");
        }
    }
}

fn gather<'n>(node: &'n Node, texts: &mut Vec<&'n str>) {
    match node {
        Node::Text(text) => texts.push(text),
        Node::List(items) => items.iter().for_each(|item| gather(item, texts)),
        Node::Map(entries) => entries.iter().for_each(|(_, value)| gather(value, texts)),
        _ => {}
    }
}

/// What a plan tells to do is said for every answer that it can raise, by how much where that is a number, and each
/// once.
#[test]
fn every_answer_that_can_be_raised_says_what_to_do() {
    let standard = standard::shipped("ningbo-3511-2018");
    let mut seen = std::collections::BTreeSet::new();
    for question in &standard.questions {
        let Some(action) = &question.action else {
            assert!(question.effort.is_none(), "{} says nothing to do", question.id);
            continue;
        };
        assert!(question.effort.is_some(), "{} cannot be raised", question.id);
        let is_counted = matches!(question.kind, Kind::Count { .. } | Kind::ManyOf(_));
        for lang in Lang::ALL {
            let said = action.get(lang);
            assert_eq!(said.contains("{0}"), is_counted, "{said}");
            let filled = ["1", "2"].map(|count| fill(said, &[count]));
            assert!(
                filled.iter().all(|said| !said.contains(['{', '}', '|'])),
                "{filled:?}"
            );
            assert!(seen.insert(said.to_owned()), "{said} twice");
        }
    }
}
