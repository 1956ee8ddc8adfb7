//! Which programme is ours: cases worked by hand from the documents. Every published number that is a condition on a
//! firm stands in `THRESHOLDS` or `RATES` with its document, one below, at and above it; a test compares the two lists
//! with the data, so that no number can be added without its cases.

mod standard;

use readiness_check::answers::TypedFault;
use readiness_check::assess::Verdict::{self, Depends, Met, NotMet, Unknown};
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::programmes::{
    Check, Concern, FactState, FigureKind, How, JudgedProgramme, Open, Origin, Programmes, Value,
};
use readiness_check::standard::{Grade, Kind, Standard, Standing};
use standard::programmes::{case, document, judged, shipped};
use std::collections::BTreeSet;

const STANDARD: &str = "ningbo-3511-2018";

/// A number that is published as a condition: where it stands, what else is known of the firm (facts as JSON), and the
/// verdict of the reading one below, at and one above it.
struct Threshold {
    programme: &'static str,
    condition: &'static str,
    reading: &'static str,
    fact: &'static str,
    /// The published number, in the unit of the fact.
    number: &'static str,
    others: &'static str,
    cases: [(&'static str, Verdict); 3],
}

const fn row(
    place: [&'static str; 3],
    fact: &'static str,
    number: &'static str,
    others: &'static str,
    cases: [(&'static str, Verdict); 3],
) -> Threshold {
    let [programme, condition, reading] = place;
    Threshold {
        programme,
        condition,
        reading,
        fact,
        number,
        others,
        cases,
    }
}

const THRESHOLDS: [Threshold; 37] = [
    // 甬政发〔2017〕12号 一（三）: 1 亿元, in 万元.
    row(
        ["ningbo-3511-money-2017", "investment", "total"],
        "project-investment",
        "10000",
        "{}",
        [("9999", NotMet), ("10000", Met), ("10001", Met)],
    ),
    // Reprint of the conditions of 2016 to 2018.
    row(
        ["champion-2016-2018", "focus", "products"],
        "focus-products",
        "2",
        "{}",
        [("1", Met), ("2", Met), ("3", NotMet)],
    ),
    row(
        ["champion-2016-2018", "market-share", "global"],
        "global-rank",
        "3",
        "{}",
        [("2", Met), ("3", Met), ("4", NotMet)],
    ),
    row(
        ["champion-2016-2018", "years", "ten-or-three"],
        "years-in-field",
        "10",
        r#"{"new-product":false}"#,
        [("9", NotMet), ("10", Met), ("11", Met)],
    ),
    row(
        ["champion-2016-2018", "years", "ten-or-three"],
        "years-in-field",
        "3",
        r#"{"new-product":true}"#,
        [("2", NotMet), ("3", Met), ("4", Met)],
    ),
    row(
        ["champion-2016-2018", "share-of-revenue", "share"],
        "product-share",
        "70",
        "{}",
        [("69.99", NotMet), ("70", Met), ("70.01", Met)],
    ),
    row(
        ["champion-2016-2018", "property", "own-or-licensed"],
        "exclusive-licence-years",
        "5",
        r#"{"own-core-ip":false}"#,
        [("4", NotMet), ("5", Met), ("6", Met)],
    ),
    // Reprints of the conditions of 2019 to 2022; 4 亿元 in 万元.
    row(
        ["champion-2019-2022", "market-share", "global"],
        "global-rank",
        "3",
        "{}",
        [("2", Met), ("3", Met), ("4", NotMet)],
    ),
    row(
        ["champion-2019-2022", "years", "ten-or-three"],
        "years-in-field",
        "10",
        r#"{"new-product":false}"#,
        [("9", NotMet), ("10", Met), ("11", Met)],
    ),
    row(
        ["champion-2019-2022", "years", "ten-or-three"],
        "years-in-field",
        "3",
        r#"{"new-product":true}"#,
        [("2", NotMet), ("3", Met), ("4", Met)],
    ),
    row(
        ["champion-2019-2022", "sales", "sales-or-little-giant"],
        "sales-last-year",
        "40000",
        r#"{"little-giant":false}"#,
        [("39999", NotMet), ("40000", Met), ("40001", Met)],
    ),
    row(
        ["champion-2019-2022", "clean-record", "three-years"],
        "clean-years",
        "3",
        "{}",
        [("2", NotMet), ("3", Met), ("4", Met)],
    ),
    // Consultants' pages on 2023 onward, which disagree; there is no place above the first.
    row(
        ["champion-2023", "market-share", "either"],
        "global-rank",
        "3",
        r#"{"national-rank":2}"#,
        [("2", Met), ("3", Met), ("4", NotMet)],
    ),
    row(
        ["champion-2023", "market-share", "either"],
        "national-rank",
        "1",
        r#"{"global-rank":4}"#,
        [("0", Unknown), ("1", Met), ("2", NotMet)],
    ),
    row(
        ["champion-2023", "market-share", "both"],
        "global-rank",
        "3",
        r#"{"national-rank":1}"#,
        [("2", Met), ("3", Met), ("4", NotMet)],
    ),
    row(
        ["champion-2023", "market-share", "both"],
        "national-rank",
        "1",
        r#"{"global-rank":3}"#,
        [("0", Unknown), ("1", Met), ("2", NotMet)],
    ),
    row(
        ["champion-2023", "years", "ten-or-five"],
        "years-in-field",
        "10",
        r#"{"new-product":false}"#,
        [("9", NotMet), ("10", Met), ("11", Met)],
    ),
    row(
        ["champion-2023", "years", "ten-or-five"],
        "years-in-field",
        "5",
        r#"{"new-product":true}"#,
        [("4", NotMet), ("5", Met), ("6", Met)],
    ),
    row(
        ["champion-2023", "sales", "average"],
        "sales-three-year-average",
        "40000",
        "{}",
        [("39999", NotMet), ("40000", Met), ("40001", Met)],
    ),
    row(
        ["champion-2023", "development", "share"],
        "rd-share",
        "3",
        "{}",
        [("2.99", NotMet), ("3", Met), ("3.01", Met)],
    ),
    // 《制造业单项冠军企业认定管理办法》.
    row(
        ["champion-2023", "clean-record", "three-years"],
        "event-free-years",
        "3",
        "{}",
        [("2", NotMet), ("3", Met), ("4", Met)],
    ),
    // Ningbo's fourth batch: 2000 万元; 1 亿元, or 0.5 亿元 if top 3 in the world.
    row(
        ["ningbo-champion-batch-4", "years", "three"],
        "years-in-field",
        "3",
        "{}",
        [("2", NotMet), ("3", Met), ("4", Met)],
    ),
    row(
        ["ningbo-champion-batch-4", "rank-cultivation", "national"],
        "national-rank",
        "5",
        "{}",
        [("4", Met), ("5", Met), ("6", NotMet)],
    ),
    row(
        ["ningbo-champion-batch-4", "sales-cultivation", "sales"],
        "product-sales",
        "2000",
        "{}",
        [("1999", NotMet), ("2000", Met), ("2001", Met)],
    ),
    row(
        ["ningbo-champion-batch-4", "rank-demonstration", "national"],
        "national-rank",
        "1",
        "{}",
        [("0", Unknown), ("1", Met), ("2", NotMet)],
    ),
    row(
        ["ningbo-champion-batch-4", "revenue-demonstration", "revenue"],
        "main-revenue",
        "10000",
        r#"{"global-rank":4}"#,
        [("9999", NotMet), ("10000", Met), ("10001", Met)],
    ),
    row(
        ["ningbo-champion-batch-4", "revenue-demonstration", "revenue"],
        "main-revenue",
        "5000",
        r#"{"global-rank":3}"#,
        [("4999", NotMet), ("5000", Met), ("5001", Met)],
    ),
    row(
        ["ningbo-champion-batch-4", "revenue-demonstration", "revenue"],
        "global-rank",
        "3",
        r#"{"main-revenue":5000}"#,
        [("2", Met), ("3", Met), ("4", NotMet)],
    ),
    row(
        ["ningbo-champion-batch-4", "clean-record", "three-years"],
        "clean-years",
        "3",
        "{}",
        [("2", NotMet), ("3", Met), ("4", Met)],
    ),
    // Summary of the element conditions of 2025.
    row(
        ["smart-factory-tiers-2025", "sound-operation", "three-years"],
        "sound-years",
        "3",
        "{}",
        [("2", NotMet), ("3", Met), ("4", Met)],
    ),
    row(
        ["smart-factory-tiers-2025", "maturity-basic", "level"],
        "maturity-level",
        "2",
        "{}",
        [("1", NotMet), ("2", Met), ("3", Met)],
    ),
    row(
        ["smart-factory-tiers-2025", "maturity-advanced", "level"],
        "maturity-level",
        "2",
        "{}",
        [("1", NotMet), ("2", Met), ("3", Met)],
    ),
    row(
        ["smart-factory-tiers-2025", "maturity-excellent", "level"],
        "maturity-level",
        "3",
        "{}",
        [("2", NotMet), ("3", Met), ("4", Met)],
    ),
    row(
        ["smart-factory-tiers-2025", "maturity-leading", "level"],
        "maturity-level",
        "4",
        "{}",
        [("3", NotMet), ("4", Met), ("5", Met)],
    ),
    // Call of 2026-01-09: from January 2023, within 2025 (read in two ways), in principle no more than 2 years.
    row(
        ["ningbo-2025-round", "start", "from-2023"],
        "project-start-year",
        "2023",
        "{}",
        [("2022", NotMet), ("2023", Met), ("2024", Met)],
    ),
    row(
        ["ningbo-2025-round", "finish", "by-2025"],
        "project-finish-year",
        "2025",
        "{}",
        [("2024", Met), ("2025", Met), ("2026", NotMet)],
    ),
    row(
        ["ningbo-2025-round", "build-period", "two-years"],
        "build-years",
        "2",
        "{}",
        [("1.99", Met), ("2", Met), ("2.01", Unknown)],
    ),
];

/// The same where the number must be hit.
const EXACT: Threshold = row(
    ["ningbo-2025-round", "finish", "in-2025"],
    "project-finish-year",
    "2025",
    "{}",
    [("2024", NotMet), ("2025", Met), ("2026", NotMet)],
);

/// Numbers of the rules of 2021, held against the questionnaire: answers below, at and above them.
const RATES: [([&str; 4], &str, [(&str, Verdict); 3]); 3] = [
    (
        [
            "ningbo-2021-project-rules",
            "numerical-control",
            "seventy",
            "numerical-control-rate",
        ],
        "70",
        [
            (r#"{"key-machines":10000,"key-machines-cnc":6999}"#, NotMet),
            (r#"{"key-machines":10,"key-machines-cnc":7}"#, Met),
            (r#"{"key-machines":10000,"key-machines-cnc":7001}"#, Met),
        ],
    ),
    (
        [
            "ningbo-2021-project-rules",
            "data-upload",
            "ninety",
            "data-upload-rate",
        ],
        "90",
        [
            (
                r#"{"shop-data-items":999999,"shop-data-items-automatic":899999}"#,
                NotMet,
            ),
            (r#"{"shop-data-items":20,"shop-data-items-automatic":18}"#, Met),
            (
                r#"{"shop-data-items":999999,"shop-data-items-automatic":900000}"#,
                Met,
            ),
        ],
    ),
    // Six classes are all there are. Five are not called a failure: how many are needed is not stated.
    (
        [
            "ningbo-2021-project-rules",
            "equipment-classes",
            "all-six",
            "equipment-classes",
        ],
        "6",
        [
            (
                r#"{"equipment-classes":["additive","sensing-control","inspection-assembly","logistics-storage","processing-cells"]}"#,
                Unknown,
            ),
            (
                r#"{"equipment-classes":["machine-tools-robots","additive","sensing-control","inspection-assembly","logistics-storage","processing-cells"]}"#,
                Met,
            ),
            (r#"{"equipment-classes":[]}"#, Unknown),
        ],
    ),
];

struct World {
    programmes: Programmes,
    standard: Standard,
}

impl World {
    fn new() -> World {
        World {
            programmes: shipped(),
            standard: standard::shipped(STANDARD),
        }
    }

    fn number(&self, id: &str) -> usize {
        let mut programmes = self.programmes.programmes.iter();
        programmes
            .position(|programme| programme.id == id)
            .unwrap_or_else(|| panic!("no programme {id}"))
    }

    fn judge(&self, answers: &str, profile: &str) -> (Vec<JudgedProgramme>, Vec<FactState>) {
        judged(
            &self.programmes,
            &self.standard,
            &case(&self.standard, "discrete", answers, profile),
        )
    }

    /// The verdict of a reading.
    fn reading(&self, judged: &[JudgedProgramme], [programme, condition, reading]: [&str; 3]) -> Verdict {
        let number = self.number(programme);
        let conditions = &self.programmes.programmes[number].conditions;
        let index = conditions
            .iter()
            .position(|found| found.id == condition)
            .expect("the condition");
        let Check::Readings(readings) = &conditions[index].check else {
            panic!("{programme} {condition} has no readings");
        };
        let place = readings
            .iter()
            .position(|found| found.id == reading)
            .expect("the reading");
        judged[number].conditions[index].readings[place].verdict
    }

    fn condition(&self, judged: &[JudgedProgramme], programme: &str, condition: &str) -> Option<Verdict> {
        let number = self.number(programme);
        let mut conditions = self.programmes.programmes[number].conditions.iter();
        let index = conditions
            .position(|found| found.id == condition)
            .expect("the condition");
        judged[number].conditions[index].verdict
    }

    fn concern(&self, industries: &[&str], programme: &str) -> Concern {
        let listed: Vec<Node> = industries.iter().map(|id| Node::text(id)).collect();
        let profile = Node::map([("industries", Node::List(listed))]).to_json();
        self.judge("{}", &profile).0[self.number(programme)]
            .concern
            .clone()
    }

    fn fact(&self, id: &str) -> usize {
        let mut facts = self.programmes.facts.iter();
        facts.position(|fact| fact.id == id).expect("the fact")
    }
}

/// A profile with these facts, and one more as a visitor types it.
fn typed(others: &str, fact: &str, text: &str) -> String {
    let Node::Map(mut facts) = Node::from_json(others).expect("JSON") else {
        panic!("facts are an object");
    };
    facts.push((fact.to_owned(), Node::text(text)));
    Node::map([("facts", Node::Map(facts))]).to_json()
}

#[test]
fn every_threshold_is_met_from_its_number_on() {
    let world = World::new();
    for found in THRESHOLDS.iter().chain([&EXACT]) {
        let place = [found.programme, found.condition, found.reading];
        for (text, verdict) in found.cases {
            let (judged, _) = world.judge("{}", &typed(found.others, found.fact, text));
            assert_eq!(
                world.reading(&judged, place),
                verdict,
                "{place:?} with {} {text}",
                found.fact
            );
        }
    }
}

#[test]
fn the_rates_of_the_questionnaire_are_held_against_the_rules_of_2021() {
    let world = World::new();
    for ([programme, condition, reading, _], _, cases) in RATES {
        for (answers, verdict) in cases {
            let (judged, _) = world.judge(answers, "{}");
            assert_eq!(
                world.reading(&judged, [programme, condition, reading]),
                verdict,
                "{answers}"
            );
        }
    }
}

#[test]
fn no_number_of_the_data_is_without_its_cases() {
    let world = World::new();
    let mut published = BTreeSet::new();
    for programme in &world.programmes.programmes {
        for condition in &programme.conditions {
            let Check::Readings(readings) = &condition.check else {
                continue;
            };
            for reading in readings {
                for test in reading.any_of.iter().flatten() {
                    if let Some(figure) = &test.figure {
                        assert_eq!(figure.value % 100, 0, "the published numbers are whole");
                        let place = [
                            &programme.id,
                            &condition.id,
                            &reading.id,
                            &world.programmes.facts[test.fact].id,
                        ];
                        published.insert((place.map(Clone::clone), (figure.value / 100).to_string()));
                    }
                }
            }
        }
    }
    let rows = THRESHOLDS.iter().chain([&EXACT]);
    let mut worked: BTreeSet<_> = rows
        .map(|row| {
            (
                [row.programme, row.condition, row.reading, row.fact].map(str::to_owned),
                row.number.to_owned(),
            )
        })
        .collect();
    worked.extend(RATES.map(|(place, number, _)| (place.map(str::to_owned), number.to_owned())));
    assert_eq!(published, worked);
}

#[test]
fn the_published_conditions_of_2018_are_those_of_the_assessment() {
    let world = World::new();
    // 8 of key equipment, 3 of copyrights and drafts, 1 invention patent; N−1, N, N+1 under the one reading, the other held.
    for (answers, expected) in [
        (
            r#"{"equipment-kinds":7,"equipment-sets":7}"#,
            [Some(NotMet), Some(Unknown), Some(Unknown)],
        ),
        (
            r#"{"equipment-kinds":7,"equipment-sets":8}"#,
            [Some(Depends), Some(Unknown), Some(Unknown)],
        ),
        (
            r#"{"equipment-kinds":8,"equipment-sets":9}"#,
            [Some(Met), Some(Unknown), Some(Unknown)],
        ),
        (
            r#"{"software-copyrights":2,"standard-drafts":0}"#,
            [Some(Unknown), Some(NotMet), Some(Unknown)],
        ),
        (
            r#"{"software-copyrights":2,"standard-drafts":1}"#,
            [Some(Unknown), Some(Depends), Some(Unknown)],
        ),
        (
            r#"{"software-copyrights":3,"standard-drafts":3}"#,
            [Some(Unknown), Some(Met), Some(Unknown)],
        ),
        (
            r#"{"software-copyrights":4,"standard-drafts":4}"#,
            [Some(Unknown), Some(Met), Some(Unknown)],
        ),
        (
            r#"{"invention-patents-filed":0,"invention-patents-granted":0}"#,
            [Some(Unknown), Some(Unknown), Some(NotMet)],
        ),
        (
            r#"{"invention-patents-filed":1,"invention-patents-granted":0}"#,
            [Some(Unknown), Some(Unknown), Some(Depends)],
        ),
        (
            r#"{"invention-patents-filed":2,"invention-patents-granted":1}"#,
            [Some(Unknown), Some(Unknown), Some(Met)],
        ),
        (
            r#"{"invention-patents-filed":2,"invention-patents-granted":2}"#,
            [Some(Unknown), Some(Unknown), Some(Met)],
        ),
    ] {
        let (judged, _) = world.judge(answers, "{}");
        let found = ["key-equipment", "copyrights-and-standards", "invention-patent"]
            .map(|condition| world.condition(&judged, "ningbo-3511-directory", condition));
        assert_eq!(found, expected, "{answers}");
    }
}

#[test]
fn under_another_standard_the_conditions_of_2018_are_not_judged() {
    let world = World::new();
    let other = standard::small_plant();
    let answers = readiness_check::answers::Answers::new(&other, 0);
    let (judged, facts) = judged(&world.programmes, &other, &answers);
    let directory = &judged[world.number("ningbo-3511-directory")];
    assert_eq!(directory.verdicts, [None]);
    assert!(
        directory
            .conditions
            .iter()
            .all(|condition| condition.verdict.is_none())
    );
    assert_eq!(
        facts[world.fact("numerical-control-rate")],
        FactState::Open(Open::NotAsked)
    );
}

#[test]
fn sources_that_disagree_on_the_champions_of_2023_make_it_depend() {
    let world = World::new();
    for (global, national, verdict) in [(3, 1, Met), (3, 2, Depends), (4, 1, Depends), (4, 2, NotMet)] {
        let profile = format!(r#"{{"facts":{{"global-rank":{global},"national-rank":{national}}}}}"#);
        let (judged, _) = world.judge("{}", &profile);
        assert_eq!(
            world.condition(&judged, "champion-2023", "market-share"),
            Some(verdict),
            "{profile}"
        );
    }
    // With the one rank alone: under "and" a fourth place fails whatever the other is; under "or" it may still do.
    let (judged, _) = world.judge("{}", r#"{"facts":{"global-rank":4}}"#);
    assert_eq!(
        world.reading(&judged, ["champion-2023", "market-share", "either"]),
        Unknown
    );
    assert_eq!(
        world.reading(&judged, ["champion-2023", "market-share", "both"]),
        NotMet
    );
    assert_eq!(
        world.condition(&judged, "champion-2023", "market-share"),
        Some(Unknown)
    );
}

#[test]
fn yes_and_no_decide_where_words_do() {
    let world = World::new();
    let verdict = |facts: &str, programme: &str, condition: &str| {
        let (judged, _) = world.judge("{}", &format!(r#"{{"facts":{facts}}}"#));
        world.condition(&judged, programme, condition)
    };
    let little_giant = |facts: &str| verdict(facts, "champion-2019-2022", "sales");
    assert_eq!(
        little_giant(r#"{"sales-last-year":"1亿","little-giant":true}"#),
        Some(Met)
    );
    assert_eq!(
        little_giant(r#"{"sales-last-year":"1亿","little-giant":"unknown"}"#),
        Some(Unknown)
    );
    assert_eq!(
        little_giant(r#"{"sales-last-year":"1亿","little-giant":false}"#),
        Some(NotMet)
    );
    assert_eq!(
        little_giant(r#"{"sales-last-year":"4亿","little-giant":"unknown"}"#),
        Some(Met)
    );
    let filed = |facts: &str| verdict(facts, "ningbo-2025-round", "filed");
    assert_eq!(
        filed(r#"{"project-filed":true,"project-library":true,"basic-tier-registered":true}"#),
        Some(Met)
    );
    assert_eq!(
        filed(r#"{"project-filed":true,"project-library":true}"#),
        Some(Unknown)
    );
    assert_eq!(filed(r#"{"basic-tier-registered":false}"#), Some(NotMet));
    // "In principle all five" is never "not met"; "all five" is.
    let four = r#"{"covers-building":false,"covers-development":true,"covers-operation":true,
        "covers-production-management":true,"covers-business-management":true}"#;
    assert_eq!(
        verdict(four, "smart-factory-tiers-2025", "links-basic"),
        Some(Met)
    );
    assert_eq!(
        verdict(four, "smart-factory-tiers-2025", "links-advanced"),
        Some(Met)
    );
    assert_eq!(
        verdict(four, "smart-factory-tiers-2025", "links-excellent"),
        Some(Unknown)
    );
    assert_eq!(
        verdict(four, "smart-factory-tiers-2025", "links-leading"),
        Some(NotMet)
    );
    // The share of 2016 is not carried over to 2019: not published, not judged.
    assert_eq!(
        verdict(
            r#"{"product-share":10}"#,
            "champion-2019-2022",
            "share-of-revenue"
        ),
        None
    );
    assert_eq!(verdict("{}", "champion-2019-2022", "energy"), None);
}

#[test]
fn each_category_has_its_own_conditions_and_those_of_all() {
    let world = World::new();
    let verdicts = |programme: &str, facts: &str| {
        let (judged, _) = world.judge("{}", &format!(r#"{{"facts":{facts}}}"#));
        judged[world.number(programme)].verdicts.clone()
    };
    // Level 2, sound, above scale, three links: basic and advanced; excellent asks level 3, leading level 4.
    let facts = r#"{"above-scale":true,"sound-years":3,"maturity-level":2,"covers-operation":true,
        "covers-production-management":true,"covers-business-management":true}"#;
    let expected = [Some(Met), Some(Met), Some(NotMet), Some(NotMet)];
    assert_eq!(verdicts("smart-factory-tiers-2025", facts), expected);
    // One common condition fails all of them.
    let small = facts.replace(r#""above-scale":true"#, r#""above-scale":false"#);
    assert_eq!(verdicts("smart-factory-tiers-2025", &small), [Some(NotMet); 4]);
    // The revenue share concerns the demonstration enterprise alone.
    let facts = r#"{"focus-products":1,"global-rank":1,"years-in-field":10,"new-product":false,"own-core-ip":true,
        "standards-work":true,"profit-above-industry":true,"product-share":69.99}"#;
    assert_eq!(verdicts("champion-2016-2018", facts), [Some(NotMet), Some(Met)]);
    assert_eq!(
        verdicts("ningbo-four-basics", "{}"),
        [None],
        "no criteria are published"
    );
    assert_eq!(verdicts("ningbo-2025-round", "{}"), [Some(Unknown)]);
}

#[test]
fn what_is_open_is_what_a_verdict_hangs_on() {
    let world = World::new();
    let open = |programme: &str, facts: &str| {
        let (judged, _) = world.judge("{}", &format!(r#"{{"facts":{facts}}}"#));
        let open = judged[world.number(programme)].open.clone();
        open.into_iter()
            .map(|fact| world.programmes.facts[fact].id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        open("champion-2023", "{}"),
        [
            "global-rank",
            "national-rank",
            "years-in-field",
            "new-product",
            "sales-three-year-average",
            "rd-share",
            "own-core-ip",
            "event-free-years"
        ]
    );
    // Ten years settle the years: whether the product is new no longer matters.
    assert_eq!(
        open(
            "champion-2023",
            r#"{"global-rank":9,"national-rank":9,"years-in-field":10,"rd-share":"unknown"}"#
        ),
        [
            "sales-three-year-average",
            "rd-share",
            "own-core-ip",
            "event-free-years"
        ]
    );
}

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
    assert_eq!(
        contradicted,
        [false, false, true],
        "classes, upload, numerical control"
    );
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

/// What each document names, written out by hand; Chinese, in the order of the document.
const NAMED: [(&str, &[&[&str]]); 7] = [
    (
        "ningbo-3511-directory",
        &[
            &["新材料", "高端装备", "新一代信息技术"],
            &["汽车制造", "绿色石化", "时尚纺织服装", "家用电器", "清洁能源"],
            &["生物医药", "海洋高技术", "节能环保"],
            &["工业创新设计", "软件信息服务", "科技服务", "检验检测"],
            &[
                "稀土磁性材料",
                "高端金属合金材料",
                "石墨烯",
                "专用装备",
                "关键基础件",
                "光学电子",
                "集成电路",
                "工业物联网",
            ],
        ],
    ),
    ("ningbo-3511-money-2017", &[]),
    (
        "ningbo-traditional-2018",
        &[&[
            "纺织服装",
            "化工",
            "橡胶和塑料制品",
            "文具",
            "家用电器",
            "有色、黑色金属冶炼和压延加工",
            "化学纤维制造",
            "非金属矿物制品",
            "农副食品加工",
        ]],
    ),
    (
        "ningbo-five-industries-2018",
        &[&["金属表面处理", "有色金属", "农副食品", "砂洗水洗", "废塑料"]],
    ),
    (
        "ningbo-four-basics",
        &[
            &["智能信息终端", "新能源汽车", "高性能合成橡胶", "高端合成树脂"],
            &[],
        ],
    ),
    (
        "ningbo-246",
        &[
            &["绿色石化", "汽车"],
            &["高端装备", "新材料", "电子信息", "软件与新兴服务"],
            &[
                "关键基础件（元器件）",
                "智能家电",
                "时尚纺织服装",
                "生物医药",
                "文体用品",
                "节能环保",
            ],
        ],
    ),
    (
        "ningbo-361",
        &[
            &["数字产业", "绿色石化", "高端装备"],
            &[
                "新型功能材料",
                "新能源",
                "关键基础件",
                "智能家电",
                "时尚纺织服装",
                "现代健康",
            ],
            &[],
        ],
    ),
];

#[test]
fn the_members_are_those_of_the_documents() {
    let world = World::new();
    for (programme, groups) in NAMED {
        let found: Vec<Vec<&str>> = world.programmes.programmes[world.number(programme)]
            .groups
            .iter()
            .map(|group| {
                group
                    .entries
                    .iter()
                    .map(|entry| entry.text.get(Lang::ZhCn))
                    .collect()
            })
            .collect();
        assert_eq!(found, groups, "{programme}");
    }
    let with_groups =
        (0..world.programmes.programmes.len()).filter(|index| !world.programmes.groups(*index).is_empty());
    assert_eq!(with_groups.count(), NAMED.len());
}

#[test]
fn every_programme_concerns_somebody_and_not_everybody() {
    let world = World::new();
    // Programme; an industry that is in it; what is said to a firm of none of the industries.
    for (programme, industry, otherwise) in [
        ("ningbo-3511-directory", "graphene", Concern::NotListed),
        ("ningbo-3511-money-2017", "automobiles", Concern::NotListed),
        ("ningbo-traditional-2018", "stationery", Concern::No),
        ("ningbo-five-industries-2018", "sand-water-washing", Concern::No),
        ("ningbo-four-basics", "synthetic-resin", Concern::NotListed),
        ("ningbo-246", "sports-goods", Concern::No),
        ("ningbo-361", "modern-health", Concern::NotListed),
    ] {
        assert!(
            matches!(world.concern(&[industry], programme), Concern::Yes(_)),
            "{programme}"
        );
        assert_eq!(
            world.concern(&["other-industry"], programme),
            otherwise,
            "{programme}"
        );
        assert_eq!(world.concern(&[], programme), Concern::NotChosen, "{programme}");
        assert_eq!(
            world.concern(&["of-a-newer-release"], programme),
            Concern::NotChosen,
            "{programme}"
        );
    }
    for programme in [
        "champion-2016-2018",
        "champion-2019-2022",
        "champion-2023",
        "ningbo-champion-batch-4",
        "ningbo-2021-project-rules",
        "smart-factory-tiers-2025",
        "ningbo-2025-round",
    ] {
        assert_eq!(
            world.concern(&["graphene"], programme),
            Concern::Anyone,
            "{programme}"
        );
    }
    assert_eq!(
        world.programmes.programmes.len(),
        14,
        "each of them is in one of the two lists"
    );
}

#[test]
fn an_industry_is_named_matched_or_perhaps_meant() {
    let world = World::new();
    let how = |industry: &str, programme: &str| match world.concern(&[industry], programme) {
        Concern::Yes(found) | Concern::Perhaps(found) => found
            .iter()
            .map(|found| (found.group, found.entry, found.how))
            .collect(),
        _ => Vec::new(),
    };
    // 3511 names 汽车制造; 246 names 汽车, which we count as the same; the chain is of 新能源汽车 alone.
    assert_eq!(how("automobiles", "ningbo-246"), [(0, 1, How::Matched)]);
    assert_eq!(how("automobiles", "ningbo-four-basics"), [(0, 1, How::Perhaps)]);
    assert_eq!(
        how("new-energy-vehicles", "ningbo-four-basics"),
        [(0, 1, How::Named)]
    );
    assert_eq!(
        how("new-energy-vehicles", "ningbo-3511-directory"),
        [(1, 0, How::Matched)]
    );
    // A sure member hides what is only perhaps one: 石墨烯 is a sub-sector, and new materials.
    assert_eq!(
        how("graphene", "ningbo-3511-directory"),
        [(0, 0, How::Matched), (4, 2, How::Named)]
    );
    assert_eq!(
        how("chemicals", "ningbo-246"),
        [(0, 0, How::Perhaps), (1, 1, How::Perhaps)]
    );
    // Two industries, each with its own membership.
    let both = world.concern(&["stationery", "sand-water-washing"], "ningbo-traditional-2018");
    let Concern::Yes(found) = both else {
        panic!("{both:?}")
    };
    assert_eq!(found.len(), 1);
    assert_eq!(world.programmes.industries[found[0].industry].id, "stationery");
}

#[test]
fn an_entry_is_named_only_where_the_names_agree() {
    let programmes = shipped();
    let bare = |text: &str| text.replace(['（', '）'], "").replace("元器件", "");
    for entry in programmes
        .programmes
        .iter()
        .flat_map(|p| &p.groups)
        .flat_map(|group| &group.entries)
    {
        for industry in &entry.industries {
            let name = programmes.industries[*industry].title.get(Lang::ZhCn);
            assert_eq!(
                bare(name),
                bare(entry.text.get(Lang::ZhCn)),
                "a different name is matched, not named"
            );
        }
    }
    assert_eq!(programmes.industry_basis.matches.grade, Grade::Own);
    assert_eq!(programmes.industry_basis.codes.grade, Grade::Unverified);
}

#[test]
fn the_duty_of_the_five_industries_is_seven_points_without_thresholds() {
    let world = World::new();
    let duty = &world.programmes.programmes[world.number("ningbo-five-industries-2018")];
    let ids: Vec<&str> = duty.duties.iter().map(|duty| duty.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "equipment-level",
            "pollution-control",
            "clean-production",
            "safe-production",
            "less-pollution",
            "energy-saving",
            "water-saving"
        ]
    );
    assert!(duty.conditions.is_empty() && duty.figures.is_empty());
    assert!(
        duty.duties
            .iter()
            .all(|duty| duty.basis.grade == Grade::Announcement)
    );
}

#[test]
fn objectives_and_money_are_figures_and_never_conditions() {
    let world = World::new();
    let figures = |programme: &str, kind: FigureKind| -> Vec<i64> {
        let programme = &world.programmes.programmes[world.number(programme)];
        let figures = programme.figures.iter().filter(|figure| figure.kind == kind);
        figures.map(|figure| figure.figure.value / 100).collect()
    };
    // 10 chains; clusters of 100 and 500 billion as 1000 and 5000 亿; > 12, > 12, > 12, 30, > 6; 3 years.
    let chains = [10, 1000, 5000, 12, 12, 12, 30, 6, 3];
    assert_eq!(figures("ningbo-four-basics", FigureKind::Objective), chains);
    // 10 %; caps of 5000, 3000 and 2000 万元; 30 and 70 %.
    let money = [10, 5000, 3000, 2000, 30, 70];
    assert_eq!(figures("ningbo-3511-money-2017", FigureKind::Money), money);
    let clusters = [10_000, 5000, 1000];
    assert_eq!(figures("ningbo-246", FigureKind::Objective), clusters);
    let chains = &world.programmes.programmes[world.number("ningbo-four-basics")];
    assert!(chains.conditions.is_empty());
    let unnamed = &chains.groups[1];
    assert_eq!(unnamed.count.as_ref().map(|count| count.value), Some(600));
    assert!(unnamed.entries.is_empty() && !unnamed.complete);
    let source = &world.programmes.sources[chains.source];
    assert_eq!(
        (source.standing, source.grade),
        (Standing::Draft, Grade::Announcement)
    );
}

#[test]
fn every_fact_is_asked_in_both_languages_and_within_bounds() {
    let programmes = shipped();
    for fact in &programmes.facts {
        for lang in Lang::ALL {
            assert!(
                !fact.text.get(lang).is_empty() && !fact.help.get(lang).is_empty(),
                "{}",
                fact.id
            );
        }
        if let Origin::Asked(Kind::Count { min, max, .. } | Kind::Number { min, max, .. }) = &fact.origin {
            assert!(min < max, "{}", fact.id);
        }
    }
}

/// Calls `with` for every object of a document.
fn objects(node: &Node, with: &mut dyn FnMut(&Node)) {
    match node {
        Node::Map(entries) => {
            with(node);
            entries.iter().for_each(|(_, value)| objects(value, with));
        }
        Node::List(items) => items.iter().for_each(|item| objects(item, with)),
        _ => {}
    }
}

#[test]
fn no_number_stands_without_source_clause_and_grade_and_no_text_in_one_language() {
    let document = document("data");
    let (mut figures, mut texts, mut own) = (0, 0, 0);
    objects(&document, &mut |object| {
        if object.get("value").is_some() {
            figures += 1;
            for key in ["source", "clause", "grade"] {
                assert!(object.get(key).is_some(), "{}", object.to_json());
            }
        }
        if object.get("zh-CN").is_some() || object.get("en").is_some() {
            texts += 1;
            assert!(
                object.get("zh-CN").is_some() && object.get("en").is_some(),
                "{}",
                object.to_json()
            );
        }
        if let (Some(Node::Text(source)), Some(Node::Text(grade))) =
            (object.get("source"), object.get("grade"))
        {
            own += 1;
            assert_eq!(
                source == "readiness-check",
                grade == "own",
                "{}",
                object.to_json()
            );
        }
    });
    assert!(
        figures > 60 && texts > 300 && own > figures,
        "{figures} figures, {texts} texts, {own} citations"
    );
}
