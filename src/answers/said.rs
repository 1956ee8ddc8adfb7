//! Who gave an answer, where a department handed it in. It is kept as long as the answer stands, in drafts and files, and
//! never in a code or a link.

use super::{Answer, Answers, unknown_question};
use crate::document::{Fields, Place};
use crate::standard::Standard;
use serde::Serialize;

/// How many characters the name of a person has at most.
pub const MOST_NAME: usize = 60;

/// Who gave an answer, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Said {
    /// Id of the department.
    pub department: String,
    /// The person, as typed; empty where none is named.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub by: String,
    /// Date and time with the zone, as `2026-01-09T14:30:00+08:00`; empty where it is not known, as with a code.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub date: String,
}

impl Said {
    pub(super) fn read(place: &Place, standard: &Standard) -> Option<Said> {
        let fields = place.fields()?;
        let department = department(&fields, standard);
        let by = person(&fields);
        let date = fields.get("date").map_or(Some(String::new()), |place| {
            let date = place.text()?;
            if !is_date(date) {
                place.fault(
                    "bad-value",
                    format!("is \"{date}\"; expected a date and time such as 2026-01-09T14:30:00+08:00"),
                );
                return None;
            }
            Some(date.to_owned())
        });
        fields.close();
        Some(Said {
            department: department?,
            by: by?,
            date: date?,
        })
    }
}

/// Reads who gave which answer. Of a question without an answer nothing is noted.
pub(super) fn read_all(fields: &Fields, standard: &Standard, answers: &mut Answers) {
    let Some(place) = fields.get("said") else {
        return;
    };
    for (id, place) in place.fields().iter().flat_map(|said| said.all()) {
        let said = Said::read(&place, standard);
        match standard.question(id) {
            Some(question) => answers.note_said(question, said),
            None => unknown_question(&place, id, standard),
        }
    }
}

/// Name of the fault of [`unknown_department`].
pub(super) const UNKNOWN_DEPARTMENT: &str = "unknown-department";

/// What is said of a department that the standard does not name.
pub(super) fn unknown_department(id: &str, standard: &Standard) -> String {
    let known = standard.departments.iter().map(|known| known.id.as_str());
    let known: Vec<&str> = known.collect();
    format!("is \"{id}\"; expected one of {}", known.join(", "))
}

/// The id of a department of the standard at the key `department`.
pub(super) fn department(fields: &Fields, standard: &Standard) -> Option<String> {
    let place = fields.need("department")?;
    let id = place.text()?;
    let mut ids = standard.departments.iter().map(|known| known.id.as_str());
    if !ids.any(|known| known == id) {
        place.fault(UNKNOWN_DEPARTMENT, unknown_department(id, standard));
        return None;
    }
    Some(id.to_owned())
}

/// The name at the key `by`; empty where there is none.
pub(super) fn person(fields: &Fields) -> Option<String> {
    let Some(place) = fields.get("by") else {
        return Some(String::new());
    };
    let name = place.text()?;
    if name.chars().count() > MOST_NAME {
        place.fault("too-long", format!("is longer than {MOST_NAME} characters"));
        return None;
    }
    Some(name.to_owned())
}

impl Answers {
    /// Who gave the answer to a question; `None` where the visitor did, or nobody.
    pub fn said(&self, question: usize) -> Option<&Said> {
        let found = self.said.binary_search_by_key(&question, |(place, _)| *place);
        found.ok().map(|found| &self.said[found].1)
    }

    /// Notes who gave the answer that stands. Where there is none, nothing is noted.
    pub fn note_said(&mut self, question: usize, said: Option<Said>) {
        let found = self.said.binary_search_by_key(&question, |(place, _)| *place);
        match (found, said.filter(|_| self.get(question).is_some())) {
            (Ok(found), Some(said)) => self.said[found].1 = said,
            (Ok(found), None) => {
                self.said.remove(found);
            }
            (Err(free), Some(said)) => self.said.insert(free, (question, said)),
            (Err(_), None) => {}
        }
    }

    /// Takes an answer of others, with who gave it.
    pub fn take(&mut self, question: usize, theirs: &Answers) {
        let answer: Option<Answer> = theirs.get(question).cloned();
        self.set(question, answer);
        self.note_said(question, theirs.said(question).cloned());
    }
}

/// A date and time of RFC 3339; fractions of a second may follow the seconds.
pub(crate) fn is_date(text: &str) -> bool {
    const FORM: &[u8; 19] = b"dddd-dd-ddTdd:dd:dd";
    let fits = |text: &[u8], form: &[u8]| {
        text.len() == form.len()
            && text.iter().zip(form).all(|(byte, form)| match form {
                b'd' => byte.is_ascii_digit(),
                b's' => matches!(byte, b'+' | b'-'),
                form => byte == form,
            })
    };
    let bytes = text.as_bytes();
    let Some((moment, rest)) = bytes.split_at_checked(FORM.len()) else {
        return false;
    };
    let zone = match rest {
        [b'.', fraction @ ..] => {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if !(1..=9).contains(&digits) {
                return false;
            }
            &fraction[digits..]
        }
        rest => rest,
    };
    let part = |at: usize| text[at..at + 2].parse().unwrap_or(99);
    fits(moment, FORM)
        && (1..=12).contains(&part(5))
        && (1..=31).contains(&part(8))
        && part(11) < 24
        && part(14) < 60
        && part(17) <= 60
        && (zone == b"Z" || fits(zone, b"sdd:dd"))
}
