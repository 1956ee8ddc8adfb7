//! Whatever comes in: nothing traps, what is read says the same when it is written and read again, and what takes long is
//! refused early. `fuzz/` goes on from here.

use crate::drawn::{self, Random};
use crate::fuzzed;
use crate::standard::{answers, path, shipped};
use readiness_check::exchange::table::{self, Wrong};
use readiness_check::exchange::{CodeFault, MOST_BYTES, check, decode, encode, file};
use readiness_check::lang::Lang;
use std::fs;

/// Every decoder on the same bytes.
fn open(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    fuzzed::code(&text);
    fuzzed::file(bytes);
    fuzzed::table(bytes);
    fuzzed::open(bytes);
    #[cfg(feature = "widget")]
    fuzzed::kept(&text);
}

/// What a slip, a bad line or a bad intention makes of a file.
fn mangled(random: &mut Random, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let place = random.below(bytes.len() as u64 + 1) as usize;
        let end = (place + random.below(40) as usize).min(bytes.len());
        let odd: [&[u8]; 12] = [
            b"\"",
            b",",
            b"\0",
            b"\xff",
            "\u{feff}".as_bytes(),
            b"\r\n",
            b"-1e999",
            b"[[[[",
            b"{",
            b"\\u",
            "不".as_bytes(),
            b"Z",
        ];
        match random.below(5) {
            0 => bytes.truncate(place),
            1 => drop(bytes.drain(place..end)),
            2 => bytes
                .splice(place..place, random.pick(&odd).iter().copied())
                .for_each(drop),
            3 => {
                let copy = bytes[place..end].to_vec();
                bytes.splice(place..place, copy);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = random.below(256) as u8;
                }
            }
        }
    }
    bytes
}

#[test]
fn nothing_that_comes_in_traps() {
    let standards = ["ningbo-3511-2018", "ningbo-3511-2017"].map(shipped);
    let mut random = Random::new(13);
    for case in 0..drawn::cases(150) {
        let standard = &standards[case % 2];
        let given = drawn::answers(&mut random, standard);
        let sound = match case % 4 {
            0 => encode(standard, &given).into_bytes(),
            1 => file::write(standard, &given, "2026-01-09T14:30:00+08:00").into_bytes(),
            2 => table::write(standard, &given, Lang::ALL[case / 4 % 2]).into_bytes(),
            _ => (0..random.below(200)).map(|_| random.below(256) as u8).collect(),
        };
        let bytes = mangled(&mut random, &sound);
        open(&bytes);
        let _ = check(&String::from_utf8_lossy(&bytes), &given, standard);
    }
}

/// The seeds of a fuzzer.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = path("fuzz/corpus").join(name);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("a corpus")
        .map(|entry| entry.expect("a seed").path())
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).expect("a seed")).collect()
}

#[test]
fn the_seeds_of_the_fuzzers_are_read_and_what_is_made_of_them_does_not_trap() {
    let mut random = Random::new(14);
    type Reads = fn(&[u8]) -> bool;
    let decoders: &[(&str, Reads)] = &[
        ("code", |seed| fuzzed::code(&String::from_utf8_lossy(seed))),
        ("file", fuzzed::file),
        ("table", fuzzed::table),
        ("open", fuzzed::open),
        #[cfg(feature = "widget")]
        ("kept", |seed| fuzzed::kept(&String::from_utf8_lossy(seed))),
    ];
    for (name, reads) in decoders {
        let seeds = corpus(name);
        for seed in &seeds {
            assert!(reads(seed), "{name}: {}", String::from_utf8_lossy(seed));
            for _ in 0..drawn::cases(40) {
                let mut bytes = mangled(&mut random, seed);
                if random.chance(20) {
                    // The start of one, and the end of another.
                    let other = random.pick(&seeds);
                    bytes.truncate(random.below(bytes.len() as u64 + 1) as usize);
                    bytes.extend(&other[random.below(other.len() as u64 + 1) as usize..]);
                }
                reads(&bytes);
                if random.chance(10) {
                    open(&bytes);
                }
            }
        }
    }
}

#[test]
fn what_is_too_large_or_too_much_is_refused_early() {
    let standard = shipped("ningbo-3511-2018");
    let all = [&standard];
    assert!(file::read(&vec![b'0'; MOST_BYTES + 1], &all).is_err());
    assert!(table::read(&vec![b'0'; MOST_BYTES + 1], &all).is_err());
    open("[".repeat(1 << 18).as_bytes());
    open("{\"a\":".repeat(1 << 18).as_bytes());
    open(",".repeat(1 << 18).as_bytes());
    open("\n".repeat(1 << 18).as_bytes());
    open(format!("id,answer{}", ",x".repeat(1 << 18)).as_bytes());
    open("\u{feff}\u{feff}id,answer,standard,track\r\n不,8\r\n".as_bytes());
    let row = "equipment-kinds,8,ningbo-3511-2018,discrete\n";
    let rows = format!("id,answer,standard,track\n{}", row.repeat(1 << 13));
    let faults = table::read(rows.as_bytes(), &all).expect_err("the same question again and again");
    assert_eq!(faults.last().map(|fault| &fault.wrong), Some(&Wrong::More));
    assert_eq!(
        decode(&"Z".repeat(1 << 18), &all),
        Err(CodeFault::Mistyped { group: None })
    );
}

#[test]
fn without_a_standard_nothing_is_read() {
    let standard = shipped("ningbo-3511-2018");
    let given = answers(&standard, "discrete", "{}");
    let code = encode(&standard, &given);
    assert_eq!(
        decode(&code, &[]),
        Err(CodeFault::OtherStandard { loaded: Vec::new() })
    );
    assert!(
        file::read(
            file::write(&standard, &given, "2026-01-09T14:30:00Z").as_bytes(),
            &[]
        )
        .is_err()
    );
    assert!(table::read(table::write(&standard, &given, Lang::En).as_bytes(), &[]).is_err());
}
