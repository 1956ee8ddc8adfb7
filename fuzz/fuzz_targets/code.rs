#![no_main]

// The standards are read before any input is timed.
libfuzzer_sys::fuzz_target!(init: { readiness_check_fuzz::code(""); }, |text: &str| {
    readiness_check_fuzz::code(text);
});
