//! What a firm types about its target and its costs.

use crate::standard::{answers, json, shipped};
use readiness_check::answers::{Answers, Extra, TypedFault};
use readiness_check::document::Node;
use readiness_check::plan::{Field, Order, Outcome, Price, Reach, Wanted, plan, read};
use readiness_check::standard::Standard;

fn typed(standard: &Standard, costs: &str) -> Answers {
    let mut sheet = answers(standard, "process", "{}");
    for (key, value) in match Node::from_json(costs).expect("JSON") {
        Node::Map(entries) => entries,
        other => panic!("{other:?} is no map"),
    } {
        sheet.keep(Extra::Costs, &[&key], Some(value));
    }
    sheet
}

#[test]
fn by_default_the_target_is_the_conditions_under_every_reading_by_effort() {
    let standard = shipped("ningbo-3511-2018");
    let asked = read(&standard, &answers(&standard, "discrete", "{}"));
    assert_eq!(asked.target.criteria, [Wanted::Every; 3]);
    assert_eq!(
        (asked.target.reach, asked.reach, asked.own),
        (Reach::Nothing, "nothing", false)
    );
    assert_eq!((asked.costing.order, asked.faults), (Order::SideBySide, vec![]));
    for (question, price) in standard.questions.iter().zip(&asked.costing.prices) {
        let points = question
            .effort
            .map(|effort| standard.efforts[effort].points * 100);
        assert_eq!(
            *price,
            points.map(|points| Price {
                money: points,
                months: points
            }),
            "{}",
            question.id
        );
    }
}

#[test]
fn a_target_is_read_as_it_is_chosen() {
    let standard = shipped("ningbo-3511-2018");
    let sheet = typed(
        &standard,
        r#"{"order":"one-after-another","target":{"reach":"elements","mark":"６２.５%",
        "criteria":{"key-equipment":"sets","copyrights-and-standards":"none","invention-patent":"x"}}}"#,
    );
    let asked = read(&standard, &sheet);
    assert_eq!(
        asked.target.criteria,
        [Wanted::Reading(1), Wanted::None, Wanted::Every]
    );
    // The process track has no digital design and no technical equipment: elements 1 and 2.
    let elements = [0, 3, 4, 5, 6, 7, 8].map(|element| (element, 6250));
    assert_eq!(asked.target.reach, Reach::Elements(elements.to_vec()));
    assert_eq!(asked.costing.order, Order::OneAfterAnother);
    let whole = typed(&standard, r#"{"target":{"reach":"index","mark":"60"}}"#);
    assert_eq!(read(&standard, &whole).target.reach, Reach::Index(6000));
    let unmarked = read(&standard, &typed(&standard, r#"{"target":{"reach":"index"}}"#));
    assert_eq!(
        (unmarked.target.reach, unmarked.reach, unmarked.faults),
        (Reach::Nothing, "index", vec![])
    );
}

#[test]
fn own_prices_are_those_of_the_question_then_those_of_its_class() {
    let standard = shipped("ningbo-3511-2018");
    let sheet = typed(
        &standard,
        r#"{"count":"own","efforts":{"small":{"money":"1.5万元","months":"0.5"},"large":{"money":"x","months":"9"}},
        "questions":{"equipment-kinds":{"money":"1,200","months":" ６ 个月"},"digital-roadmap":{"months":"0"},
        "software-copyrights":{"money":"3"},"standard-drafts":{"money":"10000001"}}}"#,
    );
    let asked = read(&standard, &sheet);
    assert!(asked.own);
    let question = |id: &str| standard.question(id).expect("a question");
    let price = |id: &str| asked.costing.prices[question(id)];
    let some = |money, months| Some(Price { money, months });
    assert_eq!(price("equipment-kinds"), some(120_000, 600));
    assert_eq!(price("security-rules"), some(150, 50), "its class");
    assert_eq!(
        price("digital-roadmap"),
        some(150, 0),
        "its class, but for what is its own"
    );
    assert_eq!(
        price("software-copyrights"),
        some(300, 0),
        "money alone takes no time"
    );
    assert_eq!(price("erp-scope"), None, "a fault is no price");
    assert_eq!(price("key-machines"), None, "a mere total");
    let bounds = TypedFault::OutOfBounds {
        min: 0,
        max: 1_000_000_000,
    };
    let large = standard
        .efforts
        .iter()
        .position(|effort| effort.id == "large")
        .expect("a class");
    assert_eq!(
        asked.faults,
        [
            (Field::EffortMoney(large), TypedFault::NotANumber),
            (Field::Money(question("standard-drafts")), bounds)
        ]
    );
}

#[test]
fn a_plan_is_written_by_ids() {
    let standard = shipped("ningbo-3511-2018");
    let sheet = answers(
        &standard,
        "process",
        r#"{"equipment-kinds":7,"equipment-sets":7,"software-copyrights":3,"standard-drafts":"unknown",
        "invention-patents-granted":1}"#,
    );
    let asked = read(&standard, &sheet);
    let written = plan(&standard, &sheet, &asked.target, &asked.costing).document(&standard);
    let written = json(&written);
    let steps = concat!(
        r#""steps":[{"question":"equipment-kinds","open":false,"from":7,"to":8,"rises":1,"#,
        r#""brings":{"question":"equipment-sets","from":7,"to":8},"money":900,"months":900,"#,
        r#""index":{"before":0,"after":0},"meets":[{"criterion":"key-equipment","reading":"kinds"},"#,
        r#"{"criterion":"key-equipment","reading":"sets"}],"opens":[]},"#,
        r#"{"question":"standard-drafts","open":true,"from":0,"to":3,"rises":3,"brings":null,"money":900,"months":900,"#,
        r#""index":{"before":0,"after":0},"meets":[{"criterion":"copyrights-and-standards","reading":"each"}],"opens":[]}]"#,
    );
    assert!(written.contains(steps), "{written}");
    let start =
        r#"{"format":"readiness-check/plan","version":1,"standard":"ningbo-3511-2018","engine":"0.1.0","#;
    assert!(written.starts_with(start), "{written}");
    let merits = r#""plans":[{"merits":["cheapest","fastest","fewest"],"money":1800,"months":900,"#;
    assert!(written.contains(merits), "{written}");

    let mut out = asked.target.clone();
    out.reach = Reach::Index(10_000);
    let found = plan(&standard, &sheet, &out, &asked.costing);
    assert!(matches!(found, Outcome::OutOfReach(_)));
    let written = json(&found.document(&standard));
    let blockers = concat!(
        r#""indexShort":true,"elements":[],"readings":[],"blockers":[{"question":"monitored-points","why":"total-open"},"#,
        r#"{"question":"control-loops","why":"total-open"}]"#
    );
    assert!(written.contains(blockers), "{written}");
}

