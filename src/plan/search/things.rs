//! What a search chooses from: the levels of a question, or of a group of questions that open each other.

use super::Search;
use super::groups::Group;
use crate::plan::knapsack::{Level, Thing};
use crate::plan::objective::Objective;
use crate::standard::Item;

impl Search<'_> {
    /// One thing of all combinations of levels of a group; the id of a level is their code.
    pub(super) fn fold(&self, group: &Group, asked: &mut [bool]) -> Thing {
        let model = self.model;
        if let ([question], [item]) = (&group.questions[..], &group.items[..]) {
            return self.thing(*item, model.start[*question], self.top[*question]);
        }
        let is_asked = |asked: &[bool], item: &usize| model.items[*item].behind.iter().all(|q| asked[*q]);
        let several = |question: &usize| self.top[*question] - model.start[*question] + 1;
        let all: i64 = group.questions.iter().map(several).product();
        let mut levels = model.start.clone();
        let gain_at = |levels: &[i64], asked: &[bool]| -> i128 {
            let mine = group.items.iter().filter(|item| is_asked(asked, item));
            let gain = |item: &usize| {
                self.measure
                    .gain(model, *item, levels[model.items[*item].question])
            };
            mine.map(gain).sum()
        };
        let before = gain_at(&levels, asked);
        let mut choices = Vec::new();
        'codes: for id in 0..all {
            let (mut code, mut cost, mut second) = (id, 0, 0);
            for question in &group.questions {
                let rises = code % several(question);
                code /= several(question);
                levels[*question] = model.start[*question] + rises;
                asked[*question] = model.gate[*question]
                    .is_none_or(|(opener, least)| asked[opener] && levels[opener] >= least);
                if rises > 0 && !asked[*question] {
                    continue 'codes;
                }
                let (first, then) = self.objective.cost(model, *question, rises);
                cost += first;
                second += then;
            }
            let gain = gain_at(&levels, asked);
            choices.push(Level {
                cost,
                second,
                gain: gain - before,
                id,
            });
        }
        // As it was: nothing is raised.
        for question in &group.questions {
            asked[*question] = model.gate[*question]
                .is_none_or(|(opener, least)| asked[opener] && model.start[opener] >= least);
        }
        Thing::levels(choices)
    }

    /// One thing of the levels of one question.
    pub(super) fn thing(&self, item: usize, from: i64, top: i64) -> Thing {
        let model = self.model;
        let question = model.items[item].question;
        let start = model.start[question];
        let before = self.measure.gain(model, item, from);
        let paid = self.objective.cost(model, question, from - start);
        let level = |rises: i64| {
            let (cost, second) = self.objective.cost(model, question, from - start + rises);
            Level {
                cost: cost - paid.0,
                second: second - paid.1,
                gain: self.measure.gain(model, item, from + rises) - before,
                id: rises,
            }
        };
        let rises = top - from;
        let even = matches!(model.items[item].item, Item::Rate(_));
        match even && rises > 0 {
            // A part of a rate: each unit brings the same.
            true => {
                let unit = level(1);
                if unit.gain > 0 && unit.cost > 0 && self.objective != Objective::Steps {
                    return Thing::Units { unit, most: rises };
                }
                Thing::levels(vec![level(0), level(rises)])
            }
            false => Thing::levels((0..=rises).map(level).collect()),
        }
    }
}
