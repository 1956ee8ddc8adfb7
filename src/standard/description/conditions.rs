//! Published conditions, which answers bound each other, and figures before and after, in the description of a standard.

use super::{Basis, Figure, each, question};
use crate::lang::Text;
use crate::standard::{self as model, Demand, Standard};
use serde::Serialize;

/// A published condition.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Criterion<'a> {
    id: &'a str,
    title: &'a Text,
    /// The published number, a whole one.
    at_least: Figure<'a>,
    /// What the published text leaves open.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    notes: &'a [Text],
    readings: Vec<Reading<'a>>,
}

/// One way to understand a published condition. It has one of the two lists.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Reading<'a> {
    id: &'a str,
    text: &'a Text,
    /// The questions, by id, whose sum reaches the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    sum_of: Option<Vec<&'a str>>,
    /// The questions, by id, each of which reaches it.
    #[serde(skip_serializing_if = "Option::is_none")]
    each_of: Option<Vec<&'a str>>,
}

/// A part can never be more than its whole, so one answer says something of the other.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct PartOfWhole<'a> {
    id: &'a str,
    /// The question that gives the part, by id.
    part: &'a str,
    /// The question that gives the whole, by id.
    whole: &'a str,
    /// The contradiction, phrased as a question.
    text: &'a Text,
}

/// A figure of the plant before and after its upgrade; it has no pass mark.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Effect<'a> {
    id: &'a str,
    title: &'a Text,
    direction: Direction,
    /// The question before, by id.
    before: &'a str,
    /// The question after, by id.
    after: &'a str,
    basis: Basis<'a>,
    /// Published figures beside it, in percent of improvement.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    references: Vec<Figure<'a>>,
}

/// Which way an improvement goes.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

impl<'a> Criterion<'a> {
    pub(super) fn of(standard: &'a Standard, criterion: &'a model::Criterion) -> Criterion<'a> {
        Criterion {
            id: &criterion.id,
            title: &criterion.title,
            at_least: Figure::to_reach(standard, &criterion.at_least),
            notes: &criterion.notes,
            readings: each(standard, &criterion.readings, Reading::of),
        }
    }
}

impl<'a> Reading<'a> {
    fn of(standard: &'a Standard, reading: &'a model::Reading) -> Reading<'a> {
        let questions = |demand: Demand| {
            let ids = reading.questions.iter().map(|index| question(standard, *index));
            (reading.demand == demand).then(|| ids.collect())
        };
        Reading {
            id: &reading.id,
            text: &reading.text,
            sum_of: questions(Demand::SumOf),
            each_of: questions(Demand::EachOf),
        }
    }
}

impl<'a> PartOfWhole<'a> {
    pub(super) fn of(standard: &'a Standard, relation: &'a model::PartOfWhole) -> PartOfWhole<'a> {
        PartOfWhole {
            id: &relation.id,
            part: question(standard, relation.part),
            whole: question(standard, relation.whole),
            text: &relation.text,
        }
    }
}

impl<'a> Effect<'a> {
    pub(super) fn of(standard: &'a Standard, effect: &'a model::Effect) -> Effect<'a> {
        Effect {
            id: &effect.id,
            title: &effect.title,
            direction: if effect.up { Direction::Up } else { Direction::Down },
            before: question(standard, effect.before),
            after: question(standard, effect.after),
            basis: Basis::of(standard, &effect.basis),
            references: each(standard, &effect.references, Figure::of),
        }
    }
}
