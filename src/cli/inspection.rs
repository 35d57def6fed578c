//! An inspection as text for people: masthead, outline as a tree, terms and where they are said, what is doubtful.

use std::fmt::Write as _;

use super::names;
use super::table::{cut, flush_right, padded};
use crate::diagnostic::Severity;
use crate::figures::Status;
use crate::inspect::{Inspection, MentionJson};
use crate::message::{Language, Message, message};
use unicode_width::UnicodeWidthStr as _;

/// The inspection of a file of the format `format`, for a terminal of `width` columns, in colour or plain.
pub(super) fn text(inspection: &Inspection, format: &Message, language: Language, color: bool, width: usize) -> String {
    let mut text = InspectionText { out: String::new(), language, color, width: width.max(60) };
    text.masthead(inspection, format);
    text.outline(inspection);
    text.attachments(inspection);
    text.terms(inspection);
    text.phrases(inspection);
    text.figures(inspection);
    text.comparisons(inspection);
    text.commitments(inspection);
    text.aside(inspection);
    text.doubts(inspection);
    text.out
}

/// How words are painted.
#[derive(Clone, Copy)]
enum Paint {
    Bold,
    Faint,
    Red,
    Yellow,
}

struct InspectionText {
    out: String,
    language: Language,
    color: bool,
    width: usize,
}

impl InspectionText {
    fn paint(&self, words: &str, paint: Paint) -> String {
        let code = match paint {
            Paint::Bold => "1",
            Paint::Faint => "2",
            Paint::Red => "1;31",
            Paint::Yellow => "1;33",
        };
        if self.color && !words.is_empty() { format!("\x1b[{code}m{words}\x1b[0m") } else { words.to_owned() }
    }

    /// A heading of a part of the inspection, with what is to be known at a glance.
    fn head(&mut self, name: &Message, glance: &Message) {
        let name = self.paint(name.said_in(self.language), Paint::Bold);
        let glance = glance.said_in(self.language);
        let glance = if glance.is_empty() { String::new() } else { format!("  {}", self.paint(glance, Paint::Faint)) };
        let _ = writeln!(self.out, "\n{name}{glance}");
    }

    /// A row that belongs to a line of the source.
    fn row(&mut self, line: usize, words: &str, paint: Option<Paint>) {
        let number = self.paint(&format!("{line:>5}"), Paint::Faint);
        let words = cut(words, self.width - 7);
        let words = paint.map_or(words.clone(), |paint| self.paint(&words, paint));
        let _ = writeln!(self.out, "{number}  {words}");
    }

    fn masthead(&mut self, inspection: &Inspection, format: &Message) {
        let masthead = &inspection.masthead;
        let year = masthead.year.map(|year| year.to_string());
        for (name, value) in [
            (message!("format", "格式"), Some(format.said_in(self.language))),
            (message!("encoding", "编码"), Some(inspection.encoding).filter(|name| !name.is_empty())),
            (message!("kind", "种类"), Some(masthead.kind)),
            (message!("title", "标题"), masthead.title.as_deref()),
            (message!("place", "地方"), masthead.place.as_deref()),
            (message!("year", "年份"), year.as_deref()),
            (message!("date", "日期"), masthead.date.as_deref()),
            (message!("meeting", "会议"), masthead.meeting.as_deref()),
            (message!("office", "职务"), masthead.office.as_deref()),
            (message!("speaker", "讲话人"), masthead.speaker.as_deref()),
        ] {
            let name = self.paint(&flush_right(name.said_in(self.language), 8), Paint::Faint);
            let _ = writeln!(self.out, "{name}  {}", cut(value.unwrap_or("—"), self.width - 10));
        }
    }

    fn outline(&mut self, inspection: &Inspection) {
        let of = |level: u8| inspection.outline.iter().filter(|item| item.level == Some(level)).count();
        let leads = inspection.outline.iter().filter(|item| item.level.is_none()).count();
        let deeper = inspection.outline.len() - of(1) - of(2) - leads;
        let mut glance = vec![Message::counted(of(1), "part", "个部分"), Message::counted(of(2), "section", "节")];
        glance.extend((deeper > 0).then(|| Message::counted(deeper, "deeper heading", "个更深的标题")));
        glance.push(Message::counted(leads, "topic sentence", "个段首主题句"));
        self.head(&message!("outline", "大纲"), &Message::joined(glance, ", ", "，"));
        let mut depth = 0;
        for item in &inspection.outline {
            if let Some(level) = item.level {
                depth = usize::from(level);
            }
            let (indent, mark) = match (item.level, item.kind) {
                (None, _) => (depth, "· "),
                (Some(level), "run-in") => (usize::from(level) - 1, "▸ "),
                (Some(level), _) => (usize::from(level) - 1, "■ "),
            };
            let paint = if item.level.is_none() { Some(Paint::Faint) } else { None };
            let bold = (item.level == Some(1)).then_some(Paint::Bold);
            self.row(item.line, &format!("{}{mark}{}", "  ".repeat(indent), item.heading), bold.or(paint));
        }
    }

