//! Worked by hand. On the small plant, discrete, the index is made of these shares, in hundredths of a percent:
//! drawings, checks and shared-files 1666.67 each; the rate of machines-controlled 1666.67, connected 833.33;
//! mes 625, mes-scope 625 (its middle option a quarter of it), mes-plans 1250.

use crate::standard::{answers, parse, shipped, small_plant, small_plant_document};
use readiness_check::answers::{Answer, Answers};
use readiness_check::document::Node;
use readiness_check::plan::{
    Blocker, Costing, Order, OutOfReach, Outcome, Plan, Price, Reach, Target, Wanted, Why, plan,
};
use readiness_check::standard::Standard;

/// Everything of the small plant at its best, the conditions included.
const BEST: [(&str, &str); 11] = [
    ("robot-kinds", "2"),
    ("robots", "2"),
    ("drawings", r#""models""#),
    ("checks", r#"["stress","flow","fit"]"#),
    ("shared-files", "true"),
    ("machines", "3"),
    ("machines-controlled", "3"),
    ("connected", "true"),
    ("mes", "true"),
    ("mes-scope", r#""all-lines""#),
    ("mes-plans", "true"),
];

/// The best answers except for these.
fn all_but(standard: &Standard, track: &str, others: &[(&str, &str)]) -> Answers {
    let other = |id: &str| others.iter().find(|(other, _)| *other == id);
    let entries = BEST.iter().map(|(id, best)| {
        let answer = other(id).map_or(*best, |(_, answer)| answer);
        format!(r#""{id}":{answer}"#)
    });
    let entries: Vec<String> = entries.filter(|entry| !entry.ends_with(":null")).collect();
    answers(standard, track, &format!("{{{}}}", entries.join(",")))
}

/// Each step up costs 1 and takes 1, except for these questions: money and months.
fn prices(standard: &Standard, others: &[(&str, Option<(i64, i64)>)]) -> Costing {
    let price = |id: &str| {
        let other = others.iter().find(|(other, _)| *other == id);
        let price = other.map_or(Some((1, 1)), |(_, price)| *price);
        price.map(|(money, months)| Price { money, months })
    };
    Costing {
        prices: standard
            .questions
            .iter()
            .map(|question| price(&question.id))
            .collect(),
        order: Order::SideBySide,
    }
}

fn index(standard: &Standard, mark: i64) -> Target {
    Target {
        reach: Reach::Index(mark),
        ..Target::conditions(standard)
    }
}

fn plans(standard: &Standard, answers: &Answers, target: &Target, costing: &Costing) -> Vec<Plan> {
    match plan(standard, answers, target, costing) {
        Outcome::Plans(plans) => plans,
        Outcome::OutOfReach(found) => panic!("it is out of reach: {found:?}"),
    }
}

fn out_of_reach(standard: &Standard, answers: &Answers, target: &Target, costing: &Costing) -> OutOfReach {
    match plan(standard, answers, target, costing) {
        Outcome::OutOfReach(found) => found,
        Outcome::Plans(plans) => panic!("it can be reached: {plans:?}"),
    }
}

/// A plan in short: each step with its question, from and to.
fn steps(standard: &Standard, plan: &Plan) -> Vec<String> {
    let short = |answer: &Answer| match answer {
        Answer::Count(count) => count.to_string(),
        Answer::YesNo(yes) => yes.to_string(),
        Answer::OneOf(option) => format!("option {option}"),
        Answer::ManyOf(chosen) => format!("{} options", chosen.len()),
        other => format!("{other:?}"),
    };
    let step = |step: &readiness_check::plan::Step| {
        let id = |question: usize| standard.questions[question].id.as_str();
        let mut text = format!(
            "{} {} > {}",
            id(step.question),
            short(&step.from),
            short(&step.to)
        );
        if let Some((whole, from, to)) = step.brings {
            text.push_str(&format!(" with {} {from} > {to}", id(whole)));
        }
        text
    };
    plan.steps.iter().map(step).collect()
}

fn one(plans: &[Plan], of: impl Fn(&Plan) -> bool) -> &Plan {
    plans.iter().find(|plan| of(plan)).expect("a plan of this merit")
}

/// The steps of the cheapest plan; of several, of the one with fewer steps.
fn cheapest(standard: &Standard, answers: &Answers, target: &Target, costing: &Costing) -> Vec<String> {
    let plans = plans(standard, answers, target, costing);
    let mut cheapest: Vec<&Plan> = plans.iter().filter(|plan| plan.cheapest).collect();
    cheapest.sort_by_key(|plan| plan.steps.len());
    steps(standard, cheapest[0])
}

#[test]
fn what_is_reached_already_needs_no_step() {
    let standard = small_plant();
    let best = all_but(&standard, "discrete", &[]);
    let found = plans(
        &standard,
        &best,
        &index(&standard, 10_000),
        &prices(&standard, &[]),
    );
    assert_eq!(found.len(), 1);
    assert!(found[0].cheapest && found[0].fastest && found[0].fewest);
    assert_eq!((found[0].steps.len(), found[0].money, found[0].months), (0, 0, 0));
    assert_eq!(found[0].index, Some((10_000, 10_000)));
    assert_eq!(found[0].applied(&best), best);
}

#[test]
fn a_part_above_its_whole_raises_it_too_and_is_paid_once() {
    let standard = small_plant();
    let target = Target::conditions(&standard);
    let both = [("robot-kinds", Some((3, 1))), ("robots", Some((5, 1)))];
    let robots = |kinds: &'static str, robots: &'static str| {
        let sheet = all_but(
            &standard,
            "discrete",
            &[("robot-kinds", kinds), ("robots", robots)],
        );
        let plans = plans(&standard, &sheet, &target, &prices(&standard, &both));
        let plan = one(&plans, |plan| plan.cheapest);
        (steps(&standard, plan), plan.money)
    };
    // Two kinds are at least two robots: both readings, for the kinds alone.
    assert_eq!(
        robots("0", "0"),
        (vec!["robot-kinds 0 > 2 with robots 0 > 2".to_owned()], 6)
    );
    assert_eq!(
        robots("0", "1"),
        (vec!["robot-kinds 0 > 2 with robots 1 > 2".to_owned()], 6)
    );
    assert_eq!(
        robots("1", "1"),
        (vec!["robot-kinds 1 > 2 with robots 1 > 2".to_owned()], 3)
    );
    assert_eq!(robots("1", "9"), (vec!["robot-kinds 1 > 2".to_owned()], 3));
    assert_eq!(robots("2", "2"), (vec![], 0));
    assert_eq!(robots("3", "3"), (vec![], 0));
    // What is open starts at its worst: of kinds none, of robots as many as there are kinds.
    assert_eq!(
        robots("null", r#""unknown""#),
        (vec!["robot-kinds 0 > 2 with robots 0 > 2".to_owned()], 6)
    );
    assert_eq!(
        robots("1", "null"),
        (vec!["robot-kinds 1 > 2 with robots 1 > 2".to_owned()], 3)
    );
    assert_eq!(robots("null", "2"), (vec!["robot-kinds 0 > 2".to_owned()], 6));
}

#[test]
fn one_reading_is_met_by_whatever_is_cheaper() {
    let standard = small_plant();
    let sheet = all_but(&standard, "discrete", &[("robot-kinds", "1"), ("robots", "1")]);
    let units = Target {
        criteria: vec![Wanted::Reading(1)],
        reach: Reach::Nothing,
    };
    let with = |kinds: i64, robots: i64| {
        let own = [("robot-kinds", Some((kinds, 1))), ("robots", Some((robots, 1)))];
        cheapest(&standard, &sheet, &units, &prices(&standard, &own))
    };
    assert_eq!(with(5, 1), ["robots 1 > 2"]);
    assert_eq!(with(1, 5), ["robot-kinds 1 > 2 with robots 1 > 2"]);
    let none = Target {
        criteria: vec![Wanted::None],
        reach: Reach::Nothing,
    };
    assert_eq!(
        cheapest(&standard, &sheet, &none, &prices(&standard, &[])),
        Vec::<String>::new()
    );
}

#[test]
fn answers_that_contradict_each_other_are_taken_as_given() {
    let standard = small_plant();
    let sheet = all_but(&standard, "discrete", &[("robot-kinds", "3"), ("robots", "1")]);
    let target = Target::conditions(&standard);
    // A fourth kind would imply a fourth robot, but there are fewer than three: nothing is saved.
    let own = [("robot-kinds", Some((1, 1))), ("robots", Some((5, 1)))];
    assert_eq!(
        cheapest(&standard, &sheet, &target, &prices(&standard, &own)),
        ["robots 1 > 2"]
    );
}

#[test]
fn a_rate_rises_by_as_many_units_as_are_needed() {
    let standard = small_plant();
    // Everything but the rate is 8333.33; each of three machines adds 555.56.
    let sheet = all_but(&standard, "discrete", &[("machines-controlled", "0")]);
    for (mark, steps) in [
        (8333, vec![]),
        (8334, vec!["machines-controlled 0 > 1"]),
        (8888, vec!["machines-controlled 0 > 1"]),
        (8889, vec!["machines-controlled 0 > 2"]),
        (9444, vec!["machines-controlled 0 > 2"]),
        (9445, vec!["machines-controlled 0 > 3"]),
        (10_000, vec!["machines-controlled 0 > 3"]),
    ] {
        assert_eq!(
            cheapest(
                &standard,
                &sheet,
                &index(&standard, mark),
                &prices(&standard, &[])
            ),
            steps
        );
    }
    // A million units are no more work than three.
    let many = [
        ("machines", "1000"),
        ("machines-controlled", "null"),
        ("checks", "[]"),
        ("drawings", r#""paper""#),
    ];
    let many = all_but(&standard, "discrete", &many);
    // 5000 without the three; 5000 more need drawings and checks, and all thousand machines; 9999.99 too.
    assert_eq!(
        cheapest(&standard, &many, &index(&standard, 9999), &prices(&standard, &[])),
        [
            "drawings option 0 > option 2",
            "checks 0 options > 3 options",
            "machines-controlled 0 > 1000"
        ]
    );
    // 9998 leaves 1666.67 - 1.99 for the machines: 998.8 of them.
    assert_eq!(
        cheapest(&standard, &many, &index(&standard, 9998), &prices(&standard, &[])),
        [
            "drawings option 0 > option 2",
            "checks 0 options > 3 options",
            "machines-controlled 0 > 999"
        ]
    );
}

#[test]
fn more_options_are_chosen_as_far_as_needed_and_none_is_removed() {
    let standard = small_plant();
    // Everything but the checks is 8333.33; each of three options adds 555.56; "flow" is there.
    let sheet = all_but(&standard, "discrete", &[("checks", r#"["flow"]"#)]);
    let found = plans(
        &standard,
        &sheet,
        &index(&standard, 9445),
        &prices(&standard, &[]),
    );
    assert_eq!(steps(&standard, &found[0]), ["checks 1 options > 3 options"]);
    let found = plans(
        &standard,
        &sheet,
        &index(&standard, 9444),
        &prices(&standard, &[]),
    );
    let step = &found[0].steps[0];
    assert_eq!(
        (step.rises, &step.from, &step.to),
        (1, &Answer::ManyOf(vec![1]), &Answer::ManyOf(vec![0, 1]))
    );
    assert_eq!(step.index, Some((8888, 9444)));
}

#[test]
fn what_opens_a_question_is_a_step_of_its_own() {
    let standard = small_plant();
    // Without the execution system 7500 are left.
    let closed = [("mes", "false"), ("mes-scope", "null"), ("mes-plans", "null")];
    let sheet = all_but(&standard, "discrete", &closed);
    let at = |mark: i64| {
        cheapest(
            &standard,
            &sheet,
            &index(&standard, mark),
            &prices(&standard, &[]),
        )
    };
    assert_eq!(at(8125), ["mes false > true"]);
    // The middle option of its scope adds 156.25, the last one 625.
    assert_eq!(at(8281), ["mes false > true", "mes-scope option 0 > option 1"]);
    // The same three steps up make two plans: one of two steps, and one whose longest step is shorter.
    assert_eq!(at(8282), ["mes false > true", "mes-scope option 0 > option 2"]);
    assert_eq!(
        at(8751),
        [
            "mes false > true",
            "mes-scope option 0 > option 1",
            "mes-plans false > true"
        ]
    );
    assert_eq!(
        at(9532),
        [
            "mes false > true",
            "mes-scope option 0 > option 2",
            "mes-plans false > true"
        ]
    );
    let id = |id: &str| standard.question(id).expect("a question");
    let found = plans(
        &standard,
        &sheet,
        &index(&standard, 10_000),
        &prices(&standard, &[]),
    );
    let opens: Vec<_> = found[0].steps.iter().map(|step| step.opens.clone()).collect();
    assert_eq!(
        opens,
        [
            vec![id("mes-scope"), id("mes-plans")],
            vec![id("mes-plans")],
            vec![]
        ]
    );
    let low: Vec<_> = found[0].steps.iter().map(|step| step.index).collect();
    assert_eq!(
        low,
        [Some((7500, 8125)), Some((8125, 8750)), Some((8750, 10_000))]
    );
}

#[test]
fn stored_answers_to_closed_questions_save_nothing() {
    let standard = small_plant();
    // The scope and the plans were answered before the system itself was answered with no.
    let sheet = all_but(&standard, "discrete", &[("mes", "false")]);
    let found = plans(
        &standard,
        &sheet,
        &index(&standard, 8125),
        &prices(&standard, &[]),
    );
    assert_eq!(steps(&standard, &found[0]), ["mes false > true"]);
    let applied = found[0].applied(&sheet);
    let scope = standard.question("mes-scope").expect("a question");
    assert_eq!((applied.get(scope), found[0].index), (None, Some((7500, 8125))));
    // If it is only unknown whether there is one, the answers that depend on it count.
    let sheet = all_but(&standard, "discrete", &[("mes", r#""unknown""#)]);
    let found = plans(
        &standard,
        &sheet,
        &index(&standard, 8125),
        &prices(&standard, &[]),
    );
    assert_eq!(
        (steps(&standard, &found[0]), found[0].index),
        (vec!["mes false > true".to_owned()], Some((7500, 10_000)))
    );
    assert!(found[0].steps[0].open);
}

#[test]
fn each_element_may_be_required_to_reach_the_target() {
    let standard = small_plant();
    let closed = [
        ("mes", "false"),
        ("checks", "[]"),
        ("drawings", r#""paper""#),
        ("machines-controlled", "2"),
    ];
    let sheet = all_but(&standard, "discrete", &closed);
    let elements = |mark: i64| Target {
        reach: Reach::Elements((0..3).map(|element| (element, mark)).collect()),
        ..Target::conditions(&standard)
    };
    // Design is 3333, equipment 7777, planning 0. One option of the drawings is half a third of design.
    let prices = prices(&standard, &[("checks", Some((2, 1)))]);
    assert_eq!(
        cheapest(&standard, &sheet, &elements(5000), &prices),
        [
            "drawings option 0 > option 1",
            "mes false > true",
            "mes-scope option 0 > option 2"
        ]
    );
    assert_eq!(
        cheapest(&standard, &sheet, &elements(7778), &prices),
        [
            "drawings option 0 > option 2",
            "checks 0 options > 2 options",
            "machines-controlled 2 > 3",
            "mes false > true",
            "mes-scope option 0 > option 1",
            "mes-plans false > true"
        ]
    );
}

#[test]
fn the_cheapest_the_fastest_and_the_shortest_plan_can_differ() {
    let standard = small_plant();
    // 3333.33 are missing in design; 1666.66 of them must come.
    let design = [
        ("drawings", r#""paper""#),
        ("checks", "[]"),
        ("shared-files", "false"),
    ];
    let sheet = all_but(&standard, "discrete", &design);
    let own = [
        ("drawings", Some((1, 9))),
        ("checks", Some((4, 1))),
        ("shared-files", Some((5, 6))),
    ];
    let mut costing = prices(&standard, &own);
    let target = index(&standard, 6666);
    let found = plans(&standard, &sheet, &target, &costing);
    let of = |merit: fn(&Plan) -> bool| {
        let plan = one(&found, merit);
        (steps(&standard, plan), plan.money, plan.months)
    };
    // Two options of the drawings: 2, but 18 months. Three checks: 12, but 3 months.
    assert_eq!(
        of(|plan| plan.cheapest),
        (vec!["drawings option 0 > option 2".to_owned()], 2, 18)
    );
    assert_eq!(
        of(|plan| plan.fastest),
        (vec!["checks 0 options > 3 options".to_owned()], 12, 3)
    );
    assert_eq!(found.len(), 2);
    assert!(found[0].fewest && found[1].fewest);
    // Steps at the same time take as long as the longest one, steps in a row as long as all together.
    let target = index(&standard, 8333);
    let found = plans(&standard, &sheet, &target, &costing);
    let quick = one(&found, |plan| plan.fastest);
    assert_eq!((quick.money, quick.months), (17, 6));
    costing.order = Order::OneAfterAnother;
    let found = plans(&standard, &sheet, &target, &costing);
    let quick = one(&found, |plan| plan.fastest);
    assert_eq!((quick.money, quick.months), (17, 9));
}

#[test]
fn what_costs_nothing_is_not_asked_for_without_need() {
    let standard = small_plant();
    let free: Vec<_> = BEST.iter().map(|(id, _)| (*id, Some((0, 0)))).collect();
    let design = [
        ("robot-kinds", "0"),
        ("robots", "0"),
        ("drawings", r#""paper""#),
        ("checks", "[]"),
        ("mes", "false"),
    ];
    let sheet = all_but(&standard, "discrete", &design);
    let found = plans(
        &standard,
        &sheet,
        &index(&standard, 5833),
        &prices(&standard, &free),
    );
    // 4166.67 are there; one of the two thirds of design is enough.
    assert_eq!(found[0].money, 0);
    assert_eq!(found[0].steps.len(), 2, "{:?}", steps(&standard, &found[0]));
}

#[test]
fn a_target_out_of_reach_says_why() {
    let standard = small_plant();
    let question = |id: &str| standard.question(id).expect("a question");
    let blocker = |id: &str, why: Why| Blocker {
        question: question(id),
        why,
    };
    let even = prices(&standard, &[]);

    let open = all_but(&standard, "discrete", &[("machines", r#""unknown""#)]);
    let found = out_of_reach(&standard, &open, &index(&standard, 8334), &even);
    assert_eq!((found.index, found.index_short), (Some(8333), true));
    assert_eq!(found.blockers, [blocker("machines", Why::TotalOpen)]);

    let unpriced = [("checks", None), ("robot-kinds", None), ("mes", None)];
    let unpriced = prices(&standard, &unpriced);
    let sheet = [
        ("checks", "[]"),
        ("robot-kinds", "1"),
        ("mes", "false"),
        ("connected", "null"),
    ];
    let sheet = all_but(&standard, "discrete", &sheet);
    let found = out_of_reach(&standard, &sheet, &index(&standard, 9000), &unpriced);
    assert_eq!(found.index, Some(5833));
    assert_eq!(found.readings, [(0, 0)]);
    let wanted = ["robot-kinds", "checks", "mes"].map(|id| blocker(id, Why::NoPrice));
    assert_eq!(found.blockers, wanted);

    let elements = Target {
        reach: Reach::Elements(vec![(0, 7000), (1, 7000), (2, 7000)]),
        ..Target::conditions(&standard)
    };
    let found = out_of_reach(&standard, &sheet, &elements, &unpriced);
    assert_eq!(found.elements, [(0, 7000, 6666), (2, 7000, 0)]);
    assert!(!found.index_short);

    let nothing = ["drawings", "checks", "shared-files", "machines"].map(|id| (id, r#""not-applicable""#));
    let nothing = all_but(&standard, "process", &nothing);
    let found = out_of_reach(&standard, &nothing, &index(&standard, 1), &even);
    assert_eq!((found.index, found.index_short), (None, true));
    let wanted = ["drawings", "checks", "shared-files", "machines"].map(|id| blocker(id, Why::NotApplicable));
    assert_eq!(found.blockers, wanted);
    // Element by element, what does not apply has nothing to reach.
    let elements = Target {
        reach: Reach::Elements(vec![(0, 7000), (1, 7000)]),
        ..Target::conditions(&standard)
    };
    assert_eq!(
        cheapest(&standard, &nothing, &elements, &even),
        Vec::<String>::new()
    );
}

#[test]
fn a_bound_that_is_too_low_is_a_reason() {
    let json = small_plant_document().to_json();
    let json = json.replacen(r#""max":100,"#, r#""max":1,"#, 1);
    let standard = parse(&Node::from_json(&json).expect("JSON"));
    let sheet = all_but(&standard, "discrete", &[("robot-kinds", "0")]);
    let found = out_of_reach(
        &standard,
        &sheet,
        &Target::conditions(&standard),
        &prices(&standard, &[]),
    );
    let question = standard.question("robot-kinds").expect("a question");
    assert_eq!(
        found.blockers,
        [Blocker {
            question,
            why: Why::Bound
        }]
    );
    assert_eq!(found.readings, [(0, 0)]);
}

#[test]
fn what_does_not_apply_stays_so_and_is_not_needed() {
    let standard = small_plant();
    let sheet = [
        ("machines", r#""not-applicable""#),
        ("checks", r#""not-applicable""#),
        ("connected", "false"),
    ];
    let sheet = all_but(&standard, "discrete", &sheet);
    let even = prices(&standard, &[]);
    assert_eq!(
        cheapest(&standard, &sheet, &index(&standard, 10_000), &even),
        ["connected false > true"]
    );
}

#[test]
fn one_below_a_published_number_the_plan_asks_for_one_and_above_it_for_none() {
    for (edition, equipment, drafts, patents) in
        [("ningbo-3511-2018", 8, 3, 1), ("ningbo-3511-2017", 5, 1, 0)]
    {
        let standard = shipped(edition);
        let costing = Costing::by_effort(&standard, Order::SideBySide);
        for track in ["discrete", "process"] {
            for below in [1, 0, -1] {
                let json = format!(
                    r#"{{"equipment-kinds":{},"equipment-sets":{},"software-copyrights":{},"standard-drafts":{},
                    "invention-patents-filed":{},"invention-patents-granted":{}}}"#,
                    equipment - below,
                    equipment - below,
                    drafts - below,
                    drafts - below,
                    (patents - below).max(0),
                    (patents - below).max(0),
                );
                let sheet = answers(&standard, track, &json);
                let steps = cheapest(&standard, &sheet, &Target::conditions(&standard), &costing);
                let rise = |id: &str, at_least: i64| format!("{id} {} > {at_least}", at_least - 1);
                let taken = |id: &str, at_least: i64| format!(" with {id} {} > {at_least}", at_least - 1);
                let mut expected = vec![
                    rise("equipment-kinds", equipment) + &taken("equipment-sets", equipment),
                    rise("software-copyrights", drafts),
                    rise("standard-drafts", drafts),
                ];
                if patents > 0 {
                    expected.push(
                        rise("invention-patents-granted", patents)
                            + &taken("invention-patents-filed", patents),
                    );
                }
                assert_eq!(
                    steps,
                    if below == 1 { expected } else { Vec::new() },
                    "{edition} {track}"
                );
            }
        }
    }
}
