//! What a plan can raise, where it starts, and what the index comes to: the numbers of `assess`, brought to one
//! denominator so that a search can add and compare them.

use super::{Costing, Reach};
use crate::answers::{Answer, Answers};
use crate::assess::{Fraction, floor_of_sum};
use crate::standard::{FULL, Item, Kind, Standard};

mod measure;

pub(super) use measure::Measure;

use measure::Weights;

/// Costs stay below this, so that no sum of them overflows.
const MOST_COST: i64 = 1 << 61;

/// Something that gives points.
pub(super) struct Scored {
    pub element: usize,
    pub item: Item,
    /// The question that is raised: of a rate, the part.
    pub question: usize,
    pub weight: i64,
    /// What its points are divided by; of a rate the total, 0 where that is open.
    pub total: i64,
    /// The questions that must be asked for it to count.
    pub behind: [usize; 2],
    /// Whether it leaves the mean once it is asked, because it does not apply.
    pub leaves: bool,
    /// Whether an answer closed it: it counts as nothing then.
    pub closed: bool,
    /// Which of the wanted marks it belongs to.
    pub mark: Option<usize>,
}

/// A mark that the index or an element is to reach.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    /// The element; none for the index.
    pub element: Option<usize>,
    /// In hundredths of a percent.
    pub at_least: i64,
}

/// A standard and answers, as a plan sees them.
pub(super) struct Model<'a> {
    pub standard: &'a Standard,
    pub answers: &'a Answers,
    pub costing: &'a Costing,
    /// For each question the option, the number of options, yes as 1, or the count from which it starts.
    pub start: Vec<i64>,
    /// How far it can be raised, whatever it costs.
    pub top: Vec<i64>,
    /// Whether an answer closed it, so that what is stored behind it says nothing.
    pub closed: Vec<bool>,
    /// The question that opens it, and from where on.
    pub gate: Vec<Option<(usize, i64)>>,
    /// Whether another question is asked depending on it.
    pub opens: Vec<bool>,
    pub items: Vec<Scored>,
    pub marks: Vec<Mark>,
    /// How far each question can be raised for its price.
    cap: Vec<i64>,
    /// Whether some item may leave the mean, so that what counts is not always the same.
    leaves: bool,
}