    fn terms(&mut self, inspection: &Inspection) {
        let glossary = &inspection.glossary;
        if glossary.is_empty() {
            return self.head(&message!("terms", "名词"), &message!("the report has no glossary", "报告没有名词解释"));
        }
        let said = |number: u32| -> Vec<&MentionJson> {
            inspection.mentions.iter().filter(|mention| mention.number == number).collect()
        };
        let unsaid: Vec<_> = glossary.iter().filter(|entry| said(entry.number).is_empty()).collect();
        let linked = glossary.len() - unsaid.len();
        let glance = message!(
            "{linked} of {all} linked; the lines where they are said ({mentions})",
            "{all} 条里有 {linked} 条链接上了；列出的是提到它们的行（{mentions}）",
            linked = linked,
            all = glossary.len(),
            mentions = Message::counted(inspection.mentions.len(), "mention", "处"),
        );
        self.head(&message!("terms", "名词"), &glance);
        let widest = glossary.iter().map(|entry| entry.term.width()).max().unwrap_or_default().min(self.width / 2);
        for entry in glossary {
            let places: Vec<String> =
                said(entry.number).into_iter().map(|mention| place(mention, &entry.term)).collect();
            if !places.is_empty() {
                let term = padded(&entry.term, widest);
                self.row(entry.line, &format!("{:>3}. {term}  {}", entry.number, places.join(", ")), None);
            }
        }
        if !unsaid.is_empty() {
            self.head(
                &message!("terms that could not be linked", "链接不上的名词"),
                &message!(
                    "add the report's own words to their aliases in glossary.md",
                    "把正文里的说法写进 glossary.md，作它们的别名",
                ),
            );
            for entry in unsaid {
                self.row(entry.line, &format!("{:>3}. {}", entry.number, entry.term), Some(Paint::Yellow));
            }
        }
    }

    /// The phrases that a glossary could explain: those that are said most.
    fn phrases(&mut self, inspection: &Inspection) {
        const SHOWN: usize = 12;
        let phrases = &inspection.phrases;
        if phrases.is_empty() {
            return;
        }
        let glance = message!(
            "{phrases} in quotes; to explain one, add an entry to glossary.md",
            "引号里的说法 {phrases}；要解释，就在 glossary.md 里加一条",
            phrases = Message::counted(phrases.len(), "phrase", "个"),
        );
        self.head(&message!("not explained", "没有解释的"), &glance);
        for phrase in phrases.iter().take(SHOWN) {
            let times = if phrase.count > 1 { format!("  × {}", phrase.count) } else { String::new() };
            self.row(phrase.line, &format!("“{}”{times}", phrase.phrase), None);
        }
        if phrases.len() > SHOWN {
            let more = message!(
                "{more} more: --json has them all",
                "还有 {more} 个，全部在 --json 里",
                more = phrases.len() - SHOWN
            );
            let _ = writeln!(self.out, "       {}", self.paint(more.said_in(self.language), Paint::Faint));
        }
    }

    fn figures(&mut self, inspection: &Inspection) {
        let count = inspection.figures.len();
        self.head(&message!("figures", "数字"), &message!("{count}", "{count} 个"));
        for figure in &inspection.figures {
            let words = padded(&figure.span, 16);
            let status = Status::from_name(figure.status).map(names::status).unwrap_or_default();
            let status = status.said_in(self.language);
            self.row(figure.line, &format!("{words}  {}  [{} {status}]", figure.indicator, figure.period), None);
        }
    }

