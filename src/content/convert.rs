//! From an imported report to the files of its folder: Markdown, TOML, CSV.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::earlier::{Earlier, KeptPage};
use super::fields::quoted;
use super::figures;
use super::file::{NewFile, RawFile};
use super::merge::{FIGURES, MergedFigures, merge_figures};
use super::page_id::PageId;
use super::pages::{PageDraft, drafts};
use super::propose::propose_charts;
use super::quote::{QuotedFigure, finds, unique_quote};
use super::title_page::ROLES;
use super::unplaced::Unplaced;
use crate::figures::key_statistics::OwnPlace;
use crate::glossary::Entry;
use crate::import::Imported;
use crate::markdown::escape;
use crate::places;
use crate::report::{Block, Masthead, Piece, Report, ReportKind};
use crate::text::{PrintedYears, Span};

/// What becomes of a report that was imported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Converted {
    /// Its files.
    pub files: Vec<NewFile>,
    /// How its table of figures was merged with the one of an earlier import, if there was one.
    pub merged: Option<MergedFigures>,
    /// The paths of the files that are not among them, since a person removed them after an earlier import.
    pub removed: Vec<String>,
    /// The figures that its table is without, since their words stand nowhere once.
    pub unplaced: Vec<Unplaced>,
}

/// The files of a report: `report.toml`, a Markdown file for each page, `glossary.md`, `figures.csv`, charts. `source_name` is
/// the name that the source will have beside them. The table of an `earlier` import is merged row by row, charts are proposed
/// from what a person made of it, figures are looked for where a person moved their words, and what a person removed is not
/// among the files.
pub fn convert(imported: &Imported, source_name: &str, earlier: &Earlier) -> Converted {
    let drafts = drafts(imported);
    let mut files = vec![text("report.toml".into(), report_toml(&imported.report, source_name))];
    for draft in &drafts {
        files.push(text(draft.id.file(), draft.markdown()));
    }
    if let Some(glossary) = &imported.report.glossary {
        files.push(text("glossary.md".into(), glossary_md(&glossary.heading, &imported.entries)));
    }
    let (mut found, unplaced) = found(&drafts, earlier);
    let proposed = figures::write(found.iter().map(QuotedFigure::cells));
    let merged = earlier.figures.as_ref().map(|earlier| merge_figures(&earlier.written, &earlier.now, &proposed));
    if let Some(merged) = &merged {
        take_over(&mut found, merged);
    }
    let bytes = merged.as_ref().map_or(proposed, |merged| merged.table.clone());
    files.push(NewFile { path: FIGURES.into(), bytes });
    // What is not sure is in the table and on no chart.
    found.retain(|one| one.figure.doubts.is_empty());
    files.extend(propose_charts(&found, &printed(&imported.report), own_place(&imported.report)));
    let (removed, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| earlier.removed.contains(&file.path));
    let removed = removed.into_iter().map(|file| file.path).collect();
    Converted { files, merged, removed, unplaced }
}

/// The place that a report is of, as its masthead prints it.
fn own_place(report: &Report) -> OwnPlace<'_> {
    let name = report.masthead.place.as_deref().unwrap_or_default();
    OwnPlace { name, is_nation: places::find(name).is_some_and(places::Division::is_nation) }
}

/// The years that a report prints, in its masthead, its headings and its text.
fn printed(report: &Report) -> PrintedYears {
    let masthead = report.masthead.lines.iter().map(|line| line.piece.text.as_str());
    let body = report.body.iter().map(|block| match block {
        Block::Heading(heading) => heading.text.as_str(),
        Block::Paragraph(paragraph) => paragraph.text.as_str(),
    });
    PrintedYears::of(masthead.chain(body))
}

/// Gives what was found the ids and the corrections of the table it was merged into; what a person deleted is not found.
fn take_over(found: &mut Vec<QuotedFigure<'_>>, merged: &MergedFigures) {
    let file = RawFile { path: FIGURES, name: FIGURES, bytes: &merged.table };
    let rows = figures::read(file, &mut Vec::new()).map_or_else(Vec::new, |table| table.rows);
    let mut ids = merged.ids.iter().cloned();
    found.retain_mut(|one| {
        let Some(id) = ids.next().flatten() else { return false };
        if let Some(row) = rows.iter().find(|row| row.id == id) {
            row.correct(one.figure.to_mut());
        }
        one.id = id;
        true
    });
}

fn text(path: String, text: String) -> NewFile {
    NewFile { path, bytes: text.into_bytes() }
}

