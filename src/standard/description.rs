//! A standard as a document: what a page gets from `describe()` and `standards()`. It has the keys of the data file, in
//! its order; `data/README.md` says what each of them means.

use super::{Clause, Department, Grade, Kind, Relation, Standard, Standing, Track, Tracks};
use crate::document::{Decimal, Entries};
use crate::lang::Text;
use serde::Serialize;

mod conditions;
mod elements;
mod questions;
mod rules;
pub use conditions::{Criterion, Direction, Effect, PartOfWhole, Reading};
pub use elements::{Effort, IndexElement, Rate};
pub use questions::{AnswerKind, AskedIf, Choice, Question};
pub use rules::{ContradictionRule, RuleLimit, RuleTest};

/// What a page may know of a standard before it is loaded.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct StandardInfo<'a> {
    id: &'a str,
    /// Such as `2018`.
    edition: &'a str,
    title: &'a Text,
    /// Id of the standard whose questionnaire and all else that is not its own it takes over.
    #[serde(skip_serializing_if = "Option::is_none")]
    based_on: Option<&'a str>,
    /// Of the document that it is: a year, a month or a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    /// Of the document that it is.
    standing: Standing,
    /// SHA-256 of the canonical JSON of its description in every language, in 64 hexadecimal digits.
    hash: &'a str,
}

/// A standard. Indexes of the engine are ids here.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct StandardDescription<'a> {
    id: &'a str,
    /// Such as `2018`.
    edition: &'a str,
    title: &'a Text,
    /// Id of the document that it is.
    source: &'a str,
    /// A sentence for the visitor.
    standing: &'a Text,
    /// Documents that came later.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    later: Vec<Linked<'a>>,
    /// Date of the newest document that its author knew.
    known_until: &'a str,
    /// By track: what the weights of its elements add up to.
    #[cfg_attr(feature = "types", tsify(type = "Record<string, number>"))]
    element_weights_total: Entries<'a, i64>,
    basis: OwnChoices<'a>,
    tracks: &'a [Track],
    elements: Vec<IndexElement<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    departments: &'a [Department],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    efforts: Vec<Effort<'a>>,
    questions: Vec<Question<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    criteria: Vec<Criterion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    relations: Vec<PartOfWhole<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    rates: Vec<Rate<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    effects: Vec<Effect<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    rules: Vec<ContradictionRule<'a>>,
    sources: Vec<Source<'a>>,
    /// SHA-256 of the canonical JSON of all else, in every language: keys sorted, no white space; in 64 hexadecimal digits.
    #[serde(skip_serializing_if = "str::is_empty")]
    hash: &'a str,
    /// Id of the standard whose questionnaire and all else that is not its own it takes over.
    #[serde(skip_serializing_if = "Option::is_none")]
    based_on: Option<&'a str>,
}

/// What this project chose itself: the weights of the index, the points of choices, the bounds of numbers.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct OwnChoices<'a> {
    weights: Basis<'a>,
    points: Basis<'a>,
    bounds: Basis<'a>,
}

/// Where a rule, a wording or a number comes from.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Basis<'a> {
    /// Its id among the sources.
    source: &'a str,
    clause: &'a Clause,
    grade: Grade,
}

/// A document to which another one leads.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Linked<'a> {
    /// Its id.
    Id(&'a str),
    /// Its id, and what says that the other one leads to it.
    Because {
        /// Its id among the sources.
        document: &'a str,
        /// What says so.
        #[serde(flatten)]
        basis: Basis<'a>,
    },
}

/// A number from a document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Figure<'a> {
    #[cfg_attr(feature = "types", tsify(type = "number"))]
    value: Decimal,
    /// Such as `%`.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<Relation>,
    #[serde(flatten)]
    basis: Basis<'a>,
    /// What must be said with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

/// A document that something is cited from.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Source<'a> {
    id: &'a str,
    /// Document number.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuers: Option<&'a Text>,
    /// As far as known: a year, a month or a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    title: &'a Text,
    standing: Standing,
    /// The language of the text that was read; the other one is our translation. None: no text was seen. Both: the
    /// titles in both languages are as documents give them.
    #[cfg_attr(feature = "types", tsify(type = "\"none\" | \"zh-CN\" | \"en\" | \"both\""))]
    original: &'static str,
    grade: Grade,
    /// Its official address.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    /// Where it was read, if not at its official address.
    #[serde(skip_serializing_if = "Option::is_none")]
    reprint: Option<&'a Text>,
    /// What was read of it and what is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

