//! What is read as a table is written as a table with the same answers, in both languages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readiness_check::exchange::table;
use readiness_check::lang::Lang;
use readiness_check_fuzz::standards;

fuzz_target!(|bytes: &[u8]| {
    let standards = standards();
    if let Ok((index, answers)) = table::read(bytes, &standards) {
        for lang in Lang::ALL {
            let written = table::write(standards[index], &answers, lang);
            assert_eq!(table::read(written.as_bytes(), &standards), Ok((index, answers.clone())));
        }
    }
});
