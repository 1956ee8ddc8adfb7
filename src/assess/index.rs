//! The widget's own readiness index. It is not the standard's score: none is published.

use super::fraction::{Group, Sum, floor_of_sums};
use super::{Fraction, State, number, points, questions_of};
use crate::answers::Answers;
use crate::standard::{FULL, Item, Standard};
use serde::Serialize;
use std::rc::Rc;

/// A value between a low and a high bound, each in hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Of the answered questions alone; 0 while there is none.
    pub value: i64,
    /// With every open question at its worst, which closes what is asked only if it were better.
    pub low: i64,
    /// With every open question at its best.
    pub high: i64,
}

impl Range {
    /// Low and high in whole per cents, 0 to 100, never narrower than what is known: the low end is rounded down and the
    /// high end up. Once nothing is open both are the same, rounded down as the index itself is.
    pub fn whole_percents(self) -> [i64; 2] {
        let low = self.low / 100;
        match self.low == self.high {
            true => [low; 2],
            false => [low, (self.high + 99) / 100],
        }
    }

    /// Whether nothing is known yet: it may be anything from 0 to everything.
    pub fn is_unknown(self) -> bool {
        self.low == 0 && self.high == FULL
    }
}

/// An element of the standard in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Index of the element.
    pub element: usize,
    /// `None` where nothing in it applies.
    pub range: Option<Range>,
}

/// The index and its dimensions, in the order of the standard's elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// `None` where nothing applies.
    pub range: Option<Range>,
    /// Each element of the track.
    pub dimensions: Vec<Dimension>,
}

/// By which rule an answer got its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Rule {
    /// The points of the chosen option.
    Option,
    /// Yes is everything, no is nothing.
    YesNo,
    /// The share of the options that were chosen.
    ShareOfOptions,
    /// Part divided by total.
    Rate,
    /// The part is above its total and counts as the whole.
    RateAboveTotal,
    /// Another answer closed the question, which counts at its worst.
    Closed,
    /// Missing or unknown: anything from nothing to everything.
    Open,
    /// Leaves the mean.
    NotApplicable,
}

/// One line of the trace: what one item adds to the index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Index of the element.
    pub element: usize,
    /// The question or rate.
    pub item: Item,
    /// The rule that was applied.
    pub rule: Rule,
    /// Its points, 0 to 10000; `None` while it is open or not applicable.
    pub points: Option<Fraction>,
    /// What it adds to the index of the answered questions.
    pub value: Fraction,
    /// What it adds with every open question at its worst.
    pub low: Fraction,
    /// What it adds with every open question at its best.
    pub high: Fraction,
    /// The part of the index that hangs on it, with every question that applies: its share of 10000.
    pub share: Fraction,
}

/// What an item comes to.
fn judge(standard: &Standard, answers: &Answers, states: &[State], item: Item) -> (Rule, Option<Fraction>) {
    let questions = questions_of(item, standard);
    let any = |state: State| questions.iter().any(|question| states[*question] == state);
    if any(State::Closed) {
        return (Rule::Closed, Some(Fraction::ZERO));
    }
    if any(State::NotApplicable) {
        return (Rule::NotApplicable, None);
    }
    let judged = match item {
        Item::Question(index) => answers
            .get(index)
            .and_then(|answer| points(&standard.questions[index], answer)),
        Item::Rate(index) => {
            let [part, total] = [standard.rates[index].part, standard.rates[index].total];
            match (number(answers, part), number(answers, total)) {
                (Some(part), Some(total)) if part > total => {
                    Some((Rule::RateAboveTotal, Fraction::whole(FULL)))
                }
                (Some(part), Some(total)) => Some((Rule::Rate, Fraction::new(part * FULL, total))),
                _ => None,
            }
        }
    };
    judged.map_or((Rule::Open, None), |(rule, points)| (rule, Some(points)))
}

/// The ways to count an item, by their places in what is kept of each: the answered alone, every open question at its
/// worst, every open question at its best.
const WAYS: [usize; 3] = [0, 1, 2];
pub(super) const BEST: usize = 2;

/// An item, judged.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Judged {
    pub(super) item: Item,
    pub(super) weight: i64,
    pub(super) rule: Rule,
    pub(super) points: Option<Fraction>,
    /// Its points with every open question at its worst; `None` where it does not apply then either. At worst more
    /// applies: what a no would close.
    worst: Option<Fraction>,
}

impl Judged {
    /// Its points in one of the ways, where it counts.
    pub(super) fn counted(&self, way: usize) -> Option<Fraction> {
        match way {
            0 => self.points,
            1 => self.worst,
            _ => (self.rule != Rule::NotApplicable).then(|| self.points.unwrap_or(Fraction::whole(FULL))),
        }
    }
}

