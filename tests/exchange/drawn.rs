//! Answer sets over the whole of what a standard allows, the same in each run.

use crate::draw::Draw;
use crate::{generate, standard};
use readiness_check::answers::{Answer, Answers};
use readiness_check::standard::{Kind, Question, Standard};

/// Numbers that are the same in each run (the generator is Marsaglia's xorshift).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len() as u64) as usize]
    }

    /// A number within bounds: anywhere, near an end, or of few digits.
    fn within(&mut self, min: i64, max: i64) -> i64 {
        let width = (max - min) as u64 + 1;
        let above = match self.below(6) {
            0 => 0,
            1 => width - 1,
            2 => self.below(width),
            digits => self.below(width.min(10u64.pow(digits as u32))),
        };
        min + above as i64
    }
}

/// What is drawn of an answer set.
#[derive(Clone, Copy)]
pub struct Wanted {
    /// How many questions of a hundred have an answer.
    pub answered: u64,
    /// How many of these are unknown.
    pub unknown: u64,
    /// Whether questions of other tracks are answered too.
    pub others: bool,
    /// No count is greater.
    pub most_count: i64,
    /// Whether numbers are anywhere, or near an end and of few digits too.
    pub wide: bool,
}

/// A full answer set of any values.
pub const FULL: Wanted = Wanted {
    answered: 100,
    unknown: 5,
    others: false,
    most_count: i64::MAX,
    wide: false,
};

pub fn value(random: &mut Random, question: &Question, wanted: Wanted) -> Answer {
    if random.chance(wanted.unknown) {
        return Answer::Unknown;
    }
    if question.not_applicable && random.chance(wanted.unknown * 2) {
        return Answer::NotApplicable;
    }
    let mut within = |min: i64, max: i64| match wanted.wide {
        true => min + random.below((max - min) as u64 + 1) as i64,
        false => random.within(min, max),
    };
    match &question.kind {
        Kind::Count { min, max, .. } => Answer::Count(within(*min, wanted.most_count.clamp(*min, *max))),
        Kind::Number { min, max, .. } => Answer::Number(within(*min, *max)),
        Kind::YesNo => Answer::YesNo(random.chance(50)),
        Kind::OneOf(choices) => Answer::OneOf(random.below(choices.len() as u64) as usize),
        Kind::ManyOf(choices) => Answer::ManyOf((0..choices.len()).filter(|_| random.chance(50)).collect()),
    }
}

/// Answers on a track.
pub fn on_track(random: &mut Random, standard: &Standard, track: usize, wanted: Wanted) -> Answers {
    let mut answers = Answers::new(standard, track);
    for (index, question) in standard.questions.iter().enumerate() {
        if (wanted.others || question.tracks.contains(track)) && random.chance(wanted.answered) {
            answers.set(index, Some(value(random, question, wanted)));
        }
    }
    answers
}

/// Answers of any kind: few, many or all questions, on any track, with any figures.
pub fn answers(random: &mut Random, standard: &Standard) -> Answers {
    let track = random.below(standard.tracks.len() as u64) as usize;
    let wanted = Wanted {
        answered: *random.pick(&[100, 0, 3, 30, 60, 95]),
        unknown: *random.pick(&[5, 0, 40]),
        others: random.chance(30),
        most_count: *random.pick(&[i64::MAX, 9, 999, 1_000]),
        wide: random.chance(30),
    };
    on_track(random, standard, track, wanted)
}

/// Every standard of the tests: those that are shipped, the small plant, and generated ones.
pub fn standards() -> Vec<Standard> {
    let mut standards: Vec<Standard> = ["ningbo-3511-2018", "ningbo-3511-2017"]
        .map(standard::shipped)
        .into();
    standards.push(standard::small_plant());
    for seed in 1..=20 {
        let mut random = Random::new(seed);
        let numbers: Vec<u16> = (0..400).map(|_| random.below(1 << 16) as u16).collect();
        let mut generated = standard::parse(&generate::standard(&mut Draw::new(&numbers)));
        generated.edition = seed.to_string();
        standards.push(generated);
    }
    standards
}

/// How many cases a property is tried on.
pub fn cases(usual: usize) -> usize {
    let factor = std::env::var("EXCHANGE_CASES")
        .ok()
        .and_then(|factor| factor.parse().ok());
    usual * factor.unwrap_or(1)
}
