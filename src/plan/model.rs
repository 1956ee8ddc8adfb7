//! What a plan can raise, where it starts, and what the index comes to: the numbers of `assess`, brought to one
//! denominator so that a search can add and compare them.

use super::{Costing, Reach};
use crate::answers::{Answer, Answers};
use crate::assess::{Fraction, floor_of_sum};
use crate::standard::{FULL, Item, Kind, Standard};

/// Costs stay below this, so that no sum of them overflows.
const MOST_COST: i64 = 1 << 61;
/// Up to here gains are added with one exact denominator.
const MOST_DENOMINATOR: i128 = 1 << 100;
/// The denominator of gains where there is no exact one that small.
const ROUNDED: i128 = 1 << 70;

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

/// The weights of what counts.
struct Weights {
    across: i64,
    inside: Vec<i64>,
}

impl Weights {
    fn new(model: &Model, counted: &[bool]) -> Weights {
        let mut inside = vec![0; model.standard.elements.len()];
        for (item, _) in model.items.iter().zip(counted).filter(|(_, counts)| **counts) {
            inside[item.element] += item.weight;
        }
        let elements = model.standard.elements.iter().zip(&inside);
        Weights {
            across: elements.filter(|(_, sum)| **sum > 0).map(|(e, _)| e.weight).sum(),
            inside,
        }
    }

    /// The share of an item: its weight, and all weights.
    fn of(&self, model: &Model, item: usize, in_element: bool) -> (i64, i64) {
        let item = &model.items[item];
        match in_element {
            true => (item.weight, self.inside[item.element]),
            false => (
                item.weight * model.standard.elements[item.element].weight,
                self.inside[item.element] * self.across,
            ),
        }
    }
}

/// What a point of each item is worth, as long as the same items count.
pub(super) struct Measure {
    /// Whether the whole index is measured, else the marks of the target.
    whole: bool,
    pub counted: Vec<bool>,
    /// Worth of a point for each item; 0 where it counts nothing.
    worth: Vec<i128>,
    /// What each mark needs.
    pub needs: Vec<i128>,
    /// What rounding may have taken from each mark.
    pub lost: Vec<i128>,
    /// What a hundredth of a percent is worth.
    denominator: i128,
    /// Whether worths and needs are exact; else worths are rounded down.
    pub exact: bool,
}

impl Measure {
    /// A measure of the marks of the target.
    pub fn of_marks() -> Measure {
        Measure {
            whole: false,
            counted: Vec::new(),
            worth: Vec::new(),
            needs: Vec::new(),
            lost: Vec::new(),
            denominator: 0,
            exact: false,
        }
    }

    /// A measure of the whole index.
    pub fn of_index() -> Measure {
        Measure {
            whole: true,
            ..Measure::of_marks()
        }
    }

    /// Measures anew where other items count; says whether it did.
    pub fn follow(&mut self, model: &Model, asked: &[bool]) -> bool {
        if self.denominator != 0 && !model.leaves {
            return false;
        }
        let counted = model.counted(asked);
        let changed = counted != self.counted || self.denominator == 0;
        if changed {
            self.settle(model, counted);
        }
        changed
    }

    fn mark(&self, item: &Scored) -> Option<usize> {
        if self.whole { Some(0) } else { item.mark }
    }

    /// What the items give towards each mark at these levels.
    pub fn sums(&self, model: &Model, levels: &[i64], asked: &[bool]) -> Vec<i128> {
        let mut sums = vec![0; self.needs.len()];
        for (index, item) in model.items.iter().enumerate() {
            if let Some(mark) = self.mark(item)
                && item.behind.iter().all(|question| asked[*question])
            {
                sums[mark] += self.gain(model, index, levels[item.question]);
            }
        }
        sums
    }

    fn settle(&mut self, model: &Model, counted: Vec<bool>) {
        let index = [Mark {
            element: None,
            at_least: 0,
        }];
        let marks = if self.whole { &index[..] } else { &model.marks };
        let weights = Weights::new(model, &counted);
        let share = |index: usize| -> Option<(i128, i64)> {
            let item = &model.items[index];
            let mark = self.mark(item).filter(|_| counted[index] && item.total > 0)?;
            let (weight, all) = weights.of(model, index, marks[mark].element.is_some());
            let share = Fraction::new(weight, all);
            Some((i128::from(share.numerator), share.denominator * item.total))
        };
        let shares: Vec<Option<(i128, i64)>> = (0..model.items.len()).map(share).collect();
        let (mut exact, mut denominator) = (true, 1i128);
        for (_, divided) in shares.iter().flatten() {
            let rest = denominator % i128::from(*divided);
            if rest == 0 {
                continue;
            }
            let (mut divisor, mut rest) = (*divided, rest as i64);
            while rest != 0 {
                (divisor, rest) = (rest, divisor % rest);
            }
            let next = denominator.checked_mul(i128::from(divided / divisor));
            match next.filter(|next| *next <= MOST_DENOMINATOR) {
                Some(next) => denominator = next,
                None => exact = false,
            }
        }
        if !exact {
            denominator = ROUNDED;
        }
        let worth = |(weight, all): &(i128, i64)| weight * denominator / i128::from(*all);
        let worth = shares.iter().map(|share| share.as_ref().map_or(0, worth));
        let whole = self.whole;
        let mine = |mark: usize| {
            let items = model.items.iter().zip(&counted);
            items.filter(move |(item, counts)| **counts && (whole || item.mark == Some(mark)))
        };
        let mine = &mine;
        let need = |(mark, wanted): (usize, &Mark)| match (mine(mark).next(), wanted.element) {
            (Some(_), _) => i128::from(wanted.at_least) * denominator,
            // An element in which nothing applies has nothing to reach; an index of nothing reaches nothing.
            (None, Some(_)) => 0,
            (None, None) => 1,
        };
        let lost = |mark: usize| -> i128 {
            let points = mine(mark).map(|(item, _)| i128::from(FULL) * i128::from(item.total));
            if exact { 0 } else { points.sum() }
        };
        let (needs, lost) = (
            marks.iter().enumerate().map(need).collect(),
            (0..marks.len()).map(lost).collect(),
        );
        *self = Measure {
            whole,
            worth: worth.collect(),
            needs,
            lost,
            denominator,
            exact,
            counted,
        };
    }

    /// A sum of gains in hundredths of a percent, rounded down.
    pub fn rounded(&self, sum: i128) -> i64 {
        (sum / self.denominator) as i64
    }

    /// What an item that is asked gives at a level.
    pub fn gain(&self, model: &Model, item: usize, level: i64) -> i128 {
        self.worth[item] * i128::from(model.points(&model.items[item], level))
    }
}
