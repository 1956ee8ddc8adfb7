//! Who has to find out or get what.

use super::{EvidenceIndex, PaperState};
use crate::assess::{Assessment, State};
use crate::standard::Standard;

/// What there is to do for a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Answer it: nobody has yet.
    Answer,
    /// Find the answer out: it was said to be unknown.
    FindOut,
    /// Look which of its papers there are: nothing was said of any.
    LookForPapers {
        /// Index of the proof in the evidence index.
        proof: usize,
    },
    /// Get a paper that was said to be missing.
    GetPaper {
        /// Index of the proof in the evidence index.
        proof: usize,
        /// Index of the paper in the proof.
        paper: usize,
    },
}

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToDo {
    /// Index of the question.
    pub question: usize,
    /// What to do for it.
    pub what: What,
}

/// What one department has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Index of the department; `None` for questions that the standard gives to no department.
    pub department: Option<usize>,
    /// What it has to do, in the order of the standard's questions.
    pub entries: Vec<ToDo>,
}

/// The to-do list, by departments in the order of the standard; those without anything to do are left out.
pub fn to_do(standard: &Standard, assessment: &Assessment, index: &EvidenceIndex) -> Vec<Group> {
    let mut entries = Vec::new();
    let mut add = |question, what| entries.push(ToDo { question, what });
    for (question, state) in assessment.states.iter().enumerate() {
        match state {
            State::NotAnswered => add(question, What::Answer),
            State::Unknown => add(question, What::FindOut),
            _ => {}
        }
    }
    for (proof, found) in index.proofs.iter().enumerate() {
        let mut states = found.papers.iter().map(|paper| paper.state);
        if states.all(|state| state == PaperState::NotSaid) {
            add(found.question, What::LookForPapers { proof });
        }
        for (paper, said) in found.papers.iter().enumerate() {
            if said.state == PaperState::Missing {
                add(found.question, What::GetPaper { proof, paper });
            }
        }
    }
    // Stable: what is to be done for one question stays in its order.
    entries.sort_by_key(|entry| entry.question);
    let departments = (0..standard.departments.len()).map(Some).chain([None]);
    let groups = departments.map(|department| {
        let of = |entry: &&ToDo| standard.questions[entry.question].department == department;
        Group {
            department,
            entries: entries.iter().filter(of).copied().collect(),
        }
    });
    groups.filter(|group| !group.entries.is_empty()).collect()
}
