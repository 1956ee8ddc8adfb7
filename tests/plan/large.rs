//! Standards whose fractions have no common denominator that fits, and standards as large as the shipped one.

use crate::standard::{answers, parse, shipped, small_plant_document};
use readiness_check::answers::{Answer, Answers};
use readiness_check::assess::assess;
use readiness_check::document::Node;
use readiness_check::plan::{Costing, Order, Outcome, Plan, Price, Reach, Target, Wanted, plan};
use readiness_check::standard::{Item, Kind, Standard};

/// Primes, so that no two rates share a denominator: together far above 2^100.
const TOTALS: [i64; 9] = [
    999_983, 999_979, 999_961, 999_959, 999_953, 999_931, 999_917, 999_907, 999_883,
];

fn list<'a>(document: &'a mut Node, key: &str) -> &'a mut Vec<Node> {
    match entry(document, key) {
        Node::List(items) => items,
        other => panic!("{other:?} is no list"),
    }
}

fn entry<'a>(document: &'a mut Node, key: &str) -> &'a mut Node {
    let Node::Map(entries) = document else {
        panic!("it is no map");
    };
    let found = entries.iter_mut().find(|(name, _)| name == key);
    &mut found.unwrap_or_else(|| panic!("there is no {key}")).1
}

fn copies(items: &mut Vec<Node>, id: &str, change: &dyn Fn(&mut Node, usize)) {
    let first = items
        .iter()
        .position(|item| item.get("id") == Some(&Node::text(id)));
    let first = items[first.expect("it is there")].clone();
    for copy in 1..TOTALS.len() {
        let mut item = first.clone();
        *entry(&mut item, "id") = Node::text(&format!("{id}-{copy}"));
        change(&mut item, copy);
        items.push(item);
    }
}

/// The small plant with nine rates of weight 2 instead of one in its equipment, beside a yes-no question of weight 1.
fn many_rates() -> Standard {
    let mut document = small_plant_document();
    let questions = list(&mut document, "questions");
    let wide = |item: &mut Node| *entry(item, "max") = Node::whole(1_000_000);
    for question in questions.iter_mut() {
        if [Node::text("machines"), Node::text("machines-controlled")].contains(entry(question, "id")) {
            wide(question);
        }
    }
    copies(questions, "machines", &|item, _| wide(item));
    copies(questions, "machines-controlled", &|item, _| wide(item));
    copies(list(&mut document, "rates"), "controlled-rate", &|item, copy| {
        for (key, id) in [("part", "machines-controlled"), ("total", "machines")] {
            *entry(item, key) = Node::text(&format!("{id}-{copy}"));
        }
    });
    for element in list(&mut document, "elements") {
        if element.get("id") == Some(&Node::text("equipment")) {
            *entry(element, "weightsTotal") =
                Node::map([("discrete", Node::whole(19)), ("process", Node::whole(18))]);
        }
    }
    parse(&document)
}

fn parts_of(standard: &Standard) -> Vec<(usize, usize)> {
    standard
        .rates
        .iter()
        .map(|rate| (rate.part, rate.total))
        .collect()
}

fn with_totals(standard: &Standard, part: i64) -> Answers {
    let mut sheet = answers(standard, "discrete", "{}");
    for ((mine, whole), total) in parts_of(standard).into_iter().zip(TOTALS) {
        sheet.set(whole, Some(Answer::Count(total)));
        sheet.set(mine, Some(Answer::Count(part)));
    }
    sheet
}

fn cheapest(standard: &Standard, sheet: &Answers, reach: Reach, costing: &Costing) -> Plan {
    let target = Target {
        criteria: vec![Wanted::None; standard.criteria.len()],
        reach,
    };
    match plan(standard, sheet, &target, costing) {
        Outcome::Plans(plans) => plans
            .into_iter()
            .find(|plan| plan.cheapest)
            .expect("a cheapest plan"),
        Outcome::OutOfReach(found) => panic!("it is out of reach: {found:?}"),
    }
}

