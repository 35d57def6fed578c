//! The filters of `figures`: by unit, kind, status, period, page, words.

use super::super::reading_args::Figures;
use crate::site::FigureSite;

/// Whether a figure passes every filter.
pub(super) fn fits(figure: &FigureSite, options: &Figures) -> bool {
    let Figures { what: _, unit, kind, status, period, page, find, csv: _, json: _, why: _ } = options;
    let row = &figure.row;
    let is = |wanted: &Option<String>, test: &dyn Fn(&str) -> bool| wanted.as_deref().is_none_or(test);
    is(unit, &|unit| row.unit == unit)
        && is(kind, &|kind| row.kind.name() == kind)
        && is(status, &|status| row.status.name() == status)
        && is(period, &|period| row.period == period || covers(&row.period, period))
        && is(page, &|page| on_page(&row.page.to_string(), page))
        && is(find, &|words| [&row.indicator, &row.quote].iter().any(|text| text.contains(words)))
}

/// Whether the period `2018-2022` covers the year 2020.
pub(super) fn covers(period: &str, year: &str) -> bool {
    let number = |words: &str| words.parse::<u16>().ok();
    let ends = period.split_once('-').map(|(first, last)| (number(first), number(last)));
    matches!((ends, number(year)), (Some((Some(first), Some(last))), Some(year)) if (first..=last).contains(&year))
}

/// Whether `page` is `wanted` or one of its sections.
pub(super) fn on_page(page: &str, wanted: &str) -> bool {
    page.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
