//! Reads a text of the corpus in all its layers and tells what was read as facts, in the order of the text.

use gongdu::content::{self, Manuscript, NewFile, RawFile, Settings};
use gongdu::diagnostic::{Checked, Severity};
use gongdu::figures::{Figure, Manner, Qualifier};
use gongdu::import::{Imported, import_opened};
use gongdu::inspect::{Inspection, inspect};
use gongdu::message::Language;
use gongdu::report::{self, Block, Opened, Paragraph, ParagraphRole, is_blank};
use gongdu::site::ReportSite;
use gongdu::text::Source;
use gongdu::topics::TopicTable;
use gongdu::words::Words;

use crate::fact::{Fact, Spot};

/// A text of the corpus, read.
pub struct Reading {
    /// The file's name without `.txt`: `province-四川省-2026`.
    pub name: String,
    pub opened: Opened,
    pub imported: Imported,
    /// What `gongdu inspect --json` prints of it.
    pub inspection: Inspection,
    /// The files that importing it would write.
    pub files: Vec<NewFile>,
}

/// A figure with the paragraph that states it.
pub struct Stated<'a> {
    pub figure: &'a Figure,
    pub paragraph: &'a Paragraph,
    pub spot: Spot,
}

impl Reading {
    pub fn of(name: &str, bytes: &[u8]) -> Reading {
        let opened = report::open(&format!("{name}.txt"), bytes);
        let mut diagnostics = opened.diagnostics;
        let imported = import_opened(&opened.value);
        diagnostics.extend(imported.diagnostics);
        let (opened, imported) = (opened.value, imported.value);
        let inspection = inspect(&opened, &imported, &diagnostics, Language::English);
        let files = content::convert(&imported, "source.txt", &content::Earlier::default()).files;
        Reading { name: name.to_owned(), opened, imported, inspection, files }
    }

    /// Every character of the source stands in exactly one part, in order: asserted, since nothing else could mend it.
    pub fn assert_faithful(&self) {
        let printed = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
        let pieces: String = self.imported.report.pieces().iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(printed(&pieces), printed(self.opened.source.text()), "{}", self.name);
    }

    /// What importing writes, building takes: asserted for the same reason.
    pub fn assert_resolves(&self) {
        let Checked { value: manuscript, mut diagnostics } = self.manuscript();
        let (words, topics) = (Words::of(Language::Chinese), TopicTable::embedded());
        ReportSite::resolve(&manuscript, &Settings::default(), &words, &topics).drain_into(&mut diagnostics);
        let refused: Vec<_> = diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
        assert!(refused.is_empty(), "{}: {refused:#?}", self.name);
    }

