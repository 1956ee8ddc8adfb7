//! Whatever is opened is told from its text; what is read of it is written as a file that says the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readiness_check::exchange::{file, open};
use readiness_check_fuzz::standards;

fuzz_target!(|bytes: &[u8]| {
    let standards = standards();
    if let Ok(read) = open(bytes, &standards) {
        let standard = standards[read.standard];
        let written = file::write_part(standard, &read.answers, "2026-01-09T14:30:00+08:00", read.part.as_ref());
        let again = open(written.as_bytes(), &standards).expect("it was just written");
        assert_eq!((again.answers, again.part), (read.answers, read.part));
    }
});