#[test]
fn costs_are_read_as_strictly_as_answers() {
    let standard = shipped("ningbo-3511-2018");
    for (costs, expected) in [
        (
            r#"{"target":{"reach":"index"}}"#,
            ("missing-key", "/costs/target"),
        ),
        (
            r#"{"target":{"reach":"Index","mark":"60"}}"#,
            ("unknown-word", "/costs/target/reach"),
        ),
        (
            r#"{"target":{"reach":"index","mark":60.123}}"#,
            ("too-many-decimals", "/costs/target/mark"),
        ),
        (
            r#"{"target":{"reach":"index","mark":true}}"#,
            ("wrong-type", "/costs/target/mark"),
        ),
        (
            r#"{"target":{"criteria":{"key-equipment":"kind"}}}"#,
            ("unknown-word", "/costs/target/criteria/key-equipment"),
        ),
        (
            r#"{"target":{"criteria":{"equipment":"kinds"}}}"#,
            ("unknown-id", "/costs/target/criteria/equipment"),
        ),
        (r#"{"count":"mine"}"#, ("unknown-word", "/costs/count")),
        (r#"{"counts":"own"}"#, ("unknown-key", "/costs/counts")),
        (r#"{"order":1}"#, ("wrong-type", "/costs/order")),
        (
            r#"{"questions":{"none":{"money":"1"}}}"#,
            ("unknown-id", "/costs/questions/none"),
        ),
        (
            r#"{"questions":{"equipment-kinds":{"cash":1}}}"#,
            ("unknown-key", "/costs/questions/equipment-kinds/cash"),
        ),
        (
            r#"{"efforts":{"heavy":{"money":"dear"}}}"#,
            ("bad-costs", "/costs/efforts/heavy/money"),
        ),
    ] {
        let effort = &standard.efforts.last().expect("an effort class").id;
        let costs = costs.replace("heavy", effort);
        let asked = read(&standard, &typed(&standard, &costs));
        let found: Vec<_> = asked
            .document_faults
            .iter()
            .map(|fault| (fault.code, fault.path.as_str()))
            .collect();
        assert_eq!(
            found,
            [(expected.0, expected.1.replace("heavy", effort).as_str())],
            "{costs}"
        );
    }
}

#[test]
fn a_number_and_the_text_for_it_mean_the_same() {
    let standard = shipped("ningbo-3511-2018");
    let asked = |costs: &str| {
        let asked = read(&standard, &typed(&standard, costs));
        assert_eq!(asked.document_faults, [], "{costs}");
        (asked.target.reach, asked.costing)
    };
    let own = |mark: &str, money: &str| {
        asked(&format!(
            r#"{{"count":"own","questions":{{"equipment-kinds":{{"money":{money},"months":""}}}},"target":{{"reach":"index","mark":{mark}}}}}"#
        ))
    };
    assert_eq!(own("60", "12.5"), own("\"60\"", "\"12.5\""));
    assert_eq!(own("60", "12.5"), own("\"60%\"", "\"125000元\""));
    assert_eq!(own("60", "12.5").0, Reach::Index(6000));
}
