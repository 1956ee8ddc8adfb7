//! How long codes become.

use super::super::frame;
use super::super::letters::GROUP;
use super::super::number::Number;
use super::scheme::{Class, OTHERS, PRESENCE_SHARES, PRESENCES, SCHEME_SHARES, SCHEMES, Scheme};
use super::{Coder, Layout, Part, Writer, answer, by_id};
use crate::answers::Answer;
use crate::standard::{Kind, Question, Standard};

/// Of how many characters, without joints, the longest code of a full answer set is: each question of `track` answered
/// or unknown, no count above `most_count`, and on other tracks either nothing or, `with_others`, everything.
pub fn longest(standard: &Standard, track: usize, most_count: i64, with_others: bool) -> usize {
    let layout = Layout::of(standard);
    let [own, others] = layout.parts(track);
    let place = layout
        .tracks
        .iter()
        .position(|known| *known == track)
        .unwrap_or_default();
    let with_others = with_others && !others.is_empty();
    let symbols = SCHEMES.iter().enumerate().map(|(index, scheme)| {
        let heaviest = |questions: &Part, number: Number| {
            let heaviest =
                |number, (_, question): &(usize, &Question)| heaviest(question, scheme, most_count, number);
            let number = questions.iter().rev().fold(number, heaviest);
            in_front_of(number, |writer| {
                writer.pick(&PRESENCE_SHARES, 0);
            })
        };
        let number = match with_others {
            true => heaviest(&others, Number::default()),
            false => Number::default(),
        };
        let number = in_front_of(number, |writer| {
            writer.pick(&OTHERS, usize::from(with_others));
        });
        let number = in_front_of(heaviest(&own, number), |writer| {
            writer.pick(&SCHEME_SHARES, index);
            writer.below(layout.tracks.len() as u32, place as u32);
        });
        number.to_symbols().len()
    });
    frame::groups(symbols.min().unwrap_or_default()) * GROUP
}

fn in_front_of(number: Number, write: impl FnOnce(&mut Writer)) -> Number {
    let mut writer = Writer::default();
    write(&mut writer);
    writer.in_front_of(number)
}

/// The greatest number that an answer to a question makes of `number`. Of two numbers the greater one stays the greater
/// one whatever is put in front of both, so that the longest code is made of these.
fn heaviest(question: &Question, scheme: &Scheme, most_count: i64, number: Number) -> Number {
    let mut answers = vec![Answer::Unknown];
    answers.extend(question.not_applicable.then_some(Answer::NotApplicable));
    let greatest = |bounds: (i64, i64), classes: &[Class], most: i64| -> Vec<i64> {
        let of_class = |(index, class): (usize, &Class)| class.greatest(bounds, most, &classes[..index]);
        classes.iter().enumerate().filter_map(of_class).collect()
    };
    match &question.kind {
        Kind::Count { min, max, .. } => {
            let counts = greatest((*min, *max), scheme.counts, most_count);
            answers.extend(counts.into_iter().map(Answer::Count));
        }
        Kind::Number { min, max, .. } => {
            let numbers = greatest((*min, *max), scheme.numbers, i64::MAX);
            answers.extend(numbers.into_iter().map(Answer::Number));
        }
        Kind::YesNo => answers.push(Answer::YesNo(true)),
        Kind::OneOf(choices) => answers.extend(by_id(choices).last().copied().map(Answer::OneOf)),
        Kind::ManyOf(choices) => answers.push(Answer::ManyOf((0..choices.len()).collect())),
    }
    let numbers = answers.iter().map(|given| {
        in_front_of(number.clone(), |writer| {
            writer.pick(&PRESENCES[0], 1);
            answer(writer, question, scheme, given);
        })
    });
    numbers.max().unwrap_or_default()
}
