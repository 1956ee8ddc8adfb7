#![no_main]

// The standards are read before any input is timed.
libfuzzer_sys::fuzz_target!(init: { readiness_check_fuzz::file(b""); }, |bytes: &[u8]| {
    readiness_check_fuzz::file(bytes);
});
