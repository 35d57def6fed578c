//! The words of a document's body and notes: what Word shows with all changes accepted and nothing hidden.

use std::collections::BTreeMap;

use super::super::lines::{Lines, mark, raised};
use super::super::unreadable::Unreadable;
use super::numbering::Numbering;
use super::styles::Styles;
use super::symbols::symbol;
use super::xml::{Element, XmlEvent, XmlReader};

/// Footnotes and endnotes count apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NoteKind {
    Foot,
    End,
}

/// The words of each note by its kind and id.
pub(super) type Notes = BTreeMap<(NoteKind, String), String>;

/// The lines of the main part, the notes that it refers to behind them in the order of the references.
pub(super) fn read(xml: &str, styles: &Styles, numbering: Numbering, notes: &Notes) -> Result<Lines, Unreadable> {
    let mut body = Body::new(styles, numbering);
    let mut reader = XmlReader::new(xml);
    while let Some(event) = reader.next()? {
        body.take(event);
    }
    let mut lines = Lines::default();
    for paragraph in body.finish() {
        lines.push(&paragraph.text, paragraph.heading);
    }
    for (number, key) in (1..).zip(&body.referred) {
        lines.push_note(number, notes.get(key).map_or("", String::as_str));
    }
    body.left_out.iter().for_each(|line| lines.leave_out(line));
    Ok(lines)
}

/// The notes of `footnotes.xml` or `endnotes.xml`.
pub(super) fn read_notes(xml: &str, kind: NoteKind, styles: &Styles) -> Result<Notes, Unreadable> {
    let mut reader = XmlReader::new(xml);
    let mut notes = Notes::new();
    let mut open: Option<(String, Body)> = None;
    while let Some(event) = reader.next()? {
        match event {
            XmlEvent::Start(element) if matches!(element.name.as_str(), "footnote" | "endnote") => {
                let id = element.attribute("id").unwrap_or_default();
                open = Some((id, Body::new(styles, Numbering::default())));
            }
            XmlEvent::End(name) if matches!(name.as_str(), "footnote" | "endnote") => {
                if let Some((id, mut body)) = open.take() {
                    let words: Vec<String> = body.finish().into_iter().map(|paragraph| paragraph.text).collect();
                    notes.insert((kind, id), words.join("\n"));
                }
            }
            event => {
                if let Some((_, body)) = &mut open {
                    body.take(event);
                }
            }
        }
    }
    Ok(notes)
}

/// A paragraph as it is read.
#[derive(Default)]
struct WordParagraph {
    text: String,
    /// Raised words at the end of `text`, which may be broken over several runs.
    raised: String,
    style: Option<String>,
    list: Option<i64>,
    list_level: Option<usize>,
    outline: Option<u8>,
    /// Whether its end was deleted, so that the next goes on with it.
    joined: bool,
    heading: Option<u8>,
    /// Paragraphs of text boxes that hang on this one.
    boxes: Vec<WordParagraph>,
}

impl WordParagraph {
    /// Takes what was raised into the text.
    fn lower(&mut self) {
        if !self.raised.is_empty() {
            self.text.push_str(&raised(&std::mem::take(&mut self.raised)));
        }
    }
}

/// What the words of a run look like.
#[derive(Clone, Copy, Default)]
struct Run {
    raised: bool,
    hidden: bool,
}

/// A row of a table: its cells, each the paragraphs in it.
type TableRow = Vec<Vec<WordParagraph>>;

struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    /// Paragraphs that are open, the outer ones first: a text box stands inside one.
    open: Vec<WordParagraph>,
    /// Rows that are open, the outer ones first.
    rows: Vec<TableRow>,
    done: Vec<WordParagraph>,
    /// The beginning of the next paragraph, from one whose end was deleted.
    carried: String,
    run: Run,
    /// Whether a run's own settings are being read, or those of a paragraph's end.
    in_run: bool,
    in_properties: bool,
    /// Inside how many elements whose words nobody sees.
    unseen: usize,
    in_text: bool,
    /// Whether words are being read that an author deleted and nobody has accepted that yet.
    in_deleted: bool,
    /// The notes in the order in which the body refers to them.
    referred: Vec<(NoteKind, String)>,
    /// Deleted or hidden words that are being read.
    unshown: String,
    /// Lines of tables of contents, deleted and hidden words.
    left_out: Vec<String>,
}

