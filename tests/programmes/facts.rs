//! Facts that are entered beside the questionnaire, and those that follow from it.

use super::World;
use super::standard::{self, programmes::case};
use readiness_check::answers::TypedFault;
use readiness_check::assess::Verdict::Unknown;
use readiness_check::programmes::{FactState, Open, Value};

#[test]
fn facts_are_read_as_typed_and_never_guessed() {
    let world = World::new();
    let state = |json: &str| {
        let (_, facts) = world.judge("{}", &format!(r#"{{"facts":{json}}}"#));
        facts
    };
    let sales = world.fact("sales-last-year");
    let open = |json: &str, fact: usize| match state(json)[fact] {
        FactState::Open(open) => open,
        known => panic!("{json}: {known:?}"),
    };
    assert_eq!(open("{}", sales), Open::NotAnswered);
    assert_eq!(open(r#"{"sales-last-year":" "}"#, sales), Open::NotAnswered);
    assert_eq!(open(r#"{"sales-last-year":"unknown"}"#, sales), Open::Unknown);
    assert_eq!(
        open(r#"{"sales-last-year":"viel"}"#, sales),
        Open::Unreadable(TypedFault::NotANumber)
    );
    assert_eq!(
        open(r#"{"sales-last-year":"4.5"}"#, sales),
        Open::Unreadable(TypedFault::NotWhole)
    );
    assert_eq!(
        open(r#"{"sales-last-year":4.5}"#, sales),
        Open::Unreadable(TypedFault::NotANumber)
    );
    assert_eq!(
        open(r#"{"sales-last-year":true}"#, sales),
        Open::Unreadable(TypedFault::NotANumber)
    );
    assert_eq!(
        open(r#"{"sales-last-year":[]}"#, sales),
        Open::Unreadable(TypedFault::NotANumber)
    );
    let giant = world.fact("little-giant");
    assert_eq!(
        open(r#"{"little-giant":"yes"}"#, giant),
        Open::Unreadable(TypedFault::NotANumber)
    );
    // The unit is 万元: whoever writes 万 or 亿 writes the amount.
    let number = |json: &str| match state(json)[sales] {
        FactState::Known {
            value: Value::Number(number),
            ..
        } => number / 100,
        other => panic!("{json}: {other:?}"),
    };
    for (text, ten_thousands) in [
        ("４００００", 40_000),
        ("40,000", 40_000),
        ("2000万", 2000),
        ("2000万元", 2000),
        ("4亿", 40_000),
        ("0.5亿元", 5000),
    ] {
        assert_eq!(
            number(&format!(r#"{{"sales-last-year":"{text}"}}"#)),
            ten_thousands,
            "{text}"
        );
    }
    let above = open(r#"{"sales-last-year":"1000亿"}"#, sales);
    assert!(
        matches!(above, Open::Unreadable(TypedFault::OutOfBounds { .. })),
        "{above:?}"
    );
}

#[test]
fn a_rate_is_open_contradicted_or_not_asked_as_the_questionnaire_says() {
    let world = World::new();
    let place = ["ningbo-2021-project-rules", "numerical-control", "seventy"];
    let rate = world.fact("numerical-control-rate");
    let (judged, facts) = world.judge(r#"{"key-machines":10}"#, "{}");
    assert_eq!(
        (world.reading(&judged, place), facts[rate]),
        (Unknown, FactState::Open(Open::NotAnswered))
    );
    let (_, facts) = world.judge(r#"{"key-machines":10,"key-machines-cnc":"unknown"}"#, "{}");
    assert_eq!(facts[rate], FactState::Open(Open::Unknown));
    let (judged, facts) = world.judge(r#"{"key-machines":10,"key-machines-cnc":11}"#, "{}");
    assert!(
        matches!(
            facts[rate],
            FactState::Known {
                contradicted: true,
                ..
            }
        ),
        "{:?}",
        facts[rate]
    );
    let number = world.number(place[0]);
    let contradicted: Vec<bool> = judged[number]
        .conditions
        .iter()
        .flat_map(|c| &c.readings)
        .map(|r| r.contradicted)
        .collect();
    assert_eq!(contradicted, [false, true], "upload, numerical control");
    let answers = case(
        &world.standard,
        "process",
        r#"{"key-machines":10,"key-machines-cnc":7}"#,
        "{}",
    );
    let (_, facts) = standard::programmes::judged(&world.programmes, &world.standard, &answers);
    assert_eq!(
        facts[rate],
        FactState::Open(Open::NotAsked),
        "process plants are not asked for key machines"
    );
}
