//! Tables as files that Excel opens. The only owner of the csv crate.

use crate::text::guard_formula;

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
