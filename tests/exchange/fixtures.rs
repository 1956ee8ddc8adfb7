//! The oldest file, table and codes of each version, which every later release reads. Where the questionnaire of an edition
//! changes, they are no longer read, and neither is what people saved and printed: that is a new edition, with a
//! carrying over, never a change of the fixtures.
//!
//! A missing fixture is written by `WRITE_FIXTURES=1 cargo test --test exchange fixtures`; one that is there never is.

use crate::drawn::{self, Random};
use crate::standard::{answers, path, shipped, written};
use readiness_check::answers::{Answers, Extra, Part, Said, Way};
use readiness_check::document::Node;
use readiness_check::exchange::{decode, encode, file, table};
use readiness_check::lang::Lang;
use readiness_check::standard::Standard;
use std::fs;

fn editions() -> [Standard; 2] {
    ["ningbo-3511-2018", "ningbo-3511-2017"].map(shipped)
}

/// The content of a fixture, or what is written where there is none yet and that is wanted.
fn fixture(name: &str, write: impl FnOnce() -> String) -> String {
    let file = path("tests/fixtures").join(name);
    if !file.exists() && std::env::var_os("WRITE_FIXTURES").is_some() {
        fs::create_dir_all(path("tests/fixtures")).expect("the folder can be made");
        fs::write(&file, write()).expect("the fixture can be written");
    }
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// An answer of each kind, and of each that has no value.
fn sample(standard: &Standard) -> Answers {
    let mut answers = answers(
        standard,
        "discrete",
        r#"{"equipment-kinds": 8, "equipment-sets": 23, "software-copyrights": "unknown", "standard-drafts": 0, "invention-patents-filed": 999999,
            "control-loops": 40, "key-machines": "not-applicable", "production-efficiency-before": 12.5, "production-efficiency-after": 0.01}"#,
    );
    let mut random = Random::new(7);
    for (index, question) in standard.questions.iter().enumerate() {
        if question.element.is_some() && index % 2 == 0 {
            answers.set(index, Some(drawn::value(&mut random, question, drawn::FULL)));
        }
    }
    answers.keep(
        Extra::Notes,
        &["equipment-kinds"],
        Some(Node::text("按台账，=SUM(A1) 也照写")),
    );
    answers.keep(
        Extra::Evidence,
        &["equipment-kinds", "paper=台账", "state"],
        Some(Node::text("have")),
    );
    answers.keep(Extra::Profile, &["plant"], Some(Node::text("北仑一厂")));
    answers.keep(Extra::Costs, &["target"], Some(Node::text("published")));
    answers
}

#[test]
fn the_files_of_version_1_are_read() {
    let [standard, other] = editions();
    let sample = sample(&standard);
    let text = fixture("version-1.readiness.json", || {
        file::write(&standard, &sample, "2026-01-09T14:30:00+08:00")
    });
    let read =
        file::read(text.as_bytes(), &[&other, &standard]).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!((read.standard, read.answers), (1, sample));
    assert_eq!(
        read.saved.expect("it was saved").date,
        "2026-01-09T14:30:00+08:00"
    );
}

#[test]
fn the_file_of_a_department_is_read() {
    let [standard, other] = editions();
    let mut sample = answers(
        &standard,
        "discrete",
        r#"{"equipment-kinds": 8, "equipment-sets": "unknown"}"#,
    );
    let [department, by, date] = ["production", "王工", "2026-11-28T14:30:00+08:00"].map(str::to_owned);
    let kinds = standard
        .question("equipment-kinds")
        .expect("a question of the contract");
    let part = Part {
        by: by.clone(),
        ..Part::of(&standard, &department, Way::Filled).expect("a department of the standard")
    };
    sample.note_said(kinds, Some(Said { department, by, date }));
    let text = fixture("version-1.part.readiness.json", || {
        file::write_part(&standard, &sample, "2026-11-28T14:30:00+08:00", Some(&part))
    });
    let read =
        file::read(text.as_bytes(), &[&other, &standard]).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!((read.standard, read.answers, read.part), (1, sample, Some(part)));
}

#[test]
fn the_tables_of_version_1_are_read() {
    let [standard, other] = editions();
    let mut sample = sample(&standard);
    for lang in Lang::ALL {
        let text = fixture(&format!("version-1.{}.csv", lang.tag()), || {
            table::write(&standard, &sample, lang)
        });
        let read =
            table::read(text.as_bytes(), &[&other, &standard]).unwrap_or_else(|faults| panic!("{faults:#?}"));
        for extra in Extra::ALL {
            sample.keep(extra, &[], None);
        }
        assert_eq!(read, (1, sample.clone()), "{lang:?}");
    }
}

#[test]
fn the_codes_of_version_1_are_read() {
    let standards = editions();
    let all: Vec<&Standard> = standards.iter().collect();
    let text = fixture("version-1.codes.jsonl", || {
        let mut random = Random::new(8);
        let mut lines = String::new();
        for case in 0..24 {
            let standard = &standards[case % 2];
            let answers = if case < 2 {
                sample(standard)
            } else {
                drawn::answers(&mut random, standard)
            };
            let mut bare = answers.clone();
            Extra::ALL.iter().for_each(|extra| bare.keep(*extra, &[], None));
            let line = Node::map([
                ("code", Node::text(&encode(standard, &answers))),
                ("answers", written(&bare.document(standard))),
            ]);
            lines.push_str(&line.to_json());
            lines.push('\n');
        }
        lines
    });
    let mut count = 0;
    for line in text.lines() {
        let line = Node::from_json(line).expect("JSON");
        let (Some(Node::Text(code)), Some(document)) = (line.get("code"), line.get("answers")) else {
            panic!("a line has a code and answers")
        };
        let (index, read) = decode(code, &all).unwrap_or_else(|fault| panic!("{code}: {fault}"));
        assert_eq!(written(&read.document(all[index])), *document, "{code}");
        assert_eq!(encode(all[index], &read), *code);
        count += 1;
    }
    assert_eq!(count, 24);
}
