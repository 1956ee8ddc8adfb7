//! Answers as a file: the answer document with all that is kept beside the answers, and when and with what it was saved.

use super::text::text;
use crate::answers::{AnswerDocument, Answers, Extra, Part, is_date};
use crate::assess::{Progress, assess};
use crate::document::{Fault, Faults, Fields, Node, Place};
use crate::standard::Standard;
use serde::Serialize;

/// Ending of the names of files.
pub const ENDING: &str = ".readiness.json";
/// Keys of what a file says of itself.
const SAVED: &str = "saved";
const PART: &str = "part";
/// How many characters of a name are kept.
const MOST_NAME: usize = 60;

/// When and with what a file was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Saved {
    /// Date and time with the zone, as `2026-01-09T14:30:00+08:00`.
    pub date: String,
    /// Release of the engine.
    pub engine: String,
    /// Hash of the standard.
    pub hash: String,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Index of its standard among those it was read with.
    pub standard: usize,
    /// Its answers and what is kept beside them.
    pub answers: Answers,
    /// `None` where it is a mere answer document, which no button saved.
    pub saved: Option<Saved>,
    /// The part of a department that it is; `None` where it is a whole.
    pub part: Option<Part>,
}

/// A file as it is written.
#[derive(Serialize)]
struct Written<'a> {
    #[serde(flatten)]
    document: AnswerDocument<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<&'a Saved>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a Part>,
}

/// The content of a file; date and time come from outside.
pub fn write(standard: &Standard, answers: &Answers, date: &str) -> String {
    write_part(standard, answers, date, None)
}

/// The same of the part of a department. Releases that know no parts refuse it, and name the key.
pub fn write_part(standard: &Standard, answers: &Answers, date: &str, part: Option<&Part>) -> String {
    let saved = Saved {
        date: date.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        hash: standard.hash().to_owned(),
    };
    write_as_saved(standard, answers, Some(&saved), part)
}

/// The same with what a file said of itself when it was read.
pub fn write_as_saved(
    standard: &Standard,
    answers: &Answers,
    saved: Option<&Saved>,
    part: Option<&Part>,
) -> String {
    let part = part.map(|part| Part {
        came_with: String::new(),
        ..part.clone()
    });
    let written = Written {
        document: answers.whole_document(standard),
        saved,
        part: part.as_ref(),
    };
    serde_json::to_string(&written).expect("the keys are texts, and nothing is left but to write them")
}

/// Reads the content of a file with these standards. Nothing is believed of it.
///
/// # Errors
/// Every fault with its place: what has no text, is not JSON, no answer document, of a newer version or of a standard
/// that is not among these.
pub fn read(bytes: &[u8], standards: &[&Standard]) -> Result<File, Vec<Fault>> {
    let text = text(bytes).map_err(|fault| {
        vec![Fault {
            code: fault.code(),
            path: String::new(),
            message: fault.to_string(),
        }]
    })?;
    let document = Node::from_json(&text).map_err(|fault| vec![fault])?;
    let named =
        |standard: &&Standard| matches!(document.get("standard"), Some(Node::Text(id)) if *id == standard.id);
    let found = standards.iter().position(named);
    // Where none is named, the reader of answers says what is wrong; any standard will do for that.
    let Some(standard) = standards.get(found.unwrap_or_default()) else {
        return Err(vec![no_standard()]);
    };
    let answers = Answers::read(&document, standard);
    let faults = Faults::default();
    let root = Place::root(&document, &faults);
    let saved = document
        .get(SAVED)
        .and_then(|_| saved(&root.fields()?.get(SAVED)?));
    let part = document
        .get(PART)
        .and_then(|_| Part::read(&root.fields()?.get(PART)?, standard));
    match answers {
        Ok(answers) if faults.is_empty() => Ok(File {
            standard: found.unwrap_or_default(),
            answers,
            saved,
            part,
        }),
        Ok(_) => Err(faults.into_vec()),
        Err(mut all) => {
            all.extend(faults.into_vec());
            Err(all)
        }
    }
}

fn no_standard() -> Fault {
    Fault {
        code: "not-ready",
        path: "/standard".to_owned(),
        message: "no standard is loaded".to_owned(),
    }
}

fn saved(place: &Place) -> Option<Saved> {
    let fields = place.fields()?;
    let checked = |fields: &Fields, key: &'static str, is_sound: fn(&str) -> bool, expected: &str| {
        let place = fields.need(key)?;
        let text = place.text()?;
        if !is_sound(text) {
            place.fault("bad-value", format!("is \"{text}\"; expected {expected}"));
        }
        Some(text.to_owned())
    };
    let date = checked(
        &fields,
        "date",
        is_date,
        "a date and time such as 2026-01-09T14:30:00+08:00",
    );
    let engine = checked(&fields, "engine", is_release, "a release such as 0.1.0");
    let hash = checked(&fields, "hash", is_hash, "64 hexadecimal digits");
    fields.close();
    Some(Saved {
        date: date?,
        engine: engine?,
        hash: hash?,
    })
}

fn is_release(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    (1..=64).contains(&text.len()) && text.chars().all(is_part)
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The name of a file: what systems refuse in names is left out.
pub fn name(wanted: &str) -> String {
    name_with(wanted, ENDING)
}

/// The same with another ending.
pub fn name_with(wanted: &str, ending: &str) -> String {
    const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];
    let is_refused = |c: char| c.is_control() || "<>:\"/\\|?*".contains(c);
    let kept: String = wanted
        .chars()
        .filter(|c| !is_refused(*c))
        .take(MOST_NAME)
        .collect();
    let name = kept.trim().trim_matches('.').trim();
    let device = name
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .to_ascii_uppercase();
    match name {
        "" => format!("answers{ending}"),
        name if DEVICES.contains(&device.as_str()) => format!("_{name}{ending}"),
        name => format!("{name}{ending}"),
    }
}

/// What is said of answers that arrive, before anything is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Id of the standard.
    pub standard: String,
    /// Its edition.
    pub edition: String,
    /// Index of the track.
    pub track: usize,
    /// The plant, as it was typed.
    pub plant: Option<String>,
    /// When it was saved; a code does not say.
    pub date: Option<String>,
    /// How many questions of the track are asked, answered and open.
    pub progress: Progress,
    /// How many questions of other tracks are answered.
    pub on_other_tracks: usize,
    /// Whether the text of the standard is the one that it was saved with, where that is known.
    pub same_text: Option<bool>,
}

/// Sums up answers that were read against `standard`.
pub fn summary(standard: &Standard, answers: &Answers, saved: Option<&Saved>) -> Summary {
    let questions = standard.questions.iter().enumerate();
    let on_other_tracks = questions
        .filter(|(index, question)| !question.tracks.contains(answers.track) && answers.get(*index).is_some())
        .count();
    let plant = match answers.kept(Extra::Profile, &["plant"]) {
        Some(Node::Text(plant)) => Some(plant.clone()),
        _ => None,
    };
    Summary {
        standard: standard.id.clone(),
        edition: standard.edition.clone(),
        track: answers.track,
        plant,
        date: saved.map(|saved| saved.date.clone()),
        progress: assess(standard, answers).progress(),
        on_other_tracks,
        same_text: saved.map(|saved| saved.hash == standard.hash()),
    }
}
