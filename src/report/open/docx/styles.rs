//! What a document's styles say of their paragraphs: headings, numbering, hidden words, tables of contents.

use std::collections::BTreeMap;

use super::super::unreadable::Unreadable;
use super::xml::{XmlEvent, XmlReader};

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, ParagraphStyle>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct ParagraphStyle {
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<i64>,
    list_level: Option<usize>,
    hidden: Option<bool>,
    contents: bool,
}

/// What holds for a paragraph of a style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// The level as a heading, from 1.
    pub heading: Option<u8>,
    /// The list, by its number; 0 is none.
    pub list: Option<i64>,
    /// The level in that list, from 0.
    pub list_level: Option<usize>,
    /// Whether its words are hidden.
    pub hidden: bool,
    /// Whether it is a line of a table of contents, which Word makes from the headings.
    pub contents: bool,
}

impl Styles {
    /// What holds for the style of this id, with what it inherits.
    pub fn look(&self, id: Option<&str>) -> Look {
        let mut look = Look::default();
        let mut hidden = None;
        let mut next = id.or(self.default.as_deref());
        // A style that is based on itself ends after a few steps.
        for _ in 0..12 {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            look.heading = look.heading.or(style.outline);
            look.list = look.list.or(style.list);
            look.list_level = look.list_level.or(style.list_level);
            look.contents |= style.contents;
            hidden = hidden.or(style.hidden);
            next = style.based_on.as_deref();
        }
        look.hidden = hidden == Some(true);
        look.heading = look.heading.filter(|level| *level <= 9);
        look
    }
}

pub(super) fn read(xml: &str) -> Result<Styles, Unreadable> {
    let mut reader = XmlReader::new(xml);
    let mut styles = Styles::default();
    let mut open: Option<(String, ParagraphStyle)> = None;
    while let Some(event) = reader.next()? {
        match event {
            XmlEvent::Start(element) if element.name == "style" => {
                let id = element.attribute("styleId").unwrap_or_default();
                let is_default = element.attribute("default").is_some_and(|on| on == "1" || on == "true");
                if is_default && element.attribute("type").as_deref() == Some("paragraph") {
                    styles.default = Some(id.clone());
                }
                open = Some((id, ParagraphStyle::default()));
            }
            XmlEvent::Start(element) => {
                let Some((_, style)) = &mut open else { continue };
                match element.name.as_str() {
                    "name" => style.named(&element.val().unwrap_or_default()),
                    "basedOn" => style.based_on = element.val(),
                    "outlineLvl" => style.outline = element.number().and_then(|level| u8::try_from(level + 1).ok()),
                    "numId" => style.list = element.number(),
                    "ilvl" => style.list_level = element.number().and_then(|level| usize::try_from(level).ok()),
                    "vanish" => style.hidden = Some(element.is_on()),
                    _ => {}
                }
            }
            XmlEvent::End(name) if name == "style" => {
                styles.styles.extend(open.take());
            }
            XmlEvent::End(_) | XmlEvent::Text(_) => {}
        }
    }
    Ok(styles)
}

impl ParagraphStyle {
    /// `heading 1`, `标题 2` and `toc 1` are what Word and WPS call them in every language version.
    fn named(&mut self, name: &str) {
        let name = name.to_lowercase();
        let level = ["heading ", "标题 "].iter().find_map(|word| name.strip_prefix(word)?.trim().parse::<u8>().ok());
        self.outline = self.outline.or(level.filter(|level| (1..=9).contains(level)));
        self.contents = name.starts_with("toc ") && !name.contains("heading") || name.starts_with("目录 ");
    }
}
