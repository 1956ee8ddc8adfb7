//! The published conditions under each of their readings.

use super::number;
use crate::answers::Answers;
use crate::standard::{Demand, Kind, Reading, Standard};
use serde::Serialize;

/// What can be said of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Verdict {
    /// It is met, whatever the open answers are.
    Met,
    /// It is not met, whatever the open answers are.
    NotMet,
    /// It depends on open answers.
    Unknown,
    /// It depends on how the published text is read. Never a pass.
    Depends,
}

impl Verdict {
    /// All readings of a criterion together.
    pub(crate) fn of_readings(verdicts: impl Iterator<Item = Verdict> + Clone) -> Verdict {
        let all = |verdict| verdicts.clone().all(|found| found == verdict);
        if all(Verdict::Met) {
            Verdict::Met
        } else if all(Verdict::NotMet) {
            Verdict::NotMet
        } else if verdicts.clone().any(|found| found == Verdict::Unknown) {
            Verdict::Unknown
        } else {
            Verdict::Depends
        }
    }

    /// All criteria together.
    pub(crate) fn of_all(verdicts: impl Iterator<Item = Verdict> + Clone) -> Verdict {
        let worst_first = [Verdict::NotMet, Verdict::Unknown, Verdict::Depends];
        let found = worst_first
            .into_iter()
            .find(|worst| verdicts.clone().any(|verdict| verdict == *worst));
        found.unwrap_or(Verdict::Met)
    }
}

/// Between which numbers the true answer of a question lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Index of the question.
    pub question: usize,
    /// At least this.
    pub low: i64,
    /// At most this.
    pub high: i64,
    /// Whether the answer is given; else it is open.
    pub given: bool,
    /// The answered question from which a bound follows.
    pub implied_by: Option<usize>,
}

/// A reading of a condition, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingVerdict {
    /// What can be said under this reading.
    pub verdict: Verdict,
    /// The answers it rests on.
    pub bounds: Vec<Bound>,
}

/// A published condition, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// What can be said of it.
    pub verdict: Verdict,
    /// Each of its readings, in the order of the standard.
    pub readings: Vec<ReadingVerdict>,
}

pub(super) fn judge(standard: &Standard, answers: &Answers) -> Vec<Condition> {
    let judge = |criterion: &crate::standard::Criterion| {
        let needed = criterion.at_least.value / 100;
        let readings: Vec<_> = criterion
            .readings
            .iter()
            .map(|reading| judge_reading(standard, answers, reading, needed))
            .collect();
        Condition {
            verdict: Verdict::of_readings(readings.iter().map(|reading| reading.verdict)),
            readings,
        }
    };
    standard.criteria.iter().map(judge).collect()
}

fn judge_reading(standard: &Standard, answers: &Answers, reading: &Reading, needed: i64) -> ReadingVerdict {
    let bounds: Vec<Bound> = reading
        .questions
        .iter()
        .map(|question| bound(standard, answers, *question))
        .collect();
    let (surely, possibly) = match reading.demand {
        Demand::SumOf => {
            let sum = |of: fn(&Bound) -> i64| bounds.iter().map(of).sum::<i64>();
            (
                sum(|bound| bound.low) >= needed,
                sum(|bound| bound.high) >= needed,
            )
        }
        Demand::EachOf => {
            let each = |of: fn(&Bound) -> i64| bounds.iter().all(|bound| of(bound) >= needed);
            (each(|bound| bound.low), each(|bound| bound.high))
        }
    };
    let verdict = match (surely, possibly) {
        (true, _) => Verdict::Met,
        (_, false) => Verdict::NotMet,
        _ => Verdict::Unknown,
    };
    ReadingVerdict { verdict, bounds }
}

/// What is known of a number: as given, contradictions included; else between the bounds of its question, narrowed
/// by the answer that it is a part or the whole of.
fn bound(standard: &Standard, answers: &Answers, question: usize) -> Bound {
    if let Some(value) = number(answers, question) {
        return Bound {
            question,
            low: value,
            high: value,
            given: true,
            implied_by: None,
        };
    }
    let (low, high) = match &standard.questions[question].kind {
        Kind::Count { min, max, .. } | Kind::Number { min, max, .. } => (*min, *max),
        _ => (0, 0),
    };
    let mut bound = Bound {
        question,
        low,
        high,
        given: false,
        implied_by: None,
    };
    for relation in &standard.relations {
        let other = if relation.part == question {
            relation.whole
        } else {
            relation.part
        };
        let Some(value) = number(answers, other) else {
            continue;
        };
        if relation.part == question && value < bound.high {
            bound = Bound {
                high: value.max(bound.low),
                implied_by: Some(other),
                ..bound
            };
        } else if relation.whole == question && value > bound.low {
            bound = Bound {
                low: value.min(bound.high),
                implied_by: Some(other),
                ..bound
            };
        }
    }
    bound
}
