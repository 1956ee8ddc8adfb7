//! The assessment as a document: the same facts by id, for pages and for Node. Its keys stand in this order, in every
//! language that writes it.

use super::{Improvement, Progress};
use crate::answers::Answers;
use crate::standard::{Basis, Clause, Grade, Standard};
use serde::Serialize;

mod conditions;
mod trace;
pub use conditions::{JudgedCriterion, JudgedReading, KnownAnswer, Published, Working};
pub use trace::{TraceAnswer, TraceStep};

/// What the answers of one firm come to.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Assessment<'a> {
    #[cfg_attr(feature = "types", tsify(type = "\"readiness-check/assessment\""))]
    format: &'static str,
    #[cfg_attr(feature = "types", tsify(type = "1"))]
    version: i64,
    /// Its id.
    standard: &'a str,
    /// Release of the engine.
    engine: &'static str,
    /// Its id.
    track: &'a str,
    progress: Progress,
    /// The published conditions; null where the standard has none.
    published: Option<Published<'a>>,
    /// The widget's own index, never the standard's score.
    index: Index<'a>,
    contradictions: Vec<Contradiction<'a>>,
    effects: Vec<EffectChange<'a>>,
    workings: Vec<Working<'a>>,
    trace: Vec<TraceStep<'a>>,
}

/// Hundredths of a percent; null where nothing applies.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Range {
    /// Of the answered questions alone; 0 while there is none.
    value: Option<i64>,
    /// With every open question at its worst.
    low: Option<i64>,
    /// With every open question at its best.
    high: Option<i64>,
}

/// The widget's own index.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Index<'a> {
    #[serde(flatten)]
    range: Range,
    dimensions: Vec<Dimension<'a>>,
}

/// An element of the standard in the index.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Dimension<'a> {
    id: &'a str,
    #[serde(flatten)]
    range: Range,
}

/// Answers that cannot all be right, or hardly.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Contradiction<'a> {
    id: &'a str,
    /// The questions concerned, by id.
    questions: Vec<&'a str>,
}

/// A figure before and after.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct EffectChange<'a> {
    id: &'a str,
    state: EffectState,
    /// In hundredths of a percent of the figure before; null unless the state is `known`.
    improvement: Option<i64>,
}

/// How much is known of a change.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum EffectState {
    /// Both figures are there.
    Known,
    /// The figure before is 0 or less.
    NoPercentage,
    /// One of the two is open.
    Open,
    /// One of the two does not apply.
    NotApplicable,
}

/// Where a number or a rule comes from.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Citation<'a> {
    /// Its id among the sources of the standard.
    document: &'a str,
    /// Whether the clause itself was read.
    clause_seen: bool,
    grade: Grade,
}

fn id(standard: &Standard, question: usize) -> &str {
    &standard.questions[question].id
}

impl super::Assessment {
    /// The assessment as a document.
    pub fn document<'a>(&self, standard: &'a Standard, answers: &Answers) -> Assessment<'a> {
        let dimension = |dimension: &super::Dimension| Dimension {
            id: &standard.elements[dimension.element].id,
            range: dimension.range.into(),
        };
        let effects = standard.effects.iter().zip(&self.effects);
        Assessment {
            format: "readiness-check/assessment",
            version: 1,
            standard: &standard.id,
            engine: env!("CARGO_PKG_VERSION"),
            track: &standard.tracks[answers.track].id,
            progress: self.progress(),
            published: self.published(standard),
            index: Index {
                range: self.index.range.into(),
                dimensions: self.index.dimensions.iter().map(dimension).collect(),
            },
            contradictions: self
                .contradictions
                .iter()
                .map(|found| found.document(standard))
                .collect(),
            effects: effects
                .map(|(effect, change)| change.document(&effect.id))
                .collect(),
            workings: self.workings(standard),
            trace: self.trace_document(standard, answers),
        }
    }
}

impl From<Option<super::Range>> for Range {
    fn from(range: Option<super::Range>) -> Range {
        Range {
            value: range.map(|range| range.value),
            low: range.map(|range| range.low),
            high: range.map(|range| range.high),
        }
    }
}

impl super::Contradiction {
    fn document<'a>(&self, standard: &'a Standard) -> Contradiction<'a> {
        let questions = self.questions(standard).into_iter();
        Contradiction {
            id: match self {
                super::Contradiction::Relation(index) => &standard.relations[*index].id,
                super::Contradiction::Rate(index) => &standard.rates[*index].id,
                super::Contradiction::Rule(index) => &standard.rules[*index].id,
            },
            questions: questions.map(|question| id(standard, question)).collect(),
        }
    }
}

impl Improvement {
    fn document(self, id: &str) -> EffectChange<'_> {
        let (state, improvement) = match self {
            Improvement::Is(change) => (EffectState::Known, Some(change)),
            Improvement::NoPercentage => (EffectState::NoPercentage, None),
            Improvement::Open => (EffectState::Open, None),
            Improvement::NotApplicable => (EffectState::NotApplicable, None),
        };
        EffectChange {
            id,
            state,
            improvement,
        }
    }
}

impl<'a> Citation<'a> {
    fn of(standard: &'a Standard, basis: &Basis) -> Citation<'a> {
        Citation {
            document: &standard.sources[basis.source].id,
            clause_seen: !matches!(basis.clause, Clause::NotSeen),
            grade: basis.grade,
        }
    }
}
