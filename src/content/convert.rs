//! From an imported report to the files of its folder: Markdown, TOML, CSV.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::fields::quoted;
use super::figures;
use super::manuscript::{PageId, ROLES};
use crate::figures::Figure;
use crate::glossary::Entry;
use crate::import::Imported;
use crate::markdown::{escape, lead_paragraph};
use crate::report::{Block, Heading, Masthead, Paragraph, Piece, Report};
use crate::text::{Span, sentences};

/// A file that import wants below `content/<id>/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Path below the report's folder.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The files of a report: `report.toml`, a Markdown file for each page, `glossary.md`, `figures.csv`. `source_name` is
/// the name that the source will have beside them.
pub fn convert(imported: &Imported, source_name: &str) -> Vec<NewFile> {
    let drafts = drafts(imported);
    let mut files = vec![text("report.toml".into(), report_toml(&imported.report, source_name))];
    for draft in &drafts {
        files.push(text(format!("{}.md", draft.id), draft.markdown()));
    }
    if let Some(glossary) = &imported.report.glossary {
        files.push(text("glossary.md".into(), glossary_md(&glossary.heading, &imported.entries)));
    }
    files.push(NewFile { path: "figures.csv".into(), bytes: figures_csv(&drafts) });
    files
}

fn text(path: String, text: String) -> NewFile {
    NewFile { path, bytes: text.into_bytes() }
}

/// A page on its way to a file.
struct Draft<'a> {
    id: PageId,
    number: String,
    title: String,
    blocks: Vec<(&'a Block, &'a [Figure])>,
    /// The level of the page's own heading; headings below it begin at `##`.
    level: u8,
}

/// Cuts the body into pages: a part, or a section where a part has sections of some length.
fn drafts(imported: &Imported) -> Vec<Draft<'_>> {
    let report = &imported.report;
    let mut drafts = vec![Draft::new(PageId::of(0, None), 0, None)];
    let (mut part, mut section) = (0, 0);
    let mut paged = false;
    for (index, block) in report.body.iter().enumerate() {
        match block {
            Block::Heading(heading) if heading.level <= 1 => {
                (part, section) = (part + 1, 0);
                paged = has_long_sections(&report.body[index + 1..]);
                drafts.push(Draft::new(PageId::of(part, None), 1, Some(heading)));
            }
            Block::Heading(heading) if heading.level == 2 && paged => {
                section += 1;
                drafts.push(Draft::new(PageId::of(part, Some(section)), 2, Some(heading)));
            }
            block => {
                // A body without any heading is one page after the opening.
                if part == 0 && drafts.len() == 1 && drafts[0].blocks.len() >= 2 && !report.body.iter().any(is_heading)
                {
                    let mut whole = Draft::new(PageId::of(1, None), 1, None);
                    whole.title = "正文".into();
                    drafts.push(whole);
                }
                let figures = imported.figures.get(index).map_or(&[][..], Vec::as_slice);
                if let Some(draft) = drafts.last_mut() {
                    draft.blocks.push((block, figures));
                }
            }
        }
    }
    for (index, attachment) in report.attachments.iter().enumerate() {
        let mut draft = Draft::new(PageId::attachment(index as u32 + 1), 1, None);
        draft.title = attachment.heading.iter().map(|piece| piece.text.trim()).collect::<Vec<_>>().join(" ");
        draft.blocks = attachment.blocks.iter().map(|block| (block, &[][..])).collect();
        drafts.push(draft);
    }
    drafts.retain(|draft| !(draft.id.is_opening() && draft.blocks.is_empty()));
    drafts
}

fn is_heading(block: &Block) -> bool {
    matches!(block, Block::Heading(_))
}

