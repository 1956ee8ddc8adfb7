//! Answers that contradict each other: parts above their wholes, and what a rule of the standard says.

use super::{State, number, questions_of};
use crate::answers::{Answer, Answers};
use crate::standard::{Item, Limit, Standard, Test};

/// Answers that cannot all be right, or hardly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// A part above its whole, by index into the relations of the standard.
    Relation(usize),
    /// A part above its total, by index into the rates of the standard.
    Rate(usize),
    /// Answers that hardly go together, by index into the rules of the standard.
    Rule(usize),
}

impl Contradiction {
    /// Whether the numbers exclude each other. A rule only asks: its answers hardly go together.
    pub fn is_certain(self) -> bool {
        !matches!(self, Contradiction::Rule(_))
    }

    /// The questions concerned: part, then whole; or those of a rule, in the order of its tests.
    pub fn questions(self, standard: &Standard) -> Vec<usize> {
        match self {
            Contradiction::Relation(index) => {
                vec![standard.relations[index].part, standard.relations[index].whole]
            }
            Contradiction::Rate(index) => vec![standard.rates[index].part, standard.rates[index].total],
            Contradiction::Rule(index) => standard.rules[index].questions(standard),
        }
    }
}

/// Every contradiction between answers that are asked and given: relations, then rates, then rules.
pub(super) fn find(standard: &Standard, answers: &Answers, states: &[State]) -> Vec<Contradiction> {
    let above = |pair: [usize; 2]| {
        let [part, whole] =
            pair.map(|question| number(answers, question).filter(|_| states[question] == State::Answered));
        matches!((part, whole), (Some(part), Some(whole)) if part > whole)
    };
    let is_found = |found: &Contradiction| match *found {
        Contradiction::Relation(index) => {
            above([standard.relations[index].part, standard.relations[index].whole])
        }
        Contradiction::Rate(index) => above([standard.rates[index].part, standard.rates[index].total]),
        Contradiction::Rule(index) => {
            let mut tests = standard.rules[index].when.iter();
            tests.all(|test| holds(test, standard, answers, states))
        }
    };
    let relations = (0..standard.relations.len()).map(Contradiction::Relation);
    let rates = (0..standard.rates.len()).map(Contradiction::Rate);
    let rules = (0..standard.rules.len()).map(Contradiction::Rule);
    relations.chain(rates).chain(rules).filter(is_found).collect()
}

/// Whether a test holds of answers that are asked and given.
fn holds(test: &Test, standard: &Standard, answers: &Answers, states: &[State]) -> bool {
    let concerned = questions_of(test.item, standard);
    if concerned
        .iter()
        .any(|question| states[*question] != State::Answered)
    {
        return false;
    }
    let compare = test.compare;
    match (test.item, answers.get(concerned[0]), test.limit) {
        (Item::Rate(index), Some(Answer::Count(part)), Limit::Number(limit)) => {
            let total = number(answers, concerned[1]).unwrap_or_default();
            // A part above its total counts as the whole, as in the index. Both are bounded by the standard, so the
            // products cannot overflow.
            standard.rates[index].tracks.contains(answers.track)
                && compare.holds(part.min(&total) * 10_000, limit * total)
        }
        (_, Some(Answer::Count(count)), Limit::Number(limit)) => compare.holds(count * 100, limit),
        (_, Some(Answer::Number(number)), Limit::Number(limit)) => compare.holds(*number, limit),
        (_, Some(Answer::ManyOf(chosen)), Limit::Number(limit)) => {
            compare.holds(chosen.len() as i64 * 100, limit)
        }
        (_, Some(Answer::ManyOf(chosen)), Limit::Option(option)) => chosen.contains(&option),
        (_, Some(Answer::OneOf(chosen)), Limit::Option(option)) => compare.holds(*chosen, option),
        (_, Some(Answer::YesNo(yes)), Limit::YesNo(limit)) => *yes == limit,
        // The standard's own check lets no other pair through.
        _ => false,
    }
}
