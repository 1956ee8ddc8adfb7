//! From levels to steps: nothing needless, what each step brings and why.

use super::conditions::Conditions;
use super::model::{Measure, Model};
use super::{Order, Plan, Step};
use crate::answers::{Answer, Answers};
use crate::standard::{Item, Kind};

mod low;

use low::Low;

/// A plan before it is put into steps.
pub(super) struct Solution {
    /// The level of each question.
    pub levels: Vec<i64>,
    /// The value of each count of the published conditions.
    pub values: Vec<i64>,
}

impl Model<'_> {
    /// Everything that gives points raised as far as it can be, in steps of at most `limit` hundredths of a month.
    pub(super) fn at_best(&self, limit: Option<i64>) -> Vec<i64> {
        let mut levels = self.start.clone();
        let mut asked = vec![false; levels.len()];
        for (question, gate) in self.gate.iter().enumerate() {
            asked[question] = gate.is_none_or(|(opener, least)| asked[opener] && levels[opener] >= least);
            if asked[question] {
                levels[question] = self.top_at(question, limit);
            }
        }
        levels
    }

    /// A level of a question as an answer.
    fn answer(&self, question: usize, level: i64) -> Answer {
        match &self.standard.questions[question].kind {
            Kind::YesNo => Answer::YesNo(level > 0),
            Kind::OneOf(_) => Answer::OneOf(level as usize),
            Kind::ManyOf(choices) => {
                let mut chosen = match self.answers.get(question) {
                    Some(Answer::ManyOf(chosen)) if !self.closed[question] => chosen.clone(),
                    _ => Vec::new(),
                };
                let missing = (level as usize).saturating_sub(chosen.len());
                let free: Vec<usize> = (0..choices.len())
                    .filter(|choice| !chosen.contains(choice))
                    .collect();
                chosen.extend(free.into_iter().take(missing));
                chosen.sort_unstable();
                Answer::ManyOf(chosen)
            }
            Kind::Count { .. } | Kind::Number { .. } => Answer::Count(level),
        }
    }

    /// Whether a plan starts from no answer.
    fn is_open(&self, question: usize) -> bool {
        self.closed[question] || matches!(self.answers.get(question), None | Some(Answer::Unknown))
    }
}

