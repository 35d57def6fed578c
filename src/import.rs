//! A published text read in all its layers: report, glossary, terms' other forms, figures. The stage before anything is
//! written; knows no Markdown.

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::figures::{Figure, Outlook, Reader, Reading, doubt_contradictions};
use crate::glossary::{self, Entry};
use crate::limits;
use crate::message::message;
use crate::report::{self, Block, Masthead, Opened, Report, ReportKind};
use crate::text::Source;

/// What a source says, all of it found, nothing yet to be filled in.
#[derive(Debug, Default)]
pub struct Imported {
    /// Masthead, body, attachments, lines set aside.
    pub report: Report,
    /// The glossary's entries, with the aliases that the body uses; empty when there is no glossary.
    pub entries: Vec<Entry>,
    /// The figures of each block of [`Report::blocks`]; headings have none.
    pub figures: Vec<Vec<Figure>>,
}

/// Reads a text in all its layers. Never fails: a text that is no report gives little, and says why.
pub fn import(source: &Source) -> Checked<Imported> {
    layers(source, report::read(source))
}

/// Reads an opened file as [`import`] reads a text, with what its format knew besides.
pub fn import_opened(opened: &Opened) -> Checked<Imported> {
    import_completed(opened, |_| ())
}

/// Reads as [`import_opened`] does, after `complete` has filled in what is known of the masthead from elsewhere: figures are
/// dated by the year that stands there.
pub fn import_completed(opened: &Opened, complete: impl FnOnce(&mut Masthead)) -> Checked<Imported> {
    let mut report = report::read_opened(opened);
    complete(&mut report.value.masthead);
    layers(&opened.source, report)
}

fn layers(source: &Source, report: Checked<Report>) -> Checked<Imported> {
    let Checked { value: mut report, mut diagnostics } = report;
    if let Some(fault) = past_limit(&report) {
        diagnostics.push(fault.in_file(source.name()));
        return Checked { value: Imported { report, ..Imported::default() }, diagnostics };
    }
    let entries = entries(&report, source).drain_into(&mut diagnostics);
    head_glossary(&mut report, &entries);
    let figures = figures(&report);
    let fault = limits::FIGURES.fault_of(figures.iter().map(Vec::len).sum());
    diagnostics.extend(fault.map(|fault| fault.in_file(source.name())));
    diagnostics.extend(unnamed(&report, &figures, source));
    Checked { value: Imported { report, entries, figures }, diagnostics }
}

/// The fault of a report that has more headings than are read, or one that is no heading by its length. A build would refuse
/// what is made of it.
fn past_limit(report: &Report) -> Option<Diagnostic> {
    let headings = report.body.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading.text.as_str()),
        Block::Paragraph(_) => None,
    });
    let headings: Vec<&str> = headings.collect();
    let Masthead { title, place, meeting, office, speaker, .. } = &report.masthead;
    let values = [title, place, meeting, office, speaker].into_iter().flatten().map(String::as_str);
    let longest = headings.iter().copied().chain(values).map(|words| words.chars().count()).max();
    let many = limits::HEADINGS.fault_of(headings.len() + report.attachments.len());
    many.or_else(|| limits::VALUE.fault_of(longest.unwrap_or(0)))
}

/// The entries of the report's glossary, with the other forms in which the speech says them.
fn entries(report: &Report, source: &Source) -> Checked<Vec<Entry>> {
    let Some(glossary) = &report.glossary else { return Checked::default() };
    let lines: Vec<_> = glossary.lines.iter().map(|piece| (piece.line, piece.span, piece.text.as_str())).collect();
    let mut entries = glossary::read_entries(source, &lines);
    if let Some(fault) = limits::TERMS.fault_of(entries.value.len()) {
        return Checked { value: Vec::new(), diagnostics: vec![fault.in_file(source.name())] };
    }
    let texts = spoken(report);
    glossary::propose_aliases(&mut entries.value, &texts);
    entries.diagnostics.extend(glossary::unsaid(source, &entries.value, &texts));
    entries
}

/// Gives the lines of the glossary before its first entry (`按出现先后排列`) to its heading: they belong to no entry.
fn head_glossary(report: &mut Report, entries: &[Entry]) {
    let Some(glossary) = &mut report.glossary else { return };
    let first = entries.first().map_or(usize::MAX, |entry| entry.line);
    let count = glossary.lines.iter().take_while(|piece| piece.line < first).count();
    glossary.heading.extend(glossary.lines.drain(..count));
}

/// The texts of the speech that can mention a term, in order: paragraphs, and headings line by line.
pub fn spoken(report: &Report) -> Vec<&str> {
    let texts = report.body.iter().flat_map(|block| match block {
        Block::Heading(heading) => heading.pieces.iter().map(|piece| piece.text.as_str()).collect(),
        Block::Paragraph(paragraph) => vec![paragraph.text.as_str()],
    });
    texts.collect()
}

fn figures(report: &Report) -> Vec<Vec<Figure>> {
    let mut readings = walk(report, Reader::explain, Reader::explain_row);
    doubt_contradictions(&mut readings);
    let only = |reading: Reading| reading.figures.into_iter().map(|explained| explained.figure).collect();
    readings.into_iter().map(only).collect()
}

