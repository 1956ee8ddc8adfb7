//! What one firm said, checked against a standard. *Not answered*, *unknown*, *not applicable* and *no* are four
//! different things: `None`, [`Answer::Unknown`], [`Answer::NotApplicable`] and a value.

use crate::document::{Fault, Faults, Node, Place};
use crate::standard::{Hundredths, Kind, Question, Standard};

mod alike;
mod document;
mod extras;
mod part;
pub mod place;
mod said;
mod typed;
pub use alike::are_alike;
pub use document::{AnswerDocument, AnswerValue};
pub use extras::Extra;
pub(crate) use extras::keyed;
pub use part::{Part, Way};
pub(crate) use said::is_date;
pub use said::{MOST_NAME, Said};
pub use typed::{Typed, TypedFault, Unit, read_number, read_typed, write_number};
pub(crate) use typed::{is_invisible, plain};

/// Name of the format of an answer document.
pub const FORMAT: &str = "readiness-check/answers";
/// Version of the format.
pub const VERSION: i64 = 1;

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A whole number.
    Count(i64),
    /// A number, in hundredths.
    Number(Hundredths),
    /// Yes or no.
    YesNo(bool),
    /// The chosen option, by its index.
    OneOf(usize),
    /// The chosen options, by their indexes, rising; empty is none of them.
    ManyOf(Vec<usize>),
    /// Asked, and not known.
    Unknown,
    /// Does not apply to the plant.
    NotApplicable,
}

/// All that one firm said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Index of the track.
    pub track: usize,
    /// In the order of the standard's questions.
    given: Vec<Option<Answer>>,
    /// In the order of [`Extra::ALL`].
    extras: [Option<Node>; 4],
    /// Who gave an answer, by question, rising: of answers that departments handed in.
    said: Vec<(usize, Said)>,
}

impl Answers {
    /// Nothing answered yet.
    pub fn new(standard: &Standard, track: usize) -> Answers {
        Answers {
            track,
            given: vec![None; standard.questions.len()],
            extras: [const { None }; 4],
            said: Vec::new(),
        }
    }

    /// The answer to a question; `None` where it is not answered yet.
    pub fn get(&self, question: usize) -> Option<&Answer> {
        self.given[question].as_ref()
    }

    /// Answers a question, or takes its answer back. Another answer than before is the visitor's own.
    pub fn set(&mut self, question: usize, answer: Option<Answer>) {
        if self.given[question] != answer {
            self.given[question] = answer;
            self.note_said(question, None);
        }
    }

    /// What is kept beside the answers.
    pub fn extra(&self, extra: Extra) -> Option<&Node> {
        self.extras[extra as usize].as_ref()
    }

    /// The value at `path` of what is kept beside the answers.
    pub fn kept(&self, extra: Extra, path: &[&str]) -> Option<&Node> {
        extras::at(self.extra(extra)?, path)
    }

    /// Sets the value at `path` of what is kept beside the answers, or takes it out.
    pub fn keep(&mut self, extra: Extra, path: &[&str], value: Option<Node>) {
        self.extras[extra as usize] = extras::with(self.extra(extra), path, value);
    }

    /// Whether nothing is kept beside the answers.
    pub fn has_no_extras(&self) -> bool {
        self.extras.iter().all(Option::is_none)
    }

    /// Whether nothing is answered on any track.
    pub fn is_empty(&self) -> bool {
        self.given.iter().all(Option::is_none)
    }

    /// How many questions of the track have an answer that is known, and how many questions it has: whatever the answers
    /// say of other questions.
    pub fn counts(&self, standard: &Standard) -> [usize; 2] {
        let pairs = standard.questions.iter().zip(&self.given);
        let on_track = pairs.filter(|(question, _)| question.tracks.contains(self.track));
        on_track.fold([0, 0], |[known, all], (_, answer)| {
            let is_known = answer.as_ref().is_some_and(|answer| *answer != Answer::Unknown);
            [known + usize::from(is_known), all + 1]
        })
    }

    /// For every question, whether it is answered otherwise than in `other`.
    pub fn differing(&self, other: &Answers) -> Vec<bool> {
        let pairs = self.given.iter().zip(&other.given);
        pairs.map(|(ours, theirs)| ours != theirs).collect()
    }

    /// Reads an answer document.
    ///
    /// # Errors
    /// Every fault of the document, each with its place: another format, a newer version, another standard, an
    /// unknown track, unknown or repeated keys, wrong types, numbers out of bounds.
    pub fn read(document: &Node, standard: &Standard) -> Result<Answers, Vec<Fault>> {
        let faults = Faults::default();
        let answers = read(&Place::root(document, &faults), standard);
        answers
            .filter(|_| faults.is_empty())
            .ok_or_else(|| faults.into_vec())
    }

