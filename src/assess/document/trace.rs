//! The trace in the document of an assessment.

use super::{Citation, id};
use crate::answers::{Answer, AnswerValue, Answers};
use crate::assess::{Assessment, Fraction, Rule, State, Step, questions_of};
use crate::standard::{Item, Standard};
use serde::Serialize;

/// What one item adds to the index. The fractions `numerator / denominator` of all steps add up to `index.value` before
/// it is rounded down; `low` and `high` likewise.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct TraceStep<'a> {
    /// Id of the element.
    dimension: &'a str,
    /// Id of the question or rate.
    item: &'a str,
    answers: Vec<TraceAnswer<'a>>,
    rule: Rule,
    source: Citation<'a>,
    /// 0 to 10000; null while open or not applicable.
    points: Option<Fraction>,
    // Not a flattened fraction: keys that are known when this is compiled go to JavaScript once, others each time.
    /// What is divided.
    numerator: i64,
    /// What it is divided by.
    denominator: i64,
    low: Fraction,
    high: Fraction,
}

/// An answer on which an item rests.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct TraceAnswer<'a> {
    /// Its id.
    question: &'a str,
    state: State,
    /// Null where there is no value.
    value: Option<AnswerValue<'a>>,
}

impl Assessment {
    pub(super) fn trace_document<'a>(&self, standard: &'a Standard, answers: &Answers) -> Vec<TraceStep<'a>> {
        let trace = self.trace();
        let document = |step: &Step| step.document(self, standard, answers);
        trace.iter().map(document).collect()
    }
}

impl Step {
    fn document<'a>(
        &self,
        assessment: &Assessment,
        standard: &'a Standard,
        answers: &Answers,
    ) -> TraceStep<'a> {
        let answer = |question: usize| TraceAnswer {
            question: id(standard, question),
            state: assessment.states[question],
            value: match answers.get(question) {
                None | Some(Answer::Unknown | Answer::NotApplicable) => None,
                Some(answer) => Some(AnswerValue::of(&standard.questions[question], answer)),
            },
        };
        TraceStep {
            dimension: &standard.elements[self.element].id,
            item: match self.item {
                Item::Question(index) => &standard.questions[index].id,
                Item::Rate(index) => &standard.rates[index].id,
            },
            answers: questions_of(self.item, standard)
                .into_iter()
                .map(answer)
                .collect(),
            rule: self.rule,
            source: Citation::of(standard, &standard.own.points),
            points: self.points,
            numerator: self.value.numerator,
            denominator: self.value.denominator,
            low: self.low,
            high: self.high,
        }
    }
}
