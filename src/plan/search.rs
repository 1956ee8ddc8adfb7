//! The cheapest levels of what gives points, so that every mark is reached.
//!
//! Questions that open others are taken together with what they open. Small groups become one thing with the levels
//! that all their combinations come to; for the others every way to open or leave closed is tried.

use super::knapsack::{Thing, cheapest};
use super::model::{Measure, Model};
use super::objective::Objective;

mod groups;
mod things;

use groups::{Group, groups};

/// The best levels found so far.
pub(super) struct Found {
    pub cost: i64,
    pub levels: Vec<i64>,
}

/// A search through the levels.
pub(super) struct Search<'a> {
    model: &'a Model<'a>,
    groups: Vec<Group>,
    /// Questions that open others in groups taken apart, each with the levels from which it opens more.
    openers: Vec<(usize, Vec<i64>)>,
    objective: Objective,
    /// Highest level of each question in this search.
    top: Vec<i64>,
    measure: Measure,
    /// The things of groups that are not taken apart, under this measure.
    folded: Vec<Thing>,
    found: Option<Found>,
}

impl<'a> Search<'a> {
    pub fn new(model: &'a Model<'a>) -> Search<'a> {
        let mut search = Search {
            model,
            groups: groups(model),
            openers: Vec::new(),
            objective: Objective::Money,
            top: Vec::new(),
            measure: Measure::of_marks(),
            folded: Vec::new(),
            found: None,
        };
        let mut thresholds: Vec<Vec<i64>> = vec![Vec::new(); model.gate.len()];
        for question in search
            .groups
            .iter()
            .filter(|group| group.apart)
            .flat_map(|g| &g.questions)
        {
            if let Some((opener, least)) = model.gate[*question] {
                thresholds[opener].push(least);
            }
        }
        for (opener, mut least) in thresholds.into_iter().enumerate().filter(|(_, t)| !t.is_empty()) {
            least.sort_unstable();
            least.dedup();
            search.openers.push((opener, least));
        }
        search
    }

    /// The cheapest levels under which every mark is reached, each question at most at its `top`.
    pub fn run(&mut self, objective: Objective, top: Vec<i64>) -> Option<Found> {
        self.objective = objective;
        self.top = top;
        self.found = None;
        self.folded.clear();
        let mut levels = self.model.start.clone();
        let mut top = self.top.clone();
        self.open(0, &mut levels, &mut top, 0);
        self.found.take()
    }

    /// Tries every stretch of levels of the openers from `place` on; what they have risen so far costs `paid`.
    fn open(&mut self, place: usize, levels: &mut Vec<i64>, top: &mut Vec<i64>, paid: i64) {
        if self.found.as_ref().is_some_and(|found| paid >= found.cost) {
            return;
        }
        let Some((opener, least)) = self.openers.get(place).cloned() else {
            return self.settle(levels, top);
        };
        let model = self.model;
        let (start, most) = (model.start[opener], self.top[opener]);
        let asked = |levels: &[i64]| {
            let mut question = opener;
            loop {
                match model.gate[question] {
                    Some((above, least)) if levels[above] >= least => question = above,
                    Some(_) => return false,
                    None => return true,
                }
            }
        };
        if !asked(levels) {
            // It cannot rise, and opens nothing.
            top[opener] = start;
            self.open(place + 1, levels, top, paid);
            top[opener] = most;
            return;
        }
        let mut from = start;
        for end in least.iter().copied().chain([i64::MAX]).filter(|end| *end > start) {
            if from > most {
                break;
            }
            levels[opener] = from;
            top[opener] = most.min(end - 1);
            let (cost, _) = self.objective.cost(model, opener, from - start);
            self.open(place + 1, levels, top, paid + cost);
            from = end;
        }
        levels[opener] = start;
        top[opener] = most;
    }

    /// Solves what is left once it is settled what opens: independent things for each mark.
    fn settle(&mut self, levels: &[i64], top: &[i64]) {
        let model = self.model;
        let mut asked = model.asked(levels);
        if self.measure.follow(model, &asked) || self.folded.is_empty() {
            self.folded = Vec::with_capacity(self.groups.len());
            for group in self.groups.iter().filter(|group| !group.apart) {
                self.folded.push(self.fold(group, &mut asked));
            }
        }
        let rises = |opener: usize| levels[opener] - model.start[opener];
        let openers = self.openers.iter().map(|(opener, _)| *opener);
        let cost = openers
            .map(|opener| self.objective.cost(model, opener, rises(opener)).0)
            .sum();
        let mut missing = self.measure.needs.clone();
        let several = self.groups.len().div_ceil(missing.len().max(1));
        let none = |_: &i128| (Vec::with_capacity(several), Vec::with_capacity(several));
        let mut things: Vec<(Vec<Raised>, Vec<Thing>)> = missing.iter().map(none).collect();
        // Where there is only one way to go through, they are not needed again.
        let mut folded = match self.openers.is_empty() {
            true => std::mem::take(&mut self.folded),
            false => self.folded.clone(),
        }
        .into_iter();
        for (index, group) in self.groups.iter().enumerate() {
            let is_asked = |item: &usize| model.items[*item].behind.iter().all(|q| asked[*q]);
            for item in group.items.iter().filter(|item| is_asked(item)) {
                if let Some(mark) = model.items[*item].mark {
                    missing[mark] -= self
                        .measure
                        .gain(model, *item, levels[model.items[*item].question]);
                }
            }
            if !group.apart {
                let thing = folded.next();
                let mark = group.items.iter().find_map(|item| model.items[*item].mark);
                if let (Some(mark), Some(thing)) = (mark, thing) {
                    things[mark].0.push(Raised::Group(index));
                    things[mark].1.push(thing);
                }
                continue;
            }
            for item in group.items.iter().filter(|item| is_asked(item)) {
                let question = model.items[*item].question;
                if let Some(mark) = model.items[*item].mark
                    && top[question] > levels[question]
                {
                    let thing = self.thing(*item, levels[question], top[question]);
                    things[mark].0.push(Raised::Question(question));
                    things[mark].1.push(thing);
                }
            }
        }
        let settled = (levels, cost);
        // Where worths are rounded, what rounding may have taken is not asked for at first; if it was needed, it is.
        let lost = self.measure.lost.clone();
        missing
            .iter_mut()
            .zip(&lost)
            .for_each(|(missing, lost)| *missing -= lost);
        let found = self.choose(settled, &things, &missing);
        let found =
            found.filter(|found| self.measure.exact || model.reaches(&found.levels, &mut self.measure));
        let found = found.or_else(|| {
            missing
                .iter_mut()
                .zip(&lost)
                .for_each(|(missing, lost)| *missing += lost);
            let again = !self.measure.exact;
            again.then(|| self.choose(settled, &things, &missing))?
        });
        if let Some(found) = found
            && self.found.as_ref().is_none_or(|best| found.cost < best.cost)
        {
            self.found = Some(found);
        }
    }

    /// The cheapest choice for all marks, after what is settled: levels and their cost.
    fn choose(
        &self,
        (levels, mut cost): (&[i64], i64),
        things: &[(Vec<Raised>, Vec<Thing>)],
        missing: &[i128],
    ) -> Option<Found> {
        let model = self.model;
        let mut levels = levels.to_vec();
        for ((raised, things), missing) in things.iter().zip(missing) {
            let budget = self.found.as_ref().map_or(i64::MAX, |found| found.cost - cost);
            let chosen = cheapest(things, *missing, budget)?;
            cost += chosen.cost;
            for (raised, pick) in raised.iter().zip(chosen.picks) {
                match raised {
                    Raised::Question(question) => levels[*question] += pick,
                    Raised::Group(group) => {
                        let mut code = pick;
                        for question in &self.groups[*group].questions {
                            let start = model.start[*question];
                            let several = self.top[*question] - start + 1;
                            levels[*question] = start + code % several;
                            code /= several;
                        }
                    }
                }
            }
        }
        Some(Found { cost, levels })
    }
}

#[derive(Clone, Copy)]
enum Raised {
    Question(usize),
    /// A group by its index: its pick is the code of a combination.
    Group(usize),
}