    /// What a build reads of what importing writes.
    pub fn manuscript(&self) -> Checked<Manuscript> {
        let source = self.opened.source.text().as_bytes();
        let written = self.files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice()));
        let files: Vec<RawFile<'_>> =
            written.chain([("source.txt", source)]).map(|(path, bytes)| RawFile { path, name: path, bytes }).collect();
        Manuscript::read("report", &files)
    }

    /// The figures in the order of the text, which is that of `inspection.figures`.
    pub fn figures(&self) -> Vec<Stated<'_>> {
        let blocks = self.imported.report.blocks().zip(&self.imported.figures);
        let mut stated = Vec::new();
        for (block, figures) in blocks {
            let Block::Paragraph(paragraph) = block else { continue };
            for figure in figures {
                // A figure stands where its number does, whatever words are read with it.
                let Some(at) = paragraph.source_span(figure.number) else { continue };
                stated.push(Stated { figure, paragraph, spot: spot(&self.opened.source, at.start) });
            }
        }
        stated
    }

    /// Everything that was read, sorted by place.
    pub fn facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        self.front(&mut facts);
        self.outline(&mut facts);
        self.terms(&mut facts);
        facts.extend(self.figures().iter().map(figure));
        self.pairs(&mut facts);
        self.charts(&mut facts);
        self.commitments(&mut facts);
        for fault in &self.inspection.diagnostics {
            let spot = fault.line.zip(fault.column);
            facts.push(Fact::new(spot, "fault", &format!("{}[{}]", fault.severity.name(), fault.code)));
        }
        facts.sort();
        facts
    }

    /// What the report says of itself, and what belongs to no part of it.
    fn front(&self, facts: &mut Vec<Fact>) {
        let masthead = self.inspection.masthead.clone();
        let year = masthead.year.map(|year| year.to_string());
        for (name, value) in [
            ("title", masthead.title),
            ("place", masthead.place),
            ("year", year),
            ("date", masthead.date),
            ("meeting", masthead.meeting),
            ("office", masthead.office),
            ("speaker", masthead.speaker),
        ] {
            facts.push(Fact::new(None, "masthead", name).with("is", value.unwrap_or_default()));
        }
        for line in &self.imported.report.masthead.lines {
            let role = format!("{:?}", line.role).to_lowercase();
            facts.push(Fact::new(Some((line.piece.line, 1)), "front", &line.piece.text).with("role", role));
        }
        for aside in &self.inspection.aside {
            facts.push(Fact::new(Some((aside.line, 1)), "aside", &aside.text));
        }
    }

    /// Headings, topic sentences and paragraphs of the speech and of what is appended.
    fn outline(&self, facts: &mut Vec<Fact>) {
        for item in &self.inspection.outline {
            let (kind, level) = (item.kind, item.level.map(|level| level.to_string()).unwrap_or_default());
            let fact = if kind == "lead" { "lead" } else { "heading" };
            let kind = if kind == "run-in" { "run-in" } else { "" };
            facts.push(Fact::new(Some((item.line, 1)), fact, &item.heading).with("level", level).with("opens", kind));
        }
        let report = &self.imported.report;
        for attachment in &self.inspection.attachments {
            facts.push(Fact::new(Some((attachment.line, 1)), "attachment", &attachment.heading));
        }
        let appended = report.attachments.iter().flat_map(|attachment| &attachment.blocks);
        for block in appended.clone() {
            let Block::Heading(heading) = block else { continue };
            let words = format!("{}{}", heading.number, heading.text);
            let spot = self.first(block);
            facts.push(Fact::new(spot, "heading", &words).with("level", heading.level).with("in", "attachment"));
        }
        for block in report.body.iter().chain(appended) {
            let Block::Paragraph(paragraph) = block else { continue };
            let lines = Some(paragraph.pieces.len()).filter(|lines| *lines > 1).map(|lines| lines.to_string());
            let role = match paragraph.role {
                ParagraphRole::Salutation => "salutation",
                ParagraphRole::Resuming => "resuming",
                ParagraphRole::Plain => "",
            };
            facts.push(
                Fact::new(self.first(block), "paragraph", "")
                    .with("characters", paragraph.text.chars().count())
                    .with("lines", lines.unwrap_or_default())
                    .with("role", role),
            );
        }
    }

    /// Where a block begins.
    fn first(&self, block: &Block) -> Option<Spot> {
        Some(spot(&self.opened.source, block.pieces().first()?.span.start))
    }

    fn terms(&self, facts: &mut Vec<Fact>) {
        for entry in &self.inspection.glossary {
            facts.push(
                Fact::new(Some((entry.line, 1)), "term", &format!("{} {}", entry.number, entry.term))
                    .with("aliases", entry.aliases.join(" / "))
                    .with("definition", &entry.definition),
            );
        }
        for mention in &self.inspection.mentions {
            let spot = (mention.line, mention.start + 1);
            facts.push(Fact::new(Some(spot), "mention", &mention.text).with("entry", mention.number));
        }
    }

    /// Results beside targets, and look-alikes with the reason that they are not.
    fn pairs(&self, facts: &mut Vec<Fact>) {
        let stated = self.figures();
        for comparison in &self.inspection.comparisons {
            let (done, planned) = (&stated[comparison.done], &stated[comparison.planned]);
            let words = format!("{} with {} {}", planned.words(), place(done.spot), done.words());
            facts.push(
                Fact::new(Some(planned.spot), "pair", &words)
                    .with("names", format!("{} / {}", planned.figure.indicator, done.figure.indicator))
                    .with("refused", comparison.refused.unwrap_or_default()),
            );
        }
    }

    /// What is undertaken for the year.
    fn commitments(&self, facts: &mut Vec<Fact>) {
        for own in &self.inspection.commitments {
            let strength = if own.strength == "plain" { "" } else { own.strength };
            facts.push(
                Fact::new(Some((own.line, own.start + 1)), "commitment", &own.clause)
                    .with("kind", own.kind)
                    .with("object", &own.object)
                    .with("measure", own.measure.as_deref().unwrap_or_default())
                    .with("deadline", own.deadline.as_deref().unwrap_or_default())
                    .with("strength", strength),
            );
        }
    }

    /// The charts that are proposed, and the figures on each.
    fn charts(&self, facts: &mut Vec<Fact>) {
        let figures = self.figures_by_id();
        for file in &self.files {
            let Some(name) = file.path.strip_prefix("charts/").and_then(|path| path.strip_suffix(".md")) else {
                continue;
            };
            let text = String::from_utf8_lossy(&file.bytes);
            let front: toml::Table = text.split("+++\n").nth(1).unwrap_or_default().parse().unwrap();
            let say = |key: &str| front.get(key).and_then(toml::Value::as_str).unwrap_or_default();
            facts.push(
                Fact::new(None, "chart", name)
                    .with("title", say("title"))
                    .with("subject", say("subject"))
                    .with("form", say("kind")),
            );
            for row in front["figures"].as_array().into_iter().flatten() {
                let ids = row.as_array().cloned().unwrap_or_else(|| vec![row.clone()]);
                let marks = ids.iter().filter_map(toml::Value::as_str).filter_map(|id| figures.get(id));
                let says: Vec<String> = marks.map(|mark| format!("{} {}", place(mark.spot), mark.words())).collect();
                facts.push(Fact::new(None, "mark", &format!("{name}: {}", says.join(" / "))));
            }
        }
    }

    /// The figures that were found, by the ids that `figures.csv` gives them.
    pub fn figures_by_id(&self) -> std::collections::BTreeMap<String, Stated<'_>> {
        let Some(table) = self.files.iter().find(|file| file.path == content::FIGURES) else {
            return std::collections::BTreeMap::new();
        };
        let mut rows = csv::Reader::from_reader(table.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&table.bytes));
        let columns = rows.headers().unwrap().clone();
        let column = |name: &str| columns.iter().position(|column| column == name).unwrap();
        let (id, words) = (column("id"), column("words"));
        let mut figures = self.figures().into_iter();
        let rows = rows.into_records().map(Result::unwrap);
        // The table leaves some out and changes no order.
        rows.filter_map(|row| Some((row[id].to_owned(), figures.find(|one| one.words() == &row[words])?))).collect()
    }
}

