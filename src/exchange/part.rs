//! Handing out the questions of one department, and taking them back: what comes back lies beside the draft, and each
//! answer says who gave it.

use crate::answers::{Answers, Extra, Part, Said, Way};
use crate::assess::Assessment;
use crate::document::Node;
use crate::standard::Standard;

/// What of the profile goes with a part: which plant it is, and of which day figures are asked.
const OF_THE_PROFILE: [&str; 2] = ["plant", "figuresAsOf"];

/// How a part stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many questions it has on the track.
    pub questions: usize,
    /// How many of them are open.
    pub open: usize,
    /// How many answers of it the department gave.
    pub said: usize,
    /// By whom and when the latest of these was handed back.
    pub latest: Option<Said>,
}

impl Tally {
    /// Of a part, by answers and what they come to.
    pub fn of(standard: &Standard, part: &Part, answers: &Answers, assessment: &Assessment) -> Tally {
        let questions = part.questions(standard, answers.track);
        let open = questions
            .iter()
            .filter(|question| assessment.states[**question].is_open());
        let said = questions.iter().filter_map(|question| answers.said(*question));
        let said: Vec<&Said> = said.filter(|said| said.department == part.department).collect();
        Tally {
            questions: questions.len(),
            open: open.count(),
            said: said.len(),
            latest: said.into_iter().max_by_key(|said| said.date.as_str()).cloned(),
        }
    }
}

/// The answers of a part so far, with the notes and papers of its questions. Nothing else goes along but which plant it is.
pub fn handed_out(standard: &Standard, part: &Part, answers: &Answers) -> Answers {
    split(standard, part, answers).0
}

/// Answers that a department handed back, each with who gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Back {
    /// Those of its part.
    pub inside: Answers,
    /// All others: nobody asked for them.
    pub outside: Answers,
}

impl Back {
    /// How many entries of notes, papers, profile and costs came that are not of the part, and not as in `mine`.
    pub fn entries_beside(&self, mine: &Answers) -> usize {
        let count = |extra: Extra| match self.outside.extra(extra) {
            Some(Node::Map(entries)) => {
                let new = entries
                    .iter()
                    .filter(|(key, node)| mine.extra(extra).and_then(|all| all.get(key)) != Some(node));
                new.count()
            }
            other => usize::from(other.is_some() && other != mine.extra(extra)),
        };
        Extra::ALL.into_iter().map(count).sum()
    }
}

/// What is handed back, parted into what was asked and what was not. `date` is when it was saved; empty where that is not
/// known.
pub fn back(standard: &Standard, part: &Part, answers: &Answers, date: &str) -> Back {
    let mut answers = answers.clone();
    for question in 0..standard.questions.len() {
        if answers.said(question).is_none() {
            let said = Said {
                department: part.department.clone(),
                by: part.by.clone(),
                date: date.to_owned(),
            };
            answers.note_said(question, Some(said));
        }
    }
    let (inside, outside) = split(standard, part, &answers);
    Back { inside, outside }
}

/// What is of a part, and the rest.
fn split(standard: &Standard, part: &Part, answers: &Answers) -> (Answers, Answers) {
    let [mut inside, mut outside] = [(); 2].map(|()| Answers::new(standard, answers.track));
    for question in 0..standard.questions.len() {
        match part.has(standard, question) {
            true => inside.take(question, answers),
            false => outside.take(question, answers),
        }
    }
    for extra in Extra::ALL {
        let is_inside = |key: &str| match extra {
            Extra::Notes | Extra::Evidence => {
                let question = standard.question(key);
                question.is_some_and(|question| part.has(standard, question))
            }
            Extra::Profile => OF_THE_PROFILE.contains(&key),
            Extra::Costs => false,
        };
        match answers.extra(extra) {
            Some(Node::Map(entries)) => {
                let (ours, others) = entries.iter().cloned().partition(|(key, _)| is_inside(key));
                for (side, entries) in [(&mut inside, ours), (&mut outside, others)] {
                    let entries: Vec<(String, Node)> = entries;
                    side.keep(extra, &[], (!entries.is_empty()).then_some(Node::Map(entries)));
                }
            }
            other => outside.keep(extra, &[], other.cloned()),
        }
    }
    (inside, outside)
}

/// The keys by which a link says that its code is a part.
const IN_LINK: [(&str, Way); 2] = [("&part=", Way::ToFill), ("&filled=", Way::Filled)];

/// What stands behind the code in the link of a part: its department, and its way. No name of a person.
pub fn link(part: &Part) -> String {
    let key = IN_LINK.iter().find(|(_, way)| *way == part.state);
    let key = key.map_or("", |(key, _)| key);
    [key, &part.department].concat()
}

/// The part that is named behind a code. What is no department of the standard names none: then it is asked.
pub(super) fn in_link(rest: &str, standard: &Standard) -> Option<Part> {
    IN_LINK.iter().find_map(|(key, way)| {
        let behind = rest.strip_prefix(key)?;
        let end = behind.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        Part::of(standard, &behind[..end.unwrap_or(behind.len())], *way)
    })
}
