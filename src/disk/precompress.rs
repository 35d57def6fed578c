//! Compressed beside plain: what a server may send as it lies there to whoever takes it. The same text gives the same bytes.

use std::fs;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::fault::{Deed, cannot, shown};
use super::path::{COMPRESSED, check_path};
use super::publish::Publication;
use crate::artifact::{Artifact, Sink as _};

impl Publication {
    /// Takes beside each text of the site the same as `.gz`, where that is smaller. These are files of the site like any other: a
    /// later build that is not asked for them removes them.
    ///
    /// # Errors
    /// A fault of the machine.
    pub fn precompress(&self) -> anyhow::Result<()> {
        let made = self.made();
        for (path, stands) in &made {
            let compressed = format!("{path}{COMPRESSED}");
            if is_hidden(path) || made.contains_key(&compressed) || check_path(&compressed).is_err() {
                continue;
            }
            let bytes = fs::read(stands).map_err(|error| cannot(Deed::Read, shown(stands), &error))?;
            if let Some(bytes) = smaller(&bytes) {
                self.put(Artifact { path: compressed, bytes: bytes.into() })?;
            }
        }
        Ok(())
    }
}

/// Settings of a server (`.htaccess`) are sent to nobody, and what is compressed of them would be.
fn is_hidden(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}

/// A text compressed; `None` where nothing is won, and for what is no text: pictures are compressed in themselves.
fn smaller(bytes: &[u8]) -> Option<Vec<u8>> {
    std::str::from_utf8(bytes).ok()?;
    // Its head holds no name and no time.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().filter(|compressed| compressed.len() < bytes.len())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_text_is_read_back_and_its_head_tells_no_time() {
        let text = "地区生产总值增长6.5%左右。".repeat(20);
        let compressed = smaller(text.as_bytes()).unwrap();
        assert_eq!(compressed[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255], "no flags, no time, no system");
        let mut back = String::new();
        flate2::read::GzDecoder::new(&*compressed).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn what_is_short_or_no_text_is_left_as_it_is() {
        assert_eq!(smaller(b""), None);
        assert_eq!(smaller("短".as_bytes()), None);
        assert_eq!(smaller(&[0xff; 1000]), None);
        assert!(is_hidden(".htaccess") && is_hidden("a/.htaccess") && !is_hidden(".well-known/security.txt"));
    }
}
