//! Whether two standards mean the same by the places of their questions.

use crate::standard::{Choice, Kind, Question, Standard};

/// Whether answers that were read under one of these standards mean the same under the other, place by place. Two
/// documents may call themselves by one id, and the same document is loaded in each language by itself.
pub fn are_alike(one: &Standard, other: &Standard) -> bool {
    if std::ptr::eq(one, other) {
        return true;
    }
    let tracks = one.tracks.iter().map(|track| &track.id);
    one.id == other.id
        && tracks.eq(other.tracks.iter().map(|track| &track.id))
        && one.questions.len() == other.questions.len()
        && one.questions.iter().zip(&other.questions).all(is_same_question)
}

fn is_same_question((one, other): (&Question, &Question)) -> bool {
    one.id == other.id && one.not_applicable == other.not_applicable && is_same_kind(&one.kind, &other.kind)
}

fn is_same_kind(one: &Kind, other: &Kind) -> bool {
    match (one, other) {
        (
            Kind::Count { min, max, .. },
            Kind::Count {
                min: least,
                max: most,
                ..
            },
        )
        | (
            Kind::Number { min, max, .. },
            Kind::Number {
                min: least,
                max: most,
                ..
            },
        ) => (min, max) == (least, most),
        (Kind::YesNo, Kind::YesNo) => true,
        (Kind::OneOf(one), Kind::OneOf(other)) | (Kind::ManyOf(one), Kind::ManyOf(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other): (&Choice, &Choice)| one.id == other.id)
        }
        _ => false,
    }
}
