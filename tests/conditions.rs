//! Proves that the assessment says what the contract says, on cases worked by hand: the published conditions at
//! N-1, N and N+1 under each reading, open, implied and contradictory answers, the whole in every combination, and
//! the index with its trace on a small standard. The cases lie in `cases/*.json`; no tool writes them.

mod standard;

use readiness_check::answers::Answers;
use readiness_check::assess::assess;
use readiness_check::document::Node;
use readiness_check::standard::Standard;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;

/// A file of cases.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    why: String,
    standard: String,
    /// The tracks on which every case holds that names none.
    tracks: Vec<String>,
    cases: Vec<Case>,
}

/// Answers, and what is expected of their assessment. A case checks only what it names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Case {
    name: String,
    why: String,
    track: Option<String>,
    answers: Value,
    verdict: Option<String>,
    /// By criterion: the verdict under each reading by its id, and together under `verdict`.
    #[serde(default)]
    criteria: BTreeMap<String, BTreeMap<String, String>>,
    /// The questions of each contradiction.
    contradictions: Option<Vec<Vec<String>>>,
    /// The id of each contradiction.
    contradiction_ids: Option<Vec<String>>,
    /// Each reading that rests on a contradiction, as criterion/reading.
    to_be_cleared: Option<Vec<String>>,
    /// Value, low and high.
    index: Option<[Option<i64>; 3]>,
    #[serde(default)]
    dimensions: BTreeMap<String, [Option<i64>; 3]>,
    /// By effect: its state and improvement.
    #[serde(default)]
    effects: BTreeMap<String, (String, Option<i64>)>,
    trace: Option<Vec<Step>>,
}

/// A line of the trace; fractions are written as `20000/9`.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Step {
    item: String,
    rule: String,
    points: Option<String>,
    value: String,
    low: String,
    high: String,
}

/// The assessment as pages get it.
fn assessment(standard: &Standard, track: &str, answers: &str) -> Value {
    let answers = standard::answers(standard, track, answers);
    document_of(standard, &answers)
}

fn document_of(standard: &Standard, answers: &Answers) -> Value {
    let document = assess(standard, answers);
    serde_json::to_value(document.document(standard, answers)).expect("an assessment is JSON")
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

fn by_id<'v>(values: &'v Value, id: &str) -> &'v Value {
    list(values)
        .iter()
        .find(|value| value["id"] == id)
        .unwrap_or(&Value::Null)
}

fn fraction(value: &Value) -> Option<String> {
    let (numerator, denominator) = (value["numerator"].as_i64()?, value["denominator"].as_i64()?);
    Some(match denominator {
        1 => numerator.to_string(),
        _ => format!("{numerator}/{denominator}"),
    })
}

fn range(value: &Value) -> Value {
    json!([value["value"], value["low"], value["high"]])
}

/// What is expected and what was found, wherever the two differ.
fn differences(case: &Case, found: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    let mut compare = |what: String, expected: Value, found: Value| {
        if expected != found {
            differences.push(format!("{what} should be {expected}, is {found}"));
        }
    };
    let published = &found["published"];
    if let Some(verdict) = &case.verdict {
        compare(
            "the whole".to_owned(),
            json!(verdict),
            published["verdict"].clone(),
        );
    }
    for (id, expected) in &case.criteria {
        let criterion = by_id(&published["criteria"], id);
        let mut verdicts = BTreeMap::from([("verdict", &criterion["verdict"])]);
        for reading in criterion["readings"].as_array().into_iter().flatten() {
            verdicts.insert(reading["id"].as_str().unwrap_or_default(), &reading["verdict"]);
        }
        compare(id.clone(), json!(expected), json!(verdicts));
    }
    if let Some(expected) = &case.contradictions {
        let found: Vec<_> = list(&found["contradictions"])
            .iter()
            .map(|c| &c["questions"])
            .collect();
        compare("contradictions".to_owned(), json!(expected), json!(found));
    }
    if let Some(expected) = &case.contradiction_ids {
        let found: Vec<_> = list(&found["contradictions"]).iter().map(|c| &c["id"]).collect();
        compare("ids of contradictions".to_owned(), json!(expected), json!(found));
    }
    if let Some(expected) = &case.to_be_cleared {
        let name = |working: &Value| {
            let part = |key: &str| working[key].as_str().unwrap_or_default().to_owned();
            [part("criterion"), part("reading")].join("/")
        };
        let workings = list(&found["workings"]).iter();
        let found: Vec<_> = workings.filter(|w| w["toBeCleared"] == true).map(name).collect();
        compare("to be cleared".to_owned(), json!(expected), json!(found));
    }
    if let Some(expected) = &case.index {
        compare("the index".to_owned(), json!(expected), range(&found["index"]));
    }
    for (id, expected) in &case.dimensions {
        let dimension = by_id(&found["index"]["dimensions"], id);
        compare(id.clone(), json!(expected), range(dimension));
    }
    for (id, (state, improvement)) in &case.effects {
        let effect = by_id(&found["effects"], id);
        let effect = json!([effect["state"], effect["improvement"]]);
        compare(id.clone(), json!([state, improvement]), effect);
    }
    if let Some(expected) = &case.trace {
        let step = |step: &Value| Step {
            item: step["item"].as_str().unwrap_or_default().to_owned(),
            rule: step["rule"].as_str().unwrap_or_default().to_owned(),
            points: fraction(&step["points"]),
            value: fraction(step).unwrap_or_default(),
            low: fraction(&step["low"]).unwrap_or_default(),
            high: fraction(&step["high"]).unwrap_or_default(),
        };
        let found: Vec<Step> = list(&found["trace"]).iter().map(step).collect();
        let shown = |steps: &[Step]| steps.iter().map(|s| format!("{s:?}")).collect::<Vec<_>>();
        compare(
            "the trace".to_owned(),
            json!(shown(expected)),
            json!(shown(&found)),
        );
    }
    differences
}