    /// What two writers changed since `base`, together: `self` wins where both changed the same answer.
    pub fn merged(&self, base: &Answers, theirs: &Answers) -> Answers {
        let mut merged = theirs.clone();
        if self.track != base.track {
            merged.track = self.track;
        }
        for (question, changed) in self.differing(base).into_iter().enumerate() {
            if changed || self.said(question) != base.said(question) {
                merged.take(question, self);
            }
        }
        for extra in Extra::ALL {
            let [ours, base, theirs] = [self, base, theirs].map(|answers| answers.extra(extra));
            merged.extras[extra as usize] = extras::merged(ours, base, theirs);
        }
        merged
    }
}

fn read(root: &Place, standard: &Standard) -> Option<Answers> {
    let fields = root.fields()?;
    let format = fields.need("format")?;
    if format.text()? != FORMAT {
        format.fault(
            "wrong-format",
            format!("is not \"{FORMAT}\": this is not a document of answers"),
        );
        return None;
    }
    let version = fields.need("version")?;
    let number = version.whole(1, i64::MAX)?;
    if number > VERSION {
        let message =
            format!("is {number}; this program reads up to version {VERSION}: load its newest release");
        version.fault("newer-version", message);
        return None;
    }
    let named = fields.need("standard")?;
    if named.text()? != standard.id {
        named.fault(
            "other-standard",
            format!("is \"{}\", not \"{}\"", named.text()?, standard.id),
        );
        return None;
    }
    let track = fields.need("track").and_then(|place| {
        let id = place.text()?;
        let track = standard.track(id);
        if track.is_none() {
            let known: Vec<_> = standard.tracks.iter().map(|track| track.id.as_str()).collect();
            place.fault(
                "unknown-track",
                format!("is \"{id}\"; expected one of {}", known.join(", ")),
            );
        }
        track
    });
    let mut answers = Answers::new(standard, track.unwrap_or_default());
    if let Some(place) = fields.need("answers")
        && let Some(given) = place.fields()
    {
        let mut ids: Vec<(&str, usize)> = standard
            .questions
            .iter()
            .enumerate()
            .map(|(index, question)| (question.id.as_str(), index))
            .collect();
        ids.sort_unstable();
        for (id, place) in given.all() {
            match ids.binary_search_by_key(&id, |(id, _)| id) {
                Ok(found) => {
                    let index = ids[found].1;
                    answers.set(index, read_answer(&place, &standard.questions[index]));
                }
                Err(_) => unknown_question(&place, id, standard),
            }
        }
    }
    for (extra, kept) in Extra::ALL.into_iter().zip(&mut answers.extras) {
        *kept = fields.get(extra.key()).map(|place| {
            if let Some(fields) = place.fields() {
                fields.all().for_each(|(_, place)| refuse_repetition(&place));
            }
            place.node.clone()
        });
    }
    said::read_all(&fields, standard, &mut answers);
    // What a file says of itself: `exchange::file` reads it.
    let _of_the_file = [fields.get("saved"), fields.get("part")];
    fields.close();
    track.map(|_| answers)
}

fn unknown_question(place: &Place, id: &str, standard: &Standard) {
    let message = format!("the standard \"{}\" has no question \"{id}\"", standard.id);
    place.fault("unknown-question", message);
}

/// Finds keys that stand twice in what is kept as it is: another program would keep one of them only.
fn refuse_repetition(place: &Place) {
    match place.node {
        Node::Map(_) => place
            .fields()
            .iter()
            .flat_map(|fields| fields.all())
            .for_each(|(_, place)| refuse_repetition(&place)),
        Node::List(_) => place.items().for_each(|place| refuse_repetition(&place)),
        _ => {}
    }
}

fn read_answer(place: &Place, question: &Question) -> Option<Answer> {
    match place.node {
        Node::Text(text) if text == "unknown" => return Some(Answer::Unknown),
        Node::Text(text) if text == "not-applicable" => {
            if !question.not_applicable {
                let message = format!("\"{}\" cannot be answered with \"not-applicable\"", question.id);
                place.fault("not-applicable-refused", message);
            }
            return Some(Answer::NotApplicable);
        }
        _ => {}
    }
    let option = |place: &Place, choices: &[crate::standard::Choice]| {
        let id = place.text()?;
        let found = choices.iter().position(|choice| choice.id == id);
        if found.is_none() {
            let known: Vec<_> = choices.iter().map(|choice| choice.id.as_str()).collect();
            place.fault(
                "unknown-option",
                format!("is \"{id}\"; expected one of {}", known.join(", ")),
            );
        }
        found
    };
    match &question.kind {
        Kind::Count { min, max, .. } => place.whole(*min, *max).map(Answer::Count),
        Kind::Number { min, max, .. } => place.hundredths(*min, *max).map(Answer::Number),
        Kind::YesNo => place.boolean().map(Answer::YesNo),
        Kind::OneOf(choices) => option(place, choices).map(Answer::OneOf),
        Kind::ManyOf(choices) => {
            let mut chosen = Vec::new();
            for item in place.items() {
                match option(&item, choices) {
                    Some(index) if chosen.contains(&index) => {
                        item.fault(
                            "repeated-option",
                            format!("\"{}\" stands twice", choices[index].id),
                        );
                    }
                    found => chosen.extend(found),
                }
            }
            chosen.sort_unstable();
            Some(Answer::ManyOf(chosen))
        }
    }
}