/// A doubt for each figure of which the words do not say what it measures; no table has it.
fn unnamed(report: &Report, figures: &[Vec<Figure>], source: &Source) -> Vec<Diagnostic> {
    let mut doubts = Vec::new();
    for (block, figures) in report.blocks().zip(figures) {
        let Block::Paragraph(paragraph) = block else { continue };
        for figure in figures.iter().filter(|figure| !figure.is_named()) {
            let words = figure.span.of(&paragraph.text);
            let doubt = Diagnostic::warning(
                Code::UNNAMED_FIGURE,
                message!(
                    "what 「{words}」 is of cannot be read, and figures.csv is without it",
                    "读不出「{words}」是什么数，figures.csv 里没有它"
                ),
            );
            let doubt = match paragraph.source_span(figure.span) {
                Some(place) => doubt.at(source, place),
                None => doubt,
            };
            doubts.push(doubt.with_help(message!(
                "leave it so, or add a row to figures.csv with a name in the report's words",
                "可以不管；要收，就在 figures.csv 里加一行，照报告的说法写出指标"
            )));
        }
    }
    doubts
}

/// A block of the body read with reasons.
#[derive(Clone, Debug, Default)]
pub struct ExplainedBlock {
    /// The headings above it, the topmost first; reasons name them by their places here.
    pub headings: Vec<String>,
    /// Its figures, with what decided their facts; a heading has none.
    pub reading: Reading,
}

/// Reads the figures of each block of [`Report::blocks`] again, as [`import`] does, and keeps what decided their facts.
pub fn explained(report: &Report) -> Vec<ExplainedBlock> {
    let headings = |reader: &Reader| reader.headings().map(str::to_owned).collect();
    let blocks = walk(
        report,
        |reader, paragraph| (headings(reader), reader.explain(paragraph)),
        |reader, head, row| (headings(reader), reader.explain_row(head, row)),
    );
    let (headings, mut readings): (Vec<_>, Vec<_>) = blocks.into_iter().unzip();
    doubt_contradictions(&mut readings);
    let block = |(headings, reading)| ExplainedBlock { headings, reading };
    headings.into_iter().zip(readings).map(block).collect()
}

/// What a report of a kind, with this title, speaks of where its words do not say.
pub fn outlook(kind: ReportKind, title: &str) -> Outlook {
    match kind {
        ReportKind::Communique => Outlook::Review,
        // Final accounts tell of the year that is closed; with the budget of the next in one report, its headings tell them apart.
        ReportKind::Budget if title.contains("决算") && !title.contains("预算") => Outlook::Review,
        ReportKind::FiveYearPlan => Outlook::of_plan(title),
        ReportKind::Other if is_yearly_account(title) => Outlook::Review,
        ReportKind::Party => Outlook::Congress,
        ReportKind::PolicyAddress | ReportKind::Other => Outlook::Open,
        ReportKind::Court | ReportKind::Procuratorate | ReportKind::Congress | ReportKind::Cppcc => {
            Outlook::ReviewFirst
        }
        ReportKind::Government | ReportKind::Budget | ReportKind::Plan => Outlook::Tasks,
    }
}

/// Whether a title is that of an account of one year that is over: `关于2021年度环境状况和环境保护目标完成情况的报告`.
fn is_yearly_account(title: &str) -> bool {
    let account = ["情况的报告", "审计工作报告"].iter().any(|end| title.ends_with(end)) && !title.contains("上半年");
    account && report::years_named(title).len() == 1
}

/// What an attachment of a report speaks of: where its heading names a year, of that as the report does (2026年民生实事); otherwise
/// nothing says of when it is.
pub fn attached_outlook(of_report: Outlook, heading: &str) -> Outlook {
    // 附件1 and 2025年 are two words of a heading in one line.
    let dated = heading.split_whitespace().any(|words| !report::years_named(words).is_empty());
    if dated { of_report } else { Outlook::Open }
}

/// Walks the speech, then each attachment under its own heading.
fn walk<T: Default>(
    report: &Report,
    paragraph: impl Fn(&mut Reader, &str) -> T,
    row: impl Fn(&mut Reader, &str, &str) -> T,
) -> Vec<T> {
    let Masthead { kind, title, year, .. } = &report.masthead;
    let own = outlook(*kind, title.as_deref().unwrap_or_default());
    let mut found = walk_text(&report.body, Reader::new(*year, own), &paragraph, &row);
    for attachment in &report.attachments {
        let heading = attachment.title();
        let mut reader = Reader::new(*year, attached_outlook(own, &heading));
        reader.heading(1, &heading);
        found.extend(walk_text(&attachment.blocks, reader, &paragraph, &row));
    }
    found
}

/// Walks a text with the headings above each paragraph, which say whether it tells of what was done or what is planned. A row of
/// a table is read under the head of the table, which states nothing itself; neither does a caption.
fn walk_text<T: Default>(
    blocks: &[Block],
    mut reader: Reader,
    paragraph: &impl Fn(&mut Reader, &str) -> T,
    row: &impl Fn(&mut Reader, &str, &str) -> T,
) -> Vec<T> {
    let heads = report::table_heads(blocks);
    let text = |at: usize| match &blocks[at] {
        Block::Heading(heading) => heading.text.as_str(),
        Block::Paragraph(paragraph) => paragraph.text.as_str(),
    };
    let read = blocks.iter().enumerate().map(|(at, block)| match (block, heads[at]) {
        (Block::Heading(heading), _) => {
            reader.heading(heading.level, &heading.text);
            T::default()
        }
        (_, Some(head)) if head == at => T::default(),
        (_, Some(head)) => row(&mut reader, text(head), text(at)),
        (Block::Paragraph(_), None) if report::is_caption(text(at)) => T::default(),
        (Block::Paragraph(own), None) => {
            if own.role == report::ParagraphRole::Resuming {
                reader.resume();
            }
            paragraph(&mut reader, text(at))
        }
    });
    read.collect()
}
