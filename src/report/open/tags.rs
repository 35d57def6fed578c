//! Looks through the tags of a web page before it is parsed: how many there are, how deep, with how many attributes. A
//! parser takes the square of some of these.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::limits::{self, Limit};

/// Elements that hold nothing, or that end where the next of their kind begins: none makes a page deeper by standing open.
const SHALLOW: &[&str] = &[
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// The page without comments, scripts and styles, which nobody reads: what is left is what was counted.
///
/// # Errors
/// The limit that the page is past.
pub(super) fn counted(page: &str) -> Result<Cow<'_, str>, Limit> {
    let mut out = String::with_capacity(page.len());
    let mut tags = TagCount::default();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + "-->".len()..]);
            continue;
        }
        let Some(tag) = PageTag::read(rest) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        if matches!(tag.name.as_str(), "script" | "style") && !tag.closes {
            rest = after_raw(&rest[tag.length..], &tag.name);
            continue;
        }
        tags.take(&tag)?;
        out.push_str(&rest[..tag.length]);
        rest = &rest[tag.length..];
    }
    out.push_str(rest);
    Ok(Cow::Owned(out))
}

/// What follows the end tag of an element whose words are no markup.
fn after_raw<'p>(page: &'p str, name: &str) -> &'p str {
    let ends = |at: &usize| {
        let tag = &page.as_bytes()[at + "</".len()..];
        tag.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    let Some(end) = page.match_indices("</").map(|(at, _)| at).find(ends) else { return "" };
    page[end..].find('>').map_or("", |length| &page[end + length + 1..])
}

/// The tags of a page as they come.
#[derive(Default)]
struct TagCount {
    all: usize,
    /// How many elements of each name stand open, and of all names.
    open: BTreeMap<String, usize>,
    depth: usize,
}

impl TagCount {
    fn take(&mut self, tag: &PageTag) -> Result<(), Limit> {
        self.all += 1;
        if !SHALLOW.contains(&tag.name.as_str()) {
            let open = self.open.entry(tag.name.clone()).or_default();
            if !tag.closes {
                *open += 1;
                self.depth += 1;
            } else if *open > 0 {
                *open -= 1;
                self.depth -= 1;
            }
        }
        let counts =
            [(self.all, limits::TAGS), (self.depth, limits::NESTED_TAGS), (tag.attributes, limits::ATTRIBUTES)];
        counts.into_iter().find(|(count, limit)| *count > limit.most).map_or(Ok(()), |(_, limit)| Err(limit))
    }
}

/// A tag: `<p class="a">`, `</p>`.
struct PageTag {
    /// In small letters.
    name: String,
    closes: bool,
    attributes: usize,
    /// In bytes, with both brackets.
    length: usize,
}

impl PageTag {
    /// The tag that a text begins with, if it begins with one; one that never ends goes on to the end.
    fn read(text: &str) -> Option<PageTag> {
        let bytes = text.as_bytes();
        let closes = bytes.get(1) == Some(&b'/');
        let start = if closes { 2 } else { 1 };
        let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'/';
        let until = |from: usize, ends: &dyn Fn(&u8) -> bool| {
            bytes[from..].iter().position(ends).map_or(bytes.len(), |length| from + length)
        };
        bytes.get(start).filter(|byte| byte.is_ascii_alphabetic())?;
        let mut at = until(start, &|byte| blank(byte) || *byte == b'>');
        let name = text[start..at].to_ascii_lowercase();
        let mut attributes = 0;
        loop {
            at = until(at, &|byte| !blank(byte));
            if at >= bytes.len() || bytes[at] == b'>' {
                let length = (at + 1).min(bytes.len());
                return Some(PageTag { name, closes, attributes, length });
            }
            attributes += 1;
            // A name may begin with `=`.
            at = until(at + 1, &|byte| blank(byte) || matches!(*byte, b'>' | b'='));
            let next = until(at, &|byte| !byte.is_ascii_whitespace());
            if bytes.get(next) == Some(&b'=') {
                let value = until(next + 1, &|byte| !byte.is_ascii_whitespace());
                at = match bytes.get(value) {
                    Some(quote @ (b'"' | b'\'')) => (until(value + 1, &|byte| byte == quote) + 1).min(bytes.len()),
                    _ => until(value, &|byte| byte.is_ascii_whitespace() || *byte == b'>'),
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expect: Result<&str, Limit>) {
        assert_eq!(counted(page).as_deref(), expect.as_ref().map(|left| *left), "{}", &page[..page.len().min(60)]);
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        check("<p>甲<!-- <b> -->乙<SCRIPT a='>'>if (a<b) {}</Script >丙", Ok("<p>甲乙丙"));
        check("甲<style>p > a", Ok("甲"));
        check("1 < 2 <3> </ >", Ok("1 < 2 <3> </ >"));
        check("<a b = \"<i>\" c=d/ e>甲<", Ok("<a b = \"<i>\" c=d/ e>甲<"));
        check("<p", Ok("<p"));
    }

    #[test]
    fn tags_are_counted_and_their_depth_and_attributes() {
        let page = |count: usize, one: &str| one.repeat(count);
        check(&page(limits::NESTED_TAGS.most + 1, "<div>"), Err(limits::NESTED_TAGS));
        check(&page(limits::TAGS.most + 1, "<p>"), Err(limits::TAGS));
        check(&format!("<p {}>", page(limits::ATTRIBUTES.most + 1, "a=\"1\"b ")), Err(limits::ATTRIBUTES));
        // None of these stands in another.
        for flat in ["<div></div>", "<p>", "<li>甲", "<br>", "<img/>"] {
            let many = page(limits::NESTED_TAGS.most + 1, flat);
            check(&many, Ok(&many));
        }
    }
}
