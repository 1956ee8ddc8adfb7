//! What a plan is the least of.

use super::model::Model;

/// What is to be least.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Objective {
    /// Money; of plans that cost the same, fewer steps where such a one is met.
    Money,
    /// The months of all steps one after another; then money.
    Time,
    /// The number of steps; then money.
    Steps,
}

impl Objective {
    /// What so many rises of a question cost, and what decides between equals.
    pub fn cost(self, model: &Model, question: usize, rises: i64) -> (i64, i64) {
        if rises == 0 {
            return (0, 0);
        }
        // Without a price nothing rises.
        let (money, months) =
            model.costing.prices[question].map_or((0, 0), |price| (price.money, price.months));
        match self {
            Objective::Money => (money * rises, 1),
            Objective::Time => (months * rises, money * rises),
            Objective::Steps => (1, money * rises),
        }
    }
}
