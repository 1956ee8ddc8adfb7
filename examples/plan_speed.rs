//! Prints how long the planner takes for the full standard: `cargo run --release --example plan_speed`.

use readiness_check::answers::{Answer, Answers};
use readiness_check::lang::Lang;
use readiness_check::plan::{Costing, Order, Outcome, Price, Reach, Target, plan};
use readiness_check::standard::{Kind, Standard};
use std::path::Path;
use std::time::{Duration, Instant};

/// Runs of one case, of which the fastest counts: what disturbs a run is not the planner's.
const RUNS: usize = 20;

/// Numbers that look like chance and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as i64 % limit
    }
}

/// Answers with totals given; `share` of the other questions in a hundred are answered, anywhere from worst to best.
fn sheet(standard: &Standard, track: usize, share: i64, most_total: i64, numbers: &mut Numbers) -> Answers {
    let mut answers = Answers::new(standard, track);
    for rate in &standard.rates {
        let total = 2 + numbers.below(most_total);
        answers.set(rate.total, Some(Answer::Count(total)));
        if numbers.below(100) < share {
            answers.set(rate.part, Some(Answer::Count(numbers.below(total))));
        }
    }
    for (index, question) in standard.questions.iter().enumerate() {
        if answers.get(index).is_none() && numbers.below(100) < share {
            let answer = match &question.kind {
                Kind::Count { .. } => Answer::Count(numbers.below(6)),
                Kind::YesNo => Answer::YesNo(numbers.below(2) == 0),
                Kind::OneOf(options) => Answer::OneOf(numbers.below(options.len() as i64) as usize),
                Kind::ManyOf(options) => {
                    Answer::ManyOf((0..options.len()).filter(|_| numbers.below(2) == 0).collect())
                }
                Kind::Number { .. } => continue,
            };
            answers.set(index, Some(answer));
        }
    }
    answers
}

fn costings(standard: &Standard, numbers: &mut Numbers) -> Vec<(&'static str, Costing)> {
    let mut all = Vec::new();
    for order in [Order::SideBySide, Order::OneAfterAnother] {
        all.push(("effort classes", Costing::by_effort(standard, order)));
        let even = Price {
            money: 100,
            months: 100,
        };
        let prices = vec![Some(even); standard.questions.len()];
        all.push(("all equal", Costing { prices, order }));
        for _ in 0..6 {
            let mut any = |most: i64| 1 + numbers.below(most);
            let prices = standard.questions.iter().map(|question| {
                let per_unit = matches!(question.kind, Kind::Count { .. });
                let (money, months) = if per_unit { (5_000, 100) } else { (100_000, 2_400) };
                Some(Price {
                    money: any(money),
                    months: any(months),
                })
            });
            all.push((
                "own, any",
                Costing {
                    prices: prices.collect(),
                    order,
                },
            ));
        }
    }
    all
}

fn main() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (_, documents) = xtask::data::load(&data);
    let found = documents
        .into_iter()
        .find(|document| document.id == "ningbo-3511-2018");
    let document = found.expect("the shipped standard is there");
    let standard = Standard::parse(&document.node, &Lang::ALL).expect("the shipped standard is valid");
    let mut numbers = Numbers(2018);
    let mut slowest: Vec<(Duration, String)> = Vec::new();
    for (track, named) in standard.tracks.iter().enumerate() {
        for (share, most_total) in [(0, 200), (0, 900_000), (50, 200), (50, 5_000), (90, 200)] {
            let answers = sheet(&standard, track, share, most_total, &mut numbers);
            for (costs, costing) in costings(&standard, &mut numbers) {
                for percent in [0, 40, 60, 80, 95, 100, -60, -90] {
                    let elements = (0..standard.elements.len())
                        .filter(|element| standard.elements[*element].tracks.contains(track));
                    let reach = match percent {
                        0 => Reach::Nothing,
                        1.. => Reach::Index(percent * 100),
                        _ => Reach::Elements(elements.map(|element| (element, -percent * 100)).collect()),
                    };
                    let target = Target {
                        reach,
                        ..Target::conditions(&standard)
                    };
                    let mut steps = 0;
                    let run = || {
                        let start = Instant::now();
                        let outcome = plan(&standard, &answers, &target, &costing);
                        let took = start.elapsed();
                        if let Outcome::Plans(plans) = &outcome {
                            steps = plans.iter().map(|plan| plan.steps.len()).sum();
                        }
                        took
                    };
                    let took = std::iter::repeat_with(run).take(RUNS).min().unwrap_or_default();
                    let name = format!(
                        "{}, {share} % answered, totals to {most_total}, {costs}, {:?}, {percent} %: {steps} steps",
                        named.id, costing.order
                    );
                    slowest.push((took, name));
                }
            }
        }
    }
    slowest.sort();
    let all: Duration = slowest.iter().map(|(took, _)| *took).sum();
    println!(
        "{} cases, mean {:?}; the slowest:",
        slowest.len(),
        all / slowest.len() as u32
    );
    for (took, name) in slowest.iter().rev().take(15) {
        println!("{took:>12.1?}  {name}");
    }
}
