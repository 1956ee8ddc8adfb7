//! The widget's own readiness index. It is not the standard's score: none is published.

use super::fraction::floor_of_sum;
use super::{Fraction, State, number, points, questions_of};
use crate::answers::Answers;
use crate::standard::{FULL, Item, Standard};

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

pub(super) fn weigh(
    standard: &Standard,
    answers: &Answers,
    states: &[State],
    at_worst: &[State],
) -> (Index, Vec<Step>) {
    struct Judged {
        item: Item,
        weight: i64,
        rule: Rule,
        points: Option<Fraction>,
        /// Its points with every open question at its worst; `None` where it does not apply then either.
        worst: Option<Fraction>,
    }
    let items = standard.items(answers.track);
    let mine =
        || (0..standard.elements.len()).filter(|e| standard.elements[*e].tracks.contains(answers.track));
    let judged: Vec<(usize, Vec<Judged>)> = mine()
        .map(|element| {
            let judge = |(item, weight): &(Item, i64)| {
                let (rule, points) = judge(standard, answers, states, *item);
                let (rule_at_worst, worst) = judge(standard, answers, at_worst, *item);
                Judged {
                    item: *item,
                    weight: *weight,
                    rule,
                    points,
                    worst: (rule_at_worst != Rule::NotApplicable).then(|| worst.unwrap_or(Fraction::ZERO)),
                }
            };
            (element, items[element].iter().map(judge).collect())
        })
        .collect();

    // What is known makes the value; what applies makes the bounds. At worst more applies: what a no would close.
    let known = |judged: &Judged| judged.points.is_some();
    let applies = |judged: &Judged| judged.rule != Rule::NotApplicable;
    let applies_at_worst = |judged: &Judged| judged.worst.is_some();
    let inside = |items: &[Judged], counts: &dyn Fn(&Judged) -> bool| -> i64 {
        items
            .iter()
            .filter(|judged| counts(judged))
            .map(|judged| judged.weight)
            .sum()
    };
    let across = |counts: &dyn Fn(&Judged) -> bool| -> i64 {
        let some = judged.iter().filter(|(_, items)| items.iter().any(counts));
        some.map(|(element, _)| standard.elements[*element].weight).sum()
    };
    let (known_across, applies_across) = (across(&known), across(&applies));
    let worst_across = across(&applies_at_worst);

    let mut dimensions = Vec::new();
    let mut trace = Vec::new();
    for (element, items) in &judged {
        let weight = standard.elements[*element].weight;
        let (known_inside, applies_inside) = (inside(items, &known), inside(items, &applies));
        let worst_inside = inside(items, &applies_at_worst);
        let value = |judged: &Judged| {
            judged
                .points
                .map_or(Fraction::ZERO, |points| points.times(judged.weight, known_inside))
        };
        let low = |judged: &Judged| {
            judged
                .worst
                .map_or(Fraction::ZERO, |points| points.times(judged.weight, worst_inside))
        };
        let best = |judged: &Judged, points: Option<Fraction>| {
            let points = points.filter(|_| applies(judged));
            points.map_or(Fraction::ZERO, |points| {
                points.times(judged.weight, applies_inside)
            })
        };
        let high = |judged: &Judged| best(judged, judged.points.or(Some(Fraction::whole(FULL))));
        let share = |judged: &Judged| best(judged, Some(Fraction::whole(FULL)));
        dimensions.push(Dimension {
            element: *element,
            range: (applies_inside > 0).then(|| Range {
                value: floor_of_sum(items.iter().map(value)),
                low: floor_of_sum(items.iter().map(low)),
                high: floor_of_sum(items.iter().map(high)),
            }),
        });
        trace.extend(items.iter().map(|judged| Step {
            element: *element,
            item: judged.item,
            rule: judged.rule,
            points: judged.points,
            value: value(judged).times(weight, known_across.max(1)),
            low: low(judged).times(weight, worst_across.max(1)),
            high: high(judged).times(weight, applies_across.max(1)),
            share: share(judged).times(weight, applies_across.max(1)),
        }));
    }
    let range = (applies_across > 0).then(|| Range {
        value: floor_of_sum(trace.iter().map(|step| step.value)),
        low: floor_of_sum(trace.iter().map(|step| step.low)),
        high: floor_of_sum(trace.iter().map(|step| step.high)),
    });
    (Index { range, dimensions }, trace)
}
