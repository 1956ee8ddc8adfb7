//! The published conditions as hard constraints: the cheapest counts that meet the chosen readings. These counts
//! give no points, so this is apart from the index.

use super::model::Model;
use super::{Target, Wanted};
use crate::answers::Answer;
use crate::standard::{Demand, Kind};

mod cheapest;

/// A count that published conditions ask for.
pub(super) struct Count {
    pub question: usize,
    /// As given, or the least that it can be.
    pub start: i64,
    pub top: i64,
    /// The count that it is a part of, as an index among the counts; it stands right behind this one.
    pub whole: Option<usize>,
    /// The count that it is the whole of; it stands right before this one.
    pub part: Option<usize>,
}

/// A reading that must be met.
pub(super) struct Needed {
    pub criterion: usize,
    pub reading: usize,
    demand: Demand,
    at_least: i64,
    /// Indexes among the counts, rising.
    counts: Vec<usize>,
}

/// The counts and readings of a target.
pub(super) struct Conditions {
    pub counts: Vec<Count>,
    pub needed: Vec<Needed>,
    /// Counts that are linked by readings or as part and whole, each group rising.
    groups: Vec<Vec<usize>>,
}

impl Conditions {
    pub fn new(model: &Model, target: &Target) -> Conditions {
        let standard = model.standard;
        let mut asked: Vec<usize> = Vec::new();
        let mut wanted: Vec<(usize, usize)> = Vec::new();
        for (criterion, wish) in target.criteria.iter().enumerate() {
            for (reading, found) in standard.criteria[criterion].readings.iter().enumerate() {
                if *wish == Wanted::Every || *wish == Wanted::Reading(reading) {
                    wanted.push((criterion, reading));
                    asked.extend(&found.questions);
                }
            }
        }
        let mut counts: Vec<Count> = Vec::new();
        let count = |question: usize| {
            let (min, max) = match standard.questions[question].kind {
                Kind::Count { min, max, .. } => (min, max),
                _ => (0, 0),
            };
            let given = match model.answers.get(question) {
                Some(Answer::Count(count)) => Some(*count),
                _ => None,
            };
            Count {
                question,
                start: given.unwrap_or(min),
                top: max.max(given.unwrap_or(min)),
                whole: None,
                part: None,
            }
        };
        asked.sort_unstable();
        asked.dedup();
        for question in asked {
            if counts.iter().any(|known| known.question == question) {
                continue;
            }
            let relation = standard
                .relations
                .iter()
                .find(|relation| relation.part == question || relation.whole == question);
            let Some(relation) = relation else {
                counts.push(count(question));
                continue;
            };
            let (mut part, mut whole) = (count(relation.part), count(relation.whole));
            let is_open = |question| !matches!(model.answers.get(question), Some(Answer::Count(_)));
            if is_open(whole.question) && !is_open(part.question) {
                // There are at least as many as of its part.
                whole.start = part.start.clamp(whole.start, whole.top);
            }
            (part.whole, whole.part) = (Some(counts.len() + 1), Some(counts.len()));
            counts.extend([part, whole]);
        }
        let needed = wanted.into_iter().map(|(criterion, reading)| {
            let found = &standard.criteria[criterion].readings[reading];
            let place = |question: &usize| counts.iter().position(|count| count.question == *question);
            let mut mine: Vec<usize> = found.questions.iter().filter_map(place).collect();
            mine.sort_unstable();
            Needed {
                criterion,
                reading,
                demand: found.demand,
                at_least: standard.criteria[criterion].at_least.value / 100,
                counts: mine,
            }
        });
        let needed: Vec<Needed> = needed.collect();
        let groups = groups(&counts, &needed);
        Conditions {
            counts,
            needed,
            groups,
        }
    }

    /// The value of each count from which a plan starts.
    pub fn start(&self) -> Vec<i64> {
        self.counts.iter().map(|count| count.start).collect()
    }

    /// Whether a reading is met by these values.
    pub fn meets(&self, needed: &Needed, values: &[i64]) -> bool {
        let mut mine = needed.counts.iter().map(|count| values[*count]);
        match needed.demand {
            Demand::SumOf => mine.sum::<i64>() >= needed.at_least,
            Demand::EachOf => mine.all(|value| value >= needed.at_least),
        }
    }

    /// The questions by which a reading that is not met falls short, with these values.
    pub fn short(&self, needed: &Needed, values: &[i64]) -> impl Iterator<Item = usize> {
        let each = needed.demand == Demand::EachOf;
        let falls_short = move |count: &&usize| !each || values[**count] < needed.at_least;
        let mine = needed.counts.iter().filter(falls_short);
        mine.map(|count| self.counts[*count].question)
    }

    /// Whether all readings are met.
    pub fn meets_all(&self, values: &[i64]) -> bool {
        self.needed.iter().all(|needed| self.meets(needed, values))
    }

    /// How much of a whole its part brings with it: where the part is raised above both, up to there.
    pub fn brought(&self, whole: usize, values: &[i64]) -> i64 {
        let part = self.counts[whole]
            .part
            .filter(|part| values[*part] > self.counts[*part].start);
        part.map_or(0, |part| {
            let before = self.counts[part].start.max(self.counts[whole].start);
            (values[part] - before).max(0)
        })
    }

    /// How many rises of a count are paid for.
    pub fn paid(&self, count: usize, values: &[i64]) -> i64 {
        values[count] - self.counts[count].start - self.brought(count, values)
    }

    /// How many rises of a count can be paid for.
    fn affordable(&self, model: &Model, count: usize, limit: Option<i64>) -> i64 {
        let Some(price) = model.costing.prices[self.counts[count].question] else {
            return 0;
        };
        match limit {
            Some(limit) if price.months > 0 => limit / price.months,
            _ => i64::MAX,
        }
    }

    /// Everything raised as far as it can be, in steps of at most `limit` hundredths of a month.
    pub fn at_best(&self, model: &Model, limit: Option<i64>) -> Vec<i64> {
        let mut values = self.start();
        for (index, count) in self.counts.iter().enumerate() {
            let most = self.affordable(model, index, limit);
            values[index] = match (count.whole, count.part) {
                // A part above its whole is raised only if the whole can follow.
                (Some(whole), _)
                    if count.start - self.counts[whole].start > self.affordable(model, whole, limit) =>
                {
                    count.start
                }
                _ => count
                    .start
                    .saturating_add(most)
                    .saturating_add(self.brought(index, &values)),
            }
            .min(count.top);
        }
        values
    }
}

/// Counts that concern each other.
fn groups(counts: &[Count], needed: &[Needed]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..counts.len()).collect();
    let mut join = |one: usize, other: usize| {
        let (one, other) = (group[one], group[other]);
        for found in group.iter_mut().filter(|found| **found == one) {
            *found = other;
        }
    };
    for needed in needed {
        needed.counts.windows(2).for_each(|pair| join(pair[0], pair[1]));
    }
    for (index, count) in counts.iter().enumerate() {
        count.whole.into_iter().for_each(|whole| join(index, whole));
    }
    let members = |head: usize| (0..counts.len()).filter(|count| group[*count] == head).collect();
    let groups: Vec<Vec<usize>> = (0..counts.len()).map(members).collect();
    groups.into_iter().filter(|group| !group.is_empty()).collect()
}
