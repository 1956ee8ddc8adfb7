//! Proves that whatever is given as a document ends in a value or in faults, never in a panic, and that each fault
//! of an answer document says with its code and its path what is wrong and where.

#[path = "laws/draw.rs"]
#[allow(dead_code, reason = "the laws use more of it")]
mod draw;
#[path = "laws/generate.rs"]
#[allow(dead_code, reason = "the laws use more of it")]
mod generate;
mod standard;

use draw::Draw;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::{Config, RngSeed, TestRunner};
use readiness_check::answers::{Answer, Answers, read_typed};
use readiness_check::assess::assess;
use readiness_check::document::{Fault, Node};
use readiness_check::lang::Lang;
use readiness_check::standard::Standard;
use standard::{answer_document, json, small_plant, small_plant_document, written};

fn read(text: &str, standard: &Standard) -> Result<Answers, Vec<Fault>> {
    let node = Node::from_json(text).map_err(|fault| vec![fault])?;
    Answers::read(&node, standard)
}

/// Code and path of each fault.
fn places(outcome: Result<Answers, Vec<Fault>>) -> Vec<(&'static str, String)> {
    let faults = outcome.expect_err("the document is refused");
    assert!(faults.iter().all(|fault| !fault.message.is_empty()), "{faults:?}");
    faults.into_iter().map(|fault| (fault.code, fault.path)).collect()
}

/// A document of the small plant with these answers.
fn with_answers(answers: &str) -> String {
    format!(
        r#"{{"format":"readiness-check/answers","version":1,"standard":"small-plant","track":"discrete","answers":{answers}}}"#
    )
}

