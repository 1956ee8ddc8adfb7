//! Which open question would narrow the range most.

use crate::assess::{Assessment, Fraction, Rule, Verdict, floor_of_sum, questions_of};
use crate::standard::{Hundredths, Page, Standard};

/// An open question that is asked, and what rests on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// Index of the question.
    pub question: usize,
    /// Whether a published condition that is still unknown under a reading asks for it.
    pub decides: bool,
    /// The part of the range of the index that rests on it, in hundredths of a percent, rounded down: its own item, and
    /// everything that a bad answer to it would close.
    pub share: Hundredths,
}

/// Every open question that is asked, the one that would narrow the range most first: those that decide a published
/// condition, then by what rests on them, then in the order of the questionnaire.
pub fn open_questions(standard: &Standard, assessment: &Assessment) -> Vec<OpenQuestion> {
    let is_open = |question: usize| assessment.states[question].is_open();
    let mut resting: Vec<Vec<Fraction>> = vec![Vec::new(); standard.questions.len()];
    for step in &assessment.trace() {
        // Whatever rests on an open question brings nothing at worst: all that it brings at best is its part.
        let mut rests_on = Vec::new();
        for question in questions_of(step.item, standard) {
            if step.rule == Rule::Open && is_open(question) {
                rests_on.push(question);
            }
            rests_on.extend(openers(standard, question).filter(|opener| is_open(*opener)));
        }
        rests_on.sort_unstable();
        rests_on.dedup();
        rests_on
            .iter()
            .for_each(|question| resting[*question].push(step.high));
    }
    let mut decides = vec![false; standard.questions.len()];
    for condition in &assessment.conditions {
        for reading in condition
            .readings
            .iter()
            .filter(|reading| reading.verdict == Verdict::Unknown)
        {
            for bound in reading.bounds.iter().filter(|bound| bound.low < bound.high) {
                decides[bound.question] = true;
            }
        }
    }
    let open = (0..standard.questions.len()).filter(|question| is_open(*question));
    let mut open: Vec<OpenQuestion> = open
        .map(|question| OpenQuestion {
            question,
            decides: decides[question],
            share: floor_of_sum(resting[question].iter().copied()),
        })
        .collect();
    let page = |question: usize| match standard.page_of(question) {
        Page::Published => 0,
        Page::Element(element) => 1 + element,
        Page::Effects => usize::MAX,
    };
    open.sort_by_cached_key(|open| (!open.decides, -open.share, page(open.question), open.question));
    open
}

/// The questions that open a question, the nearest first.
fn openers(standard: &Standard, question: usize) -> impl Iterator<Item = usize> {
    let opener = |question: &usize| standard.questions[*question].asked_if.map(|found| found.question);
    std::iter::successors(opener(&question), opener)
}
