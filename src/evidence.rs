//! The papers that prove the answers: what is at hand and what is missing, what the result would be if only what is
//! proven counted, and who has to find out or get what. Names of papers only: no file is taken in.

use crate::answers::{Answer, Answers, Extra};
use crate::assess::{Assessment, State};
use crate::document::Node;
use crate::lang::Lang;
use crate::standard::{Better, Kind, Question, Standard};

mod to_do;

pub use to_do::{Group, ToDo, What, to_do};

/// Whether a paper is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperState {
    /// `have`
    Have,
    /// `missing`
    Missing,
    /// Neither was said, or in a word that this release does not know.
    NotSaid,
}

impl PaperState {
    /// The word that documents have for it; none for what was not said.
    pub fn word(self) -> Option<&'static str> {
        match self {
            PaperState::Have => Some("have"),
            PaperState::Missing => Some("missing"),
            PaperState::NotSaid => None,
        }
    }
}

/// A paper that would prove an answer, and what the firm says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper<'a> {
    /// Index into the papers of the question; `None` for one that only the firm names.
    pub listed: Option<usize>,
    /// The name under which it is kept: as the firm's document has it, else as it stands in the data, in Chinese where
    /// Chinese is loaded.
    pub name: &'a str,
    /// Whether it is at hand.
    pub state: PaperState,
    /// Who holds it, as typed; empty where it was not said.
    pub holder: &'a str,
    /// Its date, as typed; empty where it was not said.
    pub date: &'a str,
}

/// An answered question and its papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof<'a> {
    /// Index of the question.
    pub question: usize,
    /// Its papers: those of the data in their order, then those that only the firm names.
    pub papers: Vec<Paper<'a>>,
}

impl Proof<'_> {
    /// Whether at least one paper is at hand.
    pub fn is_proven(&self) -> bool {
        self.papers.iter().any(|paper| paper.state == PaperState::Have)
    }
}

/// The evidence index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceIndex<'a> {
    /// Every answered question that claims something, in the order of the standard.
    pub proofs: Vec<Proof<'a>>,
    /// How many answers are left out since they are at their worst: there is nothing to prove.
    pub at_worst: usize,
    /// How many questions are left out since they do not apply.
    pub not_applicable: usize,
}

/// The papers of every answered question. Of the `evidence` of the answers it reads what it knows and passes over the
/// rest, which stays where it is.
pub fn evidence_index<'a>(
    standard: &'a Standard,
    answers: &'a Answers,
    assessment: &Assessment,
) -> EvidenceIndex<'a> {
    let mut index = EvidenceIndex {
        proofs: Vec::new(),
        at_worst: 0,
        not_applicable: 0,
    };
    for (question, asked) in standard.questions.iter().enumerate() {
        match (assessment.states[question], answers.get(question)) {
            (State::NotApplicable, _) => index.not_applicable += 1,
            (State::Answered, Some(answer)) if is_worst(asked, answer) => index.at_worst += 1,
            (State::Answered, Some(_)) => index.proofs.push(Proof {
                question,
                papers: papers(asked, answers.kept(Extra::Evidence, &[&asked.id])),
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

/// The papers of a question: those of the data, with the first entry that bears their name in either language, and
/// every other entry that has a name.
fn papers<'a>(question: &'a Question, kept: Option<&'a Node>) -> Vec<Paper<'a>> {
    let kept: &[Node] = match kept {
        Some(Node::List(entries)) => entries,
        _ => &[],
    };
    let mut used = vec![false; kept.len()];
    let mut papers = Vec::new();
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
        papers.push(paper(Some(listed), name.get(Lang::ZhCn), entry));
    }
    for (entry, _) in kept.iter().zip(used).filter(|(_, used)| !used) {
        let name = text(entry, "paper");
        // By its name an entry is found again: a second one of the same name stays where it is, unread.
        if !name.is_empty() && papers.iter().all(|known: &Paper| known.name != name) {
            papers.push(paper(None, name, Some(entry)));
        }
    }
    papers
}

fn paper<'a>(listed: Option<usize>, name: &'a str, entry: Option<&'a Node>) -> Paper<'a> {
    let said = |key: &str| entry.map_or("", |entry| text(entry, key));
    let state = [PaperState::Have, PaperState::Missing]
        .into_iter()
        .find(|state| state.word() == Some(said("state")));
    Paper {
        listed,
        name: if entry.is_some() { said("paper") } else { name },
        state: state.unwrap_or(PaperState::NotSaid),
        holder: said("holder"),
        date: said("date"),
    }
}

fn text<'a>(entry: &'a Node, key: &str) -> &'a str {
    match entry.get(key) {
        Some(Node::Text(text)) => text,
        _ => "",
    }
}

/// The answers if only what is proven counted: an answer that claims something and has no paper at hand counts as
/// open. What it comes to, [`assess`](crate::assess::assess) says.
pub fn proven_only(answers: &Answers, index: &EvidenceIndex) -> Answers {
    let mut proven = answers.clone();
    for proof in index.proofs.iter().filter(|proof| !proof.is_proven()) {
        proven.set(proof.question, None);
    }
    proven
}
