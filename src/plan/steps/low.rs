//! The lower bound of the index while steps are taken.

use crate::plan::model::{Measure, Model};

/// The lower bound of the index while steps are taken.
pub(super) struct Low<'a> {
    model: &'a Model<'a>,
    measure: &'a mut Measure,
    levels: Vec<i64>,
    asked: Vec<bool>,
    sum: i128,
}

impl<'a> Low<'a> {
    pub fn new(model: &'a Model<'a>, measure: &'a mut Measure, levels: &[i64]) -> Low<'a> {
        let asked = model.asked(levels);
        measure.follow(model, &asked);
        let sum = measure.sums(model, levels, &asked)[0];
        Low {
            model,
            measure,
            levels: levels.to_vec(),
            asked,
            sum,
        }
    }

    /// Takes a question to its level among these.
    pub fn raise(&mut self, levels: &[i64], question: usize) {
        let model = self.model;
        let from = std::mem::replace(&mut self.levels[question], levels[question]);
        if model.opens[question] {
            self.asked = model.asked(levels);
            self.measure.follow(model, &self.asked);
            self.sum = self.measure.sums(model, levels, &self.asked)[0];
            return;
        }
        let mine = model.items.iter().position(|item| item.question == question);
        if let Some(item) = mine
            && model.items[item]
                .behind
                .iter()
                .all(|question| self.asked[*question])
        {
            let gain = |level: i64| self.measure.gain(model, item, level);
            self.sum += gain(levels[question]) - gain(from);
        }
    }

    /// Rounded down; none where nothing counts.
    pub fn floor(&self) -> Option<i64> {
        let measure = &self.measure;
        match measure.exact {
            true => measure.counted.contains(&true).then(|| measure.rounded(self.sum)),
            false => self
                .model
                .low_of(None, &self.levels, &self.asked, &measure.counted),
        }
    }
}