impl Standard {
    /// What a page may know of it before it is loaded.
    pub fn info(&self) -> StandardInfo<'_> {
        let source = &self.sources[self.source];
        StandardInfo {
            id: &self.id,
            edition: &self.edition,
            title: &self.title,
            based_on: self.based_on.as_deref(),
            date: source.date.as_deref(),
            standing: source.standing,
            hash: self.hash(),
        }
    }

    /// The standard as a document, with its texts in the languages in which it was read.
    pub fn describe(&self) -> StandardDescription<'_> {
        self.described(self.hash())
    }

    /// The same with another hash, or none.
    pub(super) fn described<'a>(&'a self, hash: &'a str) -> StandardDescription<'a> {
        let source = |source: &usize| self.sources[*source].id.as_str();
        StandardDescription {
            id: &self.id,
            edition: &self.edition,
            title: &self.title,
            source: source(&self.source),
            standing: &self.standing,
            later: (self.later.iter().zip(&self.later_basis))
                .map(|(document, basis)| match basis {
                    None => Linked::Id(source(document)),
                    Some(basis) => Linked::Because {
                        document: source(document),
                        basis: Basis::of(self, basis),
                    },
                })
                .collect(),
            known_until: &self.known_until,
            element_weights_total: elements::element_weights_total(self),
            basis: OwnChoices {
                weights: Basis::of(self, &self.own.weights),
                points: Basis::of(self, &self.own.points),
                bounds: Basis::of(self, &self.own.bounds),
            },
            tracks: &self.tracks,
            elements: IndexElement::all(self),
            departments: &self.departments,
            efforts: each(self, &self.efforts, Effort::of),
            questions: each(self, &self.questions, Question::of),
            criteria: each(self, &self.criteria, Criterion::of),
            relations: each(self, &self.relations, PartOfWhole::of),
            rates: each(self, &self.rates, Rate::of),
            effects: each(self, &self.effects, Effect::of),
            rules: each(self, &self.rules, ContradictionRule::of),
            sources: self.sources.iter().map(Source::of).collect(),
            hash,
            based_on: self.based_on.as_deref(),
        }
    }
}

fn each<'a, T, D>(standard: &'a Standard, items: &'a [T], of: fn(&'a Standard, &'a T) -> D) -> Vec<D> {
    items.iter().map(|item| of(standard, item)).collect()
}

/// The ids of tracks; none where every track is meant.
fn tracks(standard: &Standard, tracks: Tracks) -> Option<Vec<&str>> {
    let named = standard.tracks.iter().enumerate();
    let mine = named.filter(|(index, _)| tracks.contains(*index));
    let ids: Vec<&str> = mine.map(|(_, track)| track.id.as_str()).collect();
    (ids.len() < standard.tracks.len()).then_some(ids)
}

fn question(standard: &Standard, question: usize) -> &str {
    &standard.questions[question].id
}

fn option(standard: &Standard, question: usize, option: usize) -> &str {
    match &standard.questions[question].kind {
        Kind::OneOf(choices) | Kind::ManyOf(choices) => &choices[option].id,
        _ => "",
    }
}

impl<'a> Basis<'a> {
    fn of(standard: &'a Standard, basis: &'a super::Basis) -> Basis<'a> {
        Basis {
            source: &standard.sources[basis.source].id,
            clause: &basis.clause,
            grade: basis.grade,
        }
    }
}

impl<'a> Figure<'a> {
    /// A figure that is shown beside answers, of which it matters how it is meant.
    fn of(standard: &'a Standard, figure: &'a super::Figure) -> Figure<'a> {
        Figure {
            relation: Some(figure.relation),
            ..Figure::to_reach(standard, figure)
        }
    }

    /// The figure of a published condition, which is to be reached.
    fn to_reach(standard: &'a Standard, figure: &'a super::Figure) -> Figure<'a> {
        Figure {
            value: Decimal(figure.value),
            unit: figure.unit.as_deref(),
            relation: (figure.relation != Relation::Figure).then_some(figure.relation),
            basis: Basis::of(standard, &figure.basis),
            note: figure.note.as_ref(),
        }
    }
}

impl<'a> Source<'a> {
    fn of(source: &'a super::Source) -> Source<'a> {
        Source {
            id: &source.id,
            number: source.number.as_ref(),
            issuers: source.issuers.as_ref(),
            date: source.date.as_deref(),
            title: &source.title,
            standing: source.standing,
            original: source.original.word(),
            grade: source.grade,
            address: source.address.as_deref(),
            reprint: source.reprint.as_ref(),
            note: source.note.as_ref(),
        }
    }
}
