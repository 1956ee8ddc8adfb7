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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answer;
    use crate::standard::{Kind, Question, Track};

    /// Yes-no questions of which none belongs to a track: they are all on "others".
    fn standard(questions: usize) -> Standard {
        let question = |number: usize| Question {
            id: format!("q{number}"),
            kind: Kind::YesNo,
            ..Question::default()
        };
        Standard {
            id: "large".to_owned(),
            edition: "1".to_owned(),
            tracks: vec![Track::default()],
            questions: (0..questions).map(question).collect(),
            ..Standard::default()
        }
    }

    #[test]
    fn long_codes_say_their_length_in_several_symbols() {
        for questions in [1, 100, 400, 700, 5_000] {
            let standard = standard(questions);
            let mut answers = Answers::new(&standard, 0);
            for question in 0..questions {
                answers.set(question, Some(Answer::YesNo(question % 3 == 0)));
            }
            let code = encode(&standard, &answers);
            assert_eq!(decode(&code, &[&standard]), Ok((0, answers)), "{questions}");
            let symbols = letters::read(&code).expect("a code");
            let cut = frame::open(&symbols[..symbols.len() - 1]);
            let (found, expected) = (symbols.len() - 1, Some(symbols.len()));
            assert_eq!(cut, Err(CodeFault::Cut { found, expected }), "{questions}");
        }
    }

    #[test]
    fn a_sound_frame_around_what_no_answers_are_is_refused() {
        let standard = standard(3);
        let read = |payload: &[u8]| {
            decode(
                &letters::write(&frame::close(identity::of(&standard), payload)),
                &[&standard],
            )
        };
        let nothing = Answers::new(&standard, 0);
        let own = packing::pack(&Layout::of(&standard), &nothing);
        assert_eq!(read(&own), Ok((0, nothing)));
        let refused = Err(CodeFault::Mistyped { group: None });
        // More than the answers need, and so much that reading it would take minutes.
        assert_eq!(read(&[[1].as_slice(), &own].concat()), refused);
        assert_eq!(read(&vec![31; 400_000]), refused);
    }

    #[test]
    fn each_payload_that_is_read_is_written_again() {
        let standard = standard(2);
        let layout = Layout::of(&standard);
        let mut read = 0;
        for payload in (0..=31).flat_map(|high| (0..=31).map(move |low| [high, low])) {
            let symbols = frame::close(identity::of(&standard), &payload);
            if let Ok((_, answers)) = decode(&letters::write(&symbols), &[&standard]) {
                let own = packing::pack(&layout, &answers);
                assert_eq!(frame::close(identity::of(&standard), &own), symbols);
                read += 1;
            }
        }
        assert!(read > 5, "{read}");
    }

    #[test]
    fn a_newer_version_is_told_from_a_slip() {
        let standard = standard(3);
        let mut symbols = frame::close(identity::of(&standard), &[1, 2, 3]);
        symbols[0] = 2;
        assert_eq!(frame::open(&symbols), Err(CodeFault::Mistyped { group: Some(1) }));
        let end = symbols.len() - 3;
        let checksum = checksum::of(&symbols[..end]);
        symbols[end..].copy_from_slice(&checksum);
        assert_eq!(frame::open(&symbols), Err(CodeFault::Newer { version: 2 }));
    }

    #[test]
    fn another_questionnaire_has_another_identity() {
        let mut other = standard(3);
        let own = identity::of(&other);
        other.questions.reverse();
        assert_eq!(identity::of(&other), own, "the order says nothing");
        other.questions[0].not_applicable = true;
        assert_ne!(identity::of(&other), own);
        let code = encode(&standard(3), &Answers::new(&standard(3), 0));
        let loaded = vec!["large".to_owned()];
        assert_eq!(decode(&code, &[&other]), Err(CodeFault::OtherStandard { loaded }));
    }
}
