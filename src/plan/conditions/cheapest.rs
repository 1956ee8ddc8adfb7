//! The cheapest counts that meet the readings.

use super::{Conditions, Needed};
use crate::plan::model::Model;
use crate::plan::objective::Objective;
use crate::standard::Demand;

/// What the counts are to become.
#[derive(Clone)]
pub(in crate::plan) struct Raised {
    /// The value of each count.
    pub values: Vec<i64>,
    pub cost: (i64, i64),
}

impl Conditions {
    /// The cheapest values that meet all readings.
    pub fn cheapest(&self, model: &Model, objective: Objective, limit: Option<i64>) -> Option<Raised> {
        let mut all = Raised {
            values: self.start(),
            cost: (0, 0),
        };
        for group in &self.groups {
            let mut attempt = Attempt {
                conditions: self,
                model,
                objective,
                limit,
                group,
                values: self.start(),
                best: None,
            };
            attempt.raise(0, (0, 0));
            let best = attempt.best?;
            all.cost = (all.cost.0 + best.cost.0, all.cost.1 + best.cost.1);
            for count in group {
                all.values[*count] = best.values[*count];
            }
        }
        Some(all)
    }
}

/// One group of counts, tried value by value: each from the least that is needed up to what may help another one.
struct Attempt<'a> {
    conditions: &'a Conditions,
    model: &'a Model<'a>,
    objective: Objective,
    limit: Option<i64>,
    group: &'a [usize],
    values: Vec<i64>,
    best: Option<Raised>,
}

impl Attempt<'_> {
    fn raise(&mut self, place: usize, cost: (i64, i64)) {
        if self.best.as_ref().is_some_and(|best| cost >= best.cost) {
            return;
        }
        let conditions = self.conditions;
        let Some(index) = self.group.get(place).copied() else {
            self.best = Some(Raised {
                values: self.values.clone(),
                cost,
            });
            return;
        };
        let count = &conditions.counts[index];
        let mut least = count.start;
        // Up to here a further rise may spare another count's.
        let mut most = 0;
        let serves = |needed: &&Needed| {
            needed.counts.contains(&index) || count.whole.is_some_and(|whole| needed.counts.contains(&whole))
        };
        for needed in conditions.needed.iter().filter(serves) {
            let mine = needed.counts.contains(&index);
            let is_last = needed.counts.last() == Some(&index);
            match needed.demand {
                Demand::EachOf if mine => least = least.max(needed.at_least),
                Demand::SumOf if mine && is_last => {
                    let others = needed.counts.iter().filter(|other| **other != index);
                    let others: i64 = others.map(|other| self.values[*other]).sum();
                    least = least.max(needed.at_least - others);
                }
                _ => most = most.max(needed.at_least),
            }
            if count.whole.is_some() {
                most = most.max(needed.at_least);
            }
        }
        if let Some(part) = count.part {
            least = least.max(count.start + conditions.brought(index, &self.values));
            if self.values[part] > conditions.counts[part].start {
                least = least.max(self.values[part]);
            }
        }
        let affordable = conditions.affordable(self.model, index, self.limit);
        for value in least..=most.max(least).min(count.top) {
            self.values[index] = value;
            let paid = conditions.paid(index, &self.values);
            let (first, then) = self.objective.cost(self.model, count.question, paid);
            let cost = (cost.0 + first, cost.1 + then);
            if paid > affordable || self.best.as_ref().is_some_and(|best| cost >= best.cost) {
                break;
            }
            self.raise(place + 1, cost);
        }
        self.values[index] = count.start;
    }
}
