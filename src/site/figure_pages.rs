//! Which figures of a report have a page of their own.

use std::collections::BTreeSet;

use super::report_site::ReportSite;
use crate::content::FigurePages;

/// The figures of a resolved report that have one, by their places among all. A page is worth its file where it tells more than the
/// sentence and the row of the table do: of what a chart draws, pairs among it, and of key statistics.
pub(super) fn chosen(site: &ReportSite<'_>, which: FigurePages) -> BTreeSet<usize> {
    let all = 0..site.figures.len();
    match which {
        FigurePages::All => all.collect(),
        FigurePages::None => BTreeSet::new(),
        FigurePages::Key => {
            let key = site.printed_figures().into_iter().chain(site.key_figures()).map(|index| index.0);
            all.filter(|at| site.figures[*at].is_drawn()).chain(key).collect()
        }
    }
}
