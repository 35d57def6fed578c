//! Any bytes as the Markdown of a page.
#![no_main]

mod content_laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let page = [b"+++\ntitle = \"\xE7\x94\xB2\"\n+++\n".as_slice(), bytes].concat();
    content_laws::hold(&[("1.md", &page)]);
});
