//! The documents that are cited, in the description of a standard.

use crate::lang::Text;
use crate::standard::{self as model, Grade, Standing};
use serde::Serialize;

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

impl<'a> Source<'a> {
    pub(super) fn of(source: &'a model::Source) -> Source<'a> {
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
