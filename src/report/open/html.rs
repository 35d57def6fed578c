//! Reads a page as saved from a website: the words of its article, without buttons, menus and scripts.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use encoding_rs::Encoding;
use scraper::{ElementRef, Html, Node, Selector};

use super::super::decode::{Decoded, decode};
use super::super::layout::is_blank;
use super::lines::{Lines, raised};
use super::tags;
use super::unreadable::Unreadable;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::message;
use crate::text::Source;

/// The largest page that is read, in bytes.
const LIMIT: usize = 16 << 20;

/// Where websites of governments keep an article's words, the surest first.
const ARTICLES: &[&str] = &[
    "#UCAP-CONTENT",
    ".TRS_Editor",
    "#zoom",
    "#Zoom",
    ".pages_content",
    "#artibody",
    "article",
    "main",
    "[role=main]",
];
/// The fewest characters that an article of a report has.
const SHORTEST: usize = 400;

/// The page's text: as a byte order mark or UTF-8 says, else as the page itself says, else as its letters make likeliest.
pub(super) fn decode_page(name: &str, bytes: &[u8]) -> Checked<Decoded> {
    let marked = Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok();
    match said(bytes).filter(|_| !marked) {
        Some(encoding) => {
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            let source = Source::new(name, text.into_owned());
            Checked { value: Decoded { source, encoding: encoding.name() }, diagnostics: Vec::new() }
        }
        None => decode(name, bytes),
    }
}

/// The encoding that `<meta charset=…>` names.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    Encoding::for_label(label.as_bytes())
}

/// The lines of the page's article, its title before them where only the page around it has one.
pub(super) fn read(page: &str) -> Result<Lines, Unreadable> {
    if page.len() > LIMIT {
        let fault = Diagnostic::error(
            Code::TOO_MUCH_INSIDE,
            message!("this page is larger than any report", "这个网页比任何报告都大"),
        );
        return Err(Box::new(fault.with_help(message!(
            "save the report's page alone, or copy its text into a text file",
            "只保存报告那一页，或把文字复制到 .txt 里"
        ))));
    }
    let page = tags::counted(page).map_err(|limit| Box::new(limit.fault()))?;
    let html = Html::parse_document(&page);
    let root = html.root_element();
    let article = article(&html).unwrap_or(root);
    let mut lines = Lines::default();
    let words = words(article, None);
    let title = title(&html).filter(|title| !says(&words, title));
    title.iter().for_each(|title| lines.push(title, None));
    for (line, level) in words {
        lines.push(&line, level);
    }
    if article.id() != root.id() {
        let around = self::words(root, Some(article));
        let left = around.iter().filter(|(line, _)| Some(line) != title.as_ref());
        left.for_each(|(line, _)| lines.leave_out(line));
    }
    Ok(lines)
}

/// The element that holds the article: one that is known to, else the smallest that holds nearly all words of the page.
fn article(html: &Html) -> Option<ElementRef<'_>> {
    let sizes = Sizes::of(html.root_element());
    let size = |element: ElementRef<'_>| sizes.get(element);
    let known = ARTICLES.iter().find_map(|selector| {
        let selector = Selector::parse(selector).ok()?;
        let found = html.select(&selector).map(|element| (size(element), element));
        found.filter(|(size, _)| *size >= SHORTEST).max_by_key(|(size, _)| *size).map(|(_, element)| element)
    });
    known.or_else(|| {
        let mut element = html.root_element();
        let all = size(element);
        while let Some(inner) = element.child_elements().find(|child| size(*child) * 10 >= all * 8) {
            if inner.value().name() == "p" {
                break;
            }
            element = inner;
        }
        Some(element)
    })
}

/// How many characters each element prints outside of links.
struct Sizes(HashMap<NodeId, usize>);

impl Sizes {
    /// Counts once through the page: elements stand in one another.
    fn of(root: ElementRef<'_>) -> Sizes {
        let mut sizes = HashMap::new();
        let mut open = vec![0];
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) => match node.value().as_text() {
                    Some(text) => {
                        let words = text.chars().filter(|c| !is_blank(*c)).count();
                        if let Some(size) = open.last_mut() {
                            *size += words;
                        }
                    }
                    None => open.push(0),
                },
                Edge::Close(node) if node.value().is_text() => {}
                Edge::Close(node) => {
                    let size = open.pop().unwrap_or(0);
                    sizes.insert(node.id(), size);
                    let counts = ElementRef::wrap(node).is_some_and(|element| !is_unseen(element) && !is_link(element));
                    if let Some(around) = open.last_mut().filter(|_| counts) {
                        *around += size;
                    }
                }
            }
        }
        Sizes(sizes)
    }

    fn get(&self, element: ElementRef<'_>) -> usize {
        self.0.get(&element.id()).copied().unwrap_or(0)
    }
}

fn is_link(element: ElementRef<'_>) -> bool {
    element.value().name() == "a"
}

/// The report's title as the page around the article gives it.
fn title(html: &Html) -> Option<String> {
    let select = |selector: &str| Selector::parse(selector).ok().and_then(|selector| html.select(&selector).next());
    let meta = || select("meta[name=ArticleTitle]")?.attr("content").map(str::to_owned);
    let heading = || select("h1").map(|heading| heading.text().collect::<String>());
    let window = || {
        let title: String = select("title")?.text().collect();
        title.split(['_', '|', '-', '—', '–']).next().map(str::to_owned)
    };
    let clean = |title: String| title.split_whitespace().collect::<String>();
    let titles = [meta(), heading(), window()].into_iter().flatten().map(clean);
    titles.into_iter().find(|title| title.contains("工作报告") && title.chars().count() <= 40)
}

