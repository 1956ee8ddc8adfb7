//! What is read as a file is written as a file with the same answers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readiness_check::exchange::file;
use readiness_check_fuzz::standards;

fuzz_target!(|bytes: &[u8]| {
    let standards = standards();
    if let Ok(read) = file::read(bytes, &standards) {
        let standard = standards[read.standard];
        let written = file::write(standard, &read.answers, "2026-01-09T14:30:00+08:00");
        let again = file::read(written.as_bytes(), &standards).expect("it was just written");
        assert_eq!(again.answers, read.answers);
        file::summary(standard, &read.answers, read.saved.as_ref());
    }
});
