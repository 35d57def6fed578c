//! What a reader sees of a finished page: its words without what is hidden from them, without the controls that the site
//! adds, and with what a style sheet adds. Knows HTML as text only, and nothing of reports.

use super::source_lines::is_word;
use super::style_rules::{PrintedEdge, StartTag, StyleRules, declare_hiding};

/// The words of a page, without white space.
#[derive(Default)]
pub(super) struct ShownWords {
    /// What stands in `<main>`; in a text without one, all of it.
    pub main: String,
    /// What opens when a reader asks for it, wherever it stands: the elements with the attribute `popover`.
    pub asked: String,
    /// What nobody sees.
    pub hidden: Vec<(Hiding, String)>,
}

/// What keeps words from a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hiding {
    /// `<!-- -->`.
    Comment,
    /// An attribute: `hidden`, `aria-hidden`, a `style` of the element itself.
    Attribute,
    /// An element that shows nothing of what it holds: `<template>`.
    Element,
    /// A rule of a style sheet, by its place in the rules.
    Rule(usize),
}

/// Where the words of an element go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordStream {
    /// Outside of `<main>`.
    Elsewhere,
    Main,
    Asked,
    /// Elements with the attribute `data-ui`.
    Control,
    Hidden(Hiding),
}

/// What an element does with the words in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Words,
    /// Words, up to where the next of the same name begins.
    WordsToTheNext,
    /// Nothing: it has no end tag.
    Nothing,
    /// Text of its own up to the end tag; pictures are drawn from numbers and proven elsewhere.
    Skipped,
    /// What is not shown, or not as a text.
    Unshown,
}

impl Holds {
    fn of(name: &str) -> Holds {
        match name {
            "area" | "base" | "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "source"
            | "track" | "wbr" => Holds::Nothing,
            "script" | "style" | "svg" | "title" => Holds::Skipped,
            "template" | "noscript" | "noframes" | "iframe" | "object" | "audio" | "video" | "canvas" | "datalist"
            | "select" | "textarea" | "dialog" => Holds::Unshown,
            "p" | "li" | "dt" | "dd" | "tr" | "td" | "th" | "option" | "tbody" => Holds::WordsToTheNext,
            _ => Holds::Words,
        }
    }
}

/// How the attributes begin that decide whether words are seen.
const TELLING: [[u8; 2]; 5] = [*b"da", *b"po", *b"hi", *b"ar", *b"st"];

/// The words of a piece of HTML as a reader sees them where no style sheet meddles.
pub(super) fn words_of(html: &str) -> String {
    shown(html, &StyleRules::default()).main
}

/// Reads the words off a finished page, or a piece of one.
pub(super) fn shown(html: &str, rules: &StyleRules) -> ShownWords {
    let start = if html.contains("<main") { WordStream::Elsewhere } else { WordStream::Main };
    let mut reader = PageReader { rules, words: ShownWords::default(), open: Vec::new(), streams: vec![start] };
    reader.read(html);
    reader.words
}

struct PageReader<'h, 'r> {
    rules: &'r StyleRules,
    words: ShownWords,
    /// The elements that are open.
    open: Vec<StartTag<'h>>,
    /// The stream of the page, and that of each open element.
    streams: Vec<WordStream>,
}

impl<'h> PageReader<'h, '_> {
    fn read(&mut self, mut rest: &'h str) {
        while let Some(start) = rest.find('<') {
            self.text(&rest[..start]);
            rest = &rest[start..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                let end = comment.find("-->").unwrap_or(comment.len());
                self.hide(Hiding::Comment, &words_of(&comment[..end]));
                rest = comment[end..].strip_prefix("-->").unwrap_or_default();
                continue;
            }
            if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
                self.text("<");
                rest = &rest[1..];
                continue;
            }
            let end = end_of_tag(rest);
            let tag = &rest[1..end];
            rest = rest[end..].strip_prefix('>').unwrap_or_default();
            match tag.strip_prefix('/') {
                Some(name) => self.close(name.trim_end()),
                None if tag.starts_with(['!', '?']) => {}
                None => rest = self.begin(tag, rest),
            }
        }
        self.text(rest);
    }

    /// Opens the element of a tag; what is left to read after it.
    fn begin(&mut self, tag: &'h str, rest: &'h str) -> &'h str {
        let element = StartTag::of(tag);
        let holds = Holds::of(&element.name);
        // The frame of a page is read past where that is plain to see: it holds none of the report's words.
        if self.streams.last() == Some(&WordStream::Elsewhere)
            && matches!(&*element.name, "head" | "header" | "nav" | "footer")
            && let Some(after) = after_element(rest, &element.name)
        {
            return after;
        }
        match holds {
            Holds::Skipped => return after_end_tag(rest, &element.name),
            Holds::Nothing => return rest,
            Holds::WordsToTheNext if self.open.last().is_some_and(|last| last.name == element.name) => self.pop(),
            _ if tag.ends_with('/') => return rest,
            _ => {}
        }
        self.open.push(element);
        let stream = self.stream(holds);
        if stream == WordStream::Control
            && let Some(element) = self.open.last()
            && let Some(after) = after_element(rest, &element.name)
        {
            self.open.pop();
            return after;
        }
        self.streams.push(stream);
        self.generated(PrintedEdge::Before);
        rest
    }

    /// The stream of the element that was opened last.
    fn stream(&self, holds: Holds) -> WordStream {
        let around = self.streams.last().copied().unwrap_or(WordStream::Main);
        let Some(element) = self.open.last() else { return around };
        if around == WordStream::Control {
            return around;
        }
        let is_hidden = matches!(around, WordStream::Hidden(_));
        let mut stream = if element.name == "main" { WordStream::Main } else { around };
        let telling = element.may_have(&TELLING).then(|| element.attributes());
        for (name, value) in telling.into_iter().flatten() {
            match &*name {
                "data-ui" => return WordStream::Control,
                _ if is_hidden => {}
                "popover" => stream = WordStream::Asked,
                "hidden" => return WordStream::Hidden(Hiding::Attribute),
                "aria-hidden" if value == "true" => return WordStream::Hidden(Hiding::Attribute),
                "style" if declare_hiding(value) => return WordStream::Hidden(Hiding::Attribute),
                _ => {}
            }
        }
        if is_hidden {
            return around;
        }
        if holds == Holds::Unshown
            && !(element.name == "dialog" && element.attributes().any(|(name, _)| name == "open"))
        {
            return WordStream::Hidden(Hiding::Element);
        }
        // What opens when asked for is not shown before; that its own rule says so hides nothing.
        match self.rules.hides(&self.open).filter(|_| stream == around || stream == WordStream::Main) {
            Some(rule) => WordStream::Hidden(Hiding::Rule(rule)),
            None => stream,
        }
    }

    fn close(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|element| element.name.eq_ignore_ascii_case(name)) else { return };
        while self.open.len() > at {
            self.pop();
        }
    }

    fn pop(&mut self) {
        self.generated(PrintedEdge::After);
        self.open.pop();
        self.streams.pop();
    }

    /// What the style sheet prints at an edge of the element that was opened last.
    fn generated(&mut self, edge: PrintedEdge) {
        if let Some(words) = self.rules.generated(&self.open, edge) {
            self.text(words);
        }
    }

    fn text(&mut self, text: &str) {
        let plain = |words: &mut String| match text.contains('&') {
            true => words.extend(unescaped(text).chars().filter(|c| is_word(*c))),
            false => words.extend(text.chars().filter(|c| is_word(*c))),
        };
        match self.streams.last() {
            Some(WordStream::Main) => plain(&mut self.words.main),
            Some(WordStream::Asked) => plain(&mut self.words.asked),
            Some(WordStream::Hidden(hiding)) => {
                let (hiding, mut words) = (*hiding, String::new());
                plain(&mut words);
                self.hide(hiding, &words);
            }
            Some(WordStream::Elsewhere | WordStream::Control) | None => {}
        }
    }

    fn hide(&mut self, hiding: Hiding, words: &str) {
        match self.words.hidden.last_mut().filter(|(last, _)| *last == hiding) {
            Some((_, last)) => last.push_str(words),
            None if words.is_empty() => {}
            None => self.words.hidden.push((hiding, words.to_owned())),
        }
    }
}

