//! Any bytes as what `pdftotext` prints.
#![no_main]

mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::hold(&gongdu::report::open_pdf_text("a.pdf", bytes).value));
