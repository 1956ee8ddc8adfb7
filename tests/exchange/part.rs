//! Parts of departments: handed out and taken back by file, link and code, with who gave each answer, and nothing taken
//! that nobody asked for.

use crate::drawn::{self, Random};
use crate::standard::{answers, json, parse, shipped, small_plant};
use readiness_check::answers::{Answer, Answers, Extra, Part, Said, Way};
use readiness_check::document::{Fault, Node};
use readiness_check::exchange::{Form, back, conflicts, decode, encode, file, handed_out, link, open};
use readiness_check::standard::Standard;

const DATE: &str = "2026-11-28T14:30:00+08:00";

fn part(standard: &Standard, department: &str, state: Way) -> Part {
    Part::of(standard, department, state).expect("a department of the standard")
}

fn question(standard: &Standard, id: &str) -> usize {
    standard.question(id).expect("a question of the contract")
}

fn said(department: &str, by: &str, date: &str) -> Said {
    let [department, by, date] = [department, by, date].map(str::to_owned);
    Said { department, by, date }
}

/// Every part of every shipped standard, with drawn answers to all of it.
fn each_part(seed: u64, mut law: impl FnMut(&Standard, &Part, Answers, &mut Random)) {
    let mut random = Random::new(seed);
    for id in ["ningbo-3511-2018", "ningbo-3511-2017"] {
        let standard = shipped(id);
        for track in 0..standard.tracks.len() {
            for department in &standard.departments {
                for _ in 0..drawn::cases(20) {
                    let mut answers = drawn::answers(&mut random, &standard);
                    answers.track = track;
                    law(
                        &standard,
                        &part(&standard, &department.id, Way::ToFill),
                        answers,
                        &mut random,
                    );
                }
            }
        }
    }
}

#[test]
fn a_part_holds_its_own_questions_and_comes_whole_by_file_link_and_code() {
    each_part(41, |standard, part, mut all, random| {
        for question in 0..standard.questions.len() {
            let id = standard.questions[question].id.as_str();
            if random.chance(30) {
                all.note_said(question, Some(said("quality", "李工", DATE)));
                all.keep(Extra::Notes, &[id], Some(Node::text("备注")));
                all.keep(
                    Extra::Evidence,
                    &[id, "paper=清单", "state"],
                    Some(Node::text("have")),
                );
            }
        }
        all.keep(Extra::Profile, &["plant"], Some(Node::text("一厂")));
        all.keep(
            Extra::Profile,
            &["industries"],
            Some(Node::List(vec![Node::text("c35")])),
        );
        all.keep(Extra::Costs, &["equipment-kinds"], Some(Node::whole(3)));
        let out = handed_out(standard, part, &all);
        for question in 0..standard.questions.len() {
            let id = standard.questions[question].id.as_str();
            let here = part.has(standard, question);
            let own = |answers: &Answers| {
                let beside = [Extra::Notes, Extra::Evidence].map(|extra| answers.kept(extra, &[id]).cloned());
                (
                    answers.get(question).cloned(),
                    answers.said(question).cloned(),
                    beside,
                )
            };
            let expected = if here {
                own(&all)
            } else {
                (None, None, [None, None])
            };
            assert_eq!(own(&out), expected, "{id}");
        }
        assert_eq!(
            out.extra(Extra::Profile),
            Some(&Node::map([("plant", Node::text("一厂"))]))
        );
        assert_eq!(out.extra(Extra::Costs), None);

        let text = file::write_part(standard, &out, DATE, Some(part));
        let read = open(text.as_bytes(), &[standard]).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        assert_eq!((read.answers, read.part.as_ref()), (out.clone(), Some(part)));

        let code = encode(standard, &out);
        let address = [
            "看：https://host.example/#readiness=",
            &code,
            &link(part),
            "，谢谢",
        ]
        .concat();
        let read = open(address.as_bytes(), &[standard]).expect("a link");
        assert_eq!((read.form, read.part.as_ref()), (Form::Code, Some(part)));
        let (_, bare) = decode(&code, &[standard]).expect("a code");
        assert_eq!(read.answers, bare, "neither names nor what is beside");
        assert!(
            bare.has_no_extras() && (0..standard.questions.len()).all(|index| bare.said(index).is_none())
        );
        assert!(!bare.differing(&out).contains(&true));
    });
}

