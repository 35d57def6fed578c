//! Tables as files that Excel opens. The only owner of the csv crate.

use crate::text::{guard_formula, unguard_formula};

/// A table as CSV: UTF-8 with a byte order mark, without which Excel takes Chinese for something else, and CRLF (RFC 4180). No
/// cell is a formula.
pub fn write_csv<R>(heads: &[&str], rows: impl IntoIterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator,
    R::Item: AsRef<str>,
{
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    // Writing into memory cannot fail.
    let _ = out.write_record(heads);
    for row in rows {
        for cell in row {
            let _ = out.write_field(guard_formula(cell.as_ref()).as_ref());
        }
        let _ = out.write_record(None::<&[u8]>);
    }
    out.into_inner().unwrap_or_default()
}

/// The rows of a table under the given heads, whatever order the file has them in; a column that it lacks is empty. What is
/// no table gives no rows.
pub(super) fn read_csv(bytes: &[u8], heads: &[&str]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let Ok(own) = reader.headers().cloned() else { return Vec::new() };
    let at: Vec<Option<usize>> = heads.iter().map(|head| own.iter().position(|known| known.trim() == *head)).collect();
    let cell = |record: &csv::StringRecord, at: &Option<usize>| {
        at.and_then(|at| record.get(at)).map_or("", |cell| unguard_formula(cell.trim())).to_owned()
    };
    let rows = reader.records().filter_map(Result::ok);
    rows.map(|record| at.iter().map(|at| cell(&record, at)).collect()).collect()
}
