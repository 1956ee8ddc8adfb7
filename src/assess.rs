//! The assessment: a total, pure function of a standard and answers. Integers only; no clock, no float, no order of
//! a hash map. It gives ids and reasons, never sentences, and a trace whose sum is the result.

use crate::answers::{Answer, Answers};
use crate::standard::{Item, Kind, Question, Standard};
use index::Weighed;
use serde::Serialize;
use std::rc::Rc;

mod conditions;
mod contradictions;
pub mod document;
mod fraction;
mod index;
mod lack;
mod progress;
mod trace;

pub use conditions::{Bound, Condition, ReadingVerdict, Verdict};
pub use contradictions::Contradiction;
pub use fraction::{Fraction, common_divisor, floor_of_sum};
pub use index::{Dimension, Index, Range, Rule, Step};
pub use lack::{Lack, Tally};
pub use progress::Progress;

/// How a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum State {
    /// It has a value.
    Answered,
    /// It was asked, and the answer is not known.
    Unknown,
    /// It is not answered yet.
    NotAnswered,
    /// It does not apply, or its total does not.
    NotApplicable,
    /// Another answer closed it: it is not asked.
    Closed,
    /// It belongs to another track.
    OtherTrack,
}

impl State {
    /// Whether the answer is still open: missing or unknown.
    pub fn is_open(self) -> bool {
        matches!(self, State::Unknown | State::NotAnswered)
    }

    /// Whether it is asked at all.
    pub fn is_asked(self) -> bool {
        !matches!(self, State::Closed | State::OtherTrack)
    }
}

/// A change from before to after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Improvement {
    /// In hundredths of a percent of the figure before, rounded towards zero; negative where it got worse.
    Is(i64),
    /// The figure before is 0 or less, so there is no percentage of it.
    NoPercentage,
    /// One of the two is open.
    Open,
    /// One of the two does not apply.
    NotApplicable,
}

/// What the answers come to. Everything is by index into the standard.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// How each question stands, in the order of the standard.
    pub states: Vec<State>,
    /// The published conditions together; `None` where the standard has none.
    pub verdict: Option<Verdict>,
    /// Each published condition.
    pub conditions: Vec<Condition>,
    /// The widget's own index.
    pub index: Index,
    /// Answers that contradict each other.
    pub contradictions: Vec<Contradiction>,
    /// Each effect, in the order of the standard.
    pub effects: Vec<Improvement>,
    /// How each question would stand with every open one at its worst.
    at_worst: Vec<State>,
    /// Each element of the track by itself: what the index is made of.
    weighed: Vec<Rc<Weighed>>,
}

impl Assessment {
    /// How many questions there are, and how many of them are answered.
    pub fn progress(&self) -> Progress {
        Progress::of(&self.states)
    }

    /// How many questions that count in the index are still open.
    pub fn open_in_index(&self) -> usize {
        self.weighed.iter().map(|weighed| weighed.open).sum()
    }

    /// How many of them belong to an element.
    pub fn open_in_element(&self, element: usize) -> usize {
        let mut weighed = self.weighed.iter();
        let found = weighed.find(|weighed| weighed.element == element);
        found.map_or(0, |weighed| weighed.open)
    }

    /// For every point: answer, rule, points and what they add to the index. Worked out here, in time linear in the
    /// standard.
    pub fn trace(&self) -> Vec<Step> {
        trace::trace(&self.weighed)
    }

    /// What the answers come to once they are `now` and no longer `before`, of which this is the assessment: the same as
    /// [`assess`] of them gives, but only the elements that are touched are weighed anew.
    pub fn after(&self, standard: &Standard, before: &Answers, now: &Answers) -> Assessment {
        work_out(standard, now, Some((self, before)))
    }

    /// Whether a question is in a contradiction.
    pub fn is_contradicted(&self, standard: &Standard, question: usize) -> bool {
        self.contradictions
            .iter()
            .any(|found| found.questions(standard).contains(&question))
    }
}

/// Assesses the answers of one firm. The answers must have been read against this standard.
pub fn assess(standard: &Standard, answers: &Answers) -> Assessment {
    work_out(standard, answers, None)
}

fn work_out(standard: &Standard, answers: &Answers, last: Option<(&Assessment, &Answers)>) -> Assessment {
    let [states, at_worst] = [false, true].map(|at_worst| states(standard, answers, at_worst));
    let last = last.filter(|(_, before)| before.track == answers.track);
    let before = last.map(|(last, before)| {
        let mut changed = answers.differing(before);
        for (question, changed) in changed.iter_mut().enumerate() {
            *changed |=
                last.states[question] != states[question] || last.at_worst[question] != at_worst[question];
        }
        (last.weighed.as_slice(), touched(standard, &changed))
    });
    let weighed = index::weigh(standard, answers, [&states, &at_worst], before);
    let contradictions = contradictions::find(standard, answers, &states);
    let conditions = conditions::judge(standard, answers);
    Assessment {
        verdict: (!conditions.is_empty())
            .then(|| Verdict::of_all(conditions.iter().map(|found| found.verdict))),
        conditions,
        index: index::index(&weighed),
        contradictions,
        effects: effects(standard, answers, &states),
        weighed,
        at_worst,
        states,
    }
}

