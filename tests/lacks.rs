//! Proves on cases worked by hand what is said of the published conditions in a line: how many stand how, and what lacks
//! under each reading; and that whole per cents never say more than is known. 2018 asks 8, 3 and 1.

mod standard;

use readiness_check::assess::{Range, Tally, assess};
use readiness_check::standard::Standard;

/// What lacks under each reading of a condition: the unit of a question, or `sum`, with the least and the most.
fn lacks(standard: &Standard, criterion: &str, json: &str) -> Vec<String> {
    let answers = standard::answers(standard, "discrete", json);
    let found = assess(standard, &answers);
    let index = standard.criteria.iter().position(|known| known.id == criterion);
    let index = index.expect("a condition of the contract");
    let asked = &standard.criteria[index];
    let needed = asked.at_least.value / 100;
    let readings = asked.readings.iter().zip(&found.conditions[index].readings);
    let told = readings.map(|(reading, judged)| {
        let lacks = judged.lacks(reading.demand, needed);
        let lacks = lacks.iter().map(|lack| {
            let of = lack
                .question
                .map_or("sum", |question| &standard.questions[question].id);
            format!("{of} {}-{}", lack.least, lack.most)
        });
        let lacks: Vec<String> = lacks.collect();
        let exact = if judged.is_exact(reading.demand, needed) {
            " exact"
        } else {
            ""
        };
        format!("{}: {}{exact}", reading.id, lacks.join(", "))
    });
    told.collect()
}

#[test]
fn what_lacks_is_told_for_each_reading() {
    let standard = standard::shipped("ningbo-3511-2018");
    let equipment = |json: &str| lacks(&standard, "key-equipment", json);
    assert_eq!(
        equipment(r#"{"equipment-kinds": 6, "equipment-sets": 23}"#),
        ["kinds: equipment-kinds 2-2", "sets: "]
    );
    assert_eq!(
        equipment(r#"{"equipment-kinds": 8, "equipment-sets": 8}"#),
        ["kinds:  exact", "sets:  exact"]
    );
    // 5 kinds are 5 sets at least; how many more there are is open.
    assert_eq!(
        equipment(r#"{"equipment-kinds": 5, "equipment-sets": "unknown"}"#),
        ["kinds: equipment-kinds 3-3", "sets: equipment-sets 0-3"]
    );
    // 8 kinds are 8 sets at least: enough, and whether any is to spare is open.
    assert_eq!(
        equipment(r#"{"equipment-kinds": 8}"#),
        ["kinds:  exact", "sets: "]
    );
    // 7 sets are 7 kinds at most: 1 kind lacks in any case.
    assert_eq!(
        equipment(r#"{"equipment-sets": 7}"#),
        ["kinds: equipment-kinds 1-8", "sets: equipment-sets 1-1"]
    );
    assert_eq!(
        equipment("{}"),
        ["kinds: equipment-kinds 0-8", "sets: equipment-sets 0-8"]
    );
}

#[test]
fn of_a_sum_the_whole_lacks_and_of_each_its_own() {
    let standard = standard::shipped("ningbo-3511-2018");
    let both = |json: &str| lacks(&standard, "copyrights-and-standards", json);
    assert_eq!(
        both(r#"{"software-copyrights": 0, "standard-drafts": 1}"#),
        [
            "together: sum 2-2",
            "each: software-copyrights 3-3, standard-drafts 2-2"
        ]
    );
    assert_eq!(
        both(r#"{"software-copyrights": 1, "standard-drafts": 4}"#),
        ["together: ", "each: software-copyrights 2-2"]
    );
    assert_eq!(
        both(r#"{"software-copyrights": 1}"#),
        [
            "together: sum 0-2",
            "each: software-copyrights 2-2, standard-drafts 0-3"
        ]
    );
    // The least of them is 3: none of it is to spare, whatever the other is.
    assert_eq!(
        both(r#"{"software-copyrights": 3, "standard-drafts": 9}"#),
        ["together: ", "each:  exact"]
    );
}

#[test]
fn every_condition_is_counted_once() {
    let standard = standard::shipped("ningbo-3511-2018");
    let tally = |json: &str| {
        let answers = standard::answers(&standard, "discrete", json);
        assess(&standard, &answers).tally(&standard)
    };
    let none = Tally::default();
    assert_eq!(tally("{}"), Tally { open: 3, ..none });
    // Met under both readings; 1 and 2 are 3 together and not each; no patent under either.
    assert_eq!(
        tally(
            r#"{"equipment-kinds": 8, "equipment-sets": 23, "software-copyrights": 1, "standard-drafts": 2,
                "invention-patents-filed": 0}"#
        ),
        Tally {
            met: 1,
            depends: 1,
            not_met: 1,
            ..none
        }
    );
    // 9 kinds in 8 sets contradict each other: what they meet does not count as met. 3 kinds in 2 sets meet nothing.
    let contradicted = tally(r#"{"equipment-kinds": 9, "equipment-sets": 8}"#);
    assert_eq!((contradicted.to_be_cleared, contradicted.met), (1, 0));
    let contradicted = tally(r#"{"equipment-kinds": 3, "equipment-sets": 2}"#);
    assert_eq!((contradicted.to_be_cleared, contradicted.not_met), (0, 1));
    // What depends on the reading is to be cleared too, where the answers contradict each other.
    let contradicted = tally(r#"{"equipment-kinds": 9, "equipment-sets": 7}"#);
    assert_eq!((contradicted.to_be_cleared, contradicted.depends), (1, 0));
}

#[test]
fn whole_per_cents_are_never_narrower_than_what_is_known() {
    for (low, high, expected) in [
        (2996, 6882, [29, 69]),
        (3000, 6900, [30, 69]),
        (2999, 3001, [29, 31]),
        (8599, 8600, [85, 86]),
        (8501, 8502, [85, 86]),
        (0, 1, [0, 1]),
        (9999, 10_000, [99, 100]),
        (0, 10_000, [0, 100]),
        // Nothing is open: rounded down, as the index itself is.
        (8571, 8571, [85, 85]),
        (9999, 9999, [99, 99]),
        (10_000, 10_000, [100, 100]),
    ] {
        let range = Range {
            value: low,
            low,
            high,
        };
        assert_eq!(range.whole_percents(), expected, "{low} to {high}");
    }
}
