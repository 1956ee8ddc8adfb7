//! What holds of whatever comes in. The fuzzers look for what breaks it; tests/exchange/hostile.rs tries it on the corpus and
//! on what slips make of that.

use readiness_check::exchange::{self, Checked, check, check_digits, decode, encode};
use readiness_check::lang::Lang;
use readiness_check::standard::Standard;
use std::sync::OnceLock;

#[cfg(feature = "widget")]
mod kept;
#[cfg(feature = "widget")]
pub use kept::kept;

const DATE: &str = "2026-01-09T14:30:00+08:00";

/// The standards of the data folder.
pub fn standards() -> Vec<&'static Standard> {
    static STANDARDS: OnceLock<Vec<Standard>> = OnceLock::new();
    let standards = STANDARDS.get_or_init(|| {
        let (report, documents) = xtask::data::load(&xtask::root().join("data"));
        assert!(report.is_clean(), "{report}");
        let parse = |document: &xtask::data::Document| {
            Standard::parse(&document.node, &Lang::ALL).expect("the data is sound")
        };
        documents.iter().map(parse).collect()
    });
    standards.iter().collect()
}

/// What is read as a code is written as the same code. Gives whether it is read, as those below do.
pub fn code(text: &str) -> bool {
    let standards = standards();
    let digits = check_digits(text, standards[0].hash());
    let Ok((index, answers)) = decode(text, &standards) else {
        return false;
    };
    let code = encode(standards[index], &answers);
    assert_eq!(check_digits(&code, standards[0].hash()), digits);
    assert_eq!(check(text, &answers, standards[index]), Ok(Checked::Same));
    true
}

/// What is read as a file is written as a file with the same answers.
pub fn file(bytes: &[u8]) -> bool {
    let standards = standards();
    let Ok(read) = exchange::file::read(bytes, &standards) else {
        return false;
    };
    let standard = standards[read.standard];
    let written = exchange::file::write(standard, &read.answers, DATE);
    let again = exchange::file::read(written.as_bytes(), &standards).expect("it was just written");
    assert_eq!(again.answers, read.answers);
    exchange::file::summary(standard, &read.answers, read.saved.as_ref());
    true
}

/// What is read as a table is written as a table with the same answers, in both languages.
pub fn table(bytes: &[u8]) -> bool {
    let standards = standards();
    let Ok((index, answers)) = exchange::table::read(bytes, &standards) else {
        return false;
    };
    for lang in Lang::ALL {
        let written = exchange::table::write(standards[index], &answers, lang);
        let again = exchange::table::read(written.as_bytes(), &standards);
        assert_eq!(again, Ok((index, answers.clone())));
    }
    true
}

/// Whatever is opened is told from its text; what is read of it is written as a file that says the same.
pub fn open(bytes: &[u8]) -> bool {
    let standards = standards();
    let read = match exchange::open(bytes, &standards) {
        Ok(read) => read,
        Err(fault) => {
            assert!(!fault.faults().is_empty(), "it is said why");
            return false;
        }
    };
    let standard = standards[read.standard];
    let saved = read.saved.as_ref();
    let written = exchange::file::write_as_saved(standard, &read.answers, saved, read.part.as_ref());
    let again = exchange::open(written.as_bytes(), &standards).expect("it was just written");
    assert_eq!(
        (again.answers, again.saved, again.part),
        (read.answers, read.saved, read.part)
    );
    true
}
