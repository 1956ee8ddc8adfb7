//! Every published number that is a condition on a firm stands in `THRESHOLDS` or `RATES` with its document, one below,
//! at and above it; a test compares the two lists with the data, so that no number can be added without its cases.

use super::{World, typed};
use readiness_check::assess::Verdict::{self, Depends, Met, NotMet, Unknown};
use readiness_check::programmes::Check;
use std::collections::BTreeSet;

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

const THRESHOLDS: [Threshold; 42] = [
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
        "field-years",
        "10",
        r#"{"new-product":false}"#,
        [("9", NotMet), ("10", Met), ("11", Met)],
    ),
    row(
        ["champion-2016-2018", "years", "ten-or-three"],
        "product-years",
        "3",
        r#"{"new-product":true,"field-years":9}"#,
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
        "field-years",
        "10",
        r#"{"new-product":false}"#,
        [("9", NotMet), ("10", Met), ("11", Met)],
    ),
    row(
        ["champion-2019-2022", "years", "ten-or-three"],
        "product-years",
        "3",
        r#"{"new-product":true,"field-years":9}"#,
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
        ["champion-2023", "market-share", "global-alone"],
        "global-rank",
        "3",
        "{}",
        [("2", Met), ("3", Met), ("4", NotMet)],
    ),
    row(
        ["champion-2023", "age", "ten-or-five"],
        "firm-age",
        "10",
        r#"{"new-product":false}"#,
        [("9", NotMet), ("10", Met), ("11", Met)],
    ),
    row(
        ["champion-2023", "age", "ten-or-five"],
        "firm-age",
        "5",
        r#"{"new-product":true}"#,
        [("4", NotMet), ("5", Met), ("6", Met)],
    ),
    row(
        ["champion-2023", "sales", "average"],
        "main-revenue-three-year-average",
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
    // Ningbo's third batch: national no. 1; 3.5 亿元, or 1 亿元 if top 3 in the world.
    row(
        ["ningbo-champion-batch-3", "rank-demonstration", "national"],
        "national-rank",
        "1",
        "{}",
        [("0", Unknown), ("1", Met), ("2", NotMet)],
    ),
    row(
        ["ningbo-champion-batch-3", "revenue-demonstration", "revenue"],
        "main-revenue",
        "35000",
        r#"{"global-rank":4}"#,
        [("34999", NotMet), ("35000", Met), ("35001", Met)],
    ),
    row(
        ["ningbo-champion-batch-3", "revenue-demonstration", "revenue"],
        "main-revenue",
        "10000",
        r#"{"global-rank":3}"#,
        [("9999", NotMet), ("10000", Met), ("10001", Met)],
    ),
    row(
        ["ningbo-champion-batch-3", "revenue-demonstration", "revenue"],
        "global-rank",
        "3",
        r#"{"main-revenue":10000}"#,
        [("2", Met), ("3", Met), ("4", NotMet)],
    ),
    // Ningbo's fourth batch: 2000 万元; 1 亿元, or 0.5 亿元 if top 3 in the world.
    row(
        ["ningbo-champion-batch-4", "years", "three"],
        "product-years",
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
    // Summary of the element conditions of 2025; level 3 of the excellent tier stands in the notice of six ministries.
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
    // Call for 2025, reprinted on 2026-01-09: from January 2023, within 2025 (read in two ways), in principle no more than 2 years.
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

/// Where a number stands (programme, condition, reading, fact), the number, and answers with their verdicts.
type OfAnswers = ([&'static str; 4], &'static str, [(&'static str, Verdict); 3]);

/// Numbers of the rules of 2021, held against the questionnaire: answers below, at and above them.
const RATES: [OfAnswers; 2] = [
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
];

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
