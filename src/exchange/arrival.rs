//! What arrives, whatever it is: the text of a file or of a table, a code, or a link that carries one.

use super::code::{CodeFault, decode};
use super::file::{self, Saved};
use super::part::in_link;
use super::table::{self, TableFault};
use super::text::{TextFault, text};
use crate::answers::{Answers, Part};
use crate::document::Fault;
use crate::standard::Standard;

/// What stands before the code in a link.
const IN_A_LINK: &str = "#readiness=";

/// As what answers arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// An answer document.
    File,
    /// A table of a spreadsheet program.
    Table,
    /// A short code, or a link with one.
    Code,
    /// Another assessment of this computer.
    Assessment,
}

/// Answers that arrived.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Index of their standard among those they were read with.
    pub standard: usize,
    /// The answers and what is kept beside them.
    pub answers: Answers,
    /// What a file says of itself.
    pub saved: Option<Saved>,
    /// The part of a department that they are, where a file or a link says so.
    pub part: Option<Part>,
    /// As what they arrived.
    pub form: Form,
}

/// Why what arrived is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArrivalFault {
    /// It has no text.
    Text(TextFault),
    /// It is neither a file of this tool nor a table, a code or a link.
    Unrecognised,
    /// What is wrong with the file.
    File(Vec<Fault>),
    /// What is wrong with the table.
    Table(Vec<TableFault>),
    /// What is wrong with the code.
    Code(CodeFault),
}

impl ArrivalFault {
    /// What is wrong, for programs.
    pub fn faults(&self) -> Vec<Fault> {
        let whole = |code, message: String| {
            vec![Fault {
                code,
                path: String::new(),
                message,
            }]
        };
        match self {
            ArrivalFault::Text(fault) => whole(fault.code(), fault.to_string()),
            ArrivalFault::Unrecognised => whole(
                "unrecognised",
                "this is neither a file nor a table of this tool".to_owned(),
            ),
            ArrivalFault::File(faults) => faults.clone(),
            ArrivalFault::Table(faults) => {
                let faults = faults.iter();
                let faults = faults.flat_map(|fault| whole(fault.wrong.code(), fault.to_string()));
                faults.collect()
            }
            ArrivalFault::Code(fault) => vec![fault.clone().into()],
        }
    }
}

/// Reads what arrives with these standards. What it is shows in its text, never in a name.
///
/// # Errors
/// Every fault with its place; nothing is guessed.
pub fn open(bytes: &[u8], standards: &[&Standard]) -> Result<Arrival, ArrivalFault> {
    let text = text(bytes).map_err(ArrivalFault::Text)?;
    let text = text.trim();
    if text.starts_with(['{', '[']) {
        let read = file::read(bytes, standards).map_err(ArrivalFault::File)?;
        return Ok(Arrival {
            standard: read.standard,
            answers: read.answers,
            saved: read.saved,
            part: read.part,
            form: Form::File,
        });
    }
    let arrival = |(standard, answers): (usize, Answers), form| Arrival {
        standard,
        answers,
        saved: None,
        part: None,
        form,
    };
    let link = text.split_once(IN_A_LINK);
    // The separators of tables, none of which a code has.
    if link.is_none() && text.contains([',', ';', '\t', '"']) && !text.starts_with('<') {
        let read = table::read(bytes, standards).map_err(ArrivalFault::Table)?;
        return Ok(arrival(read, Form::Table));
    }
    let (code, rest) = match link {
        // Chats put words behind a link without a space.
        Some((_, behind)) => {
            let end = behind.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            behind.split_at(end.unwrap_or(behind.len()))
        }
        None => (text, ""),
    };
    match decode(code, standards) {
        Ok(read) => Ok(Arrival {
            part: in_link(rest, standards[read.0]),
            ..arrival(read, Form::Code)
        }),
        Err(CodeFault::BadCharacter {
            group: 1, place: 1, ..
        }) => Err(ArrivalFault::Unrecognised),
        Err(fault) => Err(ArrivalFault::Code(fault)),
    }
}