#[test]
fn what_is_not_json_is_refused_as_a_whole() {
    let standard = small_plant();
    let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    for text in [
        String::new(),
        "{".to_owned(),
        "{\"format\": NaN}".to_owned(),
        with_answers("{}") + "{}",
        with_answers("{'machines':1}"),
        with_answers(r#"{"machines":1e400}"#),
        with_answers("{\"\u{1}\":1}"),
        deep(200),
        with_answers(&deep(40)),
    ] {
        assert_eq!(
            places(read(&text, &standard)),
            [("not-json", String::new())],
            "{text}"
        );
    }
}

/// A change to an empty document of answers, and the fault that it makes.
const HEADS: [(&str, &str, &str, &str); 24] = [
    ("check/answers", "check/assessment", "wrong-format", "/format"),
    ("\"readiness-check/answers\"", "1", "wrong-type", "/format"),
    ("\"format\":\"readiness-check/answers\",", "", "missing-key", ""),
    ("\"version\":1", "\"version\":2", "newer-version", "/version"),
    ("\"version\":1", "\"version\":1.5", "not-whole", "/version"),
    ("\"version\":1", "\"version\":0", "out-of-bounds", "/version"),
    ("\"version\":1", "\"version\":\"1\"", "wrong-type", "/version"),
    ("\"version\":1,", "", "missing-key", ""),
    ("small-plant", "large-plant", "other-standard", "/standard"),
    ("\"small-plant\"", "null", "wrong-type", "/standard"),
    ("\"standard\":\"small-plant\",", "", "missing-key", ""),
    ("discrete", "hybrid", "unknown-track", "/track"),
    ("\"discrete\"", "0", "wrong-type", "/track"),
    ("\"track\":\"discrete\",", "", "missing-key", ""),
    (",\"answers\":{}", "", "missing-key", ""),
    ("{}", "[]", "wrong-type", "/answers"),
    ("{}}", "{},\"score\":100}", "unknown-key", "/score"),
    ("{}}", "{},\"a/b~c\":1}", "unknown-key", "/a~1b~0c"),
    ("{}}", "{},\"track\":\"process\"}", "duplicate-key", "/track"),
    ("{}}", "{},\"answers\":{}}", "duplicate-key", "/answers"),
    ("{}}", "{},\"notes\":\"none\"}", "wrong-type", "/notes"),
    (
        "{}}",
        "{},\"notes\":{\"a\":1,\"a\":2}}",
        "duplicate-key",
        "/notes/a",
    ),
    (
        "{}}",
        "{},\"notes\":{\"a\":{\"b\":1,\"b\":2}}}",
        "duplicate-key",
        "/notes/a/b",
    ),
    (
        "{}}",
        "{},\"costs\":{\"a\":[{\"b\":1,\"b\":1}]}}",
        "duplicate-key",
        "/costs/a/0/b",
    ),
];

#[test]
fn each_fault_of_a_document_has_its_code_and_its_path() {
    let standard = small_plant();
    let empty = with_answers("{}");
    assert!(read(&empty, &standard).is_ok());
    for (from, to, code, path) in HEADS {
        assert_eq!(empty.matches(from).count(), 1, "{from}");
        let text = empty.replace(from, to);
        assert_eq!(
            places(read(&text, &standard)),
            [(code, path.to_owned())],
            "{text}"
        );
    }
    for text in ["null", "[]", "8", "true", "\"readiness-check/answers\""] {
        assert_eq!(
            places(read(text, &standard)),
            [("wrong-type", String::new())],
            "{text}"
        );
    }
    assert_eq!(places(read("{}", &standard)), [("missing-key", String::new())]);
}

/// Answers with a fault each, its code, and its path below `/answers`.
const ANSWERS: [(&str, &str, &str); 34] = [
    (r#"{"lathes":1}"#, "unknown-question", "/lathes"),
    (r#"{"Machines":1}"#, "unknown-question", "/Machines"),
    (r#"{"":1}"#, "unknown-question", "/"),
    (r#"{"machines":1,"machines":1}"#, "duplicate-key", "/machines"),
    (r#"{"machines":"1"}"#, "wrong-type", "/machines"),
    (r#"{"machines":null}"#, "wrong-type", "/machines"),
    (r#"{"machines":true}"#, "wrong-type", "/machines"),
    (r#"{"machines":[1]}"#, "wrong-type", "/machines"),
    (r#"{"machines":"Unknown"}"#, "wrong-type", "/machines"),
    (r#"{"machines":1.5}"#, "not-whole", "/machines"),
    (r#"{"machines":1.000001}"#, "not-whole", "/machines"),
    (r#"{"machines":0}"#, "out-of-bounds", "/machines"),
    (r#"{"machines":1001}"#, "out-of-bounds", "/machines"),
    (r#"{"machines":-1}"#, "out-of-bounds", "/machines"),
    (r#"{"machines":9999999999999999}"#, "out-of-bounds", "/machines"),
    (
        r#"{"machines":99999999999999999999999}"#,
        "out-of-bounds",
        "/machines",
    ),
    (r#"{"machines":1e300}"#, "out-of-bounds", "/machines"),
    (
        r#"{"connected":"not-applicable"}"#,
        "not-applicable-refused",
        "/connected",
    ),
    (
        r#"{"robots":"not-applicable"}"#,
        "not-applicable-refused",
        "/robots",
    ),
    (r#"{"connected":1}"#, "wrong-type", "/connected"),
    (r#"{"connected":"true"}"#, "wrong-type", "/connected"),
    (r#"{"drawings":"cardboard"}"#, "unknown-option", "/drawings"),
    (r#"{"drawings":""}"#, "unknown-option", "/drawings"),
    (r#"{"drawings":["cad"]}"#, "wrong-type", "/drawings"),
    (r#"{"checks":"stress"}"#, "wrong-type", "/checks"),
    (r#"{"checks":{"stress":true}}"#, "wrong-type", "/checks"),
    (r#"{"checks":["stress","cad"]}"#, "unknown-option", "/checks/1"),
    (r#"{"checks":["unknown"]}"#, "unknown-option", "/checks/0"),
    (
        r#"{"checks":["fit","stress","fit"]}"#,
        "repeated-option",
        "/checks/2",
    ),
    (r#"{"checks":[["fit"]]}"#, "wrong-type", "/checks/0"),
    (
        r#"{"energy-before":1.005}"#,
        "too-many-decimals",
        "/energy-before",
    ),
    (
        r#"{"energy-before":100000.01}"#,
        "out-of-bounds",
        "/energy-before",
    ),
    (r#"{"energy-before":-0.01}"#, "out-of-bounds", "/energy-before"),
    (r#"{"energy-before":1e300}"#, "out-of-bounds", "/energy-before"),
];

#[test]
fn each_fault_of_an_answer_has_its_code_and_its_path() {
    let standard = small_plant();
    for (answers, code, path) in ANSWERS {
        let found = places(read(&with_answers(answers), &standard));
        assert_eq!(found, [(code, format!("/answers{path}"))], "{answers}");
    }
}

#[test]
fn all_faults_of_a_document_are_reported_at_once() {
    let text = with_answers(r#"{"machines":1.5,"lathes":1,"checks":["fit","fit","x"],"connected":"yes"}"#)
        .replace("\"discrete\"", "\"hybrid\"")
        .replace("}}", "},\"score\":1}");
    let expected = [
        ("unknown-track", "/track"),
        ("not-whole", "/answers/machines"),
        ("unknown-question", "/answers/lathes"),
        ("repeated-option", "/answers/checks/1"),
        ("unknown-option", "/answers/checks/2"),
        ("wrong-type", "/answers/connected"),
        ("unknown-key", "/score"),
    ];
    let mut found = places(read(&text, &small_plant()));
    let mut expected = expected.map(|(code, path)| (code, path.to_owned()));
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_message_names_what_is_allowed() {
    let standard = small_plant();
    for (answers, words) in [
        (
            r#"{"drawings":"cardboard"}"#,
            "is \"cardboard\"; expected one of paper, cad, models",
        ),
        (r#"{"machines":1001}"#, "is 1001; expected 1 to 1000"),
        (r#"{"energy-before":-0.5}"#, "is -0.5; expected 0 to 100000"),
        (r#"{"machines":1.5}"#, "is 1.5; expected a whole number"),
        (r#"{"machines":"many"}"#, "is a text; expected a number"),
    ] {
        let faults = read(&with_answers(answers), &standard).expect_err("refused");
        assert_eq!(faults[0].message, words);
    }
}

#[test]
fn numbers_that_json_does_not_have_are_refused() {
    let standard = small_plant();
    for (id, number) in [
        ("machines", f64::NAN),
        ("machines", f64::INFINITY),
        ("energy-before", f64::NAN),
        ("energy-before", f64::NEG_INFINITY),
        ("energy-before", f64::MAX),
    ] {
        let given = Node::Map(vec![(id.to_owned(), Node::Number(number))]);
        let faults = Answers::read(&answer_document("small-plant", "discrete", given), &standard)
            .expect_err("no number that can be reckoned with");
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].path, format!("/answers/{id}"));
        assert!(
            ["not-whole", "out-of-bounds"].contains(&faults[0].code),
            "{faults:?}"
        );
    }
}

#[test]
fn the_same_number_may_be_written_in_many_ways() {
    let standard = small_plant();
    let number = |id: &str, written: &str| {
        let answers = read(&with_answers(&format!("{{\"{id}\":{written}}}")), &standard).expect(written);
        answers.get(standard.question(id).expect(id)).cloned()
    };
    for written in ["8", "8.0", "8.00", "80e-1", "0.8E1"] {
        assert_eq!(number("machines", written), Some(Answer::Count(8)), "{written}");
    }
    for (written, hundredths) in [
        ("0", 0),
        ("-0", 0),
        ("-0.0", 0),
        ("0.01", 1),
        ("0.29", 29),
        ("1.10", 110),
        ("1.1", 110),
        ("4.35", 435),
        ("99999.99", 9_999_999),
        ("100000", 10_000_000),
    ] {
        assert_eq!(
            number("energy-before", written),
            Some(Answer::Number(hundredths)),
            "{written}"
        );
    }
}

#[test]
fn every_number_of_two_decimals_is_read_and_written_exactly() {
    let standard = small_plant();
    let index = standard.question("energy-before").expect("it is there");
    for hundredths in (0..200_000).step_by(7).chain(9_990_000..=10_000_000) {
        let mut answers = Answers::new(&standard, 0);
        answers.set(index, Some(Answer::Number(hundredths)));
        let written = Node::Number(hundredths as f64 / 100.0).to_json();
        let number = Node::from_json(&written).expect("a number");
        let given = Node::Map(vec![("energy-before".to_owned(), number)]);
        let read = Answers::read(&answer_document("small-plant", "discrete", given), &standard);
        assert_eq!(read.as_ref(), Ok(&answers), "{written}");
    }
}

#[test]
fn keys_of_the_other_track_and_the_optional_ones_are_kept() {
    let standard = small_plant();
    let text = concat!(
        r#"{"format":"readiness-check/answers","version":1,"standard":"small-plant","track":"process","#,
        r#""answers":{"checks":[],"connected":true,"mes":"unknown"},"#,
        r#""notes":{"mes":"bald","neu":"\u0000"},"evidence":{"mes":["a","b"]},"profile":{"industry":null},"#,
        r#""costs":{"mes":1.005}}"#
    );
    let answers = read(text, &standard).expect("valid");
    assert_eq!(json(&answers.document(&standard)), text);
}

fn run<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value)) {
    let seed = match std::env::var_os("PROPTEST_RNG_SEED") {
        Some(_) => Config::default().rng_seed,
        None => RngSeed::Fixed(2018),
    };
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(cases);
    let config = Config {
        cases,
        rng_seed: seed,
        failure_persistence: None,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(strategy, |value| {
        test(value);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// Whether a JSON pointer leads somewhere.
fn leads_somewhere(node: &Node, pointer: &str) -> bool {
    let mut here = vec![node];
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        // A key may stand twice; the fault may be in either.
        here = here
            .into_iter()
            .flat_map(|node| match node {
                Node::Map(entries) => entries
                    .iter()
                    .filter(|(key, _)| *key == step)
                    .map(|(_, value)| value)
                    .collect(),
                Node::List(items) => step
                    .parse::<usize>()
                    .ok()
                    .and_then(|step| items.get(step))
                    .into_iter()
                    .collect(),
                _ => Vec::new(),
            })
            .collect();
    }
    !here.is_empty()
}

fn expect_faults(node: &Node, faults: &[Fault]) {
    assert!(!faults.is_empty(), "refused without a fault");
    for fault in faults {
        assert!(
            leads_somewhere(node, &fault.path),
            "{fault:?} leads nowhere in {}",
            node.to_json()
        );
        assert!(!fault.code.is_empty() && !fault.message.is_empty(), "{fault:?}");
    }
}

/// Reads a document of answers and, where it is one, does all that can be done with it.
fn use_as_answers(node: &Node, standard: &Standard) {
    match Answers::read(node, standard) {
        Ok(answers) => {
            let assessment = assess(standard, &answers);
            written(&assessment.document(standard, &answers));
            let written = written(&answers.document(standard));
            let again = Answers::read(&written, standard).expect("what was written can be read");
            assert_eq!(json(&again.document(standard)), written.to_json());
        }
        Err(faults) => expect_faults(node, &faults),
    }
}

/// Reads a standard and, where it is one, does all that can be done with it.
fn use_as_standard(node: &Node, numbers: &[u16]) {
    match Standard::parse(node, &Lang::ALL) {
        Ok(standard) => {
            for track in 0..standard.tracks.len() {
                for page in standard.pages(track) {
                    for question in standard.questions_on(page, track) {
                        assert_eq!(standard.page_of(question), page);
                    }
                }
            }
            let answers = generate::answers(&mut Draw::new(numbers), &standard);
            use_as_answers(&written(&answers.document(&standard)), &standard);
        }
        Err(faults) => expect_faults(node, &faults),
    }
}

/// Any tree, with words of ours among its texts and keys.
fn tree() -> impl Strategy<Value = Node> {
    let words = [
        "format",
        "readiness-check/answers",
        "version",
        "standard",
        "small-plant",
        "track",
        "discrete",
        "answers",
        "machines",
        "checks",
        "fit",
        "unknown",
        "not-applicable",
        "notes",
        "id",
        "questions",
        "tracks",
        "elements",
        "zh-CN",
        "en",
        "sources",
        "basis",
        "kind",
        "one-of",
        "options",
        "weightsTotal",
        "elementWeightsTotal",
    ];
    let text = move || prop_oneof![3 => (0..words.len()).prop_map(move |word| words[word].to_owned()), 1 => any::<String>()];
    let leaf = prop_oneof![
        Just(Node::Null),
        any::<bool>().prop_map(Node::Bool),
        any::<f64>().prop_map(Node::Number),
        (-3i8..12).prop_map(|number| Node::Number(f64::from(number))),
        text().prop_map(Node::Text),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Node::List),
            vec((text(), inner), 0..7).prop_map(Node::Map),
        ]
    })
}

/// How many nodes there are.
fn size(node: &Node) -> usize {
    1 + match node {
        Node::List(items) => items.iter().map(size).sum(),
        Node::Map(entries) => entries.iter().map(|(_, value)| size(value)).sum(),
        _ => 0,
    }
}

/// Changes the node with this number: another value, one entry less, one twice, two in each other's place.
fn mutate(node: &mut Node, number: &mut usize, draw: &mut Draw, with: &Node) {
    if *number == 0 {
        *number = usize::MAX;
        let kind = draw.below(6);
        match node {
            Node::Map(entries) if kind > 0 && !entries.is_empty() => {
                let (one, two) = (draw.below(entries.len()), draw.below(entries.len()));
                match kind {
                    1 => drop(entries.remove(one)),
                    2 => entries.push(entries[one].clone()),
                    3 => entries[one].0.push('x'),
                    4 => {
                        let value = entries[two].1.clone();
                        entries[one].1 = value;
                    }
                    _ => entries[one].1 = with.clone(),
                }
            }
            Node::List(items) if kind > 0 && !items.is_empty() => {
                let (one, two) = (draw.below(items.len()), draw.below(items.len()));
                match kind {
                    1 => drop(items.remove(one)),
                    2 => items.push(items[one].clone()),
                    3 => items.clear(),
                    _ => items.swap(one, two),
                }
            }
            Node::Number(value) if kind > 1 => {
                *value = [-1.0, 0.0, *value + 1.0, *value * 1e9, *value + 0.001, f64::NAN][draw.below(6)];
            }
            Node::Text(text) if kind > 1 => match draw.below(3) {
                0 => text.clear(),
                1 => text.push('é'),
                _ => {
                    *text = [
                        "mes", "machines", "process", "tests", "not-seen", "higher", "none", "count",
                    ][draw.below(8)]
                    .to_owned()
                }
            },
            _ => *node = with.clone(),
        }
        return;
    }
    let mut next = |node: &mut Node| {
        if *number != usize::MAX {
            *number -= 1;
            mutate(node, number, draw, with);
        }
    };
    match node {
        Node::List(items) => items.iter_mut().for_each(&mut next),
        Node::Map(entries) => entries.iter_mut().for_each(|(_, value)| next(value)),
        _ => {}
    }
}

/// A document changed in one to three places.
fn mutated(document: &Node, numbers: &[u16], with: &Node) -> Node {
    let mut draw = Draw::new(numbers);
    let mut document = document.clone();
    for _ in 0..draw.between(1, 3) {
        let mut number = draw.below(size(&document));
        mutate(&mut document, &mut number, &mut draw, with);
    }
    document
}

fn numbers(count: usize) -> impl Strategy<Value = Vec<u16>> {
    vec(any::<u16>(), count)
}

#[test]
fn any_text_as_a_document_ends_in_a_value_or_a_fault() {
    let standard = small_plant();
    run(3000, &any::<String>(), |text| match Node::from_json(&text) {
        Ok(node) => {
            use_as_answers(&node, &standard);
            use_as_standard(&node, &[]);
        }
        Err(fault) => assert_eq!((fault.code, fault.path.as_str()), ("not-json", "")),
    });
}

#[test]
fn any_bytes_put_into_a_document_end_in_a_value_or_a_fault() {
    let standard = small_plant();
    let text =
        with_answers(r#"{"machines":12,"checks":["fit","stress"],"mes":"unknown","energy-before":1.25}"#);
    run(
        3000,
        &(any::<usize>(), vec(any::<u8>(), 0..4), 0usize..4),
        |(at, bytes, less)| {
            let mut changed = text.clone().into_bytes();
            let at = at % changed.len();
            changed.splice(at..(at + less).min(text.len()), bytes);
            if let Ok(node) = Node::from_json(&String::from_utf8_lossy(&changed)) {
                use_as_answers(&node, &standard);
            }
        },
    );
}

#[test]
fn any_tree_as_answers_or_standard_ends_in_a_value_or_a_fault() {
    let standard = small_plant();
    run(1500, &(tree(), tree()), |(tree, answers)| {
        use_as_answers(&tree, &standard);
        use_as_standard(&tree, &[]);
        use_as_answers(&answer_document("small-plant", "discrete", answers), &standard);
    });
}

#[test]
fn answers_changed_anywhere_end_in_a_value_or_a_fault() {
    let standard = small_plant();
    run(
        1500,
        &(numbers(160), numbers(20), tree()),
        |(answers, change, with)| {
            let answers = generate::answers(&mut Draw::new(&answers), &standard);
            use_as_answers(
                &mutated(&written(&answers.document(&standard)), &change, &with),
                &standard,
            );
        },
    );
}

#[test]
fn a_standard_changed_anywhere_ends_in_a_value_or_a_fault() {
    let document = small_plant_document();
    run(
        700,
        &(numbers(20), tree(), numbers(60)),
        |(change, with, answers)| {
            use_as_standard(&mutated(&document, &change, &with), &answers);
        },
    );
}

#[test]
fn generated_standards_changed_anywhere_end_in_a_value_or_a_fault() {
    run(
        500,
        &(numbers(200), numbers(20), tree(), numbers(60)),
        |(standard, change, with, answers)| {
            let document = generate::standard(&mut Draw::new(&standard));
            use_as_standard(&mutated(&document, &change, &with), &answers);
        },
    );
}

#[test]
fn some_of_the_changed_documents_are_still_valid_and_some_are_not() {
    let document = small_plant_document();
    let outcomes = std::cell::Cell::new([0, 0]);
    run(300, &(numbers(20), tree()), |(change, with)| {
        let valid = Standard::parse(&mutated(&document, &change, &with), &Lang::ALL).is_ok();
        let mut counted = outcomes.get();
        counted[usize::from(valid)] += 1;
        outcomes.set(counted);
    });
    let [refused, valid] = outcomes.get();
    assert!(
        refused > 50 && valid > 10,
        "{refused} refused, {valid} valid: the other tests would prove little"
    );
}

#[test]
fn anything_typed_is_an_answer_or_has_a_reason() {
    let standard = small_plant();
    let typed = "[ 0-9０-９.,，。万亿千百台+\\-−eE]{0,12}";
    run(3000, &prop_oneof![any::<String>(), typed], |typed| {
        for question in &standard.questions {
            if let Ok(Some(answer)) = read_typed(&typed, &question.kind) {
                let mut answers = Answers::new(&standard, 0);
                answers.set(standard.question(&question.id).expect("its own"), Some(answer));
                let read = Answers::read(&written(&answers.document(&standard)), &standard);
                assert_eq!(
                    read,
                    Ok(answers),
                    "{typed:?} is taken for an answer that a document may not have"
                );
            }
        }
    });
}
