//! Files: round trips, what is said of one before it is opened, and what is refused.

use crate::drawn::{self, Random};
use crate::standard::{answers, json, shipped, small_plant};
use readiness_check::answers::{Answers, Extra};
use readiness_check::document::{Fault, Node};
use readiness_check::exchange::file::{self, Saved};
use readiness_check::exchange::{MOST_BYTES, TextFault};
use readiness_check::standard::Standard;

const DATE: &str = "2026-01-09T14:30:00+08:00";

/// Notes, evidence, a profile and costs of any shape.
fn beside(random: &mut Random, answers: &mut Answers) {
    for extra in Extra::ALL {
        for _ in 0..random.below(3) {
            let value = match random.below(4) {
                0 => Node::text("=2+3，“引号”\n\"\\\u{1}😀"),
                1 => Node::Number((random.below(1_000_000) as f64 - 500.0) / 100.0),
                2 => Node::List(vec![Node::Null, Node::Bool(true)]),
                _ => Node::map([("paper", Node::text("图纸")), ("have", Node::Bool(false))]),
            };
            let key = *random.pick(&["equipment-kinds", "plant", "a/b~c", "预算"]);
            answers.keep(extra, &[key], Some(value));
        }
    }
}

#[test]
fn a_file_gives_the_answers_that_it_was_made_of() {
    let standards = drawn::standards();
    let all: Vec<&Standard> = standards.iter().collect();
    let mut random = Random::new(5);
    // Generated standards all have the same id: each by itself.
    for case in 0..drawn::cases(2_000) {
        let index = if case % 4 == 0 {
            case / 4 % all.len()
        } else {
            case % 2
        };
        let among = if index < 2 { &all[..2] } else { &all[index..=index] };
        let mut answers = drawn::answers(&mut random, all[index]);
        beside(&mut random, &mut answers);
        let text = file::write(all[index], &answers, DATE);
        let read = file::read(text.as_bytes(), among).unwrap_or_else(|faults| panic!("{text}: {faults:#?}"));
        assert_eq!(read.answers, answers, "{text}");
        assert_eq!(among[read.standard].id, all[index].id);
        assert_eq!(
            json(&read.answers.document(all[index])),
            json(&answers.document(all[index]))
        );
        let saved = Saved {
            date: DATE.to_owned(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            hash: all[index].hash().to_owned(),
        };
        assert_eq!(read.saved, Some(saved));
    }
}

#[test]
fn a_page_may_hand_a_file_to_the_functions_as_it_is() {
    let standard = shipped("ningbo-3511-2018");
    let given = answers(&standard, "discrete", r#"{"equipment-kinds": 8}"#);
    let document = Node::from_json(&file::write(&standard, &given, DATE)).expect("JSON");
    assert_eq!(Answers::read(&document, &standard), Ok(given));
}

#[test]
fn a_file_is_summed_up_before_anything_is_replaced() {
    let standard = shipped("ningbo-3511-2018");
    let mut given = answers(
        &standard,
        "process",
        r#"{"equipment-kinds": 8, "equipment-sets": "unknown", "key-machines": 12}"#,
    );
    given.keep(Extra::Profile, &["plant"], Some(Node::text("北仑一厂")));
    let read = file::read(file::write(&standard, &given, DATE).as_bytes(), &[&standard]).expect("a file");
    let mut summary = file::summary(&standard, &read.answers, read.saved.as_ref());
    assert_eq!(summary.standard, "ningbo-3511-2018");
    assert_eq!(summary.edition, "2018");
    assert_eq!(standard.tracks[summary.track].id, "process");
    assert_eq!(summary.plant.as_deref(), Some("北仑一厂"));
    assert_eq!(summary.date.as_deref(), Some(DATE));
    assert_eq!(summary.progress.answered, 1);
    assert_eq!(summary.on_other_tracks, 1);
    assert_eq!(summary.same_text, Some(true));

    let bare =
        file::read(json(&given.document(&standard)).as_bytes(), &[&standard]).expect("an answer document");
    summary.date = None;
    summary.same_text = None;
    assert_eq!(
        file::summary(&standard, &bare.answers, bare.saved.as_ref()),
        summary
    );
}

#[test]
fn what_is_no_file_is_refused_with_every_fault() {
    let [new, old] = ["ningbo-3511-2018", "ningbo-3511-2017"].map(shipped);
    let given = answers(&new, "discrete", r#"{"equipment-kinds": 8}"#);
    let sound = file::write(&new, &given, DATE);
    let faults = |content: &[u8]| -> Vec<(&'static str, String)> {
        let faults = file::read(content, &[&new, &old]).expect_err("a bad file");
        faults
            .into_iter()
            .map(|Fault { code, path, .. }| (code, path))
            .collect()
    };
    let one = |code: &'static str, path: &str| vec![(code, path.to_owned())];
    let with = |from: &str, to: &str| {
        assert!(sound.contains(from), "{sound}");
        sound.replace(from, to).into_bytes()
    };
    assert_eq!(faults(&sound.as_bytes()[..sound.len() / 2]), one("not-json", ""));
    assert_eq!(faults(b"readiness"), one("not-json", ""));
    assert_eq!(faults(b""), one(TextFault::Empty.code(), ""));
    assert_eq!(faults(b"PK\x03\x04\0\0"), one(TextFault::Workbook.code(), ""));
    assert_eq!(
        faults(&vec![b' '; MOST_BYTES + 1]),
        one(TextFault::TooLarge.code(), "")
    );
    assert_eq!(
        faults(b"\xb4\xf0\xb0\xb8"),
        one(TextFault::OtherEncoding.code(), "")
    );
    assert_eq!(faults("[".repeat(100_000).as_bytes()), one("not-json", ""));
    assert_eq!(faults(b"{}"), one("missing-key", ""));
    assert_eq!(
        faults(&with("\"version\":1", "\"version\":2")),
        one("newer-version", "/version")
    );
    assert_eq!(
        faults(&with("ningbo-3511-2018", "gbt-39116-2020")),
        one("other-standard", "/standard")
    );
    assert_eq!(faults(&with(DATE, "yesterday")), one("bad-value", "/saved/date"));
    assert_eq!(
        faults(&with("\"engine\":", "\"motor\":")),
        [
            ("missing-key", "/saved".to_owned()),
            ("unknown-key", "/saved/motor".to_owned())
        ]
    );
    assert_eq!(
        faults(&with(
            "\"equipment-kinds\":8",
            "\"equipment-kinds\":8,\"equipment-kinds\":9,\"no-such\":1"
        )),
        [
            ("duplicate-key", "/answers/equipment-kinds".to_owned()),
            ("unknown-question", "/answers/no-such".to_owned())
        ]
    );
    let two = String::from_utf8(with(new.hash(), "none"))
        .expect("text")
        .replace("\"equipment-kinds\":8", "\"equipment-kinds\":-8");
    assert_eq!(
        faults(two.as_bytes()),
        [
            ("out-of-bounds", "/answers/equipment-kinds".to_owned()),
            ("bad-value", "/saved/hash".to_owned())
        ]
    );
}

#[test]
fn dates_have_a_zone() {
    let standard = small_plant();
    let nothing = Answers::new(&standard, 0);
    let read = |date: &str| file::read(file::write(&standard, &nothing, date).as_bytes(), &[&standard]);
    for date in [
        DATE,
        "2026-12-31T23:59:60Z",
        "2026-01-09T14:30:00.123-03:30",
        "2028-02-29T00:00:00.1Z",
    ] {
        assert!(read(date).is_ok(), "{date}");
    }
    for date in [
        "",
        "2026-01-09",
        "2026-01-09T14:30:00",
        "2026-01-09 14:30:00Z",
        "2026-13-09T14:30:00Z",
        "2026-01-32T14:30:00Z",
        "2026-01-09T24:30:00Z",
        "2026-01-09T14:60:00Z",
        "2026-01-09T14:30:00.Z",
        "2026-01-09T14:30:00+0800",
        "2026年01月09日14:30:00Z",
        "２０２６-01-09T14:30:00Z",
    ] {
        assert!(read(date).is_err(), "{date}");
    }
}

#[test]
fn names_of_files_suit_every_system() {
    for (wanted, name) in [
        ("北仑一厂 2025", "北仑一厂 2025.readiness.json"),
        ("a/b\\c:d*e?f\"g<h>i|j", "abcdefghij.readiness.json"),
        (" .. ", "answers.readiness.json"),
        ("", "answers.readiness.json"),
        ("con", "_con.readiness.json"),
        ("LPT1", "_LPT1.readiness.json"),
        ("line\nbreak\t.", "linebreak.readiness.json"),
    ] {
        assert_eq!(file::name(wanted), name, "{wanted:?}");
    }
    assert_eq!(
        file::name(&"长".repeat(500)).chars().count(),
        60 + ".readiness.json".len()
    );
}
