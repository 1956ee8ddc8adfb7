//! Answers as one number: each choice that an answer makes is a digit whose base is the number of its possibilities.
//!
//! Where some possibilities are likelier than others, they have a larger share of the base and cost less (the method of
//! range asymmetric numeral systems, with a number in place of a stream). How large the shares are is chosen from a few
//! tables, and the choice stands in front. All of it is part of version 1: changing any of it makes codes unreadable.

use super::number::Number;
use crate::answers::{Answer, Answers};
use crate::standard::{Choice, Kind, Question, Standard};
use scheme::{
    Class, MOST_OPTIONS, OTHERS, PRESENCE_SHARES, PRESENCES, SCHEME_SHARES, SCHEMES, Scheme, presence,
};

mod longest;
mod scheme;

pub use longest::longest;

/// Goes one way or the other through the same choices: what writes is told each one, what reads gives it.
trait Coder {
    /// One of several possibilities with their shares; one without a share is never chosen.
    fn pick(&mut self, shares: &[u32], choice: usize) -> usize;

    /// A number below `limit`, all of them alike.
    fn below(&mut self, limit: u32, number: u32) -> u32;
}

/// The choices made, in order: where the share begins, how wide it is, and the base.
#[derive(Default)]
struct Writer(Vec<(u32, u32, u32)>);

impl Coder for Writer {
    fn pick(&mut self, shares: &[u32], choice: usize) -> usize {
        let start = shares[..choice].iter().sum();
        self.0.push((start, shares[choice], shares.iter().sum()));
        choice
    }

    fn below(&mut self, limit: u32, number: u32) -> u32 {
        self.0.push((number, 1, limit));
        number
    }
}

impl Writer {
    /// Puts the choices in front of those that `number` holds: the last one first, since reading begins at the front.
    fn in_front_of(&self, mut number: Number) -> Number {
        for (start, width, base) in self.0.iter().rev() {
            let rest = number.divide(*width);
            number.times_plus(*base, start + rest);
        }
        number
    }
}

struct Reader(Number);

impl Coder for Reader {
    fn pick(&mut self, shares: &[u32], _: usize) -> usize {
        let mut rest = self.0.divide(shares.iter().sum());
        let mut choice = 0;
        while rest >= shares[choice] {
            rest -= shares[choice];
            choice += 1;
        }
        self.0.times_plus(shares[choice], rest);
        choice
    }

    fn below(&mut self, limit: u32, _: u32) -> u32 {
        self.0.divide(limit)
    }
}

/// What a code goes by: questions, tracks and options in the order of their ids.
pub(super) struct Layout<'s> {
    questions: Vec<(usize, &'s Question)>,
    tracks: Vec<usize>,
}

/// Questions of a track, or those of none of its pages.
type Part<'s> = Vec<(usize, &'s Question)>;

impl<'s> Layout<'s> {
    pub(super) fn of(standard: &'s Standard) -> Layout<'s> {
        let mut questions: Part = standard.questions.iter().enumerate().collect();
        questions.sort_unstable_by_key(|(_, question)| question.id.as_str());
        let mut tracks: Vec<usize> = (0..standard.tracks.len()).collect();
        tracks.sort_unstable_by_key(|track| standard.tracks[*track].id.as_str());
        Layout { questions, tracks }
    }

    /// The questions of a track, and the others.
    fn parts(&self, track: usize) -> [Part<'s>; 2] {
        let is_own = |(_, question): &&(usize, &Question)| question.tracks.contains(track);
        let (own, others): (Part, Part) = self.questions.iter().partition(is_own);
        [own, others]
    }

    /// More symbols than the number of any answers has.
    fn most_symbols(&self) -> usize {
        let options = |(_, question): &(usize, &Question)| match &question.kind {
            Kind::OneOf(choices) | Kind::ManyOf(choices) => choices.len(),
            _ => 0,
        };
        let symbols = self.questions.iter().map(|question| 20 + options(question));
        20 + symbols.sum::<usize>()
    }
}

/// Options in the order of their ids.
fn by_id(choices: &[Choice]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..choices.len()).collect();
    order.sort_unstable_by_key(|option| choices[*option].id.as_str());
    order
}

/// Goes through the choices of an answer. What reads passes any answer.
fn answer(coder: &mut impl Coder, question: &Question, scheme: &Scheme, given: &Answer) -> Answer {
    match &question.kind {
        Kind::Count { min, max, .. } => {
            let count = numeric(coder, question, ((*min, *max), scheme.counts), given);
            count.map_or_else(|valueless| valueless, Answer::Count)
        }
        Kind::Number { min, max, .. } => {
            let number = numeric(coder, question, ((*min, *max), scheme.numbers), given);
            number.map_or_else(|valueless| valueless, Answer::Number)
        }
        Kind::YesNo => choice(coder, question, 2, given, |coder| {
            Answer::YesNo(coder.below(2, u32::from(*given == Answer::YesNo(true))) == 1)
        }),
        Kind::OneOf(choices) => choice(coder, question, choices.len() as u32, given, |coder| {
            let order = by_id(choices);
            let place = order.iter().position(|option| *given == Answer::OneOf(*option));
            let place = coder.below(choices.len() as u32, place.unwrap_or_default() as u32);
            Answer::OneOf(order[place as usize])
        }),
        Kind::ManyOf(choices) => {
            let share = 1 << choices.len().min(MOST_OPTIONS);
            choice(coder, question, share, given, |coder| {
                let has = |option: &usize| matches!(given, Answer::ManyOf(chosen) if chosen.contains(option));
                let mut chosen = by_id(choices);
                chosen.retain(|option| coder.below(2, u32::from(has(option))) == 1);
                chosen.sort_unstable();
                Answer::ManyOf(chosen)
            })
        }
    }
}

