//! The evidence for the answers: which documents are at hand and which are missing, what the result would be if only
//! proven answers counted, and which department has to find out or get what. Names of documents only: no file is taken
//! in.

use crate::answers::{Answer, Answers, Extra};
use crate::assess::{Assessment, State};
use crate::document::Node;
use crate::lang::Lang;
use crate::standard::{Better, Kind, Question, Standard};

mod papers;

pub use papers::{DepartmentPart, OpenQuestion, Paper, by_department};

/// Whether a document is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// `have`
    Have,
    /// `missing`
    Missing,
    /// Neither was stated, or in a word that this release does not know.
    NotStated,
}

impl Availability {
    /// The word that answer documents have for it; none for what was not stated.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Availability::Have => Some("have"),
            Availability::Missing => Some("missing"),
            Availability::NotStated => None,
        }
    }
}

/// A document that would prove an answer, and what the firm states of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceItem<'a> {
    /// Index into the evidence of the question; `None` for a document that only the firm names.
    pub listed: Option<usize>,
    /// The name under which it is kept: as the firm's answers have it, else as it stands in the data, in Chinese where
    /// Chinese is loaded.
    pub name: &'a str,
    /// Whether it is at hand.
    pub availability: Availability,
    /// Who holds it, as typed; empty where it was not stated.
    pub holder: &'a str,
    /// Its date, as typed; empty where it was not stated.
    pub date: &'a str,
    /// By when it is to be there, as typed; empty where it was not stated.
    pub due: &'a str,
}

/// An answer that claims something, and the documents that would prove it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim<'a> {
    /// Index of the question.
    pub question: usize,
    /// Its documents: those of the data in their order, then those that only the firm names.
    pub items: Vec<EvidenceItem<'a>>,
}

impl Claim<'_> {
    /// Whether at least one document is at hand.
    pub fn is_proven(&self) -> bool {
        self.items
            .iter()
            .any(|item| item.availability == Availability::Have)
    }
}

/// The evidence index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceIndex<'a> {
    /// Every answer that claims something, in the order of the standard.
    pub claims: Vec<Claim<'a>>,
    /// How many answers are left out since they are at their worst: there is nothing to prove.
    pub at_worst: usize,
    /// How many questions are left out since they do not apply.
    pub not_applicable: usize,
}

/// The evidence for every answered question. Of the `evidence` of the answers it reads what it knows and passes over
/// the rest, which stays where it is.
pub fn evidence_index<'a>(
    standard: &'a Standard,
    answers: &'a Answers,
    assessment: &Assessment,
) -> EvidenceIndex<'a> {
    let mut index = EvidenceIndex {
        claims: Vec::new(),
        at_worst: 0,
        not_applicable: 0,
    };
    for (question, asked) in standard.questions.iter().enumerate() {
        match (assessment.states[question], answers.get(question)) {
            (State::NotApplicable, _) => index.not_applicable += 1,
            (State::Answered, Some(answer)) if is_worst(asked, answer) => index.at_worst += 1,
            (State::Answered, Some(_)) => index.claims.push(Claim {
                question,
                items: items(asked, answers.kept(Extra::Evidence, &[&asked.id])),
            }),
            _ => {}
        }
    }
    index
}

/// Whether an answer claims nothing: the least count, no, the first option, none of the options.
fn is_worst(question: &Question, answer: &Answer) -> bool {
    match (answer, &question.kind) {
        (Answer::Count(value), Kind::Count { min, max, .. })
        | (Answer::Number(value), Kind::Number { min, max, .. }) => match question.better {
            Better::Higher => value == min,
            Better::Lower => value == max,
            // A mere total claims something whatever it is.
            Better::None => false,
        },
        (Answer::YesNo(yes), _) => !yes,
        (Answer::OneOf(option), _) => *option == 0,
        (Answer::ManyOf(chosen), _) => chosen.is_empty(),
        _ => false,
    }
}

/// The documents of a question: those of the data, with the first entry that bears their name in either language, and
/// every other entry that has a name.
fn items<'a>(question: &'a Question, kept: Option<&'a Node>) -> Vec<EvidenceItem<'a>> {
    let kept: &[Node] = match kept {
        Some(Node::List(entries)) => entries,
        _ => &[],
    };
    let mut used = vec![false; kept.len()];
    let mut items = Vec::new();
    for (listed, name) in question.evidence.iter().enumerate() {
        let bears = |entry: &Node| {
            Lang::ALL
                .iter()
                .any(|lang| text(entry, "paper") == name.get(*lang))
        };
        let place = kept.iter().position(bears);
        let entry = place.map(|place| {
            used[place] = true;
            &kept[place]
        });
        items.push(item(Some(listed), name.get(Lang::ZhCn), entry));
    }
    for (entry, _) in kept.iter().zip(used).filter(|(_, used)| !used) {
        let name = text(entry, "paper");
        // By its name an entry is found again: a second one of the same name stays where it is, unread.
        if !name.is_empty() && items.iter().all(|known: &EvidenceItem| known.name != name) {
            items.push(item(None, name, Some(entry)));
        }
    }
    items
}

fn item<'a>(listed: Option<usize>, name: &'a str, entry: Option<&'a Node>) -> EvidenceItem<'a> {
    let stated = |key: &str| entry.map_or("", |entry| text(entry, key));
    let availability = [Availability::Have, Availability::Missing]
        .into_iter()
        .find(|availability| availability.word() == Some(stated("state")));
    EvidenceItem {
        listed,
        name: if entry.is_some() { stated("paper") } else { name },
        availability: availability.unwrap_or(Availability::NotStated),
        holder: stated("holder"),
        date: stated("date"),
        due: stated("due"),
    }
}

fn text<'a>(entry: &'a Node, key: &str) -> &'a str {
    match entry.get(key) {
        Some(Node::Text(text)) => text,
        _ => "",
    }
}

/// The answers if only what is proven counted: an answer that claims something and has no document at hand counts as
/// open. What it comes to, [`assess`](crate::assess::assess) says.
pub fn proven_only(answers: &Answers, index: &EvidenceIndex) -> Answers {
    let mut proven = answers.clone();
    for claim in index.claims.iter().filter(|claim| !claim.is_proven()) {
        proven.set(claim.question, None);
    }
    proven
}
