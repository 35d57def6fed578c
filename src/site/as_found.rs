//! A figure with its place as the rules of figures take it: as the finder hands it on, with what its row says of it.

use super::figure_site::FigureSite;
use super::report_site::PageSite;
use crate::figures::Figure;
use crate::text::Span;

/// The words of the leaf that states a figure.
pub(super) fn words_of<'a>(figure: &FigureSite, pages: &'a [PageSite<'_>]) -> &'a str {
    &pages[figure.page].page.text.leaves()[figure.leaf].text
}

/// A figure as the finder hands it on, with what its row says of it.
pub(super) fn as_found(figure: &FigureSite, pages: &[PageSite<'_>]) -> Figure {
    let row = &figure.row;
    let whole = Span::new(0, words_of(figure, pages).len());
    let sentence = pages[figure.page].leaves[figure.leaf].sentence_over(figure.span.start);
    Figure {
        span: figure.span,
        number: figure.span,
        value: row.value,
        high: row.high,
        unit: row.unit.clone(),
        qualifier: row.qualifier,
        kind: row.kind,
        direction: row.direction,
        indicator: row.indicator.clone(),
        period: row.period.clone(),
        status: row.status,
        manner: row.manner,
        scope: row.scope.clone(),
        sentence: sentence.map_or(whole, |(span, _)| *span),
        doubts: row.doubts.clone(),
    }
}
