//! What the answers hinge on: how far each published threshold is, which single answer would turn a verdict or a band
//! of the index, what is already certain, and which open question would narrow the range most. Everything is asked of
//! [`assess`](crate::assess::assess) or read from what it said, so that it cannot differ from the result.

use crate::assess::{Assessment, Bound, Range, Verdict};
use crate::standard::{Demand, FULL, Hundredths, Standard};

mod open;
mod turns;

pub use open::{OpenQuestion, open_questions};
pub use turns::{Change, Direction, Sensitive, Turn, sensitivity};

/// Into how many equal bands the index is parted: 0 to below 20 %, and so on up to 80 to 100 %. Our own choice; the
/// standard has no bands that we know of.
pub const BANDS: i64 = 5;

const WIDTH: Hundredths = FULL / BANDS;

/// The band of a value of the index: 0 to 4.
pub fn band(value: Hundredths) -> i64 {
    (value / WIDTH).min(BANDS - 1)
}

/// A value of the index in its band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InBand {
    /// The value, in hundredths of a percent.
    pub value: Hundredths,
    /// Its band, 0 to 4.
    pub band: i64,
    /// What it must gain to reach the next band; `None` in the highest.
    pub to_next: Option<Hundredths>,
    /// How far above the foot of its band it lies: losing more than this takes it out. `None` in the lowest.
    pub above_foot: Option<Hundredths>,
}

impl InBand {
    /// Places a value.
    pub fn of(value: Hundredths) -> InBand {
        let band = band(value);
        InBand {
            value,
            band,
            to_next: (band + 1 < BANDS).then(|| (band + 1) * WIDTH - value),
            above_foot: (band > 0).then(|| value - band * WIDTH),
        }
    }

    /// Where a band begins and ends, in hundredths of a percent.
    pub fn bounds(band: i64) -> [Hundredths; 2] {
        [band * WIDTH, (band + 1) * WIDTH]
    }
}

/// How far a published threshold is under one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// Index of the criterion.
    pub criterion: usize,
    /// Index of its reading.
    pub reading: usize,
    /// What is needed, in whole units.
    pub needed: i64,
    /// What there surely is: the sum, or the least of those that must each reach it.
    pub low: i64,
    /// What there may be at most, by the open answers.
    pub high: i64,
    /// The verdict that follows.
    pub verdict: Verdict,
}

impl Threshold {
    /// What is lacking: surely and at most; 0 where nothing is.
    pub fn lacking(&self) -> [i64; 2] {
        [self.high, self.low].map(|value| (self.needed - value).max(0))
    }

    /// What there surely is beyond what is needed.
    pub fn to_spare(&self) -> i64 {
        (self.low - self.needed).max(0)
    }
}

/// Each published condition under each reading, in the order of the standard.
pub fn thresholds(standard: &Standard, assessment: &Assessment) -> Vec<Threshold> {
    let mut thresholds = Vec::new();
    for (criterion, condition) in assessment.conditions.iter().enumerate() {
        let needed = standard.criteria[criterion].at_least.value / 100;
        for (reading, judged) in condition.readings.iter().enumerate() {
            let demand = standard.criteria[criterion].readings[reading].demand;
            let reached = |of: fn(&Bound) -> i64| {
                let bounds = judged.bounds.iter().map(of);
                match demand {
                    Demand::SumOf => bounds.sum(),
                    // A reading without a question does not exist.
                    Demand::EachOf => bounds.min().unwrap_or(0),
                }
            };
            let (low, high) = (reached(|bound| bound.low), reached(|bound| bound.high));
            thresholds.push(Threshold {
                criterion,
                reading,
                needed,
                low,
                high,
                verdict: judged.verdict,
            });
        }
    }
    thresholds
}

/// Whether a verdict stays what it is, however the open questions are answered (unless they contradict what is said).
/// That a reading decides is certain too: no answer takes it away.
pub fn is_certain(verdict: Verdict) -> bool {
    verdict != Verdict::Unknown
}

/// The band in which a range ends up however the open questions are answered; `None` where they decide it.
pub fn certain_band(range: Range) -> Option<i64> {
    Some(band(range.low)).filter(|low| *low == band(range.high))
}
