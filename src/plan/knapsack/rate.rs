//! How much is brought for how much: what bounds a search. Gains and costs are scaled to 31 bits for it, so that
//! their products stay in 64; what is rounded is rounded so that nothing is given up that might be the best.

use std::cmp::Ordering;

/// A gain and its cost, both scaled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Rate {
    pub gain: i64,
    pub cost: i64,
}

impl Rate {
    /// Which one brings more for its cost.
    pub fn compare(self, other: Rate) -> Ordering {
        (self.gain * other.cost).cmp(&(other.gain * self.cost))
    }

    /// A number that is no smaller the more is brought for its cost.
    pub fn key(self) -> i64 {
        (self.gain << BITS) / self.cost.max(1)
    }

    /// The one of two rates that compares to the other as `wanted`.
    pub fn better(one: Option<Rate>, other: Option<Rate>, wanted: Ordering) -> Option<Rate> {
        match (one, other) {
            (Some(one), Some(other)) if one.compare(other) == wanted => Some(one),
            (Some(_), Some(other)) => Some(other),
            (one, other) => one.or(other),
        }
    }

    /// How many times `other` it is, in 1024ths: well enough for an order that does not matter to the outcome.
    pub fn times(self, other: Rate) -> i64 {
        let (over, under) = (self.gain * other.cost, other.gain * self.cost);
        (over >> 10).saturating_mul(1024) / (under >> 10).max(1)
    }
}

/// By how many binary places gains and costs are shortened.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    gain: u32,
    cost: u32,
}

/// Scaled numbers stay below two to this.
const BITS: u32 = 31;

impl Scale {
    /// For gains and costs that add up to no more than these.
    pub fn new(gain: i128, cost: i64) -> Scale {
        Scale {
            gain: (128 - gain.max(1).leading_zeros()).saturating_sub(BITS - 1),
            cost: (64 - cost.max(1).leading_zeros()).saturating_sub(BITS - 1),
        }
    }

    /// A gain, rounded down.
    pub fn gain_low(self, gain: i128) -> i64 {
        (gain >> self.gain) as i64
    }

    /// A gain, rounded up.
    pub fn gain_high(self, gain: i128) -> i64 {
        (gain >> self.gain) as i64 + i64::from(self.gain > 0)
    }

    /// A cost, rounded down.
    pub fn cost_low(self, cost: i64) -> i64 {
        cost >> self.cost
    }

    /// A cost, rounded up. What is more than all costs together tells no more than they do.
    pub fn cost_high(self, cost: i64) -> i64 {
        ((cost >> self.cost) + i64::from(self.cost > 0)).min(1 << BITS)
    }
}
