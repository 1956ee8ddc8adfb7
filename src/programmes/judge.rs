//! What can be said of each programme for one firm: whether it concerns the firm, which of its conditions are met under
//! which reading, and what is still open. Pure and total; what cannot be told is never told.

use super::facts::{self, FactState};
use super::{Check, Condition, Programmes, Reading, Test};
use crate::answers::{Answers, Extra};
use crate::assess::{Assessment, Verdict};
use crate::document::Node;
use crate::standard::Standard;

/// How an industry of the firm came to a member of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The document names it.
    Named,
    /// The document names it otherwise; this project counts it there.
    Matched,
    /// The member covers it only in part: it hangs on the product.
    Perhaps,
}

/// An industry of the firm in a group of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Index into [`Programmes::groups`].
    pub group: usize,
    /// Index of the entry in the group.
    pub entry: usize,
    /// Index of the industry.
    pub industry: usize,
    /// How it came there.
    pub how: How,
}

/// Whether a programme concerns the firm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concern {
    /// By these memberships, named or matched; never empty.
    Yes(Vec<Membership>),
    /// By these, which hang on the product; never empty.
    Perhaps(Vec<Membership>),
    /// None of its members is an industry of the firm.
    No,
    /// None of the members that are known is, and not all are known.
    NotListed,
    /// The firm has not chosen its industry.
    NotChosen,
    /// It is not bound to an industry.
    Anyone,
}

/// A reading, judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JudgedReading {
    /// What can be said under this reading.
    pub verdict: Verdict,
    /// Whether it rests on answers that contradict each other.
    pub contradicted: bool,
}

/// A condition, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedCondition {
    /// What can be said of it; none where it is not judged here, or with another edition than the one loaded.
    pub verdict: Option<Verdict>,
    /// Each of its readings; of a criterion, those of the standard.
    pub readings: Vec<JudgedReading>,
}

/// A programme, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedProgramme {
    /// Whether it concerns the firm.
    pub concern: Concern,
    /// Its conditions, in their order.
    pub conditions: Vec<JudgedCondition>,
    /// Its judged conditions together, for each category; one alone where it has no categories. None where none of
    /// them is judged here.
    pub verdicts: Vec<Option<Verdict>>,
    /// Indexes of the facts that are open and on which a verdict hangs, in the order of its conditions.
    pub open: Vec<usize>,
}

/// What can be said of every programme, and how every fact stands. The answers must have been read against this
/// standard, and the assessment must be theirs; industries and facts are those of their profile.
pub fn judge(
    programmes: &Programmes,
    standard: &Standard,
    answers: &Answers,
    assessment: &Assessment,
) -> (Vec<JudgedProgramme>, Vec<FactState>) {
    let case = Case {
        programmes,
        standard,
        assessment,
        chosen: chosen(programmes, answers),
        facts: facts::states(programmes, standard, answers, assessment),
    };
    let judged = (0..programmes.programmes.len()).map(|index| case.programme(index));
    (judged.collect(), case.facts)
}

/// The industries of the firm that the data has, in their order, each once.
fn chosen(programmes: &Programmes, answers: &Answers) -> Vec<usize> {
    let ids = match answers.kept(Extra::Profile, &["industries"]) {
        Some(Node::List(ids)) => ids.as_slice(),
        _ => &[],
    };
    let is_chosen = |index: &usize| {
        let id = &programmes.industries[*index].id;
        ids.iter()
            .any(|node| matches!(node, Node::Text(text) if text == id))
    };
    (0..programmes.industries.len()).filter(is_chosen).collect()
}

struct Case<'a> {
    programmes: &'a Programmes,
    standard: &'a Standard,
    assessment: &'a Assessment,
    chosen: Vec<usize>,
    facts: Vec<FactState>,
}

