//! What is wrong with a code.

use crate::document::Fault;
use std::fmt;

/// Why a text is not read as a code. Groups and places count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// A character that no code has.
    BadCharacter {
        /// The character.
        character: char,
        /// The group of four in which it stands.
        group: usize,
        /// Its place in the group.
        place: usize,
    },
    /// Characters are missing at an end.
    Cut {
        /// How many are there, without the joints.
        found: usize,
        /// How many there should be; not known where the length itself is missing.
        expected: Option<usize>,
    },
    /// There are more characters than the code has.
    TooLong {
        /// How many are there, without the joints.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// At least one character is wrong or stands in the wrong place.
    Mistyped {
        /// The group that holds it, if a single slip explains all.
        group: Option<usize>,
    },
    /// A newer release made it.
    Newer {
        /// Its version.
        version: u8,
    },
    /// It was made with a standard, an edition or a questionnaire that is not loaded.
    OtherStandard {
        /// Ids of the standards that are.
        loaded: Vec<String>,
    },
}

impl CodeFault {
    /// Stable name of the kind of fault, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            CodeFault::BadCharacter { .. } => "code-bad-character",
            CodeFault::Cut { .. } => "code-cut",
            CodeFault::TooLong { .. } | CodeFault::Mistyped { .. } => "code-mistyped",
            CodeFault::Newer { .. } => "code-newer",
            CodeFault::OtherStandard { .. } => "code-other-standard",
        }
    }
}

impl fmt::Display for CodeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CodeFault::BadCharacter {
                character,
                group,
                place,
            } => write!(
                f,
                "the code has \"{character}\" as character {place} of group {group}; a code has the digits and the letters without I, L, O and U"
            ),
            CodeFault::Cut {
                found,
                expected: Some(expected),
            } => {
                write!(
                    f,
                    "the code is cut: {found} characters are there, and it has {expected}"
                )
            }
            CodeFault::Cut {
                found,
                expected: None,
            } => write!(
                f,
                "the code is cut: {found} characters are there, and any code has at least {}",
                super::frame::LEAST
            ),
            CodeFault::TooLong { found, expected } => write!(
                f,
                "{found} characters are there, and the code has {expected}: something was typed twice or stands beside it"
            ),
            CodeFault::Mistyped { group: Some(group) } => {
                write!(f, "a character of the code is wrong, probably in group {group}")
            }
            CodeFault::Mistyped { group: None } => {
                f.write_str("characters of the code are wrong: compare it group by group")
            }
            CodeFault::Newer { version } => write!(
                f,
                "the code is of version {version}, and this program reads version {}: load its newest release",
                super::frame::VERSION
            ),
            CodeFault::OtherStandard { loaded } => write!(
                f,
                "the code was made with another standard, edition or questionnaire; loaded here: {}",
                loaded.join(", ")
            ),
        }
    }
}

impl std::error::Error for CodeFault {}

impl From<CodeFault> for Fault {
    fn from(fault: CodeFault) -> Fault {
        Fault {
            code: fault.code(),
            path: String::new(),
            message: fault.to_string(),
        }
    }
}
