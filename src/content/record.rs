//! What import last wrote into a report's folder, so that a file that nobody changed since can be renewed. The form is
//! that of `sha256sum`: `sha256sum -c .import` in the folder says what was changed.

use std::collections::BTreeMap;

use crate::text::sha256_hex;

/// The digests of the files that import wrote, by their paths in the report's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record(BTreeMap<String, String>);

impl Record {
    /// The file that holds it; hidden, so that nobody takes it for content.
    pub const NAME: &'static str = ".import";

    /// Reads a record; lines that are none are passed over, and the files they were of count as changed.
    pub fn parse(bytes: &[u8]) -> Record {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.lines().filter_map(|line| line.split_once("  "));
        let whole = lines.filter(|(digest, path)| digest.len() == 64 && !path.is_empty());
        Record(whole.map(|(digest, path)| (path.to_owned(), digest.to_owned())).collect())
    }

    /// Remembers that import wrote `bytes`.
    pub fn put(&mut self, path: &str, bytes: &[u8]) {
        self.0.insert(path.to_owned(), sha256_hex(bytes));
    }

    /// Forgets a file.
    pub fn forget(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// Whether `bytes` are what import wrote there.
    pub fn holds(&self, path: &str, bytes: &[u8]) -> bool {
        self.0.get(path).is_some_and(|digest| *digest == sha256_hex(bytes))
    }

    /// The paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The record as a file.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect::<String>().into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_knows_what_was_written_and_nothing_else() {
        let mut record = Record::default();
        record.put("1.md", b"a");
        let again = Record::parse(&record.bytes());
        assert_eq!(again, record);
        assert!(again.holds("1.md", b"a"));
        assert!(!again.holds("1.md", b"b") && !again.holds("2.md", b"a"));
        assert_eq!(Record::parse(b"nonsense\n\xff\n"), Record::default());
    }
}