/// Where the `>` of the tag that begins `text` stands; one in a quoted value is none.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// What stands behind an element of `name`, unless another of that name or a comment begins in it.
fn after_element<'h>(rest: &'h str, name: &str) -> Option<&'h str> {
    let mut at = 0;
    while let Some(found) = rest[at..].find('<') {
        at += found + 1;
        let tag = &rest[at..];
        if tag.starts_with('!') || tag.starts_with(name) {
            return None;
        }
        if tag.strip_prefix('/').is_some_and(|tag| tag.strip_prefix(name).is_some_and(|end| end.starts_with('>'))) {
            return Some(&tag[name.len() + 2..]);
        }
    }
    None
}

/// What stands behind the end tag of `name`.
fn after_end_tag<'h>(rest: &'h str, name: &str) -> &'h str {
    if name == "svg"
        && let Some((_, after)) = rest.split_once("</svg>")
    {
        return after;
    }
    for (at, _) in rest.match_indices("</") {
        if rest[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return rest[at..].find('>').map_or("", |end| &rest[at + end + 1..]);
        }
    }
    ""
}

fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&#x27;", "'").replace("&#x2F;", "/").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_page_are_those_of_its_main_without_controls() {
        let html = "<body><nav>导航</nav><main id=\"main\"><h1>政 府</h1><p>甲<a data-ui href=\"#\">链<b>接</b></a>乙&amp;<br>丙</p>\
                    <div popover id=\"d\"><p>定义</p></div><svg><text>9</text></svg>丁</main><footer>尾</footer></body>";
        assert_eq!(words_of(html), "政府甲乙&丙丁");
        assert_eq!(shown(html, &StyleRules::default()).asked, "定义");
    }

    #[test]
    fn what_nobody_sees_is_no_word_of_the_page() {
        use Hiding::{Attribute, Comment, Element};
        for (html, due, hiding) in [
            ("甲<!-- <p>乙</p> -->丙", "甲丙", Comment),
            ("甲<!--乙", "甲", Comment),
            ("甲<p hidden>乙</p>丙", "甲丙", Attribute),
            ("甲<p title=\"a>b\" HIDDEN>乙</p>丙", "甲丙", Attribute),
            ("甲<p hidden=until-found>乙<p>丙", "甲丙", Attribute),
            ("甲<b aria-hidden=\"true\">乙</b>丙", "甲丙", Attribute),
            ("甲<b style='color: red; Display : none !important'>乙</b>丙", "甲丙", Attribute),
            ("甲<template><b>乙</b></template>丙", "甲丙", Element),
            ("甲<dialog>乙</dialog>丙", "甲丙", Element),
            ("<div hidden><main>甲</main></div><main>丙</main>", "丙", Attribute),
        ] {
            let words = shown(html, &StyleRules::default());
            assert_eq!(words.main, due, "{html}");
            assert_eq!(words.hidden.first().map(|(found, _)| *found), Some(hiding), "{html}");
        }
        for html in ["<dialog open>甲</dialog>", "<p class=hidden>甲</p>", "<p style=\"color:red\">甲</p>", "甲"] {
            assert_eq!(words_of(html), "甲", "{html}");
        }
        assert_eq!(words_of("1<2，a < b"), "1<2，a<b");
    }
}
