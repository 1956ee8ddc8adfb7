#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readiness_check_fuzz::table(bytes);
});
