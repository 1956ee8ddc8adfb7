//! On generated standards of up to 12 questions: no set of changes costs less, takes less time or has fewer steps,
//! and no part of a plan is needless.

use crate::draw::Draw;
use crate::exhaustive::Exhaustive;
use crate::generate;
use readiness_check::answers::{Answer, Answers};
use readiness_check::assess::{Assessment, Verdict, assess};
use readiness_check::lang::Lang;
use readiness_check::plan::{
    Costing, Order, OutOfReach, Outcome, Plan, Price, Reach, Step, Target, Wanted, Why, plan,
};
use readiness_check::standard::Standard;

/// The number of standards that are tried.
const STANDARDS: u64 = 900;
/// The number of answer sets, targets and prices for each.
const TRIES: usize = 3;
/// Standards with more ways than this take too long to search.
const MOST_WAYS: u64 = 1500;

/// Pseudo-random numbers, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u16 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 48) as u16
    }

    fn many(&mut self, count: usize) -> Vec<u16> {
        (0..count).map(|_| self.next()).collect()
    }
}

/// How often something came up: a proof that never meets it proves nothing about it.
#[derive(Default)]
struct Seen(std::collections::BTreeMap<&'static str, u32>);

impl Seen {
    fn count(&mut self, what: &'static str) {
        *self.0.entry(what).or_default() += 1;
    }
}

/// What a firm may ask of a standard.
struct Case {
    standard: Standard,
    answers: Answers,
    target: Target,
    costing: Costing,
}

fn target(draw: &mut Draw, standard: &Standard, track: usize) -> Target {
    let mark = |draw: &mut Draw| match draw.below(4) {
        0 => 10_000,
        1 => 1 + draw.below(10) as i64 * 1000,
        _ => 1 + draw.below(10_000) as i64,
    };
    let wanted = |draw: &mut Draw, readings: usize| match draw.below(3) {
        0 => Wanted::Every,
        1 => Wanted::Reading(draw.below(readings)),
        _ => Wanted::None,
    };
    let criteria = standard
        .criteria
        .iter()
        .map(|criterion| wanted(draw, criterion.readings.len()));
    let criteria = criteria.collect();
    let mine =
        (0..standard.elements.len()).filter(|element| standard.elements[*element].tracks.contains(track));
    let same = mark(draw);
    let reach = match draw.below(5) {
        0 => Reach::Nothing,
        1 => Reach::Elements(mine.map(|element| (element, same)).collect()),
        2 => Reach::Elements(mine.map(|element| (element, mark(draw))).collect()),
        _ => Reach::Index(mark(draw)),
    };
    Target { criteria, reach }
}

fn costing(draw: &mut Draw, standard: &Standard) -> Costing {
    // Prices of each kind: all equal, a few different ones with nothing among them, many different ones.
    let most = *draw.pick(&[1, 4, 1000]);
    let least = *draw.pick(&[1, 0]);
    let missing = *draw.pick(&[0, 0, 15]);
    let price = |draw: &mut Draw| {
        let price = Price {
            money: draw.between(least, most) as i64,
            months: draw.between(least, most) as i64,
        };
        (!draw.chance(missing)).then_some(price)
    };
    Costing {
        prices: standard.questions.iter().map(|_| price(draw)).collect(),
        order: *draw.pick(&[Order::SideBySide, Order::OneAfterAnother]),
    }
}

fn reaches(case: &Case, found: &Assessment) -> bool {
    let chosen = case.target.criteria.iter().zip(&found.conditions);
    let met = chosen.flat_map(|(wanted, condition)| {
        let readings = condition.readings.iter().enumerate();
        readings.filter(move |(reading, _)| *wanted == Wanted::Every || *wanted == Wanted::Reading(*reading))
    });
    let mut verdicts = met.map(|(_, reading)| reading.verdict);
    let index = match &case.target.reach {
        Reach::Nothing => true,
        Reach::Index(mark) => found.index.range.is_some_and(|range| range.low >= *mark),
        Reach::Elements(marks) => marks.iter().all(|(element, mark)| {
            let dimension = found
                .index
                .dimensions
                .iter()
                .find(|found| found.element == *element);
            dimension
                .expect("an element of the track")
                .range
                .is_none_or(|range| range.low >= *mark)
        }),
    };
    index && verdicts.all(|verdict| verdict == Verdict::Met)
}

/// The number behind an answer.
fn level(answer: &Answer) -> i64 {
    match answer {
        Answer::Count(count) => *count,
        Answer::YesNo(yes) => i64::from(*yes),
        Answer::OneOf(option) => *option as i64,
        Answer::ManyOf(chosen) => chosen.len() as i64,
        other => panic!("{other:?} is no answer of a step"),
    }
}

/// The plan with one step lowered by some rises; removed where none is left.
fn lowered(plan: &Plan, place: usize, by: i64) -> Plan {
    let mut lowered = plan.clone();
    let step = &mut lowered.steps[place];
    step.rises -= by;
    step.to = match &step.to {
        Answer::Count(count) => Answer::Count(count - by),
        Answer::YesNo(_) => Answer::YesNo(false),
        Answer::OneOf(option) => Answer::OneOf(option - by as usize),
        Answer::ManyOf(chosen) => {
            let Answer::ManyOf(before) = &step.from else {
                panic!("options rise to options");
            };
            let mut kept = before.clone();
            kept.extend(
                chosen
                    .iter()
                    .filter(|option| !before.contains(option))
                    .take(step.rises as usize),
            );
            kept.sort_unstable();
            Answer::ManyOf(kept)
        }
        other => panic!("{other:?} is no answer of a step"),
    };
    // The whole that the part raised falls with it.
    let removed = step.rises == 0;
    if let Some((whole, from, to)) = step.brings {
        let less = by.min(to - from);
        let to = to - less;
        step.brings = (to > from).then_some((whole, from, to));
        for own in lowered.steps.iter_mut().filter(|own| own.question == whole) {
            if level(&own.from) > from {
                own.to = Answer::Count(level(&own.to) - less);
            }
        }
    }
    let (question, end) = (plan.steps[place].question, level(&plan.steps[place].to));
    if removed {
        lowered.steps.remove(place);
    }
    // A part that was above its whole can only be raised once the whole has caught up.
    lowered.steps.retain(|other| {
        other
            .brings
            .is_none_or(|(whole, from, _)| whole != question || from != end)
    });
    lowered
}

fn check_step(case: &Case, step: &Step) {
    let (from, to) = (level(&step.from), level(&step.to));
    assert!(from < to && to - from == step.rises, "{step:?} does not rise");
    let price = case.costing.prices[step.question].expect("what rises has a price");
    assert_eq!(step.money, price.money * step.rises);
    assert_eq!(step.months, price.months * step.rises);
    if let Some(given) = case.answers.get(step.question).filter(|_| !step.open) {
        assert!(
            level(given) <= from,
            "{step:?} starts below what is given: {given:?}"
        );
    }
    if let (Answer::ManyOf(before), Answer::ManyOf(after)) = (&step.from, &step.to) {
        assert!(
            before.iter().all(|option| after.contains(option)),
            "{step:?} gives an option up"
        );
    }
}

fn check_plan(case: &Case, plan: &Plan) {
    let after = assess(&case.standard, &plan.applied(&case.answers));
    assert!(reaches(case, &after), "the plan does not reach the target");
    if let Some((_, low)) = plan.index {
        assert_eq!(
            after.index.range.map(|range| range.low),
            Some(low),
            "the index comes to something else"
        );
    }
    assert_eq!(plan.money, plan.steps.iter().map(|step| step.money).sum::<i64>());
    let months = plan.steps.iter().map(|step| step.months);
    assert_eq!(
        plan.months,
        match case.costing.order {
            Order::SideBySide => months.max().unwrap_or_default(),
            Order::OneAfterAnother => months.sum(),
        }
    );
    for (place, step) in plan.steps.iter().enumerate() {
        check_step(case, step);
        for by in [1, step.rises] {
            let less = lowered(plan, place, by);
            let after = assess(&case.standard, &less.applied(&case.answers));
            assert!(!reaches(case, &after), "{by} of {step:?} is needless");
        }
        for opened in &step.opens {
            assert!(
                plan.steps[place + 1..]
                    .iter()
                    .any(|later| later.question == *opened)
            );
        }
    }
    let links = plan.steps.windows(2).map(|pair| (pair[0].index, pair[1].index));
    for (one, next) in links {
        assert_eq!(
            one.map(|index| index.1),
            next.map(|index| index.0),
            "the steps do not follow each other"
        );
    }
}

fn check_out_of_reach(case: &Case, found: &OutOfReach, exhaustive: &Exhaustive) {
    let short = found.index_short || !found.elements.is_empty() || !found.readings.is_empty();
    assert!(
        short && !found.blockers.is_empty(),
        "no reason is given: {found:?}"
    );
    assert_eq!(found.index, exhaustive.highest(), "another index is the highest");
    for blocker in &found.blockers {
        use readiness_check::plan::Why;
        let question = blocker.question;
        let answer = case.answers.get(question);
        match blocker.why {
            Why::NoPrice => assert_eq!(case.costing.prices[question], None),
            Why::NotApplicable => assert_eq!(answer, Some(&Answer::NotApplicable)),
            Why::TotalOpen => {
                assert!(case.standard.rates.iter().any(|rate| rate.total == question));
            }
            Why::Bound => {}
        }
    }
}

fn check(case: &Case, seen: &mut Seen) -> bool {
    let exhaustive = Exhaustive {
        standard: &case.standard,
        answers: &case.answers,
        target: &case.target,
        costing: &case.costing,
    };
    let (ways, counts) = exhaustive.ways();
    if ways > MOST_WAYS || counts > 4 * MOST_WAYS {
        return false;
    }
    let outcome = plan(&case.standard, &case.answers, &case.target, &case.costing);
    assert_eq!(
        outcome,
        plan(&case.standard, &case.answers, &case.target, &case.costing)
    );
    let least = exhaustive.least();
    match &outcome {
        Outcome::OutOfReach(found) => {
            seen.count("out of reach");
            for blocker in &found.blockers {
                seen.count(match blocker.why {
                    Why::TotalOpen => "total-open",
                    Why::NotApplicable => "not-applicable",
                    Why::NoPrice => "no-price",
                    Why::Bound => "bound",
                });
            }
            assert_eq!(
                least, None,
                "it can be reached, though the planner says: {found:?}"
            );
            check_out_of_reach(case, found, &exhaustive);
        }
        Outcome::Plans(plans) => {
            let least = least.expect("the planner reaches what no set of changes reaches");
            let of = |of: fn(&Plan) -> i64| plans.iter().map(of).min().expect("a plan");
            assert_eq!(of(|plan| plan.money), least.money, "money: {plans:#?}");
            assert_eq!(of(|plan| plan.months), least.time, "time: {plans:#?}");
            assert_eq!(
                of(|plan| plan.steps.len() as i64),
                least.steps,
                "steps: {plans:#?}"
            );
            if case.costing.order == Order::SideBySide {
                let fastest = plans
                    .iter()
                    .filter(|plan| plan.fastest)
                    .map(|plan| plan.money)
                    .min();
                assert_eq!(fastest, Some(least.money_in_time), "money in time: {plans:#?}");
            }
            seen.count(["no plan", "one plan", "two plans", "three plans"][plans.len()]);
            for step in plans.iter().flat_map(|plan| &plan.steps) {
                for (name, is_so) in [
                    ("a step", true),
                    ("starts from an open answer", step.open),
                    ("several rises", step.rises > 1),
                    ("takes its whole along", step.brings.is_some()),
                    ("opens another", !step.opens.is_empty()),
                    ("meets a condition", !step.meets.is_empty()),
                    ("costs nothing", step.money == 0),
                ] {
                    if is_so {
                        seen.count(name);
                    }
                }
            }
            for plan in plans {
                assert_eq!(plan.cheapest, plan.money == least.money);
                assert_eq!(plan.fastest, plan.months == least.time);
                assert_eq!(plan.fewest, plan.steps.len() as i64 == least.steps);
                assert!(plan.cheapest || plan.fastest || plan.fewest);
                check_plan(case, plan);
            }
            assert!(plans.len() <= 3);
        }
    }
    true
}

#[test]
fn plans_are_those_of_exhaustive_search() {
    let mut seen = Seen::default();
    for seed in 0..STANDARDS {
        let mut numbers = Numbers(seed);
        let document = generate::standard(&mut Draw::new(&numbers.many(400)));
        let standard = Standard::parse(&document, &Lang::ALL).expect("generated standards are valid");
        if standard.questions.len() > 12 {
            continue;
        }
        for _ in 0..TRIES {
            let answers = generate::answers(&mut Draw::new(&numbers.many(140)), &standard);
            let mut draw = numbers.many(200);
            draw.rotate_left(1);
            let mut draw = Draw::new(&draw);
            let case = Case {
                target: target(&mut draw, &standard, answers.track),
                costing: costing(&mut draw, &standard),
                standard: standard.clone(),
                answers,
            };
            let shown = || {
                let answers = serde_json::to_string(&case.answers.document(&case.standard)).expect("JSON");
                format!("seed {seed}\n{answers}\n{:?}\n{:?}", case.target, case.costing)
            };
            let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&case, &mut seen)));
            match outcome {
                Ok(true) => seen.count("searched"),
                Ok(false) => seen.count("too large"),
                Err(_) => panic!("{}", shown()),
            }
        }
    }
    println!("{:?}", seen.0);
    for what in [
        "searched",
        "out of reach",
        "total-open",
        "not-applicable",
        "no-price",
        "bound",
        "one plan",
        "two plans",
        "starts from an open answer",
        "several rises",
        "takes its whole along",
        "opens another",
        "meets a condition",
        "costs nothing",
    ] {
        assert!(
            seen.0.get(what).is_some_and(|times| *times >= 5),
            "{what} hardly came up: {:?}",
            seen.0
        );
    }
}