impl Case<'_> {
    fn programme(&self, index: usize) -> JudgedProgramme {
        let programme = &self.programmes.programmes[index];
        let conditions: Vec<JudgedCondition> = programme
            .conditions
            .iter()
            .map(|condition| self.condition(condition))
            .collect();
        let together = |category: Option<usize>| {
            let mine = programme.conditions.iter().zip(&conditions);
            let mine = mine.filter(|(condition, _)| condition.category.is_none_or(|c| Some(c) == category));
            let verdicts: Vec<Verdict> = mine.filter_map(|(_, judged)| judged.verdict).collect();
            (!verdicts.is_empty()).then(|| Verdict::of_all(verdicts.iter().copied()))
        };
        let verdicts = match programme.categories.len() {
            0 => vec![together(None)],
            categories => (0..categories).map(|category| together(Some(category))).collect(),
        };
        JudgedProgramme {
            concern: self.concern(index),
            verdicts,
            open: self.open(&programme.conditions, &conditions),
            conditions,
        }
    }

    fn concern(&self, programme: usize) -> Concern {
        let groups = self.programmes.groups(programme);
        if groups.is_empty() {
            return Concern::Anyone;
        }
        let (mut sure, mut perhaps) = (Vec::new(), Vec::new());
        for (group, members) in groups.iter().enumerate() {
            for (entry, member) in members.entries.iter().enumerate() {
                for industry in &self.chosen {
                    let membership = |how| Membership {
                        group,
                        entry,
                        industry: *industry,
                        how,
                    };
                    if member.industries.contains(industry) {
                        sure.push(membership(How::Named));
                    } else if member.matches.contains(industry) {
                        sure.push(membership(How::Matched));
                    } else if member.perhaps.contains(industry) {
                        perhaps.push(membership(How::Perhaps));
                    }
                }
            }
        }
        if !sure.is_empty() {
            Concern::Yes(sure)
        } else if !perhaps.is_empty() {
            Concern::Perhaps(perhaps)
        } else if self.chosen.is_empty() {
            Concern::NotChosen
        } else if groups.iter().all(|group| group.complete) {
            Concern::No
        } else {
            Concern::NotListed
        }
    }

    fn condition(&self, condition: &Condition) -> JudgedCondition {
        let readings: Vec<JudgedReading> = match &condition.check {
            Check::Words => Vec::new(),
            Check::Readings(readings) => readings.iter().map(|reading| self.reading(reading)).collect(),
            Check::Criterion { standard, criterion } => self.criterion(standard, criterion),
        };
        let verdicts = readings.iter().map(|reading| reading.verdict);
        JudgedCondition {
            verdict: (!readings.is_empty()).then(|| Verdict::of_readings(verdicts)),
            readings,
        }
    }

    /// As the assessment judged it; nothing where another edition is loaded, whose numbers are others.
    fn criterion(&self, standard: &str, criterion: &str) -> Vec<JudgedReading> {
        let mut criteria = self.standard.criteria.iter();
        let found = criteria.position(|found| self.standard.id == standard && found.id == criterion);
        let Some(judged) = found.and_then(|index| self.assessment.conditions.get(index)) else {
            return Vec::new();
        };
        let readings = judged.readings.iter().map(|reading| JudgedReading {
            verdict: reading.verdict,
            contradicted: reading
                .bounds
                .iter()
                .any(|bound| self.assessment.is_contradicted(self.standard, bound.question)),
        });
        readings.collect()
    }

    fn reading(&self, reading: &Reading) -> JudgedReading {
        // Every alternative: whether it holds; none where that is open.
        let all = |tests: &Vec<Test>| {
            let mut found = Some(true);
            for test in tests {
                match self.holds(test) {
                    Some(false) => return Some(false),
                    None => found = None,
                    Some(true) => {}
                }
            }
            found
        };
        let found: Vec<Option<bool>> = reading.any_of.iter().map(all).collect();
        let verdict = if found.contains(&Some(true)) {
            Verdict::Met
        } else if found.contains(&None) || reading.or_else.is_some() {
            Verdict::Unknown
        } else {
            Verdict::NotMet
        };
        let contradicted = reading.any_of.iter().flatten().any(|test| {
            matches!(
                self.facts[test.fact],
                FactState::Known {
                    contradicted: true,
                    ..
                }
            )
        });
        JudgedReading {
            verdict,
            contradicted,
        }
    }

    fn holds(&self, test: &Test) -> Option<bool> {
        let limit = test.figure.as_ref().map_or(0, |figure| figure.value);
        match self.facts[test.fact] {
            FactState::Known { value, .. } => Some(value.holds(test.compare, limit)),
            FactState::Open(_) => None,
        }
    }

    fn open(&self, conditions: &[Condition], judged: &[JudgedCondition]) -> Vec<usize> {
        let mut open = Vec::new();
        for (condition, judged) in conditions.iter().zip(judged) {
            let Check::Readings(readings) = &condition.check else {
                continue;
            };
            let undecided = readings.iter().zip(&judged.readings);
            let undecided = undecided.filter(|(_, judged)| judged.verdict == Verdict::Unknown);
            for test in undecided.flat_map(|(reading, _)| reading.any_of.iter().flatten()) {
                if matches!(self.facts[test.fact], FactState::Open(_)) && !open.contains(&test.fact) {
                    open.push(test.fact);
                }
            }
        }
        open
    }
}