/// Elements whose words nobody sees: deleted and moved away, old properties, a second copy of a drawing for old programs,
/// the pinyin over characters.
const UNSEEN: &[&str] =
    &["del", "moveFrom", "rPrChange", "pPrChange", "Fallback", "rt", "sectPr", "instrText", "delText", "delInstrText"];

impl<'s> Body<'s> {
    fn new(styles: &'s Styles, numbering: Numbering) -> Body<'s> {
        Body {
            styles,
            numbering,
            open: Vec::new(),
            rows: Vec::new(),
            done: Vec::new(),
            carried: String::new(),
            run: Run::default(),
            in_run: false,
            in_properties: false,
            unseen: 0,
            in_text: false,
            in_deleted: false,
            referred: Vec::new(),
            unshown: String::new(),
            left_out: Vec::new(),
        }
    }

    fn take(&mut self, event: XmlEvent<'_>) {
        match event {
            // `del` among the properties of a paragraph's end is a setting, not an element with words.
            XmlEvent::Start(element) if self.in_properties && element.name == "del" => {
                if !self.in_run
                    && let Some(paragraph) = self.open.last_mut()
                {
                    paragraph.joined = true;
                }
            }
            XmlEvent::End(name) if self.in_properties && name == "del" => {}
            XmlEvent::Start(element) if UNSEEN.contains(&element.name.as_str()) => {
                self.unseen += 1;
                self.in_deleted = element.name == "delText";
            }
            XmlEvent::End(name) if UNSEEN.contains(&name.as_str()) => {
                self.unseen = self.unseen.saturating_sub(1);
                self.in_deleted = false;
            }
            XmlEvent::Text(text) if self.in_deleted => self.unshown.push_str(&text),
            _ if self.unseen > 0 => {}
            XmlEvent::Start(element) => self.start(&element),
            XmlEvent::End(name) => self.end(&name),
            XmlEvent::Text(text) => {
                if self.in_text {
                    self.say(&text);
                }
            }
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        match element.name.as_str() {
            "p" => self.open.push(WordParagraph::default()),
            "r" => (self.run, self.in_run) = (Run::default(), true),
            "rPr" | "pPr" => self.in_properties = true,
            "tr" => self.rows.push(TableRow::new()),
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            "t" => self.in_text = true,
            // Tab stops of a paragraph have this name too.
            "tab" | "ptab" if !self.in_properties => self.say("\t"),
            "br" | "cr" if !self.in_properties => self.say("\n"),
            "noBreakHyphen" => self.say("-"),
            "sym" => {
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let sign = symbol(&element.attribute("font").unwrap_or_default(), code.unwrap_or_default());
                self.say(sign.encode_utf8(&mut [0; 4]));
            }
            "footnoteReference" => self.refer(NoteKind::Foot, element),
            "endnoteReference" => self.refer(NoteKind::End, element),
            name if self.in_properties => self.set(name, element),
            _ => {}
        }
    }

    /// A setting of the run or the paragraph that is open.
    fn set(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "vertAlign" => self.run.raised = element.val().as_deref() == Some("superscript"),
            "vanish" if self.in_run => self.run.hidden = element.is_on(),
            _ => {}
        }
        let Some(paragraph) = self.open.last_mut() else { return };
        let level = || element.number().and_then(|level| usize::try_from(level).ok());
        match name {
            "pStyle" => paragraph.style = element.val(),
            "numId" => paragraph.list = element.number(),
            "ilvl" => paragraph.list_level = level(),
            "outlineLvl" => paragraph.outline = level().and_then(|level| u8::try_from(level + 1).ok()),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "r" => (self.run, self.in_run) = (Run::default(), false),
            "rPr" | "pPr" => self.in_properties = false,
            "t" => self.in_text = false,
            "tr" => self.end_row(),
            _ => {}
        }
    }

    fn say(&mut self, words: &str) {
        if self.run.hidden {
            self.unshown.push_str(words);
            return;
        }
        let Some(paragraph) = self.open.last_mut() else { return };
        if self.run.raised {
            paragraph.raised.push_str(words);
        } else {
            paragraph.lower();
            paragraph.text.push_str(words);
        }
    }

    /// A reference that prints a mark of its own is followed by that mark as text.
    fn refer(&mut self, kind: NoteKind, element: &Element<'_>) {
        let own = element.attribute("customMarkFollows").is_some_and(|on| on == "1" || on == "true");
        self.referred.push((kind, element.attribute("id").unwrap_or_default()));
        if !own {
            let number = self.referred.len();
            self.run.raised = false;
            self.say(&mark(number));
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.open.pop() else { return };
        let unshown = std::mem::take(&mut self.unshown);
        if !unshown.trim().is_empty() {
            self.left_out.push(unshown);
        }
        paragraph.lower();
        let look = self.styles.look(paragraph.style.as_deref());
        let heading = paragraph.outline.or(look.heading).filter(|level| *level <= 9);
        paragraph.heading = heading;
        if look.contents {
            self.left_out.push(paragraph.text.clone());
        }
        if look.hidden && !paragraph.text.trim().is_empty() {
            self.left_out.push(paragraph.text.clone());
        }
        if look.hidden || look.contents {
            paragraph.text.clear();
        }
        let printed = !paragraph.text.trim().is_empty();
        let list = paragraph.list.or(look.list).filter(|list| *list != 0 && printed);
        if let Some(list) = list {
            let number = self.numbering.next(list, paragraph.list_level.or(look.list_level).unwrap_or(0));
            paragraph.text.insert_str(0, &number);
        }
        paragraph.text.insert_str(0, &std::mem::take(&mut self.carried));
        if paragraph.joined {
            self.carried = std::mem::take(&mut paragraph.text);
        }
        let boxes = std::mem::take(&mut paragraph.boxes);
        for paragraph in std::iter::once(paragraph).chain(boxes) {
            self.put(paragraph);
        }
    }

    /// Puts a finished paragraph where it belongs: behind the one its text box hangs on, into a cell, or into the body.
    fn put(&mut self, paragraph: WordParagraph) {
        if let Some(outer) = self.open.last_mut() {
            outer.boxes.push(paragraph);
        } else if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push(paragraph);
        } else {
            self.done.push(paragraph);
        }
    }

    /// A row of one cell is a frame round paragraphs; of several it becomes one line, its cells set apart by tabs.
    fn end_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        let printed = row.iter().filter(|cell| cell.iter().any(|paragraph| !paragraph.text.trim().is_empty())).count();
        if printed <= 1 {
            row.into_iter().flatten().for_each(|paragraph| self.put(paragraph));
            return;
        }
        let cell = |cell: Vec<WordParagraph>| {
            let words: Vec<String> = cell.into_iter().map(|paragraph| paragraph.text.replace('\n', " ")).collect();
            words.join(" ").trim().to_owned()
        };
        let text = row.into_iter().map(cell).collect::<Vec<_>>().join("\t");
        self.put(WordParagraph { text, ..WordParagraph::default() });
    }

    /// All paragraphs; what a damaged document left open is closed.
    fn finish(&mut self) -> Vec<WordParagraph> {
        while !self.open.is_empty() {
            self.end_paragraph();
        }
        while !self.rows.is_empty() {
            self.end_row();
        }
        if !self.carried.is_empty() {
            let text = std::mem::take(&mut self.carried);
            self.done.push(WordParagraph { text, ..WordParagraph::default() });
        }
        std::mem::take(&mut self.done)
    }
}
