//! Proves on cases worked by hand what the evidence index lists, what counts if only what is proven counts, and who
//! has to do what.

mod standard;

use readiness_check::answers::{Answers, Extra};
use readiness_check::assess::{Verdict, assess};
use readiness_check::document::Node;
use readiness_check::evidence::{Availability, EvidenceIndex, by_department, evidence_index, proven_only};
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

/// Each department with what it has to answer and its documents: for which answers, what is stated of each, and
/// whether it is still wanted.
fn lines(standard: &Standard, answers: &Answers) -> Vec<String> {
    let claimed = assess(standard, answers);
    let index = index_of(standard, answers);
    let mut lines = Vec::new();
    for part in by_department(standard, &claimed, &index) {
        let department = part.department.expect("every question has a department");
        lines.push(format!("{}:", standard.departments[department].id));
        for open in part.questions {
            let what = if open.said_unknown { "find out" } else { "answer" };
            lines.push(format!("{what} {}", standard.questions[open.question].id));
        }
        for paper in part.papers {
            let proves = paper
                .places
                .iter()
                .map(|(claim, _)| index.claims[*claim].question);
            let proves: Vec<&str> = proves
                .map(|question| standard.questions[question].id.as_str())
                .collect();
            let (claim, place) = paper.places[0];
            lines.push(format!(
                "{} for {}: {:?} for {}, {} {} {}{}",
                index.claims[claim].items[place].name,
                proves.join(" "),
                paper.availability,
                paper.stated_for,
                paper.holder,
                paper.date,
                paper.due,
                if paper.is_wanted(&index) { " wanted" } else { "" },
            ));
        }
    }
    lines
}

#[test]
fn each_document_stands_once_under_its_department() {
    let (standard, answers) = plant();
    assert_eq!(
        lines(&standard, &answers),
        [
            "workshop:",
            // The ledger is noted for one of its three answers; for the robots it is stated to be missing, which is
            // something else.
            "台账 for robot-kinds machines machines-controlled: Have for 1, 张工 2026年1月  wanted",
            "Asset list for robots: Missing for 1,    wanted",
            "截图 for connected: NotStated for 0,    wanted",
            "office:",
            "answer energy-before",
            "find out energy-after",
            "图纸 for drawings: NotStated for 0,    wanted",
            // The record of the firm's own proves what the report would.
            "报告 for checks: NotStated for 0,   ",
            "仿真记录 for checks: Have for 1,   ",
            "截图 for shared-files: NotStated for 0,    wanted",
        ]
    );
}

#[test]
fn what_is_noted_for_every_answer_is_one_document() {
    let standard = standard::small_plant();
    let mut answers = standard::answers(
        &standard,
        "discrete",
        r#"{"robot-kinds": 1, "robots": 2, "machines": 10, "machines-controlled": 6}"#,
    );
    for (question, name, due) in [
        ("robot-kinds", "台账", "2026-03-01"),
        ("robots", "Asset list", ""),
        ("machines", "台账", ""),
        ("machines-controlled", "台账", "2026-03-01"),
    ] {
        let paper = format!("paper={name}");
        let mut keep = |key: &str, text: &str| {
            let value = (!text.is_empty()).then(|| Node::text(text));
            answers.keep(Extra::Evidence, &[question, &paper, key], value);
        };
        keep("state", "have");
        keep("due", due);
    }
    let claimed = assess(&standard, &answers);
    let index = index_of(&standard, &answers);
    let parts = by_department(&standard, &claimed, &index);
    let paper = &parts[0].papers[0];
    assert_eq!(
        (paper.places.len(), paper.stated_for, paper.due),
        (4, 4, "2026-03-01")
    );
    assert!(paper.is_at_hand() && !paper.is_wanted(&index));
    // Another due date for one of the answers is not passed over: then it stands twice.
    answers.keep(
        Extra::Evidence,
        &["machines", "paper=台账", "due"],
        Some(Node::text("2026-04-01")),
    );
    let index = index_of(&standard, &answers);
    let parts = by_department(&standard, &claimed, &index);
    let dues: Vec<&str> = parts[0].papers.iter().map(|paper| paper.due).collect();
    assert_eq!(dues[..2], ["2026-03-01", "2026-04-01"]);
    assert_eq!(parts[0].papers[0].places.len(), 3);
}