/// The shares of "unknown", of "does not apply" where that may be said, and of the values.
fn shares(question: &Question, values: impl Iterator<Item = u32>) -> Vec<u32> {
    [1, u32::from(question.not_applicable)]
        .into_iter()
        .chain(values)
        .collect()
}

/// "Unknown", "does not apply", or a value.
fn choice<C: Coder>(
    coder: &mut C,
    question: &Question,
    share: u32,
    given: &Answer,
    value: impl FnOnce(&mut C) -> Answer,
) -> Answer {
    let status = match given {
        Answer::Unknown => 0,
        Answer::NotApplicable => 1,
        _ => 2,
    };
    match coder.pick(&shares(question, [share].into_iter()), status) {
        0 => Answer::Unknown,
        1 => Answer::NotApplicable,
        _ => value(coder),
    }
}

/// A number, or the answer that is none.
fn numeric(
    coder: &mut impl Coder,
    question: &Question,
    (bounds, classes): ((i64, i64), &[Class]),
    given: &Answer,
) -> Result<i64, Answer> {
    let (status, place) = match given {
        Answer::Count(value) | Answer::Number(value) => {
            let mut found = classes.iter().zip(2..);
            let found = found.find_map(|(class, status)| Some((status, class.place(bounds, *value)?)));
            found.expect("the last class has every number within the bounds")
        }
        Answer::NotApplicable => (1, 0),
        _ => (0, 0),
    };
    let in_class = classes.iter().map(|class| match class.count(bounds) {
        0 => 0,
        _ => class.share,
    });
    match coder.pick(&shares(question, in_class), status) {
        0 => Err(Answer::Unknown),
        1 => Err(Answer::NotApplicable),
        status => {
            let class = &classes[status - 2];
            Ok(class.value(bounds, coder.below(class.count(bounds), place)))
        }
    }
}

/// Goes through all choices. What reads passes answers of which nothing is given.
fn all(coder: &mut impl Coder, layout: &Layout, scheme: usize, given: &Answers) -> Answers {
    let mut read = given.clone();
    let scheme = &SCHEMES[coder.pick(&SCHEME_SHARES, scheme)];
    let track = layout.tracks.iter().position(|track| *track == given.track);
    let track = coder.below(layout.tracks.len() as u32, track.unwrap_or_default() as u32);
    read.track = layout.tracks[track as usize];
    let [own, others] = layout.parts(read.track);
    let is_given = |(index, _): &(usize, &Question)| given.get(*index).is_some();
    part(coder, &own, scheme, given, &mut read);
    if coder.pick(&OTHERS, usize::from(others.iter().any(is_given))) == 1 {
        part(coder, &others, scheme, given, &mut read);
    }
    read
}

fn part(coder: &mut impl Coder, questions: &Part, scheme: &Scheme, given: &Answers, read: &mut Answers) {
    let missing = questions.iter().filter(|(index, _)| given.get(*index).is_none());
    let presence = presence(missing.count(), questions.len());
    let presence = &PRESENCES[coder.pick(&PRESENCE_SHARES, presence)];
    for (index, question) in questions {
        let given = given.get(*index);
        let is_there = coder.pick(presence, usize::from(given.is_some())) == 1;
        let found = is_there.then(|| answer(coder, question, scheme, given.unwrap_or(&Answer::Unknown)));
        read.set(*index, found);
    }
}

/// The shortest payload of answers, the first of several.
pub(super) fn pack(layout: &Layout, answers: &Answers) -> Vec<u8> {
    let payloads = (0..SCHEMES.len()).map(|scheme| {
        let mut writer = Writer::default();
        all(&mut writer, layout, scheme, answers);
        writer.in_front_of(Number::default()).to_symbols()
    });
    payloads.min_by_key(Vec::len).unwrap_or_default()
}

/// The answers of a payload; `None` where no answers are written so.
pub(super) fn unpack(layout: &Layout, standard: &Standard, payload: &[u8]) -> Option<Answers> {
    // Reading takes time quadratic in the length.
    if payload.len() > layout.most_symbols() {
        return None;
    }
    let mut reader = Reader(Number::from_symbols(payload));
    let answers = all(&mut reader, layout, 0, &Answers::new(standard, 0));
    reader.0.is_zero().then_some(answers)
}
