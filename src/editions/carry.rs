//! What becomes of each answer on the way to another edition. Nothing is guessed: an answer that cannot mean the same
//! there is not carried over, and the old one stays with the edition that it was given to.

use crate::answers::{Answer, Answers, Extra, Said};
use crate::lang::Text;
use crate::standard::{Choice, Kind, Question, Standard};

/// Why an answer could be carried over although something about its question changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// A chosen option has the same id and stands in another place.
    OptionMoved,
    /// A whole number is asked for as a number with decimals now.
    CountToNumber,
    /// A number with decimals that is whole is asked for as a whole number now.
    NumberToCount,
    /// The bounds changed, and the value still fits.
    BoundsChanged,
}

/// Why a question must be asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskAgain {
    /// The question takes another kind of answer.
    KindChanged,
    /// The number is counted in another unit.
    UnitChanged,
    /// The number has decimals, and a whole one is asked for now.
    NotWhole,
    /// The number is beyond the new bounds.
    OutOfBounds,
    /// An option that was chosen is no longer there.
    OptionGone,
    /// "Does not apply" is no longer allowed.
    MustApply,
}

/// What becomes of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is as it was.
    Kept,
    /// It is the same answer in another form.
    Converted(Conversion),
    /// The question is open there.
    AskedAgain(AskAgain),
    /// The other edition has no such question.
    Dropped,
}

/// An answer on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carry {
    /// Index of the question in the edition that the answer was given to.
    pub question: usize,
    /// Index of the question of the same id in the other edition.
    pub to: Option<usize>,
    /// What becomes of it.
    pub fate: Fate,
}

/// Answers carried over, with what became of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// The answers for the other edition. What is kept beside them is kept as it is.
    pub answers: Answers,
    /// Whether the other edition has the track; else it must be chosen again, and its first one stands in.
    pub has_track: bool,
    /// For every question that was answered, "unknown" included, in the order of the edition that it was given to.
    pub report: Vec<Carry>,
}

impl Carried {
    /// The answers that did not stay as they were.
    pub fn changed(&self) -> impl Iterator<Item = &Carry> {
        self.report.iter().filter(|carry| carry.fate != Fate::Kept)
    }
}

/// Carries answers over by the ids of questions, options and tracks. `answers` must have been read against `from`.
pub fn carry(answers: &Answers, from: &Standard, to: &Standard) -> Carried {
    let track = to.track(&from.tracks[answers.track].id);
    let mut carried = Answers::new(to, track.unwrap_or_default());
    for extra in Extra::ALL {
        carried.keep(extra, &[], answers.extra(extra).cloned());
    }
    let mut ids: Vec<(&str, usize)> = to
        .questions
        .iter()
        .enumerate()
        .map(|(index, question)| (question.id.as_str(), index))
        .collect();
    ids.sort_unstable();
    let mut report = Vec::new();
    for (index, question) in from.questions.iter().enumerate() {
        let Some(answer) = answers.get(index) else {
            continue;
        };
        let found = ids.binary_search_by_key(&question.id.as_str(), |(id, _)| id);
        let to_index = found.ok().map(|found| ids[found].1);
        let (fate, answer) = match to_index {
            None => (Fate::Dropped, None),
            Some(to_index) => converted(answer, question, &to.questions[to_index]),
        };
        if let Some(to_index) = to_index {
            carried.set(to_index, answer);
            let known = |said: &&Said| to.departments.iter().any(|known| known.id == said.department);
            carried.note_said(to_index, answers.said(index).filter(known).cloned());
        }
        report.push(Carry {
            question: index,
            to: to_index,
            fate,
        });
    }
    Carried {
        answers: carried,
        has_track: track.is_some(),
        report,
    }
}

