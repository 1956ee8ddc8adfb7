//! The plans that are offered: the cheapest, the fastest, and the one of fewest steps, where they differ.

use super::conditions::Conditions;
use super::model::{Measure, Model};
use super::objective::Objective;
use super::search::Search;
use super::steps::{self, Solution};
use super::{Costing, Order, Outcome, Plan, Target, blockers};
use crate::answers::Answers;
use crate::standard::Standard;

/// Works out the plans. The answers must have been read against this standard, and so must the target.
pub fn plan(standard: &Standard, answers: &Answers, target: &Target, costing: &Costing) -> Outcome {
    let model = Model::new(standard, answers, &target.reach, costing);
    let conditions = Conditions::new(&model, target);
    let mut measure = Measure::of_marks();
    if !is_feasible(&model, &conditions, &mut measure, None) {
        return Outcome::OutOfReach(blockers::out_of_reach(&model, &conditions));
    }
    let mut search = Search::new(&model);
    let mut solve = |objective: Objective, limit: Option<i64>, measure: &mut Measure| -> Option<Solution> {
        let counts = conditions.cheapest(&model, objective, limit)?;
        let top = |question| model.top_at(question, limit);
        let mut found = search.run(objective, (0..model.start.len()).map(top).collect())?;
        if objective != Objective::Money {
            // The same steps, for less money.
            let start = &model.start;
            let taken = (0..start.len()).map(|question| match objective {
                Objective::Steps if found.levels[question] > start[question] => top(question),
                _ => found.levels[question],
            });
            found = search.run(Objective::Money, taken.collect()).unwrap_or(found);
        }
        let mut solution = Solution {
            levels: found.levels,
            values: counts.values,
        };
        steps::trim(&model, &mut solution.levels, measure);
        Some(solution)
    };
    let cheapest = solve(Objective::Money, None, &mut measure);
    let fastest = match (costing.order, &cheapest) {
        (Order::OneAfterAnother, _) => solve(Objective::Time, None, &mut measure),
        (Order::SideBySide, Some(cheapest)) => {
            let longest = longest(&model, &conditions, cheapest);
            match least_time(&model, &conditions, &mut measure, longest) {
                // The cheapest plan is as quick as any.
                limit if limit == longest => None,
                limit => solve(Objective::Money, Some(limit), &mut measure),
            }
        }
        (Order::SideBySide, None) => None,
    };
    let fewest = solve(Objective::Steps, None, &mut measure);
    let mut index = Measure::of_index();
    let solutions = [cheapest, fastest, fewest].into_iter().flatten();
    let compiled = solutions.map(|solution| steps::compile(&model, &conditions, &solution, &mut index));
    // What can be reached is reached by a plan of each kind.
    Outcome::Plans(distinct(compiled.collect()))
}

/// Whether the target is reached with everything raised as far as it can be.
fn is_feasible(model: &Model, conditions: &Conditions, measure: &mut Measure, limit: Option<i64>) -> bool {
    conditions.meets_all(&conditions.at_best(model, limit)) && model.reaches(&model.at_best(limit), measure)
}

/// The time of the longest step.
fn longest(model: &Model, conditions: &Conditions, solution: &Solution) -> i64 {
    let months = |question: usize, rises: i64| Objective::Time.cost(model, question, rises).0;
    let levels = (0..model.start.len()).map(|q| months(q, solution.levels[q] - model.start[q]));
    let counts = (0..conditions.counts.len()).map(|count| {
        months(
            conditions.counts[count].question,
            conditions.paid(count, &solution.values),
        )
    });
    levels.chain(counts).max().unwrap_or_default()
}

/// The least time that the longest step of a plan may take, `longest` being enough.
fn least_time(model: &Model, conditions: &Conditions, measure: &mut Measure, longest: i64) -> i64 {
    let (mut low, mut high) = (0, longest);
    while low < high {
        let middle = low + (high - low) / 2;
        match is_feasible(model, conditions, measure, Some(middle)) {
            true => high = middle,
            false => low = middle + 1,
        }
    }
    low
}

/// Each plan once, with all its merits; by what they come to, not only by how they were found.
fn distinct(plans: Vec<Plan>) -> Vec<Plan> {
    let least = |of: fn(&Plan) -> i64| plans.iter().map(of).min().unwrap_or_default();
    let (money, months) = (least(|plan| plan.money), least(|plan| plan.months));
    let steps = least(|plan| plan.steps.len() as i64);
    let mut kept: Vec<Plan> = Vec::new();
    for mut plan in plans {
        plan.cheapest = plan.money == money;
        plan.fastest = plan.months == months;
        plan.fewest = plan.steps.len() as i64 == steps;
        if !kept.iter().any(|known| known.steps == plan.steps) {
            kept.push(plan);
        }
    }
    // A plan that has no merit of its own beside another one is left out.
    let beaten = |plan: &Plan, other: &Plan| {
        let merits = |plan: &Plan| [plan.cheapest, plan.fastest, plan.fewest];
        let covers = merits(plan)
            .iter()
            .zip(merits(other))
            .all(|(mine, its)| its || !mine);
        let cost = |plan: &Plan| (plan.money, plan.months, plan.steps.len());
        let (mine, its) = (cost(plan), cost(other));
        covers && its.0 <= mine.0 && its.1 <= mine.1 && its.2 <= mine.2
    };
    let mut index = 0;
    while index < kept.len() {
        let plan = &kept[index];
        let is_beaten = kept
            .iter()
            .enumerate()
            .any(|(place, other)| place != index && beaten(plan, other));
        match is_beaten {
            true => drop(kept.remove(index)),
            false => index += 1,
        }
    }
    kept
}
