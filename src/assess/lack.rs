//! What a reading lacks of the published number, and how many conditions stand how.

use super::{Assessment, ReadingVerdict, Verdict};
use crate::standard::{Demand, Standard};

/// What is lacking of one answer, or of the sum of several, in whole units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Index of the question; `None` where several are added up.
    pub question: Option<usize>,
    /// At least this much, whatever the open answers are.
    pub least: i64,
    /// At most this much. At least 1.
    pub most: i64,
}

impl ReadingVerdict {
    /// What is lacking of `needed` whole units; nothing where the reading is met.
    pub fn lacks(&self, demand: Demand, needed: i64) -> Vec<Lack> {
        let lack = |question: Option<usize>, low: i64, high: i64| Lack {
            question,
            least: (needed - high).max(0),
            most: (needed - low).max(0),
        };
        let lacks = match demand {
            Demand::SumOf => {
                let [low, high] = self.sums();
                let only = match self.bounds.as_slice() {
                    [only] => Some(only.question),
                    _ => None,
                };
                vec![lack(only, low, high)]
            }
            Demand::EachOf => {
                let each = self.bounds.iter();
                each.map(|bound| lack(Some(bound.question), bound.low, bound.high))
                    .collect()
            }
        };
        lacks.into_iter().filter(|lack| lack.most > 0).collect()
    }

    /// Whether the published number is reached and not one unit is to spare. False while an answer is open: there may
    /// be more.
    pub fn is_exact(&self, demand: Demand, needed: i64) -> bool {
        let least = match demand {
            Demand::SumOf => self.sums()[0],
            Demand::EachOf => self.bounds.iter().map(|bound| bound.low).min().unwrap_or(0),
        };
        least == needed && self.bounds.iter().all(|bound| bound.given)
    }

    /// The least and the greatest that the answers can add up to.
    fn sums(&self) -> [i64; 2] {
        let bounds = self.bounds.iter();
        bounds.fold([0, 0], |[low, high], bound| [low + bound.low, high + bound.high])
    }
}

/// How many published conditions stand how. Each is in one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Met under every reading.
    pub met: usize,
    /// Not met under any reading.
    pub not_met: usize,
    /// Met under one reading and not under another.
    pub depends: usize,
    /// Met, or met under a reading, by answers that contradict each other: none of them counts as met.
    pub to_be_cleared: usize,
    /// Open answers decide.
    pub open: usize,
}

impl Assessment {
    /// Counts the published conditions.
    pub fn tally(&self, standard: &Standard) -> Tally {
        let mut tally = Tally::default();
        for (criterion, condition) in self.conditions.iter().enumerate() {
            let to_be_cleared = self.rests_on_contradiction(standard, criterion);
            *match condition.verdict {
                Verdict::Met | Verdict::Depends if to_be_cleared => &mut tally.to_be_cleared,
                Verdict::Met => &mut tally.met,
                Verdict::NotMet => &mut tally.not_met,
                Verdict::Depends => &mut tally.depends,
                Verdict::Unknown => &mut tally.open,
            } += 1;
        }
        tally
    }

    /// Whether a condition, by its index, is judged from answers that contradict each other.
    pub fn rests_on_contradiction(&self, standard: &Standard, criterion: usize) -> bool {
        let readings = standard.criteria[criterion].readings.iter();
        let mut questions = readings.flat_map(|reading| &reading.questions);
        questions.any(|question| self.is_contradicted(standard, *question))
    }
}
