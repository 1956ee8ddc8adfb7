#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    readiness_check_fuzz::kept(text);
});