#[test]
fn parts_of_different_departments_come_together_in_any_order() {
    each_part(43, |standard, first, mine, random| {
        let other = standard
            .departments
            .iter()
            .filter(|other| other.id != first.department);
        let others: Vec<Part> = other
            .map(|other| part(standard, &other.id, Way::Filled))
            .collect();
        let second = random.pick(&others).clone();
        let first = Part {
            by: "王工".to_owned(),
            ..first.clone()
        };
        let [one, two] = [&first, &second].map(|part| {
            let theirs = handed_out(standard, part, &drawn::answers(random, standard));
            back(standard, part, &theirs, DATE).inside
        });
        let mine = handed_out(standard, &part(standard, "management", Way::ToFill), &mine);
        let taken = |mine: &Answers, theirs: &Answers| {
            let merge = conflicts(standard, None, mine, theirs);
            let sides = vec![readiness_check::exchange::Side::Theirs; merge.conflicts.len()];
            let mut answers = merge.resolved(&sides);
            answers.track = 0;
            answers
        };
        let [there, back] = [[&one, &two], [&two, &one]].map(|[a, b]| taken(&taken(&mine, a), b));
        assert_eq!(
            json(&there.whole_document(standard)),
            json(&back.whole_document(standard))
        );
        for question in 0..standard.questions.len() {
            for (part, theirs) in [(&first, &one), (&second, &two)] {
                if part.has(standard, question) && theirs.get(question).is_some() {
                    assert_eq!(there.get(question), theirs.get(question));
                    let own = mine.get(question) == theirs.get(question);
                    let by = said(&part.department, &part.by, DATE);
                    assert_eq!(there.said(question), (!own).then_some(&by));
                }
            }
        }
    });
}

