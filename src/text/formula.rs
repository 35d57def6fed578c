//! Keeps the words of a table's cell from being taken for a formula by Excel and its like, in a way that can be undone.

use std::borrow::Cow;

/// What a formula begins with; East Asian Excel takes the wide signs as well.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell as it is written to a table: an apostrophe stands before what would be a formula. A negative number stays one.
pub fn guard_formula(cell: &str) -> Cow<'_, str> {
    if opens(cell) && !is_negative_number(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// What a cell said before [`guard_formula`]. An apostrophe that guards nothing is the cell's own.
pub fn unguard_formula(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| opens(rest)).unwrap_or(cell)
}

/// Whether a cell begins with a sign of a formula, or with apostrophes before one, which one more keeps apart from a guard.
fn opens(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(SIGNS)
}

fn is_negative_number(cell: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    cell.strip_prefix('-').is_some_and(|amount| amount.split('.').count() <= 2 && amount.split('.').all(digits))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_begins_like_a_formula_gets_an_apostrophe() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+5", "'+5"),
            ("@甲", "'@甲"),
            ("\t甲", "'\t甲"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("-1+2", "'-1+2"),
            ("-3.5%", "'-3.5%"),
            ("-", "'-"),
            ("'=1", "''=1"),
            ("-3.5", "-3.5"),
            ("-12", "-12"),
            ("甲=1", "甲=1"),
            ("'甲", "'甲"),
            ("", ""),
        ] {
            assert_eq!(guard_formula(cell), written);
            assert_eq!(unguard_formula(written), cell);
        }
    }

    proptest! {
        #[test]
        fn any_cell_comes_back(cell in "['=+@＝\t.甲1-]{0,6}") {
            let written = guard_formula(&cell);
            prop_assert_eq!(unguard_formula(&written), cell.as_str());
        }
    }
}
