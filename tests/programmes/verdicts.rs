//! Verdicts: conflicting sources, words, categories, what is open.

use super::World;
use super::standard::{self, programmes::judged};
use readiness_check::assess::Verdict::{Depends, Met, NotMet, Unknown};
use readiness_check::programmes::{FactState, Open};

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
    // "Or", "and", and the world alone.
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
    for reading in ["both", "global-alone"] {
        assert_eq!(
            world.reading(&judged, ["champion-2023", "market-share", reading]),
            NotMet
        );
    }
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
        filed(r#"{"project-filed":true,"project-library-in-time":true,"basic-tier-applied":true}"#),
        Some(Met)
    );
    assert_eq!(
        filed(r#"{"project-filed":true,"project-library-in-time":true}"#),
        Some(Unknown)
    );
    assert_eq!(filed(r#"{"basic-tier-applied":false}"#), Some(NotMet));
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
    // The share of 2016 is not carried over to 2019: not found, not judged.
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
    let facts = r#"{"focus-products":1,"global-rank":1,"field-years":10,"new-product":false,"own-core-ip":true,
        "standards-work":true,"profit-rate-above-industry":true,"product-share":69.99}"#;
    assert_eq!(verdicts("champion-2016-2018", facts), [Some(NotMet), Some(Met)]);
    assert_eq!(
        verdicts("ningbo-four-basics", "{}"),
        [None],
        "no criteria were found"
    );
    assert_eq!(verdicts("ningbo-2025-round", "{}"), [Some(Unknown)]);
}

#[test]
fn open_facts_are_those_that_a_verdict_depends_on() {
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
            "firm-age",
            "new-product",
            "main-revenue-three-year-average",
            "rd-share",
            "own-core-ip",
            "event-free-years"
        ]
    );
    // Ten years settle the years: whether the product is new no longer matters.
    assert_eq!(
        open(
            "champion-2023",
            r#"{"global-rank":9,"national-rank":9,"firm-age":10,"rd-share":"unknown"}"#
        ),
        [
            "main-revenue-three-year-average",
            "rd-share",
            "own-core-ip",
            "event-free-years"
        ]
    );
}