/// Whether one of the first lines is a title already.
fn says(lines: &[(String, Option<u8>)], title: &str) -> bool {
    let compact = |line: &str| line.chars().filter(|c| !is_blank(*c)).collect::<String>();
    let printed = lines.iter().filter(|(line, _)| !compact(line).is_empty()).take(6).map(|(line, _)| compact(line));
    printed.into_iter().any(|line| line == title || line.ends_with("工作报告") && line.chars().count() <= 30)
}

/// What a walk through a page meets.
enum PageEvent<'a> {
    Words(&'a str),
    Open(ElementRef<'a>),
    Close(ElementRef<'a>),
}

/// Elements whose words nobody reads, or that are a page's controls.
const UNSEEN: &[&str] = &[
    "script", "style", "noscript", "template", "head", "title", "button", "nav", "select", "textarea", "iframe", "svg",
    "rt", "rp", "form", "video", "audio", "object",
];

fn is_unseen(element: ElementRef<'_>) -> bool {
    let hidden = element.attr("style").is_some_and(|style| {
        let style: String = style.to_ascii_lowercase().split_whitespace().collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    });
    UNSEEN.contains(&element.value().name()) || hidden || element.attr("hidden").is_some()
}

/// Walks an element in the order of the page, past what nobody reads and past `without`.
fn walk<'a>(element: ElementRef<'a>, without: Option<ElementRef<'a>>, mut meet: impl FnMut(PageEvent<'a>)) {
    let mut skipped: Option<NodeId> = None;
    for edge in element.traverse() {
        let (node, opens): (NodeRef<'a, Node>, bool) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        if let Some(id) = skipped {
            if !opens && node.id() == id {
                skipped = None;
            }
            continue;
        }
        if let Some(text) = node.value().as_text() {
            if opens {
                meet(PageEvent::Words(text));
            }
        } else if let Some(inner) = ElementRef::wrap(node) {
            let own = inner.id() == element.id();
            if opens && !own && (is_unseen(inner) || without.is_some_and(|without| without.id() == inner.id())) {
                skipped = Some(inner.id());
            } else {
                meet(if opens { PageEvent::Open(inner) } else { PageEvent::Close(inner) });
            }
        }
    }
}

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tbody",
    "thead",
    "tr",
    "blockquote",
    "pre",
    "center",
    "hr",
    "figure",
    "figcaption",
    "fieldset",
    "address",
    "body",
    "html",
    "caption",
];

/// The lines of an element, with the levels of those that are headings.
fn words(element: ElementRef<'_>, without: Option<ElementRef<'_>>) -> Vec<(String, Option<u8>)> {
    let mut text = PageText::default();
    walk(element, without, |event| match event {
        PageEvent::Words(words) => text.say(words),
        PageEvent::Open(element) => text.open(element),
        PageEvent::Close(element) => text.close(element),
    });
    text.end_line();
    text.lines
}

/// The lines of a page as they are gathered.
#[derive(Default)]
struct PageText {
    lines: Vec<(String, Option<u8>)>,
    line: String,
    heading: Option<u8>,
    /// Inside how many `<sup>`.
    raised: usize,
    preformatted: usize,
}

impl PageText {
    fn open(&mut self, element: ElementRef<'_>) {
        match element.value().name() {
            "br" => self.end_line(),
            "sup" => self.raised += 1,
            "td" | "th" => {
                if is_layout(element) {
                    self.end_line()
                } else if !self.line.is_empty() {
                    self.line.push('\t')
                }
            }
            name if BLOCKS.contains(&name) => {
                self.end_line();
                self.heading = level(name).or(self.heading);
                self.preformatted += usize::from(name == "pre");
            }
            _ => {}
        }
    }

    fn close(&mut self, element: ElementRef<'_>) {
        match element.value().name() {
            "sup" => self.raised = self.raised.saturating_sub(1),
            name if BLOCKS.contains(&name) => {
                self.end_line();
                if level(name).is_some() {
                    self.heading = None;
                }
                self.preformatted = self.preformatted.saturating_sub(usize::from(name == "pre"));
            }
            _ => {}
        }
    }

    /// Adds words; the source's own line ends are blanks, and none between two Chinese characters.
    fn say(&mut self, words: &str) {
        if self.raised > 0 {
            self.line.push_str(&raised(words.trim()));
            return;
        }
        if self.preformatted > 0 {
            for (at, part) in words.split('\n').enumerate() {
                if at > 0 {
                    self.end_line();
                }
                self.line.push_str(part);
            }
            return;
        }
        let collapses = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        let mut blank = false;
        for c in words.chars() {
            if collapses(c) {
                blank = true;
                continue;
            }
            if blank && self.line.ends_with(|before: char| before.is_ascii()) && c.is_ascii() {
                self.line.push(' ');
            }
            blank = false;
            self.line.push(c);
        }
        if blank && self.line.ends_with(|before: char| before.is_ascii() && before != ' ') {
            self.line.push(' ');
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.chars().all(is_blank) {
            self.lines.push((line, self.heading));
        }
    }
}

fn level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Whether a cell holds paragraphs, so that its table is a way to lay out a page.
fn is_layout(cell: ElementRef<'_>) -> bool {
    let blocks =
        cell.descendent_elements().filter(|inner| matches!(inner.value().name(), "p" | "div" | "br" | "table"));
    blocks.take(2).count() > 1
}