/// Whether the part that begins here has sections worth a page each: headings on lines of their own, or opening
/// sentences of more than one paragraph each.
fn has_long_sections(after: &[Block]) -> bool {
    let part = after.iter().take_while(|block| !matches!(block, Block::Heading(heading) if heading.level <= 1));
    let (mut standing, mut run_in, mut paragraphs) = (0usize, 0usize, 0usize);
    for block in part {
        match block {
            Block::Heading(heading) if heading.level == 2 && heading.run_in => run_in += 1,
            Block::Heading(heading) if heading.level == 2 => standing += 1,
            Block::Paragraph(_) if run_in > 0 => paragraphs += 1,
            _ => {}
        }
    }
    standing > 0 || paragraphs > run_in + run_in / 2
}

impl<'a> Draft<'a> {
    fn new(id: PageId, level: u8, heading: Option<&Heading>) -> Draft<'a> {
        let (number, title) =
            heading.map_or_else(Default::default, |heading| (heading.number.clone(), heading.text.clone()));
        Draft { id, number, title, blocks: Vec::new(), level }
    }

    fn markdown(&self) -> String {
        let mut out = String::from("+++\n");
        if !self.number.is_empty() {
            let _ = writeln!(out, "number = {}", quoted(&self.number));
        }
        if !self.title.is_empty() {
            let _ = writeln!(out, "title = {}", quoted(&self.title));
        }
        out.push_str("+++\n");
        let mut run_in: Option<&Heading> = None;
        for (block, _) in &self.blocks {
            match block {
                Block::Heading(heading) => {
                    flush(&mut run_in, &mut out);
                    if heading.run_in {
                        run_in = Some(heading);
                    } else {
                        let marks = "#".repeat(usize::from(heading.level.saturating_sub(self.level)).clamp(1, 5) + 1);
                        let _ = write!(out, "\n{marks} {}{}\n", escape(&heading.number), escape(&heading.text));
                    }
                }
                Block::Paragraph(paragraph) => {
                    let (words, lead) = with_run_in(run_in.take(), paragraph);
                    let _ = write!(out, "\n{}\n", lead_paragraph(&words, lead));
                }
            }
        }
        flush(&mut run_in, &mut out);
        out
    }
}

/// A run-in heading that no paragraph followed stands alone.
fn flush(run_in: &mut Option<&Heading>, out: &mut String) {
    if let Some(heading) = run_in.take() {
        let _ = write!(out, "\n**{}**\n", escape(&format!("{}{}", heading.number, heading.text)));
    }
}

/// A paragraph with the run-in heading that opens it as its lead.
fn with_run_in<'p>(run_in: Option<&Heading>, paragraph: &'p Paragraph) -> (Cow<'p, str>, Option<usize>) {
    match run_in {
        Some(heading) => {
            let lead = format!("{}{}", heading.number, heading.text);
            let length = lead.len();
            (Cow::Owned(lead + &paragraph.text), Some(length))
        }
        None => (Cow::Borrowed(&paragraph.text), paragraph.lead.map(|lead| lead.end)),
    }
}

fn report_toml(report: &Report, source_name: &str) -> String {
    let Masthead { title, place, year, date, meeting, office, speaker, lines } = &report.masthead;
    let mut out = String::from("# 题头与出处。改动后重新生成网站即可；各项说明见 docs/content.md。\n");
    let _ = writeln!(out, "title = {}", quoted(title.as_deref().unwrap_or("政府工作报告")));
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

fn figures_csv(drafts: &[Draft<'_>]) -> Vec<u8> {
    let mut rows = Vec::new();
    for draft in drafts {
        let words = draft.words();
        let mut run_in = None;
        for (block, figures) in &draft.blocks {
            match block {
                Block::Heading(heading) => run_in = heading.run_in.then_some(heading),
                Block::Paragraph(paragraph) => {
                    run_in.take();
                    for figure in *figures {
                        rows.push(row(rows.len() + 1, &draft.id, &words, &paragraph.text, figure));
                    }
                }
            }
        }
    }
    figures::write(rows)
}

impl Draft<'_> {
    /// The words of the page, a line for each paragraph.
    fn words(&self) -> String {
        self.blocks
            .iter()
            .map(|(block, _)| match block {
                Block::Heading(heading) => format!("{}{}\n", heading.number, heading.text),
                Block::Paragraph(paragraph) => format!("{}\n", paragraph.text),
            })
            .collect()
    }
}

fn row<'r>(number: usize, page: &PageId, page_words: &str, paragraph: &'r str, figure: &Figure) -> [Cow<'r, str>; 13] {
    let quote = unique_quote(page_words, paragraph, figure.span);
    let value = |value: f64| Cow::Owned(value.to_string());
    [
        Cow::Owned(format!("f{number}")),
        Cow::Owned(page.to_string()),
        Cow::Borrowed(quote.of(paragraph)),
        Cow::Borrowed(figure.span.of(paragraph)),
        value(figure.value),
        figure.high.map_or(Cow::Borrowed(""), value),
        Cow::Owned(figure.unit.clone()),
        Cow::Borrowed(figure.qualifier.name()),
        Cow::Borrowed(figure.kind.name()),
        Cow::Borrowed(figure.direction.map_or("", |direction| direction.name())),
        Cow::Owned(figure.indicator.clone()),
        Cow::Owned(figure.period.clone()),
        Cow::Borrowed(figure.status.name()),
    ]
}

