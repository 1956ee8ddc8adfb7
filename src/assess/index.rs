//! The widget's own readiness index. It is not the standard's score: none is published.

use super::fraction::{Sum, floor_of_sums};
use super::{Fraction, State, number, points, questions_of};
use crate::answers::Answers;
use crate::standard::{FULL, Item, Standard};
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Rule {
    /// The word that documents have for it.
    pub fn word(self) -> &'static str {
        match self {
            Rule::Option => "option",
            Rule::YesNo => "yes-no",
            Rule::ShareOfOptions => "share-of-options",
            Rule::Rate => "rate",
            Rule::RateAboveTotal => "rate-above-total",
            Rule::Closed => "closed",
            Rule::Open => "open",
            Rule::NotApplicable => "not-applicable",
        }
    }
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
const BEST: usize = 2;

/// An item, judged.
#[derive(Clone, Debug, PartialEq)]
struct Judged {
    item: Item,
    weight: i64,
    rule: Rule,
    points: Option<Fraction>,
    /// Its points with every open question at its worst; `None` where it does not apply then either. At worst more
    /// applies: what a no would close.
    worst: Option<Fraction>,
}

impl Judged {
    /// Its points in one of the ways, where it counts.
    fn counted(&self, way: usize) -> Option<Fraction> {
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
    element: usize,
    weight: i64,
    items: Vec<Judged>,
    /// How many of the items are open.
    pub(super) open: usize,
    /// In each of the ways: whether anything counts, and the weights of what does.
    counts: [bool; 3],
    inside: [i64; 3],
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
        items: impl Iterator<Item = (Item, i64)>,
    ) -> Weighed {
        let judge = |(item, weight): (Item, i64)| {
            let (rule, points) = judge(standard, answers, states, item);
            let (rule_at_worst, worst) = judge(standard, answers, at_worst, item);
            Judged {
                item,
                weight,
                rule,
                points,
                worst: (rule_at_worst != Rule::NotApplicable).then(|| worst.unwrap_or(Fraction::ZERO)),
            }
        };
        let items: Vec<Judged> = items.map(judge).collect();
        let counted = |way: usize| {
            let counted = items
                .iter()
                .filter_map(move |item| Some((item.weight, item.counted(way)?)));
            counted
        };
        let inside = WAYS.map(|way| counted(way).map(|(weight, _)| weight).sum());
        let sums =
            WAYS.map(|way| Sum::of(counted(way).map(|(weight, points)| points.times(weight, inside[way]))));
        let floor = |way: usize| floor_of_sums(&[(1, &sums[way])], 1);
        Weighed {
            element,
            weight: standard.elements[element].weight,
            open: items.iter().filter(|item| item.rule == Rule::Open).count(),
            counts: WAYS.map(|way| counted(way).next().is_some()),
            range: (inside[BEST] > 0).then(|| Range::of(floor)),
            inside,
            sums,
            items,
        }
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
    if let Some((before, touched)) = before {
        let again = |weighed: &Rc<Weighed>| {
            if !touched[weighed.element] {
                return weighed.clone();
            }
            let items = weighed.items.iter().map(|judged| (judged.item, judged.weight));
            Rc::new(Weighed::of(standard, answers, states, weighed.element, items))
        };
        return before.iter().map(again).collect();
    }
    let items = standard.items(answers.track).into_iter().enumerate();
    let mine = items.filter(|(element, _)| standard.elements[*element].tracks.contains(answers.track));
    mine.map(|(element, items)| {
        let items = items.into_iter();
        Rc::new(Weighed::of(standard, answers, states, element, items))
    })
    .collect()
}

/// The weights of the elements in which anything counts, in each of the ways; at least 1, to divide by.
fn across(weighed: &[Rc<Weighed>]) -> [i64; 3] {
    WAYS.map(|way| {
        let some = weighed.iter().filter(|weighed| weighed.counts[way]);
        some.map(|weighed| weighed.weight).sum::<i64>().max(1)
    })
}

/// The index from the elements.
pub(super) fn index(weighed: &[Rc<Weighed>]) -> Index {
    let across = across(weighed);
    let mean = |way: usize| {
        let sums: Vec<(i64, &Sum)> = weighed
            .iter()
            .map(|weighed| (weighed.weight, &weighed.sums[way]))
            .collect();
        floor_of_sums(&sums, across[way])
    };
    let applies = weighed
        .iter()
        .any(|weighed| weighed.counts[BEST] && weighed.weight > 0);
    let dimension = |weighed: &Rc<Weighed>| Dimension {
        element: weighed.element,
        range: weighed.range,
    };
    Index {
        range: applies.then(|| Range::of(mean)),
        dimensions: weighed.iter().map(dimension).collect(),
    }
}

/// For every point: answer, rule, points and what they add to the index.
pub(super) fn trace(weighed: &[Rc<Weighed>]) -> Vec<Step> {
    let across = across(weighed);
    let mut trace = Vec::new();
    for Weighed {
        element,
        weight,
        items,
        inside,
        ..
    } in weighed.iter().map(Rc::as_ref)
    {
        trace.extend(items.iter().map(|judged| {
            let adds = |way: usize, points: Option<Fraction>| {
                points.map_or(Fraction::ZERO, |points| {
                    points
                        .times(judged.weight, inside[way])
                        .times(*weight, across[way])
                })
            };
            let best = judged.counted(BEST);
            Step {
                element: *element,
                item: judged.item,
                rule: judged.rule,
                points: judged.points,
                value: adds(0, judged.counted(0)),
                low: adds(1, judged.counted(1)),
                high: adds(BEST, best),
                share: adds(BEST, best.map(|_| Fraction::whole(FULL))),
            }
        }));
    }
    trace
}
