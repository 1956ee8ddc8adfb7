//! The published conditions in the document of an assessment.

use super::{Citation, id};
use crate::assess::{Assessment, Condition, Verdict};
use crate::standard::{Criterion, Demand, Standard};
use serde::Serialize;

/// The published conditions together.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Published<'a> {
    verdict: Verdict,
    criteria: Vec<JudgedCriterion<'a>>,
}

/// A published condition under all its readings.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct JudgedCriterion<'a> {
    id: &'a str,
    verdict: Verdict,
    readings: Vec<JudgedReading<'a>>,
}

/// A published condition, read in one way.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct JudgedReading<'a> {
    id: &'a str,
    verdict: Verdict,
}

/// How a reading of a published condition came to its verdict.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Working<'a> {
    /// Id of the published condition.
    criterion: &'a str,
    /// Id of the reading.
    reading: &'a str,
    demand: Demand,
    /// The published number.
    at_least: i64,
    source: Citation<'a>,
    /// Whether it rests on answers that contradict each other.
    to_be_cleared: bool,
    answers: Vec<KnownAnswer<'a>>,
}

/// Between which numbers the true answer of a question lies.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct KnownAnswer<'a> {
    /// Its id.
    question: &'a str,
    low: i64,
    high: i64,
    /// Whether it is answered.
    given: bool,
    /// The question, by id, whose answer says something of this one.
    implied_by: Option<&'a str>,
}

impl Assessment {
    pub(super) fn published<'a>(&self, standard: &'a Standard) -> Option<Published<'a>> {
        let pairs = standard.criteria.iter().zip(&self.conditions);
        self.verdict.map(|verdict| Published {
            verdict,
            criteria: pairs
                .map(|(criterion, condition)| condition.document(criterion))
                .collect(),
        })
    }

    pub(super) fn workings<'a>(&self, standard: &'a Standard) -> Vec<Working<'a>> {
        let mut workings = Vec::new();
        for (criterion, condition) in standard.criteria.iter().zip(&self.conditions) {
            for (reading, judged) in criterion.readings.iter().zip(&condition.readings) {
                let contradicted = |question: &usize| self.is_contradicted(standard, *question);
                workings.push(Working {
                    criterion: &criterion.id,
                    reading: &reading.id,
                    demand: reading.demand,
                    at_least: criterion.at_least.value / 100,
                    source: Citation::of(standard, &criterion.at_least.basis),
                    to_be_cleared: reading.questions.iter().any(contradicted),
                    answers: judged
                        .bounds
                        .iter()
                        .map(|bound| KnownAnswer {
                            question: id(standard, bound.question),
                            low: bound.low,
                            high: bound.high,
                            given: bound.given,
                            implied_by: bound.implied_by.map(|question| id(standard, question)),
                        })
                        .collect(),
                });
            }
        }
        workings
    }
}

impl Condition {
    fn document<'a>(&self, criterion: &'a Criterion) -> JudgedCriterion<'a> {
        let readings = criterion.readings.iter().zip(&self.readings);
        JudgedCriterion {
            id: &criterion.id,
            verdict: self.verdict,
            readings: readings
                .map(|(reading, judged)| JudgedReading {
                    id: &reading.id,
                    verdict: judged.verdict,
                })
                .collect(),
        }
    }
}
