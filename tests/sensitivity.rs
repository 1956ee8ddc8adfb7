//! Proves on cases worked by hand what one answer would change and what to answer next. The small
//! plant has three elements: design weighs 2, equipment and planning 1 each.

mod standard;

use readiness_check::answers::Answers;
use readiness_check::assess::assess;
use readiness_check::sensitivity::{Change, Direction, open_questions, sensitivity};
use readiness_check::standard::Standard;
use standard::word;

/// Of robots 2 are asked, by kinds or by sets: not met by kinds, met by sets. The rest turns no verdict.
const PLANT: &str = r#"{"robot-kinds": 1, "robots": 2, "drawings": "cad", "checks": ["stress"], "shared-files": true,
    "machines": 10, "machines-controlled": 6, "connected": true, "mes": false}"#;

/// A line for each change: question, direction, answer, what changes.
fn turns(standard: &Standard, answers: &Answers) -> Vec<String> {
    let found = sensitivity(standard, answers, &assess(standard, answers));
    let mut lines = Vec::new();
    for sensitive in found {
        for turn in sensitive.turns {
            let direction = match turn.direction {
                Direction::Up => "up to",
                Direction::Down => "down to",
            };
            let count = turn.count;
            let changes = turn.changes.iter().map(|change| match change {
                Change::Whole { from, to } => {
                    format!("whole {} {}", word(*from), word(*to))
                }
                Change::Criterion { from, to, .. } => {
                    format!("criterion {} {}", word(*from), word(*to))
                }
                Change::Reading {
                    reading, from, to, ..
                } => {
                    format!("reading {reading} {} {}", word(*from), word(*to))
                }
            });
            let changes: Vec<String> = changes.collect();
            let id = &standard.questions[sensitive.question].id;
            let mark = if turn.contradicts { ", contradicts" } else { "" };
            lines.push(format!("{id} {direction} {count}: {}{mark}", changes.join(", ")));
        }
    }
    lines
}

#[test]
fn each_answer_that_would_change_something_is_listed_with_the_nearest_value() {
    let standard = standard::small_plant();
    let answers = standard::answers(&standard, "discrete", PLANT);
    assert_eq!(
        turns(&standard, &answers),
        [
            "robot-kinds up to 2: whole depends met, criterion depends met, reading 0 not-met met",
            "robots down to 1: whole depends not-met, criterion depends not-met, reading 1 met not-met",
        ]
    );
}

#[test]
fn an_answer_that_would_contradict_another_is_marked() {
    let standard = standard::small_plant();
    let answers = standard::answers(&standard, "discrete", r#"{"robot-kinds": 1, "robots": 1}"#);
    assert_eq!(
        turns(&standard, &answers),
        [
            "robot-kinds up to 2: whole not-met depends, criterion not-met depends, reading 0 not-met met, contradicts",
            "robots up to 2: whole not-met depends, criterion not-met depends, reading 1 not-met met",
        ]
    );
}

#[test]
fn the_published_numbers_turn_at_n_and_not_at_n_minus_1() {
    let standard = standard::shipped("ningbo-3511-2018");
    let lines = |json: &str| turns(&standard, &standard::answers(&standard, "discrete", json));
    for (kinds, expected) in [
        (6, "equipment-kinds up to 8: reading 0 not-met met"),
        (7, "equipment-kinds up to 8: reading 0 not-met met"),
        (8, "equipment-kinds down to 7: reading 0 met not-met"),
        (9, "equipment-kinds down to 7: reading 0 met not-met"),
    ] {
        let found = lines(&format!(
            r#"{{"equipment-kinds": {kinds}, "equipment-sets": 20}}"#
        ));
        let found = found.iter().find(|line| line.starts_with("equipment-kinds"));
        let found = found.unwrap_or_else(|| panic!("{kinds} kinds turn nothing"));
        let (head, reading) = expected.split_once(": ").expect("a line");
        assert!(
            found.starts_with(head) && found.contains(reading),
            "{kinds}: {found}"
        );
    }
    // Together 2 of 3, each 1 and 1: one more reaches the sum; each must be 3.
    let found = lines(r#"{"software-copyrights": 1, "standard-drafts": 1}"#);
    assert_eq!(
        found,
        [
            "software-copyrights up to 2: whole not-met unknown, criterion not-met depends, reading 0 not-met met",
            "standard-drafts up to 2: whole not-met unknown, criterion not-met depends, reading 0 not-met met",
        ]
    );
}

/// The open questions with their shares, in order; those that decide a condition are marked.
fn next(standard: &Standard, json: &str) -> Vec<String> {
    let answers = standard::answers(standard, "discrete", json);
    let open = open_questions(standard, &assess(standard, &answers));
    let told = open.iter().map(|open| {
        let mark = if open.decides { "!" } else { "" };
        format!("{}{mark} {}", standard.questions[open.question].id, open.share)
    });
    told.collect()
}

#[test]
fn what_decides_a_condition_is_next_and_then_what_most_rests_on() {
    let standard = standard::small_plant();
    assert_eq!(
        next(&standard, "{}"),
        [
            "robot-kinds! 0",
            "robots! 0",
            // All of planning, a quarter; then what the scope closes: 3/4 of it.
            "mes 2500",
            "mes-scope 1875",
            // A third of a half; and two thirds of a quarter, which rest on both numbers of the rate.
            "drawings 1666",
            "checks 1666",
            "shared-files 1666",
            "machines 1666",
            "machines-controlled 1666",
            "mes-plans 1250",
            "connected 833",
            "energy-before 0",
            "energy-after 0",
        ]
    );
    // Once the kinds settle the condition, the robots decide nothing any more; what is closed is not asked.
    assert_eq!(
        next(
            &standard,
            r#"{"robot-kinds": 2, "mes": false, "machines": 10, "drawings": "not-applicable", "checks": "unknown",
                "energy-before": 1, "energy-after": 1}"#
        ),
        // Without the drawings each of the two other items of design bears a quarter.
        [
            "checks 2500",
            "shared-files 2500",
            "machines-controlled 1666",
            "connected 833",
            "robots 0"
        ]
    );
}
