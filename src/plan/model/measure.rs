//! What a point of each item is worth towards the marks: whole numbers over one denominator.

use super::{Mark, Model, Scored};
use crate::assess::{Fraction, common_divisor};
use crate::plan::quotient;
use crate::standard::FULL;

/// Up to here gains are added with one exact denominator.
const MOST_DENOMINATOR: i128 = 1 << 100;
/// The denominator of gains where there is no exact one that small.
const ROUNDED: i128 = 1 << 70;

/// The weights of what counts.
pub(super) struct Weights {
    across: i64,
    inside: Vec<i64>,
}

impl Weights {
    pub fn new(model: &Model, counted: &[bool]) -> Weights {
        let mut inside = vec![0; model.standard.elements.len()];
        for (item, _) in model.items.iter().zip(counted).filter(|(_, counts)| **counts) {
            inside[item.element] += item.weight;
        }
        let elements = model.standard.elements.iter().zip(&inside);
        Weights {
            across: elements.filter(|(_, sum)| **sum > 0).map(|(e, _)| e.weight).sum(),
            inside,
        }
    }

    /// The share of an item: its weight, and all weights.
    pub fn of(&self, model: &Model, item: usize, in_element: bool) -> (i64, i64) {
        let item = &model.items[item];
        match in_element {
            true => (item.weight, self.inside[item.element]),
            false => (
                item.weight * model.standard.elements[item.element].weight,
                self.inside[item.element] * self.across,
            ),
        }
    }
}

/// What a point of each item is worth, as long as the same items count.
pub(in crate::plan) struct Measure {
    /// Whether the whole index is measured, else the marks of the target.
    whole: bool,
    pub counted: Vec<bool>,
    /// Worth of a point for each item; 0 where it counts nothing.
    worth: Vec<i128>,
    /// What each mark needs.
    pub needs: Vec<i128>,
    /// What rounding may have taken from each mark.
    pub lost: Vec<i128>,
    /// What a hundredth of a percent is worth.
    denominator: i128,
    /// Whether worths and needs are exact; else worths are rounded down.
    pub exact: bool,
}

impl Measure {
    /// A measure of the marks of the target.
    pub fn of_marks() -> Measure {
        Measure {
            whole: false,
            counted: Vec::new(),
            worth: Vec::new(),
            needs: Vec::new(),
            lost: Vec::new(),
            denominator: 0,
            exact: false,
        }
    }

    /// A measure of the whole index.
    pub fn of_index() -> Measure {
        Measure {
            whole: true,
            ..Measure::of_marks()
        }
    }

    /// Measures anew where other items count; says whether it did.
    pub fn follow(&mut self, model: &Model, asked: &[bool]) -> bool {
        if self.denominator != 0 && !model.leaves {
            return false;
        }
        let counted = model.counted(asked);
        let changed = counted != self.counted || self.denominator == 0;
        if changed {
            self.settle(model, counted);
        }
        changed
    }

    fn mark(&self, item: &Scored) -> Option<usize> {
        if self.whole { Some(0) } else { item.mark }
    }

    /// What the items give towards each mark at these levels.
    pub fn sums(&self, model: &Model, levels: &[i64], asked: &[bool]) -> Vec<i128> {
        let mut sums = vec![0; self.needs.len()];
        for (index, item) in model.items.iter().enumerate() {
            if let Some(mark) = self.mark(item)
                && item.behind.iter().all(|question| asked[*question])
            {
                sums[mark] += self.gain(model, index, levels[item.question]);
            }
        }
        sums
    }

    fn settle(&mut self, model: &Model, counted: Vec<bool>) {
        let index = [Mark {
            element: None,
            at_least: 0,
        }];
        let marks = if self.whole { &index[..] } else { &model.marks };
        let weights = Weights::new(model, &counted);
        let share = |index: usize| -> Option<(i128, i64)> {
            let item = &model.items[index];
            let mark = self.mark(item).filter(|_| counted[index] && item.total > 0)?;
            let (weight, all) = weights.of(model, index, marks[mark].element.is_some());
            let share = Fraction::new(weight, all);
            Some((i128::from(share.numerator), share.denominator * item.total))
        };
        let shares: Vec<Option<(i128, i64)>> = (0..model.items.len()).map(share).collect();
        let (mut exact, mut denominator) = (true, 1i128);
        for (_, divided) in shares.iter().flatten() {
            let rest = denominator % i128::from(*divided);
            if rest == 0 {
                continue;
            }
            let divisor = common_divisor(*divided, rest as i64);
            let next = denominator.checked_mul(i128::from(divided / divisor));
            match next.filter(|next| *next <= MOST_DENOMINATOR) {
                Some(next) => denominator = next,
                None => exact = false,
            }
        }
        if !exact {
            denominator = ROUNDED;
        }
        let worth = |(weight, all): &(i128, i64)| quotient(weight * denominator, i128::from(*all));
        let worth = shares.iter().map(|share| share.as_ref().map_or(0, worth));
        let whole = self.whole;
        let mine = |mark: usize| {
            let items = model.items.iter().zip(&counted);
            items.filter(move |(item, counts)| **counts && (whole || item.mark == Some(mark)))
        };
        let mine = &mine;
        let need = |(mark, wanted): (usize, &Mark)| match (mine(mark).next(), wanted.element) {
            (Some(_), _) => i128::from(wanted.at_least) * denominator,
            // An element in which nothing applies has nothing to reach; an index of nothing reaches nothing.
            (None, Some(_)) => 0,
            (None, None) => 1,
        };
        let lost = |mark: usize| -> i128 {
            let points = mine(mark).map(|(item, _)| i128::from(FULL) * i128::from(item.total));
            if exact { 0 } else { points.sum() }
        };
        let (needs, lost) = (
            marks.iter().enumerate().map(need).collect(),
            (0..marks.len()).map(lost).collect(),
        );
        *self = Measure {
            whole,
            worth: worth.collect(),
            needs,
            lost,
            denominator,
            exact,
            counted,
        };
    }

    /// A sum of gains in hundredths of a percent, rounded down.
    pub fn rounded(&self, sum: i128) -> i64 {
        quotient(sum, self.denominator) as i64
    }

    /// What an item that is asked gives at a level.
    pub fn gain(&self, model: &Model, item: usize, level: i64) -> i128 {
        self.worth[item] * i128::from(model.points(&model.items[item], level))
    }
}
