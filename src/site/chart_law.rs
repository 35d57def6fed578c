//! What must hold of the figures of a chart, whoever wrote it: nothing of them is in doubt, and a result stands beside a target only
//! where both measure the same thing.

use super::as_found::{as_found, words_of};
use super::figure_site::{FigureIndex, FigureSite};
use super::report_site::PageSite;
use crate::content::{ChartPage, PlacedId};
use crate::diagnostic::{Code, Diagnostic};
use crate::figures::pairs::{Reason, Stated, compare};
use crate::message::message;
use crate::text::Span;

/// The figures of a row of which something is not sure.
pub(super) fn in_doubt(page: &ChartPage, group: &[PlacedId], figures: &[FigureSite]) -> Vec<Diagnostic> {
    let doubted = |id: &&PlacedId| figures.iter().any(|own| own.row.id == *id.get_ref() && own.row.is_in_doubt());
    let fault = |id: &PlacedId| {
        let message = message!("`{id}` is in doubt", "`{id}` 存疑，还没有人核对", id = id.get_ref());
        let fault = Diagnostic::error(Code::DOUBTED_FIGURE, message).at(&page.file, id.span().into());
        fault.with_help(message!(
            "look at its row in figures.csv: mend what is wrong and empty the cell `doubt`, or leave the figure out",
            "在 figures.csv 里核对这一行：改好不对的，清空 `doubt` 这一格；或者不画它"
        ))
    };
    group.iter().filter(doubted).map(fault).collect()
}

/// The fault of a result and a target that do not measure the same thing, unless the chart says why they may be compared.
pub(super) fn refused(
    page: &ChartPage,
    group: &[PlacedId],
    pair: [FigureIndex; 2],
    figures: &[FigureSite],
    pages: &[PageSite<'_>],
) -> Option<Diagnostic> {
    let reason = refusal(pair, figures, pages).filter(|_| page.comparable.is_none())?;
    let [done, planned] = pair.map(|index| &figures[index.0].row.id);
    let message = message!(
        "`{done}` and `{planned}` do not measure the same thing",
        "`{done}` 和 `{planned}` 说的不是同一件事",
        done = done,
        planned = planned
    );
    let place = group.first().map_or(page.title_place, |first| Span::from(first.span()));
    Some(Diagnostic::error(Code::PAIR_REFUSED, message).at(&page.file, place).with_note(reason.sentence()).with_help(message!(
        "take the row out; or say in the front matter why they may be compared: comparable = \"…\", which the page shows",
        "去掉这一行；或者在文件头写明为什么可以比：comparable = \"……\"，页面上会照写出来"
    )))
}

/// Why a result and a target may not stand side by side; `None` where they may.
fn refusal(pair: [FigureIndex; 2], figures: &[FigureSite], pages: &[PageSite<'_>]) -> Option<Reason> {
    let [done, planned] = pair.map(|index| &figures[index.0]);
    let (one, other) = (as_found(done, pages), as_found(planned, pages));
    let stated = |figure, of: &FigureSite| Stated { figure, paragraph: words_of(of, pages) };
    compare(stated(&one, done), stated(&other, planned)).err()
}