/// The shortest run of clauses round `words` that stands once on the page and in which the words stand once. It keeps to
/// the words' own sentence and to whole clauses where that will do.
fn unique_quote(page: &str, paragraph: &str, words: Span) -> Span {
    let sentence = sentences(paragraph).into_iter().find(|sentence| sentence.contains(words)).unwrap_or(words);
    let edges = |within: Span, marks: &'static [char]| {
        within
            .of(paragraph)
            .char_indices()
            .filter(move |(_, c)| marks.contains(c))
            .map(move |(at, c)| (within.start + at, c))
    };
    let good = |quote: &Span| {
        let quote = quote.of(paragraph);
        page.matches(quote).count() == 1 && figures::words_in_quote(quote, words.of(paragraph)).is_some()
    };
    let whole = Span::new(0, paragraph.len());
    for (within, marks) in [(sentence, CLAUSE), (sentence, ITEM), (whole, CLAUSE)] {
        let starts = edges(within, marks).map(|(at, c)| at + c.len_utf8()).chain([within.start]);
        let starts: Vec<usize> = starts.filter(|at| *at <= words.start).collect();
        let ends = edges(within, ITEM).map(|(at, _)| at).chain([within.end]);
        let ends: Vec<usize> = ends.filter(|at| *at >= words.end).collect();
        let mut quotes: Vec<Span> =
            starts.iter().flat_map(|start| ends.iter().map(|end| Span::new(*start, *end))).collect();
        quotes.sort_by_key(|quote| (quote.len(), quote.start));
        if let Some(quote) = quotes.into_iter().find(&good) {
            return quote;
        }
    }
    few_characters(paragraph, words, good)
}

/// Where no run of clauses will do (`10个交通节点和10个重要干线`): the fewest characters to both sides that will.
fn few_characters(paragraph: &str, words: Span, good: impl Fn(&Span) -> bool) -> Span {
    let starts: Vec<usize> = paragraph[..words.start].char_indices().rev().map(|(at, _)| at).take(40).collect();
    let ends: Vec<usize> =
        paragraph[words.end..].char_indices().map(|(at, c)| words.end + at + c.len_utf8()).take(40).collect();
    let starts: Vec<usize> = std::iter::once(words.start).chain(starts).collect();
    let ends: Vec<usize> = std::iter::once(words.end).chain(ends).collect();
    for reach in 0..starts.len() + ends.len() {
        for before in 0..=reach {
            let (Some(start), Some(end)) = (starts.get(before), ends.get(reach - before)) else { continue };
            let quote = Span::new(*start, *end);
            if good(&quote) {
                return quote;
            }
        }
    }
    // The page says the same twice over: the build will ask for help.
    words
}

/// What ends a clause.
const CLAUSE: &[char] = &['，', '；', '：', '。', '！', '？'];
/// What ends an item of a list as well.
const ITEM: &[char] = &['，', '；', '：', '。', '！', '？', '、'];