/// Runs every case of a file on its tracks.
fn run(name: &str, standard: &Standard) {
    let text = fs::read_to_string(standard::path("tests/cases").join(name)).expect("the cases can be read");
    let file: File = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(
        !file.why.is_empty() && !file.cases.is_empty(),
        "{name} proves nothing"
    );
    assert_eq!(file.standard, standard.id);
    let mut failures = Vec::new();
    for case in &file.cases {
        assert!(!case.why.is_empty(), "{name}: \"{}\" does not say why", case.name);
        let tracks = case
            .track
            .as_ref()
            .map_or(file.tracks.as_slice(), std::slice::from_ref);
        for track in tracks {
            let found = assessment(standard, track, &case.answers.to_string());
            let differences = differences(case, &found);
            if !differences.is_empty() {
                let (case, why) = (&case.name, &case.why);
                failures.push(format!(
                    "{case}, {track} ({why}):\n  {}",
                    differences.join("\n  ")
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{name}:\n{}", failures.join("\n"));
}

const SHIPPED: &str = "ningbo-3511-2018";

#[test]
fn key_equipment_is_judged_as_worked_by_hand() {
    run("key-equipment.json", &standard::shipped(SHIPPED));
}

#[test]
fn copyrights_and_standards_are_judged_as_worked_by_hand() {
    run("copyrights-and-standards.json", &standard::shipped(SHIPPED));
}

#[test]
fn the_invention_patent_is_judged_as_worked_by_hand() {
    run("invention-patent.json", &standard::shipped(SHIPPED));
}

#[test]
fn the_whole_is_judged_as_worked_by_hand() {
    run("whole.json", &standard::shipped(SHIPPED));
}

#[test]
fn the_index_is_as_worked_by_hand() {
    run("index.json", &standard::small_plant());
}

#[test]
fn contradictions_are_found_as_worked_by_hand() {
    run("contradictions.json", &standard::shipped(SHIPPED));
}

#[test]
fn every_file_of_cases_is_run() {
    let run = [
        "contradictions.json",
        "copyrights-and-standards.json",
        "index.json",
        "invention-patent.json",
        "key-equipment.json",
        "whole.json",
    ];
    let mut found: Vec<String> = fs::read_dir(standard::path("tests/cases"))
        .expect("the folder of cases can be read")
        .map(|entry| {
            entry
                .expect("an entry of the folder")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .filter(|name| name.ends_with(".json"))
        .collect();
    found.sort();
    assert_eq!(found, run);
}

/// For each criterion, answers for each verdict, in the order of `VERDICTS`.
const ANSWERS: [[&str; 4]; 3] = [
    [
        r#""equipment-kinds": 7, "equipment-sets": 7"#,
        r#""equipment-kinds": 7"#,
        r#""equipment-kinds": 7, "equipment-sets": 8"#,
        r#""equipment-kinds": 8, "equipment-sets": 8"#,
    ],
    [
        r#""software-copyrights": 1, "standard-drafts": 1"#,
        r#""software-copyrights": 3, "standard-drafts": "unknown""#,
        r#""software-copyrights": 3, "standard-drafts": 0"#,
        r#""software-copyrights": 3, "standard-drafts": 3"#,
    ],
    [
        r#""invention-patents-filed": 0, "invention-patents-granted": 0"#,
        r#""invention-patents-filed": 1, "invention-patents-granted": "unknown""#,
        r#""invention-patents-filed": 1, "invention-patents-granted": 0"#,
        r#""invention-patents-filed": 1, "invention-patents-granted": 1"#,
    ],
];

/// Each outweighs those after it.
const VERDICTS: [&str; 4] = ["not-met", "unknown", "depends", "met"];

#[test]
fn the_whole_follows_from_the_criteria_in_all_64_combinations() {
    let standard = standard::shipped(SHIPPED);
    for track in ["discrete", "process"] {
        for combination in 0..64 {
            let chosen = [combination / 16, combination / 4 % 4, combination % 4];
            let given: Vec<_> = ANSWERS
                .iter()
                .zip(chosen)
                .map(|(answers, verdict)| answers[verdict])
                .collect();
            let published =
                &assessment(&standard, track, &format!("{{ {} }}", given.join(", ")))["published"];
            let found: Vec<_> = list(&published["criteria"])
                .iter()
                .map(|c| &c["verdict"])
                .collect();
            assert_eq!(found, chosen.map(|verdict| VERDICTS[verdict]), "{given:?}");
            let heaviest = chosen.into_iter().min().expect("three criteria");
            assert_eq!(published["verdict"], VERDICTS[heaviest], "{given:?}");
        }
    }
}

#[test]
fn the_questions_on_which_saved_files_rely_are_there_as_the_contract_has_them() {
    let standard = standard::shipped(SHIPPED);
    for id in [
        "equipment-kinds",
        "equipment-sets",
        "software-copyrights",
        "standard-drafts",
        "invention-patents-filed",
        "invention-patents-granted",
    ] {
        let index = standard
            .question(id)
            .unwrap_or_else(|| panic!("there is no {id}"));
        let question = &standard.questions[index];
        assert!(
            matches!(
                question.kind,
                readiness_check::standard::Kind::Count { min: 0, .. }
            ),
            "{id}"
        );
        assert!(!question.not_applicable, "{id}");
        assert!(
            (0..standard.tracks.len()).all(|track| question.tracks.contains(track)),
            "{id}"
        );
    }
    let tracks: Vec<_> = standard.tracks.iter().map(|track| track.id.as_str()).collect();
    assert_eq!(tracks[..2], ["discrete", "process"]);
    let more_kinds = standard
        .relations
        .iter()
        .find(|relation| relation.id == "more-kinds-than-sets");
    let more_kinds = more_kinds.expect("the contradiction that the contract names");
    assert_eq!(standard.questions[more_kinds.part].id, "equipment-kinds");
    assert_eq!(standard.questions[more_kinds.whole].id, "equipment-sets");
}

#[test]
fn criteria_and_readings_stand_in_the_order_of_the_contract() {
    let assessment = assessment(&standard::shipped(SHIPPED), "discrete", "{}");
    let criteria: Vec<Value> = list(&assessment["published"]["criteria"])
        .iter()
        .map(|criterion| {
            let readings: Vec<_> = list(&criterion["readings"]).iter().map(|r| &r["id"]).collect();
            json!([criterion["id"], readings])
        })
        .collect();
    assert_eq!(
        json!(criteria),
        json!([
            ["key-equipment", ["kinds", "sets"]],
            ["copyrights-and-standards", ["together", "each"]],
            ["invention-patent", ["granted", "filed"]],
        ])
    );
}

#[test]
fn the_assessment_has_the_keys_of_the_contract_in_its_order() {
    let answers = standard::answers(&standard::small_plant(), "discrete", "{}");
    let standard = standard::small_plant();
    let node = standard::written(&assess(&standard, &answers).document(&standard, &answers));
    let Node::Map(entries) = &node else {
        panic!("{}", node.to_json())
    };
    let keys: Vec<_> = entries.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys[..4], ["format", "version", "standard", "engine"]);
    for key in ["published", "index", "contradictions", "trace"] {
        assert!(keys.contains(&key), "{key}");
    }
    assert_eq!(
        node.get("format"),
        Some(&Node::Text("readiness-check/assessment".to_owned()))
    );
    assert_eq!(node.get("version"), Some(&Node::Number(1.0)));
    assert_eq!(
        node.get("engine"),
        Some(&Node::Text(env!("CARGO_PKG_VERSION").to_owned()))
    );
}

#[test]
fn a_standard_without_published_conditions_has_none_in_the_assessment() {
    let Node::Map(mut entries) = standard::small_plant_document() else {
        panic!("a standard is an object");
    };
    entries.retain(|(key, _)| !["criteria", "relations"].contains(&key.as_str()));
    for (key, value) in &mut entries {
        if let ("questions", Node::List(questions)) = (key.as_str(), value) {
            let published = ["robot-kinds", "robots"].map(|id| Node::Text(id.to_owned()));
            questions.retain(|question| !published.iter().any(|id| question.get("id") == Some(id)));
        }
    }
    let standard = standard::parse(&Node::Map(entries));
    let found = assessment(&standard, "discrete", "{}");
    assert_eq!(found["published"], Value::Null);
    assert_eq!(found["index"]["high"], 10_000);
}
