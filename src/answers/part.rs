//! A part of the questions: those of one department, handed out to be filled in, and handed back.

use super::said::{UNKNOWN_DEPARTMENT, department, person, unknown_department};
use crate::document::{Fault, Place};
use crate::standard::Standard;
use serde::Serialize;

/// On which way a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// To the department, to be filled in.
    ToFill,
    /// Back from it.
    Filled,
}

/// The part of a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// Id of the department.
    pub department: String,
    /// On which way it is.
    pub state: Way,
    /// Who filled it in, as typed; empty where nobody is named.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// The code of the answers with which it arrived, in drafts alone: who reloads a page is not asked again.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub came_with: String,
}

impl Part {
    /// The part of a department of the standard; nothing where it has no such department.
    pub fn of(standard: &Standard, department: &str, state: Way) -> Option<Part> {
        let mut departments = standard.departments.iter();
        departments.find(|known| known.id == department)?;
        Some(Part {
            department: department.to_owned(),
            state,
            by: String::new(),
            came_with: String::new(),
        })
    }

    /// Reads a part at its place, with every fault.
    pub fn read(place: &Place, standard: &Standard) -> Option<Part> {
        let fields = place.fields()?;
        let department = department(&fields, standard);
        let state = fields.need("state").and_then(|place| match place.text()? {
            "to-fill" => Some(Way::ToFill),
            "filled" => Some(Way::Filled),
            other => {
                place.fault("bad-value", format!("is \"{other}\"; expected to-fill or filled"));
                None
            }
        });
        let by = person(&fields);
        let came_with = fields.get("cameWith").map_or(Some(""), |place| place.text());
        fields.close();
        Some(Part {
            department: department?,
            state: state?,
            by: by?,
            came_with: came_with?.to_owned(),
        })
    }

    /// What is wrong with it where another standard is shown that does not name its department: none of its questions would be
    /// asked there.
    pub fn fault_under(&self, shown: &Standard) -> Option<Fault> {
        let known = Part::of(shown, &self.department, self.state);
        known.is_none().then(|| Fault {
            code: UNKNOWN_DEPARTMENT,
            path: "/part/department".to_owned(),
            message: unknown_department(&self.department, shown),
        })
    }

    /// Whether a question belongs to it.
    pub fn has(&self, standard: &Standard, question: usize) -> bool {
        let department = standard.questions[question].department;
        department.is_some_and(|index| standard.departments[index].id == self.department)
    }

    /// Its questions on a track, in the order of the standard.
    pub fn questions(&self, standard: &Standard, track: usize) -> Vec<usize> {
        let all = 0..standard.questions.len();
        let here = |question: &usize| {
            standard.questions[*question].tracks.contains(track) && self.has(standard, *question)
        };
        all.filter(here).collect()
    }
}
