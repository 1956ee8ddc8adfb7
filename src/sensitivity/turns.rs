//! Which single other answer would turn a verdict.

use crate::answers::{Answer, Answers};
use crate::assess::{Assessment, Contradiction, State, Verdict, assess};
use crate::standard::{Kind, Standard};

mod change;
pub use change::Change;

/// Where the other answer lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A larger number.
    Up,
    /// A smaller number.
    Down,
}

/// An answer that would turn something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Where it lies.
    pub direction: Direction,
    /// The nearest number in that direction that turns what is listed.
    pub count: i64,
    /// Whether it would contradict another answer that is given, which would then be wrong as well.
    pub contradicts: bool,
    /// What it turns that no nearer answer turns.
    pub changes: Vec<Change>,
}

/// An answered question on which something hinges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sensitive {
    /// Index of the question.
    pub question: usize,
    /// Each answer that would turn something: upwards, then downwards, each the nearest first.
    pub turns: Vec<Turn>,
}

/// Every answered question of which a single other answer would turn a verdict, in the order of the standard: all of them
/// ask for a count, since readings are of counts. Takes a few assessments for each.
pub fn sensitivity(standard: &Standard, answers: &Answers, assessment: &Assessment) -> Vec<Sensitive> {
    let mut found = Vec::new();
    for (question, state) in assessment.states.iter().enumerate() {
        let (State::Answered, Some(Answer::Count(given)), Kind::Count { min, max, .. }) =
            (state, answers.get(question), &standard.questions[question].kind)
        else {
            continue;
        };
        let mut search = Search {
            standard,
            base: assessment,
            answers: answers.clone(),
            question,
            turns: Vec::new(),
        };
        search.walk(Direction::Up, *given, *max);
        search.walk(Direction::Down, *given, *min);
        if !search.turns.is_empty() {
            found.push(Sensitive {
                question,
                turns: search.turns,
            });
        }
    }
    found
}

/// What may turn: each reading. Everything else follows from these.
fn outcome(found: &Assessment) -> Vec<Verdict> {
    let readings = found.conditions.iter().flat_map(|condition| &condition.readings);
    readings.map(|reading| reading.verdict).collect()
}

struct Search<'a> {
    standard: &'a Standard,
    base: &'a Assessment,
    answers: Answers,
    question: usize,
    turns: Vec<Turn>,
}

impl Search<'_> {
    fn assess(&mut self, count: i64) -> Assessment {
        self.answers.set(self.question, Some(Answer::Count(count)));
        assess(self.standard, &self.answers)
    }

    /// Goes from one turn to the next, up to the end of the scale. Along a scale each reading moves one
    /// way only; so what is the same at two places is the same between them.
    fn walk(&mut self, direction: Direction, start: i64, end: i64) {
        if start == end {
            return;
        }
        let last = outcome(&self.assess(end));
        let mut here = outcome(self.base);
        let mut position = start;
        let step = if end > start { 1 } else { -1 };
        while here != last {
            // First in strides that double, since what turns something mostly lies near; then by halves.
            let (mut same, mut other, mut stride) = (position, end, 1);
            while (end - same) * step > stride {
                let place = same + stride * step;
                if outcome(&self.assess(place)) != here {
                    other = place;
                    break;
                }
                (same, stride) = (place, stride * 2);
            }
            while (other - same).abs() > 1 {
                let middle = same + (other - same) / 2;
                if outcome(&self.assess(middle)) == here {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            position = other;
            let found = self.note(direction, position);
            here = outcome(&found);
        }
    }

    /// Notes what a number turns that none before in this direction turned.
    fn note(&mut self, direction: Direction, count: i64) -> Assessment {
        let found = self.assess(count);
        let mut changes = changes(self.base, &found);
        let before = self.turns.iter().filter(|turn| turn.direction == direction);
        let before: Vec<&Change> = before.flat_map(|turn| &turn.changes).collect();
        changes.retain(|change| !before.iter().any(|earlier| earlier.is_of(change)));
        if !changes.is_empty() {
            let is_new = |contradiction: &Contradiction| !self.base.contradictions.contains(contradiction);
            self.turns.push(Turn {
                direction,
                count,
                contradicts: found.contradictions.iter().any(is_new),
                changes,
            });
        }
        found
    }
}

fn changes(base: &Assessment, found: &Assessment) -> Vec<Change> {
    let mut changes = Vec::new();
    if let (Some(from), Some(to)) = (base.verdict, found.verdict)
        && from != to
    {
        changes.push(Change::Whole { from, to });
    }
    for (criterion, (before, after)) in base.conditions.iter().zip(&found.conditions).enumerate() {
        let (from, to) = (before.verdict, after.verdict);
        if from != to {
            changes.push(Change::Criterion { criterion, from, to });
        }
        for (reading, (before, after)) in before.readings.iter().zip(&after.readings).enumerate() {
            let (from, to) = (before.verdict, after.verdict);
            if from != to {
                changes.push(Change::Reading {
                    criterion,
                    reading,
                    from,
                    to,
                });
            }
        }
    }
    changes
}
