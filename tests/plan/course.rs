//! In which order the steps of a plan stand, and how far each takes the index: worked by hand from the shares of the
//! small plant (see `cases`).

use crate::standard::{answers, parse, small_plant, small_plant_document};
use readiness_check::answers::Answers;
use readiness_check::assess::assess;
use readiness_check::document::Node;
use readiness_check::plan::{Costing, Order, Outcome, Plan, Reach, Target, plan};
use readiness_check::standard::Standard;

/// Drawings are paper, sharing is not answered, connection not known, and there is no execution system: 1666.67 of the
/// checks and 1666.67 of the controlled machines are left.
const ANSWERS: &str = r#"{"robot-kinds": 2, "robots": 2, "drawings": "paper", "checks": ["stress", "flow", "fit"],
    "machines": 3, "machines-controlled": 3, "connected": "unknown", "mes": false, "mes-scope": "all-lines",
    "mes-plans": true}"#;

/// Each step in its place: its question, `?` where it has to be found out, and the lower bound before and after it.
fn course(standard: &Standard, given: &Answers) -> (Plan, Vec<String>) {
    let target = Target {
        reach: Reach::Index(10_000),
        ..Target::conditions(standard)
    };
    let costing = Costing::by_effort(standard, Order::SideBySide);
    let Outcome::Plans(mut plans) = plan(standard, given, &target, &costing) else {
        panic!("the index can be full");
    };
    let plan = plans.remove(0);
    let stages = plan.course(standard, given, &assess(standard, given));
    let line = |stage: &readiness_check::plan::Stage| {
        let id = &standard.questions[plan.steps[stage.step].question].id;
        let mark = if stage.find_out { "?" } else { "" };
        let (before, after) = stage.index.expect("something applies");
        format!("{id}{mark} {before} > {after}")
    };
    let lines = stages.iter().map(line).collect();
    (plan, lines)
}

#[test]
fn what_is_open_comes_first_and_then_each_department() {
    let standard = small_plant();
    let given = answers(&standard, "discrete", ANSWERS);
    let (plan, lines) = course(&standard, &given);
    assert_eq!(
        lines,
        [
            "shared-files? 3333 > 5000",
            "connected? 5000 > 5833",
            // The workshop. What a missing system closed is not to be found out: it is not asked.
            "mes 5833 > 6458",
            "mes-scope 6458 > 7083",
            "mes-plans 7083 > 8333",
            // The office.
            "drawings 8333 > 10000",
        ]
    );
    // In the order of the questions it is the same plan, and comes to the same.
    assert_eq!(plan.index, Some((3333, 10_000)));
    let first = &standard.questions[plan.steps[0].question].id;
    assert_eq!(first, "drawings");
}

#[test]
fn what_opens_a_question_stands_before_it_whatever_its_department() {
    // The system is a matter of the office, what it is used for of the workshop.
    let json = small_plant_document().to_json();
    let (before, after) = json.split_once(r#""id":"mes","#).expect("the question");
    let after = after.replacen(r#""department":"workshop""#, r#""department":"office""#, 1);
    let json = [before, r#""id":"mes","#, &after].concat();
    let standard = parse(&Node::from_json(&json).expect("JSON"));
    let given = answers(&standard, "discrete", ANSWERS);
    let (_, lines) = course(&standard, &given);
    assert_eq!(
        lines,
        [
            "shared-files? 3333 > 5000",
            "connected? 5000 > 5833",
            "drawings 5833 > 7500",
            "mes 7500 > 8125",
            "mes-scope 8125 > 8750",
            "mes-plans 8750 > 10000",
        ]
    );
}