    fn comparisons(&mut self, inspection: &Inspection) {
        let (pairs, refused): (Vec<_>, Vec<_>) = inspection.comparisons.iter().partition(|one| one.refused.is_none());
        let figure = |at: usize| inspection.figures.get(at).map_or("", |figure| figure.span.as_str());
        let name = |at: usize| inspection.figures.get(at).map_or("", |figure| figure.indicator.as_str());
        let line = |at: usize| inspection.figures.get(at).map_or(0, |figure| figure.line);
        let count = Message::counted(pairs.len(), "pair", "对");
        self.head(
            &message!("done and planned", "完成与目标"),
            &message!("{pairs} measure the same thing", "说的是同一件事的有 {pairs}", pairs = count),
        );
        for pair in pairs {
            let said = format!("{}  {} → {}", name(pair.planned), figure(pair.done), figure(pair.planned));
            self.row(line(pair.planned), &said, None);
        }
        if !refused.is_empty() {
            self.head(
                &message!("not set side by side", "不并排的"),
                &message!("they look alike, but would mislead", "看着像，放在一起会误导"),
            );
        }
        for alike in refused.chunk_by(|a, b| a.planned == b.planned) {
            let planned = alike[0].planned;
            self.row(line(planned), &format!("{} {}", name(planned), figure(planned)), None);
            for one in alike {
                let told = message!(
                    "    {name} {figure} (line {line}): {why}",
                    "    {name} {figure}（第 {line} 行）：{why}",
                    name = name(one.done),
                    figure = figure(one.done),
                    line = line(one.done),
                    why = one.why.as_deref().unwrap_or_default(),
                );
                self.row(line(planned), told.said_in(self.language), Some(Paint::Faint));
            }
        }
    }

    /// How many commitments there are, and how many of them have a number.
    fn commitments(&mut self, inspection: &Inspection) {
        let commitments = &inspection.commitments;
        let glance = message!(
            "{commitments} for the year, {measured} of them with numbers; --json has them all",
            "今年要做的 {commitments}，其中 {measured} 条有数字；全部在 --json 里",
            commitments = Message::counted(commitments.len(), "clause", "条"),
            measured = commitments.iter().filter(|one| one.measure.is_some()).count(),
        );
        self.head(&message!("commitments", "承诺"), &glance);
    }

    fn attachments(&mut self, inspection: &Inspection) {
        if !inspection.attachments.is_empty() {
            self.head(
                &message!("attachments", "附件"),
                &message!("each becomes a page of its own", "每个附件单独成一页"),
            );
        }
        for attachment in &inspection.attachments {
            self.row(attachment.line, &attachment.heading, None);
        }
    }

    fn aside(&mut self, inspection: &Inspection) {
        if inspection.aside.is_empty() {
            let none = message!("no line: the site has them all", "没有：每一行网站上都有");
            return self.head(&message!("set aside", "不收的行"), &none);
        }
        let glance = message!(
            "{pieces} that the site leaves out; report.toml lists them",
            "网站上没有的 {pieces}，列在 report.toml 里",
            pieces = Message::counted(inspection.aside.len(), "piece", "处"),
        );
        self.head(&message!("set aside", "不收的行"), &glance);
        // Markup says the same hundreds of times.
        const SHOWN: usize = 40;
        for line in inspection.aside.iter().take(SHOWN) {
            self.row(line.line, &line.text, Some(Paint::Faint));
        }
        if let Some(more) = inspection.aside.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            let more = message!("and {more} more; --json lists all", "还有 {more} 处；加上 --json 全部列出");
            let _ = writeln!(self.out, "       {}", more.said_in(self.language));
        }
    }

    fn doubts(&mut self, inspection: &Inspection) {
        if inspection.diagnostics.is_empty() {
            return self.head(&message!("doubts", "存疑"), &message!("none", "没有"));
        }
        self.head(&message!("doubts", "存疑"), &Message::default());
        for fault in &inspection.diagnostics {
            let (severity, code) = (fault.severity, fault.code);
            let paint = if severity == Severity::Error { Paint::Red } else { Paint::Yellow };
            let kind = self.paint(&format!("{}[{code}]", severity.word().said_in(self.language)), paint);
            let line = self.paint(&format!("{:>5}", fault.line.unwrap_or(0)), Paint::Faint);
            let _ = writeln!(self.out, "{line}  {kind}: {}", fault.message);
            if let Some(help) = &fault.help {
                let help = message!("help: {help}", "办法: {help}");
                let _ = writeln!(self.out, "       {}", help.said_in(self.language));
            }
        }
    }
}

/// Where a term is said: the line, the words where they are not the term's own, the reference mark.
fn place(mention: &MentionJson, term: &str) -> String {
    let words = if mention.text == term { String::new() } else { format!(" {}", mention.text) };
    let mark = mention.mark.as_ref().filter(|mark| **mark != mention.text);
    let mark = mark.map_or(String::new(), |mark| format!(" {mark}"));
    format!("{}{words}{mark}", mention.line)
}
