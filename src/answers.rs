//! What one firm said, checked against a standard. *Not answered*, *unknown*, *not applicable* and *no* are four
//! different things: `None`, [`Answer::Unknown`], [`Answer::NotApplicable`] and a value.

use crate::document::{Fault, Faults, Json, Node, Place};
use crate::standard::{Hundredths, Kind, Question, Standard};
use std::rc::Rc;
use written::Written;

mod extras;
mod typed;
mod written;
pub use extras::Extra;
pub use typed::{Typed, TypedFault, Unit, read_number, read_typed, write_number};

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

/// How many answers are kept together.
const BLOCK: usize = 64;

/// All that one firm said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Index of the track.
    pub track: usize,
    /// In blocks of [`BLOCK`]: a change copies one of them, and those that two sheets share are known to be equal.
    given: Vec<Rc<Written<Vec<Option<Answer>>>>>,
    /// In the order of [`Extra::ALL`].
    extras: [Option<Rc<Written<Node>>>; 4],
}

impl Answers {
    /// Nothing answered yet.
    pub fn new(standard: &Standard, track: usize) -> Answers {
        let mut given = Vec::new();
        for questions in standard.questions.chunks(BLOCK) {
            given.push(Rc::new(Written::new(vec![None; questions.len()])));
        }
        Answers {
            track,
            given,
            extras: [const { None }; 4],
        }
    }

    /// The answer to a question; `None` where it is not answered yet.
    pub fn get(&self, question: usize) -> Option<&Answer> {
        self.given[question / BLOCK].value[question % BLOCK].as_ref()
    }

    /// Answers a question, or takes its answer back.
    pub fn set(&mut self, question: usize, answer: Option<Answer>) {
        Written::change(&mut self.given[question / BLOCK])[question % BLOCK] = answer;
    }

    /// What is kept beside the answers.
    pub fn extra(&self, extra: Extra) -> Option<&Node> {
        self.extras[extra as usize].as_ref().map(|kept| &kept.value)
    }

    /// The value at `path` of what is kept beside the answers.
    pub fn kept(&self, extra: Extra, path: &[&str]) -> Option<&Node> {
        extras::at(self.extra(extra)?, path)
    }

    /// Sets the value at `path` of what is kept beside the answers, or takes it out.
    pub fn keep(&mut self, extra: Extra, path: &[&str], value: Option<Node>) {
        let kept = extras::with(self.extra(extra), path, value);
        self.extras[extra as usize] = kept.map(|node| Rc::new(Written::new(node)));
    }

    /// Whether nothing is kept beside the answers.
    pub fn has_no_extras(&self) -> bool {
        self.extras.iter().all(Option::is_none)
    }

    /// Whether nothing is answered on any track.
    pub fn is_empty(&self) -> bool {
        self.each().all(|answer| answer.is_none())
    }

    /// Every answer, in the order of the standard's questions.
    fn each(&self) -> impl Iterator<Item = Option<&Answer>> {
        self.given
            .iter()
            .flat_map(|block| block.value.iter().map(Option::as_ref))
    }

