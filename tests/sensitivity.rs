//! Proves on cases worked by hand what one answer would change, how far thresholds are, what is certain and what to
//! answer next. The small plant has three elements: design weighs 2, equipment and planning 1 each.

mod standard;

use readiness_check::answers::{Answer, Answers};
use readiness_check::assess::{Range, Verdict, assess};
use readiness_check::sensitivity::{
    Change, Direction, InBand, band, certain_band, is_certain, open_questions, sensitivity, thresholds,
};
use readiness_check::standard::Standard;
use standard::word;

/// Design: 5000, 10000/3 and 10000, on average 55000/9. Equipment: 6 of 10 machines, twice, and yes: 22000/3. Planning:
/// no system, nothing. Together (2 × 55000/9 + 22000/3) / 4 = 44000/9, which is 48.88 %.
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
                Direction::DoesNotApply | Direction::Applies => "is",
            };
            let answer = match turn.answer {
                Answer::Count(count) => count.to_string(),
                Answer::YesNo(yes) => yes.to_string(),
                Answer::OneOf(option) => format!("option {option}"),
                Answer::ManyOf(chosen) => format!("{} options", chosen.len()),
                Answer::NotApplicable => "not applicable".to_owned(),
                other => panic!("{other:?} turns something"),
            };
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
                Change::Band { from, to } => format!("bands {from:?} {to:?}"),
            });
            let changes: Vec<String> = changes.collect();
            let id = &standard.questions[sensitive.question].id;
            let mark = if turn.contradicts { ", contradicts" } else { "" };
            lines.push(format!("{id} {direction} {answer}: {}{mark}", changes.join(", ")));
        }
    }
    lines
}

#[test]
fn each_answer_that_would_change_something_is_listed_with_the_nearest_value() {
    let standard = standard::small_plant();
    let answers = standard::answers(&standard, "discrete", PLANT);
    let range = assess(&standard, &answers).index.range;
    assert_eq!(range.map(|range| (range.low, range.high)), Some((4888, 4888)));
    assert_eq!(
        turns(&standard, &answers),
        [
            "robot-kinds up to 2: whole depends met, criterion depends met, reading 0 not-met met",
            "robots down to 1: whole depends not-met, criterion depends not-met, reading 1 met not-met",
            // Three checks: (2 × 25000/3 + 22000/3) / 4 = 6000, the very foot of the band; two are not enough.
            "checks up to 3 options: bands [2, 2] [3, 3]",
            // 44000/9 − 10000/6 = 3222; without the question (2 × 25000/6 + 22000/3) / 4 = 3916.
            "shared-files down to false: bands [2, 2] [1, 1]",
            "shared-files is not applicable: bands [2, 2] [1, 1]",
            // 6 of 90 leave (110000/9 + 34000/9) / 4 = 4000, still the foot; 6 of 91 do not.
            "machines up to 91: bands [2, 2] [1, 1]",
            // 1 of 10 leaves 4055, none 3888.
            "machines-controlled down to 0: bands [2, 2] [1, 1]",
            // Yes opens two questions: 4888 + 625 at worst, 4888 + 2500 at best.
            "mes up to true: bands [2, 2] [2, 3]",
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
fn that_a_question_applies_after_all_is_tried_at_both_ends() {
    let standard = standard::small_plant();
    // On the process track: design 2, equipment 1. Design is 10000 by the files, equipment 10000: 100 %.
    let answers = standard::answers(
        &standard,
        "process",
        r#"{"robot-kinds": 2, "robots": 2, "drawings": "not-applicable", "checks": "not-applicable", "shared-files": true,
            "machines": 10, "machines-controlled": 10}"#,
    );
    let found: Vec<String> = turns(&standard, &answers)
        .into_iter()
        .filter(|line| line.starts_with("drawings") || line.starts_with("checks"))
        .collect();
    // At its least design is half: (2 × 5000 + 10000) / 3 = 6666. At its most nothing changes.
    assert_eq!(
        found,
        [
            // By a rule of the plant: paper drawings, yet every machine is controlled.
            "drawings is option 0: bands [4, 4] [3, 3], contradicts",
            "checks is 0 options: bands [4, 4] [3, 3]"
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

#[test]
fn each_threshold_has_its_distance_under_each_reading() {
    let standard = standard::small_plant();
    let told = |json: &str| -> Vec<(i64, i64, i64, [i64; 2], i64)> {
        let answers = standard::answers(&standard, "discrete", json);
        let found = thresholds(&standard, &assess(&standard, &answers));
        let told = found.iter().map(|found| {
            (
                found.needed,
                found.low,
                found.high,
                found.lacking(),
                found.to_spare(),
            )
        });
        told.collect()
    };
    assert_eq!(
        told(r#"{"robot-kinds": 1, "robots": 5}"#),
        [(2, 1, 1, [1, 1], 0), (2, 5, 5, [0, 0], 3)]
    );
    // One kind is one robot at least.
    assert_eq!(
        told(r#"{"robot-kinds": 1}"#),
        [(2, 1, 1, [1, 1], 0), (2, 1, 1000, [0, 1], 0)]
    );
    // Each of two: the least of them counts.
    let shipped = standard::shipped("ningbo-3511-2018");
    let answers = standard::answers(
        &shipped,
        "discrete",
        r#"{"software-copyrights": 4, "standard-drafts": 1}"#,
    );
    let found = thresholds(&shipped, &assess(&shipped, &answers));
    let drafts: Vec<_> = found.iter().filter(|found| found.criterion == 1).collect();
    assert_eq!((drafts[0].low, drafts[0].to_spare()), (5, 2), "together");
    assert_eq!((drafts[1].low, drafts[1].lacking()), (1, [2, 2]), "each");
}

#[test]
fn bands_are_fifths_and_a_value_has_its_distance_to_both_neighbours() {
    for (value, expected, to_next, above_foot) in [
        (0, 0, Some(2000), None),
        (1999, 0, Some(1), None),
        (2000, 1, Some(2000), Some(0)),
        (4888, 2, Some(1112), Some(888)),
        (7999, 3, Some(1), Some(1999)),
        (8000, 4, None, Some(0)),
        (10_000, 4, None, Some(2000)),
    ] {
        let found = InBand::of(value);
        assert_eq!(
            (found.band, found.to_next, found.above_foot),
            (expected, to_next, above_foot),
            "{value}"
        );
        assert_eq!(band(value), expected);
    }
    assert_eq!(InBand::bounds(4), [8000, 10_000]);
}

#[test]
fn what_no_open_answer_can_change_is_certain() {
    let range = |low, high| Range {
        value: low,
        low,
        high,
    };
    assert_eq!(certain_band(range(4000, 5999)), Some(2));
    assert_eq!(certain_band(range(3999, 4000)), None);
    assert_eq!(certain_band(range(8000, 10_000)), Some(4));
    let standard = standard::small_plant();
    // Two kinds are two robots at least: met under both readings while the robots are not counted yet.
    let answers = standard::answers(&standard, "discrete", r#"{"robot-kinds": 2}"#);
    let found = assess(&standard, &answers);
    assert_eq!(found.verdict, Some(Verdict::Met));
    assert!(found.verdict.is_some_and(is_certain));
    let answers = standard::answers(&standard, "discrete", r#"{"robot-kinds": 1}"#);
    let found = assess(&standard, &answers);
    assert!(found.verdict.is_some_and(|verdict| !is_certain(verdict)));
    assert!(
        is_certain(found.conditions[0].readings[0].verdict),
        "one kind is not two"
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
