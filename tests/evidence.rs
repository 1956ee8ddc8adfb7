//! Proves on cases worked by hand what the evidence index lists, what counts if only what is proven counts, and who
//! has to do what.

mod standard;

use readiness_check::answers::{Answers, Extra};
use readiness_check::assess::{Verdict, assess};
use readiness_check::document::Node;
use readiness_check::evidence::{Availability, EvidenceIndex, Task, evidence_index, proven_only, to_do};
use readiness_check::standard::Standard;

const ANSWERS: &str = r#"{"robot-kinds": 1, "robots": 2, "drawings": "cad", "checks": ["stress"], "shared-files": true,
    "machines": 10, "machines-controlled": 6, "connected": true, "mes": false, "energy-after": "unknown"}"#;

/// A document at hand, one under its English name that is missing, one in a word that is not known, one of the firm's
/// own that stands twice, and three things that are no entries.
const EVIDENCE: &str = r#"{
    "robot-kinds": [{"paper": "台账", "state": "have", "holder": "张工", "date": "2026年1月", "shelf": 3}],
    "robots": [{"paper": "Asset list", "state": "missing"}],
    "checks": [5, {"paper": "报告", "state": "在办"}, {"paper": "仿真记录", "state": "have"}, {"paper": "仿真记录"}, {"state": "have"}],
    "drawings": "see file",
    "no-such-question": [{"paper": "x", "state": "have"}]
}"#;

fn plant() -> (Standard, Answers) {
    let standard = standard::small_plant();
    let mut answers = standard::answers(&standard, "discrete", ANSWERS);
    answers.keep(
        Extra::Evidence,
        &[],
        Some(Node::from_json(EVIDENCE).expect("JSON")),
    );
    (standard, answers)
}

fn index_of<'a>(standard: &'a Standard, answers: &'a Answers) -> EvidenceIndex<'a> {
    evidence_index(standard, answers, &assess(standard, answers))
}

#[test]
fn every_answer_that_claims_something_has_its_papers() {
    let (standard, answers) = plant();
    let index = index_of(&standard, &answers);
    let mut lines = Vec::new();
    for claim in &index.claims {
        for item in &claim.items {
            let state = match item.availability {
                Availability::Have => "have",
                Availability::Missing => "missing",
                Availability::NotStated => "-",
            };
            let listed = if item.listed.is_some() { "listed" } else { "own" };
            lines.push(format!(
                "{} {} {listed} {state} {} {}",
                standard.questions[claim.question].id, item.name, item.holder, item.date
            ));
        }
    }
    assert_eq!(
        lines,
        [
            "robot-kinds 台账 listed have 张工 2026年1月",
            "robots Asset list listed missing  ",
            "drawings 图纸 listed -  ",
            "checks 报告 listed -  ",
            "checks 仿真记录 own have  ",
            "shared-files 截图 listed -  ",
            "machines 台账 listed -  ",
            "machines-controlled 台账 listed -  ",
            "connected 截图 listed -  ",
        ]
    );
    // No system is no claim.
    assert_eq!((index.at_worst, index.not_applicable), (1, 0));
}

#[test]
fn the_worst_answer_of_each_kind_has_nothing_to_prove() {
    let standard = standard::small_plant();
    let worst = r#"{"robot-kinds": 0, "drawings": "paper", "checks": [], "shared-files": false, "energy-after": 100000}"#;
    let answers = standard::answers(&standard, "discrete", worst);
    let index = index_of(&standard, &answers);
    assert_eq!((index.claims.len(), index.at_worst), (0, 5));
    // One better claims something; a mere total does so whatever it is; what does not apply is told apart.
    let better = r#"{"robot-kinds": 1, "drawings": "cad", "checks": ["fit"], "shared-files": "not-applicable",
        "energy-after": 99999.99, "machines": 1, "energy-before": 0}"#;
    let answers = standard::answers(&standard, "discrete", better);
    let index = index_of(&standard, &answers);
    assert_eq!(
        (index.claims.len(), index.at_worst, index.not_applicable),
        (6, 0, 1)
    );
}

#[test]
fn only_what_is_proven_counts_beside_what_is_claimed() {
    let (standard, answers) = plant();
    let claimed = assess(&standard, &answers);
    let proven = proven_only(&answers, &index_of(&standard, &answers));
    let given: Vec<&str> = (0..standard.questions.len())
        .filter(|question| proven.get(*question).is_some())
        .map(|question| standard.questions[question].id.as_str())
        .collect();
    assert_eq!(given, ["robot-kinds", "checks", "mes", "energy-after"]);
    let found = assess(&standard, &proven);
    // Design: one of three checks, 10000/3 in three items, of which a half counts: 555.
    assert_eq!(found.index.range.map(|range| range.low), Some(555));
    assert_eq!(claimed.index.range.map(|range| range.low), Some(4888));
    // Two robots are claimed; the one kind that is proven is one robot at least, and no more.
    let verdicts = |found: &readiness_check::assess::Assessment| -> Vec<Verdict> {
        let readings = found.conditions[0].readings.iter();
        readings.map(|reading| reading.verdict).collect()
    };
    assert_eq!(verdicts(&claimed), [Verdict::NotMet, Verdict::Met]);
    assert_eq!(verdicts(&found), [Verdict::NotMet, Verdict::Unknown]);
    // What is kept beside the answers is not touched.
    assert_eq!(proven.extra(Extra::Evidence), answers.extra(Extra::Evidence));
}

#[test]
fn what_there_is_to_do_stands_under_its_department() {
    let (standard, answers) = plant();
    let claimed = assess(&standard, &answers);
    let index = index_of(&standard, &answers);
    let mut lines = Vec::new();
    for list in to_do(&standard, &claimed, &index) {
        let department = list
            .department
            .map(|department| &standard.departments[department].id);
        lines.push(format!(
            "{}:",
            department.expect("every question has a department")
        ));
        for entry in list.entries {
            let what = match entry.task {
                Task::Answer => "answer".to_owned(),
                Task::FindOut => "find out".to_owned(),
                Task::LookForItems { claim } => format!("look for {}", index.claims[claim].items.len()),
                Task::GetItem { claim, item } => format!("get {}", index.claims[claim].items[item].name),
            };
            lines.push(format!("{} {what}", standard.questions[entry.question].id));
        }
    }
    assert_eq!(
        lines,
        [
            "workshop:",
            "robots get Asset list",
            "machines look for 1",
            "machines-controlled look for 1",
            "connected look for 1",
            "office:",
            "drawings look for 1",
            "shared-files look for 1",
            "energy-before answer",
            "energy-after find out",
        ]
    );
}
