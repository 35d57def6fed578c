//! XML as a flat run of events with names without prefixes. Expands no entities but the five of XML, so no text can grow.

use std::borrow::Cow;

use quick_xml::Reader as Parser;
use quick_xml::events::{BytesStart, Event as Raw};

use super::super::unreadable::{Unreadable, damaged, too_much};
use crate::message::message;

/// The deepest nesting that is read; Word itself nests a few dozen.
const DEEPEST: usize = 300;

pub(super) struct XmlReader<'x> {
    parser: Parser<&'x [u8]>,
    depth: usize,
    /// An element written as `<a/>` ends right away.
    empty: Option<String>,
}

pub(super) enum XmlEvent<'x> {
    Start(Element<'x>),
    End(String),
    Text(Cow<'x, str>),
}

/// The start of an element.
pub(super) struct Element<'x> {
    /// The name without its prefix.
    pub name: String,
    start: BytesStart<'x>,
}

impl<'x> XmlReader<'x> {
    pub fn new(xml: &'x str) -> XmlReader<'x> {
        let mut parser = Parser::from_str(xml);
        parser.config_mut().check_end_names = false;
        XmlReader { parser, depth: 0, empty: None }
    }

    /// The next event; `None` at the end.
    pub fn next(&mut self) -> Result<Option<XmlEvent<'x>>, Unreadable> {
        if let Some(name) = self.empty.take() {
            return Ok(Some(XmlEvent::End(name)));
        }
        loop {
            return Ok(Some(match self.parser.read_event().map_err(damaged)? {
                Raw::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(too_much(message!(
                            "this .docx is nested deeper than any report",
                            "这个 .docx 层层嵌套，比任何报告都深"
                        )));
                    }
                    XmlEvent::Start(Element::of(start))
                }
                Raw::Empty(start) => {
                    let element = Element::of(start);
                    self.empty = Some(element.name.clone());
                    XmlEvent::Start(element)
                }
                Raw::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    XmlEvent::End(end.local_name().as_ref().to_owned())
                }
                Raw::Text(text) => XmlEvent::Text(text.xml10_content()),
                Raw::CData(text) => XmlEvent::Text(text.into_inner()),
                Raw::GeneralRef(reference) => match entity(&reference, reference.resolve_char_ref().ok().flatten()) {
                    Some(c) => XmlEvent::Text(Cow::Owned(c.to_string())),
                    None => continue,
                },
                Raw::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }
}

fn entity(name: &str, number: Option<char>) -> Option<char> {
    number.or(match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    })
}

impl<'x> Element<'x> {
    fn of(start: BytesStart<'x>) -> Element<'x> {
        Element { name: start.local_name().as_ref().to_owned(), start }
    }

    /// The attribute of this name, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let found = self.start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// The attribute `val`, which most of Word's settings have.
    pub fn val(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub fn number(&self) -> Option<i64> {
        self.val()?.trim().parse().ok()
    }

    /// Whether a setting that can be switched off is on.
    pub fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}