#[test]
fn fractions_without_a_common_denominator_are_compared_exactly() {
    let standard = many_rates();
    let even = |connected: i64| Costing {
        prices: (0..standard.questions.len())
            .map(|question| {
                let is_connected = standard.questions[question].id == "connected";
                Some(Price {
                    money: if is_connected { connected } else { 1 },
                    months: 1,
                })
            })
            .collect(),
        order: Order::SideBySide,
    };
    let equipment = standard
        .elements
        .iter()
        .position(|element| element.id == "equipment")
        .expect("it is there");
    let sheet = with_totals(&standard, 900_000);
    // Everything: each part becomes its total, and the machines are connected.
    let all = cheapest(
        &standard,
        &sheet,
        Reach::Elements(vec![(equipment, 10_000)]),
        &even(1),
    );
    let missing: i64 = TOTALS.iter().map(|total| total - 900_000).sum();
    assert_eq!((all.money, all.steps.len()), (missing + 1, TOTALS.len() + 1));
    // Without the connection, 18 of 19 parts of the element are all there is: 9473.68 of it.
    let dear = even(1_000_000_000);
    let most = cheapest(&standard, &sheet, Reach::Elements(vec![(equipment, 9473)]), &dear);
    // A unit of a rate is 2/19 of 10000 over its total, about 0.0010527; 0.684 may be missing, so 649 or 650 units.
    assert_eq!(most.steps.len(), TOTALS.len());
    let spared = missing - most.money;
    let low = |plan: &Plan| {
        let found = assess(&standard, &plan.applied(&sheet));
        found.index.dimensions[equipment].range.expect("it applies").low
    };
    assert_eq!((low(&most), spared), (9473, 649));
    // What weighs least are units of the largest total: where all others are whole, 649 of them may be spared, and
    // one more would be too much. So no plan spares 650.
    let sparing = |units: i64| {
        let mut less = most.clone();
        for (step, total) in less.steps.iter_mut().zip(TOTALS) {
            let spared = if total == TOTALS[0] { units } else { 0 };
            step.to = Answer::Count(total - spared);
        }
        low(&less)
    };
    let parts = parts_of(&standard);
    assert!(
        most.steps
            .iter()
            .map(|step| step.question)
            .eq(parts.iter().map(|(part, _)| *part))
    );
    assert!(TOTALS.iter().all(|total| *total <= TOTALS[0]));
    assert_eq!((sparing(649), sparing(650)), (9473, 9472));
}

/// The least cost of reaching each mark on the shipped standard, by a table over all costs: what can at most be
/// gained for how much. Points are brought to one denominator by hand: 7 elements, weights adding up to 5 or 6, at
/// most 6 options, and totals of 40.
fn table(standard: &Standard, track: usize, costing: &Costing) -> Vec<i64> {
    const ONE: i64 = 7 * 30 * 60 * 40;
    let price = |question: usize| costing.prices[question].expect("it has a price").money / 100;
    // Each item with its weight in its element, and the sum of the weights there.
    let mut items = Vec::new();
    for inside in standard.items(track) {
        let weights: i64 = inside.iter().map(|(_, weight)| weight).sum();
        items.extend(inside.into_iter().map(|(item, weight)| (item, (weight, weights))));
    }
    // Cost and gain of each level, from nothing on.
    let levels = |question: usize, item: &Item, (weight, weights): (i64, i64)| -> Vec<(i64, i64)> {
        let share = |points: i64, of: i64| points * weight * ONE / (7 * weights * of);
        let gain: Vec<i64> = match (&standard.questions[question].kind, item) {
            (_, Item::Rate(_)) => (0..=40).map(|part| share(10_000 * part, 40)).collect(),
            (Kind::YesNo, _) => vec![0, share(10_000, 1)],
            (Kind::OneOf(options), _) => options.iter().map(|option| share(option.points, 1)).collect(),
            (Kind::ManyOf(options), _) => {
                let all = options.len() as i64;
                (0..=all).map(|chosen| share(10_000 * chosen, all)).collect()
            }
            _ => panic!("it gives no points"),
        };
        let cost = |rises: usize| rises as i64 * price(question);
        gain.into_iter()
            .enumerate()
            .map(|(rises, gain)| (cost(rises), gain))
            .collect()
    };
    let mut best = vec![0i64];
    let mut done = Vec::new();
    for (item, weights) in &items {
        let question = match item {
            Item::Question(question) => *question,
            Item::Rate(rate) => standard.rates[*rate].part,
        };
        if done.contains(&question) {
            continue;
        }
        // What it opens, in whichever element, is taken together with it: all combinations, nested as deep as they are.
        let mut combined = vec![(0, 0)];
        combine(
            standard,
            &items,
            (question, item, *weights),
            &levels,
            &mut done,
            &mut combined,
        );
        best = join(&best, &combined);
    }
    best.iter().map(|gain| gain / ONE).collect()
}

