//! Any bytes as a zip archive that says it is a document of Word.
#![no_main]

mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut archive = b"PK\x03\x04".to_vec();
    archive.extend(bytes);
    laws::hold(&gongdu::report::open("a.docx", &archive).value);
});