impl<'a> Model<'a> {
    pub fn new(
        standard: &'a Standard,
        answers: &'a Answers,
        reach: &Reach,
        costing: &'a Costing,
    ) -> Model<'a> {
        let questions = &standard.questions;
        let mut model = Model {
            standard,
            answers,
            costing,
            start: vec![0; questions.len()],
            top: vec![0; questions.len()],
            closed: vec![false; questions.len()],
            gate: vec![None; questions.len()],
            opens: vec![false; questions.len()],
            items: Vec::new(),
            marks: Vec::new(),
            cap: Vec::new(),
            leaves: false,
        };
        for (index, question) in questions.iter().enumerate() {
            let answer = answers.get(index);
            if let Some(asked_if) = question.asked_if {
                let least = asked_if.at_least.unwrap_or(1);
                model.gate[index] = Some((asked_if.question, least as i64));
                model.opens[asked_if.question] = true;
                model.closed[index] = model.closed[asked_if.question]
                    || match answers.get(asked_if.question) {
                        Some(Answer::YesNo(yes)) => !yes,
                        Some(Answer::OneOf(chosen)) => *chosen < least,
                        _ => false,
                    };
            }
            let worst = match question.kind {
                Kind::Count { min, .. } => min,
                _ => 0,
            };
            let given = answer.filter(|_| !model.closed[index]);
            model.start[index] = match given {
                Some(Answer::YesNo(yes)) => i64::from(*yes),
                Some(Answer::OneOf(chosen)) => *chosen as i64,
                Some(Answer::ManyOf(chosen)) => chosen.len() as i64,
                Some(Answer::Count(count)) => *count,
                _ => worst,
            };
            model.top[index] = model.start[index];
        }
        model.score(reach);
        model.leaves = model.items.iter().any(|item| item.leaves);
        let most_cost = MOST_COST / questions.len().max(1) as i64;
        let cap = |question: usize| match (costing.prices[question], &model) {
            (Some(price), Model { start, top, .. }) if top[question] > start[question] => {
                let affordable = most_cost / price.money.max(price.months).max(1);
                start[question] + affordable.min(top[question] - start[question])
            }
            (_, Model { start, .. }) => start[question],
        };
        model.cap = (0..questions.len()).map(cap).collect();
        model
    }

    fn score(&mut self, reach: &Reach) {
        let does_not_apply = |model: &Model, question: usize| {
            !model.closed[question] && model.answers.get(question) == Some(&Answer::NotApplicable)
        };
        let items = self.standard.items(self.answers.track);
        for (element, item, weight) in items
            .iter()
            .enumerate()
            .flat_map(|(element, items)| items.iter().map(move |(item, weight)| (element, *item, *weight)))
        {
            let scored = match item {
                Item::Question(question) => {
                    let (total, top) = match &self.standard.questions[question].kind {
                        Kind::OneOf(choices) => (1, choices.len() as i64 - 1),
                        Kind::ManyOf(choices) => (choices.len() as i64, choices.len() as i64),
                        _ => (1, 1),
                    };
                    let leaves = does_not_apply(self, question);
                    if !leaves {
                        self.top[question] = top;
                    }
                    Scored {
                        element,
                        item,
                        question,
                        weight,
                        total,
                        behind: [question; 2],
                        leaves,
                        closed: self.closed[question],
                        mark: None,
                    }
                }
                Item::Rate(rate) => {
                    let rate = &self.standard.rates[rate];
                    let total = match self.answers.get(rate.total) {
                        Some(Answer::Count(total)) if !self.closed[rate.total] => *total,
                        _ => 0,
                    };
                    if let Kind::Count { max, .. } = self.standard.questions[rate.part].kind {
                        self.top[rate.part] = max.min(total).max(self.start[rate.part]);
                    }
                    Scored {
                        element,
                        item,
                        question: rate.part,
                        weight,
                        total,
                        behind: [rate.part, rate.total],
                        leaves: does_not_apply(self, rate.total),
                        closed: self.closed[rate.part] || self.closed[rate.total],
                        mark: None,
                    }
                }
            };
            self.items.push(scored);
        }
        // What does not apply in a whole element, or in the whole index, has no mark to reach.
        let applies = |element: Option<usize>| {
            let mine = |item: &&Scored| element.is_none_or(|element| item.element == element);
            self.items
                .iter()
                .filter(mine)
                .any(|item| item.closed || !item.leaves)
        };
        self.marks = match reach {
            Reach::Nothing => Vec::new(),
            Reach::Index(at_least) => vec![Mark {
                element: None,
                at_least: *at_least,
            }],
            Reach::Elements(marks) => marks
                .iter()
                .filter(|(element, _)| applies(Some(*element)))
                .map(|(element, at_least)| Mark {
                    element: Some(*element),
                    at_least: *at_least,
                })
                .collect(),
        };
        for item in &mut self.items {
            item.mark = self
                .marks
                .iter()
                .position(|mark| mark.element.is_none_or(|element| element == item.element));
        }
    }

    /// How far a question can be raised for a price, in a step of at most `limit` hundredths of a month.
    pub fn top_at(&self, question: usize, limit: Option<i64>) -> i64 {
        let (start, cap) = (self.start[question], self.cap[question]);
        let months = self.costing.prices[question].map_or(0, |price| price.months);
        match limit {
            // A product is quicker than a division, and mostly settles it.
            Some(limit) if cap > start && months * (cap - start) > limit => start + limit / months,
            _ => cap,
        }
    }

    /// Which questions are asked at these levels, open answers at their worst.
    pub fn asked(&self, levels: &[i64]) -> Vec<bool> {
        let mut asked: Vec<bool> = Vec::with_capacity(levels.len());
        for gate in &self.gate {
            asked.push(gate.is_none_or(|(opener, least)| asked[opener] && levels[opener] >= least));
        }
        asked
    }

    /// Points of an item at a level, times what they are divided by; 0 where its total is open.
    pub fn points(&self, item: &Scored, level: i64) -> i64 {
        match (&self.standard.questions[item.question].kind, item.item) {
            (_, Item::Rate(_)) => level.min(item.total) * FULL,
            (Kind::OneOf(choices), _) => choices[level as usize].points,
            _ => level * FULL,
        }
    }

    /// Which items count in the mean.
    pub fn counted(&self, asked: &[bool]) -> Vec<bool> {
        let is_asked = |item: &Scored| item.behind.iter().all(|question| asked[*question]);
        self.items
            .iter()
            .map(|item| !(item.leaves && is_asked(item)))
            .collect()
    }

    /// The index, or an element, with open answers at their worst, rounded down; none where nothing counts.
    pub fn low_of(
        &self,
        element: Option<usize>,
        levels: &[i64],
        asked: &[bool],
        counted: &[bool],
    ) -> Option<i64> {
        let weights = Weights::new(self, counted);
        let term = |(index, item): (usize, &Scored)| {
            let counts = counted[index] && item.total > 0 && item.behind.iter().all(|q| asked[*q]);
            if !counts || element.is_some_and(|element| element != item.element) {
                return Fraction::ZERO;
            }
            let (weight, all) = weights.of(self, index, element.is_some());
            Fraction::new(self.points(item, levels[item.question]), item.total).times(weight, all)
        };
        let any = (self.items.iter().zip(counted))
            .any(|(item, counts)| *counts && element.is_none_or(|element| element == item.element));
        any.then(|| floor_of_sum(self.items.iter().enumerate().map(term)))
    }

    /// Whether these levels reach every mark.
    pub fn reaches(&self, levels: &[i64], measure: &mut Measure) -> bool {
        let asked = self.asked(levels);
        measure.follow(self, &asked);
        if !measure.exact {
            return self.marks.iter().all(|mark| {
                let low = self.low_of(mark.element, levels, &asked, &measure.counted);
                low.map_or(mark.element.is_some(), |low| low >= mark.at_least)
            });
        }
        let sums = measure.sums(self, levels, &asked);
        sums.iter().zip(&measure.needs).all(|(sum, need)| sum >= need)
    }
}
