//! Duties, objectives, money, and the form of the data.

use super::World;
use super::standard::programmes::{document, shipped};
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::programmes::{FigureKind, Origin};
use readiness_check::standard::{Grade, Kind, Standing};

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
    // 15 %, 2000 万元, half in advance.
    assert_eq!(
        figures("ningbo-upgrading-money-2020", FigureKind::Money),
        [15, 2000, 50]
    );
    let clusters = [10_000, 5000, 1000];
    assert_eq!(figures("ningbo-246", FigureKind::Objective), clusters);
    // 3.7 万亿元; 2.7 and 3.3 万亿元.
    assert_eq!(figures("ningbo-361", FigureKind::Objective), [37_000]);
    assert_eq!(
        figures("ningbo-361-system", FigureKind::Objective),
        [27_000, 33_000]
    );
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
