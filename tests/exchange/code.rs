//! The short code: round trips, lengths, and every slip found.

use crate::drawn::{self, FULL, Random, Wanted};
use crate::standard::shipped;
use readiness_check::answers::Answers;
use readiness_check::exchange::{CodeFault, decode, encode, longest};
use readiness_check::standard::Standard;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn editions() -> [Standard; 2] {
    ["ningbo-3511-2018", "ningbo-3511-2017"].map(shipped)
}

fn bare(code: &str) -> String {
    code.replace('-', "")
}

/// Encodes and decodes among all of these standards.
fn round_trips(standards: &[Standard], seed: u64, count: usize) {
    let all: Vec<&Standard> = standards.iter().collect();
    let mut random = Random::new(seed);
    for case in 0..drawn::cases(count) {
        let index = case % all.len();
        let answers = drawn::answers(&mut random, all[index]);
        let code = encode(all[index], &answers);
        let read = decode(&code, &all).unwrap_or_else(|fault| panic!("{code}: {fault}"));
        assert_eq!(read, (index, answers), "{code}");
    }
}

#[test]
fn a_code_gives_the_answers_that_it_was_made_of() {
    round_trips(&editions(), 1, 1_600);
}

#[test]
fn codes_of_any_standard_do() {
    round_trips(&drawn::standards(), 2, 400);
}

#[test]
fn codes_are_no_longer_than_the_contract_says() {
    let mut random = Random::new(2);
    for standard in editions() {
        for track in 0..standard.tracks.len() {
            let bounds = [(i64::MAX, false), (999, false), (i64::MAX, true), (999, true)]
                .map(|(most, others)| longest(&standard, track, most, others));
            let mut drawn = [0; 4];
            let mut total = 0;
            const TRIES: usize = 200;
            for _ in 0..TRIES {
                for (index, (most_count, others)) in
                    [(i64::MAX, false), (999, false), (i64::MAX, true), (999, true)]
                        .into_iter()
                        .enumerate()
                {
                    let wanted = Wanted {
                        most_count,
                        others,
                        wide: true,
                        unknown: 0,
                        ..FULL
                    };
                    let answers = drawn::on_track(&mut random, &standard, track, wanted);
                    let length = bare(&encode(&standard, &answers)).len();
                    assert!(length <= bounds[index]);
                    drawn[index] = drawn[index].max(length);
                }
                let usual = Wanted {
                    most_count: 60,
                    ..FULL
                };
                total += bare(&encode(
                    &standard,
                    &drawn::on_track(&mut random, &standard, track, usual),
                ))
                .len();
            }
            println!(
                "{} {}: any counts {} (drawn {}), counts below 1,000 {} ({}), both tracks answered {} ({}), both tracks and counts below 1,000 {} ({}); counts up to 60 and mixed numbers: mean {}; nothing answered {}",
                standard.id,
                standard.tracks[track].id,
                bounds[0],
                drawn[0],
                bounds[1],
                drawn[1],
                bounds[2],
                drawn[2],
                bounds[3],
                drawn[3],
                total / TRIES,
                bare(&encode(&standard, &Answers::new(&standard, track))).len(),
            );
            assert!(bounds[0] <= 160 && bounds[2] <= 160);
            assert!(bounds[1] <= 100);
        }
    }
}

/// Codes of every length and kind.
fn codes(count: usize) -> Vec<String> {
    let mut random = Random::new(3);
    let standards = editions();
    let code = |case| {
        let standard = &standards[case % 2];
        encode(standard, &drawn::answers(&mut random, standard))
    };
    (0..count).map(code).collect()
}

#[test]
fn every_single_slip_is_found() {
    let standards = editions();
    let all: Vec<&Standard> = standards.iter().collect();
    let (mut slips, mut told) = (0u64, 0u64);
    for code in codes(drawn::cases(20)) {
        let code = bare(&code);
        let mut refused = |typed: &[u8], group: usize, kind: &str| {
            let text = std::str::from_utf8(typed).expect("ASCII");
            let fault = decode(text, &all)
                .err()
                .unwrap_or_else(|| panic!("{kind} in {code}: {text} is read"));
            slips += 1;
            match fault {
                CodeFault::Mistyped { group: Some(found) } => {
                    assert_eq!(found, group, "{kind} in {code}: {text}");
                    told += 1;
                }
                CodeFault::Mistyped { group: None } => {}
                other => panic!("{kind} in {code}: {text}: {other}"),
            }
        };
        for place in 0..code.len() {
            let mut typed = code.clone().into_bytes();
            for letter in LETTERS {
                typed[place] = *letter;
                if typed != code.as_bytes() {
                    refused(&typed, place / 4 + 1, "a wrong letter");
                }
            }
            let mut typed = code.clone().into_bytes();
            if place + 1 < code.len() && typed[place] != typed[place + 1] {
                typed.swap(place, place + 1);
                refused(&typed, place / 4 + 1, "a swap");
            }
        }
        for length in 0..code.len() {
            let fault = decode(&code[..length], &all).expect_err("a cut code");
            let expected = Some(code.len());
            let is_known = fault
                == CodeFault::Cut {
                    found: length,
                    expected,
                };
            let ends_early = length < 5
                && fault
                    == CodeFault::Cut {
                        found: length,
                        expected: None,
                    };
            assert!(is_known || ends_early, "{code} cut to {length}: {fault}");
            decode(&code[length + 1..], &all).expect_err("a code cut in front");
        }
    }
    println!("{slips} slips found, the group told for {told} of them");
    assert!(told * 100 > slips * 98);
}
