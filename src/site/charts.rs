//! From a chart page's list of figures to a chart: rows, labels in the report's own characters, a link to each sentence.

use super::chart_law;
use super::figure_site::{FigureIndex, FigureSite};
use super::report_site::{ChartSite, PageSite};
use super::route::Route;
use crate::chart::{Chart, Kind, Mark, Row};
use crate::content::{ChartPage, FigureTable, Manuscript};
use crate::diagnostic::{Code, Diagnostic};
use crate::figures;
use crate::figures::pairs::{magnitude, same_unit};
use crate::message::{Message, message};
use crate::text::{PrintedYears, Span, numbers};
use crate::words::Words;

/// Resolves the chart pages. A chart with a fault is reported, all its faults at once, and left out.
pub(super) fn resolve(
    manuscript: &Manuscript,
    pages: &[PageSite<'_>],
    words: &Words,
    printed: &PrintedYears,
    figures: &mut [FigureSite],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<ChartSite> {
    let mut found = Vec::new();
    for (index, page) in manuscript.charts.iter().enumerate() {
        let rows = rows(manuscript, page, pages, figures, diagnostics);
        let (Some(rows), Some(kind)) = (rows, page.kind) else { continue };
        check_title(page, &rows, figures, printed, diagnostics);
        let route = Route::page(&[&manuscript.id, "charts", &page.name]);
        let chart = Chart {
            kind,
            id: format!("c-{}", page.name),
            title: page.title.clone(),
            subject: page.subject.clone(),
            source: manuscript.title_page.full_title(),
            rows: rows
                .iter()
                .map(|row| draw_row(row, kind, DrawnFor { route: &route, pages, words }, figures))
                .collect(),
        };
        for figure in rows.iter().flatten() {
            figures[figure.0].charts.push(found.len());
        }
        found.push(ChartSite { page: index, route, chart, rows });
    }
    found
}

/// The years that the report prints, in its masthead, its headings and its text.
pub(super) fn printed(manuscript: &Manuscript) -> PrintedYears {
    let masthead = manuscript.title_page.lines.iter().map(|(_, line)| line.as_str());
    let titles = manuscript.pages.iter().map(|page| page.title.as_str());
    let leaves = manuscript.pages.iter().flat_map(|page| page.text.leaves()).map(|leaf| leaf.text.as_str());
    PrintedYears::of(masthead.chain(titles).chain(leaves))
}

/// Whether a figure is missing for a fault that was told of its row or its table.
pub(super) fn is_left_out(manuscript: &Manuscript, id: &str) -> bool {
    let table = manuscript.figures.as_ref();
    let in_table =
        |table: &FigureTable| table.rows.iter().map(|row| &row.id).chain(&table.left_out).any(|own| own == id);
    manuscript.has_lost_figures || table.is_some_and(in_table)
}

/// The fault of an id that no figure has; its place is still to be added.
pub(super) fn no_figure(id: &str) -> Diagnostic {
    Diagnostic::error(Code::UNKNOWN_FIGURE, message!("there is no figure `{id}`", "没有数字 `{id}`", id = id))
        .with_help(message!(
            "name a figure by its id in figures.csv whose quote the build can find",
            "写 figures.csv 里有的编号，而且那一行的引文要找得到"
        ))
}

/// The figures of each row; `None` when one is missing or they do not go together.
fn rows(
    manuscript: &Manuscript,
    page: &ChartPage,
    pages: &[PageSite<'_>],
    figures: &[FigureSite],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<Vec<FigureIndex>>> {
    let before = diagnostics.len();
    let mut is_whole = true;
    let mut rows = Vec::new();
    for group in &page.rows {
        let mut row: Vec<FigureIndex> = Vec::new();
        for id in group {
            match figures.iter().position(|figure| figure.row.id == *id.get_ref()) {
                Some(index) => row.push(FigureIndex(index)),
                None if is_left_out(manuscript, id.get_ref()) => is_whole = false,
                None => {
                    diagnostics.push(no_figure(id.get_ref()).at(&page.file, id.span().into()));
                }
            }
        }
        diagnostics.extend(chart_law::in_doubt(page, group, figures));
        if row.len() == group.len()
            && let Some(kind) = page.kind
            && let Some(why) = unlike(kind, &row, figures)
        {
            let first = group.first().map(|first| Span::from(first.span()));
            let help = match kind {
                Kind::Pairs => message!(
                    "a row of `pairs` is one figure that was done and one that is planned, alike in unit and kind",
                    "`pairs` 的一行是两个数字：一个完成的，一个目标，单位和种类相同"
                ),
                _ => message!(
                    "give each figure a row of its own: figures = [\"f1\", \"f2\"]",
                    "每个数字单独一行：figures = [\"f1\", \"f2\"]"
                ),
            };
            let fault = Diagnostic::error(Code::CHART_ROW, why).at(&page.file, first.unwrap_or(page.title_place));
            diagnostics.push(fault.with_help(help));
        } else if let (Some(Kind::Pairs), [done, planned]) = (page.kind, &row[..]) {
            diagnostics.extend(chart_law::refused(page, group, [*done, *planned], figures, pages));
        }
        rows.push(row);
    }
    if page.kind.is_some_and(|kind| kind.shares_scale() && kind != Kind::Rank) {
        let units: std::collections::BTreeSet<&str> =
            rows.iter().flatten().map(|figure| figures[figure.0].row.unit.as_str()).collect();
        if units.len() > 1 {
            let message = message!(
                "the figures have several units ({units}) and cannot share a scale",
                "这些数字的单位不同（{units}），不能用同一把尺子",
                units = Message::listed(units)
            );
            let fault = Diagnostic::error(Code::CHART_ROW, message).at(&page.file, page.title_place);
            diagnostics.push(fault.with_help(message!(
                "take kind = \"multiples\", or draw figures of one unit",
                "改用 kind = \"multiples\"，或者只画单位相同的"
            )));
        }
    }
    (is_whole && diagnostics.len() == before).then_some(rows)
}

/// Why the figures of a row may not be set side by side.
fn unlike(kind: Kind, row: &[FigureIndex], figures: &[FigureSite]) -> Option<Message> {
    let of = |index: usize| &figures[row[index].0].row;
    match (kind, row.len()) {
        (Kind::Pairs, 2) => {
            let (done, planned) = (of(0), of(1));
            let in_order = done.status == figures::Status::Actual && planned.status == figures::Status::Target;
            if !in_order {
                return Some(message!(
                    "`{done}` and `{planned}` are not one done and one planned, in this order",
                    "`{done}` 和 `{planned}` 不是前一个完成、后一个目标",
                    done = done.id,
                    planned = planned.id,
                ));
            }
            let alike = done.kind == planned.kind && same_unit(&done.unit, &planned.unit);
            (!alike).then(|| {
                message!(
                    "`{done}` and `{planned}` differ in unit or kind",
                    "`{done}` 和 `{planned}` 的单位或种类不同",
                    done = done.id,
                    planned = planned.id
                )
            })
        }
        (Kind::Pairs, count) => Some(message!(
            "a row of a `pairs` chart has two figures, not {count}",
            "`pairs` 图的一行有两个数字，不是 {count} 个"
        )),
        (Kind::Series, 0) | (_, 0) => Some(message!("an empty row draws nothing", "空的一行没有可画的")),
        (Kind::Series, _) | (_, 1) => None,
        (_, count) => Some(message!(
            "a row of this kind of chart has one figure, not {count}",
            "这种图的一行只有一个数字，不是 {count} 个"
        )),
    }
}

/// Every number in the title stands in the words of one of the chart's figures, or is a year that they are about and that the
/// report prints.
fn check_title(
    page: &ChartPage,
    rows: &[Vec<FigureIndex>],
    figures: &[FigureSite],
    printed: &PrintedYears,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for number in numbers(&page.title).into_iter().chain(numbers(&page.subject)) {
        let stands = rows.iter().flatten().any(|figure| {
            let row = &figures[figure.0].row;
            numbers(&row.quote).contains(&number) || (numbers(&row.period).contains(&number) && printed.has(number))
        });
        if !stands {
            let message = message!(
                "the title says {number}, which none of its figures does",
                "标题里的 {number}，图中的数字里没有"
            );
            let fault = Diagnostic::error(Code::CHART_NUMBER, message).at(&page.file, page.title_place);
            diagnostics.push(fault.with_help(message!(
                "use the report's own numbers, those of the figures that are drawn",
                "标题只用图中数字的原话"
            )));
        }
    }
}

/// The page that a chart is drawn for, and what its marks lead to.
#[derive(Clone, Copy)]
struct DrawnFor<'a> {
    route: &'a Route,
    pages: &'a [PageSite<'a>],
    words: &'a Words,
}

fn draw_row(row: &[FigureIndex], kind: Kind, page: DrawnFor<'_>, figures: &[FigureSite]) -> Row {
    let mut labels: Vec<&str> = row.iter().map(|figure| figures[figure.0].row.indicator.as_str()).collect();
    labels.dedup();
    // Where the two sides of a pair are worded differently, both wordings are shown.
    let label = match labels[..] {
        [done, planned] if kind == Kind::Pairs => format!("{done}／{planned}"),
        _ => labels.first().copied().unwrap_or_default().to_owned(),
    };
    let mut marks: Vec<Mark> = row.iter().map(|figure| draw_mark(&figures[figure.0], &label, kind, page)).collect();
    let units: Vec<&str> = row.iter().map(|figure| figures[figure.0].row.unit.as_str()).collect();
    to_one_scale(&mut marks.iter_mut().collect::<Vec<_>>(), &units);
    let scale = row.first().map_or_else(String::new, |figure| figures[figure.0].scale());
    Row { label, marks, scale }
}

/// Gives marks the lengths of their amounts where their units are written with several magnitudes: 5000万元 beside 1.2亿元. The words stay
/// the report's.
pub(super) fn to_one_scale(marks: &mut [&mut Mark], units: &[&str]) {
    let factors: Vec<f64> = units.iter().map(|unit| magnitude(unit).0).collect();
    if factors.windows(2).any(|pair| pair[0] != pair[1]) {
        for (mark, factor) in marks.iter_mut().zip(factors) {
            mark.value *= factor;
            mark.high = mark.high.map(|high| high * factor);
        }
    }
}

fn draw_mark(figure: &FigureSite, label: &str, kind: Kind, page: DrawnFor<'_>) -> Mark {
    let DrawnFor { route, pages, words } = page;
    let row = &figure.row;
    let (role, when) = (figure.role(), figure.dated(words));
    // Where its series tells that it is foreseen, its words need not.
    let told = matches!(kind, Kind::Pairs | Kind::Series);
    let said = if told { row.said() } else { figure.said() };
    Mark {
        // What is said must hold what is seen, in its order (WCAG 2.5.3).
        spoken: match kind {
            Kind::Pairs => words.fill(
                "drawing.spoken_pair",
                &[("indicator", &label), ("role", &role.word(words)), ("words", &said), ("when", &when)],
            ),
            _ => words.fill("drawing.spoken", &[("indicator", &row.indicator), ("words", &said), ("when", &when)]),
        },
        label: said,
        series: told.then_some(when),
        href: route.link(&pages[figure.page].route, &figure.row.id),
        ..figure.mark()
    }
}
