//! Which single other answer would turn a verdict or the band of the index.

use super::band;
use crate::answers::{Answer, Answers};
use crate::assess::{Assessment, Contradiction, State, Verdict, assess};
use crate::standard::{Kind, Standard};

mod change;
pub use change::Change;

/// Where the other answer lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A larger number, yes, a better option, more options.
    Up,
    /// A smaller number, no, a worse option, fewer options.
    Down,
    /// That the question does not apply.
    DoesNotApply,
    /// That it applies after all, at its least or its most.
    Applies,
}

/// An answer that would turn something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Where it lies.
    pub direction: Direction,
    /// The nearest answer in that direction that turns what is listed.
    pub answer: Answer,
    /// Whether this very answer would contradict another that is given, which would then be wrong as well. Of several
    /// options as many others may do without.
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

/// Every answered question of which a single other answer would turn a verdict or the band of the index, in the order
/// of the standard. Takes a few assessments for each question.
pub fn sensitivity(standard: &Standard, answers: &Answers, assessment: &Assessment) -> Vec<Sensitive> {
    let mut found = Vec::new();
    for (question, state) in assessment.states.iter().enumerate() {
        let given = match (state, answers.get(question)) {
            (State::Answered | State::NotApplicable, Some(given)) => given,
            _ => continue,
        };
        let mut search = Search {
            standard,
            base: assessment,
            answers: answers.clone(),
            question,
            given,
            turns: Vec::new(),
        };
        search.run();
        if !search.turns.is_empty() {
            found.push(Sensitive {
                question,
                turns: search.turns,
            });
        }
    }
    found
}

/// What may turn: each reading, and the bands. Everything else follows from these.
#[derive(PartialEq)]
struct Outcome(Vec<Verdict>, Option<[i64; 2]>);

fn outcome(found: &Assessment) -> Outcome {
    let readings = found.conditions.iter().flat_map(|condition| &condition.readings);
    Outcome(readings.map(|reading| reading.verdict).collect(), bands(found))
}

fn bands(found: &Assessment) -> Option<[i64; 2]> {
    found.index.range.map(|range| [band(range.low), band(range.high)])
}

struct Search<'a> {
    standard: &'a Standard,
    base: &'a Assessment,
    answers: Answers,
    question: usize,
    given: &'a Answer,
    turns: Vec<Turn>,
}

impl Search<'_> {
    fn run(&mut self) {
        let asked = &self.standard.questions[self.question];
        let (least, most) = match &asked.kind {
            Kind::Count { min, max, .. } => (*min, *max),
            Kind::YesNo => (0, 1),
            Kind::OneOf(choices) => (0, choices.len() as i64 - 1),
            Kind::ManyOf(choices) => (0, choices.len() as i64),
            // A number with decimals stands in an effect, which has neither verdict nor points.
            Kind::Number { .. } => return,
        };
        match self.position() {
            Some(position) => {
                self.walk(Direction::Up, position, most);
                self.walk(Direction::Down, position, least);
                if asked.not_applicable {
                    self.try_out(Direction::DoesNotApply, Answer::NotApplicable);
                }
            }
            None => {
                for position in [least, most] {
                    self.try_out(Direction::Applies, self.at(position));
                }
            }
        }
    }

    /// Where the given answer lies on the scale of its question; `None` where it is that the question does not apply.
    fn position(&self) -> Option<i64> {
        Some(match self.given {
            Answer::Count(value) => *value,
            Answer::YesNo(yes) => i64::from(*yes),
            Answer::OneOf(option) => *option as i64,
            Answer::ManyOf(chosen) => chosen.len() as i64,
            _ => return None,
        })
    }

    /// The answer at a place of the scale. Of many options it is their number that counts: those that are given stay as
    /// far as they go.
    fn at(&self, position: i64) -> Answer {
        match &self.standard.questions[self.question].kind {
            Kind::YesNo => Answer::YesNo(position > 0),
            Kind::OneOf(_) => Answer::OneOf(position as usize),
            Kind::ManyOf(choices) => {
                let given = match self.given {
                    Answer::ManyOf(chosen) => chosen.as_slice(),
                    _ => &[],
                };
                let others = (0..choices.len()).filter(|option| !given.contains(option));
                let mut chosen: Vec<usize> = given.iter().copied().chain(others).collect();
                chosen.truncate(position as usize);
                chosen.sort_unstable();
                Answer::ManyOf(chosen)
            }
            _ => Answer::Count(position),
        }
    }

    fn assess(&mut self, answer: Answer) -> Assessment {
        self.answers.set(self.question, Some(answer));
        assess(self.standard, &self.answers)
    }

    /// Goes from one turn to the next, up to the end of the scale. Along a scale each reading and each bound of the
    /// index moves one way only; so what is the same at two places is the same between them.
    fn walk(&mut self, direction: Direction, start: i64, end: i64) {
        if start == end {
            return;
        }
        let last = outcome(&self.assess(self.at(end)));
        let mut here = outcome(self.base);
        let mut position = start;
        let step = if end > start { 1 } else { -1 };
        while here != last {
            // First in strides that double, since what turns something mostly lies near; then by halves.
            let (mut same, mut other, mut stride) = (position, end, 1);
            while (end - same) * step > stride {
                let place = same + stride * step;
                if outcome(&self.assess(self.at(place))) != here {
                    other = place;
                    break;
                }
                (same, stride) = (place, stride * 2);
            }
            while (other - same).abs() > 1 {
                let middle = same + (other - same) / 2;
                if outcome(&self.assess(self.at(middle))) == here {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            position = other;
            let found = self.try_out(direction, self.at(position));
            here = outcome(&found);
        }
    }

    /// Notes what an answer turns that none before in this direction turned.
    fn try_out(&mut self, direction: Direction, answer: Answer) -> Assessment {
        let found = self.assess(answer.clone());
        let mut changes = changes(self.base, &found);
        if direction != Direction::Applies {
            let before = self.turns.iter().filter(|turn| turn.direction == direction);
            let before: Vec<&Change> = before.flat_map(|turn| &turn.changes).collect();
            changes.retain(|change| !before.iter().any(|earlier| earlier.is_of(change)));
        }
        if !changes.is_empty() {
            let is_new = |contradiction: &Contradiction| !self.base.contradictions.contains(contradiction);
            self.turns.push(Turn {
                direction,
                answer,
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
    if let (Some(from), Some(to)) = (bands(base), bands(found))
        && from != to
    {
        changes.push(Change::Band { from, to });
    }
    changes
}