    /// For every question, whether it is answered otherwise than in `other`.
    pub fn differing(&self, other: &Answers) -> Vec<bool> {
        let mut differing = Vec::new();
        for (ours, theirs) in self.given.iter().zip(&other.given) {
            let same = Rc::ptr_eq(ours, theirs);
            let pairs = ours.value.iter().zip(&theirs.value);
            differing.extend(pairs.map(|(ours, theirs)| !same && ours != theirs));
        }
        differing
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

    /// The answers as a document, in the order of the standard's questions.
    pub fn to_document(&self, standard: &Standard) -> Node {
        Node::from_json(&self.to_json(standard)).expect("it was just written, and is as deep as it was read")
    }

    /// The same as JSON text.
    pub fn to_json(&self, standard: &Standard) -> String {
        let mut json = Json::default();
        self.write_json(standard, &mut json);
        json.into_text()
    }

    /// Writes the document. Only what changed since it was last written is written anew, the rest is copied.
    pub fn write_json(&self, standard: &Standard, json: &mut Json) {
        json.open();
        json.key("format").node(&Node::text(FORMAT));
        json.key("version").node(&Node::whole(VERSION));
        json.key("standard").node(&Node::text(&standard.id));
        json.key("track")
            .node(&Node::text(&standard.tracks[self.track].id));
        json.key("answers").open();
        for (block, questions) in self.given.iter().zip(standard.questions.chunks(BLOCK)) {
            json.entries(block.json(|given| {
                let mut json = Json::default();
                for (question, answer) in questions.iter().zip(given) {
                    if let Some(answer) = answer {
                        json.key(&question.id).node(&write(question, answer));
                    }
                }
                json.into_text()
            }));
        }
        json.close();
        for (extra, kept) in Extra::ALL.into_iter().zip(&self.extras) {
            if let Some(kept) = kept {
                json.key(extra.key()).entries(kept.json(Node::to_json));
            }
        }
        json.close();
    }

    /// What two writers changed since `base`, together: `self` wins where both changed the same answer.
    pub fn merged(&self, base: &Answers, theirs: &Answers) -> Answers {
        let mut merged = theirs.clone();
        if self.track != base.track {
            merged.track = self.track;
        }
        for (question, changed) in self.differing(base).into_iter().enumerate() {
            if changed {
                merged.set(question, self.get(question).cloned());
            }
        }
        for extra in Extra::ALL {
            let [ours, base, theirs] = [self, base, theirs].map(|answers| answers.extra(extra));
            let kept = extras::merged(ours, base, theirs);
            merged.extras[extra as usize] = kept.map(|node| Rc::new(Written::new(node)));
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
                Err(_) => {
                    let message = format!("the standard \"{}\" has no question \"{id}\"", standard.id);
                    place.fault("unknown-question", message);
                }
            }
        }
    }
    for (extra, kept) in Extra::ALL.into_iter().zip(&mut answers.extras) {
        *kept = fields.get(extra.key()).map(|place| {
            if let Some(fields) = place.fields() {
                fields.all().for_each(|(_, place)| refuse_repetition(&place));
            }
            Rc::new(Written::new(place.node.clone()))
        });
    }
    fields.close();
    track.map(|_| answers)
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

fn write(question: &Question, answer: &Answer) -> Node {
    let id = |index: &usize| match &question.kind {
        Kind::OneOf(choices) | Kind::ManyOf(choices) => Node::Text(choices[*index].id.clone()),
        _ => Node::Null,
    };
    match answer {
        Answer::Count(count) => Node::whole(*count),
        Answer::Number(hundredths) => Node::hundredths(*hundredths),
        Answer::YesNo(yes) => Node::Bool(*yes),
        Answer::OneOf(index) => id(index),
        Answer::ManyOf(indexes) => Node::List(indexes.iter().map(id).collect()),
        Answer::Unknown => Node::Text("unknown".to_owned()),
        Answer::NotApplicable => Node::Text("not-applicable".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A standard of so many questions that the answers stand in three blocks, the last of them short.
    fn large() -> Standard {
        let question = |number: usize| Question {
            id: format!("q{number}"),
            kind: Kind::YesNo,
            ..Question::default()
        };
        Standard {
            id: "large".to_owned(),
            tracks: vec![crate::standard::Track::default()],
            questions: (0..2 * BLOCK + 2).map(question).collect(),
            ..Standard::default()
        }
    }

    /// The JSON of the same answers, of which nothing was written before.
    fn anew(answers: &Answers, standard: &Standard) -> String {
        let document = answers.to_document(standard);
        let again = Answers::read(&document, standard).expect("answers of the standard");
        assert_eq!(&again, answers);
        again.to_json(standard)
    }

    #[test]
    fn an_answer_is_found_again_wherever_it_stands() {
        let standard = large();
        let mut answers = Answers::new(&standard, 0);
        assert!(answers.is_empty());
        let changed = [0, BLOCK - 1, BLOCK, 2 * BLOCK, 2 * BLOCK + 1];
        let before = answers.clone();
        for question in changed {
            answers.set(question, Some(Answer::YesNo(true)));
        }
        for question in 0..standard.questions.len() {
            let expected = changed.contains(&question).then_some(&Answer::YesNo(true));
            assert_eq!(answers.get(question), expected, "{question}");
            assert_eq!(before.get(question), None, "the copy is not changed with it");
        }
        let differing = answers.differing(&before);
        let found: Vec<usize> = (0..differing.len())
            .filter(|question| differing[*question])
            .collect();
        assert_eq!(found, changed);
        assert_eq!(differing.len(), standard.questions.len());
        let expected = r#""answers":{"q0":true,"q63":true,"q64":true,"q128":true,"q129":true}}"#;
        let text = answers.to_json(&standard);
        assert!(text.ends_with(expected), "{text}");
    }

    #[test]
    fn what_was_written_once_is_written_anew_where_it_changed() {
        let standard = large();
        let mut answers = Answers::new(&standard, 0);
        let empty = answers.to_json(&standard);
        assert!(empty.ends_with(r#","answers":{}}"#), "{empty}");
        for (question, answer) in [
            (70, Some(Answer::YesNo(true))),
            (129, Some(Answer::Unknown)),
            (70, Some(Answer::YesNo(false))),
            (129, None),
        ] {
            let before = answers.clone();
            let said = answers.to_json(&standard);
            answers.set(question, answer);
            assert_eq!(answers.to_json(&standard), anew(&answers, &standard));
            assert_eq!(before.to_json(&standard), said);
        }
        for note in ["one", "another"] {
            answers.keep(Extra::Notes, &["q1"], Some(Node::text(note)));
            assert_eq!(answers.to_json(&standard), anew(&answers, &standard));
        }
        answers.keep(Extra::Notes, &["q1"], None);
        answers.set(70, None);
        assert_eq!(answers.to_json(&standard), empty);
    }
}
