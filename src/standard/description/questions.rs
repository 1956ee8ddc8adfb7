//! What is asked, in the description of a standard.

use super::{Basis, Figure, each, option, question, tracks};
use crate::document::Decimal;
use crate::lang::Text;
use crate::standard::{self as model, Better, Kind, Standard};
use serde::Serialize;

/// A question.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Question<'a> {
    id: &'a str,
    kind: AnswerKind,
    /// The tracks that have it, by id. Absent: every track.
    #[serde(skip_serializing_if = "Option::is_none")]
    tracks: Option<Vec<&'a str>>,
    /// The element on whose page it stands, by id. Absent: that of published conditions, or of effects.
    #[serde(skip_serializing_if = "Option::is_none")]
    element: Option<&'a str>,
    /// Its weight in the element. Absent: it gives no points itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<i64>,
    /// Yes-no: true is higher.
    better: Better,
    /// Who in a firm can answer, by id; where the standard names departments.
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<&'a str>,
    /// How much work it is to raise the answer by one step, by id; where the standard says.
    #[serde(skip_serializing_if = "Option::is_none")]
    effort: Option<&'a str>,
    /// Count: whole numbers; number: at most two decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(type = "number"))]
    min: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(type = "number"))]
    max: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a Text>,
    /// The unit after 1, where that is another word.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_one: Option<&'a Text>,
    /// Whether `"not-applicable"` may be answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_applicable: Option<bool>,
    /// When it is asked. Absent: always.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_if: Option<AskedIf<'a>>,
    text: &'a Text,
    /// What decides the answer, in short. Absent: what counts is short itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a Text>,
    /// What the number is of, in a word or two. Absent: its unit says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a Text>,
    /// What is to be done to raise the answer, `{0}` being by how much. Absent: the standard does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<&'a Text>,
    /// What counts.
    counts: &'a Text,
    /// What does not count.
    counts_not: &'a Text,
    /// Which year's or which state's figure is meant.
    as_of: &'a Text,
    example: &'a Text,
    /// The papers that would prove the answer.
    evidence: &'a [Text],
    basis: Basis<'a>,
    /// Published figures beside it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    references: Vec<Figure<'a>>,
    /// One-of: worst first, best last; many-of: no order, each further one is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<Choice<'a>>>,
}

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum AnswerKind {
    /// A whole number.
    Count,
    /// A number with at most two decimals.
    Number,
    /// Yes or no.
    YesNo,
    /// One of the options.
    OneOf,
    /// Any number of the options, none included.
    ManyOf,
}

/// A choice of a question.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Choice<'a> {
    id: &'a str,
    /// One-of: from 0 to 10000.
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<i64>,
    text: &'a Text,
}

/// The answer of another question on which it depends whether a question is asked.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct AskedIf<'a> {
    /// The other question, by id.
    question: &'a str,
    /// The least of its options that opens the question, by id. Absent: yes does.
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<&'a str>,
}

impl<'a> Question<'a> {
    pub(super) fn of(standard: &'a Standard, question: &'a model::Question) -> Question<'a> {
        // A count is whole, and so a hundred times as many hundredths.
        let (kind, bounds) = match &question.kind {
            Kind::Count { min, max, unit } => (AnswerKind::Count, Some((min * 100, max * 100, unit))),
            Kind::Number { min, max, unit } => (AnswerKind::Number, Some((*min, *max, unit))),
            Kind::YesNo => (AnswerKind::YesNo, None),
            Kind::OneOf(_) => (AnswerKind::OneOf, None),
            Kind::ManyOf(_) => (AnswerKind::ManyOf, None),
        };
        Question {
            id: &question.id,
            kind,
            tracks: tracks(standard, question.tracks),
            element: question
                .element
                .map(|element| standard.elements[element].id.as_str()),
            weight: (question.weight > 0).then_some(question.weight),
            better: question.better,
            department: question
                .department
                .map(|department| standard.departments[department].id.as_str()),
            effort: question.effort.map(|effort| standard.efforts[effort].id.as_str()),
            min: bounds.map(|(min, _, _)| Decimal(min)),
            max: bounds.map(|(_, max, _)| Decimal(max)),
            unit: bounds.map(|(_, _, unit)| unit),
            unit_one: question.unit_one.as_ref(),
            not_applicable: question.not_applicable.then_some(true),
            asked_if: question.asked_if.map(|asked_if| AskedIf::of(standard, asked_if)),
            text: &question.text,
            hint: question.hint.as_ref(),
            label: question.label.as_ref(),
            action: question.action.as_ref(),
            counts: &question.counts,
            counts_not: &question.counts_not,
            as_of: &question.as_of,
            example: &question.example,
            evidence: &question.evidence,
            basis: Basis::of(standard, &question.basis),
            references: each(standard, &question.references, Figure::of),
            options: Choice::all(&question.kind),
        }
    }
}

impl<'a> Choice<'a> {
    fn all(kind: &'a Kind) -> Option<Vec<Choice<'a>>> {
        let (choices, has_points) = match kind {
            Kind::OneOf(choices) => (choices, true),
            Kind::ManyOf(choices) => (choices, false),
            _ => return None,
        };
        let choice = |choice: &'a model::Choice| Choice {
            id: &choice.id,
            points: has_points.then_some(choice.points),
            text: &choice.text,
        };
        Some(choices.iter().map(choice).collect())
    }
}

impl<'a> AskedIf<'a> {
    fn of(standard: &'a Standard, asked_if: model::AskedIf) -> AskedIf<'a> {
        AskedIf {
            question: question(standard, asked_if.question),
            at_least: asked_if
                .at_least
                .map(|index| option(standard, asked_if.question, index)),
        }
    }
}
