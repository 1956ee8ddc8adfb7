//! Which questionnaire a code belongs to: the first 15 bits of a hash over everything that its answers are read by, id
//! and edition first. Texts and the order of questions do not belong to it: correcting a word must not make codes unreadable.

use crate::standard::{Kind, Standard};
use sha2::{Digest, Sha256};

/// Three symbols.
pub(super) type Identity = [u8; 3];

pub(super) fn of(standard: &Standard) -> Identity {
    let hash = Sha256::digest(questionnaire(standard));
    let bits = u32::from(hash[0]) << 8 | u32::from(hash[1]);
    [11, 6, 1].map(|shift| (bits >> shift & 31) as u8)
}

/// The text that is hashed. Changing its form makes every code of version 1 unreadable.
fn questionnaire(standard: &Standard) -> String {
    let tracks_of = |tracks: crate::standard::Tracks| {
        let named = standard.tracks.iter().enumerate();
        sorted(
            named
                .filter(|(index, _)| tracks.contains(*index))
                .map(|(_, track)| track.id.as_str()),
        )
    };
    let tracks = sorted(standard.tracks.iter().map(|track| track.id.as_str()));
    let mut questions: Vec<String> = Vec::new();
    for question in &standard.questions {
        let options =
            |choices: &[crate::standard::Choice]| sorted(choices.iter().map(|choice| choice.id.as_str()));
        let kind = match &question.kind {
            Kind::Count { min, max, .. } => format!("count {min} {max}"),
            Kind::Number { min, max, .. } => format!("number {min} {max}"),
            Kind::YesNo => "yes-no".to_owned(),
            Kind::OneOf(choices) => format!("one-of {}", options(choices)),
            Kind::ManyOf(choices) => format!("many-of {}", options(choices)),
        };
        let applies = if question.not_applicable { "may" } else { "must" };
        questions.push(format!(
            "{}: {}; {applies} apply; {kind}",
            question.id,
            tracks_of(question.tracks)
        ));
    }
    questions.sort_unstable();
    format!(
        "{}\n{}\n{tracks}\n{}\n",
        standard.id,
        standard.edition,
        questions.join("\n")
    )
}

fn sorted<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.join(",")
}
