//! What is read as a code is written as the same code.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readiness_check::exchange::{Checked, check, check_digits, decode, encode};
use readiness_check_fuzz::standards;

fuzz_target!(|text: &str| {
    let standards = standards();
    let digits = check_digits(text, standards[0].hash());
    if let Ok((index, answers)) = decode(text, &standards) {
        let code = encode(standards[index], &answers);
        assert_eq!(check_digits(&code, standards[0].hash()), digits);
        assert_eq!(check(text, &answers, standards[index]), Ok(Checked::Same));
    }
});