/// Lowers what is raised further than needed: a search for the least money does not mind rises that cost none. Others
/// it has not left in: without them a plan would cost less.
pub(super) fn trim(model: &Model, levels: &mut [i64], measure: &mut Measure) {
    for question in (0..levels.len()).rev() {
        let (start, most) = (model.start[question], levels[question]);
        let is_free = model.costing.prices[question].is_some_and(|price| price.money == 0);
        if most == start || !is_free {
            continue;
        }
        let mut reaches = |level: i64| {
            levels[question] = level;
            model.reaches(levels, measure)
        };
        let (mut low, mut high) = (start, most);
        if !reaches(most - 1) {
            low = most;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            match reaches(middle) {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        levels[question] = low;
    }
}

/// The plan of these levels and values.
pub(super) fn compile(
    model: &Model,
    conditions: &Conditions,
    solution: &Solution,
    measure: &mut Measure,
) -> Plan {
    let mut now = model.start.clone();
    let mut low = Low::new(model, measure, &now);
    let mut index = low.floor();
    let before = index;
    let raised = |question: &usize| solution.levels[*question] > model.start[*question];
    let mut all: Vec<usize> = (0..now.len()).filter(raised).collect();
    let mut counts = Vec::new();
    for (place, count) in conditions.counts.iter().enumerate() {
        if conditions.paid(place, &solution.values) > 0 {
            counts.push((count.question, place));
            all.push(count.question);
        }
    }
    all.sort_unstable();
    let mut steps: Vec<Step> = Vec::with_capacity(all.len());
    for question in all {
        let count = counts.iter().find(|(asked, _)| *asked == question);
        steps.push(match count {
            Some((_, place)) => count_step(model, conditions, &solution.values, *place, index),
            None => {
                now[question] = solution.levels[question];
                low.raise(&now, question);
                let after = low.floor();
                let mut step = step(model, question, model.start[question], solution.levels[question]);
                step.index = index.zip(after);
                step.opens = opened(model, &solution.levels, question);
                index = after;
                step
            }
        });
    }
    let months = steps.iter().map(|step| step.months);
    let asked = model.asked(&model.start);
    let asked_then = model.asked(&solution.levels);
    let mut again: Vec<(usize, Option<Answer>)> = (0..now.len())
        .filter(|question| model.closed[*question] && !asked[*question] && asked_then[*question])
        .map(|question| (question, None))
        .collect();
    for item in &model.items {
        // An open part is at least its least value; where that is not nothing, it counts.
        let part = item.question;
        let counts = matches!(item.item, Item::Rate(_)) && item.total > 0 && model.start[part] > 0;
        if counts && model.is_open(part) && !raised(&part) && asked_then[part] {
            again.retain(|(question, _)| *question != part);
            again.push((part, Some(Answer::Count(model.start[part]))));
        }
    }
    Plan {
        cheapest: false,
        fastest: false,
        fewest: false,
        money: steps.iter().map(|step| step.money).sum(),
        months: match model.costing.order {
            Order::SideBySide => months.max().unwrap_or_default(),
            Order::OneAfterAnother => months.sum(),
        },
        index: before.zip(index),
        steps,
        again,
    }
}

fn step(model: &Model, question: usize, from: i64, to: i64) -> Step {
    let rises = to - from;
    let price = model.costing.prices[question];
    Step {
        question,
        open: model.is_open(question),
        from: model.answer(question, from),
        to: model.answer(question, to),
        rises,
        brings: None,
        money: price.map_or(0, |price| price.money * rises),
        months: price.map_or(0, |price| price.months * rises),
        index: None,
        meets: Vec::new(),
        opens: Vec::new(),
    }
}

/// The questions of later steps that are not asked without this step.
fn opened(model: &Model, levels: &[i64], question: usize) -> Vec<usize> {
    if !model.opens[question] {
        return Vec::new();
    }
    let mut without = levels.to_vec();
    without[question] = model.start[question];
    let asked = model.asked(&without);
    (question + 1..levels.len())
        .filter(|later| levels[*later] > model.start[*later] && !asked[*later])
        .collect()
}

fn count_step(
    model: &Model,
    conditions: &Conditions,
    values: &[i64],
    place: usize,
    index: Option<i64>,
) -> Step {
    let count = &conditions.counts[place];
    let paid = conditions.paid(place, values);
    // A whole that its part takes along starts from there; but below a part that was above it already, it first
    // catches up by a step of its own, and is then taken along.
    let catches_up =
        |part: usize, whole: usize| conditions.counts[part].start > conditions.counts[whole].start;
    let from = match count.part {
        Some(part) if !catches_up(part, place) => values[place] - paid,
        _ => count.start,
    };
    let brings = count.whole.and_then(|whole| {
        let brought = conditions.brought(whole, values);
        let start = conditions.counts[whole].start;
        let from = match catches_up(place, whole) {
            true => start + conditions.paid(whole, values),
            false => start,
        };
        (brought > 0).then_some((conditions.counts[whole].question, from, from + brought))
    });
    let mut without = values.to_vec();
    without[place] = count.start;
    if let Some(whole) = count.whole {
        without[whole] = conditions.counts[whole].start + conditions.paid(whole, values);
    } else {
        without[place] = values[place] - paid;
    }
    let missed = conditions
        .needed
        .iter()
        .filter(|needed| !conditions.meets(needed, &without));
    Step {
        brings,
        index: index.zip(index),
        meets: missed.map(|needed| (needed.criterion, needed.reading)).collect(),
        ..step(model, count.question, from, from + paid)
    }
}

impl Plan {
    /// The answers once every step is taken, `answers` being those from which it was worked out.
    pub fn applied(&self, answers: &Answers) -> Answers {
        self.applied_of(answers, &self.steps.iter().collect::<Vec<_>>())
    }

    /// The answers once these of its steps are taken.
    pub(super) fn applied_of(&self, answers: &Answers, steps: &[&Step]) -> Answers {
        let mut applied = answers.clone();
        for (question, answer) in &self.again {
            applied.set(*question, answer.clone());
        }
        for step in steps {
            applied.set(step.question, Some(step.to.clone()));
        }
        for (whole, _, to) in steps.iter().filter_map(|step| step.brings) {
            let own = steps.iter().find(|step| step.question == whole);
            let own = own.and_then(|step| match step.to {
                Answer::Count(count) => Some(count),
                _ => None,
            });
            applied.set(whole, Some(Answer::Count(own.map_or(to, |own| own.max(to)))));
        }
        applied
    }
}
