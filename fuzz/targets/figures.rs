//! Any bytes as a table of figures.
#![no_main]

mod content_laws;
mod table_laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    content_laws::hold(&[("figures.csv", bytes)]);
    table_laws::hold(bytes);
});