/// An item with its weight and the sum of the weights of its element.
type Weighed = (Item, (i64, i64));
type Levels<'a> = &'a dyn Fn(usize, &Item, (i64, i64)) -> Vec<(i64, i64)>;

/// All ways to raise a question and those behind it, from each way before.
fn combine(
    standard: &Standard,
    items: &[Weighed],
    (question, item, weights): (usize, &Item, (i64, i64)),
    levels: Levels,
    done: &mut Vec<usize>,
    ways: &mut Vec<(i64, i64)>,
) {
    done.push(question);
    let behind = |opener: usize| {
        items.iter().filter(move |(item, _)| match item {
            Item::Question(question) => standard.questions[*question]
                .asked_if
                .is_some_and(|asked| asked.question == opener),
            Item::Rate(_) => false,
        })
    };
    let mut all = Vec::new();
    for (level, (cost, gain)) in levels(question, item, weights).into_iter().enumerate() {
        let mut here: Vec<(i64, i64)> = ways.iter().map(|way| (way.0 + cost, way.1 + gain)).collect();
        for (later, weights) in behind(question) {
            let Item::Question(later_question) = *later else {
                continue;
            };
            let least = standard.questions[later_question]
                .asked_if
                .and_then(|asked| asked.at_least);
            match level >= least.unwrap_or(1) {
                true => {
                    let later = (later_question, later, *weights);
                    combine(standard, items, later, levels, done, &mut here);
                }
                false => done.push(later_question),
            }
        }
        all.extend(here);
    }
    *ways = all;
}

/// The most that can be gained for each cost, with one thing more.
fn join(best: &[i64], ways: &[(i64, i64)]) -> Vec<i64> {
    let longest = ways.iter().map(|way| way.0).max().unwrap_or_default() as usize;
    let mut joined = vec![0; best.len() + longest];
    for (cost, gain) in best.iter().enumerate() {
        for way in ways {
            let there = &mut joined[cost + way.0 as usize];
            *there = (*there).max(gain + way.1);
        }
    }
    for cost in 1..joined.len() {
        joined[cost] = joined[cost].max(joined[cost - 1]);
    }
    joined
}

#[test]
fn on_the_shipped_standard_no_sum_of_efforts_is_less() {
    let standard = shipped("ningbo-3511-2018");
    let costing = Costing::by_effort(&standard, Order::SideBySide);
    for (track, named) in standard.tracks.iter().enumerate() {
        let mut sheet = answers(&standard, &named.id, "{}");
        for rate in &standard.rates {
            sheet.set(rate.total, Some(Answer::Count(40)));
        }
        let gains = table(&standard, track, &costing);
        assert_eq!(gains.last(), Some(&10_000), "everything raised is everything");
        for mark in [
            1, 500, 1234, 2500, 4000, 5000, 6000, 6667, 8000, 9000, 9500, 9900, 9999, 10_000,
        ] {
            let least = gains
                .iter()
                .position(|gain| *gain >= mark)
                .expect("it can be reached");
            let plan = cheapest(&standard, &sheet, Reach::Index(mark), &costing);
            assert_eq!(plan.money, 100 * least as i64, "{} at {mark}", named.id);
        }
    }
}
