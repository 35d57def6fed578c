//! What must hold of any table of figures, whatever is in it.

use gongdu::content::merge_figures;

/// A table that is written as it was read is read as it was written.
pub fn hold(bytes: &[u8]) {
    let once = merge_figures(&[], bytes, &[]).table;
    let twice = merge_figures(&[], &once, &[]).table;
    assert_eq!(String::from_utf8_lossy(&twice), String::from_utf8_lossy(&once));
}