#[test]
fn what_contradicts_is_a_conflict_that_says_who_said_what_and_when() {
    let standard = shipped("ningbo-3511-2018");
    let [kinds, sets] = ["equipment-kinds", "equipment-sets"].map(|id| question(&standard, id));
    let copyrights = question(&standard, "software-copyrights");
    let given = |json: &str| answers(&standard, "discrete", json);
    let handed = |by: &str, date: &str, json: &str| {
        let part = Part {
            by: by.to_owned(),
            ..part(&standard, "production", Way::Filled)
        };
        back(&standard, &part, &given(json), date)
    };
    let mine = given(r#"{"equipment-kinds": 8}"#);
    let came = handed(
        "王工",
        DATE,
        r#"{"equipment-kinds": 6, "equipment-sets": 23, "software-copyrights": 4}"#,
    );
    assert_eq!(came.inside.get(copyrights), None, "it is not theirs");
    assert_eq!(came.outside.get(copyrights), Some(&Answer::Count(4)));
    let merge = conflicts(&standard, None, &mine, &came.inside);
    assert_eq!(merge.conflicts.len(), 1);
    assert_eq!(
        merge.merged.get(kinds),
        Some(&Answer::Count(8)),
        "mine until somebody decides"
    );
    assert_eq!(merge.merged.said(kinds), None);
    assert_eq!(merge.merged.said(sets), Some(&said("production", "王工", DATE)));

    // A second one from the same department says another thing: both are known.
    let later = handed("", "", r#"{"equipment-sets": 30, "equipment-kinds": 8}"#);
    let again = conflicts(&standard, None, &merge.merged, &later.inside);
    assert_eq!(again.conflicts.len(), 1);
    assert_eq!(again.merged.said(sets), Some(&said("production", "王工", DATE)));
    assert_eq!(later.inside.said(sets), Some(&said("production", "", "")));
    let mut taken = again.resolved(&[readiness_check::exchange::Side::Theirs]);
    assert_eq!(taken.said(sets), Some(&said("production", "", "")));
    assert_eq!(taken.said(kinds), None, "what they confirm stays mine");
    // It stays as long as the answer stands.
    taken.set(sets, Some(Answer::Count(30)));
    assert!(taken.said(sets).is_some());
    taken.set(sets, Some(Answer::Count(31)));
    assert_eq!(taken.said(sets), None);
}

#[test]
fn who_said_it_goes_along_to_another_edition() {
    let [new, old] = ["ningbo-3511-2018", "ningbo-3511-2017"].map(shipped);
    let mut given = answers(
        &new,
        "discrete",
        r#"{"equipment-kinds": 8, "equipment-sets": 23}"#,
    );
    let kinds = question(&new, "equipment-kinds");
    given.note_said(kinds, Some(said("production", "王工", DATE)));
    let carried = readiness_check::editions::carry(&given, &new, &old).answers;
    assert_eq!(carried.said(question(&old, "equipment-kinds")), given.said(kinds));
    assert_eq!(carried.said(question(&old, "equipment-sets")), None);
    // In a standard without that department it is of nobody.
    let mut bare = old.clone();
    bare.departments.clear();
    let carried = readiness_check::editions::carry(&given, &new, &bare).answers;
    assert_eq!(carried.said(question(&bare, "equipment-kinds")), None);
}

#[test]
fn nothing_beside_the_answers_is_taken_that_is_not_of_the_part() {
    let standard = shipped("ningbo-3511-2018");
    let mut theirs = answers(&standard, "discrete", r#"{"equipment-kinds": 6}"#);
    theirs.keep(Extra::Notes, &["equipment-kinds"], Some(Node::text("清单")));
    theirs.keep(Extra::Notes, &["software-copyrights"], Some(Node::text("证书")));
    theirs.keep(Extra::Notes, &["general"], Some(Node::text("全部")));
    theirs.keep(Extra::Costs, &["budget"], Some(Node::whole(5)));
    let came = back(
        &standard,
        &part(&standard, "production", Way::Filled),
        &theirs,
        DATE,
    );
    let notes = Node::map([("equipment-kinds", Node::text("清单"))]);
    assert_eq!(came.inside.extra(Extra::Notes), Some(&notes));
    assert_eq!(came.inside.extra(Extra::Costs), None);
    let mut mine = Answers::new(&standard, 0);
    assert_eq!(came.entries_beside(&mine), 3);
    mine.keep(Extra::Costs, &["budget"], Some(Node::whole(5)));
    assert_eq!(came.entries_beside(&mine), 2);
}

#[test]
fn what_is_no_part_is_refused_with_its_place() {
    let standard = shipped("ningbo-3511-2018");
    let given = answers(&standard, "discrete", r#"{"equipment-kinds": 8}"#);
    let sound = file::write(&standard, &given, DATE);
    let with = |members: &str| [&sound[..sound.len() - 1], ",", members, "}"].concat();
    let faults = |members: &str| -> Vec<(&'static str, String)> {
        let faults = file::read(with(members).as_bytes(), &[&standard]).expect_err(members);
        faults
            .into_iter()
            .map(|Fault { code, path, .. }| (code, path))
            .collect()
    };
    let long = "王".repeat(61);
    for (members, code, path) in [
        (r#""part": 5"#, "wrong-type", "/part"),
        (r#""part": null"#, "wrong-type", "/part"),
        (r#""part": {"state": "filled"}"#, "missing-key", "/part"),
        (r#""part": {"department": "quality"}"#, "missing-key", "/part"),
        (
            r#""part": {"department": "kitchen", "state": "filled"}"#,
            "unknown-department",
            "/part/department",
        ),
        (
            r#""part": {"department": 4, "state": "filled"}"#,
            "wrong-type",
            "/part/department",
        ),
        (
            r#""part": {"department": "quality", "state": "lost"}"#,
            "bad-value",
            "/part/state",
        ),
        (
            r#""part": {"department": "quality", "state": "filled", "by": 1}"#,
            "wrong-type",
            "/part/by",
        ),
        (
            &format!(r#""part": {{"department": "quality", "state": "filled", "by": "{long}"}}"#),
            "too-long",
            "/part/by",
        ),
        (
            r#""part": {"department": "quality", "state": "filled", "who": ""}"#,
            "unknown-key",
            "/part/who",
        ),
        (
            r#""part": {"department": "quality", "state": "filled", "state": "filled"}"#,
            "duplicate-key",
            "/part/state",
        ),
        (r#""said": []"#, "wrong-type", "/said"),
        (
            r#""said": {"kitchen": {"department": "quality"}}"#,
            "unknown-question",
            "/said/kitchen",
        ),
        (
            r#""said": {"equipment-kinds": {}}"#,
            "missing-key",
            "/said/equipment-kinds",
        ),
        (
            r#""said": {"equipment-kinds": {"department": "kitchen"}}"#,
            "unknown-department",
            "/said/equipment-kinds/department",
        ),
        (
            r#""said": {"equipment-kinds": {"department": "quality", "date": "28.11."}}"#,
            "bad-value",
            "/said/equipment-kinds/date",
        ),
        (
            r#""said": {"equipment-kinds": {"department": "quality", "age": 4}}"#,
            "unknown-key",
            "/said/equipment-kinds/age",
        ),
    ] {
        assert_eq!(faults(members), [(code, path.to_owned())], "{members}");
    }
    // Twice the whole member.
    assert!(!faults(r#""part": {"department": "quality", "state": "filled"}, "part": {"department": "quality", "state": "filled"}"#).is_empty());
    // Who said what is not said of an answer that is not there.
    let read = file::read(
        with(r#""said": {"equipment-sets": {"department": "quality"}}"#).as_bytes(),
        &[&standard],
    );
    assert_eq!(read.map(|read| read.answers), Ok(given));
}

#[test]
fn a_file_that_is_no_part_is_as_it_always_was() {
    let standard = small_plant();
    let mut random = Random::new(44);
    for _ in 0..drawn::cases(50) {
        let answers = drawn::answers(&mut random, &standard);
        let text = file::write(&standard, &answers, DATE);
        assert!(!text.contains("\"part\"") && !text.contains("\"said\""), "{text}");
        assert_eq!(
            json(&answers.document(&standard)),
            json(&answers.whole_document(&standard))
        );
    }
    // A standard without departments has no parts, and its links name none.
    let Node::Map(mut document) = crate::standard::small_plant_document() else {
        panic!("an object")
    };
    document.retain(|(key, _)| key != "departments");
    for (key, node) in &mut document {
        if let (true, Node::List(questions)) = (key == "questions", node) {
            for question in questions {
                if let Node::Map(entries) = question {
                    entries.retain(|(key, _)| key != "department");
                }
            }
        }
    }
    let bare = parse(&Node::Map(document));
    assert_eq!(Part::of(&bare, "quality", Way::ToFill), None);
    let code = encode(&bare, &Answers::new(&bare, 0));
    let read = open(
        ["#readiness=", &code, "&part=quality"].concat().as_bytes(),
        &[&bare],
    )
    .expect("a link");
    assert_eq!(read.part, None);
}
