//! Any bytes as a web page.
#![no_main]

mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::hold(&gongdu::report::open("a.html", bytes).value));
