//! Units compared: what is left when magnitudes and measure words that count the same things are put aside. Knows no figures.

use crate::figures::word_lists::lists;

/// Whether two units, their magnitudes aside, measure the same: 万元 and 亿元, 家 and 处.
pub fn same_unit(a: &str, b: &str) -> bool {
    countable(a) == countable(b)
}

/// A unit without its magnitude and without a bracket that offers another one (`万套（间）`); the measure words that count the
/// same things are one, written as the empty word.
pub(super) fn countable(unit: &str) -> &str {
    let base = magnitude(unit).1;
    let base = base.split(['（', '(']).next().unwrap_or(base);
    if lists().units_counts.contains(&base) { "" } else { base }
}

/// The factor that a unit as written begins with, and the unit itself: 10 000 and 元 of 万元.
pub fn magnitude(unit: &str) -> (f64, &str) {
    let base = unit.trim_start_matches(['十', '百', '千', '万', '萬', '亿', '億']);
    let signs = unit[..unit.len() - base.len()].chars();
    let factor = signs.map(|sign| match sign {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' | '萬' => 1e4,
        _ => 1e8,
    });
    (factor.product(), base)
}
