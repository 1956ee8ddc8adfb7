//! Whether a print still says what it said. It is no signature: whoever can print can print anew.

use super::code::{self, CodeFault, decode};
use crate::answers::Answers;
use crate::standard::{Standard, hexadecimal};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// How many digits of the standard's hash are printed.
pub const PRINTED_HASH: usize = 16;
/// How many check digits are printed.
const CHECK_DIGITS: usize = 10;

/// What comes of comparing a code with answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// The code is that of the answers.
    Same,
    /// It is that of other answers to the same questionnaire.
    Altered {
        /// Whether the track differs.
        track: bool,
        /// Indexes of the questions that are answered otherwise, in the order of the standard.
        questions: Vec<usize>,
    },
    /// It was made with another standard, edition or questionnaire.
    OtherEdition,
}

/// The same by ids, as a page gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum CheckResult<'a> {
    /// The code is that of the answers.
    Same,
    /// It is that of other answers to the same questionnaire.
    Altered {
        /// Whether the track differs.
        track: bool,
        /// The questions that are answered otherwise.
        questions: Vec<&'a str>,
    },
    /// It was made with another standard, edition or questionnaire.
    OtherEdition,
}

impl Checked {
    /// As a page gets it.
    pub fn document<'a>(&self, standard: &'a Standard) -> CheckResult<'a> {
        let id = |question: &usize| standard.questions[*question].id.as_str();
        match self {
            Checked::Same => CheckResult::Same,
            Checked::OtherEdition => CheckResult::OtherEdition,
            Checked::Altered { track, questions } => CheckResult::Altered {
                track: *track,
                questions: questions.iter().map(id).collect(),
            },
        }
    }
}

/// Compares a code with answers that were read against `standard`.
///
/// # Errors
/// What is wrong with the code.
pub fn check(code: &str, answers: &Answers, standard: &Standard) -> Result<Checked, CodeFault> {
    if !code::is_of(code, standard)? {
        return Ok(Checked::OtherEdition);
    }
    let (_, coded) = decode(code, &[standard])?;
    let differing = answers.differing(&coded).into_iter().enumerate();
    let questions: Vec<usize> = differing
        .filter(|(_, differs)| *differs)
        .map(|(index, _)| index)
        .collect();
    let track = answers.track != coded.track;
    Ok(match track || !questions.is_empty() {
        true => Checked::Altered { track, questions },
        false => Checked::Same,
    })
}

/// The check digits of a print: the first ten of the SHA-256 over the code without joints, a line feed and the whole
/// hash of the standard. The code may be typed in any way in which it is read.
///
/// # Errors
/// A character that no code has.
pub fn check_digits(code: &str, hash: &str) -> Result<String, CodeFault> {
    let text = format!("{}\n{hash}", code::bare(code)?);
    let mut digits = hexadecimal(&Sha256::digest(text));
    digits.truncate(CHECK_DIGITS);
    Ok(digits)
}