/// An element, weighed by itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Weighed {
    pub(super) element: usize,
    pub(super) weight: i64,
    pub(super) items: Vec<Judged>,
    /// How many open questions leave an item open.
    pub(super) open: usize,
    /// In each of the ways: whether anything counts, and the weights of what does.
    counts: [bool; 3],
    pub(super) inside: [i64; 3],
    /// What the items add up to.
    sums: [Sum; 3],
    range: Option<Range>,
}

impl Weighed {
    fn of(
        standard: &Standard,
        answers: &Answers,
        [states, at_worst]: [&[State]; 2],
        element: usize,
        items: Vec<(Item, i64)>,
    ) -> Weighed {
        let mut weighed = Weighed {
            element,
            weight: standard.elements[element].weight,
            items: Vec::with_capacity(items.len()),
            open: 0,
            counts: [false; 3],
            inside: [0; 3],
            sums: Default::default(),
            range: None,
        };
        let mut open = Vec::new();
        for (item, weight) in items {
            let (rule, points) = judge(standard, answers, states, item);
            let (rule_at_worst, worst) = judge(standard, answers, at_worst, item);
            let judged = Judged {
                item,
                weight,
                rule,
                points,
                worst: (rule_at_worst != Rule::NotApplicable).then(|| worst.unwrap_or(Fraction::ZERO)),
            };
            if rule == Rule::Open {
                open.extend(questions_of(item, standard));
            }
            for way in WAYS {
                if judged.counted(way).is_some() {
                    weighed.counts[way] = true;
                    weighed.inside[way] += weight;
                }
            }
            weighed.items.push(judged);
        }
        open.retain(|question| states[*question].is_open());
        open.sort_unstable();
        open.dedup();
        weighed.open = open.len();
        for way in WAYS {
            let mut terms: Vec<Group> = Vec::new();
            for judged in &weighed.items {
                if let Some(points) = judged.counted(way) {
                    let term = points.times(judged.weight, weighed.inside[way]);
                    terms.push((term.denominator, i128::from(term.numerator)));
                }
            }
            weighed.sums[way] = Sum::of(terms);
        }
        if weighed.inside[BEST] > 0 {
            weighed.range = Some(Range::of(|way| floor_of_sums(&[(1, &weighed.sums[way])], 1)));
        }
        weighed
    }
}

impl Range {
    fn of(figure: impl Fn(usize) -> i64) -> Range {
        Range {
            value: figure(0),
            low: figure(1),
            high: figure(2),
        }
    }
}

/// Every element of the track by itself. Of `before`, which was of the same track, those that are not `touched` stay.
pub(super) fn weigh(
    standard: &Standard,
    answers: &Answers,
    states: [&[State]; 2],
    before: Option<(&[Rc<Weighed>], Vec<bool>)>,
) -> Vec<Rc<Weighed>> {
    let mut all = Vec::new();
    if let Some((before, touched)) = before {
        all.extend_from_slice(before);
        for weighed in &mut all {
            if touched[weighed.element] {
                let items = weighed.items.iter().map(|judged| (judged.item, judged.weight));
                let again = Weighed::of(standard, answers, states, weighed.element, items.collect());
                *weighed = Rc::new(again);
            }
        }
        return all;
    }
    for (element, items) in standard.items(answers.track).into_iter().enumerate() {
        if standard.elements[element].tracks.contains(answers.track) {
            all.push(Rc::new(Weighed::of(standard, answers, states, element, items)));
        }
    }
    all
}

/// The weights of the elements in which anything counts, in each of the ways; at least 1, to divide by.
pub(super) fn across(weighed: &[Rc<Weighed>]) -> [i64; 3] {
    let mut across = [0; 3];
    for weighed in weighed {
        for way in WAYS {
            across[way] += if weighed.counts[way] { weighed.weight } else { 0 };
        }
    }
    across.map(|weight: i64| weight.max(1))
}

/// The index from the elements.
pub(super) fn index(weighed: &[Rc<Weighed>]) -> Index {
    let across = across(weighed);
    let mut dimensions = Vec::with_capacity(weighed.len());
    let mut applies = false;
    for weighed in weighed {
        let (element, range) = (weighed.element, weighed.range);
        dimensions.push(Dimension { element, range });
        applies |= weighed.counts[BEST] && weighed.weight > 0;
    }
    let mean = |way: usize| {
        let sums = weighed.iter().map(|weighed| (weighed.weight, &weighed.sums[way]));
        floor_of_sums(&sums.collect::<Vec<_>>(), across[way])
    };
    Index {
        range: applies.then(|| Range::of(mean)),
        dimensions,
    }
}
