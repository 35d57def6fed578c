//! Any bytes as the files of a report's folder: the character U+0001 parts settings, page, glossary and chart.
#![no_main]

mod content_laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let parts = bytes.split(|byte| *byte == 1);
    let files: Vec<(&str, &[u8])> =
        ["report.toml", "1.md", "glossary.md", "charts/a.md"].into_iter().zip(parts).collect();
    content_laws::hold(&files);
});
