//! The way forward: the cheapest set of changes that reaches a target, exactly. Pure; integers only. It gives ids and
//! reasons, never sentences.
//!
//! - A change is only ever upwards: no to yes, a better option, more options, more of a rate's part, more of what a
//!   published condition counts. Open answers start at their worst; what does not apply stays so.
//! - Whether a target is reached is what `assess` says of the changed answers ([`Plan::applied`]): the chosen readings
//!   are met, and the lower bound of the index, or of each element, is at least the mark.
//! - The rises of one question are one step; their prices add up. A part raised above its whole takes the whole with
//!   it in the same step, and that is paid once.
//! - Answers behind a question that closed them count as not given: a step that opens it starts them at their worst.

use crate::answers::Answer;
use crate::standard::{Hundredths, Standard};
use serde::Serialize;

mod alternatives;
mod blockers;
mod conditions;
mod costs;
mod course;
pub mod document;
mod knapsack;
mod model;
mod objective;
mod search;
mod steps;

pub use alternatives::plan;
pub use costs::{Asked, Field, REACH, read};
pub use course::Stage;

/// The greatest price of one rise, in hundredths: ten million. Sums of such prices stay exact.
pub const MOST_PRICE: Hundredths = 1_000_000_000;

/// Which readings of a published condition a plan must meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of them: the safe choice while the published text leaves open which one is meant.
    Every,
    /// One, by its index.
    Reading(usize),
    /// None: the condition is left aside.
    None,
}

/// What the index is to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nothing: the published conditions alone.
    Nothing,
    /// The whole index, in hundredths of a percent.
    Index(Hundredths),
    /// Each of these elements, by index, in hundredths of a percent.
    Elements(Vec<(usize, Hundredths)>),
}

/// What a plan is to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// For each published condition of the standard.
    pub criteria: Vec<Wanted>,
    /// The mark of the index.
    pub reach: Reach,
}

/// What one rise costs: one option up, one more option, one more unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// Money in hundredths of its unit, or hundredths of effort points. At most [`MOST_PRICE`].
    pub money: Hundredths,
    /// Time in hundredths of a month, or of effort points. At most [`MOST_PRICE`].
    pub months: Hundredths,
}

/// How the steps of a plan follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// All at once: a plan takes as long as its longest step.
    SideBySide,
    /// A plan takes as long as all its steps together.
    OneAfterAnother,
}

/// What changes cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costing {
    /// For each question of the standard the price of one rise; without one it is not raised.
    pub prices: Vec<Option<Price>>,
    /// How steps follow each other.
    pub order: Order,
}

/// One change of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Index of the question.
    pub question: usize,
    /// Whether its answer was open, so that it starts at its worst.
    pub open: bool,
    /// The answer from which it starts.
    pub from: Answer,
    /// The answer to reach. Where more options are wanted, which ones they are is free; these are the first ones.
    pub to: Answer,
    /// How many rises that is.
    pub rises: i64,
    /// The whole that rises with its part: question, from, to.
    pub brings: Option<(usize, i64, i64)>,
    /// Cost of all its rises.
    pub money: Hundredths,
    /// Months of all its rises.
    pub months: Hundredths,
    /// Lower bound of the index before this step and after it, in the order of the plan; none where nothing applies.
    pub index: Option<(Hundredths, Hundredths)>,
    /// Readings of published conditions that would not be met without it: criterion and reading.
    pub meets: Vec<(usize, usize)>,
    /// Later steps of the plan, by their questions, that can only be taken because of this one.
    pub opens: Vec<usize>,
}

/// A set of changes that reaches the target, none of them needless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// No plan costs less.
    pub cheapest: bool,
    /// No plan takes less time.
    pub fastest: bool,
    /// No plan has fewer steps.
    pub fewest: bool,
    /// The steps; what opens a question stands before it.
    pub steps: Vec<Step>,
    /// Cost of all steps.
    pub money: Hundredths,
    /// Time of the longest step, or of all of them.
    pub months: Hundredths,
    /// Lower bound of the index before and after; none where nothing applies.
    pub index: Option<(Hundredths, Hundredths)>,
    /// Answers to take back or to set at their worst, because an answer closed them and a step opens them again.
    again: Vec<(usize, Option<Answer>)>,
}

/// Why something cannot be raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Why {
    /// The total of its rate is open.
    TotalOpen,
    /// It does not apply.
    NotApplicable,
    /// There is no price for it.
    NoPrice,
    /// Its greatest value is too small.
    Bound,
}

/// What stands in the way of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocker {
    /// Index of the question that would have to rise, or of the total that is open.
    pub question: usize,
    /// Why it cannot.
    pub why: Why,
}

/// A target that cannot be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfReach {
    /// The greatest lower bound of the index that can be reached.
    pub index: Option<Hundredths>,
    /// The same for each element of the target that falls short: element, mark, what can be reached.
    pub elements: Vec<(usize, Hundredths, Hundredths)>,
    /// Whether the mark of the index itself is out of reach.
    pub index_short: bool,
    /// Chosen readings that cannot be met: criterion and reading.
    pub readings: Vec<(usize, usize)>,
    /// What stands in the way, in the order of the questions.
    pub blockers: Vec<Blocker>,
}

/// What there is to say about a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Up to three different plans: cheapest first, then fastest, then that of fewest steps. One without any step
    /// where the target is already reached.
    Plans(Vec<Plan>),
    /// It cannot be reached.
    OutOfReach(OutOfReach),
}

impl Target {
    /// The published conditions under every reading, and no mark.
    pub fn conditions(standard: &Standard) -> Target {
        Target {
            criteria: vec![Wanted::Every; standard.criteria.len()],
            reach: Reach::Nothing,
        }
    }
}

/// Rounded down, for numbers that are not negative. Mostly both fit into 64 bits, where a division is much quicker.
fn quotient(whole: i128, part: i128) -> i128 {
    match (u64::try_from(whole), u64::try_from(part)) {
        (Ok(whole), Ok(part)) => i128::from(whole / part),
        _ => whole / part,
    }
}