/// What becomes of an answer whose question the other edition has too.
fn converted(answer: &Answer, from: &Question, to: &Question) -> (Fate, Option<Answer>) {
    let again = |why: AskAgain| (Fate::AskedAgain(why), None);
    let kept = |answer: &Answer| (Fate::Kept, Some(answer.clone()));
    match (answer, &from.kind, &to.kind) {
        (Answer::Unknown, _, _) => kept(answer),
        (Answer::NotApplicable, _, _) if to.not_applicable => kept(answer),
        (Answer::NotApplicable, _, _) => again(AskAgain::MustApply),
        (Answer::YesNo(_), _, Kind::YesNo) => kept(answer),
        (Answer::OneOf(chosen), Kind::OneOf(choices), Kind::OneOf(options)) => {
            options_of(&[*chosen], choices, options, |chosen| Answer::OneOf(chosen[0]))
        }
        (Answer::ManyOf(chosen), Kind::ManyOf(choices), Kind::ManyOf(options)) => {
            options_of(chosen, choices, options, Answer::ManyOf)
        }
        (Answer::Count(value) | Answer::Number(value), _, _) => match (numbers(from), numbers(to)) {
            (Some(one), Some(other)) => number(*value, &one, &other),
            _ => again(AskAgain::KindChanged),
        },
        _ => again(AskAgain::KindChanged),
    }
}

/// The chosen options by their ids, in the order of the other edition.
fn options_of(
    chosen: &[usize],
    from: &[Choice],
    to: &[Choice],
    answer: impl Fn(Vec<usize>) -> Answer,
) -> (Fate, Option<Answer>) {
    let place = |option: &usize| to.iter().position(|other| other.id == from[*option].id);
    let Some(mut places) = chosen.iter().map(place).collect::<Option<Vec<usize>>>() else {
        return (Fate::AskedAgain(AskAgain::OptionGone), None);
    };
    places.sort_unstable();
    let fate = match places == chosen {
        true => Fate::Kept,
        false => Fate::Converted(Conversion::OptionMoved),
    };
    (fate, Some(answer(places)))
}

/// What a question says of its numbers.
struct Numbers<'a> {
    /// How many hundredths one is: 100 for counts, whose values and bounds are whole.
    one: i64,
    bounds: (i64, i64),
    unit: &'a Text,
}

fn numbers(question: &Question) -> Option<Numbers<'_>> {
    let (one, (min, max, unit)) = match &question.kind {
        Kind::Count { min, max, unit } => (100, (min, max, unit)),
        Kind::Number { min, max, unit } => (1, (min, max, unit)),
        _ => return None,
    };
    Some(Numbers {
        one,
        bounds: (*min, *max),
        unit,
    })
}

fn number(value: i64, from: &Numbers, to: &Numbers) -> (Fate, Option<Answer>) {
    let again = |why: AskAgain| (Fate::AskedAgain(why), None);
    // A text may be there in one of its languages alone: what is there must agree.
    let differs = |one: &Option<Box<str>>, other: &Option<Box<str>>| matches!((one, other), (Some(one), Some(other)) if one != other);
    if differs(&from.unit.zh_cn, &to.unit.zh_cn) || differs(&from.unit.en, &to.unit.en) {
        return again(AskAgain::UnitChanged);
    }
    // The standard bounds every number, so that hundredths of it cannot overflow.
    let hundredths = value * from.one;
    if hundredths % to.one != 0 {
        return again(AskAgain::NotWhole);
    }
    let value = hundredths / to.one;
    if !(to.bounds.0..=to.bounds.1).contains(&value) {
        return again(AskAgain::OutOfBounds);
    }
    match (from.one, to.one) {
        (100, 1) => (
            Fate::Converted(Conversion::CountToNumber),
            Some(Answer::Number(value)),
        ),
        (1, 100) => (
            Fate::Converted(Conversion::NumberToCount),
            Some(Answer::Count(value)),
        ),
        (one, _) => {
            let fate = match from.bounds == to.bounds {
                true => Fate::Kept,
                false => Fate::Converted(Conversion::BoundsChanged),
            };
            let answer = match one {
                100 => Answer::Count(value),
                _ => Answer::Number(value),
            };
            (fate, Some(answer))
        }
    }
}