fn report_toml(report: &Report, source_name: &str) -> String {
    let Masthead { kind, title, place, year, date, meeting, office, speaker, lines } = &report.masthead;
    let mut out = String::from("# 题头与出处。改动后重新生成网站即可；各项说明见 docs/zh/content.md。\n");
    let _ = writeln!(out, "title = {}", quoted(title.as_deref().unwrap_or(untitled(*kind))));
    let _ = writeln!(out, "kind = {}", quoted(kind.name()));
    for (key, value) in [("place", place), ("meeting", meeting), ("office", office), ("speaker", speaker)] {
        let _ = writeln!(out, "{key} = {}", quoted(value.as_deref().unwrap_or_default()));
    }
    for (key, value) in [("year", year.map(|year| year.to_string())), ("date", date.clone())] {
        if let Some(value) = value {
            let _ = writeln!(out, "{key} = {value}");
        }
    }
    let _ = writeln!(out, "\n# 原文文件；原文网址与发布单位（没有就留空）。");
    let _ = writeln!(out, "source = {}\nsource_url = \"\"\npublisher = \"\"", quoted(source_name));
    if !report.aside.is_empty() {
        out.push_str("\n# 原文中不属于报告的行（按钮、来源、页码等），网站不收。\nset_aside = [\n");
        for piece in &report.aside {
            let _ = writeln!(out, "    {},", quoted(piece.text.trim()));
        }
        out.push_str("]\n");
    }
    for line in lines {
        let role = ROLES.iter().find(|(_, role)| *role == line.role).map_or("title", |(name, _)| name);
        let _ = write!(out, "\n[[masthead]]\nrole = \"{role}\"\ntext = {}\n", quoted(&line.piece.text));
    }
    out
}

/// What a report without a printed title is called until a person writes it.
fn untitled(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Government => "政府工作报告",
        ReportKind::Court => "人民法院工作报告",
        ReportKind::Procuratorate => "人民检察院工作报告",
        ReportKind::Congress => "人民代表大会常务委员会工作报告",
        ReportKind::Cppcc => "政协常务委员会工作报告",
        _ => "报告",
    }
}

fn glossary_md(heading: &[Piece], entries: &[Entry]) -> String {
    let lines: Vec<String> = heading.iter().map(|piece| quoted(piece.text.trim())).collect();
    let mut out = format!("+++\nheading = [{}]\n+++\n", lines.join(", "));
    for entry in entries {
        let Entry { mark, term, separator, definition, aliases, not, .. } = entry;
        let _ = write!(out, "\n## {}{}{}\n", escape(mark), escape(term), escape(separator));
        if !(aliases.is_empty() && not.is_empty()) {
            out.push('\n');
        }
        for (key, words) in aliases.iter().map(|words| ("alias", words)).chain(not.iter().map(|words| ("not", words))) {
            let _ = writeln!(out, "- {key}: {}", escape(words));
        }
        for paragraph in definition {
            let _ = write!(out, "\n{}\n", escape(paragraph));
        }
    }
    out
}

/// The figures of all pages that have a name, numbered through, and those that no row could find. A row without a name, or one
/// whose words are not where it says, would not build.
fn found<'a>(drafts: &[PageDraft<'a>], earlier: &Earlier) -> (Vec<QuotedFigure<'a>>, Vec<Unplaced>) {
    let (mut all, mut unplaced) = (Vec::new(), Vec::new());
    for draft in drafts {
        let words = draft.words();
        let is_kept = earlier.holds(&draft.id);
        for (block, figures) in &draft.blocks {
            let Block::Paragraph(paragraph) = block else { continue };
            let text = paragraph.text.as_str();
            for figure in figures.iter().filter(|figure| figure.is_named()) {
                let quote = unique_quote(&words, text, figure.span);
                let place = if is_kept {
                    moved(earlier, &draft.id, text, figure.span, quote)
                } else {
                    quote.map(|quote| (draft.id.clone(), quote))
                };
                let Some((page, quote)) = place else {
                    let place = paragraph.source_span(figure.span);
                    unplaced.push(Unplaced { words: figure.span.of(text).to_owned(), place });
                    continue;
                };
                let id = format!("f{}", all.len() + 1);
                all.push(QuotedFigure { id, page, paragraph: text, quote, figure: Cow::Borrowed(figure) });
            }
        }
    }
    (all, unplaced)
}

/// Where a person's pages have the words of a figure that import would put on the page `id`: by the quote that it has there,
/// where that will do, so that the row stays the same.
fn moved(earlier: &Earlier, id: &PageId, paragraph: &str, words: Span, quote: Option<Span>) -> Option<(PageId, Span)> {
    let same = |page: &KeptPage| quote.filter(|quote| finds(&page.words, quote.of(paragraph), words.of(paragraph)));
    let other = |page: &KeptPage| unique_quote(&page.words, paragraph, words);
    let on = |page: &KeptPage, quote: Option<Span>| quote.map(|quote| (page.id.clone(), quote));
    let by = |quote: &dyn Fn(&KeptPage) -> Option<Span>| earlier.successors(id).find_map(|page| on(page, quote(page)));
    by(&same).or_else(|| by(&other))
}
