//! Checking a print.

use crate::drawn::{self, Random};
use crate::standard::{answers, shipped};
use readiness_check::answers::{Answer, Extra};
use readiness_check::document::Node;
use readiness_check::exchange::{Checked, CodeFault, check, check_digits, encode};
use readiness_check::standard::hexadecimal;
use sha2::{Digest, Sha256};

#[test]
fn the_same_altered_and_other_editions_are_told_apart() {
    let [new, old] = ["ningbo-3511-2018", "ningbo-3511-2017"].map(shipped);
    let given = answers(
        &new,
        "discrete",
        r#"{"equipment-kinds": 8, "software-copyrights": "unknown"}"#,
    );
    let code = encode(&new, &given);
    assert_eq!(check(&code, &given, &new), Ok(Checked::Same));
    let mut noted = given.clone();
    noted.keep(
        Extra::Notes,
        &["equipment-kinds"],
        Some(Node::text("counted twice")),
    );
    assert_eq!(
        check(&code, &noted, &new),
        Ok(Checked::Same),
        "notes are in no code"
    );

    let mut other = given.clone();
    let [kinds, copyrights, drafts] = ["equipment-kinds", "software-copyrights", "standard-drafts"]
        .map(|id| new.question(id).expect("a question of the contract"));
    other.set(kinds, Some(Answer::Count(9)));
    other.set(copyrights, None);
    other.set(drafts, Some(Answer::Count(0)));
    let altered = |track, questions| Ok(Checked::Altered { track, questions });
    assert_eq!(
        check(&code, &other, &new),
        altered(false, vec![kinds, copyrights, drafts])
    );
    let mut other = given.clone();
    other.track = 1;
    assert_eq!(check(&code, &other, &new), altered(true, Vec::new()));

    let before = answers(
        &old,
        "discrete",
        r#"{"equipment-kinds": 8, "software-copyrights": "unknown"}"#,
    );
    assert_eq!(check(&code, &before, &old), Ok(Checked::OtherEdition));
    assert_eq!(
        check(&code[..code.len() - 1], &given, &new),
        Err(CodeFault::Cut {
            found: code.replace('-', "").len() - 1,
            expected: Some(code.replace('-', "").len())
        })
    );
}

#[test]
fn each_altered_question_is_named_and_no_other() {
    let standard = shipped("ningbo-3511-2018");
    let mut random = Random::new(4);
    for _ in 0..drawn::cases(60) {
        let [one, other] = [(); 2].map(|()| drawn::answers(&mut random, &standard));
        let expected: Vec<usize> = (0..standard.questions.len())
            .filter(|index| one.get(*index) != other.get(*index))
            .collect();
        let found = check(&encode(&standard, &one), &other, &standard).expect("a code");
        match found {
            Checked::Same => assert!(expected.is_empty() && one.track == other.track),
            Checked::Altered { track, questions } => {
                assert_eq!((track, questions), (one.track != other.track, expected));
            }
            Checked::OtherEdition => panic!("it is the same edition"),
        }
    }
}

#[test]
fn check_digits_are_those_of_the_contract() {
    let standard = shipped("ningbo-3511-2018");
    let code = encode(
        &standard,
        &answers(&standard, "process", r#"{"equipment-sets": 23}"#),
    );
    let bare = code.replace('-', "");
    let text = format!("{bare}\n{}", standard.hash());
    let expected = &hexadecimal(&Sha256::digest(text))[..10];
    assert_eq!(check_digits(&code, standard.hash()).as_deref(), Ok(expected));
    assert_eq!(
        check_digits(&bare.to_lowercase(), standard.hash()).as_deref(),
        Ok(expected)
    );
    assert_ne!(check_digits(&code, &"0".repeat(64)).as_deref(), Ok(expected));
    assert!(check_digits("U", standard.hash()).is_err());
    // printf '10\nx' | sha256sum
    assert_eq!(check_digits("io", "x").as_deref(), Ok("153a42d8f6"));
}
