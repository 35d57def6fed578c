//! Finds the words of each figure in the text. Nothing is charted or listed whose words are not there.

use std::collections::BTreeMap;

use super::figure_site::{FigureIndex, FigureSite};
use super::ids::TakenIds;
use super::report_site::PageSite;
use super::row_words::RowWords;
use crate::content::{FigureRow, FigureTable, Manuscript, words_in_quote};
use crate::diagnostic::{Code, Diagnostic};
use crate::figures::{ReadFigure, Status, key_statistics, stated};
use crate::message::message;
use crate::text::Span;

/// Resolves the rows of `figures.csv`; a row whose id is taken, or whose quote is not there or there
/// twice, is reported and left out. One that says something else than its words is reported.
pub(super) fn resolve(
    pages: &mut [PageSite<'_>],
    manuscript: &Manuscript,
    table: &FigureTable,
    taken: &TakenIds,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<FigureSite> {
    let report_year = manuscript.title_page.year.and_then(|year| u16::try_from(year).ok());
    let mut found: Vec<FigureSite> = Vec::new();
    let mut missed = 0;
    let mut reader = LeafReader { report_year, read: BTreeMap::new() };
    for row in &table.rows {
        if !taken.allows(row, table, diagnostics) {
            continue;
        }
        match place(pages, row) {
            Ok(place) => {
                diagnostics.extend(reader.faults(pages, table, row, &place));
                let paragraph = &pages[place.page].page.text.leaves()[place.leaf].text;
                let is_foreseen =
                    row.status == Status::Actual && key_statistics::is_foreseen(paragraph, place.span.end);
                let leaf = &mut pages[place.page].leaves[place.leaf];
                let sentence = leaf.sentence_at(place.span.start).to_owned();
                leaf.figures.push((place.span, FigureIndex(found.len())));
                found.push(FigureSite {
                    row: row.clone(),
                    page: place.page,
                    leaf: place.leaf,
                    span: place.span,
                    sentence,
                    charts: Vec::new(),
                    has_page: false,
                    is_year_printed: false,
                    is_foreseen,
                    before: 0,
                });
            }
            // That its page could not be read was told.
            Err(Miss::Nowhere) if manuscript.has_lost_text && !pages.iter().any(|page| page.page.id == row.page) => {}
            Err(Miss::Nowhere) => {
                missed += 1;
                diagnostics.push(not_found(pages, table, row, missed <= NEAREST_TOLD));
            }
            Err(Miss::Often(count)) => diagnostics.push(
                Diagnostic::error(
                    Code::QUOTE_AMBIGUOUS,
                    message!(
                        "the quote of `{id}` stands {count} times on page {page}",
                        "`{id}` 的引文在第 {page} 页出现了 {count} 次",
                        id = row.id,
                        count = count,
                        page = row.page
                    ),
                )
                .at(&table.file, row.cell("quote"))
                .with_help(message!(
                    "make the quote longer until it stands there once",
                    "把引文抄长一些，直到只出现一次"
                )),
            ),
        }
    }
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for figure in &mut found {
        let own = (figure.row.indicator.clone(), figure.row.words.clone());
        let count = seen.entry(own).or_default();
        figure.before = std::mem::replace(count, *count + 1);
    }
    for leaf in pages.iter_mut().flat_map(|page| &mut page.leaves) {
        leaf.figures.sort_by_key(|(span, figure)| (span.start, std::cmp::Reverse(span.end), figure.0));
    }
    found
}

struct QuotePosition {
    page: usize,
    leaf: usize,
    span: Span,
}

/// Reads what the leaves state, each once.
struct LeafReader {
    report_year: Option<u16>,
    read: BTreeMap<(usize, usize), Vec<ReadFigure>>,
}

impl LeafReader {
    /// What a row says otherwise than the words at its place.
    fn faults(
        &mut self,
        pages: &[PageSite<'_>],
        table: &FigureTable,
        row: &FigureRow,
        place: &QuotePosition,
    ) -> Vec<Diagnostic> {
        let leaves = pages[place.page].page.text.leaves();
        let paragraph = leaves[place.leaf].text.as_str();
        let read = self.read.entry((place.page, place.leaf));
        let stated = read.or_insert_with(|| stated(paragraph, self.report_year));
        RowWords { row, table, paragraph, span: place.span, stated }.faults()
    }
}

enum Miss {
    Nowhere,
    Often(usize),
}

/// Page and leaf of a row's words, and their place in the leaf; `None` where they do not stand once.
pub(super) fn position(pages: &[PageSite<'_>], row: &FigureRow) -> Option<(usize, usize, Span)> {
    place(pages, row).ok().map(|place| (place.page, place.leaf, place.span))
}

fn place(pages: &[PageSite<'_>], row: &FigureRow) -> Result<QuotePosition, Miss> {
    let page = pages.iter().position(|page| page.page.id == row.page).ok_or(Miss::Nowhere)?;
    let mut hits = Vec::new();
    for (leaf, inline) in pages[page].page.text.leaves().into_iter().enumerate() {
        hits.extend(inline.text.match_indices(&row.quote).map(|(at, _)| (leaf, at)));
    }
    let [(leaf, at)] = hits[..] else {
        return Err(if hits.is_empty() { Miss::Nowhere } else { Miss::Often(hits.len()) });
    };
    let start = at + words_in_quote(&row.quote, &row.words).ok_or(Miss::Nowhere)?;
    Ok(QuotePosition { page, leaf, span: Span::new(start, start + row.words.len()) })
}

/// For how many quotes the nearest words are told: each is looked for in the whole text.
const NEAREST_TOLD: usize = 50;

fn not_found(pages: &[PageSite<'_>], table: &FigureTable, row: &FigureRow, tell_nearest: bool) -> Diagnostic {
    let message = message!(
        "figure `{id}` quotes words that page {page} does not contain",
        "数字 `{id}` 的引文，第 {page} 页里没有",
        id = row.id,
        page = row.page
    );
    let fault = Diagnostic::error(Code::QUOTE_NOT_FOUND, message).at(&table.file, row.cell("quote"));
    let elsewhere = pages.iter().find(|page| page.page.text.leaves().iter().any(|leaf| leaf.text.contains(&row.quote)));
    if let Some(page) = elsewhere {
        return fault
            .with_note(message!("page {page} has these words", "第 {page} 页有这些话", page = page.page.id))
            .with_help(message!(
                "write {page} in the column `place`",
                "在 `place` 这一列写 {page}",
                page = page.page.id
            ));
    }
    let fault = match tell_nearest.then(|| nearest(pages, &row.quote)).flatten() {
        Some(near) => fault.with_note(message!("nearest: {near}", "最像的：{near}")),
        None => fault,
    };
    fault.with_help(message!(
        "copy the words as the report has them, or remove the row",
        "照报告的原话抄，或者删掉这一行"
    ))
}

/// The words of the text that share most pairs of neighbouring characters with `quote`, with their place.
fn nearest(pages: &[PageSite<'_>], quote: &str) -> Option<String> {
    let wanted: Vec<char> = quote.chars().collect();
    let pairs: std::collections::BTreeSet<(char, char)> = wanted.windows(2).map(|pair| (pair[0], pair[1])).collect();
    let mut best: Option<(usize, String)> = None;
    for page in pages {
        for inline in page.page.text.leaves() {
            let chars: Vec<(usize, char)> = inline.text.char_indices().collect();
            let hit = |at: usize| chars.get(at + 1).is_some_and(|next| pairs.contains(&(chars[at].1, next.1)));
            let hits: Vec<usize> = (0..chars.len()).filter(|at| hit(*at)).collect();
            let mut from = 0;
            for (index, at) in hits.iter().enumerate() {
                while at - hits[from] >= wanted.len() {
                    from += 1;
                }
                let score = index - from + 1;
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    let start = chars[hits[from]].0;
                    // To the end of the clause, where that is near: half a number is no help.
                    let stop = |c: char| matches!(c, '，' | '；' | '。' | '、' | '：' | '！' | '？');
                    let rest = chars[at + 2..].iter().take(12).position(|(_, c)| stop(*c)).unwrap_or(0);
                    let end = chars.get(at + 2 + rest).map_or(inline.text.len(), |(at, _)| *at);
                    let place = page.page.file.place(inline.origin(start));
                    let file = page.page.file.name();
                    best = Some((score, format!("{file}:{place} 「{}」", &inline.text[start..end])));
                }
            }
        }
    }
    best.filter(|(score, _)| *score >= 2).map(|(_, near)| near)
}
