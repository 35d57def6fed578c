//! Any bytes as a text file: decoding, the report, the glossary, the figures.
#![no_main]

mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::hold(&gongdu::report::open("a.txt", bytes).value));
