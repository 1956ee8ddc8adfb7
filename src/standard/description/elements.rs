//! What the index is made of, in the description of a standard.

use super::{Basis, Figure, each, question, tracks};
use crate::document::Entries;
use crate::lang::Text;
use crate::standard::{self as model, Standard};
use serde::Serialize;

/// A part of the index: a group of questions, on one page.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct IndexElement<'a> {
    id: &'a str,
    /// The tracks that have it, by id. Absent: every track.
    #[serde(skip_serializing_if = "Option::is_none")]
    tracks: Option<Vec<&'a str>>,
    title: &'a Text,
    about: &'a Text,
    /// Its weight in the index.
    weight: i64,
    /// By track: what the weights inside add up to.
    #[cfg_attr(feature = "types", tsify(type = "Record<string, number>"))]
    weights_total: Entries<'a, i64>,
    basis: Basis<'a>,
}

/// How much work it is to raise an answer by one step: an option up, one more choice, one more of a count.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Effort<'a> {
    id: &'a str,
    title: &'a Text,
    /// From 1 to 1000, only to compare steps: no money and no time.
    points: i64,
    basis: Basis<'a>,
}

/// A part divided by a total, both counts that are asked.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Rate<'a> {
    id: &'a str,
    /// The tracks that have it, by id. Absent: every track.
    #[serde(skip_serializing_if = "Option::is_none")]
    tracks: Option<Vec<&'a str>>,
    /// Its element, by id.
    element: &'a str,
    /// Its weight in the element.
    weight: i64,
    title: &'a Text,
    /// The question that gives the part, by id.
    part: &'a str,
    /// The question that gives the total, by id.
    total: &'a str,
    basis: Basis<'a>,
    /// Published figures beside it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    references: Vec<Figure<'a>>,
}

/// For each track, what the weights of its elements add up to.
pub(super) fn element_weights_total(standard: &Standard) -> Entries<'_, i64> {
    let total = |track: usize| -> i64 {
        let elements = standard.elements.iter();
        let mine = elements.filter(|element| element.tracks.contains(track));
        mine.map(|element| element.weight).sum()
    };
    let tracks = standard.tracks.iter().enumerate();
    Entries(
        tracks
            .map(|(index, track)| (track.id.as_str(), total(index)))
            .collect(),
    )
}

impl<'a> IndexElement<'a> {
    /// Every element of a standard.
    pub(super) fn all(standard: &'a Standard) -> Vec<IndexElement<'a>> {
        let tracks_of = standard.tracks.iter().enumerate();
        // For each track, what the weights inside each element add up to.
        let inside: Vec<Vec<i64>> = tracks_of
            .map(|(track, _)| {
                let items = standard.items(track);
                let total = |items: &Vec<(model::Item, i64)>| items.iter().map(|(_, weight)| weight).sum();
                items.iter().map(total).collect()
            })
            .collect();
        let element = |(index, element): (usize, &'a model::Element)| {
            let named = standard.tracks.iter().enumerate();
            let mine = named.filter(|(track, _)| element.tracks.contains(*track));
            IndexElement {
                id: &element.id,
                tracks: tracks(standard, element.tracks),
                title: &element.title,
                about: &element.about,
                weight: element.weight,
                weights_total: Entries(
                    mine.map(|(track, named)| (named.id.as_str(), inside[track][index]))
                        .collect(),
                ),
                basis: Basis::of(standard, &element.basis),
            }
        };
        standard.elements.iter().enumerate().map(element).collect()
    }
}

impl<'a> Effort<'a> {
    pub(super) fn of(standard: &'a Standard, effort: &'a model::Effort) -> Effort<'a> {
        Effort {
            id: &effort.id,
            title: &effort.title,
            points: effort.points,
            basis: Basis::of(standard, &effort.basis),
        }
    }
}

impl<'a> Rate<'a> {
    pub(super) fn of(standard: &'a Standard, rate: &'a model::Rate) -> Rate<'a> {
        Rate {
            id: &rate.id,
            tracks: tracks(standard, rate.tracks),
            element: &standard.elements[rate.element].id,
            weight: rate.weight,
            title: &rate.title,
            part: question(standard, rate.part),
            total: question(standard, rate.total),
            basis: Basis::of(standard, &rate.basis),
            references: each(standard, &rate.references, Figure::of),
        }
    }
}