impl Stated<'_> {
    /// The figure's own words.
    pub fn words(&self) -> &str {
        self.figure.span.of(&self.paragraph.text)
    }
}

fn figure(stated: &Stated<'_>) -> Fact {
    let figure = stated.figure;
    let said = |name: &str, plain: &str| if name == plain { String::new() } else { name.to_owned() };
    Fact::new(Some(stated.spot), "figure", stated.words())
        .with("name", &figure.indicator)
        .with("value", figure.value)
        .with("high", figure.high.map(|high| high.to_string()).unwrap_or_default())
        .with("unit", &figure.unit)
        .with("qualifier", said(figure.qualifier.name(), Qualifier::Eq.name()))
        .with("kind", figure.kind.name())
        .with("direction", figure.direction.map_or("", |direction| direction.name()))
        .with("period", &figure.period)
        .with("status", figure.status.name())
        .with("manner", said(figure.manner.name(), Manner::Plain.name()))
        .with("scope", &figure.scope)
        .with("doubt", figure.doubts.iter().map(|doubt| doubt.name()).collect::<Vec<_>>().join(" "))
}

fn spot(source: &Source, at: usize) -> Spot {
    let place = source.place(at);
    (place.line, place.column)
}

fn place((line, column): Spot) -> String {
    format!("{line}:{column}")
}
