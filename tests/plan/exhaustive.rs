//! The best plans the simple way: every set of changes is tried, and judged by the oracle of the assessment. It shares
//! no code with the planner or with the engine.
//!
//! Counts of published conditions give no points and open nothing, so they are tried apart from the rest: money and
//! steps add up, time is the greater one or the sum.

use crate::oracle::{Open, Oracle, floor};
use readiness_check::answers::{Answer, Answers};
use readiness_check::assess::Verdict;
use readiness_check::plan::{Costing, Order, Reach, Target, Wanted};
use readiness_check::standard::{Kind, Standard};

/// The least of each, over all sets of changes that reach a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Least {
    pub money: i64,
    pub time: i64,
    pub steps: i64,
    /// The least money of those that take the least time.
    pub money_in_time: i64,
}

/// The totals of one set of changes.
#[derive(Clone, Copy)]
struct Sum {
    money: i64,
    time: i64,
    steps: i64,
}

/// One question that may be raised: the answers to try, from its start upwards.
struct Raised {
    question: usize,
    answers: Vec<Answer>,
}

pub struct Exhaustive<'a> {
    pub standard: &'a Standard,
    pub answers: &'a Answers,
    pub target: &'a Target,
    pub costing: &'a Costing,
}

impl Exhaustive<'_> {
    fn oracle<'b>(&'b self, answers: &'b Answers) -> Oracle<'b> {
        Oracle {
            standard: self.standard,
            answers,
        }
    }

    /// Whether an answer that was given closes the question.
    fn was_closed(&self, question: usize) -> bool {
        self.oracle(self.answers).is_closed(question, Open::Best)
    }

    fn given(&self, question: usize) -> Option<&Answer> {
        let answer = self.answers.get(question).filter(|_| !self.was_closed(question));
        answer.filter(|answer| **answer != Answer::Unknown)
    }

    fn rise(&self, question: usize, rises: i64, sum: Sum) -> Option<Sum> {
        if rises == 0 {
            return Some(sum);
        }
        let price = self.costing.prices[question]?;
        let time = price.months * rises;
        Some(Sum {
            money: sum.money + price.money * rises,
            time: match self.costing.order {
                Order::SideBySide => sum.time.max(time),
                Order::OneAfterAnother => sum.time + time,
            },
            steps: sum.steps + 1,
        })
    }

    /// What may be raised for points.
    fn raised(&self) -> Vec<Raised> {
        let mine = |question: &usize| {
            self.standard.questions[*question]
                .tracks
                .contains(self.answers.track)
        };
        let weighted = |question: usize| -> Option<Raised> {
            let asked = &self.standard.questions[question];
            let given = self.given(question);
            if given == Some(&Answer::NotApplicable) {
                return None;
            }
            let answers = match (&asked.kind, given) {
                _ if asked.weight == 0 => return None,
                (Kind::YesNo, Some(Answer::YesNo(true))) => return None,
                (Kind::YesNo, _) => vec![Answer::YesNo(false), Answer::YesNo(true)],
                (Kind::OneOf(options), given) => {
                    let from = match given {
                        Some(Answer::OneOf(option)) => *option,
                        _ => 0,
                    };
                    (from..options.len()).map(Answer::OneOf).collect()
                }
                (Kind::ManyOf(options), given) => {
                    let mut chosen = match given {
                        Some(Answer::ManyOf(chosen)) => chosen.clone(),
                        _ => Vec::new(),
                    };
                    let mut answers = vec![Answer::ManyOf(chosen.clone())];
                    for option in 0..options.len() {
                        if !chosen.contains(&option) {
                            chosen.push(option);
                            chosen.sort_unstable();
                            answers.push(Answer::ManyOf(chosen.clone()));
                        }
                    }
                    answers
                }
                _ => return None,
            };
            Some(Raised { question, answers })
        };
        let mut raised: Vec<Raised> = (0..self.standard.questions.len())
            .filter(mine)
            .filter_map(weighted)
            .collect();
        for rate in &self.standard.rates {
            let Some(Answer::Count(total)) = self.given(rate.total) else {
                continue;
            };
            let Kind::Count { min, max, .. } = self.standard.questions[rate.part].kind else {
                continue;
            };
            if rate.tracks.contains(self.answers.track) {
                let from = match self.given(rate.part) {
                    Some(Answer::Count(part)) => *part,
                    _ => min,
                };
                raised.push(Raised {
                    question: rate.part,
                    answers: (from..=max.min(*total).max(from)).map(Answer::Count).collect(),
                });
            }
        }
        raised
    }

    /// In how many ways the questions that give points may be raised, and the counts.
    pub fn ways(&self) -> (u64, u64) {
        let raised = self.raised();
        let counts = self
            .counts()
            .into_iter()
            .map(|(_, from, to)| (to - from + 1) as u64);
        (
            raised.iter().map(|raised| raised.answers.len() as u64).product(),
            counts.product(),
        )
    }

    /// Every way to raise what gives points.
    fn every_index(&self, with: &mut dyn FnMut(&Answers, Sum)) {
        let raised = self.raised();
        let mut picks = vec![0; raised.len()];
        'ways: loop {
            self.index_of(&raised, &picks, with);
            for (pick, raised) in picks.iter_mut().zip(&raised) {
                *pick += 1;
                if *pick < raised.answers.len() {
                    continue 'ways;
                }
                *pick = 0;
            }
            return;
        }
    }

    fn index_of(&self, raised: &[Raised], picks: &[usize], with: &mut dyn FnMut(&Answers, Sum)) {
        let mut changed = self.answers.clone();
        let mut sum = Sum {
            money: 0,
            time: 0,
            steps: 0,
        };
        // An answer that was closed does not count once its question opens.
        for question in (0..self.standard.questions.len()).filter(|question| self.was_closed(*question)) {
            changed.set(question, None);
        }
        for (raised, pick) in raised.iter().zip(picks).filter(|(_, pick)| **pick > 0) {
            changed.set(raised.question, Some(raised.answers[*pick].clone()));
            match self.rise(raised.question, *pick as i64, sum) {
                Some(more) => sum = more,
                None => return,
            }
        }
        let oracle = self.oracle(&changed);
        let closed = |raised: &Raised| oracle.is_closed(raised.question, Open::Worst);
        if raised
            .iter()
            .zip(picks)
            .any(|(raised, pick)| *pick > 0 && closed(raised))
        {
            return;
        }
        with(&changed, sum);
    }

    fn reaches(&self, changed: &Answers) -> bool {
        let oracle = self.oracle(changed);
        match &self.target.reach {
            Reach::Nothing => true,
            Reach::Index(mark) => {
                oracle.index(Open::Best).is_some()
                    && oracle.index(Open::Worst).is_some_and(|low| floor(&low) >= *mark)
            }
            Reach::Elements(marks) => marks.iter().all(|(element, mark)| {
                oracle.element(*element, Open::Best).is_none()
                    || oracle
                        .element(*element, Open::Worst)
                        .is_none_or(|low| floor(&low) >= *mark)
            }),
        }
    }

    /// The counts of the chosen readings and those that they are part or whole of: question, start, greatest value.
    fn counts(&self) -> Vec<(usize, i64, i64)> {
        let readings = self.readings();
        let mut questions: Vec<usize> = readings
            .iter()
            .flat_map(|(criterion, reading)| {
                self.standard.criteria[*criterion].readings[*reading]
                    .questions
                    .clone()
            })
            .collect();
        for relation in &self.standard.relations {
            if questions.contains(&relation.part) || questions.contains(&relation.whole) {
                questions.extend([relation.part, relation.whole]);
            }
        }
        questions.sort_unstable();
        questions.dedup();
        let counted = |question: usize| match self.answers.get(question) {
            Some(Answer::Count(count)) => Some(*count),
            _ => None,
        };
        let count = |question: usize| {
            let Kind::Count { min, max, .. } = self.standard.questions[question].kind else {
                panic!("conditions ask for counts");
            };
            let part = self
                .standard
                .relations
                .iter()
                .find(|relation| relation.whole == question);
            let implied = part.and_then(|relation| counted(relation.part)).unwrap_or(min);
            let start = counted(question).unwrap_or(implied.clamp(min, max));
            (question, start, max)
        };
        questions.into_iter().map(count).collect()
    }

    fn readings(&self) -> Vec<(usize, usize)> {
        let mut readings = Vec::new();
        for (criterion, wanted) in self.target.criteria.iter().enumerate() {
            for reading in 0..self.standard.criteria[criterion].readings.len() {
                if *wanted == Wanted::Every || *wanted == Wanted::Reading(reading) {
                    readings.push((criterion, reading));
                }
            }
        }
        readings
    }

    /// Every way to raise the counts.
    fn every_count(&self, with: &mut dyn FnMut(&Answers, Sum)) {
        let counts = self.counts();
        let mut values: Vec<i64> = counts.iter().map(|(_, start, _)| *start).collect();
        'ways: loop {
            self.count_of(&counts, &values, with);
            for (value, (_, start, most)) in values.iter_mut().zip(&counts) {
                *value += 1;
                if *value <= *most {
                    continue 'ways;
                }
                *value = *start;
            }
            return;
        }
    }

    fn count_of(&self, counts: &[(usize, i64, i64)], values: &[i64], with: &mut dyn FnMut(&Answers, Sum)) {
        let place = |question: usize| counts.iter().position(|count| count.0 == question);
        let mut changed = self.answers.clone();
        let mut sum = Sum {
            money: 0,
            time: 0,
            steps: 0,
        };
        for (place_of, (question, start, _)) in counts.iter().enumerate() {
            let value = values[place_of];
            let mut rises = value - start;
            let relation = self
                .standard
                .relations
                .iter()
                .find(|relation| relation.whole == *question);
            if let Some(part) = relation.and_then(|relation| place(relation.part))
                && values[part] > counts[part].1
            {
                // The part is raised: its whole must be as many, and what the part itself adds above both is free.
                if value < values[part] {
                    return;
                }
                rises -= (values[part] - counts[part].1.max(*start)).max(0);
            }
            if value > *start {
                changed.set(*question, Some(Answer::Count(value)));
            }
            match self.rise(*question, rises, sum) {
                Some(more) => sum = more,
                None => return,
            }
        }
        with(&changed, sum);
    }

    fn meets(&self, changed: &Answers) -> bool {
        let oracle = self.oracle(changed);
        self.readings().iter().all(|(criterion, reading)| {
            let criterion = &self.standard.criteria[*criterion];
            let needed = criterion.at_least.value / 100;
            oracle.reading(&criterion.readings[*reading], needed) == Verdict::Met
        })
    }

    /// The best of all sets of changes; none where no set reaches the target.
    pub fn least(&self) -> Option<Least> {
        let mut index = Vec::new();
        self.every_index(&mut |changed, sum| keep(&mut index, sum, &|| self.reaches(changed)));
        let mut counts = Vec::new();
        self.every_count(&mut |changed, sum| keep(&mut counts, sum, &|| self.meets(changed)));
        let both = index
            .iter()
            .flat_map(|one| counts.iter().map(|other| self.add(*one, *other)));
        let both: Vec<Sum> = both.collect();
        let time = both.iter().map(|sum| sum.time).min()?;
        Some(Least {
            money: both.iter().map(|sum| sum.money).min()?,
            time,
            steps: both.iter().map(|sum| sum.steps).min()?,
            money_in_time: both
                .iter()
                .filter(|sum| sum.time == time)
                .map(|sum| sum.money)
                .min()?,
        })
    }

    fn add(&self, one: Sum, other: Sum) -> Sum {
        Sum {
            money: one.money + other.money,
            time: match self.costing.order {
                Order::SideBySide => one.time.max(other.time),
                Order::OneAfterAnother => one.time + other.time,
            },
            steps: one.steps + other.steps,
        }
    }

    /// The greatest lower bound of the index that any set of changes reaches.
    pub fn highest(&self) -> Option<i64> {
        let mut highest = None;
        self.every_index(&mut |changed, _| {
            let oracle = self.oracle(changed);
            let low = oracle.index(Open::Worst).map(|low| floor(&low));
            highest = highest.max(low);
        });
        highest
    }
}

/// Keeps a sum that no other one beats in every respect, if it reaches the target.
fn keep(kept: &mut Vec<Sum>, sum: Sum, reaches: &dyn Fn() -> bool) {
    let beats = |one: &Sum, other: &Sum| {
        one.money <= other.money && one.time <= other.time && one.steps <= other.steps
    };
    if !kept.iter().any(|known| beats(known, &sum)) && reaches() {
        kept.retain(|known| !beats(&sum, known));
        kept.push(sum);
    }
}
