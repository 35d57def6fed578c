//! Any parts of a document in a sound archive: the character U+0001 parts body, styles, numbering and notes.
#![no_main]

mod laws;

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut parts = text.split('\u{1}');
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for name in ["document", "styles", "numbering", "footnotes", "endnotes"] {
        let Some(part) = parts.next() else { break };
        zip.start_file(format!("word/{name}.xml"), stored).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    let archive = zip.finish().unwrap().into_inner();
    laws::hold(&gongdu::report::open("a.docx", &archive).value);
});
