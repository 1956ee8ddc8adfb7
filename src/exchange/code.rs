//! The short code: track and answers as text that is typed, printed, scanned and sent.
//!
//! A code is a frame around one number. The frame is the same in every version, so that any release can say of any code
//! whether it is whole: version, length in groups of four, identity of the questionnaire, the number, checksum. The
//! number holds the answers, question by question in the order of their ids, so that moving a question to another page
//! changes no code.

use crate::answers::Answers;
use crate::standard::Standard;
use packing::Layout;

mod checksum;
mod fault;
mod frame;
mod identity;
mod letters;
mod number;
mod packing;

pub use fault::CodeFault;
pub(super) use letters::bare;
pub use packing::longest;

/// The code of answers that were read against this standard. The same answers always have the same code, and different
/// ones different codes; notes, evidence, profile and costs are not in it.
pub fn encode(standard: &Standard, answers: &Answers) -> String {
    letters::write(&symbols(standard, answers))
}

fn symbols(standard: &Standard, answers: &Answers) -> Vec<u8> {
    let payload = packing::pack(&Layout::of(standard), answers);
    frame::close(identity::of(standard), &payload)
}

/// Reads a code made with one of these standards: its index among them, and the answers. Case, spaces, joints and
/// full-width forms do not matter; `O` is read as `0`, `I` and `L` as `1`.
///
/// # Errors
/// What is wrong with the code. Only what [`encode`] writes is read.
pub fn decode(code: &str, standards: &[&Standard]) -> Result<(usize, Answers), CodeFault> {
    let symbols = letters::read(code)?;
    let frame = frame::open(&symbols)?;
    let of_identity = |standard: &&Standard| identity::of(standard) == frame.identity;
    let mut candidates = standards
        .iter()
        .enumerate()
        .filter(|(_, s)| of_identity(s))
        .peekable();
    if candidates.peek().is_none() {
        let loaded = standards.iter().map(|standard| standard.id.clone()).collect();
        return Err(CodeFault::OtherStandard { loaded });
    }
    // Two questionnaires may share an identity by chance, once in 32,768 times: then only one of them may fit.
    let mut fitting = candidates.filter_map(|(index, standard)| {
        let answers = packing::unpack(&Layout::of(standard), standard, frame.payload)?;
        (self::symbols(standard, &answers) == symbols).then_some((index, answers))
    });
    match (fitting.next(), fitting.next()) {
        (Some(found), None) => Ok(found),
        _ => Err(CodeFault::Mistyped { group: None }),
    }
}

/// Whether a code is whole, and was made with the questionnaire of this standard.
///
/// # Errors
/// What is wrong with the code.
pub(super) fn is_of(code: &str, standard: &Standard) -> Result<bool, CodeFault> {
    let symbols = letters::read(code)?;
    Ok(frame::open(&symbols)?.identity == identity::of(standard))
}
