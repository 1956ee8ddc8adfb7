//! The to-do list of each department.

use super::{Availability, EvidenceIndex};
use crate::assess::{Assessment, State};
use crate::standard::Standard;

/// What is to be done for a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Answer it: nobody has yet.
    Answer,
    /// Find the answer out: it was said to be unknown.
    FindOut,
    /// Look which of its documents there are: nothing was stated of any.
    LookForItems {
        /// Index of the claim in the evidence index.
        claim: usize,
    },
    /// Get a document that was stated to be missing.
    GetItem {
        /// Index of the claim in the evidence index.
        claim: usize,
        /// Index of the document in the claim.
        item: usize,
    },
}

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToDo {
    /// Index of the question.
    pub question: usize,
    /// What to do for it.
    pub task: Task,
}

/// What one department has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDoList {
    /// Index of the department; `None` for questions that the standard gives to no department.
    pub department: Option<usize>,
    /// What it has to do, in the order of the standard's questions.
    pub entries: Vec<ToDo>,
}

/// The to-do lists, by departments in the order of the standard; those without anything to do are left out.
pub fn to_do(standard: &Standard, assessment: &Assessment, index: &EvidenceIndex) -> Vec<ToDoList> {
    let mut entries = Vec::new();
    let mut add = |question, task| entries.push(ToDo { question, task });
    for (question, state) in assessment.states.iter().enumerate() {
        match state {
            State::NotAnswered => add(question, Task::Answer),
            State::Unknown => add(question, Task::FindOut),
            _ => {}
        }
    }
    for (claim, found) in index.claims.iter().enumerate() {
        let mut stated = found.items.iter().map(|item| item.availability);
        if stated.all(|availability| availability == Availability::NotStated) {
            add(found.question, Task::LookForItems { claim });
        }
        for (item, stated) in found.items.iter().enumerate() {
            if stated.availability == Availability::Missing {
                add(found.question, Task::GetItem { claim, item });
            }
        }
    }
    // Stable: what is to be done for one question stays in its order.
    entries.sort_by_key(|entry| entry.question);
    let departments = (0..standard.departments.len()).map(Some).chain([None]);
    let lists = departments.map(|department| {
        let of = |entry: &&ToDo| standard.questions[entry.question].department == department;
        ToDoList {
            department,
            entries: entries.iter().filter(of).copied().collect(),
        }
    });
    lists.filter(|list| !list.entries.is_empty()).collect()
}