/// Which elements have an item that rests on a question that changed.
fn touched(standard: &Standard, changed: &[bool]) -> Vec<bool> {
    let mut touched = vec![false; standard.elements.len()];
    let mut touch = |question: usize| {
        if let Some(element) = standard.questions[question].element {
            touched[element] = true;
        }
    };
    for (question, changed) in changed.iter().enumerate() {
        if *changed {
            touch(question);
        }
    }
    for rate in &standard.rates {
        if changed[rate.total] {
            touch(rate.part);
        }
    }
    touched
}

/// The number given to a question, if it is a number that is given.
fn number(answers: &Answers, question: usize) -> Option<i64> {
    match answers.get(question) {
        Some(Answer::Count(value) | Answer::Number(value)) => Some(*value),
        _ => None,
    }
}

/// How each question stands; `at_worst` with every open question answered at its worst, which closes what stands behind
/// it. One pass: what opens a question stands before it.
fn states(standard: &Standard, answers: &Answers, at_worst: bool) -> Vec<State> {
    let mut states = Vec::with_capacity(standard.questions.len());
    for (index, question) in standard.questions.iter().enumerate() {
        states.push(if !question.tracks.contains(answers.track) {
            State::OtherTrack
        } else if is_closed(question, answers, &states, at_worst) {
            State::Closed
        } else {
            match answers.get(index) {
                None => State::NotAnswered,
                Some(Answer::Unknown) => State::Unknown,
                Some(Answer::NotApplicable) => State::NotApplicable,
                Some(_) => State::Answered,
            }
        });
    }
    // Of nothing there is no part: where a total does not apply, its part is not asked for.
    for rate in &standard.rates {
        if rate.tracks.contains(answers.track)
            && states[rate.total] == State::NotApplicable
            && states[rate.part].is_asked()
        {
            states[rate.part] = State::NotApplicable;
        }
    }
    states
}

fn is_closed(question: &Question, answers: &Answers, earlier: &[State], at_worst: bool) -> bool {
    let Some(asked_if) = question.asked_if else {
        return false;
    };
    if earlier[asked_if.question] == State::Closed {
        return true;
    }
    match answers.get(asked_if.question) {
        Some(Answer::YesNo(yes)) => !yes,
        Some(Answer::OneOf(chosen)) => asked_if.at_least.is_some_and(|least| *chosen < least),
        _ => at_worst,
    }
}

fn effects(standard: &Standard, answers: &Answers, states: &[State]) -> Vec<Improvement> {
    let of = |effect: &crate::standard::Effect| {
        let pair = [effect.before, effect.after];
        if pair
            .iter()
            .any(|question| !states[*question].is_open() && states[*question] != State::Answered)
        {
            return Improvement::NotApplicable;
        }
        match pair.map(|question| number(answers, question)) {
            [Some(before), Some(_)] if before <= 0 => Improvement::NoPercentage,
            [Some(before), Some(after)] => {
                let change = if effect.up { after - before } else { before - after };
                // Both are bounded by the standard, so the product cannot overflow.
                Improvement::Is(change * 10_000 / before)
            }
            _ => Improvement::Open,
        }
    };
    standard.effects.iter().map(of).collect()
}

/// Points of an answer to a question that gives points by itself.
fn points(question: &Question, answer: &Answer) -> Option<(Rule, Fraction)> {
    use crate::standard::FULL;
    Some(match (answer, &question.kind) {
        (Answer::YesNo(yes), _) => (Rule::YesNo, Fraction::whole(if *yes { FULL } else { 0 })),
        (Answer::OneOf(chosen), Kind::OneOf(choices)) => {
            (Rule::Option, Fraction::whole(choices[*chosen].points))
        }
        (Answer::ManyOf(chosen), Kind::ManyOf(choices)) => (
            Rule::ShareOfOptions,
            Fraction::new(chosen.len() as i64 * FULL, choices.len() as i64),
        ),
        _ => return None,
    })
}

/// The questions on which an item rests: one, or part and total.
pub fn questions_of(item: Item, standard: &Standard) -> Vec<usize> {
    match item {
        Item::Question(index) => vec![index],
        Item::Rate(index) => vec![standard.rates[index].part, standard.rates[index].total],
    }
}
