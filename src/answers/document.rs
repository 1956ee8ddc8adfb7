//! The answer document as it goes out: the same answers by id, in the order of the standard's questions.

use super::{Answer, Answers, Extra, FORMAT, Said, VERSION};
use crate::document::{Decimal, Entries, Node};
use crate::standard::{Kind, Question, Standard};
use serde::Serialize;

/// What one firm said, as it is saved and handed on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct AnswerDocument<'a> {
    #[cfg_attr(feature = "types", tsify(type = "\"readiness-check/answers\""))]
    format: &'static str,
    #[cfg_attr(feature = "types", tsify(type = "1"))]
    version: i64,
    /// Its id.
    standard: &'a str,
    /// Its id.
    track: &'a str,
    /// By question id. What is not answered yet is missing.
    #[cfg_attr(feature = "types", tsify(type = "Record<string, AnswerValue>"))]
    answers: Entries<'a, AnswerValue<'a>>,
    /// Free notes by question id.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(type = "Record<string, unknown>"))]
    notes: Option<&'a Node>,
    /// Papers by question id.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(type = "Record<string, unknown>"))]
    evidence: Option<&'a Node>,
    /// The firm: its plant, its industries, facts that no question asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(type = "Record<string, unknown>"))]
    profile: Option<&'a Node>,
    /// Its own costs, and the target of its plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(type = "Record<string, unknown>"))]
    costs: Option<&'a Node>,
    /// Who gave an answer, by question id, where a department handed it in: in files and drafts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(type = "Record<string, Said>"))]
    said: Option<Entries<'a, &'a Said>>,
}

/// A number, yes or no, the id of an option or those of several; `"unknown"` and `"not-applicable"` are texts too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(
    feature = "types",
    derive(tsify::Tsify),
    tsify(type = "number | boolean | string | string[]")
)]
pub enum AnswerValue<'a> {
    /// A whole number.
    Count(i64),
    /// A number of at most two decimals.
    Number(Decimal),
    /// Yes or no.
    YesNo(bool),
    /// The id of an option, or one of the two words.
    Word(&'a str),
    /// The ids of options.
    ManyOf(Vec<&'a str>),
}

impl<'a> AnswerValue<'a> {
    /// The answer to `question`, with the ids of options in the place of their indexes.
    pub fn of(question: &'a Question, answer: &Answer) -> AnswerValue<'a> {
        let choices = match &question.kind {
            Kind::OneOf(choices) | Kind::ManyOf(choices) => choices.as_slice(),
            _ => &[],
        };
        let id = |index: &usize| choices[*index].id.as_str();
        match answer {
            Answer::Count(count) => AnswerValue::Count(*count),
            Answer::Number(hundredths) => AnswerValue::Number(Decimal(*hundredths)),
            Answer::YesNo(yes) => AnswerValue::YesNo(*yes),
            Answer::OneOf(index) => AnswerValue::Word(id(index)),
            Answer::ManyOf(indexes) => AnswerValue::ManyOf(indexes.iter().map(id).collect()),
            Answer::Unknown => AnswerValue::Word("unknown"),
            Answer::NotApplicable => AnswerValue::Word("not-applicable"),
        }
    }
}

impl Answers {
    /// The answers as a document, for a page: without the names of those who gave them.
    pub fn document<'a>(&'a self, standard: &'a Standard) -> AnswerDocument<'a> {
        let pairs = standard.questions.iter().zip(&self.given);
        let given = pairs.filter_map(|(question, answer)| {
            let answer = answer.as_ref()?;
            Some((question.id.as_str(), AnswerValue::of(question, answer)))
        });
        AnswerDocument {
            format: FORMAT,
            version: VERSION,
            standard: &standard.id,
            track: &standard.tracks[self.track].id,
            answers: Entries(given.collect()),
            notes: self.extra(Extra::Notes),
            evidence: self.extra(Extra::Evidence),
            profile: self.extra(Extra::Profile),
            costs: self.extra(Extra::Costs),
            said: None,
        }
    }

    /// The same with who gave each answer, for a file or a draft.
    pub fn whole_document<'a>(&'a self, standard: &'a Standard) -> AnswerDocument<'a> {
        let id = |question: usize| standard.questions[question].id.as_str();
        let said = self.said.iter().map(|(question, said)| (id(*question), said));
        AnswerDocument {
            said: (!self.said.is_empty()).then(|| Entries(said.collect())),
            ..self.document(standard)
        }
    }
}
