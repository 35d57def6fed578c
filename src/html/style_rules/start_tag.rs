//! A start tag as a style sheet sees it: the element's name and its attributes.

use std::borrow::Cow;

/// An element by its start tag.
pub(crate) struct StartTag<'h> {
    /// The name in lower case.
    pub name: Cow<'h, str>,
    attributes: &'h str,
}

impl<'h> StartTag<'h> {
    /// The element of a start tag, given without its angle brackets.
    pub fn of(tag: &'h str) -> StartTag<'h> {
        let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(end);
        StartTag { name: lower(name), attributes }
    }

    /// Whether an attribute may begin with two of these letters: a quick look before the attributes are read.
    pub fn may_have(&self, starts: &[[u8; 2]]) -> bool {
        let bytes = self.attributes.as_bytes();
        bytes.windows(3).any(|three| {
            let [before, one, two] = [three[0], three[1].to_ascii_lowercase(), three[2].to_ascii_lowercase()];
            !before.is_ascii_alphanumeric() && before != b'-' && starts.contains(&[one, two])
        })
    }

    /// The attributes, their names in lower case, with their values as written.
    pub fn attributes(&self) -> impl Iterator<Item = (Cow<'h, str>, &'h str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
            if end == 0 {
                return None;
            }
            let name = lower(&rest[..end]);
            rest = &rest[end..];
            let Some(value) = rest.trim_start().strip_prefix('=') else { return Some((name, "")) };
            let value = value.trim_start();
            let (value, after) = match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
            };
            rest = after;
            Some((name, value))
        })
    }

    pub fn attribute(&self, wanted: &str) -> Option<&'h str> {
        self.attributes().find(|(name, _)| name == wanted).map(|(_, value)| value)
    }
}

fn lower(name: &str) -> Cow<'_, str> {
    match name.bytes().any(|b| b.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_as_a_browser_reads_them() {
        let element = StartTag::of("DIV class=a  Hidden title = \"x > y\" data-ui/");
        let all: Vec<(String, &str)> = element.attributes().map(|(name, value)| (name.into_owned(), value)).collect();
        let due = [("class", "a"), ("hidden", ""), ("title", "x > y"), ("data-ui", "")];
        assert_eq!((&*element.name, all), ("div", due.map(|(name, value)| (name.to_owned(), value)).to_vec()));
    }
}
